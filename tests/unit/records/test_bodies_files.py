"""Bodies of files, and the local ends of uploads and downloads."""

from __future__ import annotations

import io
import os
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records import bodies_files
from attio.records.bodies_files import UploadPart, download_to, file_body, upload_form, upload_part

ID = "11111111-2222-4333-8444-555555555555"
ARGUMENTS = (
    "name",
    "parent_folder_id",
    "storage_provider",
    "external_provider_file_id",
    "microsoft_drive_id",
)


class Pipe(io.RawIOBase):
    """A file that cannot be rewound."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._rest = content

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        taken = min(len(buffer), len(self._rest))
        buffer[:taken], self._rest = self._rest[:taken], self._rest[taken:]
        return taken


def body(file_type="folder", **given):
    return file_body(
        file_type=file_type, object="people", record_id=ID, **{**dict.fromkeys(ARGUMENTS), **given}
    )


def test_a_folder_and_connected_things():
    """A folder has a name and a place, a connected thing a provider and an id there."""
    place = {"object": "people", "record_id": ID}
    assert body(name="Contracts", parent_folder_id="f-1") == {
        "file_type": "folder",
        **place,
        "name": "Contracts",
        "parent_folder_id": "f-1",
    }
    for kind in ("connected-file", "connected-folder"):
        there = dict(
            storage_provider="microsoft-onedrive", external_provider_file_id="x", microsoft_drive_id="d"
        )
        assert body(kind, **there) == {"file_type": kind, **place, **there}


@pytest.mark.parametrize(
    ("kind", "given", "message"),
    [
        ("file", {}, "^file_type: .*'folder'"),
        ("folder", {}, "^name: a folder needs it .*give name="),
        ("folder", dict(name=""), "^name: is empty"),
        ("folder", dict(name="x", storage_provider="box"), "^storage_provider: a folder has none"),
        ("connected-file", {}, "^storage_provider: a connected-file needs it"),
        (
            "connected-file",
            dict(storage_provider="box"),
            "^external_provider_file_id: a connected-file needs it",
        ),
        ("connected-file", dict(name="x"), "^name: a connected-file has none .*change file_type="),
        (
            "connected-folder",
            dict(storage_provider="attio", external_provider_file_id="x"),
            "^storage_provider: is not one of",
        ),
        (
            "connected-folder",
            dict(storage_provider="box", external_provider_file_id="x", microsoft_drive_id="d"),
            "^microsoft_drive_id: only microsoft-onedrive has drives",
        ),
    ],
)
def test_what_a_kind_has_no_place_for_is_refused(kind, given, message):
    """Missing and superfluous arguments are named with the kind that decides."""
    with pytest.raises(ArgumentError, match=message):
        body(kind, **given)


def test_a_path_is_opened_and_closed(tmp_path):
    """A path, also as text, gives its own name and type; it is open only inside the block."""
    path = tmp_path / "contract.pdf"
    path.write_bytes(b"%PDF")
    for spelled in (path, str(path)):
        with upload_part(spelled, name=None, content_type=None) as (name, part, kind):
            assert (name, kind, part.size, part.read()) == ("contract.pdf", "application/pdf", 4, b"%PDF")
        with pytest.raises(ValueError, match="closed"):
            part._source.read()
    with upload_part(path, name="other.txt", content_type="text/x-ours; charset=utf-8") as (name, _, kind):
        assert (name, kind) == ("other.txt", "text/x-ours; charset=utf-8")


@pytest.mark.parametrize(
    "content", [b"abc", bytearray(b"abc"), memoryview(b"abc")], ids=lambda c: type(c).__name__
)
def test_bytes_need_a_name(content):
    """Bytes of any kind can be sent under a name; without one the message says so."""
    with upload_part(content, name="a.csv", content_type=None) as (name, part, kind):
        assert (name, kind, part.read()) == ("a.csv", "text/csv", b"abc")
    with pytest.raises(
        ArgumentError, match='^name: the file has no name of its own .*give name="contract.pdf"'
    ):
        with upload_part(content, name=None, content_type=None):
            pass


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.csv.gz", "application/gzip"),
        ("a.csv.bz2", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_a_packed_file_is_no_text(name, kind):
    """The media type is that of the bytes."""
    with upload_part(b"x", name=name, content_type=None) as (_, _, found):
        assert found == kind


def test_a_media_type_cannot_end_its_header():
    """What is no media type is refused, line breaks above all."""
    for bad in ("pdf", "text/plain\r\nX: y", "text/plä"):
        with pytest.raises(ArgumentError, match="^content_type: this is no media type"):
            with upload_part(b"x", name="a", content_type=bad):
                pass


def test_a_file_is_sent_from_where_it_stands(tmp_path):
    """A file of the caller's is read from its position, can be read again, and stays open."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"0123456789")
    with path.open("rb") as file:
        file.seek(4)
        with upload_part(file, name=None, content_type=None) as (name, part, _):
            assert (name, part.size, part.seekable(), part.tell()) == ("a.bin", 6, True, 0)
            assert part.seek(0, os.SEEK_END) == 6
            part.seek(0)
            assert part.read(4) + part.read() + part.read() == b"456789"
            part.seek(0)
            assert part.read() == b"456789"
        assert not file.closed


