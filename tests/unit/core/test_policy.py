from __future__ import annotations

import socket
import ssl
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio.core.call import Call
from attio.core.failures import DeadlineError, Failure, bare, explain, failure_of, is_timeout
from attio.core.hooks import NO_HOOKS
from attio.core.limits import Grant
from attio.core.policy import MAX_BACKOFF_S, Sleep, Step, exchange
from attio.core.retry_after import MAX_RETRY_AFTER_S
from attio.core.routes import READ_LANE, Plan

RETRIED_STATUSES = [500, 502, 503, 504, 520, 522, 524, 408]
NOT_SENT = [
    httpx.ConnectError("refused"),
    httpx.ConnectTimeout("slow"),
    httpx.PoolTimeout("busy"),
    httpx.ProxyError("407"),
]
AMBIGUOUS = [
    httpx.ReadTimeout("slow"),
    httpx.WriteTimeout("slow"),
    httpx.ReadError("reset"),
    httpx.WriteError("pipe"),
    httpx.CloseError("x"),
    httpx.RemoteProtocolError("Server disconnected without sending a response."),
    httpx.DecodingError("zlib"),
    ConnectionResetError("reset"),
    TimeoutError("slow"),
]
HOPELESS = [
    httpx.UnsupportedProtocol("x"),
    httpx.LocalProtocolError("x"),
    httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed"),
    ssl.SSLCertVerificationError("x"),
]


def call_of(clock: Any, retry: str = "safe", method: str = "GET", **more: Any) -> Call:
    plan = Plan("op", retry, (READ_LANE,), ("read",))  # type: ignore[arg-type]
    more.setdefault("repeatable", retry != "unsafe")
    return Call(plan=plan, method=method, path="/v2/x", clock=clock, hooks=NO_HOOKS, **more)


def run(call: Call, *outcomes: Any, grants: Any = None) -> tuple[Any, list[Any]]:
    """Drive the generator by hand: give back what it came to, and every step it took."""
    answers = list(outcomes)
    steps = exchange(call)
    taken: list[Any] = []
    send: Any = None
    try:
        while True:
            step = steps.send(send)
            taken.append(step)
            if step is Step.SEND:
                send = answers.pop(0)
            elif isinstance(step, Sleep):
                call.clock.sleep(step.seconds)
                send = None
            elif step is Step.HOLD:
                send = 0.0
            elif step is Step.PENALIZE:
                send = None
            else:
                send = grants.pop(0) if grants else Grant(0.0, True)
    except StopIteration as stop:
        return stop.value, taken
    except Exception as failure:
        return failure, taken


def sends(taken: list[Any]) -> int:
    return sum(step is Step.SEND for step in taken)


def waits(taken: list[Any]) -> list[float]:
    return [step.seconds for step in taken if isinstance(step, Sleep)]


