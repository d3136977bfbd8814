"""Names and slugs in bodies: texts with something in them (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.arguments import text

from .bodies import NOT_GIVEN

if TYPE_CHECKING:
    from .bodies import NotGiven


def names(**values: str | NotGiven) -> dict[str, Any]:
    """Return texts by argument, refusing empty ones and what is no text; NOT_GIVEN stays what it is."""
    return {name: value if value is NOT_GIVEN else text(value, name) for name, value in values.items()}
