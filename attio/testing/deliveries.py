"""Events on their way to webhooks: `workspace.webhooks`."""

from __future__ import annotations

import threading
from bisect import insort
from collections import deque
from collections.abc import Callable
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.testing.breakdowns import COPIES
from attio.testing.clock import SteppingClock, SystemClock
from attio.testing.loopback import is_loopback
from attio.testing.state.webhooks import (
    EVENT_TYPES,
    Attempt,
    Delivery,
    Subscribers,
    Subscription,
    Webhook,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.testing.delivery_sender import Sender
    from attio.testing.state.workspace_state import Event
    from attio.testing.workspace import LocalWorkspace

Handler = Callable[[Delivery], Any]

MAX_TRIES: Final = 10
_KEPT: Final = 10_000
_SECOND_US: Final = 1_000_000
# Nine pauses that grow threefold and add up to three days.
_PAUSES_US: Final = [3 * 86_400 * _SECOND_US * 3**n * 2 // (3**9 - 1) for n in range(MAX_TRIES - 1)]
# A handler that answers each event with a write that is another one would never come to an end.
_MOST_AT_ONCE: Final = 1_000
_MOST_TO_SETTLE: Final = 100_000


class Webhooks:
    """Deliveries of a workspace: what was sent where, how often, and what is still to come.

    Events go out when the request that caused them has succeeded. `route` says who stands for an address: a callable,
    called in the thread of the request, or an address on this machine, posted to from a thread of the workspace's
    own. An https address on this machine needs no route. Nothing ever leaves this machine.

    A delivery that fails (no 2xx, an exception) is tried again, ten times over three days of the workspace's clock:
    `advance` and `settle` make time pass. By the machine's clock, posts are repeated when their time has come.
    """

    def __init__(self, workspace: LocalWorkspace) -> None:
        self._workspace = workspace
        self.deliveries: deque[Delivery] = deque(maxlen=_KEPT)
        self.deliveries_per_s: int | None = None
        self._targets: dict[str | None, Handler | str] = {}
        self._lock = threading.RLock()
        self._ahead_us = 0
        self._recent: dict[str, deque[int]] = {}
        self._draining = threading.local()
        self._sender: Sender | None = None

    # Who is told

    def route(self, to: Handler | str, *, url: str | None = None) -> None:
        """Let a callable, or an address on this machine, stand for a webhook address; for all of them without `url`.

        The callable gets the Delivery (`headers`, `body`, `json()`, `event`) and returns a status, something with a
        `status` (such as what `WebhookReceiver.handle` returns), or None for 200.
        """
        if isinstance(to, str):
            _check_local(to)
        elif not callable(to):
            raise ArgumentTypeError("to", to, "is neither callable nor an address")
        elif iscoroutinefunction(to):
            raise ArgumentTypeError(
                "to", to, "is asynchronous", fix="give a plain function, or serve it and give its address"
            )
        self._targets[url] = to

    def add(
        self,
        target_url: str,
        events: Iterable[str] | str = EVENT_TYPES,
        *,
        filter: dict[str, Any] | None = None,
        to: Handler | str | None = None,
    ) -> Webhook:
        """Add a webhook without a request; its secret is `webhook.secret`. An http address is allowed here."""
        types = (events,) if isinstance(events, str) else tuple(events)
        for each in types:
            if each not in EVENT_TYPES:
                raise ArgumentError("events", each, "is no event type", allowed=EVENT_TYPES)
        subscribers = self._subscribers()
        subscriptions = [Subscription(each, filter) for each in types]
        if subscribers.clash(target_url, subscriptions) is not None:
            raise ArgumentError("target_url", target_url, "already has a webhook for one of these events")
        if to is not None:
            self.route(to, url=target_url)
        return subscribers.add(target_url, subscriptions, self.now_us())

    def _subscribers(self) -> Subscribers:
        return self._workspace.state.store(Subscribers)

    # What is told

    def take(self, events: list[Event]) -> None:
        """Queue the events of one request for everybody who wants them, and send what is due."""
        subscribers = self._subscribers()
        now_us = self.now_us()
        for event in events:
            for webhook in list(subscribers.by_id.values()):
                if webhook.status(now_us) != "inactive" and any(
                    each.wants(event) for each in webhook.subscriptions
                ):
                    self._queue(subscribers, webhook, event, now_us)
        self._drain()

    def _queue(self, subscribers: Subscribers, webhook: Webhook, event: Event, now_us: int) -> None:
        # Idempotency keys are not taken from the source of ids: who listens changes nothing that is stored.
        delivery = Delivery(self._workspace.new_execution_id(), webhook, event, now_us)
        with self._lock:
            copies = [Delivery(delivery.id, webhook, event, now_us) for _ in range(COPIES.get() - 1)]
            for each in (delivery, *copies):
                insort(subscribers.pending, each, key=_due)
                self.deliveries.append(each)

    @property
    def pending(self) -> list[Delivery]:
        """What has not ended, the next one first."""
        return list(self._subscribers().pending)

    def of(self, event_type: str) -> list[Delivery]:
        """Return the deliveries of one event type, oldest first."""
        return [each for each in self.deliveries if each.event_type == event_type]

    # When

    def now_us(self) -> int:
        """Return the time deliveries go by: the workspace's, and what `advance` added to a clock it cannot move."""
        clock = self._workspace.clock
        if isinstance(clock, SteppingClock):
            return clock.read_us()
        return clock.now_us() + self._ahead_us

    def send_due(self) -> int:
        """Send what is due, without waiting for what is sent by post; return how many tries that took."""
        return self._drain()

    def run_due(self) -> int:
        """Send everything that is due, wait for what is sent by post, and return how many tries that took."""
        tries = self._drain()
        if self._sender is not None:
            self._sender.wait()
        return tries

    def advance(self, seconds: float) -> int:
        """Let time pass, and send what comes due meanwhile at its own time; return how many tries that took."""
        if not seconds >= 0:
            raise ArgumentError("seconds", seconds, "is no time to wait")
        end_us = self.now_us() + int(seconds * _SECOND_US)
        tries = self.run_due()
        while (due_us := self._next_us()) is not None and due_us <= end_us:
            self._move_to(due_us)
            tries += self.run_due()
        self._move_to(end_us)
        return tries

    def settle(self) -> int:
        """Let as much time pass as it takes until nothing is pending; return how many tries that took."""
        tries = self.run_due()
        while (due_us := self._next_us()) is not None:
            if tries > _MOST_TO_SETTLE:
                raise RuntimeError(
                    f"nothing is settled after {tries} tries: "
                    "a handler seems to answer each event with a write that is the next one"
                )
            self._move_to(due_us)
            tries += self.run_due()
        return tries

    def close(self) -> None:
        """End the thread that posts."""
        if self._sender is not None:
            self._sender.close()

    def seconds_to_next(self) -> float | None:
        """Return how long it is until something is due by a clock that runs by itself; None when nothing will be."""
        due_us = self._next_us()
        if due_us is None or not isinstance(self._workspace.clock, SystemClock):
            return None
        return max(0.0, (due_us - self.now_us()) / _SECOND_US)

    def _next_us(self) -> int | None:
        with self._lock:
            return next((each.due_us for each in self._subscribers().pending if not each.is_busy), None)

    def _move_to(self, us: int) -> None:
        clock = self._workspace.clock
        ahead_us = max(0, us - self.now_us())
        if isinstance(clock, SteppingClock):
            clock.advance(ahead_us / _SECOND_US)
        else:
            self._ahead_us += ahead_us

    # How

    def _drain(self) -> int:
        """Send what is due. A handler that causes events meets itself here: they wait for the loop that called it."""
        if getattr(self._draining, "is_on", False):
            return 0
        self._draining.is_on = True
        tries = 0
        try:
            while tries < _MOST_AT_ONCE and (delivery := self._next_due()) is not None:
                tries += self._send(delivery)
        finally:
            self._draining.is_on = False
        return tries

    def _next_due(self) -> Delivery | None:
        now_us = self.now_us()
        with self._lock:
            for each in self._subscribers().pending:
                if each.due_us > now_us:
                    return None
                if not each.is_busy:
                    each.is_busy = True
                    return each
        return None

    def _send(self, delivery: Delivery) -> int:
        """Make one try, or find out that there is nobody to try; return how many tries that was."""
        now_us = self.now_us()
        webhook = self._subscribers().by_id.get(delivery.webhook_id)
        if webhook is None or webhook.status(now_us) == "inactive":
            self._end(delivery, "dropped")
            return 0
        target = self._target(delivery.url)
        if target is None:
            self._end(delivery, "unrouted")
            return 0
        room_us = self._room_us(delivery.url, now_us)
        if room_us > now_us:
            self._postpone(delivery, room_us)
            return 0
        if isinstance(target, str):
            self._post(delivery, target)
        else:
            self.finish(delivery, _called(target, delivery, now_us))
        return 1

    def _target(self, url: str) -> Handler | str | None:
        target = self._targets.get(url) or self._targets.get(None)
        if target is None and _is_local(url):
            return url
        return target

    def _room_us(self, url: str, now_us: int) -> int:
        """Return when an address takes one more, and count it when that is now."""
        if self.deliveries_per_s is None:
            return now_us
        recent = self._recent.setdefault(url, deque())
        while recent and recent[0] <= now_us - _SECOND_US:
            recent.popleft()
        if len(recent) >= self.deliveries_per_s:
            return recent[0] + _SECOND_US
        recent.append(now_us)
        return now_us

    def _post(self, delivery: Delivery, address: str) -> None:
        from attio.testing.delivery_sender import Sender

        with self._lock:
            if self._sender is None:
                self._sender = Sender(self)
        self._sender.put(delivery, address)

    def finish(self, delivery: Delivery, attempt: Attempt) -> None:
        """Note how a try went, and when the next one is."""
        delivery.attempts.append(attempt)
        tries = len(delivery.attempts)
        webhook = self._subscribers().by_id.get(delivery.webhook_id)
        if attempt.succeeded:
            self._end(delivery, "delivered")
            if webhook is not None:
                webhook.degraded_us = None
        elif tries >= MAX_TRIES:
            self._end(delivery, "failed")
            if webhook is not None and webhook.degraded_us is None:
                webhook.degraded_us = attempt.at_us
        else:
            self._postpone(delivery, attempt.at_us + _PAUSES_US[tries - 1])

    def _postpone(self, delivery: Delivery, due_us: int) -> None:
        with self._lock:
            pending = self._subscribers().pending
            pending.remove(delivery)
            delivery.due_us = due_us
            delivery.is_busy = False
            insort(pending, delivery, key=_due)

    def _end(self, delivery: Delivery, state: str) -> None:
        with self._lock:
            delivery.state = state
            delivery.is_busy = False
            self._subscribers().pending.remove(delivery)

    def __repr__(self) -> str:
        return f"<Webhooks: {len(self._subscribers().by_id)}, {len(self.pending)} deliveries pending>"


def _due(delivery: Delivery) -> int:
    return delivery.due_us


def _called(handler: Handler, delivery: Delivery, now_us: int) -> Attempt:
    try:
        status = handler(delivery)
    except Exception as error:  # noqa: BLE001 - whatever a receiver raises, Attio sees a failure and tries again
        return Attempt(now_us, None, f"{type(error).__name__}: {error}")
    status = getattr(status, "status", status)
    if status is None:
        return Attempt(now_us, 200)
    if isinstance(status, int) and not isinstance(status, bool):
        return Attempt(now_us, status)
    return Attempt(now_us, None, f"a handler returns a status or None, not {type(status).__name__}")


def _is_local(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and is_loopback(parts.hostname or "")
    except ValueError:
        return False


def _check_local(url: str) -> None:
    if not _is_local(url):
        raise ArgumentError(
            "to", url, "is no http(s) address of this machine", fix="deliveries never leave it"
        )
