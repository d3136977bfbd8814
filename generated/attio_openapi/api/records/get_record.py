"""Request builder of `get_record`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    object_slug_or_id: str,
    record_id: str,
) -> Request:
    """Fetch one record with all of its values."""
    return Request(
        "get_record",
        "GET",
        "/v2/objects/{object_slug_or_id}/records/{record_id}".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
            record_id=quote(str(record_id), safe=""),
        ),
        {},
        None,
    )
