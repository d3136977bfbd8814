# Derived from attio/_async by scripts/unasync: edit there.
"""`Object`: an object that can act."""

from __future__ import annotations

from typing import ClassVar

from attio.records.structure import ObjectData

from .abilities import Created, Deleted, Listed, Retrieved, Updated


class Object(ObjectData, Listed, Created, Retrieved, Updated, Deleted):
    """An object: a kind of record."""

    __slots__ = ()
    _resource: ClassVar[str] = "objects"
