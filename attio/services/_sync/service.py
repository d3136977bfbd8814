# Derived from attio/services/_async by scripts/unasync: edit there.
"""What services share: the client that they act through, and looking before writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attio._sync.binding import client_for
from attio.core.errors import MultipleMatchError, UniquenessConflictError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio._sync.bound_records import BoundRecords
    from attio._sync.client import Attio
    from attio._sync.models.records import Record
    from attio.core.config import RequestOptions
    from attio.records.filters import Filter

RecordT = TypeVar("RecordT", bound="Record")


class Service:
    """Base of services; without a client they act through the one in use (see `attio.using`)."""

    __slots__ = ("_given",)

    def __init__(self, client: Attio | None = None) -> None:
        self._given = None if client is None else client_for(client, type(self))

    @property
    def client(self) -> Attio:
        """The client that it acts through; raises ConfigurationError when there is none."""
        return client_for(self._given, type(self))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def oldest(records: BoundRecords[RecordT], wanted: Filter, options: RequestOptions | None) -> RecordT | None:
    """Return the record that fits and was created first, None when none fits."""
    page: Any = records.list(filter=wanted, sorts=["created_at"], limit=1, options=options)
    return next(iter(page), None)


def found_or_upserted(
    records: BoundRecords[RecordT],
    wanted: Filter,
    values: Mapping[str, Any],
    matching: str,
    options: RequestOptions | None,
) -> RecordT:
    """Return the record that fits, unchanged, or upsert one: whoever does this at the same time gets the same."""
    found = oldest(records, wanted, options)
    if found is not None:
        return found
    try:
        return records.upsert(values, matching=matching, options=options)
    except (UniquenessConflictError, MultipleMatchError):
        # Somebody was quicker since we looked.
        found = oldest(records, wanted, options)
        if found is None:
            raise
        return found