def test_a_pipe_is_sent_once():
    """What cannot be rewound says so, has no length, and is not read a second time."""
    with upload_part(Pipe(b"abc"), name="a", content_type=None) as (_, part, _):
        assert (part.size, part.seekable()) == (None, False)
        for ask in (part.tell, lambda: part.seek(0)):
            with pytest.raises(io.UnsupportedOperation):
                ask()
        assert part.read(2) + part.read(2) + part.read(2) == b"abc"
        with pytest.raises(ArgumentError, match="^file: this file was read and cannot be rewound"):
            part.seek(0)


def test_a_real_pipe_is_a_pipe():
    """A file descriptor of a pipe is recognised, though asking for its size gives 0."""
    reader, writer = os.pipe()
    os.write(writer, b"abc")
    os.close(writer)
    with (
        open(reader, "rb", buffering=0) as file,
        upload_part(file, name="a", content_type=None) as (_, part, _),
    ):
        assert part.size is None and part.read(10) == b"abc"


@pytest.mark.parametrize("file", [io.StringIO("x"), 7, None, ["x"]], ids=lambda f: type(f).__name__)
def test_what_is_no_file_is_refused(file):
    """Text files and things that are no files are refused by name."""
    with pytest.raises(ArgumentTypeError, match="^file: "):
        with upload_part(file, name="a", content_type=None):
            pass


def test_a_file_that_gives_no_bytes_is_refused():
    """A reader that gives text or nothing is found out when it is read."""

    class Odd:
        def read(self, size):
            return "text"

    with upload_part(Odd(), name="a", content_type=None) as (_, part, _):
        with pytest.raises(ArgumentTypeError, match="^file: reading it gave str, not bytes"):
            part.read(3)


def test_files_without_a_path_have_no_name():
    """Numbers and <stdin> are no names."""
    with tempfile.TemporaryFile() as file, pytest.raises(ArgumentError, match="^name: "):
        with upload_part(file, name=None, content_type=None):
            pass
    odd = io.BytesIO(b"x")
    odd.name = "<stdin>"
    with pytest.raises(ArgumentError, match="^name: "):
        with upload_part(odd, name=None, content_type=None):
            pass


def test_too_large_is_refused_as_early_as_known(monkeypatch):
    """A known size is refused before anything is read, an unknown one when it is passed."""
    monkeypatch.setattr(bodies_files, "UPLOAD_MAX_BYTES", 4)
    with pytest.raises(ArgumentError, match="^file: Attio takes files of up to 50 MB"):
        UploadPart(io.BytesIO(b"12345"))
    assert UploadPart(io.BytesIO(b"1234")).read() == b"1234"
    part = UploadPart(Pipe(b"12345"))
    assert part.read(4) == b"1234"
    with pytest.raises(ArgumentError, match="^file: Attio takes files of up to 50 MB"):
        part.read(4)


def test_a_file_that_changes_while_it_is_sent():
    """What is added is left out, since the length was announced; what is cut off is an error that says so."""
    growing = io.BytesIO(b"123")
    part = UploadPart(growing)
    growing.seek(0, os.SEEK_END)
    growing.write(b"45")
    part.seek(0)
    assert part.read() + part.read() == b"123"
    part.seek(0)
    growing.truncate(1)
    part.read(1)
    with pytest.raises(ArgumentError, match="^file: this file became shorter while it was sent"):
        part.read(1)


