"""Files and folders of records: list, create, upload, get, download, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import links, storage
from attio.testing.identifiers import is_uuid
from attio.testing.multipart import Part, read_form
from attio.testing.pages import by_cursor
from attio.testing.replies import (
    Answer,
    Refusal,
    forbidden,
    invalid,
    invalid_body,
    missing,
    problem,
    required,
)
from attio.testing.router import route
from attio.testing.shapes import Shape, choice, closed, either, nullable, optional, text, uuid
from attio.testing.state.files import FOLDER, File, Files

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.state.links import Link

_OTHERS: Final = ("dropbox", "box", "google-drive", "microsoft-onedrive")
_PROVIDERS: Final = ("attio", *_OTHERS)
MAX_BYTES: Final = 50_000_000


def _connected(kind: str) -> Shape:
    return closed(
        file_type=choice(kind),
        object=text(1),
        record_id=uuid(),
        storage_provider=choice(*_OTHERS),
        external_provider_file_id=text(1),
        microsoft_drive_id=optional(nullable(text())),
    )


_FOLDER: Final = closed(
    file_type=choice(FOLDER),
    object=text(1),
    record_id=uuid(),
    name=text(1),
    parent_folder_id=optional(uuid()),
)
_NEW: Final = either(_FOLDER, _connected("connected-file"), _connected("connected-folder"))
_FIELDS: Final = ("object", "record_id", "parent_folder_id")


def _file(call: Call) -> File:
    wanted = call.params["file_id"]
    file = call.state.store(Files).by_id.get(call.uuid(wanted))
    if file is None:
        raise missing("File", wanted)
    return file


@route("list_files")
def list_files(call: Call) -> Any:
    """List files and folders of a record, at every level or in one folder, of one storage or all."""
    call.needed("object")
    call.needed("record_id")
    links.queried_uuid(call, "record_id")
    parent = links.queried(call, "object", "record_id", strict=True)
    folder_id = links.queried_uuid(call, "parent_folder_id")
    provider = call.one_of("storage_provider", ("", *_PROVIDERS), "")
    rows = [
        file
        for file in call.state.store(Files).by_id.values()
        if file.parent == parent
        and (folder_id is None or file.parent_folder_id == folder_id)
        and (not provider or file.provider == provider)
    ]
    rows.sort(key=lambda file: (file.created_us, file.id))
    return by_cursor(call, rows, lambda file: file.render(call.state), key=lambda file: file.id)


def _folder_id(call: Call, parent: Link, wanted: str | None) -> str | None:
    """Return the id of the folder that a new file goes into; it must be one of the same record."""
    if wanted is None:
        return None
    found = call.state.store(Files).by_id.get(wanted.lower())
    if found is None or found.kind != FOLDER or found.parent != parent:
        raise missing("Folder", wanted)
    return found.id


def _refuse_plan(call: Call) -> None:
    if "files" in call.state.settings.plan_lacks:
        raise forbidden("The plan of this workspace has no files.", "billing_error")


@route("create_file", but="looking into the connected storage")
def create_file(call: Call) -> Any:
    """Create a folder, or connect a file or folder of another storage."""
    body = call.json(_NEW)
    drive_id = body.get("microsoft_drive_id")
    if drive_id is not None and body["storage_provider"] != "microsoft-onedrive":
        raise invalid_body(
            [problem(("microsoft_drive_id",), "Only files of microsoft-onedrive have a drive")]
        )
    parent = links.existing(call, body["object"], body["record_id"])
    file = File(call.state.ids.uuid(), body["file_type"], parent, created_us=call.now_us, actor=call.actor)
    if file.kind == FOLDER:
        file.name = body["name"]
        file.parent_folder_id = _folder_id(call, parent, body.get("parent_folder_id"))
    else:
        file.provider = body["storage_provider"]
        file.external_id = body["external_provider_file_id"]
        file.drive_id = drive_id
    call.state.store(Files).by_id[file.id] = file
    return {"data": file.render(call.state)}


def _form(call: Call) -> tuple[Part, dict[str, str]]:
    """Return the file of an upload and the other fields of its form."""
    upload: Part | None = None
    given: dict[str, str] = {}
    for part in read_form(call.headers.get("content-type", ""), call.body):
        if part.name == "file" and upload is None:
            upload = part
        elif part.name in _FIELDS and part.name not in given:
            given[part.name] = part.text()
        else:
            raise invalid_body([problem((), f"Unrecognized key(s) in object: '{part.name}'")])
    if upload is None:
        raise invalid_body([required(("file",), "file")])
    for name in ("object", "record_id"):
        if not given.get(name):
            raise invalid_body([required((name,))])
    for name in ("record_id", "parent_folder_id"):
        if name in given and not is_uuid(given[name]):
            raise invalid_body([problem((name,), "Invalid uuid", "invalid_string", string_validation="uuid")])
    return upload, given


@route("upload_file", but="virus scans; a quota, unless `Settings.max_storage_bytes` sets one")
def upload_file(call: Call) -> Any:
    """Store a file of at most 50 MB on a record, maybe in a folder; its bytes are kept."""
    _refuse_plan(call)
    upload, given = _form(call)
    if len(upload.content) > MAX_BYTES:
        raise invalid("A file has at most 50 MB.", status=413)
    parent = links.existing(call, given["object"], given["record_id"])
    folder_id = _folder_id(call, parent, given.get("parent_folder_id"))
    files = call.state.store(Files)
    most = call.state.settings.max_storage_bytes
    if most is not None and files.size_bytes + len(upload.content) > most:
        raise forbidden("The storage of this workspace is full.", "quota_exceeded")
    file = File(call.state.ids.uuid(), "file", parent, created_us=call.now_us, actor=call.actor)
    file.name = (upload.filename or "").replace("\\", "/").rpartition("/")[2] or "file"
    file.content, file.content_type = upload.content, upload.content_type
    file.parent_folder_id = folder_id
    files.by_id[file.id] = file
    return Answer({"data": file.render(call.state)}, status=201)


@route("get_file")
def get_file(call: Call) -> Any:
    """Get one file or folder; a folder tells whether anything is in it."""
    file = _file(call)
    shown = file.render(call.state)
    if file.kind == FOLDER:
        shown["has_children"] = bool(call.state.store(Files).children(file.id))
    return {"data": shown}


@route("delete_file")
def delete_file(call: Call) -> Any:
    """Delete a file, a folder with all that is in it."""
    call.state.store(Files).remove(_file(call))
    return {}


@route("download_file", but="how long Attio's address lasts (here 15 minutes)")
def download_file(call: Call) -> Any:
    """Redirect to a signed address, on another host, that serves the bytes without a token."""
    file = _file(call)
    if file.kind != "file":
        raise Refusal(400, "validation_type", f'"{file.kind}" has no content to download.')
    location = storage.signed_url(
        call.state.store(Files), file, now_us=call.now_us, host=call.headers.get("host", "")
    )
    return Answer({}, status=302, headers=(("location", location),))
