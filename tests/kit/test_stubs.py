"""Stubs: what they match, what they answer, and what is refused when they are made."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from attio_openapi.operations import OPERATIONS
from hypothesis import given, settings
from hypothesis import strategies as st

import attio
from attio import Attio
from attio.testing import LocalResponse, LocalWorkspace, Mock, RecordedCall, UnmatchedRequestError, mock
from attio.testing.canned import canned, respond
from attio.testing.stubs import Stub, body_differences

SPEC = __import__("pathlib").Path(__file__).resolve().parents[2] / "openapi" / "normalized.json"
ID = "11111111-1111-4111-8111-111111111111"


def request(
    method: str = "GET", path: str = "/v2/notes", query: Any = None, body: Any = None
) -> RecordedCall:
    content = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    return RecordedCall(None, method, path, query or {}, {"host": "api.attio.com"}, content, 0, 0, b"")


def made(method: str = "GET", path: str = "/v2/notes", **more: Any) -> Stub:
    return Stub(method, path, canned(None, status=200, headers=None, raises=None), **more)


@pytest.mark.parametrize(
    ("stubbed", "asked"),
    [
        (made(), request()),
        (made("get"), request()),
        (made(path="/v2/notes/{id}"), request(path="/v2/notes/7")),
        (made(path="/v2/notes/*"), request(path="/v2/notes/a%2Fb")),
        (made(path="/v2/notes/a%2Fb"), request(path="/v2/notes/a%2fb")),
        (made(path="/v2/notes?limit=3"), request(query={"limit": "3", "offset": "4"})),
        (
            made(query={"limit": 3, "on": True, "off": False}),
            request(query={"limit": "3", "on": "true", "off": "false"}),
        ),
        (made(json={"a": {"b": [1, ...]}}), request(body={"a": {"b": [1, 2], "c": 3}, "d": 4})),
        (made(json=[]), request(body=[])),
        (made(json=...), request(body=None)),
    ],
)
def test_what_is_not_mentioned_may_be_anything(stubbed: Stub, asked: RecordedCall) -> None:
    """A stub matches by what was said of it and by nothing else."""
    assert stubbed.differences(asked) == []
    assert stubbed.distance(asked) == 0


@pytest.mark.parametrize(
    ("stubbed", "asked", "words"),
    [
        (made("POST"), request(), "method: the request has GET, the stub POST"),
        (
            made(path="/v2/notes/{id}"),
            request(path="/v2/notes/"),
            "path: the request has '', the stub '{id}'",
        ),
        (made(path="/v2/tasks"), request(), "path: the request has 'notes', the stub 'tasks'"),
        (
            made(query={"limit": 3}),
            request(query={"limit": "4"}),
            "query limit: the request has '4', the stub '3'",
        ),
        (made(json={"a": 1}), request(body=b"{"), "body: the request's is no JSON"),
        (made(json={"a": 1}), request(body=[1]), "body: the request has list([1]), the stub an object"),
        (made(json={"a": 1}), request(body=None), "body: the request has None, the stub an object"),
        (made(json={"a": [1]}), request(body={"a": {}}), "body.a: the request has {}, the stub a list"),
        (made(json={"a": [1]}), request(body={"a": [1, 2]}), "body.a: the request has 2 items, the stub 1"),
        (made(json={"a": [1]}), request(body={"a": [2]}), "body.a[0]: the request has 2, the stub 1"),
        (made(json={"a": 1}), request(body={"a": True}), "body.a: the request has True, the stub 1"),
        (made(json={"a": ...}), request(body={}), "body.a: the request has nothing, the stub anything"),
        (made(json={"secret": "geheim"}), request(body={"secret": "x"}), "[redacted]"),
    ],
)
def test_a_difference_says_where_it_is(stubbed: Stub, asked: RecordedCall, words: str) -> None:
    """Each part that does not match is named with both sides, secrets hidden."""
    text = "\n".join(stubbed.differences(asked))
    assert words in text
    assert "geheim" not in text
    assert stubbed.distance(asked) > 0


def test_another_route_is_further_away_than_another_body() -> None:
    """The nearest stub is the one of the same route."""
    asked = request("POST", "/v2/notes", body={"a": 1})
    order = [
        made("POST", "/v2/notes", json={"a": 2}),
        made("GET", "/v2/notes"),
        made("POST", "/v2/tasks"),
        made("POST", "/v2/objects/people/records/query"),
    ]
    assert sorted(order, key=lambda stub: stub.distance(asked)) == order


def test_a_stub_used_up_says_so() -> None:
    """`times` is the reason given when a request came too often."""
    with mock() as mocked:
        mocked.stub("GET", "/v2/notes", [], times=1)
        Attio().notes.list()
        with pytest.raises(UnmatchedRequestError, match="the stub has answered 1 of 1 times"):
            Attio().notes.list()
        mocked.unmatched.clear()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(JSON, JSON)
def test_every_body_matches_itself_and_no_other_scalar(one: Any, two: Any) -> None:
    """A body differs from itself in nothing; two that are matched by each other are the same."""
    assert body_differences(one, one, "body") == []
    if not body_differences(one, two, "body") and not body_differences(two, one, "body"):
        assert json.dumps(one, sort_keys=True) == json.dumps(two, sort_keys=True)


# Answers


def answered(response: Any = None, operation: str = "get_note", **more: Any) -> LocalResponse:
    answer = canned(response, status=more.pop("status", 200), headers=more.pop("headers", None), raises=None)
    return respond(answer, request(), OPERATIONS.get(operation), 7)


@pytest.mark.parametrize(
    ("operation", "response", "body"),
    [
        ("get_note", {"title": "x"}, {"data": {"title": "x"}}),
        ("get_note", {"data": {"title": "x"}}, {"data": {"title": "x"}}),
        ("get_note", None, {"data": {}}),
        ("list_notes", [{"title": "x"}], {"data": [{"title": "x"}]}),
        ("list_notes", None, {"data": []}),
        ("list_objects", None, {"data": []}),
        ("list_records", None, {"data": []}),
        ("list_meetings", [], {"data": [], "pagination": {"next_cursor": None}}),
        ("get_thread", None, {"data": {}, "pagination": {"next_cursor": None}}),
        ("delete_note", None, {}),
        ("delete_note", {"a": 1}, {"a": 1}),
        ("get_self", {"active": True}, {"active": True}),
        ("get_self", None, {}),
        ("no_such_operation", {"a": 1}, {"a": 1}),
    ],
)
def test_an_answer_is_put_where_attio_puts_it(operation: str, response: Any, body: Any) -> None:
    """What is short to write becomes the body that the operation has."""
    got = answered(response, operation)
    assert got.json() == body
    assert got.header("x-attio-execution-id") == "00000000-0000-4000-8000-000000000007"


def test_operations_without_data_are_those_of_the_spec() -> None:
    """The answers that are not put under "data" are those that have no such key."""
    document = json.loads(SPEC.read_text("utf-8"))
    for methods in document["paths"].values():
        for operation in methods.values():
            if not isinstance(operation, dict) or "operationId" not in operation:
                continue
            for status, described in operation["responses"].items():
                schema = described.get("content", {}).get("application/json", {}).get("schema")
                if not status.startswith("2") or schema is None:
                    continue
                while "$ref" in schema:
                    schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
                keys = set(answered(None, operation["operationId"]).json())
                assert keys == set(schema.get("properties", {})) & {"data", "pagination"}, operation[
                    "operationId"
                ]


@pytest.mark.parametrize(
    ("status", "code"), [(400, "validation_type"), (401, "unauthorized"), (404, "not_found")]
)
def test_a_status_alone_gives_attios_usual_error(status: int, code: str) -> None:
    """An error stub without a body is read by the client like Attio's own."""
    with mock() as mocked:
        mocked.stub("GET", "/v2/notes/*", status=status)
        with pytest.raises(attio.ClientError) as caught:
            Attio().notes.get(ID)
        assert (caught.value.http_status, caught.value.code) == (status, code)


