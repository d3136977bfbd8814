"""A whole workspace in a file, and back: `workspace.save(path)`, `LocalWorkspace.open(path)`.

The file is a line that names the format, a line of JSON about it, and the compressed state. The state is a pickle that
is read with nothing but this package's own classes of data, so a file cannot run code; it is checked by its digest,
and by the layout of those classes, before it is read. Format and layout belong to one version of the library: what
is to last is a seed document.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import importlib
import inspect
import io
import json
import os
import pickle
import pkgutil
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.errors import ArgumentError, Error
from attio.testing.clock import SteppingClock, moment
from attio.testing.file_lock import FileLock, LockedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio.testing.workspace import LocalWorkspace

_MAGIC: Final = b"attio local workspace, format 1\n"
_STATE: Final = "attio.testing.state"
_OTHERS: Final = {
    ("attio.testing.access", "Token"),
    ("attio.testing.identifiers", "Identifiers"),
    ("attio.testing.note_text", "NoteText"),
    ("random", "Random"),
}
# Fast rather than small: a workspace of 100,000 records is saved in seconds.
_COMPRESSION: Final = 1


class SnapshotError(Error):
    """A snapshot that is in use, damaged, of another version, or none at all; `path` says which."""

    def __init__(self, path: str | Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = str(path)
        self._problem = problem

    def __reduce__(self) -> Any:
        return (type(self), (self.path, self._problem))


# Writing


def dump(workspace: LocalWorkspace) -> bytes:
    """Return the whole workspace as the content of a file."""
    clock = workspace.clock
    with workspace._lock:
        whole = {
            "state": workspace.state,
            "tokens": workspace.tokens,
            "token": workspace.token,
            "without": workspace.without,
            "answers": workspace._execution_ids,
            "now_us": clock.read_us() if isinstance(clock, SteppingClock) else clock.now_us(),
            "step_us": clock.step_us if isinstance(clock, SteppingClock) else None,
        }
        packed = pickle.dumps(whole, protocol=5)
    payload = gzip.compress(packed, _COMPRESSION, mtime=0)
    about = {
        "layout": _layout(),
        "sha256": hashlib.sha256(payload).hexdigest(),
        "size_bytes": len(payload),
    }
    return b"".join((_MAGIC, json.dumps(about).encode(), b"\n", payload))


def save(workspace: LocalWorkspace, path: str | Path | None) -> None:
    """Write the workspace to a file, whole or not at all."""
    held: FileLock | None = getattr(workspace, "_file_lock", None)
    if path is None:
        if held is None:
            raise ArgumentError("path", None, "is needed: this workspace was not opened from a file")
        _replace(held.path, dump(workspace))
        return
    target = Path(path)
    content = dump(workspace)
    if held is not None and held.path.resolve() == target.resolve():
        _replace(target, content)
        return
    with _locked(target):
        _replace(target, content)


def _locked(path: Path) -> FileLock:
    try:
        return FileLock(path)
    except LockedError as error:
        raise SnapshotError(path, f"is open in {error.holder}; close it there first") from None


def _replace(path: Path, content: bytes) -> None:
    """Put a file in the place of another, so that at every moment there is a whole one."""
    for left in path.parent.glob(f".{path.name}.*.part"):
        # Somebody was killed while writing; the lock says that nobody is writing now.
        left.unlink(missing_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):
        # Makes the new name last through a power cut, where directories can be synced.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


# Reading


class _Unpickler(pickle.Unpickler):
    """Reads data of this package's own classes and nothing else."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        found = _data_classes().get((module_name, global_name))
        if found is None:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is not part of a workspace")
        return found


@lru_cache(maxsize=1)
def _data_classes() -> Mapping[tuple[str, str], type]:
    package = importlib.import_module(_STATE)
    names = [f"{_STATE}.{each.name}" for each in pkgutil.iter_modules(package.__path__)]
    found = {
        (name, key): value
        for name in names
        for key, value in vars(importlib.import_module(name)).items()
        if inspect.isclass(value) and value.__module__ == name
    }
    for name, key in _OTHERS:
        found[name, key] = getattr(importlib.import_module(name), key)
    return found


