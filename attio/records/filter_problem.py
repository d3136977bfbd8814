"""What is wrong with a filter: refused before sending, or answered as Attio answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.core.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_DEPTH: Final = 64
"""Deepest nesting of conditions: a bound of ours, so that hostile input cannot exhaust the stack."""

IN_FILTER: Final = "Error in filter."


class FilterProblem(Exception):
    """Say what Attio says about a filter or a sort that it cannot run.

    `code` is Attio's error code, `path` the keys that lead to the place. `to_json()` is the body of its 400.

    >>> FilterProblem("filter_error", "Error in filter.").to_json()["status_code"]
    400
    """

    code: str
    message: str
    path: tuple[str, ...]

    def __init__(self, code: str, message: str, path: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.path = tuple(path)

    def __reduce__(self) -> tuple[Callable[..., FilterProblem], tuple[str, str, tuple[str, ...]]]:
        return type(self), (self.code, self.message, self.path)

    def to_json(self) -> dict[str, Any]:
        """Return the body of Attio's answer, status 400."""
        body: dict[str, Any] = {
            "status_code": 400,
            "type": "invalid_request_error",
            "code": self.code,
            "message": self.message,
        }
        if self.path:
            body["path"] = list(self.path)
        return body


def filter_error(path: Sequence[str], message: str = IN_FILTER) -> FilterProblem:
    """Build the problem of a filter whose shape or value Attio does not read."""
    return FilterProblem("filter_error", message, path)


def unknown_attribute(slug: str, path: Sequence[str]) -> FilterProblem:
    """Build the problem of a filter by an attribute that is not there, in Attio's words."""
    return FilterProblem("unknown_filter_attribute_slug", f"Unknown attribute slug: {slug}.", path)


def missing_field(slug: str, path: Sequence[str]) -> FilterProblem:
    """Build the problem of a filter that must name a property, in Attio's words."""
    return FilterProblem("missing_sort_field", f"Filter cannot omit field for Attribute: {slug}.", path)


def too_deep(argument: str) -> ArgumentError:
    """Build the error for a filter nested deeper than `MAX_DEPTH`."""
    return ArgumentError(
        argument,
        f"more than {MAX_DEPTH} levels",
        f"conditions are nested deeper than {MAX_DEPTH} levels",
        fix="flatten them: F.all_of(...) and F.any_of(...) take any number of conditions",
    )
