"""Request builder of `create_call_recording`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.call_recording_create_body import CallRecordingCreateBody


def build_request(
    meeting_id: str,
    *,
    body: Mapping[str, Any] | CallRecordingCreateBody,
) -> Request:
    """Add a call recording to a meeting by video link or transcript."""
    return Request(
        "create_call_recording",
        "POST",
        "/v2/meetings/{meeting_id}/call_recordings".format(
            meeting_id=quote(str(meeting_id), safe=""),
        ),
        {},
        json_body(body),
    )
