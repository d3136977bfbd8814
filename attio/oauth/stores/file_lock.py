"""`FileLock`: one process at a time, by a lock of the system that dies with its holder."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, Self

from attio.oauth.errors import StoreLockedError, StoreUnavailableError

if TYPE_CHECKING:
    from pathlib import Path

    from attio.core.clock import Clock

_POLL_S: Final = 0.02


class FileLock:
    """Hold a lock on a file in a ``with`` block, against threads and processes; waits ``timeout_s`` at most.

    The file stays: removing it would let two processes hold a lock each on two files of one name.
    """

    def __init__(self, path: Path, *, timeout_s: float, clock: Clock) -> None:
        self._path = path
        self._timeout_s = timeout_s
        self._clock = clock
        self._descriptor = -1

    def __enter__(self) -> Self:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        try:
            descriptor = os.open(self._path, flags, 0o600)
        except OSError as failure:
            raise StoreUnavailableError(
                f"the lock file {self._path} cannot be opened: {failure.strerror}"
            ) from None
        give_up = self._clock.monotonic() + self._timeout_s
        try:
            while not (taken := _take(descriptor)) and self._clock.monotonic() < give_up:
                self._clock.sleep(_POLL_S)
        except BaseException:
            os.close(descriptor)
            raise
        if not taken:
            os.close(descriptor)
            raise StoreLockedError(
                f"another process holds {self._path} for longer than {self._timeout_s:g} s"
            )
        self._descriptor = descriptor
        return self

    def __exit__(self, *exc: object) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        try:
            # A process forked meanwhile has this descriptor too, so closing it here would not let go.
            _release(descriptor)
        finally:
            os.close(descriptor)


if sys.platform == "win32":  # pragma: no cover - the lock of Windows
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