def test_bytes_texts_and_nothing_are_sent_as_they_are() -> None:
    """What is no JSON comes with a content type that says so."""
    assert answered(b"\x00").body == b"\x00"
    assert answered("<p>").header("content-type") == "text/html; charset=utf-8"
    assert answered("plain").header("content-type") == "text/plain; charset=utf-8"
    assert answered(status=204, operation="delete_call_recording").body == b""
    assert answered(status=502).json() == {}
    own = LocalResponse(418, [("x", "y")], b"tea")
    assert answered(own) is own
    assert answered({}, headers={"X-Attio-Execution-Id": "mine"}).header("x-attio-execution-id") == "mine"


def test_a_function_of_the_request_answers() -> None:
    """An answer can be made of what was asked."""
    with mock() as mocked:
        mocked.stub("POST", "/v2/notes", lambda call: {"title": call.json()["data"]["title"].upper()})
        assert (
            Attio().notes.create(parent_object="people", parent_record_id=ID, content="c", title="loud").title
            == "LOUD"
        )


def test_a_failing_function_is_still_a_call() -> None:
    """A mistake in a test's own function shows as it is."""
    with mock() as mocked:
        mocked.stub("GET", "/v2/notes", lambda call: call.nothing)
        with pytest.raises(AttributeError, match="nothing"):
            Attio().notes.list()
        assert len(mocked.calls) == 1


