"""Request builder of `list_records`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.record_query import RecordQuery


def build_request(
    object_slug_or_id: str,
    *,
    body: Mapping[str, Any] | RecordQuery,
) -> Request:
    """List the records of an object, filtered and sorted."""
    return Request(
        "list_records",
        "POST",
        "/v2/objects/{object_slug_or_id}/records/query".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
