# Derived from attio/_async by scripts/unasync: edit there.
"""Files and folders of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from attio_openapi.api.files import (
    create_file,
    delete_file,
    download_file,
    get_file,
    list_files,
    upload_file,
)

from attio.core.arguments import one_of, segment
from attio.records.bodies_files import STORAGES, download_to, file_body, upload_form, upload_part
from attio.records.envelope import object_in

from .models.files import File
from .resource import Resource

if TYPE_CHECKING:
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.config import RequestOptions
    from attio.records.bodies_files import FileSource, FileTarget
    from attio.records.data import RecordData
    from attio.records.model import Model
    from attio.records.paging import PageQuery
    from attio.records.structure import ObjectData

    from .listing import Listing, Page, Rows


class Files(Resource):
    """Files and folders of records: `client.files`. Uploads and downloads stream."""

    __slots__ = ()

    def _files(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        storage_provider: str | None,
        parent_folder_id: Model | str | UUID | None,
        options: RequestOptions | None,
    ) -> Listing[File]:
        place, record = segment(object, "object"), segment(record_id, "record_id")
        folder = None if parent_folder_id is None else segment(parent_folder_id, "parent_folder_id")
        storage = None if storage_provider is None else one_of(storage_provider, "storage_provider", STORAGES)

        def build(at: PageQuery) -> Request:
            return list_files.build_request(
                object_=place,
                record_id=record,
                storage_provider=storage,
                parent_folder_id=folder,
                limit=at.limit,
                cursor=at.cursor,
            )

        return self._listing(File, "list_files", build, options)

    def list(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        *,
        storage_provider: str | None = None,
        parent_folder_id: Model | str | UUID | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Page[File]:
        """Fetch one page of the files and folders of a record.

        `storage_provider` keeps those of "attio", "dropbox", "box", "google-drive" or "microsoft-onedrive";
        `parent_folder_id` those in one folder. Without it files of all folders are in. `limit` is 50 unless
        given, 200 at most. Scopes: file:read, object_configuration:read, record_permission:read.
        Source: GET /v2/files.
        """
        listing = self._files(object, record_id, storage_provider, parent_folder_id, options)
        return listing.page(limit=limit, cursor=cursor)

    def iterate(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        *,
        storage_provider: str | None = None,
        parent_folder_id: Model | str | UUID | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[File]:
        """Go through all files and folders of a record, page by page (200 at most a page).

        Takes what `list` takes. Source: GET /v2/files.
        """
        listing = self._files(object, record_id, storage_provider, parent_folder_id, options)
        return listing.rows(page_size=page_size, max_items=max_items, prefetch=prefetch)

    def get(self, file_id: Model | str | UUID, *, options: RequestOptions | None = None) -> File:
        """Fetch one file or folder, not its content; raises NotFoundError.

        Scopes: file:read, object_configuration:read, record_permission:read. Source: GET /v2/files/{file_id}.
        """
        return self._one(File, get_file.build_request(segment(file_id, "file_id")), options)

    def create(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        *,
        file_type: str = "folder",
        name: str | None = None,
        parent_folder_id: Model | str | UUID | None = None,
        storage_provider: str | None = None,
        external_provider_file_id: str | None = None,
        microsoft_drive_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> File:
        """Create a folder, or connect a file or a folder of another storage to a record.

        A "folder" has a `name` and may lie in another folder. A "connected-file" and a "connected-folder" have
        a `storage_provider` ("dropbox", "box", "google-drive" or "microsoft-onedrive") and the
        `external_provider_file_id` they have there; OneDrive knows drives too. Content is stored with
        `upload`. Not sent again when its outcome is unknown (MaybeSentError).
        Scopes: file:read-write, object_configuration:read, record_permission:read. Source: POST /v2/files.
        """
        body = file_body(
            file_type=file_type,
            object=object,
            record_id=record_id,
            name=name,
            parent_folder_id=parent_folder_id,
            storage_provider=storage_provider,
            external_provider_file_id=external_provider_file_id,
            microsoft_drive_id=microsoft_drive_id,
        )
        # This body has no data wrapper, unlike nearly all others.
        return self._one(File, create_file.build_request(body=body), options)

    def upload(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        file: FileSource,
        *,
        name: str | None = None,
        content_type: str | None = None,
        parent_folder_id: Model | str | UUID | None = None,
        options: RequestOptions | None = None,
    ) -> File:
        """Store a file on a record, streaming it: at most 64 kB of a file are in memory.

        `file` is a path (also as text), bytes, or a file opened for reading bytes, sent from where it stands
        and left open. `name` is the file's own unless given, and needed for bytes; `content_type` follows from
        the name. At most 50 MB: refused beforehand where the size is known, else when it is passed. Reading
        blocks for a chunk at a time, an event loop too. Attio takes one upload a second. A file that cannot be
        rewound, such as a pipe, is sent once and never again; others are sent again where nothing can have
        been stored, otherwise MaybeSentError. Raises OSError from reading, BillingError, QuotaExceededError.
        Scopes: file:read-write, object_configuration:read, record_permission:read.
        Source: POST /v2/files/upload.
        """
        with upload_part(file, name=name, content_type=content_type) as part:
            form = upload_form(object, record_id, parent_folder_id, part)
            reply = self._client.session.send(upload_file.build_request(), options=options, files=form)
        return File(object_in(reply), client=self._client, response=reply.response)

    def delete(self, file_id: Model | str | UUID, *, options: RequestOptions | None = None) -> None:
        """Delete a file for good, or a folder with all that is in it; raises NotFoundError.

        Scopes: file:read-write, object_configuration:read, record_permission:read.
        Source: DELETE /v2/files/{file_id}.
        """
        self._send(delete_file.build_request(segment(file_id, "file_id")), options)

    @overload
    def download(
        self, file_id: Model | str | UUID, *, to: None = None, options: RequestOptions | None = None
    ) -> bytes: ...
    @overload
    def download(
        self, file_id: Model | str | UUID, *, to: FileTarget, options: RequestOptions | None = None
    ) -> None: ...
    def download(
        self,
        file_id: Model | str | UUID,
        *,
        to: FileTarget | None = None,
        options: RequestOptions | None = None,
    ) -> bytes | None:
        """Fetch the content of a file: as bytes, or streamed to `to`, a path or a file opened for writing bytes.

        At a path the file appears when it is complete, in place of what was there; an error or a cancellation
        leaves nothing behind. Writing blocks for a chunk at a time, an event loop too. Attio redirects to a storage
        with an address that works for a short while; the token is not sent there. A connection that breaks in
        the middle raises APIConnectionError. Raises NotFoundError, OSError from writing.
        Scopes: file:read, object_configuration:read, record_permission:read.
        Source: GET /v2/files/{file_id}/download.
        """
        request = download_file.build_request(segment(file_id, "file_id"))
        with download_to(to) as target:
            with self._client.session.stream(request, options=options) as reply:
                for chunk in reply.iter_bytes():
                    target.write(chunk)
        return target.content
