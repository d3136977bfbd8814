"""Answers that are one thing with a page of rows inside: threads with comments, transcripts (no I/O).

Attio puts the cursor beside the thing; here it travels with it, under the key `pagination` as Attio has it,
so that a thread that was pickled or refreshed still knows where its comments go on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .envelope import cursor_of, data_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio.core.client import Reply


def paged_data(reply: Reply) -> Any:
    """Return the thing that an answer carries, with the cursor to its further rows."""
    data = data_of(reply)
    if not isinstance(data, dict):
        return data
    return {**cast("dict[str, Any]", data), "pagination": {"next_cursor": cursor_of(reply)}}


def next_cursor(raw: Mapping[str, Any]) -> str | None:
    """Return the cursor to further rows of a thing that `paged_data` made, or None."""
    pagination = raw.get("pagination")
    return cast("dict[str, Any]", pagination).get("next_cursor") if isinstance(pagination, dict) else None


def embedded_rows(reply: Reply, key: str) -> tuple[list[Any], str | None]:
    """Return the rows inside the thing that an answer carries, and the cursor to further ones."""
    data = data_of(reply)
    rows = cast("dict[str, Any]", data).get(key) if isinstance(data, dict) else None
    return list(rows or ()), cursor_of(reply)
