"""`SealedTokenStore`: a store that encrypts each entry before it leaves the process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio.core.redact import Secret
from attio.oauth.stores.encryption import make_cipher
from attio.oauth.stores.entry import EARLY_S
from attio.oauth.stores.keyed import KeyedTokenStore

if TYPE_CHECKING:
    from attio.core.clock import Clock
    from attio.oauth.stores.encryption import Keys


class SealedTokenStore(KeyedTokenStore):
    """A store whose place sees encrypted entries only; their keys stay readable there."""

    def __init__(
        self, encryption_key: Keys = None, *, early_s: float = EARLY_S, clock: Clock | None = None
    ) -> None:
        super().__init__(early_s=early_s, clock=clock)
        self._cipher = make_cipher(encryption_key)

    def _sealed(self, text: Secret) -> Secret:
        return Secret(self._cipher.encrypt(text))

    def _opened(self, text: Secret, key: str) -> Secret:
        return self._cipher.decrypt(text.reveal(), f"the entry {key!r}")

    def rotate(self) -> int:
        """Encrypt every entry with the first key that was given; returns how many were not.

        Make a new key, open the store everywhere with ``encryption_key=[new, old]``, rotate once, then drop the old
        key. An entry that another process changes meanwhile is left to it, which has the new key already.
        """
        changed = 0
        for key, text in self._items():
            if not self._cipher.is_current(text.reveal()):
                changed += self._swap(key, text, self._sealed(self._opened(text, key)))
        return changed
