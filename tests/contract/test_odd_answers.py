"""Every operation, sync and async, when an answer is not what was promised: broken, of another shape, or of tomorrow."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

import attio
from attio.records.model import Model
from attio_openapi.operations import OPERATIONS
from tests.contract.calls import CALLS
from tests.contract.sampling import Sample, Steps, samples
from tests.contract.server import (
    FILE,
    REQUEST_ID,
    WORLDS,
    Answer,
    Server,
    answer,
    check_result,
    failing,
    run,
    touch,
)

PAGE = b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please sign in</body></html>"
TOMORROW = "a-word-of-tomorrow"
NEW_FIELD = {"nested": [1, None, {"x": "y"}]}
BODILESS = {"download_file", "delete_call_recording"}
READ = [name for name, row in CALLS.items() if row.gives not in {"nothing", "bytes"}]
UNREAD = [name for name, row in CALLS.items() if row.gives == "nothing"]
both_worlds = pytest.mark.parametrize("world", WORLDS)


def _is_many(operation: str) -> bool:
    gives = CALLS[operation].gives
    return gives == "values" or gives.startswith(("page of", "list of"))


def _other_shapes(operation: str) -> list[Any]:
    """JSON that is no answer of this operation."""
    found: list[Any] = [None, 5, "text", True, [], [1]]
    if operation == "get_self":
        return [*found, {}, {"data": {"active": True}}, {"error": "what?"}]
    found += [{}, {"datum": {}}, {"data": None}, {"data": 5}, {"data": "text"}, {"data": True}]
    many = [{"data": {}}, {"data": {"id": "x"}}, {"data": [1]}, {"data": [{}, None]}, {"data": [[]]}]
    return found + (many if _is_many(operation) else [{"data": []}, {"data": [{}]}])


def _refused(operation: str, world: str, odd: Answer) -> Any:
    """An answer that cannot be read is a DecodeError with its request id; the call is not made again."""
    server = Server(odd)
    with pytest.raises(attio.DecodeError) as caught:
        run(world, CALLS[operation], server)
    error = caught.value
    assert len(server.asked) == 1
    assert (error.request_id, error.operation, error.http_status) == (
        REQUEST_ID,
        operation,
        _status(operation),
    )
    assert error.response is not None
    unsafe = OPERATIONS[operation].retry == "unsafe"
    # An unsafe write was answered with 2xx and has been done, whatever the answer looks like.
    assert isinstance(error, attio.MaybeSentError) is error.maybe_sent is unsafe
    assert not isinstance(error, (attio.ClientError, attio.ServerError, attio.APIConnectionError))
    return error


def _status(operation: str) -> int:
    return OPERATIONS[operation].success[0]


@both_worlds
@pytest.mark.parametrize("operation", READ)
def test_truncated_json_is_a_decode_error(operation: str, world: str) -> None:
    """Wherever the body was cut."""
    whole = json.dumps(samples(operation)[0].value).encode()
    for length in {1, len(whole) // 3, len(whole) // 2, len(whole) - 1}:
        _refused(operation, world, answer(_status(operation), body=whole[:length]))


@both_worlds
@pytest.mark.parametrize("operation", [*READ, *(name for name in UNREAD if name not in BODILESS)])
def test_an_html_page_is_a_decode_error(operation: str, world: str) -> None:
    """The page of a proxy passes for nobody's success, not even a delete's."""
    for page in (PAGE, b"\n\n  " + PAGE):
        error = _refused(operation, world, answer(_status(operation), body=page, content_type="text/html"))
        assert "HTML" in str(error) or "not what the API promises" in str(error)


@both_worlds
@pytest.mark.parametrize("operation", READ)
def test_an_empty_body_is_a_decode_error(operation: str, world: str) -> None:
    """Nothing, blanks, or bytes that are no text."""
    for body in (b"", b"  \n", b"\xff\xfe\x00", b"\xef\xbb\xbf"):
        _refused(operation, world, answer(_status(operation), body=body))


@both_worlds
@pytest.mark.parametrize("operation", READ)
def test_json_of_another_shape_is_a_decode_error(operation: str, world: str) -> None:
    """Other JSON is never made into a result that looks like one."""
    for value in _other_shapes(operation):
        _refused(operation, world, answer(_status(operation), value))


@both_worlds
@pytest.mark.parametrize("operation", UNREAD)
def test_a_call_that_gives_nothing_needs_no_body(operation: str, world: str) -> None:
    """A delete has succeeded when its status says so."""
    for body in (b"", b"{}", b'{"data": {"id"', b"null", b"OK"):
        server = Server(answer(_status(operation), body=body))
        assert run(world, CALLS[operation], server) is None
        assert len(server.asked) == 1


@both_worlds
def test_the_content_of_a_file_is_what_it_is(world: str) -> None:
    """A file may be empty, broken JSON or a page itself."""
    for body in (b"", b'{"data": {', PAGE, FILE):
        assert run(world, CALLS["download_file"], Server(answer(body=body))) == body


# What Attio may send tomorrow


def _place(value: Any, steps: Steps) -> Any:
    for step in steps:
        value = value[step]
    return value


def _changed(sample: Sample, words: tuple[Steps, ...]) -> Any:
    """A sample with new words at some places, and a new field in every object."""
    value = copy.deepcopy(sample.value)
    for steps in words:
        _place(value, steps[:-1])[steps[-1]] = TOMORROW
    for steps in sample.objects:
        if steps[-1:] not in {("values",), ("entry_values",)}:
            _place(value, steps)["field_of_tomorrow"] = copy.deepcopy(NEW_FIELD)
    return value


@both_worlds
@pytest.mark.parametrize("operation", [name for name in CALLS if name not in BODILESS])
def test_unknown_words_and_fields_read_and_nothing_is_lost(operation: str, world: str) -> None:
    """Each member of an enum on its own, then all at once, becomes a word that nobody knows; every object grows."""
    row = CALLS[operation]
    for sample in samples(operation):
        alone = [(steps,) for steps in sample.words] if world == "sync" else []
        for words in (*alone, sample.words):
            value = _changed(sample, words)
            result = run(world, row, Server(answer(_status(operation), value)))
            check_result(row, world, value, result)
            touch(result)
            if isinstance(result, Model) and row.client != "whoami":
                assert getattr(result, "field_of_tomorrow") == NEW_FIELD


@both_worlds
@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_unknown_error_is_known_by_its_status(operation: str, world: str) -> None:
    """Codes, types and fields of tomorrow are on the error, whose class follows from the status."""
    for status, kind in ((400, attio.BadRequestError), (404, attio.NotFoundError), (418, attio.ClientError)):
        server = Server(failing(status, "type_of_tomorrow", "code_of_tomorrow"))
        with pytest.raises(attio.ClientError) as caught:
            run(world, CALLS[operation], server)
        assert type(caught.value) is kind
        assert (caught.value.code, caught.value.type) == ("code_of_tomorrow", "type_of_tomorrow")
        assert (caught.value.http_status, caught.value.request_id) == (status, REQUEST_ID)
        assert len(server.asked) == 1
    for body in (
        b"{}",
        b'{"message": "No."}',
        b"",
        b"null",
        b"[1]",
        b'"No."',
        b'{"code": 5, "type": []}',
        b"No.",
    ):
        server = Server(answer(409, body=body))
        with pytest.raises(attio.ConflictError) as caught:
            run(world, CALLS[operation], server)
        assert type(caught.value) is attio.ConflictError
        assert (caught.value.code, caught.value.type) == (None, None)
        assert ("No." in str(caught.value)) is (b"No." in body)


@both_worlds
def test_half_an_emoji_does_not_spoil_an_answer(world: str) -> None:
    """JavaScript cuts texts between surrogates and writes the half as an escape: answers and errors read all the same."""
    cut = "half \ud83d"
    for operation in ("get_note", "list_tasks", "list_records", "get_record", "run_sql", "create_webhook"):
        body = (
            json.dumps(samples(operation)[0].value)
            .replace("_plaintext 1", "\\ud83d")
            .replace("text 1", "\\ud83d")
        )
        row = CALLS[operation]
        result = run(world, row, Server(answer(_status(operation), body=body.encode())))
        check_result(row, world, json.loads(body), result)
    server = Server(answer(400, {"status_code": 400, "type": "t", "code": "validation_type", "message": cut}))
    with pytest.raises(attio.ValidationError) as caught:
        run(world, CALLS["get_note"], server)
    assert caught.value.message == cut
