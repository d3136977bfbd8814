"""`WebhookDelivery`: what one request of Attio's brings, and `parse`, which reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.core.decoding import decode_json
from attio.core.shapes import is_dict, is_list

from .errors import InvalidDeliveryError
from .events import read_event
from .headers import IDEMPOTENCY_HEADER, header_values
from .signature import MAX_BODY_BYTES, keys_of, raw_body, signature_error, signature_problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .event import Event
    from .headers import Headers
    from .signature import Payload, SecretsInput

_LONGEST_KEY: Final = 200


class WebhookDelivery:
    """One delivery of a webhook: `.webhook_id`, `.idempotency_key`, `.events`.

    `raw` is the body as JSON. Pickles, without the client of its events, so that a queue can carry it.
    """

    __slots__ = ("events", "idempotency_key", "raw", "verified", "webhook_id")

    raw: Mapping[str, Any]
    webhook_id: str
    """The webhook that was triggered."""
    events: tuple[Event, ...]
    """What happened; Attio sends one a delivery today, and may send more."""
    idempotency_key: str | None
    """The same for every try of this delivery; None where the header was missing or not looked at.

    The signature does not cover it: it tells Attio's own repeats, not those of somebody who recorded one.
    """
    verified: bool
    """Whether the signature was checked when this was parsed."""

    def __init__(
        self,
        raw: Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
        verified: bool = False,
        client: Any = None,
    ) -> None:
        self.raw = raw
        self.webhook_id = raw["webhook_id"]
        self.events = tuple(read_event(event, client=client, delivery=self) for event in raw["events"])
        self.idempotency_key = idempotency_key
        self.verified = verified

    @property
    def event(self) -> Event:
        """The one event; raises InvalidDeliveryError when there are several, or none."""
        if len(self.events) != 1:
            raise InvalidDeliveryError(
                f"this delivery holds {len(self.events)} events; go through .events", code="several_events"
            )
        return self.events[0]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WebhookDelivery):
            return NotImplemented
        return self.raw == other.raw and self.idempotency_key == other.idempotency_key

    def __hash__(self) -> int:
        return hash((self.webhook_id, self.idempotency_key))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_restore, (type(self), self.raw, self.idempotency_key, self.verified))

    def __repr__(self) -> str:
        shown = ", ".join(repr(event) for event in self.events[:3])
        more = "" if len(self.events) <= 3 else f", and {len(self.events) - 3} more"
        return f"<{type(self).__name__} [{shown}{more}]>"


def _restore(
    kind: type[WebhookDelivery], raw: Mapping[str, Any], key: str | None, verified: bool
) -> WebhookDelivery:
    return kind(raw, idempotency_key=key, verified=verified)


def parse(
    payload: Payload,
    headers: Headers | None = None,
    *,
    secret: SecretsInput | None = None,
    client: Any = None,
    max_body_bytes: int = MAX_BODY_BYTES,
) -> WebhookDelivery:
    """Read a delivery, after checking its signature when `secret` is given (one, or several).

    Without `secret` nothing tells that Attio sent it: call `verify` before you believe it. `headers` are those
    of the request, for the signature and the Idempotency-Key; `client` is the one that events fetch through.
    Keeps event types and members that are new. Raises InvalidSignatureError, and InvalidDeliveryError for a
    body that is not a delivery or is larger than `max_body_bytes`.
    """
    body = raw_body(payload)
    if secret is not None:
        problem = signature_problem(body, headers, keys_of(secret), max_body_bytes)
        if problem is not None:
            raise signature_error(problem)
    raw = read_body(body, max_body_bytes)
    key = idempotency_key_in(headers)
    return WebhookDelivery(raw, idempotency_key=key, verified=secret is not None, client=client)


def read_body(body: bytes, max_body_bytes: int = MAX_BODY_BYTES) -> dict[str, Any]:
    """Return the JSON of a delivery; raises InvalidDeliveryError when it is none."""
    if len(body) > max_body_bytes:
        raise InvalidDeliveryError(
            f"the body has {len(body)} bytes; deliveries have at most {max_body_bytes}", code="body_too_large"
        )
    try:
        found = decode_json(body)
    except (ValueError, RecursionError) as error:
        raise InvalidDeliveryError(f"the body is not JSON ({error})", code="not_json") from None
    if is_dict(found) and isinstance(found.get("webhook_id"), str):
        events: object = found.get("events")
        if is_list(events) and all(is_dict(event) for event in events):
            return found
    raise InvalidDeliveryError(
        'the body is JSON, and not a delivery: {"webhook_id": "...", "events": [{...}]}',
        code="not_a_delivery",
    )


def idempotency_key_in(headers: Headers | None) -> str | None:
    """Return the Idempotency-Key of a request; one of unreasonable length as its hash, none and empty as None."""
    found = next((value.strip() for value in header_values(headers, IDEMPOTENCY_HEADER)), "")
    if len(found) > _LONGEST_KEY:
        from hashlib import sha256

        return sha256(found.encode("utf-8", "replace")).hexdigest()
    return found or None
