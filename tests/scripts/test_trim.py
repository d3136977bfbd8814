"""What leaves an operation: errors, which are read first, and vendor keys."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.normalize.inline import inline_refs
from scripts.normalize.problems import SpecError
from scripts.normalize.strip import strip_prose
from scripts.normalize.trim import documented_errors, drop_errors, drop_vendor_keys, guard_operations


def test_documented_errors_are_read(spec: dict[str, Any]) -> None:
    """Status, type and code of every documented error are found, whichever way the status is spelled."""
    operation = strip_prose(spec)["paths"]["/v2/objects/{object}/records/query"]["post"]
    assert documented_errors(operation) == [
        (400, "invalid_request_error", "filter_error"),
        (400, "invalid_request_error", "validation_type"),
        (404, "invalid_request_error", "not_found"),
    ]


def test_errors_in_branches_and_constants_are_read() -> None:
    """An error that is a union, or that says const, counts like the others; one without codes does not."""
    shape = {"properties": {"type": {"const": "auth_error"}, "code": {"const": "unauthorized"}}}
    operation = {
        "responses": {
            "403": {"content": {"application/json": {"schema": {"anyOf": [shape, {"properties": {}}]}}}},
            "500": {"content": {"application/json": {}}},
            "default": {},
        }
    }
    assert documented_errors(operation) == [(403, "auth_error", "unauthorized")]


def test_only_answers_with_a_body_keep_one(spec: dict[str, Any]) -> None:
    """Errors and redirects go, and a 204 has no body whatever the spec says."""
    trimmed = drop_errors(strip_prose(spec))["paths"]
    assert list(trimmed["/v2/objects/{object}/records/query"]["post"]["responses"]) == ["200"]
    assert trimmed["/v2/files/{file_id}/download"]["get"]["responses"] == {}
    assert trimmed["/v2/lists/{list}"]["delete"]["responses"] == {"204": {"description": ""}}


def test_what_a_builder_has_no_place_for_is_refused(spec: dict[str, Any]) -> None:
    """A header parameter or a form body would be lost without a word: the run stops instead."""
    guard_operations(inline_refs(strip_prose(spec)))
    header = {"in": "header", "name": "Idempotency-Key", "schema": {"type": "string"}}
    with pytest.raises(SpecError, match="POST /x takes header parameter 'Idempotency-Key'"):
        guard_operations({"paths": {"/x": {"post": {"parameters": [header]}}}})
    form = {"requestBody": {"content": {"application/x-www-form-urlencoded": {}}}}
    with pytest.raises(SpecError, match="body of type application/x-www-form-urlencoded"):
        guard_operations({"paths": {"/x": {"post": form}}})


def test_vendor_keys_go(spec: dict[str, Any]) -> None:
    """Security and vendor keys leave the operation; operations.yaml says it better."""
    operation = drop_vendor_keys(strip_prose(spec))["paths"]["/v2/objects/{object}/records/query"]["post"]
    assert set(operation) == {"tags", "parameters", "requestBody", "responses"}
