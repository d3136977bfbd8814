"""Request builder of `delete_comment`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    comment_id: str,
) -> Request:
    """Delete a comment; at the head of a thread, the whole thread."""
    return Request(
        "delete_comment",
        "DELETE",
        "/v2/comments/{comment_id}".format(
            comment_id=quote(str(comment_id), safe=""),
        ),
        {},
        None,
    )
