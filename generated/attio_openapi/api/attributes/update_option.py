"""Request builder of `update_option`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.option_update_body import OptionUpdateBody


def build_request(
    target: str,
    identifier: str,
    attribute_slug_or_id: str,
    option_id_or_title: str,
    *,
    body: Mapping[str, Any] | OptionUpdateBody,
) -> Request:
    """Rename or archive an option of a select attribute."""
    return Request(
        "update_option",
        "PATCH",
        "/v2/{target}/{identifier}/attributes/{attribute_slug_or_id}/options/{option_id_or_title}".format(
            target=quote(str(target), safe=""),
            identifier=quote(str(identifier), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
            option_id_or_title=quote(str(option_id_or_title), safe=""),
        ),
        {},
        json_body(body),
    )
