# Derived from attio/_async by scripts/unasync: edit there.
"""`Task`: a task that can act."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attio.records.collaboration import TaskData

from .abilities import Created, Deleted, Listed, Retrieved, Updated

if TYPE_CHECKING:
    from typing import Self

    from attio.core.config import RequestOptions


class Task(TaskData, Listed, Created, Retrieved, Updated, Deleted):
    """A task."""

    __slots__ = ()
    _resource: ClassVar[str] = "tasks"

    def complete(self, *, options: RequestOptions | None = None) -> Self:
        """Mark it as done, in Attio and here. Costs one request."""
        return self.update(is_completed=True, options=options)

    def reopen(self, *, options: RequestOptions | None = None) -> Self:
        """Mark it as not done, in Attio and here. Costs one request."""
        return self.update(is_completed=False, options=options)
