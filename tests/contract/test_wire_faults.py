"""Every operation, sync and async, when the wire or what stands before Attio misbehaves: the right error, nothing twice."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import Any

import httpx
import pytest

import attio
from attio_openapi.operations import OPERATIONS
from tests.contract.calls import CALLS
from tests.contract.sampling import samples
from tests.contract.server import (
    REQUEST_ID,
    WORLDS,
    Answer,
    Server,
    StillClock,
    answer,
    check_result,
    run,
    success,
)

PAGE = b"<html><head><title>520: web server is\n returning an unknown error</title></head><body>Sorry</body></html>"
BACK_OFF_S = 3.5
every_operation = pytest.mark.parametrize("operation", OPERATIONS)
both_worlds = pytest.mark.parametrize("world", WORLDS)
API_CALLS = [operation for operation in OPERATIONS if operation != "download_file"]


class Broken(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body of which some comes, and then a failure; every piece takes its time."""

    def __init__(
        self,
        pieces: list[bytes],
        failure: Exception | None,
        clock: StillClock | None = None,
        takes_s: float = 0,
    ) -> None:
        self.pieces = pieces
        self.failure = failure
        self.clock = clock
        self.takes_s = takes_s
        self.closed = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if self.clock is not None:
                self.clock.at += self.takes_s
            yield piece
        if self.failure is not None:
            raise self.failure

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece
            await asyncio.sleep(0)

    def close(self) -> None:
        """Let the connection go."""
        self.closed += 1

    async def aclose(self) -> None:
        """Let the connection go."""
        self.closed += 1


def _value(operation: str) -> Any:
    return samples(operation)[0].value if samples(operation) else None


def _streaming(stream: httpx.SyncByteStream, status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): text for name, text in headers.items()}

    def give(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, stream=stream, headers={"x-attio-execution-id": REQUEST_ID, **named})

    return give


def _squeezed(body: bytes) -> Answer:
    return _streaming(Broken([body], None), content_encoding="gzip")


def _same(one: Answer) -> Answer:
    return one


def _repeats(operation: str) -> bool:
    return OPERATIONS[operation].retry != "unsafe"


def _error(
    operation: str, world: str, fault: Callable[[], Answer | Exception], kind: type[attio.Error]
) -> Any:
    """A fault without end: a read and an idempotent write meet it four times, an unsafe write once, in doubt."""
    times = 4 if _repeats(operation) else 1
    server = Server(*(fault() for _ in range(times)))
    with pytest.raises(kind) as caught:
        run(world, CALLS[operation], server)
    error = caught.value
    assert len(server.asked) == error.attempts == times
    assert isinstance(error, attio.MaybeSentError) is error.maybe_sent is not _repeats(operation)
    assert server.waited_s == pytest.approx(BACK_OFF_S if _repeats(operation) else 0, abs=0.1)
    assert error.operation == operation
    return error


def _recovers(operation: str, world: str, fault: Answer | Exception) -> None:
    row, value = CALLS[operation], _value(operation)
    answers = success(operation, value)
    server = Server(fault, *answers)
    result = run(world, row, server)
    assert len(server.asked) == 1 + len(answers)
    check_result(row, world, value, result)


# Bodies that break off, or do not end


@both_worlds
@every_operation
def test_a_connection_that_breaks_in_a_body(operation: str, world: str) -> None:
    """A reset or a hang-up in the middle: what is safe is repeated, the rest is in doubt, with its request id."""
    half = json.dumps(_value(operation)).encode()[:20]
    for failure in (
        httpx.ReadError("[Errno 104] Connection reset by peer"),
        httpx.RemoteProtocolError("peer closed connection without sending complete message body"),
        ConnectionResetError(104, "Connection reset by peer"),
    ):
        if operation == "download_file":
            # Its first bytes may be with the caller already: it cannot begin again.
            server = Server(_streaming(Broken([half], failure)))
            with pytest.raises(attio.APIConnectionError) as caught:
                run(world, CALLS[operation], server)
            assert len(server.asked) == 1
            assert caught.value.request_id == REQUEST_ID
            continue
        error = _error(
            operation, world, lambda: _streaming(Broken([half], failure)), attio.APIConnectionError
        )
        assert not isinstance(error, attio.APITimeoutError)
        assert error.request_id == REQUEST_ID
        if _repeats(operation):
            _recovers(operation, world, _streaming(Broken([half], failure)))


@both_worlds
@every_operation
def test_a_body_that_gets_stuck(operation: str, world: str) -> None:
    """No further byte within `timeout_s` is an APITimeoutError, repeated where that is safe."""
    if operation == "download_file":
        server = Server(_streaming(Broken([b"x"], httpx.ReadTimeout("stuck"))))
        with pytest.raises(attio.APITimeoutError):
            run(world, CALLS[operation], server)
        assert len(server.asked) == 1
        return
    error = _error(
        operation,
        world,
        lambda: _streaming(Broken([b'{"da'], httpx.ReadTimeout("stuck"))),
        attio.APITimeoutError,
    )
    assert error.request_id == REQUEST_ID
    assert "timeout_s=30" in str(error)


@both_worlds
@every_operation
def test_a_body_that_trickles_meets_the_deadline(operation: str, world: str) -> None:
    """Piece by piece no phase takes long, but the call does: `deadline_s` ends it, and it is not sent again."""
    clock = StillClock()
    stream = Broken([b'{"data": [', *[b" "] * 100], None, clock, takes_s=0.3)
    server = Server(_streaming(stream))
    server.attio_clock = clock
    with pytest.raises(attio.APITimeoutError, match=r"deadline_s=5 passed") as caught:
        run(world, CALLS[operation], server, clock=clock, deadline_s=5.0)
    assert len(server.asked) == 1
    assert clock.at < 1000 + 6
    assert isinstance(caught.value, attio.MaybeSentError) is not _repeats(operation)


