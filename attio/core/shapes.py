"""Tell what shape a value of unknown type has, in a way that type checkers follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeGuard


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Tell whether it maps keys to values."""
    return isinstance(value, Mapping)


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    """Tell whether it is an object of decoded JSON."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Tell whether it is an array of decoded JSON."""
    return isinstance(value, list)


def is_plural(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Tell whether it is several values in an order of their own."""
    return isinstance(value, (list, tuple))


def is_iterable(value: object) -> TypeGuard[Iterable[Any]]:
    """Tell whether it can be gone through."""
    return isinstance(value, Iterable)


def is_container(value: object) -> TypeGuard[Any]:
    """Tell whether it is one of Python's own containers."""
    return isinstance(value, (list, tuple, set, frozenset, dict))
