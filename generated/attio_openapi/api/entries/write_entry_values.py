"""Request builder of `write_entry_values`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.value_history_body import ValueHistoryBody


def build_request(
    list_slug_or_id: str,
    entry_id: str,
    attribute_slug_or_id: str,
    *,
    body: Mapping[str, Any] | ValueHistoryBody,
) -> Request:
    """Replace the whole value history of one entry attribute."""
    return Request(
        "write_entry_values",
        "PUT",
        "/v2/lists/{list_slug_or_id}/entries/{entry_id}/attributes/{attribute_slug_or_id}/values".format(
            list_slug_or_id=quote(str(list_slug_or_id), safe=""),
            entry_id=quote(str(entry_id), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
