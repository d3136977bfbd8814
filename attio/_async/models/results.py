"""Answers that are rows: search hits that can be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio._async.binding import bound
from attio.records.results import SearchResultData

if TYPE_CHECKING:
    from attio._async.models.records import AsyncRecord
    from attio.core.config import RequestOptions


class AsyncSearchResult(SearchResultData):
    """A record that a search found."""

    __slots__ = ()

    async def record(self, *, options: RequestOptions | None = None) -> AsyncRecord:
        """Fetch the record itself, with its values. Costs one request."""
        return await bound(self).records.get(self.object, self.id, options=options)
