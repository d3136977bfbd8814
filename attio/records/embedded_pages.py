"""Answers that are one thing with a page of rows inside: threads with comments, transcripts (no I/O).

Attio puts the cursor beside the thing; here it travels with it, under the key `pagination` as Attio has it,
so that a thread that was pickled or refreshed still knows where its comments go on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .envelope import cursor_of, object_in, objects_in
from .json_shapes import as_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio.core.client import Reply


def paged_data(reply: Reply) -> dict[str, Any]:
    """Return the thing that an answer carries, with the cursor to its further rows."""
    found, pages = object_in(reply), as_object(reply.json().get("pagination"))
    return {**found, "pagination": {**pages, "next_cursor": cursor_of(reply)}}


def next_cursor(raw: Mapping[str, Any]) -> str | None:
    """Return the cursor to further rows of a thing that `paged_data` made, or None."""
    pagination = raw.get("pagination")
    return cast("dict[str, Any]", pagination).get("next_cursor") if isinstance(pagination, dict) else None


def embedded_rows(reply: Reply, key: str) -> tuple[list[Any], str | None]:
    """Return the rows inside the thing that an answer carries, and the cursor to further ones."""
    rows = object_in(reply).get(key)
    return [] if rows is None else objects_in(reply, rows, f"data.{key}"), cursor_of(reply)
