"""Request bodies of comments, and what names the record or entry of a thread (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from attio.core.arguments import exclusive, segment, text
from attio.records.bodies import moment_text, not_none
from attio.records.bodies_links import (
    MEMBER,
    entry_by_ids,
    entry_pair,
    member_id,
    record_by_ids,
    record_pair,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from attio.records.bodies_links import EntryLike, MemberLike, RecordLike


def comment_body(
    content: str,
    *,
    author: MemberLike | Mapping[str, Any],
    thread_id: Any,
    record: RecordLike | None,
    entry: EntryLike | None,
    created_at: datetime | str | None,
) -> dict[str, Any]:
    """Return the body of a create; exactly one of thread, record and entry says where the comment goes."""
    exclusive(required=True, thread_id=thread_id, record=record, entry=entry)
    place: dict[str, Any]
    if record is not None:
        place = {"record": dict(zip(("object", "record_id"), record_pair("record", record), strict=True))}
    elif entry is not None:
        place = {"entry": dict(zip(("list", "entry_id"), entry_pair("entry", entry), strict=True))}
    else:
        place = {"thread_id": _thread(thread_id)}
    body = {"format": "plaintext", "content": text(content, "content"), "author": _author(author), **place}
    return {**body, **not_none(created_at=moment_text("created_at", created_at))}


def _thread(thread_id: Any) -> str:
    from attio.records.collaboration import CommentData

    own = thread_id.thread_id if isinstance(thread_id, CommentData) else thread_id
    return segment(own, "thread_id")


def _author(author: Any) -> dict[str, Any]:
    if isinstance(author, dict):
        return dict(cast("dict[str, Any]", author))
    return {"type": MEMBER, "id": member_id("author", author)}


def thread_place(
    *,
    object: str | None,
    record_id: Any,
    record: RecordLike | None,
    list: str | None,
    entry_id: Any,
    entry: EntryLike | None,
) -> dict[str, str]:
    """Return the query that says whose threads are meant: those of one record, or of one entry."""
    by_ids = object is not None or record_id is not None
    exclusive(
        required=True,
        record=record,
        entry=entry,
        record_id=object if record_id is None else record_id,
        entry_id=list if entry_id is None else entry_id,
    )
    if record is not None or by_ids:
        place, own = record_pair("record", record) if record is not None else record_by_ids(object, record_id)
        return {"object_": place, "record_id": own}
    place, own = entry_pair("entry", entry) if entry is not None else entry_by_ids(list, entry_id)
    return {"list_": place, "entry_id": own}
