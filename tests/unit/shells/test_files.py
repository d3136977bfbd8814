"""client.files, sync and async: what goes out, what comes back, what stays on the disk."""

from __future__ import annotations

import asyncio
import io
import json
import os
import threading
import tracemalloc
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from attio._async.client import AsyncAttio
from attio._async.models.files import AsyncFile
from attio._sync.client import Attio
from attio.core.errors import (
    APIConnectionError,
    ArgumentError,
    MaybeSentError,
    NotFoundError,
    QuotaExceededError,
    RateLimitError,
    ServerError,
)
from attio.records import bodies_files
from attio.records.data import RecordData
from tests.unit.shells.attio_double import Double, every, own_id

RECORD = "11111111-2222-4333-8444-555555555555"
PERSON = RecordData({"id": {"record_id": RECORD}, "values": {}}, scope="people")
FILE = {
    "id": own_id(file_id="f-1"),
    "file_type": "file",
    "storage_provider": "attio",
    "name": "contract.pdf",
    "content_type": "application/pdf",
    "content_size": 4,
    "parent_folder_id": None,
    "object_slug": "people",
    "record_id": RECORD,
}
TOO_MANY = (
    429,
    {"status_code": 429, "type": "rate_limit_error", "code": "rate_limit_exceeded", "message": "slow"},
)
BROKEN = (503, {"status_code": 503, "type": "api_error", "code": "unavailable", "message": "down"})


def test_list_needs_a_record():
    """Files are listed by record; storage and folder narrow that."""
    double = Double({"data": [FILE], "pagination": {"next_cursor": None}})
    page = double.run(
        lambda c: c.files.list(
            "people", PERSON, storage_provider="attio", parent_folder_id="d-1", limit=3, cursor="c"
        )
    )
    assert double.only == (
        "GET",
        "/v2/files",
        {
            "object": "people",
            "record_id": RECORD,
            "storage_provider": "attio",
            "parent_folder_id": "d-1",
            "limit": "3",
            "cursor": "c",
        },
        None,
    )
    assert isinstance(page[0], AsyncFile)
    assert (page[0].content_size_bytes, page[0].is_folder) == (4, False)


def test_list_refuses_before_sending():
    """Unknown storages, too large pages and bad ids never leave."""
    double = Double({"data": []})
    for given, message in (
        (dict(storage_provider="s3"), "^storage_provider: is not one of"),
        (dict(limit=201), "^limit: is out of range"),
        (dict(parent_folder_id=".."), "^parent_folder_id: "),
    ):
        with pytest.raises(ArgumentError, match=message):
            double.run(lambda c, given=given: c.files.list("people", RECORD, **given))
    assert double.asked == []


def test_iterate_follows_the_cursor():
    """All files of a record."""
    double = Double(
        {"data": [FILE], "pagination": {"next_cursor": "c"}},
        {"data": [{**FILE, "id": own_id(file_id="f-2")}], "pagination": {"next_cursor": None}},
    )
    found = double.run(lambda c: every(c.files.iterate("people", RECORD)))
    assert [one.id for one in found] == ["f-1", "f-2"]


def test_create_sends_an_unwrapped_body():
    """A folder, and a connected file; this route takes its body without the data wrapper."""
    double = Double({"data": {**FILE, "file_type": "folder"}})
    folder = double.run(lambda c: c.files.create("people", RECORD, name="Contracts"))
    place = {"object": "people", "record_id": RECORD}
    assert double.only == ("POST", "/v2/files", {}, {"file_type": "folder", **place, "name": "Contracts"})
    assert folder.is_folder
    there = dict(storage_provider="box", external_provider_file_id="x")
    double = Double({"data": FILE})
    double.run(lambda c: c.files.create("people", RECORD, file_type="connected-file", **there))
    assert double.only.body == {"file_type": "connected-file", **place, **there}
    with pytest.raises(ArgumentError, match="^name: a folder needs it"):
        double.run(lambda c: c.files.create("people", RECORD))


def test_get_and_delete():
    """By id through the resource, and by itself."""
    double = Double({"data": FILE}, {"data": FILE}, {}, {})

    async def use(client):
        one = await client.files.get("f-1")
        await one.refresh()
        await one.delete()
        await client.files.delete(one)

    double.run(use)
    assert [asked[:2] for asked in double.asked] == [
        ("GET", "/v2/files/f-1"),
        ("GET", "/v2/files/f-1"),
        ("DELETE", "/v2/files/f-1"),
        ("DELETE", "/v2/files/f-1"),
    ]


# --- both clients -------------------------------------------------------------------------------------------------


class Answers:
    """Answers from a list; keeps every body as it came."""

    def __init__(self, *answers) -> None:
        self.answers = list(answers)
        self.requests: list[tuple[httpx.Request, bytes]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append((request, request.content))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, httpx.Response):
            return answer
        if isinstance(answer, Exception):
            raise answer
        status, content = answer
        return httpx.Response(status, json=content)

    def form(self, at: int = -1) -> dict[str, tuple[str | None, str, bytes]]:
        """The parts of one multipart body: file name, media type and content by field."""
        request, body = self.requests[at]
        head = b"Content-Type: " + request.headers["content-type"].encode() + b"\r\n\r\n"
        parts = BytesParser().parsebytes(head + body).get_payload()
        return {
            part.get_param("name", header="content-disposition"): (
                part.get_filename(),
                part.get_content_type(),
                part.get_payload(decode=True),
            )
            for part in parts
        }


