"""Request builder of `update_object`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.object_update_body import ObjectUpdateBody


def build_request(
    object_slug_or_id: str,
    *,
    body: Mapping[str, Any] | ObjectUpdateBody,
) -> Request:
    """Change the slug or the nouns of an object."""
    return Request(
        "update_object",
        "PATCH",
        "/v2/objects/{object_slug_or_id}".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
