"""Request builder of `list_record_values`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    object_slug_or_id: str,
    record_id: str,
    attribute_slug_or_id: str,
    *,
    limit: int | None = None,
    offset: int | None = None,
    show_historic: bool | None = None,
) -> Request:
    """List the values of one record attribute, past ones on request."""
    query: dict[str, str | int | float | bool] = {}
    if limit is not None:
        query["limit"] = limit
    if offset is not None:
        query["offset"] = offset
    if show_historic is not None:
        query["show_historic"] = show_historic
    return Request(
        "list_record_values",
        "GET",
        "/v2/objects/{object_slug_or_id}/records/{record_id}/attributes/{attribute_slug_or_id}/values".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
            record_id=quote(str(record_id), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
        ),
        query,
        None,
    )
