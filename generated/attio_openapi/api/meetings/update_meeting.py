"""Request builder of `update_meeting`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.meeting_links_body import MeetingLinksBody


def build_request(
    meeting_id: str,
    *,
    body: Mapping[str, Any] | MeetingLinksBody,
) -> Request:
    """Link more records to a meeting."""
    return Request(
        "update_meeting",
        "PATCH",
        "/v2/meetings/{meeting_id}".format(
            meeting_id=quote(str(meeting_id), safe=""),
        ),
        {},
        json_body(body),
    )
