from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from attio_openapi.operations import OPERATIONS
from hypothesis import given
from hypothesis import strategies as st

from attio.core import errors
from attio.core.errors import error_from_response
from attio.core.snapshot import Headers, ResponseSnapshot

UUID = "891dcbfc-9141-415d-9b2a-2238a6cc012d"


def answer(status: int, body: Any = b"", **headers: str) -> ResponseSnapshot:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    pairs = [
        (b"x-attio-execution-id", b"req-1"),
        *((k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()),
    ]
    return ResponseSnapshot(status, Headers(pairs), 0.1, raw)


def body(
    status: int, code: str, message: str = "No.", *, type: str = "invalid_request_error", **more: Any
) -> dict[str, Any]:
    return {"status_code": status, "type": type, "code": code, "message": message, **more}


CATALOGUE = [
    (400, "validation_type", errors.ValidationError, errors.BadRequestError),
    (413, "validation_type", errors.ValidationError, errors.PayloadTooLargeError),
    (400, "missing_value", errors.MissingValueError, errors.BadRequestError),
    (400, "value_not_found", errors.ValueNotFoundError, errors.BadRequestError),
    (404, "value_not_found", errors.ValueNotFoundError, errors.NotFoundError),
    (404, "not_found", errors.NotFoundError, errors.NotFoundError),
    (400, "immutable_value", errors.ImmutableValueError, errors.BadRequestError),
    (400, "uniqueness_conflict", errors.UniquenessConflictError, errors.BadRequestError),
    (409, "uniqueness_conflict", errors.UniquenessConflictError, errors.ConflictError),
    (409, "slug_conflict", errors.SlugConflictError, errors.ConflictError),
    (400, "matching_attribute_definition_not_unique", errors.MatchingAttributeError, errors.BadRequestError),
    (400, "multiple_match_results", errors.MultipleMatchError, errors.BadRequestError),
    (400, "system_edit_unauthorized", errors.SystemEditError, errors.BadRequestError),
    (400, "filter_error", errors.FilterError, errors.BadRequestError),
    (400, "unknown_filter_attribute_slug", errors.FilterError, errors.BadRequestError),
    (400, "invalid_filter_operator", errors.FilterError, errors.BadRequestError),
    (400, "invalid_filter_field", errors.FilterError, errors.BadRequestError),
    (400, "missing_sort_field", errors.FilterError, errors.BadRequestError),
    (400, "self_merge", errors.SelfMergeError, errors.BadRequestError),
    (404, "merge_in_progress", errors.MergeInProgressError, errors.NotFoundError),
    (400, "merge_in_progress", errors.MergeInProgressError, errors.BadRequestError),
    (400, "quota_exceeded", errors.QuotaExceededError, errors.BadRequestError),
    (403, "quota_exceeded", errors.QuotaExceededError, errors.ForbiddenError),
    (403, "billing_error", errors.BillingError, errors.ForbiddenError),
    (401, "unauthorized", errors.AuthenticationError, errors.AuthenticationError),
    (403, "unauthorized", errors.ForbiddenError, errors.ForbiddenError),
    (429, "rate_limit_exceeded", errors.RateLimitError, errors.RateLimitError),
    (409, "concurrent_write_conflict", errors.ConcurrentWriteError, errors.ConflictError),
    (422, "new_code", errors.UnprocessableEntityError, errors.ClientError),
    (418, "new_code", errors.ClientError, errors.ClientError),
    (400, "particle_gate_violation", errors.BadRequestError, errors.ClientError),
    (500, "validation_type", errors.InternalServerError, errors.ServerError),
    (502, "x", errors.BadGatewayError, errors.ServerError),
    (503, "x", errors.ServiceUnavailableError, errors.ServerError),
    (504, "x", errors.ServerError, errors.ServerError),
    (520, "x", errors.ServerError, errors.ServerError),
    (302, "x", errors.RedirectError, errors.ClientError),
]


@pytest.mark.parametrize(("status", "code", "by_code", "by_status"), CATALOGUE)
@pytest.mark.parametrize("key", ["status_code", "statusCode"])
def test_the_catalogue(status: int, code: str, by_code: type, by_status: type, key: str) -> None:
    """Each documented status and code gives an error that is both of its code and of its status, and that pickles."""
    sent = body(status, code)
    sent[key] = sent.pop("status_code")
    error = error_from_response(None, answer(status, sent), 1, method="GET", path="/v2/x")
    assert isinstance(error, by_code)
    assert isinstance(error, by_status)
    assert (error.code, error.http_status, error.request_id) == (code, status, "req-1")
    assert str(error) == f"{status} {code} on GET /v2/x: No. (request req-1)"
    assert type(pickle.loads(pickle.dumps(error))) is type(error)


def test_every_documented_error_of_every_operation_has_a_class() -> None:
    """Whatever the table of operations documents is more than a bare ClientError."""
    for row in OPERATIONS.values():
        for status, type_, code in row.errors:
            error = error_from_response(row, answer(status, body(status, code, type=type_)))
            assert type(error) not in {errors.ClientError, errors.ServerError}
            assert error.operation == row.id


def test_unsafe_writes_of_unknown_outcome_are_marked() -> None:
    """maybe_sent adds the mixin to the class of the answer."""
    error = error_from_response(OPERATIONS["create_note"], answer(502), 1, True)
    assert isinstance(error, errors.MaybeSentError)
    assert isinstance(error, errors.BadGatewayError)
    assert error.maybe_sent
    assert (error.method, error.path) == ("POST", "/v2/notes")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the answer has no body"),
        (
            b"<!doctype html><html><head><title>Bad\n gateway</title></head></html>",
            "an HTML page, not JSON: Bad gateway",
        ),
        (b"<html><h1>x</h1>", "not what Attio sends"),
        (b'{"status_code": 502, "mess', "not what Attio sends"),
        (b"[1, 2]", "not what Attio sends"),
        (b"null", "not what Attio sends"),
        (b'"text"', "not what Attio sends"),
        (b"\xff\xfe\x00", "not what Attio sends"),
        (b"error code: 520", "'error code: 520'"),
        (b"x" * 10**6, "xxx..."),
        (b"[" * 100_000, "not what Attio sends"),
        (b'{"message": 5, "code": ["x"], "type": {}}', "not what Attio sends"),
        (b'{"error": "invalid_grant", "error_description": "used up"}', "used up"),
        (b'{"error": "invalid_grant"}', "invalid_grant"),
    ],
)
@pytest.mark.parametrize("status", [400, 404, 502, 520])
def test_any_body_makes_an_error(content: bytes, said: str, status: int) -> None:
    """HTML, nothing, half of a JSON, a list or a megabyte: the error has its status, request id and a short line."""
    error = error_from_response(None, answer(status, content), 1, method="GET", path="/v2/x")
    assert error.http_status == status
    assert error.request_id == "req-1"
    assert said in str(error)
    assert len(str(error)) < 700


