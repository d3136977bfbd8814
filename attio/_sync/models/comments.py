# Derived from attio/_async by scripts/unasync: edit there.
"""`Comment`: a comment that can act."""

from __future__ import annotations

from typing import ClassVar

from attio.records.collaboration import CommentData

from .abilities import Created, Deleted, Retrieved


class Comment(CommentData, Created, Retrieved, Deleted):
    """A comment in the thread of a record or of an entry."""

    __slots__ = ()
    _resource: ClassVar[str] = "comments"
