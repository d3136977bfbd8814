"""Things that go wrong between a client and Attio, on demand: `workspace.faults`."""

from __future__ import annotations

import math
import threading
from fnmatch import fnmatchcase
from random import Random
from typing import TYPE_CHECKING, Any, Final, Literal, TypedDict, Unpack, get_args

from attio_openapi.operations import OPERATIONS

from attio.core.errors import ArgumentError
from attio.testing import breakdowns

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from attio.testing.replies import LocalResponse
    from attio.testing.workspace import Incoming, LocalWorkspace, Next

FaultKind = Literal[
    "latency",
    "rate_limit",
    "error",
    "html",
    "truncate",
    "reset",
    "connect",
    "timeout",
    "duplicate_request",
    "duplicate_delivery",
]


class FaultDetails(TypedDict, total=False):
    """What the kinds take besides where and how often they strike."""

    seconds: float
    retry_after: Literal["date", "seconds"] | None
    status: int
    code: str
    type: str
    message: str
    keep: float
    applied: bool
    copies: int


# What each kind takes, with the defaults.
_DETAILS: Final[dict[str, FaultDetails]] = {
    "latency": {"seconds": 1.0},
    "rate_limit": {"seconds": 1.0, "retry_after": "date"},
    "error": {"status": 503, "code": "", "type": "", "message": ""},
    "html": {"status": 502},
    "truncate": {"keep": 0.5},
    "reset": {"applied": False},
    "connect": {},
    "timeout": {"applied": True},
    "duplicate_request": {"copies": 2},
    "duplicate_delivery": {"copies": 2},
}


class Fault:
    """One thing that goes wrong; `struck` counts how often it has."""

    def __init__(
        self,
        kind: FaultKind,
        details: FaultDetails,
        *,
        operations: frozenset[str] | None,
        method: str | None,
        path: str | None,
        nth: frozenset[int] | None,
        times: int | None,
        probability: float,
    ) -> None:
        self.kind: FaultKind = kind
        self.details = details
        self.operations = operations
        self.method = method
        self.path = path
        self.nth = nth
        self.times = times
        self.probability = probability
        self.seen = 0
        self.struck = 0

    def matches(self, request: Incoming) -> bool:
        """Tell whether a request is one that it is about."""
        if self.operations is not None and (
            request.operation is None or request.operation.id not in self.operations
        ):
            return False
        if self.method is not None and request.method.upper() != self.method:
            return False
        return self.path is None or fnmatchcase(request.path, self.path)

    def strikes(self, random: Random) -> bool:
        """Count one matching request and tell whether it goes wrong."""
        self.seen += 1
        if self.times is not None and self.struck >= self.times:
            return False
        if self.nth is not None and self.seen not in self.nth:
            return False
        if self.probability < 1.0 and random.random() >= self.probability:
            return False
        self.struck += 1
        return True

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.details.items() if value != "")
        return f"<Fault {self.kind}({given}): struck {self.struck} of {self.seen}>"


