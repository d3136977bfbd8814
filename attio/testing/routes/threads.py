"""Threads: list, get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import links
from attio.testing.access import scopes_of_target
from attio.testing.moments import queried_us
from attio.testing.pages import by_cursor, by_offset
from attio.testing.replies import invalid_query, missing, required
from attio.testing.router import route
from attio.testing.state.links import Link
from attio.testing.state.threads import Comment, Thread, Threads

if TYPE_CHECKING:
    from attio.testing.call import Call

_REPLIES_SHOWN: Final = 80


def require_scopes(call: Call, thread: Thread) -> None:
    """Refuse with 403 unless the token may read what a thread is about."""
    target = "records" if thread.place.entry_id is None else "entries"
    call.token.require(*scopes_of_target(call.operation, target))


def _queried(call: Call) -> list[Thread]:
    """Return the threads of the record or the entry that the query names."""
    threads = call.state.store(Threads)
    if call.text("list") is not None or call.text("entry_id") is not None:
        entry_id = links.queried_uuid(call, "entry_id")
        if entry_id is None:
            raise invalid_query(required(("entry_id",)))
        call.token.require(*scopes_of_target(call.operation, "entries"))
        name = call.needed("list")
        home = call.state.find_list(name)
        if home is None or not call.may_see(home) or entry_id not in home.rows:
            return []
        return threads.on_entry(entry_id)
    record_id = links.queried_uuid(call, "record_id")
    if record_id is None:
        raise invalid_query(required(("record_id",)))
    call.token.require(*scopes_of_target(call.operation, "records"))
    found = call.state.find_object(call.needed("object"))
    return [] if found is None else threads.on_record(Link(found.id, record_id))


@route("list_threads")
def list_threads(call: Call) -> Any:
    """List the threads of a record or an entry, oldest first, each with at most 80 replies."""

    def render(thread: Thread) -> dict[str, Any]:
        shown = thread.comments[: _REPLIES_SHOWN + 1]
        more = len(thread.comments) > len(shown)
        return {**thread.render(call.state, shown), "has_more_comments": more}

    return by_offset(call, _queried(call), render)


@route("get_thread")
def get_thread(call: Call) -> Any:
    """Get one thread with a page of its comments, oldest first, maybe only those after a time."""
    wanted = call.params["thread_id"]
    thread = call.state.store(Threads).by_id.get(call.uuid(wanted))
    if thread is None:
        raise missing("Thread", wanted)
    require_scopes(call, thread)
    after_us = queried_us(call, "created_after")
    comments = [each for each in thread.comments if after_us is None or each.created_us > after_us]
    page: list[Comment] = []
    answer = by_cursor(call, comments, page.append, key=lambda each: each.id)
    return {**answer, "data": thread.render(call.state, page)}
