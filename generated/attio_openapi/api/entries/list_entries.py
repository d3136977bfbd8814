"""Request builder of `list_entries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.record_query import RecordQuery


def build_request(
    list_slug_or_id: str,
    *,
    body: Mapping[str, Any] | RecordQuery,
) -> Request:
    """List the entries of a list, filtered and sorted."""
    return Request(
        "list_entries",
        "POST",
        "/v2/lists/{list_slug_or_id}/entries/query".format(
            list_slug_or_id=quote(str(list_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
