"""`SchemaStore`: what clients remember of schemas, for a limited time and never for another token (no I/O)."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

if TYPE_CHECKING:
    from attio.core.config import RequestOptions

_MOST = 1024
"""Things kept at most; the oldest goes first. A process may serve any number of tokens."""

_ASIDE = ("api_key", "timeout_s", "deadline_s", "max_retries")

SCHEMA_WRITES: Final = frozenset(
    {
        "create_object",
        "update_object",
        "delete_object",
        "create_attribute",
        "update_attribute",
        "create_option",
        "update_option",
        "create_status",
        "update_status",
        "create_list",
        "update_list",
    }
)
"""Operations after which a schema may be another one."""


class Key(NamedTuple):
    """What is remembered: for whom, what kind of thing, and of which object or list."""

    tenant: str
    target: str
    """'objects' or 'lists' for schemas, other words for other facts."""
    name: str = ""


class SchemaStore:
    """Schemas and facts about objects and lists, each kept for a limited time.

    A tenant is whoever's token was used, at one address: what one token sees is never shown to another. Times
    are monotonic seconds. Safe to use from several threads.
    """

    __slots__ = ("_kept", "_lock", "_source", "_warned", "generation", "ttl_s")

    def __init__(self, ttl_s: float = 300.0) -> None:
        self.ttl_s = ttl_s
        self._lock = threading.Lock()
        self._kept: dict[Key, tuple[Any, float]] = {}
        self._warned: dict[Key, None] = {}
        self._source: object = None
        self.generation = 0
        """Counts the times when what was being loaded became out of date before it arrived."""

    def get(self, key: Key, now: float) -> Any:
        """Return what is fresh at `now`, None otherwise."""
        found = self._kept.get(key)
        return None if found is None or now - found[1] > self.ttl_s else found[0]

    def of_any_age(self, key: Key) -> Any:
        """Return what was kept last, however old it is; None when there is nothing."""
        found = self._kept.get(key)
        return None if found is None else found[0]

    def age_s(self, key: Key, now: float) -> float:
        """Return how old a thing is; infinity when there is none."""
        found = self._kept.get(key)
        return float("inf") if found is None else now - found[1]

    def put(self, key: Key, value: Any, now: float, generation: int | None = None) -> None:
        """Keep a thing that was true at `now`, unless the generation that it was loaded in is over."""
        with self._lock:
            if generation is not None and generation != self.generation:
                return
            self._kept.pop(key, None)
            self._kept[key] = (value, now)
            while len(self._kept) > _MOST:
                del self._kept[next(iter(self._kept))]

    def use(self, source: object) -> None:
        """Drop everything when answers come from somewhere else from now on: tests put workspaces under clients."""
        if source is not self._source:
            with self._lock:
                self._source = source
                self.generation += 1
                self._kept.clear()

    def forget(self, tenant: str) -> None:
        """Drop what a tenant has, and what is under way, after a write that may have changed it."""
        with self._lock:
            self.generation += 1
            for key in [key for key in self._kept if key.tenant == tenant]:
                del self._kept[key]

    def outdate(self) -> None:
        """Let nobody join a load that is under way: somebody knows that it may be out of date."""
        with self._lock:
            self.generation += 1

    def first_warning(self, key: Key) -> bool:
        """Tell whether this is the first time that somebody is warned about it."""
        with self._lock:
            if key in self._warned:
                return False
            self._warned[key] = None
            while len(self._warned) > _MOST:
                del self._warned[next(iter(self._warned))]
            return True


def aside(options: RequestOptions | None) -> RequestOptions | None:
    """Return the options of a call that hold for what is loaded beside it: whose, and how patiently.

    What a caller adds to the body, the query or the headers of one call is meant for that call.
    """
    if not options:
        return None
    own = {name: value for name, value in options.items() if name in _ASIDE}
    return cast("RequestOptions", own) if own else None


def patience(options: RequestOptions | None) -> tuple[Any, ...]:
    """Return how long a caller is ready to wait: callers who differ in that do not wait for one another."""
    given = options or {}
    return tuple(given.get(name) for name in ("timeout_s", "deadline_s", "max_retries"))
