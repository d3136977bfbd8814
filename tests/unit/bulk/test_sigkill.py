"""A real process, really killed: what it left on disk is enough to go on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from attio._sync.client import Attio
from attio.core.routes import find_operation
from attio.testing import LocalWorkspace
from tests.unit.bulk.world import WRITES, people

CHILD = """
import asyncio, json, os, signal, sys
from attio import AsyncAttio, Attio
from attio.bulk.journal import Journal

kind, verb, url, key, path, point = sys.argv[1:]
rows = json.load(sys.stdin)
where, _, number = point.partition(":")
left = [int(number or 0)]


def die(name):
    if name == where:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)


begin, finish = Journal.begin, Journal.finish


def begun(self, task, sent_at):
    die("before begin")
    begin(self, task, sent_at)
    die("after begin")
    return sent_at


def finished(self, settled):
    die("before finish")
    finish(self, settled)
    die("after finish")


Journal.begin, Journal.finish = begun, finished
settings = {"journal": path, "concurrency": 2, **({"matching": "email_addresses"} if verb == "upsert" else {})}
print(os.getpid(), flush=True)
options = {"api_key": key, "base_url": url, "rate_limiter": "off"}
if kind == "sync":
    with Attio(**options) as client:
        getattr(client.people, "bulk_" + verb)(rows, **settings)
else:
    async def main():
        async with AsyncAttio(**options) as client:
            await getattr(client.people, "bulk_" + verb)(rows, **settings)
    asyncio.run(main())
"""


class Server:
    """A local workspace over HTTP that can kill its client when it has taken the n-th write."""

    def __init__(self) -> None:
        self.workspace = LocalWorkspace()
        self.writes: list[tuple[str, str, int]] = []
        self.kill_at: int | None = None
        self.victim = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                answer = outer.workspace.handle(
                    self.command, self.path, headers=dict(self.headers.items()), body=body
                )
                if outer.took(self.command, self.path, body, answer.status):
                    return
                self.send_response(answer.status)
                for name, value in answer.headers:
                    self.send_header(name, value)
                self.send_header("content-length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"
        self.thread = threading.Thread(target=self.http.serve_forever, args=(0.01,))
        self.thread.start()

    def took(self, method: str, path: str, body: bytes, status: int) -> bool:
        """Count a write; kill the client instead of answering where that is wanted."""
        if find_operation(method, path.partition("?")[0]) not in WRITES:
            return False
        self.writes.append((method, body.decode() or path, status))
        if self.kill_at is None or len(self.writes) != self.kill_at:
            return False
        os.kill(self.victim, signal.SIGKILL)
        return True

    def close(self) -> None:
        self.http.shutdown()
        self.thread.join()
        self.http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize(
    ("kind", "verb", "point"),
    [
        ("sync", "create", "before begin:2"),
        ("async", "create", "after begin:3"),
        ("sync", "create", "in flight:3"),
        ("async", "create", "before finish:2"),
        ("sync", "upsert", "after finish:2"),
        ("async", "upsert", "in flight:2"),
        ("sync", "delete", "in flight:3"),
        ("async", "delete", "after begin:2"),
    ],
)
def test_a_killed_process_goes_on(tmp_path, server, kind, verb, point):
    """Killed by the system at that point; the next process finishes what it left, and does nothing twice."""
    path = tmp_path / "import.db"
    rows = people(5)
    with Attio(transport=server.workspace.transport()) as client:
        if verb == "delete":
            rows = [client.people.create(row).id for row in rows]
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, kind, verb, server.url, server.workspace.token, path, point],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdin is not None
        assert child.stdout is not None
        server.kill_at = int(point.partition(":")[2]) if point.startswith("in flight") else None
        server.victim = child.pid
        child.stdin.write(json.dumps(rows))
        child.stdin.close()
        child.stdin = None
        child.communicate(timeout=60)
        assert child.returncode == -signal.SIGKILL
        matching = {"matching": "email_addresses"} if verb == "upsert" else {}
        server.kill_at = None
        with Attio(api_key=server.workspace.token, base_url=server.url, rate_limiter="off") as resumed:
            report = getattr(resumed.people, f"bulk_{verb}")(rows, journal=path, **matching)
        assert report.complete
        assert len(report.results) == 5
        done = [body for _, body, status in server.writes if status == 200]
        left = list(client.people.iterate())
        if verb == "create":
            assert len(done) == len(set(done)) == len(left) == 5
        elif verb == "upsert":
            assert len(set(done)) == len(left) == 5
        else:
            assert len(done) == 5
            assert left == []
            assert {result.outcome for result in report.results} == {"deleted"}
