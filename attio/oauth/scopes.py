"""Scopes: the ones there are, and the ones that each operation needs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attio.core.arguments import sequence
from attio.core.error_status import ScopeError, missing_scopes
from attio.core.error_tree import ArgumentError, ArgumentTypeError
from attio.core.show import listing, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio_openapi.operations import Operation

__all__ = ["Scope", "checked_scopes", "missing_scopes", "require_scopes", "scopes_for"]


class Scope(StrEnum):
    """What a token may be allowed to do; ``WRITE`` includes ``READ``. A test compares these with Attio's spec."""

    ACTIVITY_CONFIG_READ = "activity_configuration:read"
    ACTIVITY_CONFIG_WRITE = "activity_configuration:read-write"
    ACTIVITY_RECORD_READ = "activity_record:read"
    ACTIVITY_RECORD_WRITE = "activity_record:read-write"
    CALL_RECORDING_READ = "call_recording:read"
    CALL_RECORDING_WRITE = "call_recording:read-write"
    COMMENT_READ = "comment:read"
    COMMENT_WRITE = "comment:read-write"
    EMAIL_READ = "email:read"
    EMAIL_WRITE = "email:read-write"
    FILE_READ = "file:read"
    FILE_WRITE = "file:read-write"
    LIST_CONFIG_READ = "list_configuration:read"
    LIST_CONFIG_WRITE = "list_configuration:read-write"
    LIST_ENTRY_READ = "list_entry:read"
    LIST_ENTRY_WRITE = "list_entry:read-write"
    MEETING_READ = "meeting:read"
    MEETING_WRITE = "meeting:read-write"
    NOTE_READ = "note:read"
    NOTE_WRITE = "note:read-write"
    OBJECT_CONFIG_READ = "object_configuration:read"
    OBJECT_CONFIG_WRITE = "object_configuration:read-write"
    RECORD_READ = "record_permission:read"
    RECORD_WRITE = "record_permission:read-write"
    SEQUENCE_UNSUBSCRIBE_READ = "sequence_unsubscribe:read"
    SEQUENCE_UNSUBSCRIBE_WRITE = "sequence_unsubscribe:read-write"
    TASK_READ = "task:read"
    TASK_WRITE = "task:read-write"
    USER_MANAGEMENT_READ = "user_management:read"
    USER_MANAGEMENT_WRITE = "user_management:read-write"
    WEBHOOK_READ = "webhook:read"
    WEBHOOK_WRITE = "webhook:read-write"


_SIDES: Final = {
    "object": "objects",
    "objects": "objects",
    "record": "objects",
    "records": "objects",
    "list": "lists",
    "lists": "lists",
    "entry": "lists",
    "entries": "lists",
}
# Verbs of the client that are another operation's, and nouns that are records bound to one object.
_VERBS: Final = {"iterate": "list", "retrieve": "get", "archive": "update"}
_RECORDS: Final = frozenset({"people", "companies", "deals", "users", "workspaces"})


def checked_scopes(value: object, argument: str = "scope") -> tuple[Scope, ...]:
    """Return the scopes that were meant, each once: members, values, names (in any case), or a text of several.

    Raises ArgumentError naming the one that there is not, with the nearest there is.
    """
    if value is None:
        return ()
    given = value.split() if isinstance(value, str) else sequence(value, argument)
    return tuple(dict.fromkeys(_scope(one, argument) for one in given))


def _scope(value: object, argument: str) -> Scope:
    if not isinstance(value, str):
        raise ArgumentTypeError(
            argument, value, f"cannot be {type(value).__name__}", fix="give attio.Scope or str"
        )
    named = Scope.__members__.get(value.upper())
    if named is not None:
        return named
    try:
        return Scope(value)
    except ValueError:
        near = nearest(value, [scope.value for scope in Scope])
    meant = f"did you mean {near!r}? " if near else ""
    raise ArgumentError(argument, value, "there is no such scope", fix=f"{meant}attio.Scope lists them")


def scopes_for(operation: str, *, target: str | None = None) -> tuple[Scope, ...]:
    """Return the scopes that an operation needs: ``scopes_for("records.create")``.

    ``operation`` is named as on the client (``"notes.list"``, also ``"people.create"``) or by its
    operationId. Where the scopes depend on what it is about (attributes and views of objects or of lists,
    comments on records or on entries), ``target`` says which: ``"objects"`` or ``"lists"``. Raises ArgumentError
    for an unknown name. Costs no request.
    """
    side = _side(target)
    rows = _rows(operation)
    found = {one for row in rows if (one := _needed(row, side)) is not None}
    if not found or (len(found) > 1 and side is None):
        raise ArgumentError(
            "target", target, f"{operation} needs different scopes for each", allowed=("objects", "lists")
        )
    return tuple(Scope(scope) for scope in found.pop())


def _side(target: object) -> str | None:
    if target is None:
        return None
    side = _SIDES.get(target) if isinstance(target, str) else None
    if side is None:
        raise ArgumentError("target", target, "is no target of an operation", allowed=("objects", "lists"))
    return side


def _rows(name: object) -> list[Operation]:
    from attio_openapi.operations import OPERATIONS

    if not isinstance(name, str):
        raise ArgumentTypeError("operation", name, "must be a str", fix="name it like 'records.create'")
    row = OPERATIONS.get(name)
    if row is not None:
        return [row]
    steps = name.split(".")
    if steps[0] in _RECORDS:
        steps[0] = "records"
    steps[-1] = _VERBS.get(steps[-1], steps[-1])
    wanted = ".".join(steps)
    rows = [row for row in OPERATIONS.values() if row.client == wanted]
    if rows:
        return rows
    known = [row.client for row in OPERATIONS.values()]
    near = nearest(wanted, known)
    meant = f"did you mean {near!r}? " if near else ""
    raise ArgumentError(
        "operation", name, "there is no such operation", fix=f"{meant}name it like 'records.create'"
    )


def _needed(row: Operation, side: str | None) -> tuple[str, ...] | None:
    """Return what one operation needs; None when that depends on a side that was not named, or is not its own."""
    if row.scopes_by_target:
        by_side = {_SIDES[target]: scopes for target, scopes in row.scopes_by_target}
        return None if side is None else (*row.scopes, *by_side[side])
    own = {"objects", "lists"} & set(row.path.split("/")) if row.client.startswith("views.") else set[str]()
    return None if side is not None and own and side not in own else row.scopes


def require_scopes(
    operations: Iterable[str], held: tuple[str, ...], *, target: str | None = None
) -> tuple[Scope, ...]:
    """Return the scopes that several operations need together; raises ScopeError when some are not held."""
    needed: dict[Scope, list[str]] = {}
    for operation in operations:
        for scope in scopes_for(operation, target=target):
            needed.setdefault(scope, []).append(operation)
    # Reading is part of writing, so a job that writes need not be told twice.
    every = tuple(scope for scope in needed if f"{scope}-write" not in needed)
    lacking = missing_scopes(every, held)
    if not lacking:
        return every
    why = "; ".join(
        f"{scope} (for {listing(users, 3)})" for scope, users in needed.items() if scope in lacking
    )
    error = ScopeError(f"the token lacks {why}", hints=("scopes are set where the key or the app was made",))
    error.needed_scopes, error.held_scopes = every, held
    raise error
