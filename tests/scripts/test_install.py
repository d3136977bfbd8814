"""Putting a build in its place: all of it or nothing, and the old one comes back after a kill."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.normalize import install
from scripts.normalize.install import differences, stale_files, swap, workspace, write_files
from scripts.normalize.problems import RegenError

DEAD = 4_194_304  # above the kernel's largest pid


def package(folder: Path, text: str) -> Path:
    """Make a folder that stands for a package."""
    folder.mkdir(parents=True)
    (folder / "module.py").write_text(text, encoding="utf-8")
    return folder


def test_a_new_package_replaces_the_old_one(tmp_path: Path) -> None:
    """After a swap the new package stands in place and nothing else is left."""
    target = package(tmp_path / "out" / "attio_openapi", "old")
    with workspace(target) as work:
        assert swap(package(work / "attio_openapi", "new"), target, work)
    assert (target / "module.py").read_text(encoding="utf-8") == "new"
    assert [path.name for path in target.parent.iterdir()] == ["attio_openapi"]


def test_an_equal_package_stays_untouched(tmp_path: Path) -> None:
    """A build that gives what is there does not touch it; compiled files do not count."""
    target = package(tmp_path / "attio_openapi", "same")
    (target / "__pycache__").mkdir()
    (target / "__pycache__" / "module.pyc").write_bytes(b"x")
    before = (target / "module.py").stat().st_ino
    with workspace(target) as work:
        assert not swap(package(work / "attio_openapi", "same"), target, work)
    assert (target / "module.py").stat().st_ino == before


def test_an_interrupted_build_leaves_the_old_package(tmp_path: Path) -> None:
    """An interrupt before the swap leaves the old package and no trace of the build."""
    target = package(tmp_path / "attio_openapi", "old")
    with pytest.raises(KeyboardInterrupt), workspace(target) as work:
        package(work / "attio_openapi", "half")
        raise KeyboardInterrupt
    assert (target / "module.py").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["attio_openapi"]


def test_an_interrupt_between_the_renames_brings_the_old_package_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even between moving the old package aside and the new one in, nothing is lost."""
    target = package(tmp_path / "attio_openapi", "old")
    rename = Path.rename

    def torn(self: Path, other: Path) -> Path:
        if other == target and self.name == "attio_openapi":
            raise KeyboardInterrupt
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", torn)
    with pytest.raises(KeyboardInterrupt), workspace(target) as work:
        swap(package(work / "attio_openapi", "new"), target, work)
    assert (target / "module.py").read_text(encoding="utf-8") == "old"


def test_what_a_killed_run_left_is_put_right(tmp_path: Path) -> None:
    """The next run brings back a package that a killed one had moved aside, and removes its folder."""
    target = tmp_path / "attio_openapi"
    package(tmp_path / f".regen-{DEAD}" / "old", "old")
    (tmp_path / ".regen-strange").mkdir()
    with workspace(target):
        assert (target / "module.py").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["attio_openapi"]


def test_two_runs_do_not_meet(tmp_path: Path) -> None:
    """A folder whose run is alive stops the second one."""
    (tmp_path / f".regen-{os.getppid()}").mkdir()
    with pytest.raises(RegenError, match="another regen is at work"), workspace(tmp_path / "attio_openapi"):
        pass


def test_a_run_of_another_user_counts_as_alive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that we may not signal is alive all the same."""

    def refuse(pid: int, signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(install.os, "kill", refuse)
    (tmp_path / ".regen-1").mkdir()
    with pytest.raises(RegenError, match="another regen"), workspace(tmp_path / "attio_openapi"):
        pass


def test_a_folder_made_for_nothing_goes(tmp_path: Path) -> None:
    """A failed run does not leave the empty folder that it made for its result."""
    with pytest.raises(ZeroDivisionError), workspace(tmp_path / "new" / "attio_openapi"):
        raise ZeroDivisionError
    assert not (tmp_path / "new").exists()


def test_files_are_written_only_when_they_differ(tmp_path: Path) -> None:
    """A text that is there already is not written again; a torn write leaves the old text."""
    path = tmp_path / "deep" / "file.md"
    assert write_files({path: "one"}) == [path]
    assert write_files({path: "one"}) == []
    assert stale_files({path: "two", tmp_path / "gone": "x"}) == [path, tmp_path / "gone"]


def test_a_torn_write_leaves_the_old_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails half-way leaves the old file and no draft."""
    path = tmp_path / "file.md"
    path.write_text("old", encoding="utf-8")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_files({path: "new"})
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_differences_name_what_differs(tmp_path: Path) -> None:
    """Missing, extra and changed files are told apart."""
    fresh, old = package(tmp_path / "a", "1"), package(tmp_path / "b", "2")
    (fresh / "new.py").touch()
    (old / "gone.py").touch()
    assert differences(fresh, old) == ["gone.py (extra)", "module.py (differs)", "new.py (missing)"]
