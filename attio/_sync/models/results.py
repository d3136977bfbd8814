# Derived from attio/_async by scripts/unasync: edit there.
"""Answers that are rows: search hits that can be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio._sync.binding import bound
from attio.records.results import SearchResultData

if TYPE_CHECKING:
    from attio._sync.models.records import Record
    from attio.core.config import RequestOptions


class SearchResult(SearchResultData):
    """A record that a search found."""

    __slots__ = ()

    def record(self, *, options: RequestOptions | None = None) -> Record:
        """Fetch the record itself, with its values. Costs one request."""
        return bound(self).records.get(self.object, self.id, options=options)
