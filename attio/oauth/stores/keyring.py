"""`KeyringTokenStore`: tokens in the keyring of the operating system; and an encryption key kept there."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from attio.core.error_tree import MissingExtraError
from attio.core.redact import Secret
from attio.core.shapes import is_list
from attio.oauth.errors import CorruptStoreError, StoreUnavailableError
from attio.oauth.stores.encryption import generate_key
from attio.oauth.stores.entry import EARLY_S
from attio.oauth.stores.keyed import KeyedTokenStore
from attio.oauth.stores.store_lock import StoreLock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from os import PathLike
    from typing import TypeVar

    from attio.core.clock import Clock

    T = TypeVar("T")

SERVICE: Final = "attio-client"
_INDEX: Final = "attio token store: its keys"
_LOCKS: Final = "~/.cache/attio-client"


class KeyringTokenStore(KeyedTokenStore):
    """Tokens in the user's keyring (macOS Keychain, Windows Credential Locker, Secret Service).

    The system encrypts them. Keyrings cannot list, so an entry of its own names the keys; Windows takes about 60
    of them. Every verb holds a lock against other processes, in ``lock_folder``. ``backend`` is a backend of the
    ``keyring`` package, the system's own by default.
    """

    def __init__(
        self,
        service: str = SERVICE,
        *,
        backend: Any = None,
        lock_folder: str | PathLike[str] = _LOCKS,
        lock_timeout_s: float = 10.0,
        early_s: float = EARLY_S,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(early_s=early_s, clock=clock)
        self._service = service
        self._ring = _Ring(service, backend)
        self._lock_folder = lock_folder
        self._lock_timeout_s = lock_timeout_s

    def _lock(self) -> StoreLock:
        return _lock(self._service, self._lock_folder, self._lock_timeout_s)

    def _read(self, key: str) -> Secret | None:
        # Locked too: the backends that keep a file are not read while another process writes it.
        with self._lock():
            return self._ring.get(_name(key))

    def _write(self, key: str, text: Secret, ttl_s: float | None) -> None:  # noqa: ARG002
        with self._lock():
            self._ring.set(_name(key), text)
            self._index({*self._keys(), key})

    def _swap(self, key: str, old: Secret, new: Secret) -> bool:
        with self._lock():
            if self._ring.get(_name(key)) != old:
                return False
            self._ring.set(_name(key), new)
            return True

    def _remove(self, key: str) -> bool:
        with self._lock():
            there = self._ring.get(_name(key)) is not None
            if there:
                self._ring.delete(_name(key))
            self._index({*self._keys()} - {key})
            return there

    def _items(self) -> Iterable[tuple[str, Secret]]:
        with self._lock():
            found = [(key, self._ring.get(_name(key))) for key in self._keys()]
        return [(key, text) for key, text in found if text is not None]

    def _keys(self) -> list[str]:
        text = self._ring.get(_INDEX)
        if text is None:
            return []
        try:
            keys: Any = msgspec.json.decode(text.reveal())
        except msgspec.MsgspecError:
            keys = None
        if is_list(keys) and all(isinstance(key, str) for key in keys):
            return keys
        raise CorruptStoreError(f"the entry {_INDEX!r} of {self._service!r} in the keyring is damaged")

    def _index(self, keys: set[str]) -> None:
        self._ring.set(_INDEX, Secret(msgspec.json.encode(sorted(keys)).decode()))

    def __repr__(self) -> str:
        return f"<KeyringTokenStore {self._service}>"


def key_from_keyring(
    service: str = SERVICE,
    name: str = "token store key",
    *,
    backend: Any = None,
    lock_folder: str | PathLike[str] = _LOCKS,
) -> Secret:
    """Return the encryption key that the system's keyring keeps under a name; made there when it has none."""
    ring = _Ring(service, backend)
    with _lock(service, lock_folder, 10.0):
        kept = ring.get(name)
        if kept is None:
            kept = Secret(generate_key())
            ring.set(name, kept)
    return kept


class _Ring:
    """One service of a keyring; what goes wrong there is a StoreUnavailableError."""

    def __init__(self, service: str, backend: Any) -> None:
        try:
            import keyring
        except ImportError:
            raise MissingExtraError("keyring", "the keyring of the system", "keyring") from None
        self._service = service
        self._backend: Any = keyring if backend is None else backend

    def get(self, name: str) -> Secret | None:
        """Return a secret; None when there is none of this name."""
        text: str | None = self._asked(lambda: self._backend.get_password(self._service, name))
        return None if text is None else Secret(text)

    def set(self, name: str, secret: Secret) -> None:
        """Keep a secret."""
        self._asked(lambda: self._backend.set_password(self._service, name, secret.reveal()))

    def delete(self, name: str) -> None:
        """Drop a secret."""
        self._asked(lambda: self._backend.delete_password(self._service, name))

    def _asked(self, verb: Callable[[], T]) -> T:
        try:
            return verb()
        except Exception as failure:  # noqa: BLE001 - backends raise whatever their system does
            kind, said = type(failure).__name__, " ".join(str(failure).split())[:200]
        raise StoreUnavailableError(
            f"the keyring of this system does not answer ({kind}: {said}); on a server use another store"
        )


def _name(key: str) -> str:
    # Never the name of the index, nor of an encryption key.
    return f"token of {key}"


def _lock(service: str, folder: str | PathLike[str], timeout_s: float) -> StoreLock:
    digest = sha256(service.encode()).hexdigest()[:16]
    return StoreLock(Path(folder) / f"keyring-{digest}.lock", timeout_s=timeout_s)
