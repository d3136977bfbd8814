"""One contract for all token stores."""

from __future__ import annotations

import copy
import pickle
import threading
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attio import OAuthToken, TokenStoreError
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.redact import Secret
from attio.oauth import CorruptStoreError, StoreUnavailableError
from attio.oauth.stores import StoredToken, TokenStore

from .conftest import REFRESH, TOKEN, WORKSPACE, FakeClock, leaks

WHOLE = OAuthToken(
    TOKEN, refresh_token=REFRESH, workspace_id=WORKSPACE, workspace_slug="acme", scopes=["note:read"]
)


def test_what_is_put_comes_back(store: TokenStore) -> None:
    """A token comes back equal, with all that is known of it; a bare text is a token too."""
    assert isinstance(store, TokenStore)
    assert store.get("a") is None
    assert store.entry("a") is None
    store.put("a", WHOLE)
    assert store.get("a") == WHOLE
    store.put("a", TOKEN)
    assert store.get("a") == OAuthToken(TOKEN)
    assert store.get("b") is None


def test_an_entry_tells_its_state(store: TokenStore, clock: FakeClock) -> None:
    """It says when the token was stored, and that it is usable."""
    store.put("a", WHOLE)
    entry = store.entry("a")
    assert isinstance(entry, StoredToken)
    assert entry.usable
    assert (entry.key, entry.token, entry.state) == ("a", WHOLE, "usable")
    assert entry.stored_at.timestamp() == clock.seconds
    assert (entry.expires_at, entry.revoked_at) == (None, None)


def test_a_deleted_token_is_gone(store: TokenStore) -> None:
    """delete tells whether there was something to delete."""
    store.put("a", WHOLE)
    assert store.delete("a") is True
    assert store.delete("a") is False
    assert store.get("a") is None
    assert store.list() == []


def test_the_list_is_everything_sorted(store: TokenStore) -> None:
    """All entries of this store, by key, revoked ones too."""
    assert store.list() == []
    for key in ("b", "a", "c", "ä"):
        store.put(key, WHOLE.replace(workspace_name=key))
    store.mark_revoked("c")
    entries = store.list()
    assert [entry.key for entry in entries] == ["a", "b", "c", "ä"]
    assert [entry.state for entry in entries] == ["usable", "usable", "revoked", "usable"]
    assert [entry.token.workspace_name for entry in entries] == ["a", "b", "c", "ä"]


def test_a_revoked_token_is_kept_and_not_given(store: TokenStore, clock: FakeClock) -> None:
    """get gives it no longer, the entry says when, and a new token makes the entry usable again."""
    store.put("a", WHOLE)
    clock.sleep(60)
    assert store.mark_revoked("a") is True
    assert store.get("a") is None
    entry = store.entry("a")
    assert entry is not None
    assert (entry.state, entry.token) == ("revoked", WHOLE)
    assert entry.revoked_at is not None
    assert entry.revoked_at.timestamp() == clock.seconds
    clock.sleep(60)
    assert store.mark_revoked("a") is True
    assert store.entry("a") == entry
    store.put("a", "new")
    assert store.get("a") == OAuthToken("new")
    assert store.mark_revoked("b") is False


def test_a_newer_token_is_not_marked(store: TokenStore) -> None:
    """A client that was refused with an old token does not mark the one that replaced it."""
    store.put("a", "new")
    assert store.mark_revoked("a", "old") is False
    assert store.mark_revoked("a", WHOLE) is False
    assert store.get("a") == OAuthToken("new")
    assert store.mark_revoked("a", "new") is True


@pytest.mark.parametrize("renewable", [True, False])
def test_a_token_counts_as_expired_early(store: TokenStore, clock: FakeClock, renewable: bool) -> None:
    """It is given until 300 s before its expiry; one that can be renewed stays readable after it."""
    token = WHOLE if renewable else OAuthToken(TOKEN)
    store.put("a", token, expires_in_s=3600)
    entry = store.entry("a")
    assert entry is not None
    assert entry.expires_at is not None
    assert entry.expires_at.timestamp() == clock.seconds + 3600
    clock.sleep(3299)
    assert store.get("a") == token
    clock.sleep(1)
    assert store.get("a") is None
    entry = store.entry("a")
    if renewable:
        assert entry is not None
        assert (entry.state, entry.token) == ("expired", WHOLE)
    store.put("a", token)
    assert store.get("a") == token