def test_a_model_is_sent_as_the_json_it_came_from() -> None:
    """Records and notes of a workspace can be given as answers, also inside of lists."""
    client = Attio(transport=LocalWorkspace(random_seed=1).transport())
    ada = client.people.create({"name": "Ada Lovelace"})
    with mock() as mocked:
        mocked.stub("GET", "/v2/objects/people/records/*", ada)
        mocked.stub("POST", "/v2/objects/people/records/query", [ada])
        assert Attio().people.get(ada.id).same_values(ada)
        assert Attio().people.list()[0].id == ada.id
        mocked.stub("GET", "/v2/tasks/*", {"id": {"task_id": ada.id}})
        assert Attio().tasks.get(ID).id == ada.id


def test_raises_breaks_the_connection() -> None:
    """Timeouts and resets are to be had, as classes or instances, and are retried as real ones are."""
    with mock() as mocked:
        mocked.stub("GET", "/v2/notes", raises=httpx.ReadTimeout).then(
            raises=ConnectionResetError("gone")
        ).then([])
        assert len(Attio().notes.list()) == 0
        assert len(mocked.calls) == 3
        mocked.stub("POST", "/v2/notes", raises=httpx.ReadTimeout("slow"))
        with pytest.raises(attio.APITimeoutError) as caught:
            Attio().notes.create(parent_object="people", parent_record_id=ID, content="c", title="t")
        assert isinstance(caught.value, attio.MaybeSentError)
        mocked.stub("GET", "/v2/tasks", raises=ZeroDivisionError)
        with pytest.raises(ZeroDivisionError):
            Attio().tasks.list()


class Odd:
    def __repr__(self) -> str:
        return "<odd>"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"method": "FETCH"}, "method: is not a method of HTTP"),
        ({"method": 3}, "method: must be a str"),
        ({"path": "notes"}, "path: does not begin with /v2/"),
        ({"path": "/notes"}, "path: does not begin with /v2/"),
        ({"path": None}, "path: must be a str"),
        ({"query": ["limit"]}, "query: must be a mapping"),
        ({"times": 0}, "times: must be a whole number"),
        ({"times": True}, "times: must be a whole number"),
        ({"status": 99}, "status: must be a status of HTTP"),
        ({"status": "200"}, "status: must be a status of HTTP"),
        ({"headers": [("a", "b")]}, "headers: must be a mapping"),
        ({"raises": "ReadTimeout"}, "raises: must be an exception"),
        ({"raises": ValueError, "response": {}}, "raises: was given together with a response"),
        ({"response": Odd()}, "response: cannot be sent as JSON"),
        ({"response": {"a": [Odd()]}}, "response: cannot be sent as JSON: Odd has no form in JSON"),
    ],
)
def test_what_cannot_be_stubbed_is_refused_at_once(given: dict[str, Any], words: str) -> None:
    """A slip in a stub is an error where it was written, and leaves nothing behind."""
    mocked = Mock()
    with pytest.raises(attio.ArgumentError) as caught:
        mocked.stub(**{"method": "GET", "path": "/v2/notes", **given})
    assert words in str(caught.value)
    assert mocked.stubs == []
