"""`StoreLock`: the lock of a store on this machine, against other threads and processes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from attio.core.file_lock import FileLock, FileLockedError
from attio.oauth.errors import StoreLockedError, StoreUnavailableError

if TYPE_CHECKING:
    from os import PathLike


class StoreLock:
    """Hold a lock on a file in a ``with`` block; its folder is made when it is missing.

    Raises StoreLockedError after ``timeout_s``, StoreUnavailableError when the file cannot be made.
    """

    def __init__(self, path: str | PathLike[str], *, timeout_s: float) -> None:
        self._path = Path(path).expanduser()
        self._lock = FileLock(self._path, timeout_s=timeout_s)

    def __enter__(self) -> Self:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.__enter__()
        except FileLockedError as failure:
            raise StoreLockedError(str(failure)) from None
        except OSError as failure:
            raise StoreUnavailableError(
                f"the lock file {self._path} cannot be opened: {failure.strerror or failure}"
            ) from None
        return self

    def __exit__(self, *exc: object) -> None:
        self._lock.__exit__(*exc)