@both_worlds
@pytest.mark.parametrize("operation", API_CALLS)
def test_the_status_counts_where_an_error_s_body_breaks(operation: str, world: str) -> None:
    """An error answer is known by its status, also when its body never comes whole."""
    for failure in (httpx.ReadError("reset"), httpx.ReadTimeout("stuck")):
        server = Server(_streaming(Broken([b'{"status_code": 404, "code": "not_'], failure), 404))
        with pytest.raises(attio.NotFoundError) as caught:
            run(world, CALLS[operation], server)
        assert len(server.asked) == 1
        assert caught.value.request_id == REQUEST_ID
        assert caught.value.response is not None
        assert caught.value.response.body == b'{"status_code": 404, "code": "not_'


# Answers that are not Attio's


@both_worlds
@every_operation
def test_an_error_page_is_the_error_of_its_status(operation: str, world: str) -> None:
    """HTML with 400 is final; with 502 and 520 the rule of 5xx holds; the page's title is in the message."""
    for request_id in (REQUEST_ID, None):
        server = Server(answer(400, body=PAGE, content_type="text/html", request_id=request_id))
        with pytest.raises(
            attio.BadRequestError, match="HTML page, not JSON: 520: web server is returning"
        ) as caught:
            run(world, CALLS[operation], server)
        assert len(server.asked) == 1
        assert caught.value.request_id == request_id
        assert (caught.value.code, caught.value.type) == (None, None)
    for status, kind in ((502, attio.BadGatewayError), (520, attio.ServerError)):
        page = answer(status, body=PAGE, content_type="text/html")
        error = _error(operation, world, partial(_same, page), kind)
        assert (error.http_status, error.request_id) == (status, REQUEST_ID)
        assert error.response.body == PAGE
        if _repeats(operation):
            _recovers(operation, world, page)


@both_worlds
@pytest.mark.parametrize("operation", API_CALLS)
def test_a_page_with_status_200_is_a_decode_error(operation: str, world: str) -> None:
    """A login page is nobody's success; the call went through as far as anybody knows, so it is not made again."""
    server = Server(answer(200, body=PAGE, content_type="text/html"))
    with pytest.raises(attio.DecodeError) as caught:
        run(world, CALLS[operation], server)
    assert len(server.asked) == 1
    assert (caught.value.http_status, caught.value.request_id) == (200, REQUEST_ID)
    assert isinstance(caught.value, attio.MaybeSentError) is not _repeats(operation)


@both_worlds
@pytest.mark.parametrize("operation", API_CALLS)
def test_garbage_in_place_of_gzip(operation: str, world: str) -> None:
    """A broken compression is like a broken connection: repeated where that is safe, in doubt elsewhere."""
    squeezed = gzip.compress(json.dumps(_value(operation)).encode())
    for body in (b"\x1f\x8b garbage", b'{"data": {}}', squeezed[:10] + b"\x00" * 20):
        error = _error(
            operation,
            world,
            partial(_squeezed, body),
            attio.APIConnectionError,
        )
        assert "compression is broken" in str(error)
        assert error.request_id == REQUEST_ID
    if _repeats(operation):
        _recovers(operation, world, _squeezed(b"\x1f\x8b garbage"))


@both_worlds
@pytest.mark.parametrize("operation", [name for name in API_CALLS if samples(name)])
def test_a_compressed_answer_reads_as_any_other(operation: str, world: str) -> None:
    """gzip is asked for, and undone."""
    row, value = CALLS[operation], _value(operation)
    server = Server(
        answer(
            OPERATIONS[operation].success[0],
            body=gzip.compress(json.dumps(value).encode()),
            content_encoding="gzip",
        )
    )
    check_result(row, world, value, run(world, row, server))
    assert "gzip" in server.asked[0].headers["accept-encoding"]


@both_worlds
def test_a_compressed_answer_that_was_cut_is_a_decode_error(world: str) -> None:
    """What can be unpacked of it is not whole JSON, and says so."""
    body = gzip.compress(json.dumps(_value("list_records")).encode())
    server = Server(answer(200, body=body[: len(body) // 2], content_encoding="gzip"))
    with pytest.raises(attio.DecodeError) as caught:
        run(world, CALLS["list_records"], server)
    assert caught.value.request_id == REQUEST_ID
    assert len(server.asked) == 1


@both_worlds
def test_a_download_of_garbage_gzip_is_an_error_of_the_tree(world: str) -> None:
    """A caller meets no exception of httpx, in whichever piece it breaks."""
    server = Server(_squeezed(b"\x1f\x8b garbage"))
    with pytest.raises(attio.APIConnectionError):
        run(world, CALLS["download_file"], server)
    assert len(server.asked) == 1


@both_worlds
def test_a_hopeless_failure_is_met_once(world: str) -> None:
    """A wrong certificate does not become right by waiting."""
    for failure in (
        httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed"),
        httpx.UnsupportedProtocol("no"),
        httpx.LocalProtocolError("Illegal header value"),
    ):
        for operation in ("get_note", "create_note"):
            server = Server(failure)
            with pytest.raises(attio.APIConnectionError) as caught:
                run(world, CALLS[operation], server)
            assert len(server.asked) == 1
            assert not isinstance(caught.value, attio.MaybeSentError)
