# Derived from attio/_async by scripts/unasync: edit there.
"""`Thread`: a thread that can act."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attio.records.collaboration import ThreadData
from attio.records.embedded_pages import next_cursor

from .abilities import Listed, Retrieved
from .comments import Comment

if TYPE_CHECKING:
    from datetime import datetime

    from attio._sync.listing import Rows
    from attio.core.config import RequestOptions


class Thread(ThreadData, Listed, Retrieved):
    """A conversation on a record or on an entry."""

    __slots__ = ()
    _resource: ClassVar[str] = "threads"

    # These read what their data class reads, but their comments can act and their cursor counts.
    @property
    def comments(self) -> tuple[Comment, ...]:  # type: ignore[override]
        """Comments, oldest first; a long thread comes in pages, see `next_cursor`."""
        rows = self.raw.get("comments") or ()
        return tuple(Comment(row, client=self._client, response=self.response) for row in rows)

    @property
    def next_cursor(self) -> str | None:
        """Where the comments go on: `cursor=` of the next `get`; None after the last, and in lists."""
        return next_cursor(self.raw)

    @property
    def has_more_comments(self) -> bool:  # type: ignore[override]
        """Whether there are comments after these."""
        return bool(self.next_cursor or self.raw.get("has_more_comments"))

    def iterate_comments(
        self,
        *,
        created_after: datetime | str | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[Comment]:
        """Go through all comments of the thread from the first one on; see `iterate_comments` of `client.threads`."""
        rows: Rows[Comment] = self._own().iterate_comments(
            self.id,
            created_after=created_after,
            page_size=page_size,
            max_items=max_items,
            prefetch=prefetch,
            options=options,
        )
        return rows
