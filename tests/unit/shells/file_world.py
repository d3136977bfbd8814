"""Both clients used alike, and servers that take and give files."""

from __future__ import annotations

import asyncio
import io
import json
import threading
from contextlib import contextmanager
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx

from attio._async.client import AsyncAttio
from attio._sync.client import Attio
from attio.records.data import RecordData
from tests.unit.shells.attio_double import own_id

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


class Draining(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Takes a body piece by piece and forgets it."""

    sizes: list[int]

    def handle_request(self, request):
        self.sizes = [len(chunk) for chunk in request.stream]
        return httpx.Response(201, json={"data": FILE})

    async def handle_async_request(self, request):
        self.sizes = [len(chunk) async for chunk in request.stream]
        return httpx.Response(201, json={"data": FILE})


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


@contextmanager
def serving():
    """Run the server for the length of a block."""
    with HTTPServer(("127.0.0.1", 0), Handler) as running:
        running.seen = None
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield running
        finally:
            running.shutdown()
            thread.join()
