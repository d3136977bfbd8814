"""Durations in arguments (no I/O)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from attio.core.errors import ArgumentError, ArgumentTypeError


def is_duration(value: object) -> bool:
    """Tell whether a value is a timedelta or a relativedelta."""
    # A relativedelta is known by what it has, so that dateutil is not imported to ask.
    return isinstance(value, timedelta) or (hasattr(value, "months") and hasattr(value, "leapdays"))


def duration_text(argument: str, value: Any) -> str | None:
    """Return a duration as ISO 8601 text; such a text passes, None stays None."""
    if value is None:
        return None
    from attio.values.timestamps import format_duration, read_duration

    if isinstance(value, str):
        if read_duration(value) is None:
            fix = 'give text such as "P3D", or a timedelta'
            raise ArgumentError(argument, value, "is not an ISO 8601 duration", fix=fix)
        return str(value)
    if not is_duration(value):
        fix = 'give a timedelta, a relativedelta or text such as "P3D"'
        raise ArgumentTypeError(argument, value, f"cannot be {type(value).__name__}", fix=fix)
    try:
        return format_duration(value)
    except ValueError as error:
        raise ArgumentError(argument, value, str(error)) from error
