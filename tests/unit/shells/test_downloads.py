"""client.files.download, sync and async: what is asked for, and what is on the disk afterwards."""

from __future__ import annotations

import asyncio
import io
import os

import httpx
import pytest

from attio._async.client import AsyncAttio
from attio.core.errors import APIConnectionError, ArgumentError, NotFoundError
from tests.unit.shells.file_world import Answers, World, serving


@pytest.fixture(params=["sync", "async"])
def world(request) -> World:
    return World(request.param)


@pytest.fixture
def server():
    with serving() as running:
        yield running


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
