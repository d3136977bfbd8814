"""Where a receiver remembers which deliveries it has handled."""

from __future__ import annotations

from .memory import MemoryStore
from .redis import RedisStore
from .sqlite import SQLiteStore

__all__ = ["MemoryStore", "RedisStore", "SQLiteStore"]
