"""Deliveries remembered by one process."""

from __future__ import annotations

import threading
from itertools import islice
from typing import TYPE_CHECKING, Final

from attio.core.arguments import integer
from attio.core.clock import SYSTEM_CLOCK
from attio.core.forks import renew_after_fork

if TYPE_CHECKING:
    from attio.core.clock import Clock
    from attio.webhooks.claims import Claim

_DONE: Final = ""
_LOOKED_AT: Final = 8


class MemoryStore:
    """Remember deliveries in this process; the default of a receiver, right for one process.

    At most `max_keys` are kept (some 30 MB for the default of 100,000); the oldest are forgotten first.
    """

    blocking = False

    def __init__(self, *, max_keys: int = 100_000, clock: Clock = SYSTEM_CLOCK) -> None:
        self._most = integer(max_keys, "max_keys", least=1)
        self._clock = clock
        self._rows: dict[str, tuple[float, str]] = {}
        self._lock = threading.Lock()
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Replace the lock, which another thread may have held when the process was forked."""
        self._lock = threading.Lock()

    def claim(self, key: str, owner: str, lease_s: float) -> Claim:
        """Take a delivery; see `DeliveryStore`."""
        now = self._clock.monotonic()
        with self._lock:
            found = self._rows.get(key)
            if found is not None and found[0] > now:
                return "done" if found[1] == _DONE else "running"
            self._put(key, now + lease_s, owner)
            self._prune(now)
        return "new"

    def finish(self, key: str, keep_s: float) -> None:
        """Remember that a delivery was handled; see `DeliveryStore`."""
        with self._lock:
            self._put(key, self._clock.monotonic() + keep_s, _DONE)

    def release(self, key: str, owner: str) -> None:
        """Give a delivery back; see `DeliveryStore`."""
        with self._lock:
            found = self._rows.get(key)
            if found is not None and found[1] == owner:
                del self._rows[key]

    def _put(self, key: str, until: float, owner: str) -> None:
        self._rows.pop(key, None)  # what is put anew goes to the end: the oldest come first
        self._rows[key] = (until, owner)

    def _prune(self, now: float) -> None:
        """Forget what has run out among the oldest, and the oldest of all when there are too many."""
        oldest = list(islice(self._rows.items(), _LOOKED_AT))
        for key, (until, _) in oldest:
            if until <= now:
                del self._rows[key]
        if len(self._rows) > self._most:
            # What is being handled is not forgotten: its next try would be handled a second time meanwhile.
            done = next((key for key, (_, owner) in self._rows.items() if owner == _DONE), None)
            if done is not None:
                del self._rows[done]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)} deliveries>"
