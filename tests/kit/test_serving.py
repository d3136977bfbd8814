"""A workspace on a port: any client can use it, it starts and ends cleanly, and mistakes are told."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

import attio
from attio import AsyncAttio, Attio
from attio.testing import LocalResponse, LocalWorkspace, Server, __main__, serve, serving


@pytest.fixture
def server():
    with serve("demo") as made:
        yield made


def ask(server: Server, method: str, path: str, **more: Any) -> httpx.Response:
    headers = {"authorization": f"Bearer {server.token}", **more.pop("headers", {})}
    return httpx.request(method, server.url + path, headers=headers, timeout=10, **more)


def test_clients_of_both_kinds_work_over_a_real_connection(server: Server) -> None:
    """What the library does in a process it does over sockets."""
    with Attio(base_url=server.url, api_key=server.token) as client:
        ada = client.people.create({"name": "Ada Lovelace", "email_addresses": "ada@analytical.example"})
        assert client.people.get(ada.id).email == "ada@analytical.example"
        with pytest.raises(attio.UniquenessConflictError):
            client.people.create({"email_addresses": "ada@analytical.example"})
        assert client.whoami().workspace_name == "Harbour Light"

    async def work() -> int:
        async with AsyncAttio(base_url=server.url, api_key=server.token) as client:
            return len([each async for each in client.companies.iterate(page_size=2)])

    assert asyncio.run(work()) >= 5
    assert server.workspace.calls.of("create_record")


def test_an_upload_and_its_download(server: Server) -> None:
    """Bytes go in by multipart and come back by a signed address of the same server, without the token."""
    with Attio(base_url=server.url, api_key=server.token) as client:
        person = client.people.list(limit=1)[0]
        content = bytes(range(256)) * 400
        made = client.files.upload("people", person.id, content, name="all.bin")
        assert client.files.download(made.id) == content


def test_answers_do_not_wait_for_acknowledgements(server: Server) -> None:
    """Each answer leaves at once: with Nagle's algorithm on, not one of them came in less than 40 ms."""
    fastest = float("inf")
    with httpx.Client(headers={"authorization": f"Bearer {server.token}"}) as client:
        for _ in range(25):
            began = time.perf_counter()
            assert client.get(f"{server.url}/v2/self").status_code == 200
            fastest = min(fastest, time.perf_counter() - began)
    assert fastest < 0.03


def test_the_clock_of_a_served_workspace_is_the_machines(server: Server) -> None:
    """Clients elsewhere cannot move a clock, so a seeded workspace goes by the real one when served."""
    date = ask(server, "GET", "/v2/self").headers["date"]
    from email.utils import parsedate_to_datetime

    assert abs(parsedate_to_datetime(date).timestamp() - time.time()) < 60


def test_exactly_one_of_many_writers_gets_a_unique_value(server: Server) -> None:
    """Twenty clients that create one address at the same moment make one record."""
    body = {"data": {"values": {"email_addresses": ["only@one.example"]}}}
    with ThreadPoolExecutor(20) as pool:
        answers = list(
            pool.map(lambda _: ask(server, "POST", "/v2/objects/people/records", json=body), range(20))
        )
    assert sorted(answer.status_code for answer in answers) == [200] + [400] * 19
    assert {answer.json()["code"] for answer in answers if answer.status_code == 400} == {
        "uniqueness_conflict"
    }


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[" * 200_000,
        b'{"data": ' + b"\xff" + b"}",
        b"null",
        b'"text"',
        b"{}",
        b'{"data": {"values": 1}}',
        b"",
    ],
    ids=["cut", "deep", "no utf-8", "null", "text", "empty object", "number", "nothing"],
)
def test_bodies_that_are_no_bodies(server: Server, body: bytes) -> None:
    """Malformed, deeply nested and empty bodies are a 400 that says so, and the server goes on."""
    made = ask(
        server,
        "POST",
        "/v2/objects/people/records",
        content=body,
        headers={"content-type": "application/json"},
    )
    assert made.status_code == 400
    assert made.json()["type"] == "invalid_request_error"
    assert ask(server, "GET", "/v2/self").status_code == 200


def test_a_wrong_content_type_is_a_400(server: Server) -> None:
    """A form is not taken for JSON."""
    assert ask(server, "POST", "/v2/notes", data={"a": "b"}).status_code == 400


def raw(server: Server, content: bytes) -> bytes:
    with socket.create_connection((server.host, server.port), timeout=10) as connection:
        connection.sendall(content)
        parts = []
        try:
            while part := connection.recv(65536):
                parts.append(part)
        except ConnectionResetError:
            parts.append(b"<reset>")
        return b"".join(parts)


def test_what_is_no_http_is_refused(server: Server) -> None:
    """Garbage on the socket ends that connection and nothing else."""
    assert b"400" in raw(server, b"\x00\x01 nonsense\r\n\r\n").split(b"\r\n")[0]
    assert ask(server, "GET", "/v2/self").status_code == 200


def test_a_reset_reaches_the_client() -> None:
    """A layer that breaks the connection is seen as one by clients in any language."""

    def reset(_: object, __: object) -> LocalResponse:
        raise ConnectionResetError

    workspace = LocalWorkspace(random_seed=1)
    workspace.layers.append(reset)
    with serve(workspace=workspace) as server:
        assert raw(server, b"GET /v2/self HTTP/1.1\r\nhost: x\r\n\r\n") in {b"", b"<reset>"}


