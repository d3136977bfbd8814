"""What happens to a delivery: verified, claimed, passed on, settled. No I/O; see `steps`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from attio.core.clock import SYSTEM_CLOCK
from attio.core.errors import ArgumentError, Error, InvalidSignatureError
from attio.core.redact import Secret
from attio.core.shapes import is_plural

from .actors import Actors, own_actors
from .delivery import WebhookDelivery, idempotency_key_in, read_body
from .ensuring import secret_of
from .errors import InvalidDeliveryError
from .receipt import Receipt, refused
from .signature import keys_of, raw_body, signature_error, signature_problem
from .steps import Call

if TYPE_CHECKING:
    from collections.abc import Callable

    from attio.core.clock import Clock

    from .event import Event
    from .guard import Guard
    from .headers import Headers
    from .routing import Route
    from .signature import SecretsInput
    from .steps import Steps
    from .stream import EventStream

_SLOW_S = 4.0
"""Attio waits some five seconds for an answer (unverified), then counts the try as failed."""


class SecretsError(Exception):
    """What looks up secrets failed."""

    def __init__(self, cause: Exception) -> None:
        super().__init__()
        self.cause = cause


class Flow:
    """The decisions of a receiver, as generators of calls."""

    def __init__(
        self,
        secrets: Any,
        *,
        guard: Guard,
        client: Any,
        ignored: Actors,
        ignore_echoes: bool,
        on_error: Callable[[Event, Exception], Any] | None,
        max_body_bytes: int,
        logger: Any,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self._look_up = _look_up_in(secrets)
        self._keys = () if self._look_up is not None else keys_of(cast("SecretsInput", secrets))
        self._guard = guard
        self._client = client
        self._ignored = ignored
        self._own: Actors | None = None if ignore_echoes else Actors(())
        self._on_error = on_error
        self._most = max_body_bytes
        self._logger = logger
        self._clock = clock
        self.routes: tuple[Route, ...] = ()
        self.streams: tuple[EventStream, ...] = ()

    def deliver(self, body: object, headers: Headers | None) -> Steps[Receipt]:
        """Take one request's body and headers to its receipt."""
        try:
            delivery = yield from self.trusted(raw_body(body), headers)
        except (InvalidSignatureError, InvalidDeliveryError) as error:
            self._logger.warning("refused a webhook delivery: %s", error)
            return refusal(error)
        except SecretsError as error:
            self._logger.exception("the secret of a webhook could not be had", exc_info=error.cause)
            return Receipt(500, "failed", "", None, (error.cause,))
        held, owner = yield from self._guard.claim(delivery)
        if held is None:
            return Receipt(503, "failed", "what was handled before is not known just now", delivery)
        if held == "done":
            return Receipt(200, "repeat", "", delivery)
        if held == "running":
            return Receipt(503, "running", "an earlier try is still being handled", delivery)
        try:
            receipt = yield from self._pass_on(delivery)
        except BaseException:
            yield from self._guard.settle(delivery, owner, ok=False)
            raise
        yield from self._guard.settle(delivery, owner, ok=receipt.accepted)
        return receipt

    # Whether Attio sent it

    def trusted(self, body: bytes, headers: Headers | None) -> Steps[WebhookDelivery]:
        """Return the delivery of a request that Attio signed; raises what is wrong with any other."""
        # Where the secret depends on the webhook, its id is read from a body that nothing vouches for yet: only
        # to choose the secret.
        raw = None if self._look_up is None else read_body(body, self._most)
        keys = self._keys if raw is None else (yield from self._keys_for(raw["webhook_id"]))
        problem = signature_problem(body, headers, keys, self._most)
        if problem is not None:
            raise signature_error(problem)
        return WebhookDelivery(
            read_body(body, self._most) if raw is None else raw,
            idempotency_key=idempotency_key_in(headers),
            verified=True,
            client=self._client,
        )

    def _keys_for(self, webhook_id: str) -> Steps[tuple[bytes, ...]]:
        assert self._look_up is not None
        try:
            found: Any = yield Call(self._look_up, (webhook_id,))
            # A store of tokens gives back more than the text that was put.
            held = found if is_plural(found) else secret_of(found)
            keys = () if held is None else keys_of(held)
        except Exception as error:
            raise SecretsError(error) from error
        if not keys:
            raise InvalidSignatureError("the webhook is not known here", code="unknown_webhook")
        return keys

    # Who wants it

    def _pass_on(self, delivery: WebhookDelivery) -> Steps[Receipt]:
        if not self.routes and not self.streams:
            self._logger.warning("a webhook delivery came and nobody listens: it will come again")
            return Receipt(503, "not_taken", "nobody listens yet", delivery)
        done: set[str] = set()
        errors: list[Exception] = []
        started = self._clock.monotonic()
        for event in delivery.events:
            try:
                done.add((yield from self._pass_on_event(event, errors)))
            except Exception as error:  # one event must not keep the others from being handled
                self._logger.exception("a webhook event could not be handled: %r", event)
                errors.append(error)
        took_s = self._clock.monotonic() - started
        if took_s > _SLOW_S:
            self._logger.warning(
                "handling %r took %.1f s: Attio has given up waiting by then and will send it again; "
                "queue long work, or use receiver.stream()",
                delivery,
                took_s,
            )
        if errors:
            return Receipt(500, "failed", "", delivery, tuple(errors))
        if "not_taken" in done:
            return Receipt(503, "not_taken", "no worker took it in time", delivery)
        outcome = next((one for one in ("handled", "ignored") if one in done), "unrouted")
        return Receipt(200, outcome, "", delivery)  # type: ignore[arg-type]  # one of the outcomes

    def _pass_on_event(self, event: Event, errors: list[Exception]) -> Steps[str]:
        if (yield from self._is_ignored(event)):
            return "ignored"
        outcome = "unrouted"
        for route in self.routes:
            if route.selection.matches(event):
                outcome = "handled"
                yield from self._handle(route, event, errors)
        streams = [stream for stream in self.streams if stream.selection.matches(event)]
        # A stream that was closed stands for a worker that is away: what it would have taken is kept for it,
        # unless another one is there for the same.
        for stream in [stream for stream in streams if not stream.closed] or streams:
            taken: str = yield Call(stream.offer, (event,), for_loops=stream.aoffer)
            if taken == "dropped":
                errors.append(Error("a worker dropped the event before it was done with it"))
            elif taken != "taken":
                return "not_taken"
            outcome = "handled"
        return outcome

    def _handle(self, route: Route, event: Event, errors: list[Exception]) -> Steps[None]:
        try:
            yield Call(route.handler, (event,))
        except Exception as error:  # whatever it is, the others still get the event
            self._logger.exception("the webhook handler %s failed on %r", route.name, event)
            errors.append(error)
            yield from self._tell(event, error)

    def _tell(self, event: Event, error: Exception) -> Steps[None]:
        try:
            if self._on_error is not None:
                yield Call(self._on_error, (event, error))
        except Exception:
            self._logger.exception("on_error of the webhook receiver failed itself")

    def _is_ignored(self, event: Event) -> Steps[bool]:
        if self._ignored.did(event):
            return True
        own = self._own
        if own is None:
            identity: Any = yield Call(self._client.whoami)
            own = self._own = own_actors(identity)
        return own.did(event)


def refusal(error: InvalidSignatureError | InvalidDeliveryError) -> Receipt:
    """Return the answer to a request that is no delivery, or not Attio's."""
    if error.code == "body_too_large":
        return refused(413, error.message)
    if isinstance(error, InvalidSignatureError):
        return refused(401, error.message)
    return Receipt(400, "malformed", error.message)


def _look_up_in(secrets: Any) -> Callable[[str], Any] | None:
    """Return the function that finds the secret of a webhook by its id; None for secrets as such."""
    if isinstance(secrets, (str, Secret)):
        return None
    if callable(secrets):
        return cast("Callable[[str], Any]", secrets)
    return getattr(secrets, "get", None)  # what client.webhooks.ensure(store=...) keeps secrets in


def check_client(client: Any, *, ignore_echoes: bool) -> Any:
    """Refuse a client that is none, and echoes without a client to tell them by."""
    if client is None and ignore_echoes:
        raise ArgumentError(
            "ignore_echoes",
            ignore_echoes,
            "needs to know who we are",
            fix="give client=, the one that writes",
        )
    if client is not None and not callable(getattr(client, "whoami", None)):
        raise ArgumentError("client", client, "is no client", fix="give an Attio or AsyncAttio")
    return client
