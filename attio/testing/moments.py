"""Moments in bodies and query parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio.testing.normalise.dates import parse_moment
from attio.testing.replies import invalid_body, invalid_query, problem
from attio.testing.shapes import Shape, matching

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.replies import Path


def moment_shape() -> Shape:
    """Check an ISO 8601 date and time; read it with `read_us`."""
    return matching("datetime", lambda value: parse_moment(value) is not None)


def read_us(text: str) -> int:
    """Read a moment that `moment_shape` has let through, to the millisecond."""
    us = parse_moment(text)
    assert us is not None
    return us // 1000 * 1000


def past_us(call: Call, text: str | None, path: Path = ("data", "created_at")) -> int:
    """Read a moment of creation: not before 1970, not in the future; now where none is given."""
    if text is None:
        return call.now_us
    us = read_us(text)
    if us < 0:
        raise invalid_body([problem(path, "Date must not be before 1970")])
    if us > call.now_us:
        raise invalid_body([problem(path, "Date must not be in the future")])
    return us


def queried_us(call: Call, key: str) -> int | None:
    """Return a moment from the query; absent, empty and the word null mean none."""
    value = call.text(key)
    if not value or value == "null":
        return None
    us = parse_moment(value)
    if us is None:
        raise invalid_query(
            problem((key,), "Invalid datetime", "invalid_string", string_validation="datetime")
        )
    return us
