"""Request builder of `update_entry`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.entry_update_body import EntryUpdateBody


def build_request(
    list_slug_or_id: str,
    entry_id: str,
    *,
    body: Mapping[str, Any] | EntryUpdateBody,
) -> Request:
    """Update an entry; multi-values are added to those it has."""
    return Request(
        "update_entry",
        "PATCH",
        "/v2/lists/{list_slug_or_id}/entries/{entry_id}".format(
            list_slug_or_id=quote(str(list_slug_or_id), safe=""),
            entry_id=quote(str(entry_id), safe=""),
        ),
        {},
        json_body(body),
    )
