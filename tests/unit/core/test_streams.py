from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from attio.core import errors

DOWNLOAD = ("download_file", "/v2/files/f1/download")


class Both:
    """Downloads with a sync or an async session."""

    def __init__(self, kind: str, tools: Any) -> None:
        self.kind = kind
        self.tools = tools

    def make(self, handler: Any, clock: Any = None, **settings: Any) -> Any:
        return (self.tools.session if self.kind == "sync" else self.tools.async_session)(
            handler, clock, **settings
        )

    def send(self, session: Any, request: Any, **more: Any) -> Any:
        result = session.send(request, **more)
        return asyncio.run(result) if asyncio.iscoroutine(result) else result

    def download(
        self, session: Any, request: Any, chunk_size: int | None = None, **more: Any
    ) -> tuple[list[bytes], Any]:
        if self.kind == "sync":
            with session.stream(request, **more) as reply:
                return list(reply.iter_bytes(chunk_size)), reply

        async def read() -> tuple[list[bytes], Any]:
            async with session.stream(request, **more) as reply:
                return [part async for part in reply.iter_bytes(chunk_size)], reply

        return asyncio.run(read())

    def read(self, session: Any, request: Any) -> bytes:
        if self.kind == "sync":
            with session.stream(request) as reply:
                return reply.read()

        async def read() -> bytes:
            async with session.stream(request) as reply:
                return await reply.read()

        return asyncio.run(read())


@pytest.fixture(params=["sync", "async"])
def both(request: pytest.FixtureRequest, tools: Any) -> Both:
    return Both(request.param, tools)


def redirect(location: str, status: int = 302) -> httpx.Response:
    return httpx.Response(status, headers={"location": location})


def test_a_download_comes_in_pieces(both: Both, tools: Any) -> None:
    """The body is given in pieces of the wanted size, with snapshot and size."""
    script = tools.Script(httpx.Response(200, content=b"0123456789", headers={"x-attio-execution-id": "r"}))
    parts, reply = both.download(both.make(script), tools.request(*DOWNLOAD), 4)
    assert parts == [b"0123", b"4567", b"89"]
    assert reply.response.request_id == "r"
    assert reply.size_bytes == 10
    assert both.read(both.make(script), tools.request(*DOWNLOAD)) == b"0123456789"


def test_a_download_follows_the_signed_address_without_the_token(both: Both, tools: Any) -> None:
    """A redirect to another host is followed over https, and neither token nor other headers go along."""
    script = tools.Script(
        redirect("https://files.example/f?sig=s3cret"), httpx.Response(200, content=b"hello")
    )
    session = both.make(script)
    parts, reply = both.download(session, tools.request(*DOWNLOAD), options={"headers": {"X-Mine": "1"}})
    assert b"".join(parts) == b"hello"
    first, second = script.requests
    assert first.headers["authorization"] == f"Bearer {tools.KEY}"
    assert str(second.url) == "https://files.example/f?sig=s3cret"
    assert "authorization" not in second.headers
    assert "x-mine" not in second.headers
    assert second.headers["host"] == "files.example"
    assert reply.size_bytes == 5


def test_a_redirect_within_the_host_keeps_the_token(both: Both, tools: Any) -> None:
    """On its own host a read follows redirects, token and headers along."""
    script = tools.Script(redirect("/v2/elsewhere?x=1", 307), 200)
    both.send(both.make(script), tools.request(), options={"headers": {"X-Mine": "1"}})
    assert script.requests[1].url.path == "/v2/elsewhere"
    assert script.requests[1].headers["authorization"] == f"Bearer {tools.KEY}"
    assert script.requests[1].headers["x-mine"] == "1"


@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/v2/objects",
        "http://api.attio.com/v2/objects",
        "https://api.attio.com:8443/x",
        "//evil.example/",
        "",
    ],
)
def test_an_api_call_is_not_redirected_to_another_host(both: Both, tools: Any, location: str) -> None:
    """Another host, port or scheme gets neither token nor request: the redirect is an error."""
    script = tools.Script(redirect(location), 200)
    with pytest.raises(errors.RedirectError) as caught:
        both.send(both.make(script), tools.request())
    assert len(script.requests) == 1
    assert caught.value.http_status == 302


def test_a_write_is_never_redirected(both: Both, tools: Any) -> None:
    """A POST that meets a redirect is an error, and is not sent anywhere else."""
    script = tools.Script(redirect("/v2/other", 307), 200)
    with pytest.raises(errors.RedirectError):
        both.send(both.make(script), tools.request("create_note", body={}))
    assert len(script.requests) == 1


@pytest.mark.parametrize(
    "location",
    [
        "http://files.example/f",
        "ftp://files.example/f",
        "file:///etc/passwd",
        "http://[bad",
        "https://files.example:port/",
    ],
)
def test_a_download_goes_over_https_only(both: Both, tools: Any, location: str) -> None:
    """A download does not follow to an unencrypted or impossible address; this machine is an exception."""
    with pytest.raises(errors.RedirectError):
        both.download(both.make(tools.Script(redirect(location), 200)), tools.request(*DOWNLOAD))
    script = tools.Script(redirect("http://127.0.0.1:9/f"), httpx.Response(200, content=b"x"))
    assert both.read(both.make(script), tools.request(*DOWNLOAD)) == b"x"


def test_redirects_end(both: Both, tools: Any) -> None:
    """Five redirects are followed, a sixth is an error."""
    script = tools.Script(*[redirect(f"https://files.example/{n}") for n in range(9)])
    with pytest.raises(errors.RedirectError):
        both.download(both.make(script), tools.request(*DOWNLOAD))
    assert len(script.requests) == 6
    enough = tools.Script(
        *[redirect(f"https://files.example/{n}") for n in range(5)], httpx.Response(200, content=b"x")
    )
    assert both.read(both.make(enough), tools.request(*DOWNLOAD)) == b"x"


