"""What is particular to each place that tokens are kept in: files, keyrings, Redis, databases."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError, ConfigurationError, MissingExtraError
from attio.core.file_lock import FileLock
from attio.core.redact import Secret
from attio.oauth import CorruptStoreError, StoreLockedError, StoreUnavailableError, WrongKeyError
from attio.oauth.stores import (
    FileTokenStore,
    KeyringTokenStore,
    MemoryTokenStore,
    RedisTokenStore,
    SQLTokenStore,
    generate_key,
    key_from_keyring,
)

from .conftest import TOKEN, FakeClock, leaks, make_store, ring

# --- files


@pytest.fixture
def file(tmp_path: Path, secret_key: str) -> FileTokenStore:
    """A store in a file that is not there yet."""
    return FileTokenStore(tmp_path / "deep" / "tokens", secret_key)


def test_a_file_is_for_its_owner_only(tmp_path: Path, file: FileTokenStore) -> None:
    """File and lock have the mode 0600 whatever the umask is, a new folder 0700, and nothing is left beside them."""
    before = os.umask(0)
    try:
        file.put("a", TOKEN)
    finally:
        os.umask(before)
    path = tmp_path / "deep" / "tokens"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert path.with_name("tokens.lock").stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in path.parent.iterdir()) == ["tokens", "tokens.lock"]
    path.chmod(0o644)
    file.put("b", TOKEN)
    assert path.stat().st_mode & 0o777 == 0o600
    assert "tokens" in repr(file)


def test_reading_makes_no_file(tmp_path: Path, file: FileTokenStore) -> None:
    """Asking a store that is not there yet creates nothing."""
    assert file.get("a") is None
    assert file.list() == []
    assert not (tmp_path / "deep").exists()


def test_a_link_stays_a_link(tmp_path: Path, secret_key: str) -> None:
    """The file behind a link is replaced, not the link."""
    real = tmp_path / "real"
    link = tmp_path / "link"
    link.symlink_to(real)
    FileTokenStore(link, secret_key).put("a", TOKEN)
    assert link.is_symlink()
    assert FileTokenStore(real, secret_key).get("a") is not None


def test_a_crash_while_writing_leaves_the_old_file(
    tmp_path: Path, file: FileTokenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the new file is whole the old one stays, and what was begun is removed."""
    file.put("a", TOKEN)

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for verb in ("replace", "fsync"):
        with monkeypatch.context() as patch:
            patch.setattr(os, verb, broken)
            with pytest.raises(StoreUnavailableError, match="cannot be written: No space left") as caught:
                file.put("a", "new")
        assert not leaks(caught.value)
    assert file.get("a").access_token == TOKEN  # type: ignore[union-attr]
    assert sorted(one.name for one in (tmp_path / "deep").iterdir()) == ["tokens", "tokens.lock"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"\x00\xff" * 100, b"attio token store, encrypted; written by attio-client\nrubbish\n"],
)
def test_a_damaged_file_is_told_and_kept(tmp_path: Path, secret_key: str, content: bytes) -> None:
    """Neither reading nor writing touches a file that is not understood."""
    path = tmp_path / "tokens"
    path.write_bytes(content)
    store = FileTokenStore(path, secret_key)
    for verb in (lambda: store.get("a"), lambda: store.put("a", TOKEN), store.list, store.rotate):
        with pytest.raises(CorruptStoreError, match="tokens") as caught:
            verb()
        assert not leaks(caught.value)
    assert path.read_bytes() == content


def test_a_file_that_was_cut_is_told(file: FileTokenStore) -> None:
    """A file that lost its end is damaged, not empty; so is one whose inside is of another shape."""
    file.put("a", TOKEN)
    whole = file._path.read_text()
    file._path.write_text(whole[:-40])
    with pytest.raises(CorruptStoreError, match="is damaged: it was changed"):
        file.get("a")
    head = whole.splitlines()[0]
    for inside in ("[]", "{", '{"a": 7}'):
        file._path.write_text(f"{head}\n{file._cipher.encrypt(Secret(inside))}\n")
        with pytest.raises(CorruptStoreError, match="another version"):
            file.get("a")


def test_a_wrong_key_changes_nothing(file: FileTokenStore) -> None:
    """With another key nothing can be read, and nothing is overwritten."""
    file.put("a", TOKEN)
    before = file._path.read_bytes()
    other = FileTokenStore(file._path, generate_key())
    for verb in (lambda: other.get("a"), lambda: other.put("a", "x"), lambda: other.delete("a")):
        with pytest.raises(WrongKeyError, match="tokens was encrypted with the key"):
            verb()
    assert file._path.read_bytes() == before


