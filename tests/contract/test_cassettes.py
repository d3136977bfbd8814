"""Each operation, recorded over HTTP, is played back through the real client in both worlds."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

import attio
from attio import AsyncAttio, Attio
from attio.core.routes import find_operation
from attio.records.sql_rows import SqlRows
from attio.testing import UnmatchedRequestError, cassette
from attio.testing.scrubbing import Scrubber, leftovers
from attio_openapi.operations import OPERATIONS
from scripts.recording.command import check
from scripts.recording.recorder import CALL, CASSETTE, LOCAL, label_of, read_call, readme
from scripts.recording.stage import KEEP

FOLDER = Path(__file__).resolve().parents[2] / "cassettes"
EVERYTHING = list(OPERATIONS)


def interactions(operation: str) -> list[dict[str, Any]]:
    return yaml.load((FOLDER / operation / CASSETTE).read_text("utf-8"), Loader=yaml.CSafeLoader)[
        "interactions"
    ]


def told(result: Any) -> Any:
    """What a result holds of the answer, as Attio sent it."""
    if isinstance(result, attio.RecordRef):
        return {"new_record_id": str(result.record_id)}
    if isinstance(result, SqlRows):
        return list(result)
    if result is None or isinstance(result, bytes):
        return result
    if hasattr(result, "raw"):
        return result.raw
    return [told(each) for each in result]


def sent(operation: str) -> Any:
    """What the recorded answer has for the caller."""
    content = interactions(operation)[-1]["response"]["body"]["string"]
    if operation == "download_file":
        return content.encode()
    if OPERATIONS[operation].method == "DELETE":
        return None
    body = json.loads(content)
    if operation == "get_self":
        return body
    data = body["data"]
    if operation == "run_sql":
        return data["rows"]
    if operation in {"get_thread", "get_transcript"}:
        return {**data, "pagination": body["pagination"]}
    return {"new_record_id": data["new_record_id"]} if operation == "merge_records" else data


@pytest.mark.parametrize("world", ["sync", "async"])
@pytest.mark.parametrize("operation", EVERYTHING)
def test_a_recording_is_played(operation: str, world: str) -> None:
    """What the client asks is what was recorded, all of it is asked, and the answer arrives whole."""
    call = read_call(FOLDER, operation)
    parts = urlsplit(interactions(operation)[0]["request"]["uri"])
    settings: dict[str, Any] = {
        "base_url": f"{parts.scheme}://{parts.netloc}",
        "api_key": "k" * 64,
        "schema": "off",
        "verify": False,
        "rate_limiter": "off",
    }

    async def work() -> Any:
        async with AsyncAttio(**settings) as client:
            return await call.make(client, operation)

    with cassette(FOLDER / operation / CASSETTE, record="none", keep=KEEP) as playing:
        if world == "sync":
            with Attio(**settings) as client:
                result = call.make(client, operation)
        else:
            result = asyncio.run(work())
        assert playing.all_played
    assert told(result) == sent(operation)


@pytest.mark.parametrize("operation", EVERYTHING)
def test_a_recording_is_of_its_operation(operation: str) -> None:
    """The first request of a recording is the operation's, answered as it documents success, with a request id."""
    first = interactions(operation)[0]
    row = OPERATIONS[operation]
    assert first["request"]["method"] == row.method
    path = urlsplit(first["request"]["uri"]).path
    targets = {"objects": "list_object_views", "lists": "list_list_views"}
    assert find_operation(row.method, path) in {operation, targets.get(path.split("/")[2])}
    assert first["response"]["status"]["code"] in row.success
    assert first["response"]["headers"]["x-attio-execution-id"]


@pytest.mark.parametrize("operation", EVERYTHING)
def test_a_recording_holds_no_secret(operation: str) -> None:
    """No token, cookie, secret, foreign address or name is in a file of the repository."""
    scrubber = Scrubber(keep=KEEP)
    for each in interactions(operation):
        texts = [each["request"]["uri"], each["request"]["body"], each["response"]["body"]["string"]]
        texts += [
            f"{name}: {value}" for name, values in each["request"]["headers"].items() for value in values
        ]
        texts += [
            f"{name}: {value}" for name, values in each["response"]["headers"].items() for value in values
        ]
        for text in texts:
            assert list(leftovers(text or "", scrubber)) == []


def test_another_call_is_not_played() -> None:
    """Matching is real: a call with another argument finds no answer."""
    with (
        pytest.raises(UnmatchedRequestError),
        cassette(FOLDER / "list_notes" / CASSETTE, record="none", keep=KEEP),
    ):
        Attio(base_url="http://127.0.0.1", api_key="k" * 64, verify=False).notes.list(limit=4)


def test_every_operation_has_a_folder_and_nothing_else_is_there() -> None:
    """One folder for each operation, with the recording and the call."""
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()}
    assert folders == set(OPERATIONS)
    for name in folders:
        assert {path.name for path in (FOLDER / name).iterdir()} == {CALL, CASSETTE}


def test_the_table_says_where_each_was_recorded() -> None:
    """The README names the origin of each, and does not call a simulation Attio."""
    text = (FOLDER / "README.md").read_text("utf-8")
    assert text == readme(FOLDER)
    for operation in OPERATIONS:
        label = label_of(FOLDER, operation)
        assert f"[{operation}]({operation}/{CASSETTE}) | {label} |" in text
        hosts = {urlsplit(each["request"]["uri"]).hostname for each in interactions(operation)}
        assert (label == LOCAL) == (hosts == {"127.0.0.1"})
        assert (label == "Attio") == ("api.attio.com" in hosts)


def test_local_recordings_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    """The local workspace still answers what was recorded of it; `make record` after a change of either."""
    assert check(FOLDER, []) == 0, capsys.readouterr().out
