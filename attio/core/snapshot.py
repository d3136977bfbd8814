"""What a response was: frozen, picklable, without secrets and without any httpx object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import msgspec

from attio.core.redact import redact_header

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

BODY_LIMIT: Final = 64 * 1024
"""Bytes of an error's body that its snapshot keeps."""

RawHeaders: TypeAlias = "Iterable[tuple[bytes, bytes]]"


class Headers(Mapping[str, str]):
    """Response headers: names in any case, repeated ones joined with a comma, credentials and cookies hidden."""

    __slots__ = ("_raw", "_shown")

    def __init__(self, raw: RawHeaders = ()) -> None:
        self._raw: RawHeaders | None = raw
        self._shown: dict[str, str] = {}

    def _decoded(self) -> dict[str, str]:
        # Decoding 15 headers costs more than the rest of a snapshot, and hardly anybody looks at them.
        raw = self._raw
        if raw is not None:
            shown: dict[str, str] = {}
            for key, content in raw:
                name = key.decode("latin-1").lower()
                value = redact_header(name, content.decode("latin-1"))
                shown[name] = f"{shown[name]}, {value}" if name in shown else value
            self._shown = shown
            self._raw = None
        return self._shown

    def __getitem__(self, name: str) -> str:
        return self._decoded()[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._decoded())

    def __len__(self) -> int:
        return len(self._decoded())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._decoded()

    def __repr__(self) -> str:
        return f"Headers({self._decoded()!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        pairs = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in self._decoded().items()]
        return (Headers, (pairs,))

    def __deepcopy__(self, memo: dict[int, object]) -> Headers:
        return self


class ResponseSnapshot(msgspec.Struct, frozen=True, eq=False):
    """What one response was.

    ``body`` is kept on errors only, at most 64 kB. ``elapsed_s`` is the time of the last attempt, its body
    included.
    """

    status: int
    headers: Headers
    elapsed_s: float = 0.0
    body: bytes | None = None

    @property
    def request_id(self) -> str | None:
        """Attio's id of this exchange (``x-attio-execution-id``): what their support asks for."""
        return self.headers.get("x-attio-execution-id")

    @property
    def query_score(self) -> float | None:
        """What a query cost (``x-attio-record-query-score``); None where Attio does not say."""
        text = self.headers.get("x-attio-record-query-score")
        try:
            return None if text is None else float(text)
        except ValueError:
            return None

    @property
    def date(self) -> datetime | None:
        """The server's own clock when it answered, aware UTC."""
        from attio.core.retry_after import parse_http_date

        return parse_http_date(self.headers.get("date"))

    def __repr__(self) -> str:
        size = "" if self.body is None else f" body={len(self.body)} bytes"
        return (
            f"<ResponseSnapshot {self.status} request={self.request_id} {self.elapsed_s * 1000:.0f} ms{size}>"
        )
