"""Put a finished build in its place in one step, and leave the old one whole when anything stops on the way."""

from __future__ import annotations

import filecmp
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from scripts.normalize.problems import RegenError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

WORK = ".regen-"
OLD = "old"


@contextmanager
def workspace(target: Path) -> Generator[Path]:
    """Yield a fresh folder beside `target`, on the same file system; it is gone afterwards, whatever happened.

    What a killed run left behind is put right first: an old package that was moved aside comes back.
    """
    out = target.parent
    created = not out.exists()
    out.mkdir(parents=True, exist_ok=True)
    for stale in sorted(out.glob(f"{WORK}*")):
        if _alive(stale):
            raise RegenError(f"another regen is at work in {stale}; wait for it, or remove the folder")
        _clear(stale, target)
    work = out / f"{WORK}{os.getpid()}"
    work.mkdir()
    try:
        yield work
    finally:
        _clear(work, target)
        if created:
            with suppress(OSError):
                out.rmdir()


def _alive(work: Path) -> bool:
    number = work.name.removeprefix(WORK)
    if not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return int(number) != os.getpid()


def _clear(work: Path, target: Path) -> None:
    old = work / OLD
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(work, ignore_errors=True)


def swap(fresh: Path, target: Path, work: Path) -> bool:
    """Put the folder `fresh` where `target` is, by renames; False when they hold the same already."""
    if target.exists():
        if not differences(fresh, target):
            return False
        target.rename(work / OLD)
    fresh.rename(target)
    return True


def write_files(texts: dict[Path, str]) -> list[Path]:
    """Write every text whose file differs, each by one rename; return the files that changed."""
    changed: list[Path] = []
    for path, text in texts.items():
        if _reads(path) == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}{WORK}{os.getpid()}")
        try:
            draft.write_text(text, encoding="utf-8")
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        changed.append(path)
    return changed


def stale_files(texts: dict[Path, str]) -> list[Path]:
    """Return the files that do not hold their text."""
    return [path for path, text in texts.items() if _reads(path) != text]


def _reads(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def differences(fresh: Path, target: Path) -> list[str]:
    """Return what differs between two folders, as relative paths; compiled files do not count."""
    ours, theirs = _listing(fresh), _listing(target)
    changed = [name for name in ours & theirs if not filecmp.cmp(fresh / name, target / name, shallow=False)]
    return sorted(
        [f"{name} (missing)" for name in ours - theirs]
        + [f"{name} (extra)" for name in theirs - ours]
        + [f"{name} (differs)" for name in changed]
    )


def _listing(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
