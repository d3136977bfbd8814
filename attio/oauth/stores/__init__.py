"""Token stores for many workspaces: memory, encrypted file, the system's keyring, Redis, SQL; one protocol.

Encrypted ones want the extra ``encryption``; the others ``keyring``, ``redis`` and ``sql``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attio.oauth.stores.encryption import TokenCipher as TokenCipher
    from attio.oauth.stores.encryption import generate_key as generate_key
    from attio.oauth.stores.entry import StoredToken as StoredToken
    from attio.oauth.stores.entry import TokenStore as TokenStore
    from attio.oauth.stores.file import FileTokenStore as FileTokenStore
    from attio.oauth.stores.keyed import KeyedTokenStore as KeyedTokenStore
    from attio.oauth.stores.keyring import KeyringTokenStore as KeyringTokenStore
    from attio.oauth.stores.keyring import key_from_keyring as key_from_keyring
    from attio.oauth.stores.memory import MemoryTokenStore as MemoryTokenStore
    from attio.oauth.stores.redis import RedisTokenStore as RedisTokenStore
    from attio.oauth.stores.sealed import SealedTokenStore as SealedTokenStore
    from attio.oauth.stores.sql import SQLTokenStore as SQLTokenStore

_MODULE_OF: dict[str, tuple[str, ...]] = {
    "encryption": ("TokenCipher", "generate_key"),
    "entry": ("StoredToken", "TokenStore"),
    "file": ("FileTokenStore",),
    "keyed": ("KeyedTokenStore",),
    "keyring": ("KeyringTokenStore", "key_from_keyring"),
    "memory": ("MemoryTokenStore",),
    "redis": ("RedisTokenStore",),
    "sealed": ("SealedTokenStore",),
    "sql": ("SQLTokenStore",),
}
_PLACES = {name: module for module, names in _MODULE_OF.items() for name in names}

__all__ = [*sorted(_PLACES)]  # noqa: PLE0604  # pyright: ignore[reportUnsupportedDunderAll]  # one table


def __getattr__(name: str) -> Any:
    from importlib import import_module

    module = _PLACES.get(name)
    if module is None:
        raise AttributeError(f"attio.oauth.stores has no {name!r}; it has {', '.join(__all__)}")
    found = getattr(import_module(f"attio.oauth.stores.{module}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
