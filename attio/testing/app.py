"""What people do in Attio's app, and its API does not offer: `workspace.app`."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from attio.core.errors import ArgumentError
from attio.testing.access import SYSTEM
from attio.testing.attribute_rules import creatable_types
from attio.testing.clock import microseconds
from attio.testing.normalise.dates import parse_moment
from attio.testing.replies import Refusal
from attio.testing.routes.call_recordings import finish
from attio.testing.state.activities import Activities
from attio.testing.state.emails import Correspondent, Emails
from attio.testing.state.meetings import Meeting, Meetings, Moment, Participant
from attio.testing.state.recordings import Recordings
from attio.testing.state.threads import Threads
from attio.testing.writing import Edit

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping
    from datetime import datetime

    from attio.testing.access import Actor
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.emails import Email
    from attio.testing.state.workspace_state import WorkspaceState
    from attio.testing.workspace import LocalWorkspace


class App:
    """The workspace as its members use it; each change is told to webhooks as Attio would."""

    def __init__(self, workspace: LocalWorkspace) -> None:
        self._workspace = workspace

    @property
    def _state(self) -> WorkspaceState:
        return self._workspace.state

    @contextmanager
    def _editing(self) -> Generator[None]:
        """Keep requests out while something changes, then tell of it."""
        with self._workspace._lock:
            yield
        self._workspace.publish()

    def _now_us(self) -> int:
        return self._workspace.clock.now_us() // 1000 * 1000

    def _us(self, at: datetime | str | None) -> int:
        if at is None:
            return self._now_us()
        us = parse_moment(at) if isinstance(at, str) else microseconds(at)
        if us is None:
            raise ArgumentError("at", at, "is no time", fix="write it as 2026-01-05T09:00:00Z")
        return us // 1000 * 1000

    def _member(self, named: str | None) -> Actor:
        members = self._state.members
        member = next(iter(members.by_id.values()), None) if named is None else members.find(named)
        if member is None:
            raise ArgumentError("member", named, "is no member of the workspace")
        return "workspace-member", member.id

    def resolve(self, thread_id: str, *, by: str | None = None, resolved: bool = True) -> None:
        """Resolve a thread of comments, or open it again; `by` is a member by id or email, the first by default."""
        thread = self._state.store(Threads).by_id.get(thread_id.lower())
        if thread is None:
            raise ArgumentError("thread_id", thread_id, "is no thread")
        actor = self._member(by)
        if resolved == (thread.resolved_us is not None):
            return
        event_type = "comment.resolved" if resolved else "comment.unresolved"
        with self._editing():
            thread.resolved_us = self._now_us() if resolved else None
            thread.resolved_by = actor if resolved else None
            self._state.emit(event_type, actor, extra=thread.event_members(), comment_id=thread.id)

    def add_email(
        self,
        *,
        sender: str,
        to: Iterable[str],
        cc: Iterable[str] = (),
        subject_line: str | None = None,
        sent_at: datetime | str | None = None,
        direction: str = "inbound",
    ) -> Email:
        """Sync an e-mail from a mailbox; its people and companies are linked by their addresses."""
        if direction not in {"inbound", "outbound"}:
            raise ArgumentError("direction", direction, "is not known", allowed=("inbound", "outbound"))
        correspondents = (
            Correspondent("from", sender),
            *(Correspondent("to", each) for each in to),
            *(Correspondent("cc", each) for each in cc),
        )
        with self._editing():
            return self._state.store(Emails).add(self._us(sent_at), direction, subject_line, correspondents)

    def sync_meeting(
        self,
        title: str,
        *,
        start: datetime | str,
        end: datetime | str,
        participants: Iterable[str] = (),
        description: str = "",
    ) -> Meeting:
        """Sync a meeting from a calendar; the API reads it, links records to it, and cannot delete it."""
        meeting = Meeting(
            self._state.ids.uuid(),
            title,
            description,
            Moment(self._us(start)),
            Moment(self._us(end)),
            created_us=self._now_us(),
            actor=SYSTEM,
        )
        meeting.participants = [Participant(each, None, "accepted") for each in participants]
        meeting.is_synced = True
        with self._editing():
            self._state.store(Meetings).by_id[meeting.id] = meeting
        return meeting

    def finish_recording(self, call_recording_id: str, *, status: str = "completed") -> None:
        """End the processing of a call recording, with success ("completed") or without ("failed")."""
        recording = self._state.store(Recordings).by_id.get(call_recording_id.lower())
        if recording is None:
            raise ArgumentError("call_recording_id", call_recording_id, "is no call recording")
        if status not in {"completed", "failed"}:
            raise ArgumentError("status", status, "is not known", allowed=("completed", "failed"))
        with self._editing():
            finish(self._state, recording, status)

    def add_activity_attribute(
        self,
        activity: str,
        slug: str,
        type: str,
        *,
        title: str | None = None,
        is_unique: bool = False,
        is_multiselect: bool = False,
        is_required: bool = False,
    ) -> Attribute:
        """Give an activity, by slug or id, an attribute."""
        store = self._state.store(Activities)
        home = store.find(activity)
        if home is None:
            raise ArgumentError("activity", activity, "is no activity")
        if type not in creatable_types():
            raise ArgumentError("type", type, "is no type of attribute", allowed=creatable_types())
        if slug in home.by_slug:
            raise ArgumentError("slug", slug, "is taken")
        with self._editing():
            attribute = store.add_attribute(home, slug, title or slug.replace("_", " ").capitalize(), type)
            attribute.is_unique, attribute.is_required = is_unique, is_required
            attribute.is_multiselect = is_multiselect
            self._state.emit(
                "activity-attribute.created",
                self._member(None),
                activity_id=home.id,
                attribute_id=attribute.id,
            )
        return attribute

    def enrich(self, object: str, record_id: str, values: Mapping[str, Any]) -> None:
        """Fill values of a record as Attio's enrichment does: as the system, read-only ones too, without an event."""
        home = self._state.find_object(object)
        row = None if home is None else home.rows.get(record_id.lower())
        if home is None or row is None:
            raise ArgumentError("record_id", record_id, f"is no record of {object!r}")
        with self._workspace._lock:
            edit = Edit(self._state, self._now_us(), SYSTEM, privileged=True)
            try:
                edit.update(home, row, dict(values), "overwrite")
            except Refusal as refusal:
                raise ArgumentError("values", dict(values), refusal.message) from None
            finally:
                self._state.events.clear()
