"""`EventStream`: verified events for workers, taken at their own pace.

The web side offers an event and keeps its answer back until a worker has it; the worker side is an async iterator.
The two may be in different threads and event loops, so what they share is under one short lock.
"""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future, InvalidStateError
from typing import TYPE_CHECKING, Any, Literal

from attio.core.arguments import integer, number, one_of

if TYPE_CHECKING:
    import asyncio
    from typing import Self, TypeAlias

    from .event import Event
    from .routing import Selection

    Taker: TypeAlias = tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]

Acknowledge = Literal["handed_over", "processed"]
Offered = Literal["taken", "full", "late", "closed", "dropped"]
"""What became of an event that was offered: taken, or one of four ways not to be."""


class _Offer:
    """An event on its way to a worker."""

    __slots__ = ("event", "outcome")

    def __init__(self, event: Event) -> None:
        self.event = event
        self.outcome: Future[Offered] = Future()

    def settle(self, outcome: Offered) -> None:
        try:
            self.outcome.set_result(outcome)
        except InvalidStateError:  # the web side gave up, and will be sent the event again
            return


class EventStream:
    """Events as an async iterator: `async for event in stream`. Several tasks may share one stream.

    Close it, or use it in an `async with` block: what waits is then given back, and Attio sends it again.
    """

    def __init__(
        self,
        selection: Selection,
        *,
        max_waiting: int = 100,
        handover_timeout_s: float = 4.0,
        processing_timeout_s: float = 60.0,
        acknowledge: Acknowledge = "handed_over",
    ) -> None:
        self.selection = selection
        self._most = integer(max_waiting, "max_waiting", least=1)
        self._handover_timeout_s = number(handover_timeout_s, "handover_timeout_s")
        self._processing_timeout_s = number(processing_timeout_s, "processing_timeout_s")
        self._late = one_of(acknowledge, "acknowledge", ("handed_over", "processed")) == "processed"
        self._lock = threading.Lock()
        self._waiting: deque[_Offer] = deque()
        self._takers: deque[Taker] = deque()
        self._held: dict[Any, _Offer] = {}
        self._watched: set[Any] = set()
        self.closed = False
        """Whether it was closed; then it gives nothing and takes nothing any more."""

    # The web side

    def offer(self, event: Event) -> Offered:
        """Offer an event and wait, in this thread, until a worker has taken it or it is clear that none will."""
        offer = self._enter(event)
        if not isinstance(offer, _Offer):
            return offer
        try:
            return offer.outcome.result(self._handover_timeout_s)
        except TimeoutError:
            if self._withdraw(offer):
                return "late"
        try:
            return offer.outcome.result(self._processing_timeout_s)
        except TimeoutError:
            return "dropped"

    async def aoffer(self, event: Event) -> Offered:
        """Offer an event and wait, in this event loop, until a worker has taken it or it is clear that none will."""
        import asyncio

        offer = self._enter(event)
        if not isinstance(offer, _Offer):
            return offer
        outcome = asyncio.wrap_future(offer.outcome)
        try:
            found, _ = await asyncio.wait((outcome,), timeout=self._handover_timeout_s)
            if not found and self._withdraw(offer):
                return "late"
            found, _ = await asyncio.wait((outcome,), timeout=self._processing_timeout_s)
            return outcome.result() if found else "dropped"
        finally:
            # When the one who asked is gone, nobody is to be given what nobody can acknowledge.
            self._withdraw(offer)
            outcome.cancel()

    def _enter(self, event: Event) -> _Offer | Offered:
        with self._lock:
            if self.closed:
                return "closed"
            if len(self._waiting) >= self._most:
                return "full"
            offer = _Offer(event)
            self._waiting.append(offer)
            self._wake()
        return offer

    def _withdraw(self, offer: _Offer) -> bool:
        """Take an offer back; False when a worker has it, or had it."""
        with self._lock:
            try:
                self._waiting.remove(offer)
            except ValueError:
                return False
        return True

    def _wake(self) -> None:
        """Wake one worker that waits; called under the lock."""
        while self._takers:
            loop, future = self._takers.popleft()
            try:
                loop.call_soon_threadsafe(_done, future)
            except RuntimeError:  # its loop was closed, and the worker with it
                continue
            return

    # The side of the workers

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        import asyncio

        me = asyncio.current_task()
        self._let_go(me, "taken")  # who comes back is done with what they had
        loop = asyncio.get_running_loop()
        while True:
            with self._lock:
                if self._waiting:
                    return self._hand_over(self._waiting.popleft(), me)
                if self.closed:
                    raise StopAsyncIteration
                taker = (loop, loop.create_future())
                self._takers.append(taker)
            try:
                await taker[1]
            except BaseException:
                self._pass_on(taker)
                raise

    def _hand_over(self, offer: _Offer, task: asyncio.Task[Any] | None) -> Event:
        if self._late:
            self._held[task] = offer
            if task is not None and task not in self._watched:
                self._watched.add(task)
                # A worker that dies has not processed what it held.
                task.add_done_callback(self._forget)
        else:
            offer.settle("taken")
        return offer.event

    def _pass_on(self, taker: Taker) -> None:
        """Stop waiting; when this worker was chosen meanwhile, let another one have its turn."""
        with self._lock:
            if taker in self._takers:
                self._takers.remove(taker)
            elif self._waiting:
                self._wake()

    def _forget(self, task: asyncio.Task[Any]) -> None:
        self._watched.discard(task)
        self._let_go(task, "dropped")

    def _let_go(self, task: Any, outcome: Offered) -> None:
        held = self._held.pop(task, None)
        if held is not None:
            held.settle(outcome)

    def close(self) -> None:
        """Take nothing more, give back what waits, and end every iteration.

        Workers may finish what they hold; what the caller itself holds is given back.
        """
        with self._lock:
            self.closed = True
            waiting, self._waiting = self._waiting, deque()
            while self._takers:
                self._wake()
        for offer in waiting:
            offer.settle("closed")
        self._let_go(_current_task(), "dropped")

    async def aclose(self) -> None:
        """Close it; the same as `close`."""
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: object, *exc: object) -> None:
        if kind is None:  # left in order, so what this worker held was processed
            self._let_go(_current_task(), "taken")
        self.close()

    def __len__(self) -> int:
        """Give how many events wait to be taken."""
        return len(self._waiting)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        state = "closed" if self.closed else f"{len(self)} waiting"
        return f"<{type(self).__name__} {state}>"


def _current_task() -> asyncio.Task[Any] | None:
    import asyncio

    try:
        return asyncio.current_task()
    except RuntimeError:  # called outside of any event loop
        return None


def _done(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
