"""Stay under Attio's limits together with other processes: `RedisLimiter`, and `FileLimiter` for one machine.

Attio counts 25 writes and 100 reads per second for a workspace, however many processes share it. Without any of
this each process keeps to the limits by itself. Give one of these limiters to every client::

    client = Attio(rate_limiter=RedisLimiter("redis://localhost:6379/0"))
    client = Attio(rate_limiter=FileLimiter())

Both serve `Attio` and `AsyncAttio`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attio.limits.files import FileLimiter
    from attio.limits.redis import RedisLimiter

__all__ = ["FileLimiter", "RedisLimiter"]

_MODULE_OF = {"FileLimiter": "files", "RedisLimiter": "redis"}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
