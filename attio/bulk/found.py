"""Records that were fetched by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, overload

from attio.bulk.settings import MOST_AT_ONCE
from attio.core.arguments import integer, segment
from attio.core.errors import ArgumentTypeError
from attio.core.shapes import is_iterable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

T = TypeVar("T")

CHUNK: Final = 100
"""Ids that one request asks for."""


class FoundRows(Sequence[T], Generic[T]):
    """Records in the order in which their ids were given; those that do not exist are left out."""

    __slots__ = ("_rows", "missing")

    def __init__(self, wanted: Sequence[str], found: Mapping[str, T]) -> None:
        self._rows = [found[own] for own in wanted if own in found]
        self.missing: tuple[str, ...] = tuple(dict.fromkeys(own for own in wanted if own not in found))
        """The ids that Attio knows no record of, once each, in their order."""

    @property
    def data(self) -> list[T]:
        """The records as a list of their own."""
        return list(self._rows)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        missing = f", {len(self.missing)} missing" if self.missing else ""
        return f"<FoundRows: {len(self)}{missing}>"


def ids_in(given: Any, argument: str, concurrency: int) -> list[str]:
    """Return ids as text; raises ArgumentError naming the one that is none."""
    integer(concurrency, "concurrency", least=1, most=MOST_AT_ONCE)
    if isinstance(given, (str, bytes)) or hasattr(given, "keys") or not is_iterable(given):
        raise ArgumentTypeError(
            argument, given, f"must be an iterable of ids, not {type(given).__name__}", fix="put it in [...]"
        )
    return [segment(one, f"{argument}[{at}]", kind="id").lower() for at, one in enumerate(given)]


def chunked(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the ids in portions, each of them once."""
    single = list(dict.fromkeys(ids))
    for start in range(0, len(single), CHUNK):
        yield single[start : start + CHUNK]
