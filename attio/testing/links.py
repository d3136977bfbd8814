"""How requests name the records that notes, tasks, meetings and files are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio.testing.identifiers import is_uuid
from attio.testing.replies import invalid_query, problem, required
from attio.testing.state.links import Link

if TYPE_CHECKING:
    from attio.testing.call import Call


def existing(call: Call, object: str, record_id: str) -> Link:
    """Return the link to a record that a request names, or refuse with 404."""
    home = call.object_named(object)
    return Link(home.id, call.record_by_id(home, record_id).id)


def queried(call: Call, object_key: str, record_key: str, *, strict: bool = False) -> Link | None:
    """Return the record that two query parameters name, None when neither is there; one alone is refused.

    `strict` refuses what does not exist with 404; else the link simply leads nowhere.
    """
    named, record_id = call.text(object_key), call.text(record_key)
    if named is None and record_id is None:
        return None
    if not named:
        raise invalid_query(required((object_key,)))
    if not record_id:
        raise invalid_query(required((record_key,)))
    if strict:
        return existing(call, named, record_id)
    home = call.state.find_object(named)
    return Link("" if home is None else home.id, call.uuid(record_id))


def queried_uuid(call: Call, key: str) -> str | None:
    """Return a query parameter that must be a UUID, None when it is not there."""
    value = call.text(key)
    if value is None:
        return None
    if not is_uuid(value):
        raise invalid_query(problem((key,), "Invalid uuid", "invalid_string", string_validation="uuid"))
    return value.lower()