def test_a_truncated_answer_reaches_the_client() -> None:
    """An answer cut short arrives cut short, and httpx tells that."""
    workspace = LocalWorkspace(random_seed=1)
    workspace.layers.append(lambda _, __: LocalResponse(200, [("content-length", "100")], b'{"data":'))
    with serve(workspace=workspace) as server:
        seen = raw(server, b"GET /v2/self HTTP/1.1\r\nhost: x\r\n\r\n")
        assert b"content-length: 100" in seen
        assert seen.removesuffix(b"<reset>").endswith(b'{"data":')
        with pytest.raises(httpx.TransportError):
            ask(server, "GET", "/v2/self")


def test_a_closed_server_is_gone() -> None:
    """After closing nothing listens, the port is free again, and closing twice does no harm."""
    server = serve(random_seed=1)
    port = server.port
    assert repr(server).startswith(f"<Server http://127.0.0.1:{port} <LocalWorkspace")
    server.close()
    server.close()
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", port), timeout=2)
    with serve(random_seed=1, port=port) as again:
        assert again.port == port


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_an_address_of_ipv6_is_written_in_brackets() -> None:
    """The address can be given to clients as it is."""
    try:
        server = serve(host="::1", random_seed=1)
    except attio.ConfigurationError:
        pytest.skip("this machine has no IPv6 loopback")
    with server:
        assert server.url == f"http://[::1]:{server.port}"
        assert ask(server, "GET", "/v2/self").status_code == 200


def test_a_taken_port_is_told(server: Server) -> None:
    """The error names the port and the way out."""
    with pytest.raises(
        attio.ConfigurationError, match=rf"127\.0\.0\.1:{server.port}.*port 0 takes a free one"
    ):
        serve(port=server.port)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"port": -1}, "port: must be a whole number"),
        ({"port": 65536}, "port: must be a whole number"),
        ({"port": True}, "port: must be a whole number"),
        ({"port": "8787"}, "port: must be a whole number"),
        ({"host": ""}, "host: must be an address"),
        ({"host": None}, "host: must be an address"),
        ({"host": "no.such.host.invalid"}, "is no address of this machine"),
        ({"seed": "demo", "workspace": LocalWorkspace(random_seed=1)}, "together"),
        ({"seed": "no-such-seed"}, "seed"),
    ],
)
def test_what_cannot_be_served_is_refused(given: dict[str, Any], words: str) -> None:
    """A slip is an error that names what was wrong, before anything listens."""
    with pytest.raises(attio.Error, match=words):
        serve(**given)


def test_without_uvicorn_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is the command that repairs it."""
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(attio.MissingExtraError, match=r"pip install 'attio-client\[serve\]'"):
        serve(random_seed=1)


def test_a_server_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread that ends at once is an error of the one who waits for it."""

    class Broken:
        should_exit = False

        async def startup(self, sockets: object = None) -> None: ...

        def run(self, sockets: object = None) -> None: ...

    monkeypatch.setattr(serving, "uvicorn_server", lambda app: Broken())
    with pytest.raises(attio.ConfigurationError, match="did not start"):
        serve(random_seed=1)


def test_who_else_may_reach_it() -> None:
    """Loopback addresses are this machine's alone."""
    assert [
        serving.is_open_to_others(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "::")
    ] == [
        False,
        False,
        False,
        True,
        True,
    ]


# The command


def start(*arguments: str) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "attio.testing", "serve", "--port", "0", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(6)]
    return process, "".join(lines)


@pytest.mark.skipif(os.name == "nt", reason="signals are another thing on Windows")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_until_it_is_ended(ending: signal.Signals) -> None:
    """It prints a token and a curl line that work, and ends without a traceback."""
    process, text = start("--seed", "demo")
    try:
        line = re.search(r'curl -H "Authorization: Bearer (\S+)" (\S+)', text)
        assert line is not None, text
        answer = httpx.get(line[2], headers={"authorization": f"Bearer {line[1]}"})
        assert answer.json()["workspace_name"] == "Harbour Light"
        assert "Attio(base_url=" in text
    finally:
        process.send_signal(ending)
        _, errors = process.communicate(timeout=20)
    assert "Traceback" not in errors
    assert process.returncode in {0, -ending}


def test_the_command_says_why_it_cannot(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """A taken port and an unknown seed are one line and status 1; a wrong option is status 2."""
    assert __main__.main(["serve", "--port", str(server.port)]) == 1
    assert "port 0 takes a free one" in capsys.readouterr().err
    assert __main__.main(["serve", "--port", "0", "--seed", "nothing"]) == 1
    assert capsys.readouterr().err.startswith("attio.testing: seed")
    for wrong in ([], ["serve", "--port", "x"], ["nothing"]):
        with pytest.raises(SystemExit) as caught:
            __main__.main(wrong)
        assert caught.value.code == 2


def test_the_command_warns_where_others_may_come(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Serving to the network is possible, and said."""
    monkeypatch.setattr(Server, "run", lambda self: self.close())
    assert __main__.main(["serve", "--port", "0", "--host", "0.0.0.0"]) == 0
    assert "whoever reaches 0.0.0.0" in capsys.readouterr().err
    assert __main__.main(["serve", "--port", "0"]) == 0
    assert capsys.readouterr().err == ""


def test_serving_in_the_foreground_closes_behind_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The port is given back however serving ends."""
    seen: list[object] = []

    class Uvicorn:
        should_exit = False

        def run(self, sockets: object) -> None:
            seen.append(sockets)
            raise ZeroDivisionError

    monkeypatch.setattr(serving, "uvicorn_server", lambda app: Uvicorn())
    server = Server(LocalWorkspace(random_seed=1), "127.0.0.1", 0)
    with pytest.raises(ZeroDivisionError):
        server.run()
    assert seen == [[server._socket]]
    assert server._socket.fileno() == -1


def test_serving_in_the_foreground_ends_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is an end like any other."""

    def interrupted(self: Server) -> None:
        self.close()
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "run", interrupted)
    assert __main__.main(["serve", "--port", "0"]) == 0
