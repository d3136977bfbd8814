"""Time and chance as one injectable thing, so that no test waits and none is random."""

from __future__ import annotations

import random
import time


class Clock:
    """Tell the time, wait and draw: the system's own. Subclass it to make time virtual.

    Clients with a clock of their own share no limits with those of another one: their seconds are not the same.
    """

    def monotonic(self) -> float:
        """Give seconds that never go back, for measuring."""
        return time.monotonic()

    def now(self) -> float:
        """Give seconds since the epoch, for comparing with dates."""
        return time.time()

    def random(self) -> float:
        """Draw from [0, 1)."""
        return random.random()  # noqa: S311 - jitter, not cryptography

    def sleep(self, seconds: float) -> None:
        """Wait, holding up this thread."""
        time.sleep(seconds)

    async def asleep(self, seconds: float) -> None:
        """Wait, letting the event loop run."""
        import asyncio

        await asyncio.sleep(seconds)


SYSTEM_CLOCK = Clock()
