"""`FileTokenStore`: tokens in one encrypted file."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final

import msgspec

from attio.core.error_tree import ArgumentTypeError
from attio.core.redact import Secret
from attio.core.shapes import is_dict
from attio.oauth.errors import CorruptStoreError, StoreUnavailableError
from attio.oauth.stores.encryption import make_cipher
from attio.oauth.stores.entry import EARLY_S
from attio.oauth.stores.keyed import KeyedTokenStore
from attio.oauth.stores.store_lock import StoreLock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.core.clock import Clock
    from attio.oauth.stores.encryption import Keys

_HEAD: Final = "attio token store, encrypted; written by attio-client\n"


class FileTokenStore(KeyedTokenStore):
    """Tokens in one file, encrypted as a whole, so that not even the workspaces can be read from it.

    Its mode is 0600, it is replaced in one step (a crash leaves the old or the new one), and changes hold a lock
    against other threads and processes (``<name>.lock`` beside it). A change rewrites the file: this is for up to
    some thousand workspaces. ``lock_timeout_s`` (10) bounds the wait; StoreLockedError after it.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        encryption_key: Keys = None,
        *,
        lock_timeout_s: float = 10.0,
        early_s: float = EARLY_S,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(early_s=early_s, clock=clock)
        if not isinstance(path, (str, os.PathLike)) or not str(path):
            raise ArgumentTypeError("path", path, "must be the path of a file")
        # Resolved, so that replacing the file keeps what is a link a link.
        self._path = Path(path).expanduser().resolve()
        self._cipher = make_cipher(encryption_key)
        self._lock_timeout_s = lock_timeout_s

    def _lock(self) -> StoreLock:
        return StoreLock(self._path.with_name(f"{self._path.name}.lock"), timeout_s=self._lock_timeout_s)

    def _read(self, key: str) -> Secret | None:
        return self._load().get(key)

    def _items(self) -> Iterable[tuple[str, Secret]]:
        return self._load().items()

    def _write(self, key: str, text: Secret, ttl_s: float | None) -> None:  # noqa: ARG002
        with self._lock():
            self._save({**self._load(), key: text})

    def _swap(self, key: str, old: Secret, new: Secret) -> bool:
        with self._lock():
            kept = self._load()
            if kept.get(key) != old:
                return False
            self._save({**kept, key: new})
            return True

    def _remove(self, key: str) -> bool:
        with self._lock():
            kept = self._load()
            if kept.pop(key, None) is None:
                return False
            self._save(kept)
            return True

    def rotate(self) -> int:
        """Encrypt the file with the first key that was given; returns how many entries it has, 0 if it was already.

        Make a new key, open the store everywhere with ``encryption_key=[new, old]``, rotate once, then drop the old
        key.
        """
        with self._lock():
            text = self._text()
            if text is None or self._cipher.is_current(text):
                return 0
            kept = self._load()
            self._save(kept)
            return len(kept)

    def _text(self) -> str | None:
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as failure:
            raise self._unavailable("read", failure) from None
        text = raw.decode("ascii", "replace")
        if not text.startswith(_HEAD):
            raise CorruptStoreError(f"{self._path} is not a token store of this library: give another path")
        return text.removeprefix(_HEAD).strip()

    def _load(self) -> dict[str, Secret]:
        text = self._text()
        if text is None:
            return {}
        kept = _unpacked(self._cipher.decrypt(text, str(self._path)))
        if kept is None:
            raise CorruptStoreError(f"{self._path} was written by another version of this library")
        return kept

    def _save(self, kept: dict[str, Secret]) -> None:
        text = _HEAD + self._cipher.encrypt(_packed(kept)) + "\n"
        beside = self._path.with_name(f".{self._path.name}.{token_hex(6)}.tmp")
        try:
            try:
                _write_whole(beside, text.encode())
                os.replace(beside, self._path)  # noqa: PTH105 - the one call that is atomic everywhere
            except BaseException:
                beside.unlink(missing_ok=True)
                raise
            _sync_folder(self._path.parent)
        except OSError as failure:
            raise self._unavailable("written", failure) from None

    def _unavailable(self, verb: str, failure: OSError) -> StoreUnavailableError:
        return StoreUnavailableError(f"{self._path} cannot be {verb}: {failure.strerror or failure}")

    def __repr__(self) -> str:
        return f"<FileTokenStore {self._path}>"


def _packed(kept: dict[str, Secret]) -> Secret:
    return Secret(msgspec.json.encode({key: text.reveal() for key, text in kept.items()}).decode())


def _unpacked(plain: Secret) -> dict[str, Secret] | None:
    try:
        kept: Any = msgspec.json.decode(plain.reveal())
    except msgspec.MsgspecError:
        return None
    if not is_dict(kept) or not all(isinstance(text, str) for text in kept.values()):
        return None
    return {key: Secret(text) for key, text in kept.items()}


def _write_whole(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    # The new name is in the folder, so the folder has to reach the disk too; Windows opens no folders.
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