def test_a_long_message_is_cut() -> None:
    """A message of a megabyte stays a line."""
    error = error_from_response(None, answer(400, body(400, "x", "m" * 10**6)))
    assert len(str(error)) < 600


@given(
    status=st.integers(300, 599),
    content=st.binary(max_size=200)
    | st.dictionaries(
        st.sampled_from(["message", "code", "type", "status_code", "validation_errors", "path", "options"]),
        st.recursive(
            st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["path", "message", "options", "expected", "code"]), inner, max_size=3
                )
            ),
            max_leaves=8,
        ),
    ).map(lambda value: json.dumps(value).encode()),
)
def test_nothing_breaks_the_reading(status: int, content: bytes) -> None:
    """For every body there is an error, with a line and a pickle."""
    error = error_from_response(
        OPERATIONS["create_record"], answer(status, content), body={"data": {"values": {}}}
    )
    assert str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_field_errors_name_path_message_and_value() -> None:
    """validation_errors are told by field, with the value that was sent, and also read like mappings."""
    refused = [
        {
            "code": "invalid_type",
            "path": ["data", "deadline_at"],
            "message": "Required",
            "expected": "string",
            "received": "number",
        },
        "odd",
    ]
    error = error_from_response(
        None,
        answer(
            400, body(400, "validation_type", "Body payload validation error.", validation_errors=refused)
        ),
        body={"data": {"deadline_at": 5}},
    )
    assert isinstance(error, errors.InvalidRequestError)
    first = error.errors[0]
    assert (first["field"], first["message"], first.sent) == ("deadline_at", "Required", 5)
    assert dict(first)["path"] == ("data", "deadline_at")
    assert list(first) == list(first.keys())
    with pytest.raises(KeyError):
        first["nope"]
    assert error.param == "deadline_at"
    assert "deadline_at: Required (sent 5)" in str(error)
    assert error.errors[1].message == "odd"


