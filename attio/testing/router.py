"""Which operation a request means, and which function answers it."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar
from urllib.parse import unquote

from attio_openapi.operations import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from attio_openapi.operations import Operation

    from attio.testing.call import Call

Handler = TypeVar("Handler", bound="Callable[[Call], Any]")

SELF: Final = "get_self"
_HANDLERS: Final[dict[str, Callable[[Call], Any]]] = {}
_GAPS: Final[dict[str, str]] = {}
# A target other than these two is no route at all.
_TARGETS: Final = ("objects", "lists")


class Match(NamedTuple):
    """One request understood: its operation, its decoded path parameters, its handler.

    GET /v2/self alone has no handler: it answers before tokens are checked.
    """

    operation: Operation
    params: dict[str, str]
    handler: Callable[[Call], Any] | None


class _Node:
    """One segment of the route tree."""

    __slots__ = ("branches", "ends", "parameter")

    def __init__(self) -> None:
        self.branches: dict[str, _Node] = {}
        self.parameter: _Node | None = None
        self.ends: dict[str, tuple[Operation, tuple[str, ...]]] = {}

    def find(self, segments: list[str], at: int, method: str) -> tuple[_Node, list[str]] | None:
        """Return the node where the path ends and the segments that stood for parameters."""
        if at == len(segments):
            return (self, []) if method in self.ends else None
        segment = segments[at]
        fixed = self.branches.get(segment)
        if fixed is not None and (found := fixed.find(segments, at + 1, method)) is not None:
            return found
        if (
            self.parameter is not None
            and segment
            and (found := self.parameter.find(segments, at + 1, method))
        ):
            return found[0], [segment, *found[1]]
        return None


def route(operation_id: str, *, but: str = "") -> Callable[[Handler], Handler]:
    """Register the function that answers one operation, by its operationId.

    The first line of its docstring says what is simulated, `but` what is not: docs/simulation.md shows both.
    """
    if operation_id not in OPERATIONS:
        raise LookupError(f"there is no operation {operation_id!r}")

    def register(handler: Handler) -> Handler:
        _HANDLERS[operation_id] = handler
        _GAPS[operation_id] = but
        return handler

    return register


def simulated() -> dict[str, tuple[str, str]]:
    """Return what each answered operation does here and what of Attio's behaviour it leaves out."""
    handled()
    rows = {
        SELF: (
            "Tell about the token: scopes, level, workspace; never a 401.",
            "whether Attio names the member of every token",
        )
    }
    for operation_id, handler in _HANDLERS.items():
        line = (handler.__doc__ or "").strip().partition("\n")[0]
        rows[operation_id] = (line, _GAPS[operation_id])
    return rows


def handled() -> frozenset[str]:
    """Return the operationIds that are answered."""
    _tree()
    return frozenset({SELF, *_HANDLERS})


@lru_cache(maxsize=1)
def _tree() -> _Node:
    package = importlib.import_module("attio.testing.routes")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    root = _Node()
    for operation in OPERATIONS.values():
        _plant(root, operation)
    return root


def _plant(root: _Node, operation: Operation) -> None:
    nodes = [root]
    names: list[str] = []
    for segment in operation.path.strip("/").split("/"):
        if segment == "{target}":
            # Both targets are planted as fixed segments, so that no other word is a route.
            nodes = [node.branches.setdefault(target, _Node()) for node in nodes for target in _TARGETS]
        elif segment.startswith("{"):
            names.append(segment[1:-1])
            nodes = [_parameter(node) for node in nodes]
        else:
            nodes = [node.branches.setdefault(segment, _Node()) for node in nodes]
    for node in nodes:
        node.ends[operation.method] = (operation, tuple(names))


def _parameter(node: _Node) -> _Node:
    if node.parameter is None:
        node.parameter = _Node()
    return node.parameter


def match(method: str, path: str) -> Match | None:
    """Find the operation of a method and a percent-encoded path; None when Attio has no such route."""
    segments = path.split("/")
    if segments[0]:
        return None
    found = _tree().find(segments[1:], 0, method)
    if found is None:
        return None
    operation, names = found[0].ends[method]
    handler = _HANDLERS.get(operation.id)
    if handler is None and operation.id != SELF:
        return None
    params = dict(zip(names, map(unquote, found[1]), strict=True))
    if "{target}" in operation.path:
        params["target"] = segments[2]
    return Match(operation, params, handler)
