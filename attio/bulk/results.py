"""What became of each row, in the order of the rows, in 17 bytes a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, overload

import msgspec

if TYPE_CHECKING:
    from attio.records.planning import Outcome, Settled

_OUTCOMES: Final[tuple[Outcome, ...]] = ("created", "updated", "deleted", "unchanged", "unknown", "failed")
_CODES: Final = {outcome: code for code, outcome in enumerate(_OUTCOMES)}
_EARLIER, _OPEN = 0x10, 0x20
_NO_ID: Final = bytes(16)
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class RowResult(msgspec.Struct, frozen=True):
    """What became of one row.

    `outcome` is "created", "updated", "deleted", "unchanged" (there was nothing to change), "unknown" or
    "failed". `earlier` tells that an earlier run of the same journal did it.
    """

    index: int
    outcome: Outcome
    record_id: str | None = None
    earlier: bool = False
    is_open: bool = False
    """Whether a resumed run takes it up again: it failed, or nobody knows whether it was created."""


class Results(Sequence[RowResult]):
    """The results of a run by index; made when they are looked at."""

    __slots__ = ("_codes", "_ids", "_odd")

    def __init__(self, before: Results | None = None) -> None:
        self._codes: bytearray = bytearray() if before is None else bytearray(before._codes)
        self._ids: bytearray = bytearray() if before is None else bytearray(before._ids)
        self._odd: dict[int, str] = {} if before is None else dict(before._odd)

    def note(self, settled: Settled) -> None:
        """Keep the outcome of a row; rows come in any order, but none is left out."""
        index, own = settled.index, settled.record_id
        missing = index + 1 - len(self._codes)
        if missing > 0:
            self._codes.extend(bytes(missing))
            self._ids.extend(bytes(16 * missing))
        self._codes[index] = (
            _CODES[settled.outcome] | (_EARLIER if settled.earlier else 0) | (_OPEN if settled.is_open else 0)
        )
        self._odd.pop(index, None)
        if own is not None and not _UUID.fullmatch(own):
            self._odd[index], own = own, None
        packed = _NO_ID if own is None else bytes.fromhex(own.replace("-", ""))
        self._ids[16 * index : 16 * index + 16] = packed

    def _record_id(self, index: int) -> str | None:
        packed = self._ids[16 * index : 16 * index + 16]
        if packed == _NO_ID:
            return self._odd.get(index)
        text = packed.hex()
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    @overload
    def __getitem__(self, index: int) -> RowResult: ...
    @overload
    def __getitem__(self, index: slice) -> list[RowResult]: ...
    def __getitem__(self, index: int | slice) -> RowResult | list[RowResult]:
        if isinstance(index, slice):
            return [self._at(at) for at in range(*index.indices(len(self)))]
        return self._at(range(len(self._codes))[index])

    def _at(self, at: int) -> RowResult:
        code = self._codes[at]
        return RowResult(
            at, _OUTCOMES[code & 0x0F], self._record_id(at), bool(code & _EARLIER), bool(code & _OPEN)
        )

    def __len__(self) -> int:
        return len(self._codes)

    def __repr__(self) -> str:
        return f"<Results of {len(self)} rows>"
