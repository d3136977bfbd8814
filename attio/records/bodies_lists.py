"""Bodies of lists from plain arguments (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.arguments import mapping, one_of, sequence
from attio.core.errors import ArgumentError

from .bodies import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FULL_ACCESS: Final = "full-access"
_LEVELS: Final = (FULL_ACCESS, "read-and-write", "read-only")
_MEMBERS: Final = "workspace_member_access"


def access_level(argument: str, level: str | None) -> str | None:
    """Return a level of access as Attio names it, refusing any other word; None means none."""
    return None if level is None else one_of(level, argument, _LEVELS)


def member_access(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the access of single members, `{"workspace_member_id": ..., "level": ...}` each."""
    body = [cast("dict[str, Any]", plain(mapping(row, _MEMBERS))) for row in sequence(rows, _MEMBERS)]
    for row in body:
        if set(row) != {"workspace_member_id", "level"}:
            raise ArgumentError(
                _MEMBERS,
                row,
                "each one has a workspace_member_id and a level, and nothing else",
                fix='{"workspace_member_id": member.id, "level": "read-only"}',
            )
        access_level(_MEMBERS, row["level"])
    return body


def access_body(workspace: str | None, members: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return who may do what with a new list; refuses, as Attio does, when nobody has full access."""
    level, rows = access_level("workspace_access", workspace), member_access(members)
    if FULL_ACCESS not in (level, *(row["level"] for row in rows)):
        raise ArgumentError(
            "workspace_access",
            workspace,
            "nobody would have full access to the list",
            fix=f"give {FULL_ACCESS!r}, or that level to a member in {_MEMBERS}=",
        )
    return {"workspace_access": level, _MEMBERS: rows}