class Faults:
    """The faults of a workspace, in the order they were added: the first is the farthest from Attio.

    They compose: a latency and a 503 both strike the same request. Each request of a client counts, retries too.
    """

    def __init__(self, workspace: LocalWorkspace) -> None:
        self._workspace = workspace
        self._faults: list[Fault] = []
        self._lock = threading.Lock()
        self._random = Random(0)  # noqa: S311 - chance that repeats

    def add(
        self,
        kind: FaultKind,
        *,
        operation: str | Collection[str] | None = None,
        method: str | None = None,
        path: str | None = None,
        nth: int | Collection[int] | None = None,
        times: int | None = None,
        probability: float = 1.0,
        **details: Unpack[FaultDetails],
    ) -> Fault:
        """Let requests go wrong.

        latency             the answer takes `seconds`; above the client's read timeout that is a timeout
        rate_limit          429 that has not been processed; `retry_after` "date", "seconds" or None, in `seconds`
        error               `status` (500, 503, 409 ...) with a JSON body; `code`, `type` and `message` if given
        html                `status` (502, 504, 520, even 200) with the HTML page of something in between
        truncate            the connection breaks after the part `keep` of the body
        reset               the connection breaks before an answer; `applied` tells whether Attio did the work
        connect             there is no connection, nothing was sent
        timeout             no answer comes in time; with `applied` (the default) Attio has done the work
        duplicate_request   the request reaches Attio `copies` times; the client sees the last answer
        duplicate_delivery  events that the request causes are delivered `copies` times to each webhook

        It strikes requests of `operation` (an operationId or several), of `method`, whose `path` matches a pattern
        such as "/v2/notes*"; of those only the `nth` (from 1; several may be given), at most `times` times, each
        with `probability` (drawn from a seeded source, see `seed`). A wrong argument is an ArgumentError.
        """
        _check_counts(nth, times, probability)
        fault = Fault(
            _kind(kind),
            _details(kind, details),
            operations=_operations(operation),
            method=None if method is None else method.upper(),
            path=path,
            nth=None if nth is None else frozenset({nth} if isinstance(nth, int) else nth),
            times=times,
            probability=probability,
        )
        with self._lock:
            self._faults.append(fault)
        if self._layer not in self._workspace.layers:
            self._workspace.layers.insert(0, self._layer)
        return fault

    def remove(self, fault: Fault) -> None:
        """Let one fault strike no more."""
        with self._lock:
            self._faults = [each for each in self._faults if each is not fault]

    def clear(self) -> None:
        """Let everything go right again."""
        with self._lock:
            self._faults = []
        if self._layer in self._workspace.layers:
            self._workspace.layers.remove(self._layer)

    def seed(self, seed: int | str) -> None:
        """Start the source of chance anew."""
        self._random = Random(seed)  # noqa: S311 - chance that repeats

    def _layer(self, request: Incoming, inner: Next) -> LocalResponse:
        with self._lock:
            striking = [
                fault for fault in self._faults if fault.matches(request) and fault.strikes(self._random)
            ]
        for fault in reversed(striking):
            inner = _around(self._workspace, fault, inner)
        return inner(request)

    def __iter__(self) -> Iterator[Fault]:
        return iter(list(self._faults))

    def __len__(self) -> int:
        return len(self._faults)

    def __repr__(self) -> str:
        return f"<Faults: {', '.join(map(repr, self._faults)) or 'none'}>"


def _around(workspace: LocalWorkspace, fault: Fault, inner: Next) -> Next:
    breakdown: Callable[..., LocalResponse] = breakdowns.BREAKDOWNS[fault.kind]
    return lambda request: breakdown(workspace, fault.details, request, inner)


def _kind(kind: Any) -> FaultKind:
    kinds: tuple[FaultKind, ...] = get_args(FaultKind)
    for each in kinds:
        if each == kind:
            return each
    raise ArgumentError("kind", kind, "is no fault", allowed=kinds)


def _operations(given: str | Collection[str] | None) -> frozenset[str] | None:
    if given is None:
        return None
    names = frozenset({given} if isinstance(given, str) else given)
    for name in names:
        if name not in OPERATIONS:
            raise ArgumentError("operation", name, "is no operation", allowed=tuple(OPERATIONS))
    return names


def _check_counts(nth: int | Collection[int] | None, times: int | None, probability: float) -> None:
    for each in [nth] if isinstance(nth, int) else nth or ():
        if each < 1:
            raise ArgumentError("nth", each, "counts from 1")
    if times is not None and times < 1:
        raise ArgumentError("times", times, "is less than once")
    if not 0.0 < probability <= 1.0:
        raise ArgumentError("probability", probability, "is not above 0 and at most 1")


def _details(kind: str, given: FaultDetails) -> FaultDetails:
    known = _DETAILS[kind]
    for name, value in given.items():
        if name not in known:
            raise ArgumentError(name, value, f"is nothing that {kind!r} takes", allowed=tuple(known))
    whole: FaultDetails = {**known, **given}
    if not (math.isfinite(whole.get("seconds", 0.0)) and whole.get("seconds", 0.0) >= 0):
        raise ArgumentError("seconds", whole.get("seconds"), "is no time to wait")
    if not 0.0 <= whole.get("keep", 0.0) < 1.0:
        raise ArgumentError("keep", whole.get("keep"), "is not a part of the body: at least 0, less than 1")
    if whole.get("copies", 1) < 1:
        raise ArgumentError("copies", whole.get("copies"), "is less than one")
    status = whole.get("status", 500)
    if not (200 if kind == "html" else 400) <= status <= 599:
        raise ArgumentError("status", status, f"is no status for {kind!r}")
    if whole.get("retry_after") not in {"date", "seconds", None}:
        raise ArgumentError(
            "retry_after", whole.get("retry_after"), "is not known", allowed=("date", "seconds")
        )
    return whole
