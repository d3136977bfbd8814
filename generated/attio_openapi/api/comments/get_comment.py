"""Request builder of `get_comment`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    comment_id: str,
) -> Request:
    """Fetch one comment."""
    return Request(
        "get_comment",
        "GET",
        "/v2/comments/{comment_id}".format(
            comment_id=quote(str(comment_id), safe=""),
        ),
        {},
        None,
    )
