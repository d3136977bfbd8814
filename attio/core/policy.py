"""When to send, wait, repeat and give up: one generator that does no I/O of its own.

It yields ``ACQUIRE`` (answered with a Grant), ``HOLD`` (seconds), ``Send`` (a response, or the exception) and
``Sleep`` (nothing), and returns the response or raises what the last attempt raised. transport.py drives it.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import httpx

from attio.core.failures import Failure, failure_of
from attio.core.gate import GUARD_S
from attio.core.hooks import RequestEvent, ResponseEvent, RetryEvent, WaitEvent, notify
from attio.core.logging import log_attempt
from attio.core.retry_after import retry_after_s

if TYPE_CHECKING:
    from collections.abc import Generator

    from attio.core.call import Call
    from attio.core.limits import Grant

MAX_BACKOFF_S: Final = 30.0
LATE_S: Final = GUARD_S / 2.0
"""A request that goes out later than this after it was due is one that the limiter hears of."""
REQUEST_ID: Final = "x-attio-execution-id"


class Step(Enum):
    """What the driver is asked to do, where there is nothing more to say."""

    ACQUIRE = "take a place under the limits"
    ACQUIRE_AGAIN = "take a place that was waited for"
    HOLD = "ask whether a penalty closes the lanes"
    PENALIZE = "tell the limiter of a 429"
    LATE = "tell the limiter of a request that went out late"
    SEND = "send one attempt"


class Sleep:
    """Ask the driver to wait."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


def exchange(call: Call) -> Generator[Step | Sleep, Any, httpx.Response]:
    """Run one call: take turns under the limits, send, and repeat what may be repeated."""
    clock = call.clock
    attempt = 0
    while True:
        if call.limiter is not None:
            yield from _turn(call)
        if call.deadline is not None and clock.monotonic() >= call.deadline:
            raise call.past_deadline("before it could be sent", sent=False)
        attempt += 1
        call.attempts += 1
        if call.watched and call.hooks.on_request is not None:
            _tell(call, call.hooks.on_request, RequestEvent(**_about(call)))
        call.sent_at = started = clock.monotonic()
        outcome: httpx.Response | Exception = yield Step.SEND
        call.elapsed_s = clock.monotonic() - started
        if call.tells_late and call.sent_at - call.due > LATE_S:
            yield Step.LATE
        if call.watched:
            _report(call, outcome)
        again = judge(call, outcome)
        wait_s = _delay(call, outcome, attempt) if again else 0.0
        if call.throttled and call.limiter is not None:
            call.penalty_s = wait_s if again else _delay(call, outcome, attempt)
            yield Step.PENALIZE
        if again and attempt <= call.max_retries and _fits(call, wait_s):
            if call.watched and call.hooks.on_retry is not None:
                _tell(call, call.hooks.on_retry, _retry_event(call, outcome, wait_s))
            if wait_s > 0.0:
                yield Sleep(wait_s)
            continue
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def judge(call: Call, outcome: httpx.Response | Exception) -> bool:
    """Decide whether an attempt's outcome is one to send the call again for; note what became uncertain."""
    call.throttled = False
    if isinstance(outcome, Exception):
        kind = failure_of(outcome)
        if kind is Failure.HOPELESS:
            return False
        if kind is Failure.AMBIGUOUS:
            call.uncertain = True
        return call.replayable and (kind is Failure.NOT_SENT or call.repeatable)
    status = outcome.status_code
    if status < 400:
        return False
    if status == 429:
        # A 429 was not processed, so it is safe to repeat whatever it was.
        call.throttled = True
        return call.replayable
    if status in {501, 505}:
        # Not implemented, HTTP version not supported: nothing was done, and nothing ever will be.
        return False
    if status >= 500 or status == 408:
        call.uncertain = True
        return call.replayable and call.repeatable
    if status == 404 and call.uncertain and call.method == "DELETE":
        # An earlier attempt of this very call, whose answer was lost, has deleted it.
        call.deleted_before = True
    return False


def _turn(call: Call) -> Generator[Step | Sleep, Any, None]:
    grant: Grant = yield Step.ACQUIRE
    call.due = call.clock.monotonic() + grant.wait_s - grant.late_s
    while grant.wait_s > 0.0 or not grant.granted:
        if call.remaining_s() <= grant.wait_s:
            raise call.past_deadline(
                f"in a wait for the limit on {call.plan.lane_names[0]} requests", sent=False
            )
        if call.watched and call.hooks.on_wait is not None:
            event = WaitEvent(**_route(call), wait_s=grant.wait_s, limits=call.plan.lane_names)
            _tell(call, call.hooks.on_wait, event)
        call.waited_s += grant.wait_s
        yield Sleep(grant.wait_s)
        if grant.granted:
            # Somebody may have been answered 429 meanwhile: then this place is not worth anything.
            held: float = yield Step.HOLD
            if held <= 0.0:
                return
        grant = yield Step.ACQUIRE_AGAIN
        call.due = call.clock.monotonic() + grant.wait_s - grant.late_s


def _delay(call: Call, outcome: httpx.Response | Exception, attempt: int) -> float:
    if isinstance(outcome, httpx.Response):
        headers = outcome.headers
        asked = retry_after_s(headers.get("retry-after"), date=headers.get("date"), now=call.clock.now())
        if asked:
            return asked
    # Full jitter: callers that failed together do not come back together.
    return call.clock.random() * min(MAX_BACKOFF_S, call.retry_delay_s * 2.0 ** min(attempt - 1, 32))


def _fits(call: Call, wait_s: float) -> bool:
    return wait_s < call.remaining_s()


def _route(call: Call) -> dict[str, Any]:
    return {"operation": call.plan.operation, "method": call.method, "path": call.path}


def _about(call: Call) -> dict[str, Any]:
    return {**_route(call), "attempt": call.attempts}


def _tell(call: Call, hook: Any, event: Any) -> None:
    notify(hook, event, call.logger)


def _retry_event(call: Call, outcome: httpx.Response | Exception, wait_s: float) -> RetryEvent:
    if isinstance(outcome, httpx.Response):
        return RetryEvent(**_about(call), delay_s=wait_s, status=outcome.status_code)
    return RetryEvent(**_about(call), delay_s=wait_s, error=outcome)


def _report(call: Call, outcome: httpx.Response | Exception) -> None:
    status: int | None = None
    request_id: str | None = None
    error: Exception | None = None
    if isinstance(outcome, httpx.Response):
        status, request_id = outcome.status_code, outcome.headers.get(REQUEST_ID)
    else:
        error, request_id = outcome, call.request_id
    if call.debug:
        log_attempt(
            call.logger,
            operation=call.plan.operation,
            method=call.method,
            path=call.path,
            status=type(error).__name__ if status is None else status,
            elapsed_s=call.elapsed_s,
            attempt=call.attempts,
            request_id=request_id,
        )
    if call.hooks.on_response is not None:
        event = ResponseEvent(
            **_about(call),
            elapsed_s=call.elapsed_s,
            status=status,
            request_id=request_id,
            error=error,
        )
        _tell(call, call.hooks.on_response, event)
