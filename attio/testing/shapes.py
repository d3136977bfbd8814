"""Checks of request bodies that report breaches the way Attio does.

A shape checks a value at a path, collects problems in a list and returns the checked value. Build one per route at
import time and give it to `Call.data(shape)` or `Call.json(shape)`:

    NEW_OBJECT = fields(api_slug=text(1), singular_noun=text(1), plural_noun=text(1))

Keys of `fields` are required; wrap one in `optional(...)` to let it be absent. Unknown keys are dropped; `closed`
fields refuse them, as the endpoints do where Attio is strict.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from attio.testing.identifiers import is_uuid
from attio.testing.json_types import is_array, is_object
from attio.testing.replies import Path, Problem, problem, required

Check = Callable[[Any, Path, list[Problem]], Any]

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class Shape(NamedTuple):
    """One check, what it expects when the value is missing, and whether a key may be missing."""

    check: Check
    expected: str = "string"
    is_optional: bool = False


def json_type(value: Any) -> str:
    """Name the JSON type of a decoded value in the words of the error bodies."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if is_array(value) else "object"


def wrong_type(value: Any, path: Path, expected: str) -> Problem:
    """Describe a value of the wrong JSON type."""
    received = json_type(value)
    message = f"Expected {expected}, received {received}"
    return problem(path, message, "invalid_type", expected=expected, received=received)


def optional(shape: Shape) -> Shape:
    """Let a key be absent."""
    return shape._replace(is_optional=True)


def anything() -> Shape:
    """Accept every value, null included."""

    def check(value: Any, _path: Path, _problems: list[Problem]) -> Any:
        return value

    return Shape(check)


def fields(**keys: Shape) -> Shape:
    """Check an object key by key; the result holds the known keys that were sent."""
    return _fields(keys, is_closed=False)


def closed(**keys: Shape) -> Shape:
    """Check an object key by key and refuse keys that are not listed."""
    return _fields(keys, is_closed=True)


def _fields(keys: dict[str, Shape], *, is_closed: bool) -> Shape:
    def check(value: Any, path: Path, problems: list[Problem]) -> Any:
        if not is_object(value):
            problems.append(wrong_type(value, path, "object"))
            return value
        result: dict[str, Any] = {}
        for name, shape in keys.items():
            if name in value:
                result[name] = shape.check(value[name], (*path, name), problems)
            elif not shape.is_optional:
                problems.append(required((*path, name), shape.expected))
        if is_closed and (unknown := [name for name in value if name not in keys]):
            listed = ", ".join(f"'{name}'" for name in unknown)
            problems.append(problem(path, f"Unrecognized key(s) in object: {listed}"))
        return result

    return Shape(check, "object")


def text(at_least: int = 0, at_most: int | None = None) -> Shape:
    """Check a string and its length in characters."""

    def check(value: Any, path: Path, problems: list[Problem]) -> Any:
        if not isinstance(value, str):
            problems.append(wrong_type(value, path, "string"))
        elif len(value) < at_least:
            problems.append(problem(path, f"String must contain at least {at_least} character(s)"))
        elif at_most is not None and len(value) > at_most:
            problems.append(problem(path, f"String must contain at most {at_most} character(s)"))
        return value

    return Shape(check)


def matching(kind: str, test: Callable[[str], object]) -> Shape:
    """Check a string with a function; a breach is named after `kind`."""

    def check(value: Any, path: Path, problems: list[Problem]) -> Any:
        if not isinstance(value, str):
            problems.append(wrong_type(value, path, "string"))
        elif not test(value):
            problems.append(problem(path, f"Invalid {kind}", "invalid_string", string_validation=kind))
        return value

    return Shape(check)


def _is_https_url(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname)


def uuid() -> Shape:
    """Check a UUID in text form."""
    return matching("uuid", is_uuid)


def https_url() -> Shape:
    """Check an absolute https URL."""
    return matching("url", _is_https_url)


def email() -> Shape:
    """Check the form of an email address."""
    return matching("email", _EMAIL.fullmatch)


def boolean() -> Shape:
    """Check a boolean."""

    def check(value: Any, path: Path, problems: list[Problem]) -> Any:
        if not isinstance(value, bool):
            problems.append(wrong_type(value, path, "boolean"))
        return value

    return Shape(check, "boolean")


def number(at_least: float | None = None, at_most: float | None = None, *, whole: bool = False) -> Shape:
    """Check a number, its bounds (both inclusive) and, if asked, that it has no fraction."""

    def check(value: Any, path: Path, problems: list[Problem]) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float):
            problems.append(wrong_type(value, path, "number"))
        elif whole and value != int(value):
            problems.append(problem(path, "Expected integer, received float", "invalid_type"))
        elif at_least is not None and value < at_least:
            problems.append(problem(path, f"Number must be greater than or equal to {at_least}"))
        elif at_most is not None and value > at_most:
            problems.append(problem(path, f"Number must be less than or equal to {at_most}"))
        elif whole:
            return int(value)
        return value

    return Shape(check, "number")


def choice(*options: Any) -> Shape:
    """Check that a value is one of a closed set."""

    def check(value: Any, path: Path, problems: list[Problem]) -> Any:
        if not any(value == option and type(value) is type(option) for option in options):
            listed = " | ".join(f"'{option}'" for option in options)
            message = f"Invalid option, expected {listed}"
            problems.append(problem(path, message, "invalid_option", options=list(options)))
        return value

    return Shape(check)


def array(item: Shape, at_least: int = 0, at_most: int | None = None) -> Shape:
    """Check an array, its length and every item."""

    def check(value: Any, path: Path, problems: list[Problem]) -> Any:
        if not is_array(value):
            problems.append(wrong_type(value, path, "array"))
            return value
        if len(value) < at_least:
            problems.append(problem(path, f"Array must contain at least {at_least} element(s)"))
        if at_most is not None and len(value) > at_most:
            problems.append(problem(path, f"Array must contain at most {at_most} element(s)"))
            return value
        return [item.check(each, (*path, index), problems) for index, each in enumerate(value)]

    return Shape(check, "array")


def mapping() -> Shape:
    """Check an object with free keys."""

    def check(value: Any, path: Path, problems: list[Problem]) -> Any:
        if not is_object(value):
            problems.append(wrong_type(value, path, "object"))
        return value

    return Shape(check, "object")


def nullable(shape: Shape) -> Shape:
    """Accept null as well."""

    def check(value: Any, path: Path, problems: list[Problem]) -> Any:
        return None if value is None else shape.check(value, path, problems)

    return shape._replace(check=check)


def either(*shapes: Shape) -> Shape:
    """Accept the first shape that fits; none fitting is one problem, as a union reports it."""

    def check(value: Any, path: Path, problems: list[Problem]) -> Any:
        for shape in shapes:
            found: list[Problem] = []
            result = shape.check(value, path, found)
            if not found:
                return result
        problems.append(problem(path, "Invalid input", "invalid_union"))
        return value

    return Shape(check, shapes[0].expected)
