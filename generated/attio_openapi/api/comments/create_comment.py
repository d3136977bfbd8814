"""Request builder of `create_comment`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.create_comment_body import CreateCommentBody


def build_request(
    *,
    body: Mapping[str, Any] | CreateCommentBody,
) -> Request:
    """Comment on a record or an entry, or reply to a thread."""
    return Request(
        "create_comment",
        "POST",
        "/v2/comments",
        {},
        json_body(body),
    )
