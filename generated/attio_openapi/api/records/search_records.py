"""Request builder of `search_records`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.search_query import SearchQuery


def build_request(
    *,
    body: Mapping[str, Any] | SearchQuery,
) -> Request:
    """Search records fuzzily by name, domain, email or phone."""
    return Request(
        "search_records",
        "POST",
        "/v2/objects/records/search",
        {},
        json_body(body),
    )
