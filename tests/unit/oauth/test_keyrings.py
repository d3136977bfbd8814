"""Tokens in the keyring of the system."""

from __future__ import annotations

from pathlib import Path

import pytest

from attio.core.redact import Secret
from attio.oauth import (
    CorruptStoreError,
    StoreUnavailableError,
)
from attio.oauth.stores import (
    FileTokenStore,
    KeyringTokenStore,
    key_from_keyring,
)

from .conftest import TOKEN, leaks, ring


class Silent:
    """A keyring that nobody unlocked."""

    def get_password(self, *given: str) -> str:
        raise RuntimeError("locked\nby the user")

    set_password = delete_password = get_password


def test_a_keyring_that_does_not_answer_is_told(tmp_path: Path) -> None:
    """Whatever the backend raises, it is one error that says what to do."""
    store = KeyringTokenStore(backend=Silent(), lock_folder=tmp_path)
    for verb in (lambda: store.get("a"), lambda: store.put("a", TOKEN), store.list):
        with pytest.raises(
            StoreUnavailableError, match="RuntimeError: locked by the user.*another store"
        ) as caught:
            verb()
        assert not leaks(caught.value)


def test_the_systems_keyring_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a backend it is the keyring that the package finds."""
    import keyring

    before = keyring.get_keyring()
    keyring.set_keyring(ring(tmp_path))
    try:
        monkeypatch.setenv("HOME", str(tmp_path))
        KeyringTokenStore().put("a", TOKEN)
        assert KeyringTokenStore(backend=ring(tmp_path), lock_folder=tmp_path).get("a") is not None
        assert (tmp_path / ".cache" / "attio-client").stat().st_mode & 0o777 == 0o700
    finally:
        keyring.set_keyring(before)


def test_services_do_not_see_each_other(tmp_path: Path) -> None:
    """Two programs with two services have two stores in one keyring."""
    one = KeyringTokenStore("one", backend=ring(tmp_path), lock_folder=tmp_path)
    two = KeyringTokenStore("two", backend=ring(tmp_path), lock_folder=tmp_path)
    one.put("a", TOKEN)
    assert two.get("a") is None
    assert two.list() == []


@pytest.mark.parametrize("damaged", ["{", "{}", "[7]"])
def test_a_damaged_index_is_told(tmp_path: Path, damaged: str) -> None:
    """Keyrings cannot list, so the entry that names the keys is needed; tokens are still found by key."""
    backend = ring(tmp_path)
    store = KeyringTokenStore(backend=backend, lock_folder=tmp_path)
    store.put("a", TOKEN)
    backend.set_password("attio-client", "attio token store: its keys", damaged)
    with pytest.raises(CorruptStoreError, match="its keys"):
        store.list()
    assert store.get("a") is not None


def test_an_entry_that_was_removed_by_hand_is_not_listed(tmp_path: Path) -> None:
    """The index names it, the keyring has it no longer."""
    backend = ring(tmp_path)
    store = KeyringTokenStore(backend=backend, lock_folder=tmp_path)
    store.put("a", TOKEN)
    store.put("b", TOKEN)
    backend.delete_password("attio-client", "token of a")
    assert [entry.key for entry in store.list()] == ["b"]


def test_the_keyring_keeps_an_encryption_key(tmp_path: Path) -> None:
    """It is made once, and the same each time; a file can be encrypted with it."""
    key = key_from_keyring(backend=ring(tmp_path), lock_folder=tmp_path)
    assert isinstance(key, Secret)
    assert key_from_keyring(backend=ring(tmp_path), lock_folder=tmp_path) == key
    assert key_from_keyring("other", backend=ring(tmp_path), lock_folder=tmp_path) != key
    FileTokenStore(tmp_path / "t", key).put("a", TOKEN)
