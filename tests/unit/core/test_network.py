"""Against a small real server on this machine: what sockets do when things go wrong."""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from typing import Any

import pytest

from attio.core import errors
from attio.core.client import AsyncSession, Session
from attio.core.config import load_config

KEY = "k" * 64


class Both:
    def __init__(self, kind: str) -> None:
        self.kind = kind

    def send(self, server: Any, request: Any, clock: Any = None, **settings: Any) -> Any:
        config = load_config(
            environment={}, api_key=KEY, base_url=server.address, **{"rate_limiter": "off", **settings}
        )
        if self.kind == "sync":
            with Session(config, clock=clock) as session:
                return session.send(request)

        async def send() -> Any:
            async with AsyncSession(config, clock=clock) as session:
                return await session.send(request)

        return asyncio.run(send())


@pytest.fixture(params=["sync", "async"])
def both(request: pytest.FixtureRequest) -> Both:
    return Both(request.param)


def test_a_plain_answer(both: Both, serve: Any, tools: Any) -> None:
    """A real request arrives with the token and comes back with its request id."""
    server = serve(lambda connection, number: connection.sendall(tools.http()))
    reply = both.send(server, tools.request())
    assert reply.json() == {"data": []}
    assert reply.response.request_id == "real-1"
    assert b"Bearer " + KEY.encode() in server.requests[0]


def test_a_reset_is_a_connection_error_and_a_write_is_sent_once(
    both: Both, serve: Any, tools: Any, clock: Any
) -> None:
    """A server that hangs up without a word: reads are repeated, a create is sent once and in doubt."""
    server = serve(lambda connection, number: False)
    with pytest.raises(errors.APIConnectionError) as caught:
        both.send(server, tools.request(), clock)
    assert caught.value.attempts == len(server.requests) == 4
    writes = serve(lambda connection, number: False)
    with pytest.raises(errors.MaybeSentError) as doubt:
        both.send(writes, tools.request("create_note", body={}), clock)
    assert isinstance(doubt.value, errors.APIConnectionError)
    assert len(writes.requests) == 1


def test_a_hang_up_on_a_reused_connection_is_ambiguous(serve: Any, tools: Any, clock: Any) -> None:
    """A connection that served one request and dies on the next may have processed it: a create is not sent again."""

    def behave(connection: socket.socket, number: int) -> Any:
        if number == 1:
            connection.sendall(tools.http())
            return True
        return False

    server = serve(behave)
    config = load_config(environment={}, api_key=KEY, base_url=server.address, rate_limiter="off")
    with Session(config, clock=clock) as session:
        session.send(tools.request())
        with pytest.raises(errors.MaybeSentError):
            session.send(tools.request("create_note", body={}))
    assert server.connections == 1
    assert len(server.requests) == 2


def test_nobody_listens(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """A refused connection is repeated even for a write, since nothing was sent, and is not in doubt."""
    server = serve(lambda connection, number: False)
    server.close()
    with pytest.raises(errors.APIConnectionError, match="could not connect") as caught:
        both.send(server, tools.request("create_note", body={}), clock)
    assert caught.value.attempts == 4
    assert not caught.value.maybe_sent
    assert not isinstance(caught.value, errors.MaybeSentError)


def test_a_truncated_body(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """A body shorter than it said is a connection error for a read, repeated; a create is in doubt."""

    def behave(connection: socket.socket, number: int) -> Any:
        connection.sendall(tools.http(b'{"data"', length=500))
        return False

    server = serve(behave)
    with pytest.raises(errors.APIConnectionError):
        both.send(server, tools.request(), clock)
    assert len(server.requests) == 4
    with pytest.raises(errors.MaybeSentError):
        both.send(serve(behave), tools.request("create_note", body={}), clock)


def test_a_truncated_error_keeps_its_status(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """The status of an error answer counts, also when its body breaks off."""

    def behave(connection: socket.socket, number: int) -> Any:
        connection.sendall(tools.http(b"<html>", status=b"404 Not Found", length=500))
        return False

    with pytest.raises(errors.NotFoundError) as caught:
        both.send(serve(behave), tools.request(), clock)
    assert caught.value.request_id == "real-1"


def test_status_520_with_a_page(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """An error page of the edge is a ServerError, and a create that met it is in doubt."""
    server = serve(
        lambda connection, number: connection.sendall(
            tools.http(b"<title>520: error</title>", status=b"520 Web server error")
        )
    )
    with pytest.raises(errors.ServerError, match="520.*HTML page, not JSON: 520: error") as caught:
        both.send(server, tools.request("create_note", body={}), clock)
    assert isinstance(caught.value, errors.MaybeSentError)
    assert len(server.requests) == 1


def test_garbage_instead_of_http(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """What is not HTTP at all is a connection error."""

    def behave(connection: socket.socket, number: int) -> Any:
        connection.sendall(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")
        return False

    with pytest.raises(errors.APIConnectionError):
        both.send(serve(behave), tools.request(), clock)


def test_a_broken_compression(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """A body that says gzip and is not is an error of the connection, not a traceback from inside."""
    server = serve(
        lambda connection, number: connection.sendall(
            tools.http(b"not gzip", extra=b"Content-Encoding: gzip\r\n")
        )
    )
    with pytest.raises(errors.APIConnectionError, match="compression"):
        both.send(server, tools.request(), clock)


def test_a_compressed_answer(both: Both, serve: Any, tools: Any) -> None:
    """Answers may be compressed."""
    import gzip

    body = gzip.compress(b'{"data":[1]}')
    server = serve(
        lambda connection, number: connection.sendall(tools.http(body, extra=b"Content-Encoding: gzip\r\n"))
    )
    assert both.send(server, tools.request()).json() == {"data": [1]}
    assert b"accept-encoding: gzip, deflate" in server.requests[0].lower()


def test_silence_is_a_timeout(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """A server that never answers is an APITimeoutError that names the setting."""
    server = serve(lambda connection, number: True)
    with pytest.raises(errors.APITimeoutError, match=r"timeout_s=0.05"):
        both.send(server, tools.request(), clock, timeout_s=0.05, max_retries=0)


def test_a_trickling_body_ends_at_the_deadline(both: Both, serve: Any, tools: Any) -> None:
    """A body that comes byte by byte never meets a phase's timeout, but it meets the deadline."""

    def behave(connection: socket.socket, number: int) -> Any:
        connection.sendall(tools.http(b"", length=10_000))
        for _ in range(1000):
            connection.sendall(b" ")
            time.sleep(0.01)

    started = time.monotonic()
    with pytest.raises(errors.APITimeoutError, match="deadline_s=0.2 passed"):
        both.send(serve(behave), tools.request(), deadline_s=0.2, timeout_s=5)
    assert time.monotonic() - started < 2.0


def test_plain_http_where_tls_was_expected(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """A server that speaks no TLS is a connection error: nothing was sent, so nothing is in doubt."""
    server = serve(lambda connection, number: False)
    server.address = server.address.replace("http://", "https://")
    with pytest.raises(errors.APIConnectionError) as caught:
        both.send(server, tools.request("create_note", body={}), clock, max_retries=0, timeout_s=0.2)
    assert not caught.value.maybe_sent


def test_a_certificate_that_is_not_trusted_is_not_tried_again(serve: Any, tools: Any, clock: Any) -> None:
    """A wrong certificate fails at once: it would not become right."""
    import httpx

    script = tools.Script(httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed"))
    with pytest.raises(errors.APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
        tools.session(script, clock).send(tools.request())
    assert len(script.requests) == 1
    assert ssl.OPENSSL_VERSION
