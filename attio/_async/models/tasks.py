"""`AsyncTask`: a task that can act."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attio.records.collaboration import TaskData

from .abilities import AsyncCreated, AsyncDeleted, AsyncListed, AsyncRetrieved, AsyncUpdated

if TYPE_CHECKING:
    from typing import Self

    from attio.core.config import RequestOptions


class AsyncTask(TaskData, AsyncListed, AsyncCreated, AsyncRetrieved, AsyncUpdated, AsyncDeleted):
    """A task."""

    __slots__ = ()
    _resource: ClassVar[str] = "tasks"

    async def complete(self, *, options: RequestOptions | None = None) -> Self:
        """Mark it as done, in Attio and here. Costs one request."""
        return await self.update(is_completed=True, options=options)

    async def reopen(self, *, options: RequestOptions | None = None) -> Self:
        """Mark it as not done, in Attio and here. Costs one request."""
        return await self.update(is_completed=False, options=options)
