"""Comments: create, get, delete. There is no list of comments and no editing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.access import scopes_of_target
from attio.testing.identifiers import is_uuid
from attio.testing.moments import moment_shape, past_us
from attio.testing.replies import (
    Refusal,
    forbidden,
    invalid_body,
    missing,
    problem,
    value_not_found,
)
from attio.testing.router import route
from attio.testing.routes.threads import require_scopes
from attio.testing.shapes import choice, fields, optional, text, uuid
from attio.testing.state.collections import Entry
from attio.testing.state.links import Link
from attio.testing.state.threads import Comment, Place, Thread, Threads

if TYPE_CHECKING:
    from attio.testing.call import Call

_NEW: Final = fields(
    format=choice("plaintext"),
    content=text(),
    author=fields(type=choice("workspace-member"), id=uuid()),
    created_at=optional(moment_shape()),
    thread_id=optional(uuid()),
    record=optional(fields(object=text(1), record_id=uuid())),
    entry=optional(fields(list=text(1), entry_id=uuid())),
)
_PLACES: Final = ("thread_id", "record", "entry")


def _thread_of(call: Call, body: dict[str, Any]) -> Thread | None:
    wanted = body.get("thread_id")
    if wanted is None:
        return None
    found = call.state.store(Threads).by_id.get(wanted.lower())
    if found is None:
        raise value_not_found(f'Cannot find thread with ID "{wanted}".')
    require_scopes(call, found)
    return found


def _place(call: Call, body: dict[str, Any]) -> Place:
    if "record" in body:
        call.token.require(*scopes_of_target(call.operation, "records"))
        return Place(_record(call, body["record"]))
    call.token.require(*scopes_of_target(call.operation, "entries"))
    named = body["entry"]
    home = call.state.find_list(named["list"])
    if home is None or not call.may_see(home):
        raise value_not_found(f'Cannot find list with slug/ID "{named["list"]}".')
    entry = home.rows.get(named["entry_id"].lower())
    if not isinstance(entry, Entry):
        raise value_not_found(f'Cannot find entry with ID "{named["entry_id"]}".')
    return Place(Link(entry.parent_object_id, entry.parent_id), home.id, entry.id)


def _record(call: Call, named: dict[str, str]) -> Link:
    home = call.state.find_object(named["object"])
    if home is None:
        raise value_not_found(f'Cannot find object with slug/ID "{named["object"]}".')
    try:
        return Link(home.id, call.record_by_id(home, named["record_id"]).id)
    except Refusal as refusal:
        raise value_not_found(refusal.message) from None


@route("create_comment", but="who may speak for whom: a user-level token may name any author")
def create_comment(call: Call) -> Any:
    """Comment on a record or an entry, which begins a thread, or reply to one, as a member; maybe dated back."""
    body = call.data(_NEW)
    if sum(name in body for name in _PLACES) != 1:
        raise invalid_body([problem(("data",), "Give one of thread_id, record and entry", "invalid_union")])
    author = call.state.members.find(body["author"]["id"])
    if author is None:
        raise value_not_found(f'Cannot find workspace member "{body["author"]["id"]}".')
    thread = _thread_of(call, body)
    place = None if thread is not None else _place(call, body)
    comment = Comment(
        call.state.ids.uuid(),
        body["content"],
        created_us=past_us(call, body.get("created_at")),
        author=("workspace-member", author.id),
    )
    if thread is not None:
        thread.reply(comment)
    else:
        assert place is not None
        thread = Thread(comment, place)
        call.state.store(Threads).by_id[thread.id] = thread
    call.state.emit("comment.created", call.actor, extra=thread.event_members(), comment_id=comment.id)
    return {"data": thread.render_comment(call.state, comment)}


def _comment(call: Call) -> tuple[Thread, Comment]:
    wanted = call.params["comment_id"]
    found = call.state.store(Threads).find_comment(wanted.lower()) if is_uuid(wanted) else None
    if found is None:
        raise missing("Comment", wanted)
    require_scopes(call, found[0])
    return found


@route("get_comment")
def get_comment(call: Call) -> Any:
    """Get one comment."""
    thread, comment = _comment(call)
    return {"data": thread.render_comment(call.state, comment)}


@route("delete_comment")
def delete_comment(call: Call) -> Any:
    """Delete a comment, the first one with its whole thread; a user-level token deletes its member's only."""
    thread, comment = _comment(call)
    if call.token.level == "user" and comment.author[1] != call.token.member_id:
        raise forbidden("A user-level token deletes comments of its own member only.")
    if comment.id == thread.id:
        gone = list(thread.comments)
        del call.state.store(Threads).by_id[thread.id]
    else:
        gone = [comment]
        thread.comments.remove(comment)
    for each in gone:
        call.state.emit("comment.deleted", call.actor, extra=thread.event_members(), comment_id=each.id)
    return {}
