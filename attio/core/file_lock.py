"""`FileLock`: one process, and one thread of it, at a time; by a lock of the system that dies with its holder."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from pathlib import Path

_POLL_S: Final = 0.001


class FileLockedError(TimeoutError):
    """Another process holds a lock for too long: it is stopped, or stuck."""


class FileLock:
    """Hold a lock on a file in a ``with`` block; the file is made when it is missing, and open meanwhile.

    Raises FileLockedError when nobody lets go within ``timeout_s``, OSError when the file cannot be opened.
    The file must stay: removing it would let two processes hold a lock each on two files of one name.
    """

    __slots__ = ("_path", "_timeout_s", "descriptor")

    def __init__(self, path: Path | str, *, timeout_s: float = 1.0) -> None:
        self._path = path
        self._timeout_s = timeout_s
        self.descriptor = -1

    def __enter__(self) -> Self:
        # A link that somebody else put there must not lead the lock, or what is written, elsewhere.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(self._path, flags, 0o600)
        try:
            self._wait(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        self.descriptor = descriptor
        return self

    def _wait(self, descriptor: int) -> None:
        if take(descriptor):
            return
        give_up = time.monotonic() + self._timeout_s
        while not take(descriptor):
            if time.monotonic() >= give_up:
                raise FileLockedError(
                    f"another process holds {self._path} for longer than {self._timeout_s:g} s"
                )
            time.sleep(_POLL_S)

    def __exit__(self, *exc: object) -> None:
        descriptor, self.descriptor = self.descriptor, -1
        try:
            # A process that was forked meanwhile has this descriptor too, so closing it would not let go.
            release(descriptor)
        finally:
            os.close(descriptor)


if sys.platform == "win32":  # pragma: no cover - the lock of Windows
    import msvcrt

    _FAR: Final = 0x7FFF_0000
    """Windows refuses reads of locked bytes, so one is locked that no file reaches."""

    def take(descriptor: int) -> bool:
        """Take the lock of an open file; tell whether it was free."""
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def release(descriptor: int) -> None:
        """Let go of the lock of an open file."""
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def take(descriptor: int) -> bool:
        """Take the lock of an open file; tell whether it was free."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(descriptor: int) -> None:
        """Let go of the lock of an open file."""
        fcntl.flock(descriptor, fcntl.LOCK_UN)
