"""client.files.upload, sync and async: what goes out, how often, and how much is in memory."""

from __future__ import annotations

import io
import os
import tracemalloc

import httpx
import pytest

from attio.core.errors import (
    APIConnectionError,
    ArgumentError,
    MaybeSentError,
    QuotaExceededError,
    RateLimitError,
    ServerError,
)
from attio.records import bodies_files
from tests.unit.shells.file_world import (
    BROKEN,
    FILE,
    PERSON,
    RECORD,
    TOO_MANY,
    Answers,
    Draining,
    Pipe,
    World,
    serving,
)


@pytest.fixture(params=["sync", "async"])
def world(request) -> World:
    return World(request.param)


@pytest.fixture
def server():
    with serving() as running:
        yield running


def test_upload_sends_a_form(world, tmp_path):
    """The record's fields come first, then the file with its name and type."""
    path = tmp_path / "contract.pdf"
    path.write_bytes(b"%PDF")
    answers = Answers((201, {"data": FILE}))
    made = world.files(answers, "upload", "people", PERSON, path, parent_folder_id="d-1")
    request, _ = answers.requests[0]
    assert (request.method, request.url.path) == ("POST", "/v2/files/upload")
    assert request.headers["authorization"] == "Bearer " + "k" * 64
    assert answers.form() == {
        "object": (None, "text/plain", b"people"),
        "record_id": (None, "text/plain", RECORD.encode()),
        "parent_folder_id": (None, "text/plain", b"d-1"),
        "file": ("contract.pdf", "application/pdf", b"%PDF"),
    }
    assert list(answers.form()) == ["object", "record_id", "parent_folder_id", "file"]
    assert (made.name, made.response.status) == ("contract.pdf", 201)


def test_upload_takes_bytes_and_files(world):
    """Bytes under a name, and an open file from where it stands."""
    answers = Answers((201, {"data": FILE}))
    world.files(answers, "upload", "people", RECORD, b"a,b", name="täble.csv")
    name, kind, content = answers.form()["file"]
    assert (kind, content) == ("text/csv", b"a,b")
    file = io.BytesIO(b"skip this")
    file.seek(5)
    world.files(answers, "upload", "people", RECORD, file, name="x", content_type="a/b")
    assert answers.form()["file"] == ("x", "a/b", b"this")
    assert not file.closed


def test_upload_is_sent_again_after_429(world, tmp_path):
    """A file that can be rewound is sent again, whole, where nothing can have been stored."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"x" * 200_000)
    answers = Answers(TOO_MANY, (201, {"data": FILE}))
    world.files(answers, "upload", "people", RECORD, path)
    assert len(answers.requests) == 2
    assert (
        answers.form(0)["file"]
        == answers.form(1)["file"]
        == ("a.bin", "application/octet-stream", b"x" * 200_000)
    )


def test_a_pipe_is_never_sent_again(world):
    """What cannot be read twice is sent once, whatever the answer."""
    for answer, error in (
        (TOO_MANY, RateLimitError),
        (BROKEN, ServerError),
        (httpx.ConnectError("x"), APIConnectionError),
    ):
        answers = Answers(answer)
        with pytest.raises(error):
            world.files(answers, "upload", "people", RECORD, Pipe(b"abc"), name="a")
        assert len(answers.requests) == 1
    with pytest.raises(ServerError):
        world.files(
            answers := Answers(BROKEN),
            "upload",
            "people",
            RECORD,
            Pipe(b"a"),
            name="a",
            options={"retry_unsafe": True},
        )
    assert len(answers.requests) == 1


def test_an_upload_whose_outcome_is_unknown_says_so(world):
    """A server error after a whole file was sent is not repeated, and named as unknown."""
    answers = Answers(BROKEN)
    with pytest.raises(MaybeSentError):
        world.files(answers, "upload", "people", RECORD, b"abc", name="a")
    assert len(answers.requests) == 1


def test_upload_refuses_before_sending(world, tmp_path, monkeypatch):
    """Too large, nameless, missing: nothing is sent."""
    monkeypatch.setattr(bodies_files, "UPLOAD_MAX_BYTES", 4)
    path = tmp_path / "a.bin"
    path.write_bytes(b"12345")
    answers = Answers((201, {"data": FILE}))
    for file, error in (
        (path, ArgumentError),
        (b"12345", ArgumentError),
        (b"1", ArgumentError),
        (7, TypeError),
    ):
        with pytest.raises(error):
            world.files(answers, "upload", "people", RECORD, file)
    with pytest.raises(FileNotFoundError):
        world.files(answers, "upload", "people", RECORD, tmp_path / "missing")
    with pytest.raises(ArgumentError, match="^record_id: "):
        world.files(answers, "upload", "people", "..", b"1", name="a")
    with pytest.raises(ArgumentError, match="^file: Attio takes files of up to 50 MB"):
        world.files(answers, "upload", "people", RECORD, Pipe(b"12345"), name="a")
    assert answers.requests == []


def test_upload_errors_are_attios(world):
    """A full quota is its own error."""
    answer = (403, {"status_code": 403, "type": "auth_error", "code": "quota_exceeded", "message": "full"})
    with pytest.raises(QuotaExceededError):
        world.files(Answers(answer), "upload", "people", RECORD, b"1", name="a")


def test_an_upload_is_never_whole_in_memory(world, tmp_path):
    """A file of 30 MB passes in pieces of 64 kB."""
    path = tmp_path / "big.bin"
    with path.open("wb") as file:
        file.truncate(30 * 1024 * 1024)
    transport = Draining()
    world.files(None, "upload", "people", RECORD, b"warm up", name="a", transport=transport)
    tracemalloc.start()
    try:
        world.files(None, "upload", "people", RECORD, path, transport=transport)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert sum(transport.sizes) > 30 * 1024 * 1024 and max(transport.sizes) <= 64 * 1024
    assert peak < 3 * 1024 * 1024


def test_uploads_over_a_real_connection(world, server, tmp_path):
    """A file goes out with its length, a pipe without; both arrive whole."""
    base_url = f"http://127.0.0.1:{server.server_port}"
    path = tmp_path / "a.bin"
    path.write_bytes(b"x" * 100_000)
    world.files(None, "upload", "people", RECORD, path, base_url=base_url)
    framed, body = server.seen
    assert framed and body.count(b"x" * 100_000) == 1
    reader, writer = os.pipe()
    os.write(writer, b"y" * 5000)
    os.close(writer)
    with open(reader, "rb", buffering=0) as pipe:
        world.files(None, "upload", "people", RECORD, pipe, name="p", base_url=base_url)
    framed, body = server.seen
    assert not framed and body.count(b"y" * 5000) == 1
