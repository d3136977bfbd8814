"""The body of an answer, piece by piece: for file downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio.core.error_tree import Error
from attio.core.failures import TRANSPORT_FAILURES, bare
from attio.core.snapshot import Headers, ResponseSnapshot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import httpx

    from attio.core.call import Call
    from attio.core.exchange import Exchange


class _Streamed:
    """A 2xx answer whose body has not been read: ``response`` is its snapshot."""

    def __init__(self, exchange: Exchange, http: httpx.Response, call: Call) -> None:
        self.response = ResponseSnapshot(http.status_code, Headers(http.headers.raw), call.elapsed_s)
        self._exchange = exchange
        self._http = http
        self._call = call

    @property
    def size_bytes(self) -> int | None:
        """How long the body is said to be; None when the server does not say, or sends it compressed."""
        headers = self.response.headers
        text = headers.get("content-length", "")
        return int(text) if text.isdecimal() and "content-encoding" not in headers else None

    def _check_deadline(self) -> None:
        if self._call.remaining_s() <= 0.0:
            raise self._call.past_deadline("while reading the body")

    def _error(self, failure: BaseException) -> Error:
        return self._exchange.failure(failure, self._call)


class StreamReply(_Streamed):
    """A 2xx answer whose body has not been read."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Give the body, decompressed, in pieces as they come or of ``chunk_size`` bytes; once."""
        try:
            for part in self._http.iter_bytes(chunk_size):
                self._check_deadline()
                yield part
        except Error:
            raise
        except TRANSPORT_FAILURES as caught:
            failure = caught
        else:
            return
        raise self._error(failure) from bare(failure)

    def read(self) -> bytes:
        """Give the whole body at once."""
        return b"".join(self.iter_bytes())


class AsyncStreamReply(_Streamed):
    """A 2xx answer whose body has not been read."""

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Give the body, decompressed, in pieces as they come or of ``chunk_size`` bytes; once."""
        try:
            async for part in self._http.aiter_bytes(chunk_size):
                self._check_deadline()
                yield part
        except Error:
            raise
        except TRANSPORT_FAILURES as caught:
            failure = caught
        else:
            return
        raise self._error(failure) from bare(failure)

    async def read(self) -> bytes:
        """Give the whole body at once."""
        return b"".join([part async for part in self.iter_bytes()])
