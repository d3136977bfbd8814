"""Request builder of `list_files`."""

from __future__ import annotations

from ... import Request


def build_request(
    *,
    object_: str,
    record_id: str,
    cursor: str | None = None,
    limit: int | None = None,
    parent_folder_id: str | None = None,
    storage_provider: str | None = None,
) -> Request:
    """List the files and folders kept on a record."""
    query: dict[str, str | int | float | bool] = {
        "object": object_,
        "record_id": record_id,
    }
    if cursor is not None:
        query["cursor"] = cursor
    if limit is not None:
        query["limit"] = limit
    if parent_folder_id is not None:
        query["parent_folder_id"] = parent_folder_id
    if storage_provider is not None:
        query["storage_provider"] = storage_provider
    return Request(
        "list_files",
        "GET",
        "/v2/files",
        query,
        None,
    )
