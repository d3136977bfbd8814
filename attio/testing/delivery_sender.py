"""The thread that posts deliveries to addresses on this machine."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Final

import httpx

from attio.testing.state.webhooks import Attempt, Delivery

if TYPE_CHECKING:
    from attio.testing.deliveries import Webhooks

TIMEOUT_S: Final = 5.0
# How long it lingers without work: a workspace that is let go of leaves no thread behind.
_IDLE_S: Final = 5.0
_WAIT_S: Final = 60.0

_Job = tuple[Delivery, str]


class Sender:
    """Posts one delivery after the other; under a clock that runs by itself, also repeats what has come due."""

    def __init__(self, webhooks: Webhooks) -> None:
        self._webhooks = webhooks
        self._jobs: queue.Queue[_Job | None] = queue.Queue()
        self._lock = threading.Lock()
        self._idle = threading.Condition(self._lock)
        self._open = 0
        self._thread: threading.Thread | None = None

    def put(self, delivery: Delivery, address: str) -> None:
        """Post a delivery soon."""
        with self._lock:
            self._open += 1
            self._jobs.put((delivery, address))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="attio-webhooks", daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Wait until everything that was put has been posted."""
        with self._idle:
            self._idle.wait_for(lambda: self._open == 0, timeout=_WAIT_S)

    def close(self) -> None:
        """End the thread when it has posted what it was given."""
        with self._lock:
            thread = self._thread
            if thread is None:
                return
            self._jobs.put(None)
        thread.join(_WAIT_S)

    def _run(self) -> None:
        # Receivers on this machine sign their own certificates.
        with httpx.Client(verify=False, trust_env=False, timeout=TIMEOUT_S) as client:  # noqa: S501
            while self._go_on(client):
                pass

    def _go_on(self, client: httpx.Client) -> bool:
        """Do the next job; tell whether there may be another."""
        due_s = self._webhooks.seconds_to_next()
        try:
            job = self._jobs.get(timeout=_IDLE_S if due_s is None else min(due_s, _IDLE_S))
        except queue.Empty:
            if due_s is not None:
                self._webhooks.send_due()
                return True
            return not self._leave()
        if job is None:
            return not self._leave()
        delivery, address = job
        self._webhooks.finish(delivery, self._posted(client, delivery, address))
        with self._idle:
            self._open -= 1
            self._idle.notify_all()
        return True

    def _leave(self) -> bool:
        """Give the thread up, unless a job came in between."""
        with self._lock:
            if not self._jobs.empty():
                return False
            self._thread = None
            return True

    def _posted(self, client: httpx.Client, delivery: Delivery, address: str) -> Attempt:
        at_us = self._webhooks.now_us()
        try:
            response = client.post(address, content=delivery.body, headers=delivery.headers)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            return Attempt(at_us, None, f"{type(error).__name__}: {error}")
        return Attempt(at_us, response.status_code)
