# Derived from attio/_async by scripts/unasync: edit there.
"""`CallRecording`: a recording that can act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attio.records.meetings import CallRecordingData

from .abilities import Created, Listed

if TYPE_CHECKING:
    from typing import Self

    from attio.core.config import RequestOptions


class CallRecording(CallRecordingData, Listed, Created):
    """A recording of a meeting; it is addressed by the meeting and its own id."""

    __slots__ = ()
    _resource: ClassVar[str] = "call_recordings"

    @classmethod
    def retrieve(cls, meeting_id: Any, call_recording_id: Any, **arguments: Any) -> Self:
        """Fetch one with its transcript; takes what `get` of `client.call_recordings` takes, and `client=`."""
        found: Self = cls._served(arguments).get(meeting_id, call_recording_id, **arguments)
        return found

    @classmethod
    def get(cls, meeting_id: Any, call_recording_id: Any, **arguments: Any) -> Self:
        """Fetch one with its transcript; the same as `retrieve`."""
        return cls.retrieve(meeting_id, call_recording_id, **arguments)

    def refresh(self, *, options: RequestOptions | None = None) -> Self:
        """Fetch it again, with transcript and video link, into this very model. Costs one request."""
        return self._replace_raw(self._own().get(self.id.meeting_id, self.id, options=options))

    def delete(self, *, options: RequestOptions | None = None) -> None:
        """Delete it in Attio, with its transcript, for good. Costs one request."""
        self._own().delete(self.id.meeting_id, self.id, options=options)
