"""One file for one process at a time."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path


class LockedError(Exception):
    """Somebody else holds the lock; `holder` says who."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class FileLock:
    """Holds a file, through a lock file beside it, until it is released or the process ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._beside = path.with_name(f"{path.name}.lock")
        self._handle: int | None = os.open(self._beside, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._handle)
        except OSError:
            holder = self._holder(self._handle)
            os.close(self._handle)
            self._handle = None
            raise LockedError(holder) from None
        # The first byte is what is locked; behind it stands who holds it.
        os.ftruncate(self._handle, 0)
        os.write(self._handle, f"-{os.getpid()}".encode())

    @staticmethod
    def _holder(handle: int) -> str:
        os.lseek(handle, 1, os.SEEK_SET)
        number = os.read(handle, 32).decode("ascii", "replace")
        if number == str(os.getpid()):
            return "this process already"
        return f"process {number}" if number.isdecimal() else "another process"

    def release(self) -> None:
        """Let others have it."""
        if self._handle is not None:
            # The file stays: another process may wait at it, and a new one of its name would be another lock.
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.release()


if sys.platform == "win32":  # pragma: no cover - a branch per system
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
