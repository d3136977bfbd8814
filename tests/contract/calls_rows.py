"""Rows of the table of calls, and the names and ids that its calls use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, NamedTuple

ID = "6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b"
OTHER_ID = "7a2b3c4d-5e6f-4071-9b8c-0d1e2f3a4b5c"
MEMBER_ID = "8b3c4d5e-6f70-4182-8c9d-1e2f3a4b5c6d"
EARLY, LATE = datetime(2026, 3, 1, 9, tzinfo=UTC), datetime(2026, 3, 1, 10, 30, tzinfo=UTC)


class Call(NamedTuple):
    """The arguments of one call."""

    values: tuple[Any, ...]
    names: dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One operation: where it is in the client, what it gives, and calls of it."""

    client: str
    gives: str
    calls: tuple[Call, ...]

    def method(self, client: Any) -> Any:
        """The method that carries the operation out."""
        return attrgetter(self.client)(client)

    def __call__(self, client: Any, at: int = 0) -> Any:
        """Carry the operation out; what comes back may want to be awaited."""
        call = self.calls[at]
        return self.method(client)(*call.values, **call.names)


def call(*values: Any, **names: Any) -> Call:
    """The arguments of one call."""
    return Call(values, names)


def row(client: str, gives: str, *calls: Call) -> Row:
    """A row; an operation without arguments has one call."""
    return Row(client, gives, calls or (call(),))
