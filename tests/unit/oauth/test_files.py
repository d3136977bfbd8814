"""Tokens in an encrypted file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from attio.core.errors import (
    ArgumentTypeError,
    ConfigurationError,
)
from attio.core.file_lock import FileLock
from attio.core.redact import Secret
from attio.oauth import (
    CorruptStoreError,
    StoreLockedError,
    StoreUnavailableError,
    WrongKeyError,
)
from attio.oauth.stores import (
    FileTokenStore,
    generate_key,
)

from .conftest import TOKEN, leaks


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
