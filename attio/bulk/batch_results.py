"""What became of the requests of a batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

import msgspec

if TYPE_CHECKING:
    from attio.core.snapshot import ResponseSnapshot


class BatchResult(msgspec.Struct, frozen=True, eq=False):
    """What became of one request: `value` is the answer's JSON, `error` what was raised instead."""

    index: int
    method: str
    path: str
    value: Any = None
    error: Exception | None = None
    response: ResponseSnapshot | None = None

    @property
    def ok(self) -> bool:
        """Whether there was no error."""
        return self.error is None

    def unwrap(self) -> Any:
        """Return the value, or raise the error."""
        if self.error is not None:
            raise self.error
        return self.value

    def __repr__(self) -> str:
        told = "ok" if self.error is None else repr(self.error)
        return f"<BatchResult {self.index}: {self.method} {self.path} {told}>"


class BatchResults(Sequence[BatchResult]):
    """The results of a batch, in the order in which its requests were added."""

    __slots__ = ("_results",)

    def __init__(self, results: Sequence[BatchResult]) -> None:
        self._results = results

    @property
    def values(self) -> list[Any]:
        """The values in order; None where there was an error."""
        return [result.value for result in self._results]

    @property
    def errors(self) -> list[Exception]:
        """The errors, in order."""
        return [result.error for result in self._results if result.error is not None]

    def raise_first(self) -> None:
        """Raise the first error; do nothing when there is none."""
        for error in self.errors:
            raise error

    @overload
    def __getitem__(self, index: int) -> BatchResult: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[BatchResult]: ...
    def __getitem__(self, index: int | slice) -> BatchResult | Sequence[BatchResult]:
        return self._results[index]

    def __len__(self) -> int:
        return len(self._results)

    def __repr__(self) -> str:
        failed = len(self.errors)
        return f"<BatchResults: {len(self) - failed} ok, {failed} failed>"