def test_the_other_host_s_error_is_told(both: Both, tools: Any) -> None:
    """A signed address that has expired is an error with its path, not its signature."""
    script = tools.Script(
        redirect("https://files.example/f?sig=s3cret"), httpx.Response(403, content=b"<Error>expired</Error>")
    )
    with pytest.raises(errors.ForbiddenError, match=r"403 on GET /f: ") as caught:
        both.download(both.make(script), tools.request(*DOWNLOAD))
    assert "s3cret" not in str(caught.value)


def test_a_download_is_repeated_until_its_body_begins(both: Both, tools: Any) -> None:
    """Before the first byte a download is a read like any other; the other host is not limited."""
    script = tools.Script(
        503, redirect("https://files.example/f"), httpx.ReadTimeout("x"), httpx.Response(200, content=b"x")
    )
    assert both.read(both.make(script), tools.request(*DOWNLOAD)) == b"x"
    assert len(script.requests) == 4


@pytest.mark.parametrize("status", [404, 500])
def test_an_error_answer_of_a_download_is_raised(both: Both, tools: Any, status: int) -> None:
    """A download that is refused raises the error with its body read."""
    with pytest.raises(errors.ResponseError, match="it did not work"):
        both.download(both.make(tools.Script(status)), tools.request(*DOWNLOAD))


class Torn(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks off, or gets stuck."""

    def __init__(self, failure: Exception, clock: Any = None) -> None:
        self.failure = failure
        self.clock = clock
        self.closed = False

    def __iter__(self) -> Any:
        yield b"abc"
        if self.clock is not None:
            self.clock.at += 100.0
            yield b"def"
        raise self.failure

    async def __aiter__(self) -> Any:
        for part in self:
            yield part

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def test_a_torn_download_is_a_connection_error(both: Both, tools: Any) -> None:
    """A body that breaks off raises APIConnectionError where it is read, and the connection is let go."""
    body = Torn(httpx.ReadError("reset by peer"))
    session = both.make(lambda request: httpx.Response(200, stream=body))
    with pytest.raises(errors.APIConnectionError, match="reset by peer"):
        both.download(session, tools.request(*DOWNLOAD))
    assert body.closed


def test_a_download_keeps_its_deadline(both: Both, tools: Any, clock: Any) -> None:
    """The deadline goes on while the body is read."""
    body = Torn(httpx.ReadError("x"), clock)
    session = both.make(lambda request: httpx.Response(200, stream=body), clock, deadline_s=5.0)
    with pytest.raises(errors.APITimeoutError, match="deadline_s=5 passed while reading the body"):
        both.download(session, tools.request(*DOWNLOAD))


def test_an_error_of_the_caller_is_the_caller_s(both: Both, tools: Any) -> None:
    """What the code inside the block raises goes through as it is, and the connection is let go."""
    body = Torn(httpx.ReadError("x"))
    session = both.make(lambda request: httpx.Response(200, stream=body))

    def use() -> None:
        if both.kind == "sync":
            with session.stream(tools.request(*DOWNLOAD)):
                raise ConnectionError("mine")

        async def inside() -> None:
            async with session.stream(tools.request(*DOWNLOAD)):
                raise ConnectionError("mine")

        asyncio.run(inside())

    with pytest.raises(ConnectionError, match="^mine$") as caught:
        use()
    assert not isinstance(caught.value, errors.Error)
    assert body.closed


def test_a_torn_answer_is_repeated_for_reads(both: Both, tools: Any) -> None:
    """A JSON body that breaks off is seen by the policy: a read is sent again, an error's half body is kept."""
    torn = Torn(httpx.ReadError("reset"))
    answers: list[Any] = [httpx.Response(200, stream=torn), tools.reply(200, {"ok": True})]
    session = both.make(lambda request: answers.pop(0))
    assert both.send(session, tools.request()).json() == {"ok": True}
    assert torn.closed
    half = both.make(lambda request: httpx.Response(404, stream=Torn(httpx.ReadError("reset"))))
    with pytest.raises(errors.NotFoundError, match="'abc'"):
        both.send(half, tools.request())


def test_a_slow_answer_meets_the_deadline(tools: Any, clock: Any) -> None:
    """A body that trickles in past the deadline is given up."""
    session = tools.session(
        lambda request: httpx.Response(200, stream=Torn(httpx.ReadError("x"), clock)), clock, deadline_s=5.0
    )
    with pytest.raises(errors.APITimeoutError, match="while reading the answer"):
        session.send(tools.request())
    failing = tools.session(
        lambda request: httpx.Response(404, stream=Torn(httpx.ReadError("x"), clock)), clock, deadline_s=500.0
    )
    with pytest.raises(errors.NotFoundError):
        failing.send(tools.request())


def test_the_size_is_unknown_when_it_is_not_said(both: Both, tools: Any) -> None:
    """A compressed body, or one without a length, has no size."""
    body = Torn(StopIteration())

    class Fine(Torn):
        def __iter__(self) -> Any:
            yield b"abc"

    body = Fine(ValueError())
    session = both.make(lambda request: httpx.Response(200, stream=body))
    _, reply = both.download(session, tools.request(*DOWNLOAD))
    assert reply.size_bytes is None


def test_an_error_of_ours_inside_a_body_passes_through(both: Both, tools: Any) -> None:
    """What a transport for tests raises out of our own tree while it streams is not wrapped."""
    session = both.make(lambda request: httpx.Response(200, stream=Torn(errors.APIConnectionError("own"))))
    with pytest.raises(errors.APIConnectionError, match="^own$"):
        both.download(session, tools.request(*DOWNLOAD))
