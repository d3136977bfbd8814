"""Names, slugs and switches in bodies, each checked to be what it is (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.arguments import flag, text

from .bodies import NOT_GIVEN

if TYPE_CHECKING:
    from .bodies import NotGiven


def names(**values: str | NotGiven) -> dict[str, Any]:
    """Return texts by argument, refusing empty ones and what is no text; NOT_GIVEN stays what it is."""
    return {name: value if value is NOT_GIVEN else text(value, name) for name, value in values.items()}


def texts_or_none(**values: str | NotGiven | None) -> dict[str, Any]:
    """Return texts by argument, also empty ones, refusing what is no text; None and NOT_GIVEN stay what they are."""
    return {
        name: value if value is NOT_GIVEN or value is None else text(value, name, empty=True)
        for name, value in values.items()
    }


def flags(**values: bool | NotGiven) -> dict[str, Any]:
    """Return switches by argument, refusing what is neither True nor False; NOT_GIVEN stays what it is."""
    return {name: value if value is NOT_GIVEN else flag(value, name) for name, value in values.items()}
