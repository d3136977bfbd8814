"""The line of a generated module that says that it is one, and what it was asked for with. Pure."""

from __future__ import annotations

import json
from typing import Any, cast

MARK = "# attio.typegen: "
"""Begins the line that tells a generated module from others."""


def recipe_of(source: str) -> dict[str, Any] | None:
    """Return what a module was generated with; None when it is not a generated one."""
    for line in source.splitlines():
        if line.startswith(MARK):
            try:
                found: Any = json.loads(line.removeprefix(MARK))
            except ValueError:
                return {}
            return cast("dict[str, Any]", found) if isinstance(found, dict) else {}
    return None
