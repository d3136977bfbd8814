# Derived from attio/_async by scripts/unasync: edit there.
"""Comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.comments import create_comment, delete_comment, get_comment

from attio.core.arguments import segment
from attio.records.bodies_comments import comment_body

from .models.comments import Comment
from .resource import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from attio.core.config import RequestOptions
    from attio.records.bodies_links import EntryLike, MemberLike, RecordLike
    from attio.records.model import Model


class Comments(Resource):
    """Comments: `client.comments`. They are listed by thread: `client.threads`."""

    __slots__ = ()

    def create(
        self,
        content: str,
        *,
        author: MemberLike | Mapping[str, Any],
        thread_id: Model | str | UUID | None = None,
        record: RecordLike | None = None,
        entry: EntryLike | None = None,
        created_at: datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> Comment:
        """Write a comment: into a thread, or as the first one of a new thread on a record or on an entry.

        Give exactly one of `thread_id` (a thread, its id, or a comment to answer), `record` (a record, a
        RecordRef, ("people", record_id)) and `entry` (an entry, ("sales", entry_id)). `author` is a member of
        the workspace or its id: Attio has comments written by people only, also with an API key. The content
        is plain text. Not sent again when its outcome is unknown (MaybeSentError).
        Raises ValueNotFoundError for an unknown author, thread, record or entry.
        Scopes: comment:read-write. Source: POST /v2/comments.
        """
        body = comment_body(
            content, author=author, thread_id=thread_id, record=record, entry=entry, created_at=created_at
        )
        return self._one(Comment, create_comment.build_request(body={"data": body}), options)

    def get(self, comment_id: Model | str | UUID, *, options: RequestOptions | None = None) -> Comment:
        """Fetch one comment; raises NotFoundError.

        Scopes: comment:read. Source: GET /v2/comments/{comment_id}.
        """
        request = get_comment.build_request(segment(comment_id, "comment_id"))
        return self._one(Comment, request, options)

    def delete(self, comment_id: Model | str | UUID, *, options: RequestOptions | None = None) -> None:
        """Delete a comment for good; the first one of a thread takes the whole thread with it.

        Raises NotFoundError, and ForbiddenError for a user's token and somebody else's comment.
        Scopes: comment:read-write. Source: DELETE /v2/comments/{comment_id}.
        """
        self._send(delete_comment.build_request(segment(comment_id, "comment_id")), options)
