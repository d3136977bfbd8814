"""Request builder of `list_entry_values`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    list_slug_or_id: str,
    entry_id: str,
    attribute_slug_or_id: str,
    *,
    limit: int | None = None,
    offset: int | None = None,
    show_historic: bool | None = None,
) -> Request:
    """List the values of one entry attribute, past ones on request."""
    query: dict[str, str | int | float | bool] = {}
    if limit is not None:
        query["limit"] = limit
    if offset is not None:
        query["offset"] = offset
    if show_historic is not None:
        query["show_historic"] = show_historic
    return Request(
        "list_entry_values",
        "GET",
        "/v2/lists/{list_slug_or_id}/entries/{entry_id}/attributes/{attribute_slug_or_id}/values".format(
            list_slug_or_id=quote(str(list_slug_or_id), safe=""),
            entry_id=quote(str(entry_id), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
        ),
        query,
        None,
    )
