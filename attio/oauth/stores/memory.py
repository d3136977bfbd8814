"""`MemoryTokenStore`: tokens of this process, gone when it ends."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from attio.core.forks import renew_after_fork
from attio.oauth.stores.entry import EARLY_S
from attio.oauth.stores.keyed import KeyedTokenStore

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.core.clock import Clock
    from attio.core.redact import Secret


class MemoryTokenStore(KeyedTokenStore):
    """Tokens in this process: for tests and for programs that sign in each time. Thread-safe."""

    def __init__(self, *, early_s: float = EARLY_S, clock: Clock | None = None) -> None:
        super().__init__(early_s=early_s, clock=clock)
        self._kept: dict[str, Secret] = {}
        self._lock = threading.Lock()
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Replace the lock, which another thread may have held when the process was forked."""
        self._lock = threading.Lock()

    def _read(self, key: str) -> Secret | None:
        return self._kept.get(key)

    def _write(self, key: str, text: Secret, ttl_s: float | None) -> None:  # noqa: ARG002
        with self._lock:
            self._kept[key] = text

    def _swap(self, key: str, old: Secret, new: Secret) -> bool:
        with self._lock:
            if self._kept.get(key) != old:
                return False
            self._kept[key] = new
            return True

    def _remove(self, key: str) -> bool:
        with self._lock:
            return self._kept.pop(key, None) is not None

    def _items(self) -> Iterable[tuple[str, Secret]]:
        with self._lock:
            return tuple(self._kept.items())
