"""Request builder of `update_list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.list_update_body import ListUpdateBody


def build_request(
    list_slug_or_id: str,
    *,
    body: Mapping[str, Any] | ListUpdateBody,
) -> Request:
    """Change the name, slug or access of a list."""
    return Request(
        "update_list",
        "PATCH",
        "/v2/lists/{list_slug_or_id}".format(
            list_slug_or_id=quote(str(list_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