def test_a_reader_that_cannot_seek_at_all_is_a_pipe():
    """Minimal readers work, and so do those that only claim that they can be rewound."""

    class Minimal:
        def read(self, size):
            return b""

    class Liar(Minimal):
        def seekable(self):
            return True

    for reader in (Minimal(), Liar()):
        assert UploadPart(reader).size is None
        assert UploadPart(reader).read(5) == b""


def test_the_form_names_the_record_before_the_file():
    """The fields come first, so that the file can be streamed to its place."""
    form = upload_form("people", ID, "f-1", ("a", None, "b/c"))
    assert form == [
        ("object", (None, "people")),
        ("record_id", (None, ID)),
        ("parent_folder_id", (None, "f-1")),
        ("file", ("a", None, "b/c")),
    ]
    assert len(upload_form("people", ID, None, ("a", None, "b/c"))) == 3


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 70), st.lists(st.integers(1, 20), max_size=8))
def test_reading_in_any_steps_gives_the_rest_of_the_file(content, start, steps):
    """However it is read, and however often, what comes is the file from where it stood."""
    file = io.BytesIO(content)
    file.seek(start)
    part = UploadPart(file)
    for _ in range(2):
        part.seek(0)
        read = b"".join(part.read(step) for step in steps) + part.read()
        assert read == content[start:]
    assert part.size == len(content[start:])


def save(to, *chunks):
    with download_to(to) as target:
        for chunk in chunks:
            target.write(chunk)
    return target.content


def test_a_download_to_memory():
    """Without a target the bytes come back."""
    assert save(None, b"ab", b"c") == b"abc"
    assert save(None) == b""


def test_a_download_to_a_path_appears_whole(tmp_path):
    """The file is there when it is complete, in place of the old one, and nothing else is."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    with download_to(path) as target:
        target.write(b"new")
        assert path.read_bytes() == b"old"
    assert target.content is None
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.bin"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError, GeneratorExit])
def test_a_download_that_fails_leaves_nothing(tmp_path, error):
    """After any error the old file stands and no part of the new one is left."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    with pytest.raises(error):
        with download_to(str(path)) as target:
            target.write(b"new")
            raise error
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.bin"]


def test_a_download_through_a_link_keeps_the_link(tmp_path):
    """A symbolic link stays; what it points to is replaced."""
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    save(link, b"new")
    assert link.is_symlink() and real.read_bytes() == b"new"


def test_a_download_to_a_device_writes_into_it(tmp_path):
    """A device is written to, never replaced."""
    before = stat.S_IFMT(os.stat(os.devnull).st_mode)
    save(os.devnull, b"x")
    assert stat.S_IFMT(os.stat(os.devnull).st_mode) == before
    assert not [name for name in os.listdir(Path(os.devnull).parent) if name.endswith(".part")]


def test_a_download_to_a_folder_is_refused(tmp_path):
    """A folder is no file, and a folder that is missing is the system's own error."""
    with pytest.raises(ArgumentError, match="^to: is a folder .*give the path of the file to write"):
        save(tmp_path, b"x")
    with pytest.raises(FileNotFoundError):
        save(tmp_path / "missing" / "a.bin", b"x")


def test_a_download_to_a_file_of_the_callers(tmp_path):
    """Bytes go where the file stands; it stays open."""
    out = io.BytesIO(b"....")
    out.seek(1)
    assert save(out, b"ab") is None
    assert out.getvalue() == b".ab."
    with pytest.raises(ArgumentTypeError, match='^to: is open for text .*open it with "wb"'):
        save(io.StringIO(), b"x")
    with pytest.raises(ArgumentTypeError, match="^to: must be a path or a file, not int"):
        save(7, b"x")


def test_an_unbuffered_file_gets_everything():
    """A file that takes less than it was given is given the rest."""

    class Slow:
        taken = b""

        def write(self, chunk):
            self.taken += chunk[:2]
            return min(2, len(chunk))

    out = Slow()
    save(out, b"abcde", b"f")
    assert out.taken == b"abcdef"
