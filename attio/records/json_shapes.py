"""Look at JSON of unknown shape, for people and type checkers alike (no I/O)."""

from __future__ import annotations

from typing import Any, cast


def as_object(value: object) -> dict[str, Any]:
    """Return a JSON object as it is, and an empty one for anything else."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """Return a JSON array as it is, and an empty one for anything else."""
    return cast("list[Any]", value) if isinstance(value, list) else []
