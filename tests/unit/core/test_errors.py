from __future__ import annotations

import builtins
import copy
import pickle

import pytest

from attio.core import errors
from attio.core.error_table import BY_CODE, BY_STATUS
from attio.core.snapshot import Headers, ResponseSnapshot

PATH = "/v2/objects/people/records/891dcbfc-9141-415d-9b2a-2238a6cc012d"


def test_the_line_of_an_error_says_what_support_needs() -> None:
    """str(error) holds status, code, method, path, message and request id, in this order."""
    error = errors.NotFoundError(
        "Record not found.", code="not_found", http_status=404, request_id="c0deb022", method="GET", path=PATH
    )
    assert str(error) == f"404 not_found on GET {PATH}: Record not found. (request c0deb022)"
    assert repr(error) == f"NotFoundError({str(error)!r})"


def test_the_line_leaves_out_what_is_not_known() -> None:
    """An error without a request says just its message; one that was repeated says how often."""
    assert str(errors.Error("just this")) == "just this"
    assert str(errors.APIConnectionError("no", method="GET", path="/v2/self", attempts=4)) == (
        "GET /v2/self: no (4 attempts)"
    )
    assert str(errors.Error("m", http_status=500)) == "500: m"
    assert str(errors.Error("m", hints=("a", "b"))) == "m; a; b"
    assert len(str(errors.Error("m", method="GET", path="/" + "x" * 5000))) < 300


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (errors.ConfigurationError, ValueError),
        (errors.ArgumentError, ValueError),
        (errors.ArgumentTypeError, TypeError),
        (errors.APIConnectionError, builtins.ConnectionError),
        (errors.APITimeoutError, builtins.TimeoutError),
        (errors.NotFoundError, LookupError),
        (errors.MissingExtraError, ImportError),
        (errors.ClientClosedError, RuntimeError),
    ],
)
def test_errors_are_also_what_python_calls_them(kind: type, builtin: type) -> None:
    """Code that catches the builtin of the same meaning catches ours."""
    assert issubclass(kind, builtin)
    assert issubclass(kind, errors.Error)


def test_the_tree_is_the_documented_one() -> None:
    """Everything derives from Error, by status and by code below ClientError or ServerError."""
    assert errors.AttioError is errors.Error
    assert errors.InvalidRequestError is errors.BadRequestError
    for status, kind in BY_STATUS.items():
        assert issubclass(kind, errors.ServerError if status >= 500 else errors.ClientError)
    for kind in BY_CODE.values():
        assert kind.__bases__ == (errors.ClientError,)
    assert issubclass(errors.ScopeError, errors.ForbiddenError)


def test_a_missing_extra_says_how_to_install_it() -> None:
    """A MissingExtraError is a pip command."""
    error = errors.MissingExtraError("phone", "Phone(country=...)", "phonenumbers")
    assert "pip install 'attio-client[phone]'" in str(error)
    assert "phonenumbers is missing" in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert "missing)" not in str(errors.MissingExtraError("phone", "x"))


def test_a_combined_class_is_created_once_and_is_all_of_its_parts() -> None:
    """Code class and status class make one class, the same one each time, under the name of the first."""
    kind = errors.combine(errors.ValueNotFoundError, errors.BadRequestError)
    assert kind is errors.combine(errors.ValueNotFoundError, errors.BadRequestError)
    assert issubclass(kind, errors.ValueNotFoundError)
    assert issubclass(kind, errors.BadRequestError)
    assert kind.__name__ == "ValueNotFoundError"
    assert errors.combine(errors.NotFoundError) is errors.NotFoundError
    assert errors.combine(errors.ClientError, errors.NotFoundError) is errors.NotFoundError
    assert errors.combine(errors.NotFoundError, errors.NotFoundError) is errors.NotFoundError


def test_maybe_sent_is_beside_its_cause() -> None:
    """A write whose outcome is unknown is a MaybeSentError and its real cause, and says how to find out."""
    kind = errors.combine(errors.MaybeSentError, errors.APITimeoutError)
    error = kind("too slow", maybe_sent=True)
    assert isinstance(error, errors.MaybeSentError)
    assert isinstance(error, builtins.TimeoutError)
    assert kind.__name__ == "MaybeSentAPITimeoutError"
    assert "may have taken effect" in str(error)


def _every_kind() -> list[errors.Error]:
    made: list[errors.Error] = []
    snapshot = ResponseSnapshot(404, Headers([(b"a", b"b")]), 0.1, b"{}")
    for name in errors.__all__:
        kind = getattr(errors, name)
        if not (isinstance(kind, type) and issubclass(kind, errors.Error)):
            continue
        if issubclass(kind, errors.ArgumentError):
            made.append(kind("limit", object(), "is odd", fix="give 1", allowed=["a", "b"]))
        elif kind is errors.MissingExtraError:
            made.append(kind("phone", "Phone"))
        else:
            made.append(
                kind("message", code="c", http_status=404, request_id="r", response=snapshot, attempts=2)
            )
    for parts in (
        (errors.ValueNotFoundError, errors.BadRequestError),
        (errors.MaybeSentError, errors.APITimeoutError),
        (errors.MaybeSentError, errors.InternalServerError),
    ):
        made.append(errors.combine(*parts)("message", attempts=2, maybe_sent=True))
    return made


@pytest.mark.parametrize("error", _every_kind(), ids=lambda error: type(error).__name__)
def test_errors_pickle_and_copy(error: errors.Error) -> None:
    """Every error survives pickle and deepcopy: class, line and facts."""
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error), copy.copy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert again.args == error.args
        assert again.code == error.code
        assert (again.response is None) == (error.response is None)


def test_an_argument_error_names_argument_value_and_fix() -> None:
    """Bad input is named with what was wrong, what was given, and what to do."""
    error = errors.ArgumentError("limit", 0, "is out of range", fix="give 1 to 50")
    assert str(error) == "limit: is out of range (got 0); give 1 to 50"
    assert (error.argument, error.value, error.allowed) == ("limit", 0, ())


def test_an_argument_error_suggests_what_was_meant() -> None:
    """With allowed values, the nearest one is offered first, and a long list is cut."""
    error = errors.ArgumentError("format", "markdwn", "is not allowed", allowed=["plaintext", "markdown"])
    assert "did you mean 'markdown'? allowed: 'plaintext', 'markdown'" in str(error)
    far = errors.ArgumentError("format", 3, "is not allowed", allowed=[f"choice {n}" for n in range(30)])
    assert "and 18 more" in str(far)
    assert "did you mean" not in str(far)


def test_an_argument_error_shows_no_secret_and_no_megabyte() -> None:
    """What was given is shown short, and not at all where its name sounds secret."""
    error = errors.ArgumentError("api_key", "k" * 64, "is wrong")
    assert "k" * 64 not in str(error)
    assert error.value == "[redacted]"
    big = errors.ArgumentError(
        "body", {"a": "x" * 10**6, "b": list(range(10**6)), "token": "t0psecret"}, "is wrong"
    )
    assert len(str(big)) < 200
    assert "t0psecret" not in str(big)
    assert len(pickle.dumps(big)) < 2000


def test_an_error_answer_has_defaults_for_everything() -> None:
    """Attributes that an answer did not fill read as empty, never as AttributeError."""
    error = errors.BadRequestError("x")
    assert (error.errors, error.param, error.attribute, error.allowed) == ((), None, None, ())
    assert errors.RateLimitError("x").retry_after is None
    assert errors.UniquenessConflictError("x").conflicting_record_id is None
    assert errors.ScopeError("x").missing_scopes == ()
