# Derived from attio/_async by scripts/unasync: edit there.
"""`Meeting`: a meeting that can act."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attio.records.meetings import MeetingData

from .abilities import Created, Deleted, Listed, Retrieved, Updated

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from attio.core.config import RequestOptions
    from attio.records.bodies_links import RecordLike


class Meeting(MeetingData, Listed, Created, Retrieved, Updated, Deleted):
    """A meeting."""

    __slots__ = ()
    _resource: ClassVar[str] = "meetings"

    def replace(self, linked_records: Iterable[RecordLike], *, options: RequestOptions | None = None) -> Self:
        """Link exactly these records to it, in Attio and here; see `replace` of `client.meetings`."""
        return self._replace_raw(self._own().replace(self.id, linked_records, options=options))