def test_a_lock_that_nobody_releases_is_told(file: FileTokenStore, secret_key: str) -> None:
    """Writing waits for another process, for so long and no longer; reading needs no lock."""
    file.put("a", TOKEN)
    slow = FileTokenStore(file._path, secret_key, lock_timeout_s=0.01)
    with FileLock(file._path.with_name("tokens.lock")):
        with pytest.raises(
            StoreLockedError, match="another process holds .*tokens.lock for longer than 0.01 s"
        ):
            slow.put("b", TOKEN)
        assert slow.get("a") is not None
    slow.put("b", TOKEN)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, secret_key: str) -> None:
    """A folder in the way, a file for a folder and a link for a lock are clear errors."""
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(StoreUnavailableError, match="cannot be read: Is a directory"):
        FileTokenStore(folder, secret_key).get("a")
    (tmp_path / "plain").write_text("")
    with pytest.raises(StoreUnavailableError, match="cannot be opened"):
        FileTokenStore(tmp_path / "plain" / "tokens", secret_key).put("a", TOKEN)
    (tmp_path / "t.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreUnavailableError, match="lock"):
        FileTokenStore(tmp_path / "t", secret_key).put("a", TOKEN)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("wrong", ["", None, 7, b"x"])
def test_a_wrong_path_is_refused(wrong: Any, secret_key: str) -> None:
    """A path is a path."""
    with pytest.raises(ArgumentTypeError, match="path: "):
        FileTokenStore(wrong, secret_key)


def test_a_file_needs_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one the error says where keys come from; ATTIO_TOKEN_KEY is one of them."""
    with pytest.raises(ConfigurationError, match="generate_key.*ATTIO_TOKEN_KEY.*key_from_keyring"):
        FileTokenStore(tmp_path / "t")
    monkeypatch.setenv("ATTIO_TOKEN_KEY", generate_key())
    FileTokenStore(tmp_path / "t").put("a", TOKEN)


_WRITER = """
import sys
from pathlib import Path
from attio.oauth import stores
kind, place, name = sys.argv[1:]
key = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
if kind == "file":
    store = stores.FileTokenStore(Path(place) / "tokens", key)
elif kind == "sql":
    store = stores.SQLTokenStore(f"sqlite:///{place}/tokens.db", key)
else:
    from keyrings.alt.file import PlaintextKeyring
    ring = PlaintextKeyring()
    ring.file_path = f"{place}/ring.cfg"
    store = stores.KeyringTokenStore(backend=ring, lock_folder=place)
for number in range(15):
    store.put(f"{name}-{number}", f"token-{name}-{number}")
    if number % 3 == 0:
        store.delete(f"{name}-{number}")
    if number % 3 == 1:
        store.mark_revoked(f"{name}-{number}")
if name == "0":
    print(sum(entry.usable for entry in store.list()) >= 5)
"""


@pytest.mark.parametrize("kind", ["file", "keyring", "sql"])
def test_processes_share_a_store(kind: str, tmp_path: Path) -> None:
    """Three processes that write at the same time lose nothing of each other's."""
    command = [sys.executable, "-c", _WRITER, kind, str(tmp_path)]
    running = [
        subprocess.Popen([*command, str(name)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for name in range(3)
    ]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err.decode()
    store: Any = {
        "file": lambda: FileTokenStore(tmp_path / "tokens", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="),
        "sql": lambda: SQLTokenStore(
            f"sqlite:///{tmp_path}/tokens.db", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
        ),
        "keyring": lambda: KeyringTokenStore(backend=ring(tmp_path), lock_folder=tmp_path),
    }[kind]()
    entries = store.list()
    assert len(entries) == 30
    assert sum(entry.usable for entry in entries) == 15
    assert all(entry.token.access_token == f"token-{entry.key}" for entry in entries)
    store.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_can_use_the_store(store: Any) -> None:
    """A store that was used before a fork works in the child, and still in the parent."""
    store.put("a", TOKEN)
    if "Memory" in repr(store):
        store._lock.acquire()  # held by another thread of the parent, which the child does not have
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            store.put("b", TOKEN)
            os._exit(0 if store.get("a") is not None else 3)
        except BaseException:
            os._exit(4)
    _, status = os.waitpid(child, 0)
    if "Memory" in repr(store):
        store._lock.release()
    assert os.waitstatus_to_exitcode(status) == 0
    assert store.get("a") is not None
    if "Memory" not in repr(store):
        assert store.get("b") is not None


# --- keyrings


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


# --- Redis


def test_redis_drops_what_expires(redis_url: str, secret_key: str, clock: FakeClock) -> None:
    """A token that nothing can renew lives as long as it is given; marking it does not prolong that."""
    store: Any = make_store("redis", Path(), secret_key, clock, lambda: redis_url)
    store.put("a", TOKEN, expires_in_s=3600)
    place = f"{store._prefix}a"
    assert 3_200_000 < store._client.pttl(place) <= 3_300_000
    store.mark_revoked("a")
    assert 3_200_000 < store._client.pttl(place) <= 3_300_000
    store.put("a", TOKEN)
    assert store._client.pttl(place) == -1
    store.put("b", TOKEN, expires_in_s=1)
    assert store._client.pttl(f"{store._prefix}b") <= 1
    store.close()


def test_a_client_of_the_callers_is_used_as_it_is(redis_url: str, secret_key: str) -> None:
    """One that decodes answers works too, and is not closed with the store."""
    import redis

    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        with RedisTokenStore(client, secret_key, prefix=f"{os.urandom(8).hex()}:") as store:
            for number in range(450):
                store._client.set(f"{store._prefix}{number}", "x")
            assert len(list(store._items())) == 450
            for number in range(450):
                store.delete(str(number))
            store.put("a", TOKEN)
            assert [entry.key for entry in store.list()] == ["a"]
            store.delete("a")
        assert client.ping()


def test_foreign_bytes_in_redis_are_told(redis_url: str, secret_key: str) -> None:
    """What is no text was not written here."""
    with RedisTokenStore(redis_url, secret_key, prefix=f"{os.urandom(8).hex()}:") as store:
        store._client.set(f"{store._prefix}a", b"\xff\xfe", px=60_000)
        with pytest.raises(CorruptStoreError, match="'a' was not written by a token store"):
            store.get("a")


def test_redis_gone_and_back(own_redis: Any, secret_key: str) -> None:
    """Gone it is a clear error, frozen one within the timeout, and back again the store works on."""
    with RedisTokenStore(own_redis.url, secret_key) as store:
        store.put("a", TOKEN)
        own_redis.kill()
        for verb in (
            lambda: store.get("a"),
            lambda: store.put("a", TOKEN),
            store.list,
            lambda: store.mark_revoked("a"),
        ):
            with pytest.raises(StoreUnavailableError, match="Redis does not do what it was asked") as caught:
                verb()
            assert not leaks(caught.value)
        own_redis.start()
        assert store.get("a") is None
        store.put("a", TOKEN)
        assert store.get("a") is not None


def test_redis_frozen_blocks_nobody_for_ever(
    own_redis: Any, secret_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that accepts and never answers ends in an error after the timeout."""
    from attio.oauth.stores import redis as module

    monkeypatch.setattr(module, "_PATIENCE_S", 0.05)
    with RedisTokenStore(own_redis.url, secret_key) as store:
        own_redis.freeze()
        with pytest.raises(StoreUnavailableError, match="Timeout"):
            store.get("a")
        own_redis.thaw()
        store.put("a", TOKEN)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("http://:hush-hush@me.example", "is not an address of Redis"),
        (7, "must be an address or a redis.Redis, not int"),
        (None, "must be an address or a redis.Redis, not NoneType"),
    ],
)
def test_a_wrong_redis_is_refused(given: Any, said: str, secret_key: str) -> None:
    """Addresses are not shown: they hold passwords."""
    with pytest.raises(ArgumentError, match=f"redis: {said}") as caught:
        RedisTokenStore(given, secret_key)
    assert "hush-hush" not in f"{caught.value!r} {vars(caught.value)}"


def test_an_async_redis_is_refused(secret_key: str) -> None:
    """A store is used in threads, so its client is a plain one."""
    import redis.asyncio

    client = redis.asyncio.Redis()
    with pytest.raises(ArgumentTypeError, match="give a client that is not asynchronous"):
        RedisTokenStore(client, secret_key)
    asyncio.run(client.aclose())


# --- databases


def test_an_engine_of_the_callers_is_used_as_it_is(tmp_path: Path, secret_key: str) -> None:
    """It is not disposed of; the table can be of another name, and made by somebody else."""
    import sqlalchemy

    engine = sqlalchemy.create_engine(f"sqlite:///{tmp_path}/t.db")
    with SQLTokenStore(engine, secret_key, table="mine") as store:
        store.put("a", TOKEN)
    assert sqlalchemy.inspect(engine).get_table_names() == ["mine"]
    assert SQLTokenStore(engine, secret_key, table="mine", create=False).get("a") is not None
    missing = SQLTokenStore(engine, secret_key, table="missing", create=False)
    with pytest.raises(StoreUnavailableError, match="OperationalError: no such table: missing") as caught:
        missing.put("a", TOKEN)
    assert not leaks(caught.value)
    engine.dispose()


def test_a_table_that_another_process_made_first_is_fine(
    tmp_path: Path, secret_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the making there is time for another process."""
    import sqlalchemy

    address = f"sqlite:///{tmp_path}/t.db"
    SQLTokenStore(address, secret_key).close()
    create = sqlalchemy.Table.create
    monkeypatch.setattr(
        sqlalchemy.Table, "create", lambda self, engine, checkfirst: create(self, engine, checkfirst=False)
    )
    with SQLTokenStore(address, secret_key) as store:
        store.put("a", TOKEN)
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreUnavailableError, match="unable to open database file"):
        SQLTokenStore(f"sqlite:///{tmp_path}/empty", secret_key)


def test_a_row_that_another_process_put_first_is_replaced(
    tmp_path: Path, secret_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the update that found nothing and the insert there is time for another process; the later one wins."""
    with SQLTokenStore(f"sqlite:///{tmp_path}/t.db", secret_key) as store:
        store.put("a", "first")
        update = store._update
        answers = iter([False])
        monkeypatch.setattr(store, "_update", lambda *given: next(answers, None) is None and update(*given))
        store.put("a", "second")
        assert store.get("a").access_token == "second"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("nonsense://user:hush-hush@host/db", "is not an address that can be used"),
        ("not an address", "is not an address that can be used"),
        (7, "must be an address or a sqlalchemy.Engine, not int"),
    ],
)
def test_a_wrong_engine_is_refused(given: Any, said: str, secret_key: str) -> None:
    """Addresses are not shown: they hold passwords."""
    with pytest.raises(ArgumentError, match=f"engine: {said}") as caught:
        SQLTokenStore(given, secret_key)
    assert "hush-hush" not in f"{caught.value!r} {vars(caught.value)}"


def test_a_database_that_is_gone_is_told_without_its_password(secret_key: str) -> None:
    """Nothing of the address is in the error."""
    with pytest.raises(StoreUnavailableError, match="the database does not do what it was asked") as caught:
        SQLTokenStore("postgresql+psycopg://me:hush-hush@127.0.0.1:1/db", secret_key)
    assert "hush-hush" not in f"{caught.value!r} {vars(caught.value)}"


# --- extras


@pytest.mark.parametrize(
    ("module", "extra", "make"),
    [
        ("cryptography", "encryption", lambda place: FileTokenStore(place / "t", "x")),
        ("cryptography", "encryption", lambda _: generate_key()),
        ("keyring", "keyring", lambda _: KeyringTokenStore()),
        ("redis", "redis", lambda _: RedisTokenStore("redis://localhost", generate_key())),
        ("sqlalchemy", "sql", lambda _: SQLTokenStore("sqlite://", generate_key())),
    ],
)
def test_a_missing_package_names_its_extra(
    module: str, extra: str, make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each place wants one extra, which is named when it is missing."""
    key = generate_key()
    monkeypatch.setattr("attio.oauth.stores.encryption.generate_key", lambda: key)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"attio-client\[{extra}\]"):
        make(tmp_path)
    MemoryTokenStore().put("a", TOKEN)


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """attio.oauth and its stores bring in no optional package."""
    code = (
        "import sys, attio.oauth.stores as s; s.MemoryTokenStore; s.FileTokenStore; s.RedisTokenStore;"
        "s.SQLTokenStore; s.KeyringTokenStore; import attio; attio.OAuth; attio.oauth.login_local;"
        "print(set(sys.modules) & {'cryptography', 'keyring', 'redis', 'sqlalchemy', 'http.server', 'webbrowser'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_packages_name_what_they_have() -> None:
    """dir and unknown names work as for any package."""
    import attio.oauth
    from attio.oauth import stores

    for package in (attio.oauth, stores):
        assert set(package.__all__) <= set(dir(package))
        for name in package.__all__:
            assert getattr(package, name).__name__ == name
        with pytest.raises(AttributeError, match="has no 'nonsense'; it has"):
            package.nonsense  # noqa: B018
    assert "stores" in dir(attio.oauth)
