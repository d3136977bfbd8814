"""`WebhookReceiver`: from the bytes of a request to the handlers of its events."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

from attio.core.arguments import flag, integer, number, one_of
from attio.core.clock import SYSTEM_CLOCK
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.logging import library_logger

from .actors import Actors
from .flow import Flow, SecretsError, check_client
from .guard import Guard
from .routing import Route, Selection
from .signature import MAX_BODY_BYTES, raw_body
from .steps import arun, run
from .stores.memory import MemoryStore
from .stream import EventStream

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Iterable, Mapping
    from typing import TypeAlias

    from attio.core.clock import Clock

    from .actors import ActorInput
    from .asgi import AsgiReceiver
    from .claims import DeliveryStore
    from .delivery import WebhookDelivery
    from .ensuring import SecretStore
    from .event import Event
    from .guard import StoreFailure
    from .headers import Headers
    from .receipt import Receipt
    from .routing import EventSelector
    from .signature import Payload, SecretsInput
    from .stream import Acknowledge
    from .wsgi import WsgiReceiver

    SecretsLookup: TypeAlias = Callable[[str], SecretsInput | Awaitable[SecretsInput | None] | None]

EventT = TypeVar("EventT", bound="Event")
HandlerT = TypeVar("HandlerT", bound="Callable[..., Any]")
ResultT = TypeVar("ResultT")

KEEP_S: Final = 4 * 24 * 3600.0
"""Attio tries for about three days; a delivery is remembered for a day more."""


class WebhookReceiver:
    """Receives deliveries: checks the signature, drops repeats, calls the handlers of each event.

    ```python
    receiver = WebhookReceiver(os.environ["ATTIO_WEBHOOK_SECRET"], client=client)

    @receiver.on("record.created", "record.updated")
    async def changed(event):
        person = await event.record(object="people")
    ```

    Handlers are plain or async functions of one event, called in the order they were added. Attio delivers at
    least once, in no order, and waits some five seconds for the answer: let handlers be quick and safe to repeat.
    One that raises makes Attio send the delivery again, to all of them. Frameworks call `handle` or `ahandle`
    through `receiver.asgi()`, `receiver.wsgi()` and `attio.integrations`.
    """

    def __init__(
        self,
        secret: SecretsInput | SecretStore | Mapping[str, str] | SecretsLookup,
        *,
        client: Any = None,
        store: DeliveryStore | None = None,
        ignore_actors: Iterable[ActorInput] = (),
        ignore_echoes: bool = False,
        on_error: Callable[[Event, Exception], Any] | None = None,
        store_failure: StoreFailure = "process",
        lease_s: float = 60.0,
        keep_s: float = KEEP_S,
        max_body_bytes: int = MAX_BODY_BYTES,
        logger: Any = None,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        """Make a receiver.

        `secret` is the webhook's secret, several while they are changed, the store in which
        `client.webhooks.ensure` keeps secrets, or a function from webhook id to secret (None for a webhook that
        is not ours). `client`, sync or async, is the one that `event.record()` and the like fetch through.
        `store` remembers what was handled, for `keep_s`: this process's memory unless given. While it is out of
        order deliveries are handled without it, or answered 503 with `store_failure="refuse"`; a handler that
        hangs holds its delivery for `lease_s`.
        `ignore_echoes` passes over what `client`'s own token did (costs one request, once), `ignore_actors` over
        what these did. `on_error(event, error)` is told what handlers raise, which is logged in any case.
        """
        library_logger()
        self._logger: Any = logger if logger is not None else library_logger().getChild("webhooks")
        if on_error is not None and not callable(on_error):
            raise ArgumentTypeError("on_error", on_error, "must be a function of an event and an exception")
        self.store: DeliveryStore = MemoryStore() if store is None else _checked_store(store)
        self._lease_s = _positive(lease_s, "lease_s")
        guard = Guard(
            self.store,
            failure="refuse"
            if one_of(store_failure, "store_failure", ("process", "refuse")) == "refuse"
            else "process",
            lease_s=self._lease_s,
            keep_s=_positive(keep_s, "keep_s"),
            clock=clock,
            logger=self._logger,
        )
        self.max_body_bytes = integer(max_body_bytes, "max_body_bytes", least=1)
        """Size of the largest body that is looked at; adapters read no further."""
        echoes = flag(ignore_echoes, "ignore_echoes")
        self._flow = Flow(
            secret,
            guard=guard,
            client=check_client(client, ignore_echoes=echoes),
            ignored=Actors(ignore_actors),
            ignore_echoes=echoes,
            on_error=on_error,
            max_body_bytes=self.max_body_bytes,
            logger=self._logger,
            clock=clock,
        )

    @overload
    def on(  # type: ignore[overload-overlap]  # the more precise one wins
        self, event: type[EventT], /
    ) -> Callable[[Callable[[EventT], ResultT]], Callable[[EventT], ResultT]]: ...
    @overload
    def on(self, *events: EventSelector, unlisted: bool = False) -> Callable[[HandlerT], HandlerT]: ...
    def on(self, *events: Any, unlisted: bool = False) -> Callable[[Any], Any]:
        """Let a function handle events: `@receiver.on("record.created", "note.*", RecordUpdated)`.

        Takes types, a whole noun with `.*`, all as "*", and classes of events. A type that Attio is not known to
        send is refused, as a slip, unless `unlisted`.
        """
        if not events:
            raise ArgumentError("events", (), "is empty", fix='@receiver.on("*") takes every event')
        selection = Selection(events, unlisted=flag(unlisted, "unlisted"))

        def add(handler: Any) -> Any:
            if not callable(handler):
                raise ArgumentTypeError("handler", handler, "must be a function of an event")
            self._flow.routes = (*self._flow.routes, Route(selection, handler))
            return handler

        return add

    def handle(self, payload: Payload, headers: Headers | None) -> Receipt:
        """Handle one request in this thread; `.status` of what it returns is the answer to give.

        `payload` is the raw body, `headers` a mapping or pairs. Async handlers need `ahandle`. Raises nothing
        that comes with a request: only for arguments of a wrong type.
        """
        return run(self._flow.deliver(payload, headers))

    async def ahandle(self, payload: Payload, headers: Headers | None) -> Receipt:
        """Handle one request in this event loop: as `handle`, with async handlers.

        Plain handlers, and stores that wait for a disk or a network, run in threads meanwhile.
        """
        return await arun(self._flow.deliver(payload, headers))

    def parse(self, payload: Payload, headers: Headers | None) -> WebhookDelivery:
        """Return the delivery of one request, verified, and do nothing with it.

        For those who want no handlers; repeats are not told apart. Raises InvalidSignatureError,
        InvalidDeliveryError, and what the look-up of a secret raises.
        """
        with _plain_errors():
            return run(self._flow.trusted(raw_body(payload), headers))

    async def aparse(self, payload: Payload, headers: Headers | None) -> WebhookDelivery:
        """Return the delivery of one request, verified, in this event loop; else as `parse`."""
        with _plain_errors():
            return await arun(self._flow.trusted(raw_body(payload), headers))

    def stream(
        self,
        *events: EventSelector,
        acknowledge: Acknowledge = "handed_over",
        max_waiting: int = 100,
        handover_timeout_s: float = 4.0,
        unlisted: bool = False,
    ) -> EventStream:
        """Return verified events as an async iterator, for workers beside the web side of the same process.

        `events` as for `on`, all unless given. Attio gets its answer when a worker has taken the event, or with
        `acknowledge="processed"` when that worker comes for the next one; what no worker takes within
        `handover_timeout_s`, and what comes while `max_waiting` events wait, is answered 503 and sent again by
        Attio. A worker that fails before it is done gives its event back so too. Make the stream before requests
        come in: without any stream or handler they are answered 503.
        """
        made = EventStream(
            Selection(events or ("*",), unlisted=flag(unlisted, "unlisted")),
            max_waiting=max_waiting,
            handover_timeout_s=handover_timeout_s,
            processing_timeout_s=self._lease_s,
            acknowledge=acknowledge,
        )
        self._flow.streams = (*(one for one in self._flow.streams if not one.closed), made)
        return made

    def asgi(self, path: str | None = None) -> AsgiReceiver:
        """Return the receiver as an ASGI application, for this path only where one is given."""
        from .asgi import AsgiReceiver

        return AsgiReceiver(self, path)

    def wsgi(self, path: str | None = None) -> WsgiReceiver:
        """Return the receiver as a WSGI application, for this path only where one is given."""
        from .wsgi import WsgiReceiver

        return WsgiReceiver(self, path)

    def __repr__(self) -> str:
        flow = self._flow
        return f"<{type(self).__name__} with {len(flow.routes)} handlers and {len(flow.streams)} streams>"


@contextmanager
def _plain_errors() -> Generator[None]:
    try:
        yield
    except SecretsError as error:
        raise error.cause from None


def _positive(value: float, argument: str) -> float:
    seconds = number(value, argument)
    if seconds <= 0:
        raise ArgumentError(argument, value, "must be more than 0")
    return seconds


def _checked_store(store: Any) -> Any:
    if isinstance(store, str) or not all(
        callable(getattr(store, name, None)) for name in ("claim", "finish", "release")
    ):
        fix = 'give MemoryStore(), SQLiteStore("seen.db"), RedisStore("redis://...") or one of your own'
        raise ArgumentTypeError("store", store, "is no store of deliveries", fix=fix)
    return store