def test_a_tokens_own_expiry_counts(store: TokenStore, clock: FakeClock) -> None:
    """What the token answer said is used when nothing else is given."""
    from datetime import UTC, datetime

    store.put("a", WHOLE.replace(expires_at=datetime.fromtimestamp(clock.seconds + 301, UTC)))
    assert store.get("a") is not None
    clock.sleep(1)
    assert store.get("a") is None
    store.put("a", OAuthToken(TOKEN, expires_at=datetime.fromtimestamp(clock.seconds - 1, UTC)))
    assert store.get("a") is None


@pytest.mark.parametrize("wrong", ["", "  ", "a\nb", " a", "\ud800", "x" * 300])
def test_a_wrong_key_is_refused(store: TokenStore, wrong: str) -> None:
    """What is no key is refused by every verb."""
    for verb in (
        lambda: store.put(wrong, TOKEN),
        lambda: store.get(wrong),
        lambda: store.delete(wrong),
        lambda: store.mark_revoked(wrong),
    ):
        with pytest.raises(ArgumentError, match="key: "):
            verb()
    with pytest.raises(ArgumentTypeError, match="key: "):
        store.get(7)  # type: ignore[arg-type]


def test_a_wrong_token_or_expiry_is_refused(store: TokenStore) -> None:
    """Nothing is stored then."""
    for wrong in (None, 7, {"access_token": TOKEN}, "", "a b"):
        with pytest.raises(ArgumentError, match="token: ") as caught:
            store.put("a", wrong)  # type: ignore[arg-type]
        assert TOKEN not in f"{caught.value!r} {vars(caught.value)}"
    for seconds in (0, -1, float("nan"), float("inf"), True, "3600"):
        with pytest.raises(ArgumentError, match="expires_in_s: "):
            store.put("a", TOKEN, expires_in_s=seconds)  # type: ignore[arg-type]
    assert store.list() == []


@pytest.mark.parametrize(
    "key",
    [
        "a:b",
        "a*",
        "[a]",
        "../a",
        "a/b",
        "a b",
        "é🙂",
        "%_",
        "\\",
        '"',
        "x" * 256,
        "attio token store: its keys",
    ],
)
def test_odd_keys_are_keys(store: TokenStore, key: str) -> None:
    """A key is a text of the caller's, whatever it means to the place where it is kept."""
    store.put("other", "other")
    store.put(key, TOKEN)
    assert store.get(key) == OAuthToken(TOKEN)
    assert {entry.key for entry in store.list()} == {"other", key}
    assert store.delete(key)
    assert store.get("other") == OAuthToken("other")


def test_what_was_kept_by_somebody_else_is_told(store: Any) -> None:
    """An entry that is no token is a clear error that names it."""
    for text in (
        "",
        "nonsense",
        "{}",
        '{"v": 2}',
        "[]",
        '{"v": 1, "key": "a", "stored_at": "x", "token": {}}',
    ):
        store._write("a", store._sealed(Secret(text)), None)
        for verb in (lambda: store.get("a"), store.list, lambda: store.mark_revoked("a")):
            with pytest.raises(CorruptStoreError, match="the entry 'a'"):
                verb()
    assert store.delete("a")


def test_an_entry_cannot_be_moved(store: Any) -> None:
    """Whoever can write to the place cannot give one workspace the token of another."""
    store.put("a", WHOLE)
    store._write("b", store._read("a"), None)
    with pytest.raises(CorruptStoreError, match="'b' was written for another key") as caught:
        store.get("b")
    assert not leaks(caught.value)


