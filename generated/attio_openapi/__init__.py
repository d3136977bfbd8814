"""Attio's REST API as generated code: request builders under `api`, wire types under `models`, facts in `operations`.

Written by scripts/regen from openapi/; a change made here is lost.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ("Request", "json_body")


class Request(NamedTuple):
    """One request as data: what to send, not how."""

    operation: str
    """The operationId, key of `operations.OPERATIONS`."""
    method: str
    path: str
    """Percent-encoded, starts with a slash."""
    query: dict[str, str | int | float | bool]
    """Without the parameters that were left out."""
    body: object | None
    """Ready for a JSON encoder; None means no body."""


def json_body(body: object) -> object:
    """Return a generated model as a dict and anything else as it is."""
    to_dict = getattr(body, "to_dict", None)
    return body if to_dict is None else to_dict()
