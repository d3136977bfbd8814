"""Request builder of `create_entry`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.entry_create_body import EntryCreateBody


def build_request(
    list_slug_or_id: str,
    *,
    body: Mapping[str, Any] | EntryCreateBody,
) -> Request:
    """Add a record to a list as a new entry."""
    return Request(
        "create_entry",
        "POST",
        "/v2/lists/{list_slug_or_id}/entries".format(
            list_slug_or_id=quote(str(list_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