def test_a_missing_wrapper_is_named() -> None:
    """The terse "Required" at ["data"] is told with what was expected and received."""
    refused = [
        {
            "code": "invalid_type",
            "path": ["data"],
            "message": "Required",
            "expected": "object",
            "received": "undefined",
        }
    ]
    error = error_from_response(
        None, answer(400, body(400, "validation_type", "Bad.", validation_errors=refused))
    )
    assert "data: Required (expected object, received undefined)" in str(error)


def test_an_invalid_option_lists_the_allowed_and_the_nearest() -> None:
    """Where Attio lists what it would take, the error offers the nearest to what was sent."""
    refused = [
        {
            "code": "invalid_option",
            "path": ["data", "format"],
            "message": "Invalid",
            "options": ["plaintext", "markdown"],
        }
    ]
    error = error_from_response(
        None,
        answer(400, body(400, "validation_type", "Bad.", validation_errors=refused)),
        body={"data": {"format": "markdwn"}},
    )
    assert error.allowed == ("plaintext", "markdown")
    assert "did you mean 'markdown'? allowed: 'plaintext', 'markdown'" in str(error)


@pytest.mark.parametrize(
    ("message", "attribute"),
    [
        (
            'A value provided for attribute with slug "email_addresses" conflicts with one already in the system.',
            "email_addresses",
        ),
        ('Cannot find attribute with slug/ID "foo".', "foo"),
        ("Unknown attribute slug: email.", "email"),
        ('Required value for attribute "name" was not given', "name"),
        ("Something else", None),
    ],
)
def test_the_attribute_is_found_in_the_message(message: str, attribute: str | None) -> None:
    """The slug that a message is about is an attribute of the error."""
    error = error_from_response(None, answer(400, body(400, "value_not_found", message)))
    assert error.attribute == attribute


def test_the_attribute_is_found_in_the_path() -> None:
    """A field error below values or entry_values is about that attribute."""
    refused = [{"code": "invalid", "path": ["data", "values", "stage", "0"], "message": "Invalid input"}]
    error = error_from_response(
        None,
        answer(400, body(400, "validation_type", "Bad.", validation_errors=refused)),
        body={"data": {"values": {"stage": ["Led"]}}},
    )
    assert error.attribute == "stage"
    assert error.errors[0].sent == "Led"
    assert error.param == "values.stage.0"


def test_a_filter_error_tells_where_in_the_filter() -> None:
    """The path that stands beside a filter error's message becomes its field."""
    sent = body(
        400, "unknown_filter_attribute_slug", "Unknown attribute slug: email.", path=["$or", "1", "email"]
    )
    error = error_from_response(None, answer(400, sent), body={"filter": {"$or": [{}, {"email": "x"}]}})
    assert isinstance(error, errors.FilterError)
    assert error.param == "$or.1.email"
    assert error.errors[0].sent == "x"


def test_a_uniqueness_conflict_names_the_other_record() -> None:
    """The record that holds the value is told when the message names it."""
    message = f'A value for attribute with slug "domains" conflicts with one in record {UUID}.'
    error = error_from_response(None, answer(400, body(400, "uniqueness_conflict", message)))
    assert isinstance(error, errors.UniquenessConflictError)
    assert error.conflicting_record_id == UUID
    plain = error_from_response(None, answer(400, body(400, "uniqueness_conflict")))
    assert isinstance(plain, errors.UniquenessConflictError)
    assert plain.conflicting_record_id is None


