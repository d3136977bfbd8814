"""`AsyncView`: a saved view that can be listed."""

from __future__ import annotations

from typing import ClassVar

from attio.records.structure import ViewData

from .abilities import AsyncListed


class AsyncView(ViewData, AsyncListed):
    """A saved view of an object or a list; give it as `filter_view_id` to a query."""

    __slots__ = ()
    _resource: ClassVar[str] = "views"
