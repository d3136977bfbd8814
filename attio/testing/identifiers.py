"""Ids, tokens and random choices; the same seed gives the same ones in the same order."""

from __future__ import annotations

from random import Random
from typing import Final

from attio.records.filter_types import is_uuid

__all__ = ["Identifiers", "is_uuid"]

_VARIANT: Final = "89ab"


class Identifiers:
    """A source of version 4 UUIDs and secrets. Not for security: a seeded source is meant to be predictable."""

    __slots__ = ("random",)

    def __init__(self, seed: int | str | None = None) -> None:
        self.random = Random(seed)  # noqa: S311 - ids of a test workspace

    def uuid(self) -> str:
        """Return a new UUID in text form."""
        digits = f"{self.random.getrandbits(128):032x}"
        variant = _VARIANT[int(digits[16], 16) & 3]
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"

    def secret(self) -> str:
        """Return 64 hexadecimal characters, the form of Attio's tokens and webhook secrets."""
        return f"{self.random.getrandbits(256):064x}"