def test_self_refuses_a_malformed_token_as_authentication() -> None:
    """The 400 missing_value of /v2/self is an AuthenticationError, and a BadRequestError by its status."""
    sent = body(400, "missing_value", "Token was not recognised.", type="invalid_request_error")
    error = error_from_response(OPERATIONS["get_self"], answer(400, sent))
    assert isinstance(error, errors.AuthenticationError)
    assert isinstance(error, errors.BadRequestError)
    other = error_from_response(OPERATIONS["create_note"], answer(400, sent))
    assert not isinstance(other, errors.AuthenticationError)


FORBIDDEN = body(403, "unauthorized", "The token lacks a required scope.", type="auth_error")


def test_a_403_about_scopes_names_the_needed_ones() -> None:
    """A refusal that speaks of scopes is a ScopeError and names what the operation needs."""
    error = error_from_response(OPERATIONS["create_note"], answer(403, FORBIDDEN))
    assert isinstance(error, errors.ScopeError)
    assert "note:read-write" in error.needed_scopes
    assert "note:read-write" in str(error)
    assert error.missing_scopes == error.needed_scopes


def test_a_403_with_known_scopes_names_the_missing_ones() -> None:
    """When it is known what the token holds, the difference decides and is named; read-write includes read."""
    held = ("object_configuration:read-write", "record_permission:read", "note:read")
    error = error_from_response(
        OPERATIONS["create_note"],
        answer(403, body(403, "unauthorized", "No.", type="auth_error")),
        held_scopes=held,
    )
    assert isinstance(error, errors.ScopeError)
    assert error.held_scopes == held
    assert error.missing_scopes == ("note:read-write",)
    assert "the token lacks note:read-write" in str(error)


def test_a_403_with_all_scopes_is_not_about_scopes() -> None:
    """A token that holds what is needed was refused for another reason, and billing is billing."""
    row = OPERATIONS["create_note"]
    error = error_from_response(row, answer(403, FORBIDDEN), held_scopes=tuple(row.scopes))
    assert type(error) is errors.ForbiddenError
    assert "lacks" not in str(error).split(":", 1)[0]
    billing = error_from_response(row, answer(403, body(403, "billing_error", "Above your plan.")))
    assert isinstance(billing, errors.BillingError)
    assert not isinstance(billing, errors.ScopeError)
    unknown = error_from_response(None, answer(403, FORBIDDEN))
    assert type(unknown) is errors.ForbiddenError


def test_attribute_routes_need_scopes_by_what_they_are_about() -> None:
    """Attributes of an object and of a list need different scopes, and the path tells which."""
    row = OPERATIONS["create_attribute"]
    for target, other in (("objects", "lists"), ("lists", "objects")):
        error = error_from_response(row, answer(403, FORBIDDEN), path=f"/v2/{target}/x/attributes")
        assert isinstance(error, errors.ScopeError)
        by_target = dict(row.scopes_by_target)
        assert set(by_target[target]) <= set(error.needed_scopes)
        assert not set(by_target[other]) & set(error.needed_scopes)


def test_a_rate_limit_error_tells_when() -> None:
    """A 429 carries the seconds that Attio asked for, under both names."""
    error = error_from_response(None, answer(429, body(429, "rate_limit_exceeded")), retry_after_s=1.5)
    assert isinstance(error, errors.RateLimitError)
    assert error.retry_after_s == error.retry_after == 1.5


def test_a_redirect_tells_where_without_its_secret() -> None:
    """A redirect that was not followed names its target, not what the target's query held."""
    error = error_from_response(
        None, answer(302, b"", location="https://evil.example/x?sig=abcdef"), method="GET", path="/v2/x"
    )
    assert isinstance(error, errors.RedirectError)
    assert "https://evil.example/x" in str(error)
    assert "abcdef" not in str(error)
    assert "nowhere" in str(error_from_response(None, answer(304)))


def test_only_three_field_hints_are_told() -> None:
    """A hundred refused fields make a line, not a page; all of them are in .errors."""
    refused = [{"path": ["data", f"f{n}"], "message": "Required"} for n in range(100)]
    error = error_from_response(
        None, answer(400, body(400, "validation_type", "Bad.", validation_errors=refused))
    )
    assert len(error.errors) == 100
    assert "f2" in str(error)
    assert "f3" not in str(error)
