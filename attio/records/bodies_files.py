"""Request bodies of files, and the local ends of an upload and of a download.

This is the one place that reads and writes local files, for the sync and the async client alike: in chunks of
64 kB, each of which blocks for as long as a disk takes.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from io import BytesIO, TextIOBase, UnsupportedOperation
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias, cast

from attio.core.arguments import one_of, segment, text
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.bodies import not_none

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

FileSource: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes]"
"""What can be uploaded: a path, bytes, or a file opened for reading bytes."""

FileTarget: TypeAlias = "str | os.PathLike[str] | IO[bytes]"
"""Where a download can go: a path, or a file opened for writing bytes."""

UPLOAD_MAX_BYTES = 50 * 1024 * 1024
"""Attio says 50 MB and not which; this is the larger reading, so nothing is refused that Attio would take."""

FILE_TYPES = ("folder", "connected-file", "connected-folder")
PROVIDERS = ("dropbox", "box", "google-drive", "microsoft-onedrive")
STORAGES = ("attio", *PROVIDERS)
_BINARY = "application/octet-stream"


def file_body(
    *,
    file_type: str,
    object: Any,
    record_id: Any,
    name: str | None,
    parent_folder_id: Any,
    storage_provider: str | None,
    external_provider_file_id: str | None,
    microsoft_drive_id: str | None,
) -> dict[str, Any]:
    """Return the body of a create, with what its file type needs and nothing that it has no place for."""
    kind = one_of(file_type, "file_type", FILE_TYPES)
    stored = {"name": _text_or_none(name, "name"), "parent_folder_id": parent_folder_id}
    connected = {
        "storage_provider": storage_provider,
        "external_provider_file_id": _text_or_none(external_provider_file_id, "external_provider_file_id"),
        "microsoft_drive_id": _text_or_none(microsoft_drive_id, "microsoft_drive_id"),
    }
    own, foreign = (stored, connected) if kind == "folder" else (connected, stored)
    needed = ("name",) if kind == "folder" else ("storage_provider", "external_provider_file_id")
    _refuse(kind, foreign)
    for argument in needed:
        if not own[argument]:
            raise ArgumentError(argument, own[argument], f"a {kind} needs it", fix=f"give {argument}=")
    if storage_provider is not None:
        _check_provider(storage_provider, microsoft_drive_id)
    place = {"object": segment(object, "object"), "record_id": segment(record_id, "record_id")}
    if parent_folder_id is not None:
        own["parent_folder_id"] = segment(parent_folder_id, "parent_folder_id")
    return {"file_type": kind, **place, **not_none(**own)}


def _text_or_none(value: str | None, argument: str) -> str | None:
    return None if value is None else text(value, argument)


def _refuse(kind: str, foreign: dict[str, Any]) -> None:
    for argument, value in foreign.items():
        if value is not None:
            raise ArgumentError(
                argument, value, f"a {kind} has none", fix="leave it out, or change file_type="
            )


def _check_provider(storage_provider: str, microsoft_drive_id: str | None) -> None:
    provider = one_of(storage_provider, "storage_provider", PROVIDERS)
    if microsoft_drive_id is not None and provider != "microsoft-onedrive":
        raise ArgumentError(
            "microsoft_drive_id", microsoft_drive_id, "only microsoft-onedrive has drives", fix="leave it out"
        )


def upload_form(
    object: Any, record_id: Any, parent_folder_id: Any, part: tuple[str, UploadPart, str]
) -> list[tuple[str, Any]]:
    """Return the fields of the multipart form, the file last so that Attio knows where it belongs."""
    fields = {"object": segment(object, "object"), "record_id": segment(record_id, "record_id")}
    if parent_folder_id is not None:
        fields["parent_folder_id"] = segment(parent_folder_id, "parent_folder_id")
    return [*((key, (None, value)) for key, value in fields.items()), ("file", part)]


@contextmanager
def upload_part(
    file: FileSource, *, name: str | None, content_type: str | None
) -> Generator[tuple[str, UploadPart, str], None, None]:
    """Open what is to be uploaded; gives its name, something to read it from, and its media type.

    A path is opened here and closed at the end; a file of the caller's stays open.
    """
    with _opened(file) as source:
        called = _own_name(source) if name is None else text(name, "name")
        yield called, UploadPart(source), _media_type(called, content_type)


@contextmanager
def _opened(file: Any) -> Generator[IO[bytes], None, None]:
    if isinstance(file, (str, os.PathLike)):
        with Path(cast("str", file)).open("rb") as opened:
            yield opened
    elif isinstance(file, (bytes, bytearray, memoryview)):
        yield BytesIO(cast("bytes", file))
    else:
        yield cast("IO[bytes]", _binary("file", file, "read"))


def _binary(argument: str, file: Any, verb: str) -> Any:
    """Return a file of the caller's that is open for bytes; refuses one for text, and what is no file."""
    if isinstance(file, TextIOBase):
        raise ArgumentTypeError(argument, file, "is open for text", fix=f'open it with "{verb[0]}b"')
    if not callable(getattr(file, verb, None)):
        raise ArgumentTypeError(argument, file, f"must be a path or a file, not {type(file).__name__}")
    return file


