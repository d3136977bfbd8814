# Derived from attio/_async by scripts/unasync: edit there.
"""Notes on records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.notes import create_note, delete_note, get_note, list_notes, update_note

from attio.core.arguments import segment
from attio.records.bodies import NOT_GIVEN, NotGiven
from attio.records.bodies_notes import note_body, note_changes

from .models.notes import Note
from .resource import Resource

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.config import RequestOptions
    from attio.records.data import RecordData
    from attio.records.model import Model
    from attio.records.paging import PageQuery
    from attio.records.structure import ObjectData

    from .listing import Listing, Page, Rows


class Notes(Resource):
    """Notes on records: `client.notes`."""

    __slots__ = ()

    def _notes(
        self,
        parent_object: ObjectData | str | None,
        parent_record_id: RecordData | str | UUID | None,
        options: RequestOptions | None,
    ) -> Listing[Note]:
        given = parent_object if parent_object is not None else getattr(parent_record_id, "object", None)
        place = None if given is None else segment(given, "parent_object")
        record = None if parent_record_id is None else segment(parent_record_id, "parent_record_id")

        def build(at: PageQuery) -> Request:
            return list_notes.build_request(
                limit=at.limit, offset=at.offset, parent_object=place, parent_record_id=record
            )

        return self._listing(Note, "list_notes", build, options)

    def list(
        self,
        *,
        parent_object: ObjectData | str | None = None,
        parent_record_id: RecordData | str | UUID | None = None,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Note]:
        """Fetch one page of notes, oldest first: of the workspace, of an object's records or of one record.

        A record model as `parent_record_id` brings its object along. `limit` is 10 unless given, 50 at most.
        Attio can neither sort nor search notes, and serves 10 of these requests a second.
        Raises NotFoundError for an unknown object or record.
        Scopes: note:read, object_configuration:read, record_permission:read. Source: GET /v2/notes.
        """
        return self._notes(parent_object, parent_record_id, options).page(limit=limit, offset=offset)

    def iterate(
        self,
        *,
        parent_object: ObjectData | str | None = None,
        parent_record_id: RecordData | str | UUID | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[Note]:
        """Go through all notes, oldest first, page by page (50 at most a page).

        Notes that are added or deleted meanwhile make no other note lost or repeated (see
        `attio.records.paging`). Source: GET /v2/notes.
        """
        return self._notes(parent_object, parent_record_id, options).rows(
            page_size=page_size, max_items=max_items, prefetch=prefetch
        )

    def get(self, note_id: Model | str | UUID, *, options: RequestOptions | None = None) -> Note:
        """Fetch one note; raises NotFoundError.

        Scopes: note:read, object_configuration:read, record_permission:read.
        Source: GET /v2/notes/{note_id}.
        """
        request = get_note.build_request(segment(note_id, "note_id"))
        return self._one(Note, request, options)

    def create(
        self,
        *,
        parent_object: ObjectData | str | None = None,
        parent_record_id: RecordData | str | UUID,
        content: str,
        title: str | None = None,
        format: str = "plaintext",
        created_at: datetime | str | None = None,
        meeting_id: Model | str | UUID | None = None,
        options: RequestOptions | None = None,
    ) -> Note:
        """Write a note on a record.

        `parent_object` may be left out only when `parent_record_id` is a record model. `title` is the first
        line of `content` unless given; `format` says what `content` is, "plaintext" or "markdown" (headings
        to level 3, lists, bold, italic, strike, ==highlight==, links; images are lost). `created_at` lies
        between 1970 and now. Not sent again when its outcome is unknown (MaybeSentError).
        Raises NotFoundError for an unknown record, PayloadTooLargeError for too long a content.
        Scopes: note:read-write, object_configuration:read, record_permission:read. Source: POST /v2/notes.
        """
        body = note_body(
            parent_object=parent_object,
            parent_record_id=parent_record_id,
            content=content,
            title=title,
            format=format,
            created_at=created_at,
            meeting_id=meeting_id,
        )
        return self._one(Note, create_note.build_request(body={"data": body}), options)

    def update(
        self,
        note_id: Model | str | UUID,
        *,
        title: str | NotGiven = NOT_GIVEN,
        content: str | NotGiven = NOT_GIVEN,
        format: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Note:
        """Change title or content of a note; what is not given stays, content is replaced as a whole.

        `format` goes with `content` and is "plaintext" unless given. The parent cannot change.
        Raises NotFoundError, PayloadTooLargeError.
        Scopes: note:read-write, object_configuration:read, record_permission:read.
        Source: PATCH /v2/notes/{note_id}.
        """
        body = note_changes(title=title, content=content, format=format)
        request = update_note.build_request(segment(note_id, "note_id"), body={"data": body})
        return self._one(Note, request, options)

    def delete(self, note_id: Model | str | UUID, *, options: RequestOptions | None = None) -> None:
        """Delete a note for good; raises NotFoundError.

        Scopes: note:read-write. Source: DELETE /v2/notes/{note_id}.
        """
        self._send(delete_note.build_request(segment(note_id, "note_id")), options)
