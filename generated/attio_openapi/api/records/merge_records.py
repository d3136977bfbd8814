"""Request builder of `merge_records`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.record_merge_body import RecordMergeBody


def build_request(
    object_slug_or_id: str,
    *,
    body: Mapping[str, Any] | RecordMergeBody,
) -> Request:
    """Merge two records into a third one with a new id."""
    return Request(
        "merge_records",
        "POST",
        "/v2/objects/{object_slug_or_id}/records/merge".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
