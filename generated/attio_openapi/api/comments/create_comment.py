"""Request builder of `create_comment`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.comment_create_body import CommentCreateBody


def build_request(
    *,
    body: Mapping[str, Any] | CommentCreateBody,
) -> Request:
    """Comment on a record or an entry, or reply to a thread."""
    return Request(
        "create_comment",
        "POST",
        "/v2/comments",
        {},
        json_body(body),
    )
