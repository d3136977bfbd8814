"""`AsyncComment`: a comment that can act."""

from __future__ import annotations

from typing import ClassVar

from attio.records.collaboration import CommentData

from .abilities import AsyncCreated, AsyncDeleted, AsyncRetrieved


class AsyncComment(CommentData, AsyncCreated, AsyncRetrieved, AsyncDeleted):
    """A comment in the thread of a record or of an entry."""

    __slots__ = ()
    _resource: ClassVar[str] = "comments"
