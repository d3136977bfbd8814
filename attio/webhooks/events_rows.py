"""The events of records and of entries in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

from attio.records.ids import EntryId, RecordId
from attio.records.model import identifier
from attio.values.types import RecordRef

from .event import Event

if TYPE_CHECKING:
    from attio.core.config import RequestOptions

    from .hydration import BindsObjects, HasEntries, HasRecords

T = TypeVar("T")


class RecordEvent(Event):
    """Something happened to a record."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = (
        "record.created",
        "record.updated",
        "record.deleted",
        "record.merged",
    )
    id = identifier(RecordId, "Id of the record, with `.object_id` beside it.")

    @property
    def object_id(self) -> str | None:
        """The object that the record is of; an id, never a slug."""
        return self._member("object_id")

    @property
    def record_id(self) -> str | None:
        """The record."""
        return self._member("record_id")

    @property
    def ref(self) -> RecordRef:
        """The record as a reference, as values of other records take it."""
        return RecordRef(self.object_id or "", self.record_id or "")

    @overload
    def record(self, client: HasRecords[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def record(
        self, client: BindsObjects | None = None, *, object: Any = None, options: RequestOptions | None = None
    ) -> Any: ...
    def record(self, client: Any = None, *, object: Any = None, options: RequestOptions | None = None) -> Any:
        """Fetch the record as it is now; raises NotFoundError when it is gone.

        `object` may name its object by slug or class (`object="people"`), which gives a `Person`, and saves
        the look-up of what is single-valued in an object that is known by id only. Costs one request.
        """
        return fetch_record(
            self._through(client), object, self._needed("object_id"), self._needed("record_id"), options
        )


def fetch_record(
    client: Any, object: Any, object_id: str, record_id: str, options: RequestOptions | None
) -> Any:
    """Fetch a record by ids, as a record of `object` where that is given."""
    if object is not None:
        return client.object(object).get(record_id, options=options)
    return client.records.get(object_id, record_id, options=options)


class RecordCreated(RecordEvent):
    """A record was created."""

    __slots__ = ()
    event_types = ("record.created",)


class RecordUpdated(RecordEvent):
    """One attribute of a record changed; several are several events."""

    __slots__ = ()
    event_types = ("record.updated",)

    @property
    def attribute_id(self) -> str | None:
        """The attribute that changed; an id, never a slug."""
        return self._member("attribute_id")


class RecordDeleted(RecordEvent):
    """A record was deleted; it cannot be fetched any more."""

    __slots__ = ()
    event_types = ("record.deleted",)


class RecordMerged(RecordEvent):
    """A record went into a new one; each merge is two events, one for each of the two records it was made of."""

    __slots__ = ()
    event_types = ("record.merged",)

    @property
    def duplicate(self) -> RecordRef:
        """The record that is no more; `ref` is the one that has its content."""
        return RecordRef(self._extra("duplicate_object_id") or "", self._extra("duplicate_record_id") or "")


class UnderRecord(Event):
    """Base of events that name the record that the thing belongs to."""

    __slots__ = ()

    @property
    def parent(self) -> RecordRef:
        """The record that it belongs to; its object is an id."""
        return RecordRef(self._extra("parent_object_id") or "", self._extra("parent_record_id") or "")

    @overload
    def record(self, client: HasRecords[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def record(
        self, client: BindsObjects | None = None, *, object: Any = None, options: RequestOptions | None = None
    ) -> Any: ...
    def record(self, client: Any = None, *, object: Any = None, options: RequestOptions | None = None) -> Any:
        """Fetch the record that it belongs to; `object` as in `RecordEvent.record`. Costs one request."""
        record_id = self._needed("parent_record_id")
        return fetch_record(
            self._through(client), object, self._needed("parent_object_id"), record_id, options
        )


class ListEntryEvent(UnderRecord):
    """Something happened to an entry of a list."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = (
        "list-entry.created",
        "list-entry.updated",
        "list-entry.deleted",
    )
    id = identifier(EntryId, "Id of the entry, with `.list_id` beside it.")

    @property
    def list_id(self) -> str | None:
        """The list; an id, never a slug."""
        return self._member("list_id")

    @property
    def entry_id(self) -> str | None:
        """The entry."""
        return self._member("entry_id")

    @overload
    def entry(self, client: HasEntries[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def entry(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def entry(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the entry as it is now; raises NotFoundError when it is gone. Costs one request."""
        entries = self._through(client).entries
        return entries.get(self._needed("list_id"), self._needed("entry_id"), options=options)


class ListEntryCreated(ListEntryEvent):
    """A record was added to a list."""

    __slots__ = ()
    event_types = ("list-entry.created",)


class ListEntryUpdated(ListEntryEvent):
    """One attribute of an entry changed; several are several events."""

    __slots__ = ()
    event_types = ("list-entry.updated",)

    @property
    def attribute_id(self) -> str | None:
        """The attribute that changed; an id, never a slug."""
        return self._member("attribute_id")


class ListEntryDeleted(ListEntryEvent):
    """A record was taken out of a list."""

    __slots__ = ()
    event_types = ("list-entry.deleted",)
