"""Recordings of meetings and what was said in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from attio.testing.render import actor_json
from attio.testing.stamps import stamp
from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from attio.testing.access import Actor
    from attio.testing.state.workspace_state import WorkspaceState


class Segment(NamedTuple):
    """One stretch of speech; times are seconds from the start of the recording."""

    speech: str
    start_time: float
    end_time: float
    speaker: str

    def render(self) -> dict[str, Any]:
        """Return the segment as the API shows it."""
        return {
            "speech": self.speech,
            "start_time": self.start_time,
            "end_time": self.end_time,
            "speaker": {"name": self.speaker},
        }


class Recording:
    """One recording. `video_url` is the signed address of a video of Attio's own; the API's have none."""

    __slots__ = ("actor", "created_us", "id", "meeting_id", "segments", "status", "video_url")

    def __init__(self, id: str, meeting_id: str, *, created_us: int, actor: Actor) -> None:
        self.id = id
        self.meeting_id = meeting_id
        self.created_us = created_us
        self.actor = actor
        self.status = "processing"
        self.video_url: str | None = None
        self.segments: list[Segment] | None = None

    def ids(self, state: WorkspaceState) -> dict[str, str]:
        """Return its composite id."""
        return {"workspace_id": state.id, "meeting_id": self.meeting_id, "call_recording_id": self.id}

    def web_url(self, state: WorkspaceState) -> str:
        """Return where the app shows it."""
        return f"https://app.attio.com/{state.identity['slug']}/calls/{self.meeting_id}/{self.id}/home"

    def raw_transcript(self) -> str:
        """Return what was said as one text, a line per segment."""
        return "\n".join(f"{each.speaker}: {each.speech}" for each in self.segments or ())

    def render(self, state: WorkspaceState) -> dict[str, Any]:
        """Return the recording as lists and creates show it."""
        return {
            "id": self.ids(state),
            "status": self.status,
            "web_url": self.web_url(state),
            "created_by_actor": actor_json(self.actor),
            "created_at": stamp(self.created_us),
        }

    def render_whole(self, state: WorkspaceState) -> dict[str, Any]:
        """Return the recording with video and transcript."""
        transcript: dict[str, Any] | None = None
        if self.segments is not None:
            transcript = {
                "segments": [each.render() for each in self.segments],
                "raw_transcript": self.raw_transcript(),
            }
        return {**self.render(state), "video_url": self.video_url, "transcript": transcript}


class Recordings(Store):
    """All recordings."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        self.by_id: dict[str, Recording] = {}

    def of_meeting(self, meeting_id: str) -> list[Recording]:
        """Return the recordings of a meeting, oldest first."""
        found = [each for each in self.by_id.values() if each.meeting_id == meeting_id]
        return sorted(found, key=lambda each: (each.created_us, each.id))

    def meeting_deleted(self, meeting_id: str) -> None:
        """Let go of the recordings of a meeting that is gone."""
        self.by_id = {key: each for key, each in self.by_id.items() if each.meeting_id != meeting_id}