def _own_name(file: Any) -> str:
    own = getattr(file, "name", None)
    name = Path(own).name if isinstance(own, str) and not own.startswith("<") else ""
    if not name:
        raise ArgumentError("name", None, "the file has no name of its own", fix='give name="contract.pdf"')
    return name


def _media_type(name: str, content_type: str | None) -> str:
    if content_type is not None:
        kind = text(content_type, "content_type")
        if "/" not in kind or not kind.isascii() or not kind.isprintable():
            raise ArgumentError(
                "content_type", content_type, "this is no media type", fix='for example "text/csv"'
            )
        return content_type
    from mimetypes import guess_type

    guessed, encoding = guess_type(name)
    if encoding is not None:
        # What was packed is not what arrives: report.csv.gz is no text.
        return f"application/{encoding}" if encoding == "gzip" else _BINARY
    return guessed or _BINARY


class UploadPart:
    """A file as httpx reads it: from where it stood, never past where it ended, never beyond Attio's limit.

    What can be rewound has a known size and can be sent again. A pipe can do neither: `seekable()` is False,
    which is how the core knows that a request with it must not be repeated.
    """

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._start, self.size = _measure(source)
        self._at = 0
        _refuse_too_large(self.size or 0)

    def seekable(self) -> bool:
        """Tell whether it can be read a second time."""
        return self.size is not None

    def tell(self) -> int:
        """Return how far it was read; raises UnsupportedOperation for a pipe, which makes the length unknown."""
        if self.size is None:
            raise UnsupportedOperation("this file cannot be rewound")
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go back, or to the end: what httpx needs to measure it and to send it again."""
        if self.size is None:
            if self._at:
                raise ArgumentError(
                    "file", self._source, "this file was read and cannot be rewound to send it again"
                )
            raise UnsupportedOperation("this file cannot be rewound")
        self._at = (self.size if whence == os.SEEK_END else 0) + offset
        self._source.seek(self._start + self._at)
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Read the next bytes."""
        if self.size is not None:
            left = self.size - self._at
            size = left if size < 0 else min(size, left)
        chunk = _as_bytes(self._source.read(size) if size else b"")
        if size and not chunk and self.size is not None:
            raise ArgumentError("file", self._source, "this file became shorter while it was sent")
        self._at += len(chunk)
        _refuse_too_large(self._at)
        return chunk


def _as_bytes(chunk: object) -> bytes:
    if not isinstance(chunk, (bytes, bytearray, memoryview)):
        raise ArgumentTypeError("file", chunk, f"reading it gave {type(chunk).__name__}, not bytes")
    return bytes(cast("bytes", chunk))


def _measure(source: IO[bytes]) -> tuple[int, int | None]:
    """Return where a file stands and how many bytes follow, None when that cannot be known."""
    try:
        if not source.seekable():
            return 0, None
        start = source.tell()
        source.seek(0, os.SEEK_END)
        end = source.tell()
        source.seek(start)
    except (AttributeError, OSError):
        return 0, None
    return start, max(0, end - start)


def _refuse_too_large(size: int) -> None:
    if size > UPLOAD_MAX_BYTES:
        raise ArgumentError("file", f"{size} bytes", "Attio takes files of up to 50 MB")


class Download:
    """Where a download goes; `content` is all of it when it goes nowhere else."""

    def __init__(self, write: Callable[[bytes], Any] | None = None) -> None:
        self._parts: list[bytes] | None = [] if write is None else None
        self._write = write

    def write(self, chunk: bytes) -> None:
        """Take the next bytes."""
        if self._parts is not None:
            self._parts.append(chunk)
        if self._write is None:
            return
        # An unbuffered file may take less than it is given, and says how much.
        while chunk:
            taken: Any = self._write(chunk)
            chunk = chunk[taken:] if isinstance(taken, int) else b""

    @property
    def content(self) -> bytes | None:
        """All bytes, or None when they went to a file."""
        return None if self._parts is None else b"".join(self._parts)


@contextmanager
def download_to(to: FileTarget | None) -> Generator[Download, None, None]:
    """Open the target of a download: None for memory, a path, or a file that is open for writing bytes.

    What goes to a path appears there when it is complete and not before: until then it is in a file beside
    it, which an error or a cancellation removes. A file of the caller's keeps what came before the error.
    """
    if to is None:
        yield Download()
    elif isinstance(to, (str, os.PathLike)):
        with _at_path(Path(to).resolve()) as out:
            yield Download(out.write)
    else:
        yield Download(_binary("to", to, "write").write)


@contextmanager
def _at_path(target: Path) -> Generator[IO[bytes], None, None]:
    if target.is_dir():
        raise ArgumentError("to", str(target), "is a folder", fix="give the path of the file to write")
    if target.exists() and not target.is_file():
        # A device or a pipe: a rename would put a file in its place.
        with target.open("wb") as out:
            yield out
        return
    from secrets import token_hex

    partial = target.with_name(f".{token_hex(8)}.part")
    out = partial.open("xb")
    try:
        with out:
            yield out
        partial.replace(target)
    except BaseException:
        with suppress(OSError):
            partial.unlink()
        raise
