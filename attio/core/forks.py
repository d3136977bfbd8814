"""What a forked process must make anew: locks that another thread may have held, sockets that the parent uses."""

from __future__ import annotations

import os
import weakref
from typing import Final, Protocol


class Forked(Protocol):
    """Something with a lock of its own."""

    def after_fork(self) -> None:
        """Make the lock anew."""
        ...


_watched: Final[weakref.WeakSet[Forked]] = weakref.WeakSet()
_count = 0


def renew_after_fork(thing: Forked) -> None:
    """Have ``after_fork`` of a thing called in every process forked from here, as long as the thing lives."""
    _watched.add(thing)


def forks() -> int:
    """Give how often this process was forked from another since this module was loaded."""
    return _count


def note_fork() -> None:
    """Renew everything that is watched; called in the child."""
    global _count  # noqa: PLW0603 - one counter per process
    _count += 1
    for thing in list(_watched):
        thing.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=note_fork)
