"""Timestamps as Attio writes them: nine fraction digits, always Z."""

from __future__ import annotations

from email.utils import formatdate
from functools import lru_cache

from attio.testing.clock import moment


@lru_cache(maxsize=16_384)
def stamp(us: int) -> str:
    """Render microseconds since 1970, for example 2026-05-16T01:12:25.376553000Z."""
    at = moment(us)
    return f"{at.year:04d}{at:-%m-%dT%H:%M:%S}.{at.microsecond:06d}000Z"


@lru_cache(maxsize=64)
def http_date(second: int) -> str:
    """Render a second since 1970 the way HTTP headers carry it."""
    return formatdate(second, usegmt=True)
