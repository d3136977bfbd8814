"""What a workspace was asked: for assertions in tests and for the page that shows the last requests."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final, NamedTuple, overload

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KEPT_CALLS: Final = 10_000
_KEPT_ANSWERS: Final = 200
_KEPT_BYTES: Final = 64 * 1024


class RecordedCall(NamedTuple):
    """One request and the status it got. The token is not kept.

    `operation` is the operationId, None for a route that does not exist. `response` is the start of the answer's
    body, kept for the last 200 calls only.
    """

    operation: str | None
    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    body: bytes
    status: int
    at_us: int
    response: bytes

    def json(self) -> Any:
        """Decode the request's body; None when it had none."""
        return msgspec.json.decode(self.body) if self.body else None


class Calls:
    """The last 10,000 calls, oldest first: `len(calls)`, `calls[-1]`, iteration, `calls.of("create_record")`."""

    __slots__ = ("_calls",)

    def __init__(self) -> None:
        self._calls: deque[RecordedCall] = deque(maxlen=_KEPT_CALLS)

    def add(self, call: RecordedCall) -> None:
        """Note a call and let go of an old one's answer."""
        self._calls.append(call._replace(response=call.response[:_KEPT_BYTES]))
        if len(self._calls) > _KEPT_ANSWERS:
            old = self._calls[-_KEPT_ANSWERS - 1]
            if old.response:
                self._calls[-_KEPT_ANSWERS - 1] = old._replace(response=b"")

    def of(self, operation: str) -> list[RecordedCall]:
        """Return the calls of one operation, by operationId."""
        return [call for call in self._calls if call.operation == operation]

    def clear(self) -> None:
        """Forget all calls."""
        self._calls.clear()

    def __len__(self) -> int:
        return len(self._calls)

    def __iter__(self) -> Iterator[RecordedCall]:
        return iter(list(self._calls))

    @overload
    def __getitem__(self, index: int) -> RecordedCall: ...
    @overload
    def __getitem__(self, index: slice) -> list[RecordedCall]: ...
    def __getitem__(self, index: int | slice) -> RecordedCall | list[RecordedCall]:
        return list(self._calls)[index] if isinstance(index, slice) else self._calls[index]

    def __repr__(self) -> str:
        return f"<Calls: {len(self._calls)}>"