@lru_cache(maxsize=1)
def _layout() -> str:
    """Return a digest of what the classes of data hold."""
    rows = [
        f"{module}.{name}:{','.join(_fields(kind))}"
        for (module, name), kind in sorted(_data_classes().items())
        if module != "random"
    ]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]


def _fields(kind: type) -> list[str]:
    """Return the names of what objects of a class hold."""
    tuple_fields: tuple[str, ...] = getattr(kind, "_fields", ())
    slots: tuple[str, ...] = vars(kind).get("__slots__", ())
    names = {*tuple_fields, *slots}
    initialiser = inspect.getattr_static(kind, "__init__")
    if "__dict__" in dir(kind) and inspect.isfunction(initialiser):
        # Objects without slots hold what their initialiser sets.
        names.update(initialiser.__code__.co_names)
    return sorted(names)


def _read(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    if not content.startswith(_MAGIC):
        raise SnapshotError(path, "is no snapshot of a local workspace")
    line, _, payload = content[len(_MAGIC) :].partition(b"\n")
    try:
        about: dict[str, Any] = json.loads(line)
        wanted, layout = about["sha256"], about["layout"]
    except (ValueError, KeyError, TypeError):
        raise SnapshotError(path, "is damaged: its header cannot be read") from None
    if hashlib.sha256(payload).hexdigest() != wanted:
        raise SnapshotError(
            path, f"is damaged: {len(payload)} of {about.get('size_bytes')} bytes, or changed ones"
        )
    if layout != _layout():
        raise SnapshotError(
            path, "was written by another version of this library; plant a seed document instead"
        )
    try:
        whole = _Unpickler(io.BytesIO(gzip.decompress(payload))).load()
    except Exception as error:  # noqa: BLE001 - a pickle can fail in any way
        raise SnapshotError(path, f"cannot be read: {type(error).__name__}: {error}") from None
    if not isinstance(whole, dict) or "state" not in whole:
        raise SnapshotError(path, "holds no workspace")
    return cast("dict[str, Any]", whole)


def open_workspace(
    kind: type[LocalWorkspace], path: str | Path, seed: Any, settings: dict[str, Any]
) -> LocalWorkspace:
    """Open the workspace of a file, or begin one there."""
    target = Path(path)
    if target.is_dir() or not target.parent.is_dir():
        raise SnapshotError(target, "is a folder" if target.is_dir() else "has no folder to be in")
    lock = _locked(target)
    try:
        is_there = target.exists()
        workspace = _restored(kind, _read(target), settings) if is_there else kind(seed, **settings)
    except BaseException:
        lock.release()
        raise
    vars(workspace)["_file_lock"] = lock
    return workspace


def _restored(kind: type[LocalWorkspace], whole: dict[str, Any], settings: dict[str, Any]) -> LocalWorkspace:
    from attio.testing.state.webhooks import Subscribers

    saved: dict[str, Any] = {"token": whole["token"], "without": whole["without"]}
    workspace = kind(**{**saved, **settings})
    if "clock" not in settings and whole["step_us"] is not None:
        workspace.clock = SteppingClock(moment(whole["now_us"]), step_ms=whole["step_us"] // 1000)
    own_settings = workspace.state.settings
    workspace.state = whole["state"]
    if "settings" in settings:
        workspace.state.settings = own_settings
    workspace.tokens = whole["tokens"]
    workspace._execution_ids = whole["answers"]
    for delivery in workspace.state.store(Subscribers).pending:
        # What was under way when it was saved is tried again: at least once.
        delivery.is_busy = False
    return workspace


def close(workspace: LocalWorkspace, *, save: bool) -> None:
    """Let go of the file, after saving if asked; end deliveries by post."""
    held: FileLock | None = vars(workspace).pop("_file_lock", None)
    try:
        if "webhooks" in vars(workspace):
            workspace.webhooks.close()
        if save and held is not None:
            _replace(held.path, dump(workspace))
    finally:
        if held is not None:
            held.release()
