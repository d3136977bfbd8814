"""What a store of deliveries does, so that one that comes twice is handled once."""

from __future__ import annotations

from typing import Literal, Protocol

Claim = Literal["new", "running", "done"]
"""What a delivery is to who asks: theirs to handle, in somebody else's hands, or handled before."""


class DeliveryStore(Protocol):
    """Remembers deliveries by key: `MemoryStore`, `SQLiteStore`, `RedisStore`, or one of your own.

    A claim is a lease: who dies with it lets go of it when it runs out. Methods are atomic, also between
    processes where the store is shared, and called from several threads.
    """

    @property
    def blocking(self) -> bool:
        """Whether a call may wait for a disk or a network; then async receivers call it in a thread."""
        ...

    def claim(self, key: str, owner: str, lease_s: float) -> Claim:
        """Take a delivery for `lease_s` seconds, unless somebody holds it or it was finished."""
        ...

    def finish(self, key: str, keep_s: float) -> None:
        """Remember for `keep_s` seconds that a delivery was handled, whoever holds it by now."""
        ...

    def release(self, key: str, owner: str) -> None:
        """Give a delivery back, if `owner` still holds it, so that the next try is handled."""
        ...
