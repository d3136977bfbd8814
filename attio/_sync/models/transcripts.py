# Derived from attio/_async by scripts/unasync: edit there.
"""`Transcript`: a page of a transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attio.records.embedded_pages import next_cursor
from attio.records.meetings import TranscriptData

from .abilities import Bound

if TYPE_CHECKING:
    from typing import Self

    from attio._sync.listing import Rows
    from attio.core.config import RequestOptions
    from attio.records.meetings import SegmentData


class Transcript(TranscriptData, Bound):
    """What was said in a recording, or a page of it."""

    __slots__ = ()
    _resource: ClassVar[str] = "transcripts"

    @property
    def next_cursor(self) -> str | None:
        """Where the segments go on: `cursor=` of the next `get`; None after the last."""
        return next_cursor(self.raw)

    @classmethod
    def retrieve(cls, meeting_id: Any, call_recording_id: Any, **arguments: Any) -> Self:
        """Fetch a page of one; takes what `get` of `client.transcripts` takes, and `client=`."""
        found: Self = cls._served(arguments).get(meeting_id, call_recording_id, **arguments)
        return found

    @classmethod
    def get(cls, meeting_id: Any, call_recording_id: Any, **arguments: Any) -> Self:
        """Fetch a page of one; the same as `retrieve`."""
        return cls.retrieve(meeting_id, call_recording_id, **arguments)

    def iterate_segments(
        self,
        *,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[SegmentData]:
        """Go through all segments of the transcript from the first one on."""
        rows: Rows[SegmentData] = self._own().iterate(
            self.id.meeting_id, self.id, max_items=max_items, prefetch=prefetch, options=options
        )
        return rows
