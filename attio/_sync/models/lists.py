# Derived from attio/_async by scripts/unasync: edit there.
"""`List`: a list that can act."""

from __future__ import annotations

from typing import ClassVar

from attio.records.structure import ListData

from .abilities import Created, Listed, Retrieved, Updated


class List(ListData, Listed, Created, Retrieved, Updated):
    """A list of entries that point at records; Attio has no way to delete one."""

    __slots__ = ()
    _resource: ClassVar[str] = "lists"
