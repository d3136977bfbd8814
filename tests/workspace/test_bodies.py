"""Bodies of the wrong form, and the shapes that find out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio.testing import shapes
from attio.testing.replies import rate_limited

JSON = {"content-type": "application/json"}


def send(workspace, body, path="/v2/objects", **headers):
    headers = JSON | {"authorization": f"Bearer {workspace.token}"} | headers
    return workspace.handle("POST", path, headers=headers, body=body)


def test_a_missing_wrapper_is_said_the_way_attio_says_it(workspace):
    """Required, at the path data."""
    answer = send(workspace, b"{}")
    assert answer.status == 400
    assert answer.json() == {
        "status_code": 400,
        "type": "invalid_request_error",
        "code": "validation_type",
        "message": "Body payload validation error.",
        "validation_errors": [
            {
                "code": "invalid_type",
                "path": ["data"],
                "message": "Required",
                "expected": "object",
                "received": "undefined",
            }
        ],
    }


def test_every_problem_is_reported_at_once(workspace):
    """Not only the first."""
    errors = send(workspace, b'{"data":{"api_slug":5,"singular_noun":""}}').json()["validation_errors"]
    assert [(each["path"], each["message"]) for each in errors] == [
        (["data", "api_slug"], "Expected string, received number"),
        (["data", "singular_noun"], "String must contain at least 1 character(s)"),
        (["data", "plural_noun"], "Required"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nope",
        b'{"data":' * 3000,
        b"[" * 200_000,
        b'\xff\xfe{"data":{}}',
        b'{"data":{"api_slug":"\\ud800"}}',
        b"null",
        b"[]",
        b'"data"',
        b'{"data":null}',
        b'{"data":[]}',
        b'{"data":1e999}',
    ],
    ids=lambda body: repr(body[:20]),
)
def test_bodies_that_are_no_request_are_400(workspace, body):
    """Malformed, too deep, not UTF-8, not an object: never anything but a clear 400."""
    answer = send(workspace, body)
    assert (answer.status, answer.json()["code"]) == (400, "validation_type")
    assert answer.json()["validation_errors"]


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 200),
        ("application/json; charset=utf-8", 200),
        ("application/vnd.api+json", 200),
        ("text/plain", 400),
        ("application/x-www-form-urlencoded", 400),
        ("multipart/form-data; boundary=x", 400),
    ],
)
def test_only_json_is_read_as_json(workspace, kind, status):
    """A body of another content type is as good as none."""
    body = b'{"data":{"api_slug":"a","singular_noun":"A","plural_noun":"As"}}'
    assert send(workspace, body, **{"content-type": kind}).status == status


def test_a_body_without_a_content_type_is_taken_for_json(workspace):
    """handle() in a test needs no headers but the token."""
    headers = {"authorization": f"Bearer {workspace.token}"}
    body = b'{"data":{"api_slug":"a","singular_noun":"A","plural_noun":"As"}}'
    assert workspace.handle("POST", "/v2/objects", headers=headers, body=body).status == 200


def test_a_huge_body_is_413(workspace):
    """It is refused before anything looks inside."""
    answer = send(workspace, b" " * 64_000_001)
    assert (answer.status, answer.json()["code"]) == (413, "validation_type")


def test_a_rate_limit_tells_when_to_come_back():
    """Retry-After is an HTTP date."""
    refusal = rate_limited(1_684_852_921)
    assert refusal.headers == (("Retry-After", "Tue, 23 May 2023 14:42:01 GMT"),)
    assert refusal.body()["message"] == "Rate limit exceeded, please try again later"


def test_three_operations_spell_the_status_in_camel_case():
    """statusCode, in their 400s only."""
    assert "statusCode" in shapes_refusal().body(camel_status=True)
    assert "status_code" in rate_limited(0).body(camel_status=True)


def shapes_refusal():
    from attio.testing.replies import invalid

    return invalid("x")


# Shapes


def check(shape, value):
    problems = []
    result = shape.check(value, (), problems)
    return result, [(each["code"], each["path"]) for each in problems]


@pytest.mark.parametrize(
    ("shape", "good", "bad"),
    [
        (shapes.text(1, 3), ["a", "abc"], ["", "abcd", 5, None, ["a"]]),
        (
            shapes.uuid(),
            ["7f7f7f7f-0000-4000-8000-00000000000A"],
            ["7f7f7f7f000040008000000000000000", "x" * 36, 5],
        ),
        (shapes.https_url(), ["https://x.com/a"], ["http://x.com", "https://", "https://[x", "x", 5]),
        (shapes.email(), ["a@x.com"], ["a@x", "a x@x.com", 5]),
        (shapes.boolean(), [True, False], [1, "true", None]),
        (shapes.number(0, 5), [0, 5, 2.5], [-1, 6, "1", True, None]),
        (shapes.number(whole=True), [3, 3.0], [2.5, "3"]),
        (shapes.choice("a", 1, True), ["a", 1, True], ["b", 1.0, "True", None]),
        (shapes.array(shapes.text(), 1, 2), [["a"], ["a", "b"]], [[], ["a", "b", "c"], "a", [5], None]),
        (shapes.mapping(), [{}, {"a": 1}], [[], None, "x"]),
        (shapes.nullable(shapes.text()), [None, "x"], [5]),
        (shapes.either(shapes.text(), shapes.number()), ["x", 5], [None, []]),
        (shapes.anything(), [None, 5, {}], []),
        (shapes.fields(a=shapes.text()), [{"a": "x"}, {"a": "x", "b": 1}], [{}, {"a": 5}, [], "x"]),
        (shapes.closed(a=shapes.optional(shapes.text())), [{}, {"a": "x"}], [{"b": 1}]),
    ],
)
def test_shapes(shape, good, bad):
    """Each takes what it says and nothing else."""
    for value in good:
        assert check(shape, value)[1] == []
    for value in bad:
        assert check(shape, value)[1] != []


def test_unknown_keys_are_dropped_and_whole_numbers_are_ints():
    """What a handler gets is what it asked for."""
    assert check(shapes.fields(a=shapes.number(whole=True)), {"a": 3.0, "b": 1}) == ({"a": 3}, [])
    assert isinstance(check(shapes.number(whole=True), 3.0)[0], int)


def test_problems_know_where_they_are():
    """Paths go through objects and arrays."""
    shape = shapes.fields(rows=shapes.array(shapes.fields(id=shapes.uuid())))
    assert check(shape, {"rows": [{"id": "x"}, {}]})[1] == [
        ("invalid_string", ["rows", 0, "id"]),
        ("invalid_type", ["rows", 1, "id"]),
    ]


TREES = st.deferred(
    lambda: (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=5)
        | st.lists(TREES, max_size=3)
        | st.dictionaries(st.sampled_from(["data", "values", "name", "x"]), TREES, max_size=3)
    )
)


@given(TREES)
def test_no_json_breaks_a_shape(tree):
    """Whatever comes in, a shape answers with problems, never with an exception."""
    shape = shapes.fields(
        data=shapes.closed(values=shapes.mapping(), name=shapes.optional(shapes.nullable(shapes.text(1, 3)))),
        x=shapes.optional(
            shapes.array(shapes.either(shapes.number(0, 9, whole=True), shapes.boolean()), 1, 2)
        ),
    )
    assert isinstance(check(shape, tree)[1], list)
