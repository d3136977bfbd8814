"""What services share: the client that they act through, and looking before writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attio._async.binding import client_for
from attio.core.errors import MultipleMatchError, UniquenessConflictError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio._async.bound_records import AsyncBoundRecords
    from attio._async.client import AsyncAttio
    from attio._async.models.records import AsyncRecord
    from attio.core.config import RequestOptions
    from attio.records.filters import Filter

RecordT = TypeVar("RecordT", bound="AsyncRecord")


class AsyncService:
    """Base of services; without a client they act through the one in use (see `attio.using`)."""

    __slots__ = ("_given",)

    def __init__(self, client: AsyncAttio | None = None) -> None:
        self._given = None if client is None else client_for(client, type(self))

    @property
    def client(self) -> AsyncAttio:
        """The client that it acts through; raises ConfigurationError when there is none."""
        return client_for(self._given, type(self))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


async def oldest(
    records: AsyncBoundRecords[RecordT], wanted: Filter, options: RequestOptions | None
) -> RecordT | None:
    """Return the record that fits and was created first, None when none fits."""
    page: Any = await records.list(filter=wanted, sorts=["created_at"], limit=1, options=options)
    return next(iter(page), None)


async def found_or_upserted(
    records: AsyncBoundRecords[RecordT],
    wanted: Filter,
    values: Mapping[str, Any],
    matching: str,
    options: RequestOptions | None,
) -> RecordT:
    """Return the record that fits, unchanged, or upsert one: whoever does this at the same time gets the same."""
    found = await oldest(records, wanted, options)
    if found is not None:
        return found
    try:
        return await records.upsert(values, matching=matching, options=options)
    except (UniquenessConflictError, MultipleMatchError):
        # Somebody was quicker since we looked.
        found = await oldest(records, wanted, options)
        if found is None:
            raise
        return found