def answer(status: int, **headers: str) -> httpx.Response:
    return httpx.Response(status, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize("retry", ["safe", "idempotent", "unsafe"])
@pytest.mark.parametrize("status", [200, 204, 302, 400, 401, 403, 404, 409, 413, 422, 501, 505])
def test_final_statuses_are_never_repeated(clock: Any, retry: str, status: int) -> None:
    """An answer that would be the same again is given at once, whatever the operation."""
    call = call_of(clock, retry)
    result, taken = run(call, answer(status))
    assert result.status_code == status
    assert sends(taken) == call.attempts == 1
    assert not call.maybe_sent


@pytest.mark.parametrize("retry", ["safe", "idempotent", "unsafe"])
@pytest.mark.parametrize("status", RETRIED_STATUSES)
def test_server_errors_are_repeated_for_what_can_be_done_twice(clock: Any, retry: str, status: int) -> None:
    """5xx and 408: safe and idempotent operations again, unsafe ones never, and then they are marked."""
    call = call_of(clock, retry)
    result, taken = run(call, answer(status), answer(200))
    if retry == "unsafe":
        assert result.status_code == status
        assert sends(taken) == 1
        assert call.maybe_sent
    else:
        assert result.status_code == 200
        assert sends(taken) == 2
        assert not call.maybe_sent


@pytest.mark.parametrize("retry", ["safe", "idempotent", "unsafe"])
def test_a_429_is_repeated_for_everything(clock: Any, retry: str) -> None:
    """A 429 was not processed, so even an unsafe write is sent again and is not in doubt."""
    call = call_of(clock, retry, limiter=object())
    result, taken = run(call, answer(429, retry_after="2"), answer(200))
    assert result.status_code == 200
    assert waits(taken) == [2.0]
    assert Step.PENALIZE in taken
    assert not call.maybe_sent


@pytest.mark.parametrize("retry", ["safe", "idempotent", "unsafe"])
@pytest.mark.parametrize("failure", NOT_SENT, ids=lambda failure: type(failure).__name__)
def test_a_failed_connect_is_repeated_for_everything(clock: Any, retry: str, failure: Exception) -> None:
    """What never left can be sent again, whatever it does."""
    call = call_of(clock, retry)
    result, taken = run(call, failure, answer(200))
    assert result.status_code == 200
    assert sends(taken) == 2
    assert not call.maybe_sent


@pytest.mark.parametrize("retry", ["safe", "idempotent", "unsafe"])
@pytest.mark.parametrize("failure", AMBIGUOUS, ids=lambda failure: type(failure).__name__)
def test_an_ambiguous_failure_is_repeated_only_for_what_can_be_done_twice(
    clock: Any, retry: str, failure: Exception
) -> None:
    """Timeouts, resets and "server disconnected" may hide a processed request: an unsafe write is not sent again."""
    call = call_of(clock, retry)
    result, taken = run(call, failure, answer(200))
    if retry == "unsafe":
        assert result is failure
        assert sends(taken) == 1
        assert call.maybe_sent
    else:
        assert result.status_code == 200
        assert sends(taken) == 2


@pytest.mark.parametrize("failure", HOPELESS, ids=lambda failure: type(failure).__name__)
def test_a_hopeless_failure_is_not_repeated(clock: Any, failure: Exception) -> None:
    """A wrong certificate or address would fail the same way again."""
    result, taken = run(call_of(clock, "unsafe"), failure)
    assert result is failure
    assert sends(taken) == 1


def test_the_caller_can_say_that_a_write_may_be_repeated(clock: Any) -> None:
    """With retry_unsafe an unsafe operation is repeated, and stays in doubt all the same."""
    call = call_of(clock, "unsafe", "POST", repeatable=True)
    result, taken = run(call, answer(502), httpx.ReadTimeout("x"), answer(400))
    assert result.status_code == 400
    assert sends(taken) == 3
    assert call.maybe_sent


@pytest.mark.parametrize(
    "outcome", [answer(429), answer(503), httpx.ConnectError("x"), httpx.ReadTimeout("x")]
)
def test_a_body_that_cannot_be_replayed_is_never_repeated(clock: Any, outcome: Any) -> None:
    """Half a stream is not a request, so one that was read is not sent again."""
    _, taken = run(call_of(clock, replayable=False, limiter=object()), outcome)
    assert sends(taken) == 1
    assert waits(taken) == []


def test_a_delete_that_meets_404_after_doubt_has_succeeded(clock: Any) -> None:
    """After an ambiguous attempt a 404 means that the first one worked; without one it means not found."""
    call = call_of(clock, "idempotent", "DELETE")
    result, _ = run(call, httpx.ReadTimeout("x"), answer(404))
    assert result.status_code == 404
    assert call.deleted_before
    sure = call_of(clock, "idempotent", "DELETE")
    run(sure, answer(404))
    assert not sure.deleted_before
    refused = call_of(clock, "idempotent", "DELETE")
    run(refused, httpx.ConnectError("x"), answer(429), answer(404))
    assert not refused.deleted_before
    read = call_of(clock, "safe", "GET")
    run(read, answer(502), answer(404))
    assert not read.deleted_before


@pytest.mark.parametrize("retries", [0, 1, 3])
def test_retries_end(clock: Any, retries: int) -> None:
    """max_retries bounds the attempts, and the last outcome is what comes back."""
    call = call_of(clock, max_retries=retries)
    result, taken = run(call, *[answer(503) for _ in range(retries + 1)])
    assert result.status_code == 503
    assert sends(taken) == call.attempts == retries + 1
    failing = call_of(clock, max_retries=retries)
    result, taken = run(failing, *[httpx.ConnectError("x") for _ in range(retries + 1)])
    assert isinstance(result, httpx.ConnectError)


def test_the_waits_grow_with_full_jitter(tools: Any) -> None:
    """The wait before the n-th retry is drawn from 0 to delay * 2 ** n, up to a maximum."""
    for chance in (0.0, 0.5, 0.999):
        call = call_of(tools.Clock(chance=chance), max_retries=8, retry_delay_s=1.0)
        _, taken = run(call, *[answer(503) for _ in range(9)])
        expected = [chance * min(MAX_BACKOFF_S, 2.0**n) for n in range(8)]
        assert waits(taken) == pytest.approx([seconds for seconds in expected if seconds])


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry_after": "7"}, 7.0),
        ({"retry_after": "Tue, 23 May 2023 14:42:03 GMT", "date": "Tue, 23 May 2023 14:42:01 GMT"}, 2.0),
        ({"retry_after": "Tue, 23 May 2062 14:42:03 GMT"}, MAX_RETRY_AFTER_S),
        ({"retry_after": "86400"}, MAX_RETRY_AFTER_S),
        ({"retry_after": "-5"}, 0.5),
        ({"retry_after": "Tue, 23 May 2000 14:42:03 GMT"}, 0.5),
        ({"retry_after": "later"}, 0.5),
        ({}, 0.5),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_obeyed_within_reason(
    clock: Any, headers: dict[str, str], seconds: float, status: int
) -> None:
    """A date or seconds, ours or a skewed clock: never negative, never over a minute, and else the usual wait."""
    _, taken = run(call_of(clock), answer(status, **headers), answer(200))
    assert waits(taken) == [seconds]


def test_no_wait_goes_past_the_deadline(clock: Any) -> None:
    """When the wait would not leave time to send again, the last outcome is given at once."""
    call = call_of(clock, deadline_s=5.0)
    result, taken = run(call, answer(429, retry_after="6"))
    assert result.status_code == 429
    assert waits(taken) == []
    assert clock.at == 0.0


def test_nothing_is_sent_after_the_deadline(clock: Any) -> None:
    """A deadline that passed while waiting for a turn is an error, and nothing is sent."""
    call = call_of(clock, deadline_s=1.0)
    clock.at = 2.0
    result, taken = run(call)
    assert isinstance(result, DeadlineError)
    assert not result.sent
    assert sends(taken) == 0
    late = call_of(clock, deadline_s=1.0, limiter=object())
    result, taken = run(late, grants=[Grant(3.0, False)])
    assert isinstance(result, DeadlineError)
    assert "limit on read requests" in str(result)
    assert waits(taken) == []


def test_a_turn_is_waited_for_and_asked_again_when_it_was_not_granted(clock: Any) -> None:
    """The limiter may give a place to wait for, or only a time to ask again."""
    call = call_of(clock, limiter=object())
    _, taken = run(call, answer(200), grants=[Grant(2.0, False), Grant(1.0, True)])
    assert waits(taken) == [2.0, 1.0]
    assert [step for step in taken if isinstance(step, Step)] == [
        Step.ACQUIRE,
        Step.ACQUIRE_AGAIN,
        Step.HOLD,
        Step.SEND,
    ]
    assert call.waited_s == 3.0


def test_timeouts_of_a_phase_shrink_with_the_deadline(clock: Any) -> None:
    """A phase never gets more time than the whole call has left, and never none at all."""
    call = call_of(clock, deadline_s=10.0, timeout_s=30.0)
    assert call.phase_timeout_s() == 10.0
    clock.at = 9.0
    assert call.phase_timeout_s() == 1.0
    clock.at = 11.0
    assert call.phase_timeout_s() == 0.001
    assert call_of(clock, timeout_s=30.0).phase_timeout_s() == 30.0


OUTCOMES = st.one_of(
    st.sampled_from([200, 400, 404, 408, 429, 500, 501, 502, 503, 520]).map(
        lambda status: ("status", status)
    ),
    st.sampled_from(["connect", "read", "disconnect", "certificate"]).map(lambda kind: ("failure", kind)),
)
FAILURES: dict[str, Any] = {
    "connect": lambda: httpx.ConnectError("x"),
    "read": lambda: httpx.ReadTimeout("x"),
    "disconnect": lambda: httpx.RemoteProtocolError("Server disconnected"),
    "certificate": lambda: httpx.ConnectError("CERTIFICATE_VERIFY_FAILED"),
}


@given(
    outcomes=st.lists(OUTCOMES, min_size=6, max_size=6),
    retry=st.sampled_from(["safe", "idempotent", "unsafe"]),
    method=st.sampled_from(["GET", "POST", "PUT", "DELETE"]),
    retries=st.integers(0, 5),
    replayable=st.booleans(),
)
def test_nothing_is_sent_again_once_it_may_have_been_processed(
    outcomes: list[tuple[str, Any]],
    retry: str,
    method: str,
    retries: int,
    replayable: bool,
) -> None:
    """For every sequence of outcomes: an unsafe operation is never sent after an ambiguous one, attempts are bounded."""
    from attio.core.clock import Clock

    class Now(Clock):
        def sleep(self, seconds: float) -> None:
            assert 0.0 < seconds <= MAX_RETRY_AFTER_S

        def random(self) -> float:
            return 0.5

    made = [answer(what) if kind == "status" else FAILURES[what]() for kind, what in outcomes]
    call = call_of(Now(), retry, method, max_retries=retries, replayable=replayable)
    _, taken = run(call, *made)
    count = sends(taken)
    assert 1 <= count <= retries + 1
    if not replayable:
        assert count == 1
    for kind, what in outcomes[: count - 1]:
        certain = (kind, what) in {("status", 429), ("failure", "connect")}
        assert certain or retry != "unsafe"
        assert (kind, what) not in {("status", 200), ("status", 400), ("status", 404), ("status", 501)}


@pytest.mark.parametrize(
    "failure", NOT_SENT + AMBIGUOUS + HOPELESS, ids=lambda failure: type(failure).__name__
)
def test_failures_are_explained_in_a_line(failure: Exception) -> None:
    """Every failure of a transport is told in one line without secrets."""
    text = explain(failure, 30.0)
    assert text
    assert "\n" not in text


def test_failures_are_told_apart() -> None:
    """Not sent, perhaps processed, or hopeless; in time or not."""
    assert failure_of(socket.gaierror("no such host")) is Failure.NOT_SENT
    assert failure_of(ConnectionRefusedError("no")) is Failure.NOT_SENT
    assert failure_of(ssl.SSLError("EOF")) is Failure.AMBIGUOUS
    assert failure_of(DeadlineError("x", sent=True)) is Failure.AMBIGUOUS
    assert failure_of(DeadlineError("x", sent=False)) is Failure.HOPELESS
    assert is_timeout(httpx.PoolTimeout("x"))
    assert is_timeout(DeadlineError("x", sent=True))
    assert not is_timeout(httpx.ReadError("x"))
    assert "timeout_s=30" in explain(httpx.ReadTimeout(""), 30.0)
    assert "connection_limits" in explain(httpx.PoolTimeout(""), 30.0)
    assert "password" not in explain(httpx.ProxyError("http://u:password@proxy:1 said 407"), 30.0)


def test_a_bare_exception_has_no_frames_and_no_causes() -> None:
    """What is chained to an error keeps its text and loses the frames that hold the token."""
    try:
        try:
            raise ValueError("inner")
        except ValueError as inner:
            raise httpx.ReadError("outer") from inner
    except httpx.ReadError as outer:
        found = bare(outer)
    assert str(found) == "outer"
    assert found.__traceback__ is None
    assert found.__cause__ is None
    assert found.__context__ is None
