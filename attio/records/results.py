"""Rows that are answers rather than things: search hits and memberships of a record (no I/O)."""

from __future__ import annotations

from typing import ClassVar

from attio.values.types import RecordRef

from .ids import EntryId, RecordId
from .model import Field, Model, identifier, moment, optional_text, text, texts


class SearchResultData(Model):
    """A record that a search found: its name and what tells it apart, not its values."""

    __slots__ = ()
    kind: ClassVar[str] = "search-result"
    _title_keys: ClassVar[tuple[str, ...]] = ("record_text",)

    id = identifier(RecordId, "Id of the record.")
    object = text("Slug of its object.", key="object_slug")
    record_text = text("How the app names it.")
    record_image = optional_text("Picture, or None.")
    email_addresses = texts("Addresses; empty except for people.")
    phone_numbers = texts("Phone numbers; empty except for people.")
    domains = texts("Domains; empty except for companies.")

    @property
    def ref(self) -> RecordRef:
        """A reference to the record, to write or to get it."""
        return RecordRef(self.object, str(self.id))


class RecordEntryData(Model):
    """That a record is an entry of a list."""

    __slots__ = ()
    kind: ClassVar[str] = "record-entry"
    _title_keys: ClassVar[tuple[str, ...]] = ("list_api_slug",)

    id = Field(lambda value: EntryId(str(value or "")), "Id of the entry.", key="entry_id")
    list_id = text("Id of the list.")
    list_slug = text("Slug of the list.", key="list_api_slug")
    created_at = moment("When the entry was made.")
