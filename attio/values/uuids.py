"""Telling an id from a slug, a title or an address; ids are never parsed."""

from __future__ import annotations


def like_uuid(text: str) -> bool:
    """Tell whether a text is written like a UUID."""
    return len(text) == 36 and text.count("-") == 4 and all(part.isalnum() for part in text.split("-"))
