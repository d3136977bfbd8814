"""client.files but for uploads and downloads, and AsyncFile."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from attio._async.client import AsyncAttio
from attio._async.models.files import AsyncFile
from attio.core.errors import ArgumentError
from tests.unit.shells.attio_double import Double, every, own_id
from tests.unit.shells.file_world import FILE, PERSON, RECORD, Answers


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
