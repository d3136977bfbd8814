"""Request builder of `update_activity`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.activity_update_body import ActivityUpdateBody


def build_request(
    activity_slug_or_id: str,
    *,
    body: Mapping[str, Any] | ActivityUpdateBody,
) -> Request:
    """Change the slug or the nouns of an activity type."""
    return Request(
        "update_activity",
        "PATCH",
        "/v2/activities/{activity_slug_or_id}".format(
            activity_slug_or_id=quote(str(activity_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