class World:
    """One of the two clients, used alike."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def files(self, answers, verb: str, *values, transport=None, **options):
        """Call a verb of `client.files`."""
        settings = {
            "retry_delay_s": 0.0,
            "rate_limiter": "off",
            **{k: options.pop(k) for k in ("max_retries", "base_url") if k in options},
        }
        inner = transport or httpx.MockTransport(answers)
        if "base_url" in settings:
            inner = None
        if self.kind == "sync":
            with Attio(api_key="k" * 64, transport=inner, **settings) as client:
                return getattr(client.files, verb)(*values, **options)

        async def main():
            async with AsyncAttio(api_key="k" * 64, transport=inner, **settings) as client:
                return await getattr(client.files, verb)(*values, **options)

        return asyncio.run(main())


@pytest.fixture(params=["sync", "async"])
def world(request) -> World:
    return World(request.param)


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


class Draining(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Takes a body piece by piece and forgets it."""

    sizes: list[int]

    def handle_request(self, request):
        self.sizes = [len(chunk) for chunk in request.stream]
        return httpx.Response(201, json={"data": FILE})

    async def handle_async_request(self, request):
        self.sizes = [len(chunk) async for chunk in request.stream]
        return httpx.Response(201, json={"data": FILE})


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


class Handler(BaseHTTPRequestHandler):
    """A server on this machine: says how long the body was and how it was framed."""

    def do_POST(self) -> None:
        length = self.headers.get("content-length")
        if length is not None:
            body = self.rfile.read(int(length))
        else:
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        self.server.seen = (length is not None, body)
        answer = json.dumps({"data": FILE}).encode()
        self.send_response(201)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-length", "10")
        self.end_headers()
        self.wfile.write(b"12345")

    def log_message(self, *args) -> None:
        pass


@pytest.fixture
def server():
    with HTTPServer(("127.0.0.1", 0), Handler) as running:
        running.seen = None
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


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


def test_a_download_that_breaks_off_leaves_nothing(world, server, tmp_path):
    """A connection that ends in the middle is an error, and the old file stands."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    with pytest.raises(APIConnectionError):
        world.files(None, "download", "f-1", to=path, base_url=f"http://127.0.0.1:{server.server_port}")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.bin"]


def redirected(content: bytes):
    """Attio's redirect to a storage, and the storage."""

    def answer(request: httpx.Request) -> httpx.Response:
        answer.requests.append(request)
        if request.url.host == "storage.example":
            return httpx.Response(200, content=content)
        return httpx.Response(302, json={}, headers={"location": "https://storage.example/signed?key=1"})

    answer.requests = []
    return answer


def test_download_gives_bytes(world):
    """Without a target the content comes back; the token stays with Attio."""
    answers = redirected(b"abc")
    assert world.files(answers, "download", "f-1") == b"abc"
    first, second = answers.requests
    assert (first.method, first.url.path) == ("GET", "/v2/files/f-1/download")
    assert "authorization" in first.headers and "authorization" not in second.headers
    assert second.url.query == b"key=1"


def test_download_streams_to_a_path_or_a_file(world, tmp_path):
    """A path, as such or as text, and an open file."""
    for to in (tmp_path / "a.bin", str(tmp_path / "b.bin")):
        assert world.files(redirected(b"abc"), "download", "f-1", to=to) is None
        with open(to, "rb") as file:
            assert file.read() == b"abc"
    out = io.BytesIO()
    assert world.files(redirected(b"abc"), "download", "f-1", to=out) is None
    assert out.getvalue() == b"abc"
    assert sorted(os.listdir(tmp_path)) == ["a.bin", "b.bin"]


def test_download_of_a_missing_file_leaves_nothing(world, tmp_path):
    """An error answer raises before anything is written."""
    missing = (
        404,
        {"status_code": 404, "type": "invalid_request_error", "code": "not_found", "message": "x"},
    )
    with pytest.raises(NotFoundError):
        world.files(Answers(missing), "download", "f-1", to=tmp_path / "a.bin")
    assert os.listdir(tmp_path) == []


def test_download_refuses_a_target_before_sending(world, tmp_path):
    """A folder, a text file: nothing is asked for."""
    answers = redirected(b"abc")
    for bad in (tmp_path, io.StringIO(), 7):
        with pytest.raises(ArgumentError, match="^to: "):
            world.files(answers, "download", "f-1", to=bad)
    assert answers.requests == []


def test_a_cancelled_download_leaves_nothing(tmp_path):
    """A task that is cancelled in the middle removes what it had written."""

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self):
            while True:
                yield b"x" * 1000
                await asyncio.sleep(0)

    async def main():
        transport = httpx.MockTransport(lambda request: httpx.Response(200, stream=Endless()))
        async with AsyncAttio(api_key="k" * 64, transport=transport) as client:
            task = asyncio.create_task(client.files.download("f-1", to=tmp_path / "a.bin"))
            while not os.listdir(tmp_path):
                await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    assert os.listdir(tmp_path) == []


def test_a_file_can_act(tmp_path):
    """A file uploads through its class and downloads itself."""
    answers = Answers(
        (201, {"data": FILE}), httpx.Response(200, content=b"abc"), httpx.Response(200, content=b"abc")
    )

    async def main():
        async with AsyncAttio(
            api_key="k" * 64, transport=httpx.MockTransport(answers), rate_limiter="off"
        ) as client:
            one = await AsyncFile.upload("people", RECORD, b"abc", name="a", client=client)
            assert await one.download() == b"abc"
            assert await one.download(to=tmp_path / "a") is None

    asyncio.run(main())
    assert (tmp_path / "a").read_bytes() == b"abc"
