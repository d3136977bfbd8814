"""Every operation, sync and async, when it is sent elsewhere: the token goes to Attio and to nobody else."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

import attio
from attio_openapi.operations import OPERATIONS
from tests.contract.calls import CALLS
from tests.contract.calls_rows import ID
from tests.contract.sampling import samples
from tests.contract.server import (
    FILE,
    KEY,
    REQUEST_ID,
    STORAGE,
    WORLDS,
    Server,
    answer,
    check_result,
    run,
    success,
    too_many,
)

PAGE = b"<html><head><title>Moved</title></head><body>Over there</body></html>"
both_worlds = pytest.mark.parametrize("world", WORLDS)
API_CALLS = [operation for operation in OPERATIONS if operation != "download_file"]


def _value(operation: str) -> Any:
    return samples(operation)[0].value if samples(operation) else None


ELSEWHERE = (
    "https://evil.example/v2/self",
    "//evil.example/v2/self",
    "http://api.attio.com/v2/self",
    "https://api.attio.com:8443/v2/self",
    "https://api.attio.com@evil.example/v2/self",
    "https://api.attio.com.evil.example/",
    "ftp://api.attio.com/",
    "https://[broken/",
)


@both_worlds
@pytest.mark.parametrize("operation", API_CALLS)
def test_no_call_follows_a_redirect_to_another_host(operation: str, world: str) -> None:
    """The token goes to Attio alone: not to another host, port or scheme, however it is spelled."""
    hops = [(302, location) for location in ELSEWHERE] + [
        (status, ELSEWHERE[0]) for status in (301, 303, 307, 308)
    ]
    for status, location in hops:
        server = Server(answer(status, body=PAGE, location=location))
        with pytest.raises(attio.RedirectError) as caught:
            run(world, CALLS[operation], server)
        (asked,) = server.asked
        assert asked.url.host == "api.attio.com"
        assert (caught.value.http_status, caught.value.request_id) == (status, REQUEST_ID)
        assert caught.value.location == location.replace("api.attio.com@", "[redacted]@")
        assert not isinstance(caught.value, attio.MaybeSentError)


@both_worlds
@pytest.mark.parametrize("operation", [name for name in API_CALLS if OPERATIONS[name].method != "GET"])
def test_a_write_follows_no_redirect_at_all(operation: str, world: str) -> None:
    """Also on Attio's own host: a client that followed could write twice, or lose the body."""
    server = Server(answer(307, body=b"", location="https://api.attio.com/v2/other"))
    with pytest.raises(attio.RedirectError):
        run(world, CALLS[operation], server)
    assert len(server.asked) == 1


@both_worlds
@pytest.mark.parametrize("operation", [name for name in API_CALLS if OPERATIONS[name].method == "GET"])
def test_a_read_follows_a_redirect_on_its_own_host(operation: str, world: str) -> None:
    """With its token, since it is Attio that asks for it; a circle ends after five steps."""
    row, value = CALLS[operation], _value(operation)
    server = Server(answer(308, body=b"", location="/v2/moved?x=1"), *success(operation, value))
    check_result(row, world, value, run(world, row, server))
    assert str(server.asked[1].url) == "https://api.attio.com/v2/moved?x=1"
    assert server.asked[1].headers["authorization"] == f"Bearer {KEY}"
    circle = Server(*[answer(302, body=b"", location="/v2/self")] * 6)
    with pytest.raises(attio.RedirectError):
        run(world, row, circle)
    assert len(circle.asked) == 6


@both_worlds
def test_a_download_takes_no_token_and_no_header_to_the_storage(world: str) -> None:
    """The signed address is enough for the storage; over http it is not followed."""
    server = Server(*success("download_file", None))
    options = {"headers": {"x-team": "finance", "cookie": "session=1"}}
    assert run(world, lambda client: client.files.download(ID, options=options), server) == FILE
    first, second = server.asked
    assert first.headers["x-team"] == "finance"
    assert str(second.url) == STORAGE
    assert second.headers["host"] == "files.example.net"
    assert not {"authorization", "x-team", "cookie"} & set(second.headers)
    assert KEY not in str(second.headers.raw)
    plain = Server(answer(302, body=b"", location=STORAGE.replace("https", "http")))
    with pytest.raises(attio.RedirectError) as caught:
        run(world, CALLS["download_file"], plain)
    assert "s3cret" not in f"{caught.value!r} {caught.value.location} {caught.value.response!r}"


@both_worlds
def test_a_storage_that_fails_is_asked_again_and_says_who_it_was(world: str) -> None:
    """Before its first byte a download is a read like any other, on every host on the way."""
    first, last = success("download_file", None)
    for fault in (
        answer(503, body=PAGE),
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
        too_many(wait_s=1),
    ):
        server = Server(first, fault, last)
        assert run(world, CALLS["download_file"], server) == FILE
        assert [request.url.host for request in server.asked] == ["api.attio.com", *["files.example.net"] * 2]
    gone = Server(first, answer(403, body=b"<Error><Code>AccessDenied</Code></Error>"))
    with pytest.raises(attio.ForbiddenError) as caught:
        run(world, CALLS["download_file"], gone)
    assert "s3cret" not in str(caught.value)
