"""Ids that were seen lately, and no more of them than a limit (no I/O)."""

from __future__ import annotations

import threading
from typing import Final

_KEPT: Final = 5_000


class RecentIds:
    """The latest ids that were added; safe to use from several threads."""

    __slots__ = ("_ids", "_lock")

    def __init__(self) -> None:
        self._ids: dict[str, None] = {}
        self._lock = threading.Lock()

    def __contains__(self, own: str) -> bool:
        return own in self._ids

    def add(self, own: str) -> None:
        """Remember an id, and forget the oldest of too many."""
        with self._lock:
            self._ids[own] = None
            if len(self._ids) > _KEPT:
                del self._ids[next(iter(self._ids))]