def test_entries_show_no_token(store: TokenStore, tmp_path: Any) -> None:
    """No repr and no pickle holds a token, nor does the place itself, except memory and the system's keyring."""
    store.put("a", WHOLE)
    text = f"{store!r} {store.entry('a')!r} {store.list()!r} {store}"
    assert TOKEN not in text
    assert REFRESH not in text
    for thing in (store, store.entry("a")):
        with pytest.raises(TypeError):
            pickle.dumps(thing)
    if "Keyring" not in repr(store):
        for path in tmp_path.rglob("*"):
            assert not path.is_file() or TOKEN.encode() not in path.read_bytes()
            assert not path.is_file() or REFRESH.encode() not in path.read_bytes()
    with pytest.raises(TypeError):
        copy.deepcopy(store)


def test_threads_share_a_store(store: TokenStore) -> None:
    """Nothing that threads put at the same time is lost."""
    failures: list[BaseException] = []

    def run(name: int) -> None:
        try:
            for number in range(3):
                store.put(f"{name}-{number}", TOKEN)
        except BaseException as failure:  # noqa: BLE001
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert len(store.list()) == 12


def test_an_entry_that_never_holds_still_is_told(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Marking gives up when others change the entry each time, instead of trying for ever."""
    store.put("a", TOKEN)
    monkeypatch.setattr(store, "_swap", lambda *_: False)
    with pytest.raises(StoreUnavailableError, match="changed 100 times"):
        store.mark_revoked("a")


def test_a_swap_needs_the_old_text(store: Any) -> None:
    """Two that change an entry at the same time cannot both succeed."""
    store.put("a", "one")
    first = store._read("a")
    store.put("a", "two")
    assert store._swap("a", first, first) is False
    assert store._swap("none", first, first) is False
    assert store.get("a") == OAuthToken("two")


def test_a_store_closes(store: Any) -> None:
    """It is a context manager."""
    with store as same:
        assert same is store


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    actions=st.lists(
        st.tuples(
            st.sampled_from(["put", "delete", "revoke", "sleep"]), st.sampled_from("abc"), st.integers(1, 900)
        ),
        max_size=12,
    )
)
def test_stores_behave_like_a_dict_with_states(store: Any, clock: FakeClock, actions: Any) -> None:
    """Any sequence of verbs leaves what a dict of (token, expiry, revoked) would hold."""
    for entry in store.list():
        store.delete(entry.key)
    model: dict[str, tuple[str, float, bool]] = {}
    for number, (verb, key, seconds) in enumerate(actions):
        if verb == "put":
            store.put(key, OAuthToken(f"t{number}", refresh_token="r"), expires_in_s=seconds)
            model[key] = (f"t{number}", clock.seconds + seconds, False)
        elif verb == "delete":
            assert store.delete(key) is (model.pop(key, None) is not None)
        elif verb == "revoke":
            assert store.mark_revoked(key) is (key in model)
            if key in model:
                model[key] = (*model[key][:2], True)
        else:
            clock.sleep(seconds)
    usable = {
        key: token
        for key, (token, until, revoked) in model.items()
        if not revoked and clock.seconds < until - 300
    }
    assert {key: found.access_token for key in "abc" if (found := store.get(key))} == usable
    assert {entry.key for entry in store.list()} == set(model)


@pytest.mark.parametrize("early_s", [-1, "300", float("nan")])
def test_the_margin_is_checked(early_s: Any) -> None:
    """early_s is a number of seconds, 0 or more."""
    from attio.oauth.stores import MemoryTokenStore

    with pytest.raises(ArgumentError, match="early_s: "):
        MemoryTokenStore(early_s=early_s)
    store = MemoryTokenStore(early_s=0)
    store.put("a", TOKEN, expires_in_s=100)
    assert store.get("a") is not None
    store.after_fork()
    store.put("b", TOKEN)


def test_errors_of_stores_have_one_root() -> None:
    """One except clause catches what any store does."""
    from attio.oauth import errors

    for name in (
        "StoreUnavailableError",
        "StoreLockedError",
        "CorruptStoreError",
        "WrongKeyError",
        "TokenNotFoundError",
        "RevokedTokenError",
        "ExpiredTokenError",
    ):
        assert issubclass(getattr(errors, name), TokenStoreError)
