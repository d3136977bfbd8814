"""How each kind of fault goes wrong."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Final, Literal

from attio.testing.replies import (
    CAMEL_STATUS_OPERATIONS,
    Answer,
    LocalResponse,
    Refusal,
    rate_limited,
    respond,
)
from attio.testing.stamps import http_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from attio.testing.faults import FaultDetails
    from attio.testing.workspace import Incoming, LocalWorkspace, Next

Break = Literal["connect", "reset", "timeout"]

COPIES: Final[ContextVar[int]] = ContextVar("copies of each delivery", default=1)
"""How often the events of the request at hand are delivered."""


def _latency(_: LocalWorkspace, details: FaultDetails, request: Incoming, inner: Next) -> LocalResponse:
    response = inner(request)
    return response._replace(delay_s=response.delay_s + details.get("seconds", 0.0))


def _refused(workspace: LocalWorkspace, request: Incoming, refusal: Refusal) -> LocalResponse:
    operation = request.operation
    camel_status = operation is not None and operation.id in CAMEL_STATUS_OPERATIONS
    answer = Answer(refusal.body(camel_status=camel_status), refusal.status, refusal.headers)
    return respond(
        answer,
        execution_id=workspace.new_execution_id(),
        now_us=workspace.clock.now_us(),
        accurate_us=None,
    )


def _rate_limit(
    workspace: LocalWorkspace, details: FaultDetails, request: Incoming, _: Next
) -> LocalResponse:
    wait_s = details.get("seconds", 1.0)
    # Rounded up to a whole second, as a date of HTTP must be.
    refusal = rate_limited(-(-workspace.clock.now_us() // 1_000_000) + max(0, round(wait_s) - 1))
    form = details.get("retry_after")
    if form == "seconds":
        refusal.headers = (("Retry-After", f"{wait_s:g}"),)
    elif form is None:
        refusal.headers = ()
    return _refused(workspace, request, refusal)


def _error(workspace: LocalWorkspace, details: FaultDetails, request: Incoming, _: Next) -> LocalResponse:
    status = details.get("status", 503)
    kind = details.get("type") or ("api_error" if status >= 500 else "invalid_request_error")
    code = details.get("code") or ("internal_error" if status >= 500 else "validation_type")
    message = details.get("message") or f"This request was answered with {status} on demand."
    return _refused(workspace, request, Refusal(status, code, message, type=kind))


def _html(workspace: LocalWorkspace, details: FaultDetails, _request: Incoming, _: Next) -> LocalResponse:
    status = details.get("status", 502)
    page = f"<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>Error {status}</h1></body></html>"
    headers = [
        ("content-type", "text/html; charset=UTF-8"),
        ("date", http_date(workspace.clock.now_us() // 1_000_000)),
        ("server", "cloudflare"),
    ]
    return LocalResponse(status, headers, page.encode())


def _truncate(_: LocalWorkspace, details: FaultDetails, request: Incoming, inner: Next) -> LocalResponse:
    response = inner(request)
    length = len(response.body)
    headers = [pair for pair in response.headers if pair[0].lower() != "content-length"]
    # An empty body has nothing to lose: then it is the announced one that never comes.
    headers.append(("content-length", str(length or 2)))
    kept = response.body[: int(length * details.get("keep", 0.5))]
    return response._replace(headers=headers, body=kept)


def _broken(kind: Break) -> Callable[..., LocalResponse]:
    def breakdown(_: LocalWorkspace, details: FaultDetails, request: Incoming, inner: Next) -> LocalResponse:
        if details.get("applied", False):
            inner(request)
        raise _failure(kind)

    return breakdown


def _failure(kind: Break) -> Exception:
    """Return what an httpx transport raises; a server that serves the workspace breaks the connection instead."""
    import httpx

    if kind == "connect":
        return httpx.ConnectError("[Errno 111] Connection refused (a fault of the local workspace)")
    if kind == "reset":
        return httpx.ReadError("[Errno 104] Connection reset by peer (a fault of the local workspace)")
    return httpx.ReadTimeout("The read operation timed out (a fault of the local workspace)")


def _duplicate_request(
    _: LocalWorkspace, details: FaultDetails, request: Incoming, inner: Next
) -> LocalResponse:
    for _copy in range(details.get("copies", 2) - 1):
        inner(request)
    return inner(request)


def _duplicate_delivery(
    _: LocalWorkspace, details: FaultDetails, request: Incoming, inner: Next
) -> LocalResponse:
    before = COPIES.set(details.get("copies", 2))
    try:
        return inner(request)
    finally:
        COPIES.reset(before)


BREAKDOWNS: Final[dict[str, Callable[..., LocalResponse]]] = {
    "latency": _latency,
    "rate_limit": _rate_limit,
    "error": _error,
    "html": _html,
    "truncate": _truncate,
    "reset": _broken("reset"),
    "connect": _broken("connect"),
    "timeout": _broken("timeout"),
    "duplicate_request": _duplicate_request,
    "duplicate_delivery": _duplicate_delivery,
}
