"""Every error that the spec documents, of every operation, sync and async: the class that says what it is."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

import attio
from attio_openapi.operations import OPERATIONS
from tests.contract.calls import CALLS
from tests.contract.server import REQUEST_ID, WORLDS, Server, failing, run

# Written down here once more, from the list of errors in the documentation, and not taken from the code.
BY_STATUS = {
    400: attio.BadRequestError,
    403: attio.ForbiddenError,
    404: attio.NotFoundError,
    409: attio.ConflictError,
    413: attio.PayloadTooLargeError,
}
BY_CODE = {
    "validation_type": attio.ValidationError,
    "missing_value": attio.MissingValueError,
    "value_not_found": attio.ValueNotFoundError,
    "uniqueness_conflict": attio.UniquenessConflictError,
    "slug_conflict": attio.SlugConflictError,
    "immutable_value": attio.ImmutableValueError,
    "filter_error": attio.FilterError,
    "matching_attribute_definition_not_unique": attio.MatchingAttributeError,
    "multiple_match_results": attio.MultipleMatchError,
    "merge_in_progress": attio.MergeInProgressError,
    "self_merge": attio.SelfMergeError,
    "concurrent_write_conflict": attio.ConcurrentWriteError,
    "quota_exceeded": attio.QuotaExceededError,
    "billing_error": attio.BillingError,
    "system_edit_unauthorized": attio.SystemEditError,
}
PLAIN = {
    "not_found",
    "unauthorized",
    "particle_gate_violation",
    "duplicate_values",
    "formula_edit_unauthorized",
    "multiple_values_for_single_value_attribute",
    "limit_reached",
    "standard_object_disabled",
}
"""Codes that need no class of their own: their status says it, or nothing can be done about them."""

DOCUMENTED = [
    pytest.param(operation, *error, id=f"{operation}-{error[0]}-{error[2]}")
    for operation, known in OPERATIONS.items()
    for error in known.errors
]


def test_every_documented_code_is_known() -> None:
    """A code that Attio documents has a class, or is on the list of those that need none."""
    codes = {code for known in OPERATIONS.values() for _, _, code in known.errors}
    assert codes <= set(BY_CODE) | PLAIN
    assert {status for known in OPERATIONS.values() for status, _, _ in known.errors} <= set(BY_STATUS)


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize(("operation", "status", "type_", "code"), DOCUMENTED)
def test_a_documented_error_is_raised_as_what_it_is(
    operation: str, status: int, type_: str, code: str, world: str
) -> None:
    """Class, code, type, status, message, request id and route are on the error, in both spellings of the body."""
    row = CALLS[operation]
    for spelling in ("status_code", "statusCode"):
        server = Server(failing(status, type_, code, spelling))
        with pytest.raises(attio.ClientError) as caught:
            run(world, row, server)
        error: Any = caught.value
        expected: list[type] = [BY_STATUS[status]]
        if operation == "get_self" and code == "missing_value":
            expected.append(attio.AuthenticationError)
        elif code in BY_CODE:
            expected.append(BY_CODE[code])
        for kind in expected:
            assert isinstance(error, kind)
        others = {kind for kind in {*BY_STATUS.values(), *BY_CODE.values()} if isinstance(error, kind)}
        assert others == set(expected) & {*BY_STATUS.values(), *BY_CODE.values()}
        _check_facts(error, operation, status, type_, code, server)


def _check_facts(error: Any, operation: str, status: int, type_: str, code: str, server: Server) -> None:
    (request,) = server.asked  # an answer of 4xx is final
    assert not isinstance(error, attio.MaybeSentError)
    assert not error.maybe_sent
    assert (error.http_status, error.type, error.code) == (status, type_, code)
    assert (error.message, error.request_id) == (f"It is {code}.", REQUEST_ID)
    assert (error.method, error.path) == (request.method, request.url.raw_path.decode().partition("?")[0])
    assert (error.operation, error.attempts) == (operation, 1)
    assert error.response.status == status
    assert f"{status} {code} on {error.method} " in str(error)
    assert REQUEST_ID in str(error)
    if status == 403:
        assert set(OPERATIONS[operation].scopes) <= set(error.needed_scopes)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_refused_token_is_an_authentication_error(operation: str, world: str) -> None:
    """401 comes from every operation; it is final, and says so without showing the token."""
    server = Server(failing(401, "auth_error", "unauthorized"))
    with pytest.raises(attio.AuthenticationError) as caught:
        run(world, CALLS[operation], server)
    assert len(server.asked) == 1
    assert caught.value.request_id == REQUEST_ID
    assert "kkkk" not in repr(caught.value)
