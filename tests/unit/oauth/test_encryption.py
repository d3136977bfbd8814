"""Encryption of what is kept, and rotation of its key."""

from __future__ import annotations

import pickle
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio.core.errors import ConfigurationError
from attio.core.redact import Secret
from attio.oauth import CorruptStoreError, WrongKeyError
from attio.oauth.stores import TokenCipher, generate_key
from attio.oauth.stores.encryption import make_cipher

from .conftest import TOKEN, leaks, make_store

KEYS = [urlsafe_b64encode(bytes([number]) * 32).decode() for number in range(3)]


@given(st.text())
def test_only_the_key_reads_it(text: str) -> None:
    """Any text comes back with the key, and is not in what is kept."""
    cipher = TokenCipher(KEYS[:1])
    kept = cipher.encrypt(Secret(text))
    assert cipher.decrypt(kept, "it").reveal() == text
    assert kept != cipher.encrypt(Secret(text))
    with pytest.raises(WrongKeyError, match="it was encrypted with the key"):
        TokenCipher(KEYS[1:]).decrypt(kept, "it")


def test_keys_are_random() -> None:
    """Each key that is made is another one, and fits."""
    keys = {generate_key() for _ in range(20)}
    assert len(keys) == 20
    assert "keys" in repr(TokenCipher([*keys]))


def test_the_first_key_encrypts_and_all_decrypt() -> None:
    """With [new, old] the old texts are read and new ones written with the new key."""
    old, both = TokenCipher([KEYS[0]]), TokenCipher([KEYS[1], KEYS[0]])
    kept = old.encrypt(Secret(TOKEN))
    assert both.decrypt(kept, "it").reveal() == TOKEN
    assert not both.is_current(kept)
    assert both.is_current(both.encrypt(Secret(TOKEN)))
    assert TokenCipher([KEYS[1]]).decrypt(both.encrypt(Secret(TOKEN)), "it").reveal() == TOKEN


@given(st.data())
def test_a_changed_text_is_noticed(data: Any) -> None:
    """Whatever is changed in what is kept, it is an error and never another text."""
    cipher = TokenCipher(KEYS[:1])
    kept = cipher.encrypt(Secret(TOKEN))
    at = data.draw(st.integers(0, len(kept) - 1))
    by = data.draw(st.characters(codec="ascii").filter(lambda sign: sign != kept[at]))
    changed = data.draw(st.sampled_from([kept[:at] + by + kept[at + 1 :], kept[:at]]))
    try:
        # The last sign of base64 may hold bits that mean nothing.
        assert cipher.decrypt(changed, "it").reveal() == TOKEN
        assert at >= len(kept) - 4
    except (CorruptStoreError, WrongKeyError) as error:
        assert not leaks(error)


@pytest.mark.parametrize(
    "wrong", ["", "short", "ä" * 44, KEYS[0][:-2], KEYS[0] + "AAAA", [], [7], 7, {}], ids=list("abcdefghi")
)
def test_what_is_no_key_is_refused(wrong: Any) -> None:
    """The error says how to make one, and shows nothing."""
    with pytest.raises(ConfigurationError, match="encryption_key: .*generate_key") as caught:
        make_cipher(wrong)
    assert KEYS[0][:-2] not in str(caught.value)


def test_keys_come_from_the_environment() -> None:
    """ATTIO_TOKEN_KEY holds one key, or several with a comma between."""
    kept = make_cipher(None, {"ATTIO_TOKEN_KEY": KEYS[0]}).encrypt(Secret(TOKEN))
    both = make_cipher(None, {"ATTIO_TOKEN_KEY": f"{KEYS[1]}, {KEYS[0]},"})
    assert both.decrypt(kept, "it").reveal() == TOKEN
    assert make_cipher(both) is both
    with pytest.raises(ConfigurationError, match="there is none.*ATTIO_TOKEN_KEY"):
        make_cipher(None, {})


def test_a_cipher_shows_no_key() -> None:
    """Its repr names keys by digests, and it cannot be pickled."""
    cipher = make_cipher([Secret(KEYS[0]), KEYS[1]])
    assert KEYS[0] not in repr(cipher)
    with pytest.raises(TypeError, match="it holds keys"):
        pickle.dumps(cipher)


@pytest.mark.parametrize("name", ["file", "redis", "sqlite", "postgresql"])
def test_keys_are_rotated(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """After rotate the old key is needed no longer; a wrong key is told from damage."""
    old, new = KEYS[:2]
    store = make_store(name, tmp_path, old, None, lambda: request.getfixturevalue("redis_url"))
    store.put("a", TOKEN)
    store.put("b", "other", expires_in_s=3600)
    store.mark_revoked("b")
    before = store.list()
    cipher = store._cipher
    assert store.rotate() == 0
    store._cipher = make_cipher([new, old])
    assert store.list() == before
    assert store.rotate() == 2
    assert store.rotate() == 0
    store._cipher = make_cipher(new)
    assert store.list() == before
    store._cipher = cipher
    with pytest.raises(
        WrongKeyError, match="was encrypted with the key [0-9a-f]{12}, and the keys given are"
    ) as caught:
        store.get("a")
    assert not leaks(caught.value)
    with pytest.raises(WrongKeyError):
        store.list()
    if name == "redis":
        assert 0 < store._client.pttl(store._prefix + "b") <= 3_300_000
    if name == "postgresql":
        store._table.drop(store._engine)
    store.close()


def test_an_entry_that_changes_during_a_rotation_is_left_to_the_other(tmp_path: Path) -> None:
    """rotate does not undo what another process puts meanwhile."""
    store = make_store("sqlite", tmp_path, KEYS[0], None, None)
    store.put("a", "old")
    items = store._items()
    store._items = lambda: items
    store._cipher = make_cipher(KEYS[:2][::-1])
    store.put("a", "new")
    assert store.rotate() == 0
    assert store.get("a").access_token == "new"
    store.close()
