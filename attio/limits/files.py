"""`FileLimiter`: lanes in small files, for the processes of one machine."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from attio.core.error_tree import ArgumentError
from attio.core.file_lock import FileLock
from attio.core.gate import GateState, joined
from attio.core.limits import InProcessLimiter
from attio.core.logging import library_logger
from attio.limits.shared import PEER_S, SHARED_GUARD_S, SharedLimiter

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from attio.core.clock import Clock
    from attio.core.limits import Grant, Lane
    from attio.limits.shared import Question

_MOST_BYTES: Final = 1 << 16
_HEAD: Final = 4
"""Bytes that say how long the content is."""


class _State(msgspec.Struct, omit_defaults=True):
    """What lies in the file of a key."""

    t: float = 0.0
    """When it was written: seconds of the machine's monotonic clock."""
    home: str | None = None
    """The workspace that this token is of; its file holds the lanes."""
    lanes: dict[str, GateState] = {}
    peers: dict[str, float] = {}

    def shifted(self, now: float) -> _State:
        """Give the state as of `now` when the clock began anew (the machine did), so that nobody waits for the old."""
        back = self.t - now
        if back <= 0.0:
            return self
        lanes = {name: lane.shifted(back) for name, lane in self.lanes.items()}
        return _State(now, self.home, lanes, {name: at - back for name, at in self.peers.items()})


_encode: Final = msgspec.msgpack.Encoder().encode
_decode: Final = msgspec.msgpack.Decoder(_State).decode


class FileLimiter(SharedLimiter):
    """Stay under a workspace's limits together with every process of this machine that uses the same folder.

    `folder` is made when it is missing (mode 0700); without one it is the user's own, so that all programs of a
    user share it. It must be on a local disk: locks do not work over most networks. Each reservation locks,
    reads and writes one small file (40 microseconds), by the machine's monotonic clock. A process that is killed
    lets go of its lock; for one that is stopped while it holds it nobody waits longer than `timeout_s`.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str] | None = None,
        *,
        timeout_s: float = 0.5,
        degraded_share: float | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__("The folder that shares Attio's limits", degraded_share=degraded_share, clock=clock)
        self._folder = _default_folder() if folder is None else Path(folder)
        self._timeout_s = timeout_s
        self._turn = threading.Lock()
        self._inner = InProcessLimiter(guard_s=SHARED_GUARD_S)
        self._complained = False
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as failure:
            raise ArgumentError(
                "folder", str(self._folder), f"cannot be used as a folder: {failure.strerror}"
            ) from None

    def after_fork(self) -> None:
        """Replace the locks."""
        super().after_fork()
        self._turn = threading.Lock()

    def _reserve(self, question: Question) -> tuple[Grant, int]:
        # The lock of the file is one for each opening of it; between threads this one is faster.
        with self._turn, self._open(question.key) as (lock, state, now):
            lanes, inner = question.lanes, self._inner
            inner.restore("", lanes, state.lanes)
            for lane, floor_s in zip(lanes, question.floors or (0.0,) * len(lanes), strict=True):
                if floor_s > 0.0:
                    inner.not_before("", lane, now + floor_s)
            grant = inner.reserve("", lanes, now, max_wait_s=question.max_wait_s, again=question.again)
            peers = dict(state.peers)
            if question.announce:
                peers = {name: at for name, at in peers.items() if now - at < PEER_S}
                peers[self._peer] = now
            _write(lock, _State(now, None, state.lanes | inner.state("", lanes), peers))
        return grant, len(peers)

    def _hold(self, key: str, lanes: Sequence[Lane]) -> float:
        with self._turn, self._open(key) as (_, state, now):
            closed = [state.lanes[lane.name].closed_until - now for lane in lanes if lane.name in state.lanes]
        return max(0.0, *closed) if closed else 0.0

    def _penalize(self, key: str, lane: Lane, wait_s: float) -> bool:
        lanes = (lane,)
        return self._change(key, lanes, lambda now: self._inner.penalize("", lanes, now, wait_s=wait_s))

    def _late(self, key: str, lanes: Sequence[Lane], age_s: float, by_s: float) -> bool:
        return self._change(
            key, lanes, lambda now: self._inner.late("", lanes, now, due=now - age_s, by_s=by_s)
        )

    def _change(self, key: str, lanes: Sequence[Lane], change: Callable[[float], None]) -> bool:
        with self._turn, self._open(key) as (lock, state, now):
            self._inner.restore("", lanes, state.lanes)
            change(now)
            _write(lock, _State(now, None, state.lanes | self._inner.state("", lanes), state.peers))
        return True

    def _tell(self, key: str, workspace_key: str) -> None:
        with self._turn:
            with self._lock_of(key) as lock:
                before = self._read(lock)
                _write(lock, _State(self.clock.monotonic(), workspace_key))
            with self._lock_of(workspace_key) as lock:
                state = self._read(lock)
                lanes = dict(state.lanes)
                for name, lane in before.lanes.items():
                    lanes[name] = joined(lanes[name], lane) if name in lanes else lane
                _write(lock, _State(self.clock.monotonic(), None, lanes, before.peers | state.peers))

    @contextmanager
    def _open(self, key: str) -> Generator[tuple[FileLock, _State, float]]:
        """Lock and read the file of a key, or of the workspace that it is of; give the time as well."""
        with self._lock_of(key) as lock:
            state = self._read(lock)
            if state.home is None:
                yield lock, state, self.clock.monotonic()
                return
        with self._lock_of(state.home) as lock:
            yield lock, self._read(lock), self.clock.monotonic()

    def _lock_of(self, key: str) -> FileLock:
        name = blake2b(key.encode(), digest_size=16).hexdigest()
        return FileLock(self._folder / name, timeout_s=self._timeout_s)

    def _read(self, lock: FileLock) -> _State:
        content = os.read(lock.descriptor, _MOST_BYTES)
        if not content:
            return _State()
        try:
            end = _HEAD + int.from_bytes(content[:_HEAD], "big")
            return _decode(content[_HEAD:end]).shifted(self.clock.monotonic())
        except (msgspec.MsgspecError, UnicodeDecodeError):
            # What it held is lost anyway; a limit that is kept from now on is better than no calls.
            if not self._complained:
                self._complained = True
                library_logger().warning("a file in %s is damaged; its lanes begin anew", self._folder)
            return _State()

    def close(self) -> None:
        """End the threads that async clients asked in; the files stay for the others."""
        if self._for_tasks is not None:
            self._for_tasks.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {str(self._folder)!r}{' degraded' if self.is_degraded else ''}>"

    def __reduce__(self) -> Any:
        return (_made, (str(self._folder), self._timeout_s, self._degraded_share))


def _write(lock: FileLock, state: _State) -> None:
    content = _encode(state)
    # One call for less than a page: a process that is killed leaves the old content or the new one. What an
    # older, longer content left behind the length is not read.
    os.lseek(lock.descriptor, 0, os.SEEK_SET)
    os.write(lock.descriptor, len(content).to_bytes(_HEAD, "big") + content)


def _made(folder: str, timeout_s: float, degraded_share: float | None) -> FileLimiter:
    return FileLimiter(folder, timeout_s=timeout_s, degraded_share=degraded_share)


def _default_folder() -> Path:
    cache = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    try:
        return (Path(cache) if cache else Path.home() / ".cache") / "attio-client" / "limits"
    except RuntimeError:
        problem = "has to be given: this user has no home directory"
    raise ArgumentError("folder", None, problem)
