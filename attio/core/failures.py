"""What a failed exchange means: certainly not sent, perhaps processed, or pointless to repeat."""

from __future__ import annotations

import socket
import ssl
from enum import Enum
from typing import Final

import httpx

from attio.core.redact import redact_text


class Failure(Enum):
    """What is known after an exchange broke."""

    NOT_SENT = "not sent"
    """No byte of the request left: it can be sent again, whatever it does."""
    AMBIGUOUS = "ambiguous"
    """It may have been processed: also "server disconnected", which a reused connection says after sending."""
    HOPELESS = "hopeless"
    """Not sent, and it would fail the same way again: a certificate, an address, a protocol."""


class DeadlineError(Exception):
    """The call's ``deadline_s`` passed; ``sent`` tells whether a request was under way."""

    def __init__(self, what: str, *, sent: bool) -> None:
        super().__init__(what)
        self.sent = sent


# Custom transports may let the system's own errors through; other OSErrors are about files, not about the
# network.
TRANSPORT_FAILURES: Final = (
    httpx.TransportError,
    httpx.DecodingError,
    httpx.StreamError,
    ConnectionError,
    TimeoutError,
    ssl.SSLError,
    socket.gaierror,
    DeadlineError,
)

_TIMEOUTS: Final = (httpx.TimeoutException, TimeoutError, DeadlineError)
_NOT_SENT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    ConnectionRefusedError,
    socket.gaierror,
)
_HOPELESS: Final = (
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
    httpx.StreamError,
    ssl.SSLCertVerificationError,
)


def failure_of(exception: BaseException) -> Failure:
    """Tell what an exception of a transport means for the request."""
    if isinstance(exception, DeadlineError):
        return Failure.AMBIGUOUS if exception.sent else Failure.HOPELESS
    if isinstance(exception, _HOPELESS) or "CERTIFICATE_VERIFY_FAILED" in str(exception):
        return Failure.HOPELESS
    return Failure.NOT_SENT if isinstance(exception, _NOT_SENT) else Failure.AMBIGUOUS


def is_timeout(exception: BaseException) -> bool:
    """Tell whether a failure is one of time."""
    return isinstance(exception, _TIMEOUTS)


def explain(exception: BaseException, timeout_s: float) -> str:
    """Say in a few words what happened, for an error's message."""
    if isinstance(exception, DeadlineError):
        return str(exception)
    said = redact_text(" ".join(str(exception).split()))[:200]
    kind = type(exception).__name__
    if isinstance(exception, httpx.ConnectTimeout):
        return f"no connection within timeout_s={timeout_s:g} ({kind})"
    if isinstance(exception, httpx.PoolTimeout):
        return f"no free connection within timeout_s={timeout_s:g}; raise connection_limits ({kind})"
    if is_timeout(exception):
        return f"no answer within timeout_s={timeout_s:g} ({kind}{': ' + said if said else ''})"
    if isinstance(exception, _NOT_SENT):
        return f"could not connect: {said or kind}"
    if isinstance(exception, httpx.DecodingError):
        return f"the answer's compression is broken: {said or kind}"
    return f"the connection broke: {said or kind} ({kind})"


def bare(exception: BaseException) -> BaseException:
    """Give an exception without its frames and causes: the locals of a transport's frames hold the token."""
    copy = exception.with_traceback(None)
    copy.__cause__ = copy.__context__ = None
    return copy
