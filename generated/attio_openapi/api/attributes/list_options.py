"""Request builder of `list_options`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    target: str,
    identifier: str,
    attribute_slug_or_id: str,
    *,
    show_archived: bool | None = None,
) -> Request:
    """List the options of a select attribute."""
    query: dict[str, str | int | float | bool] = {}
    if show_archived is not None:
        query["show_archived"] = show_archived
    return Request(
        "list_options",
        "GET",
        "/v2/{target}/{identifier}/attributes/{attribute_slug_or_id}/options".format(
            target=quote(str(target), safe=""),
            identifier=quote(str(identifier), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
        ),
        query,
        None,
    )
