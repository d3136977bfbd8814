"""Every operation, sync and async, when Attio is busy, broken, slow or out of reach: repeated only where that is safe."""

from __future__ import annotations

import builtins
from typing import Any

import httpx
import pytest

import attio
from attio_openapi.operations import OPERATIONS
from tests.contract.calls import CALLS
from tests.contract.calls_rows import ID
from tests.contract.sampling import samples
from tests.contract.server import (
    REQUEST_ID,
    WORLDS,
    Server,
    check_result,
    failing,
    run,
    same_request,
    success,
    too_many,
)

MAX_RETRIES = 3
every_operation = pytest.mark.parametrize("operation", OPERATIONS)
both_worlds = pytest.mark.parametrize("world", WORLDS)


def _value(operation: str) -> Any:
    return samples(operation)[0].value if samples(operation) else None


def _recovers(operation: str, world: str, *faults: Any) -> Server:
    """Faults, then success: the same request goes out again, and nothing of the answer is lost."""
    row, value = CALLS[operation], _value(operation)
    answers = success(operation, value)
    server = Server(*faults, *answers)
    result = run(world, row, server)
    assert len(server.asked) == len(faults) + len(answers)
    for again in server.asked[1 : len(faults) + 1]:
        assert same_request(server.asked[0], again)
    check_result(row, world, value, result)
    return server


def _fails(operation: str, world: str, faults: list[Any], **options: Any) -> tuple[Any, Server]:
    server = Server(*faults)
    with pytest.raises(attio.Error) as caught:
        run(world, CALLS[operation], server, **options)
    assert len(server.asked) == len(faults)
    assert caught.value.attempts == len(faults)
    assert caught.value.operation == operation
    return caught.value, server


def _fails_at_last(operation: str, world: str, fault: Any) -> Any:
    """Where repeating is safe a fault is met four times; an unsafe write meets it once, and says so."""
    if OPERATIONS[operation].retry == "unsafe":
        error, server = _fails(operation, world, [fault])
        assert isinstance(error, attio.MaybeSentError)
        assert error.maybe_sent
        assert "may have taken effect" in str(error)
        assert server.waited_s == 0
        return error
    error, server = _fails(operation, world, [fault] * (MAX_RETRIES + 1))
    assert not isinstance(error, attio.MaybeSentError)
    assert not error.maybe_sent
    # Half of 1, 2 and 4 seconds: the pauses double, and chance (here always 0.5) spreads them.
    assert server.waited_s == pytest.approx(3.5, abs=0.1)
    return error


@both_worlds
@every_operation
def test_a_429_is_waited_out(operation: str, world: str) -> None:
    """Whatever it is, a call waits until the date that Attio names, by Attio's clock, and succeeds."""
    server = _recovers(operation, world, too_many(wait_s=7))
    assert server.waited_s == pytest.approx(7, abs=0.1)


@both_worlds
@every_operation
def test_429s_without_end_are_an_error(operation: str, world: str) -> None:
    """After the last repetition the error says how long to wait; nothing was processed."""
    error, server = _fails(operation, world, [too_many(wait_s=2)] * 3, max_retries=2)
    assert isinstance(error, attio.RateLimitError)
    assert not isinstance(error, attio.MaybeSentError)
    assert error.retry_after_s == 2
    assert error.request_id == REQUEST_ID
    assert server.waited_s == pytest.approx(4, abs=0.2)


@both_worlds
@every_operation
def test_a_503_is_repeated_only_where_that_is_safe(operation: str, world: str) -> None:
    """Reads and idempotent writes go again; an unsafe write is sent once, and its outcome is called unknown."""
    error = _fails_at_last(operation, world, failing(503))
    assert isinstance(error, attio.ServiceUnavailableError)
    assert (error.http_status, error.request_id) == (503, REQUEST_ID)
    if OPERATIONS[operation].retry != "unsafe":
        _recovers(operation, world, failing(503))


@both_worlds
@every_operation
def test_a_timeout_is_repeated_only_where_that_is_safe(operation: str, world: str) -> None:
    """An answer that never came may have been lost on its way: the rule is that of a 503."""
    error = _fails_at_last(operation, world, httpx.ReadTimeout("too slow"))
    assert isinstance(error, attio.APITimeoutError)
    assert isinstance(error, builtins.TimeoutError)
    assert "timeout_s=30" in str(error)
    if OPERATIONS[operation].retry != "unsafe":
        _recovers(operation, world, httpx.ReadTimeout("too slow"))


@both_worlds
@every_operation
def test_a_failed_connect_is_repeated_for_all(operation: str, world: str) -> None:
    """Nothing was sent, so everything may be sent again; and when it never works, nothing was done."""
    _recovers(operation, world, httpx.ConnectError("refused"), httpx.ConnectTimeout("nobody there"))
    error, _ = _fails(operation, world, [httpx.ConnectError("refused")] * (MAX_RETRIES + 1))
    assert isinstance(error, attio.APIConnectionError)
    assert isinstance(error, builtins.ConnectionError)
    assert not isinstance(error, (attio.MaybeSentError, attio.APITimeoutError))


@both_worlds
@pytest.mark.parametrize("operation", [name for name, known in OPERATIONS.items() if known.retry == "unsafe"])
def test_unsafe_writes_are_repeated_when_asked_for(operation: str, world: str) -> None:
    """`retry_unsafe` makes one call like an idempotent one; it is for those who know that twice does no harm."""
    row, value = CALLS[operation], _value(operation)
    server = Server(failing(503), httpx.ReadTimeout("too slow"), *success(operation, value))
    values, names = row.calls[0]
    options = {"retry_unsafe": True}
    result = run(world, lambda client: row.method(client)(*values, **names, options=options), server)
    assert len(server.asked) == 3
    check_result(row, world, value, result)


@both_worlds
@pytest.mark.parametrize(
    "operation", [name for name, known in OPERATIONS.items() if known.method == "DELETE"]
)
def test_a_delete_whose_answer_was_lost_has_succeeded(operation: str, world: str) -> None:
    """404 after an attempt of unknown outcome means that that attempt deleted it."""
    gone = failing(404, "invalid_request_error", "not_found")
    for fault in (failing(503), httpx.ReadTimeout("too slow"), httpx.RemoteProtocolError("disconnected")):
        server = Server(fault, gone)
        assert run(world, CALLS[operation], server) is None
        assert len(server.asked) == 2
    with pytest.raises(attio.NotFoundError):
        run(world, CALLS[operation], Server(httpx.ConnectError("refused"), gone))


@both_worlds
def test_an_upload_from_a_pipe_is_never_repeated(world: str) -> None:
    """What cannot be read twice is sent once, even where nothing can have been processed."""

    class Pipe:
        name = "log.txt"

        def __init__(self) -> None:
            self.left = [b"one", b"two"]

        def read(self, size: int = -1) -> bytes:
            return self.left.pop(0) if self.left else b""

    for fault, kind in ((too_many(wait_s=1), attio.RateLimitError), (failing(503), attio.MaybeSentError)):
        server = Server(fault)
        with pytest.raises(kind):
            run(world, lambda client: client.files.upload("people", ID, Pipe()), server)
        assert len(server.asked) == 1


@both_worlds
def test_a_deadline_ends_the_repetitions(world: str) -> None:
    """A wait that would pass `deadline_s` is not begun: the error comes at once."""
    server = Server(too_many(wait_s=7))
    with pytest.raises(attio.RateLimitError):
        run(world, CALLS["get_note"], server, deadline_s=5.0)
    assert server.waited_s == 0
