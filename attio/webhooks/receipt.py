"""`Receipt`: what became of a delivery, and what Attio is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from .delivery import WebhookDelivery
    from .headers import Headers

Outcome = Literal[
    "handled", "ignored", "unrouted", "repeat", "running", "failed", "not_taken", "refused", "malformed"
]


class Receipt(NamedTuple):
    """What became of a delivery. Attio takes any 2xx as received, and sends everything else again.

    | outcome | status | meaning |
    |---|---|---|
    | handled | 200 | every handler returned, every stream took it |
    | ignored | 200 | an echo, or of an actor that is ignored |
    | unrouted | 200 | nobody wants this type of event |
    | repeat | 200 | it was handled before |
    | running | 503 | an earlier try of it is still being handled |
    | failed | 500 | a handler raised |
    | not_taken | 503 | no stream took it in time, or nobody listens at all |
    | refused | 401, 413 | the signature is missing or wrong, or the body too large |
    | malformed | 400 | well signed, and no delivery |
    """

    status: int
    outcome: Outcome
    detail: str = ""
    delivery: WebhookDelivery | None = None
    errors: tuple[Exception, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether Attio is told that it was received."""
        return self.status < 300

    @property
    def body(self) -> bytes:
        """The answer, as text; it says no more than the sender knows."""
        return (f"{self.outcome}: {self.detail}\n" if self.detail else f"{self.outcome}\n").encode()


CONTENT_TYPE: Final = "text/plain; charset=utf-8"


def refused(status: int, detail: str) -> Receipt:
    """Return the receipt of what is not looked at."""
    return Receipt(status, "refused", detail)


TOO_LARGE: Final = refused(413, "the body is larger than a delivery can be")


class Receiving(Protocol):
    """What adapters need of a receiver."""

    max_body_bytes: int

    def handle(self, payload: bytes, headers: Headers | None) -> Receipt:
        """Handle one request in this thread."""
        ...

    async def ahandle(self, payload: bytes, headers: Headers | None) -> Receipt:
        """Handle one request in this event loop."""
        ...
