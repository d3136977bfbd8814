"""Request builder of `create_entry`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.create_entry_body import CreateEntryBody


def build_request(
    list_slug_or_id: str,
    *,
    body: Mapping[str, Any] | CreateEntryBody,
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
