"""Scopes, and what needs them."""

from __future__ import annotations

from typing import Any

import pytest
from attio_openapi.operations import OPERATIONS, SCOPES

import attio
from attio import Scope, scopes_for
from attio.core.errors import ArgumentError, ArgumentTypeError, ScopeError
from attio.oauth.scopes import checked_scopes, require_scopes


def test_the_enum_is_the_spec() -> None:
    """attio.Scope holds the scopes of the spec, and no other."""
    assert sorted(Scope) == sorted(SCOPES)


def test_names_follow_one_rule() -> None:
    """A member is named by its noun, shortened the same way everywhere, and READ or WRITE."""
    for scope in Scope:
        noun, verb = scope.value.split(":")
        noun = noun.removesuffix("_permission").replace("_configuration", "_config")
        assert scope.name == f"{noun}_{'WRITE' if verb == 'read-write' else 'READ'}".upper()


@pytest.mark.parametrize(
    "given",
    [
        [Scope.RECORD_WRITE, "note:read"],
        ("record_write", "NOTE_READ"),
        "record_permission:read-write note:read",
        iter([Scope.RECORD_WRITE, Scope.NOTE_READ, "note:read"]),
    ],
)
def test_scopes_are_taken_in_every_form(given: Any) -> None:
    """Members, values, names in any case and one text mean the same, each once, in order."""
    assert checked_scopes(given) == (Scope.RECORD_WRITE, Scope.NOTE_READ)
    assert checked_scopes(None) == ()
    assert checked_scopes(Scope.NOTE_READ) == (Scope.NOTE_READ,)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["notes:read"], "did you mean 'note:read'"),
        ("user_management_permission:read", "did you mean 'user_management:read'"),
        (["\x00"], "there is no such scope"),
        ([7], "cannot be int"),
        (7, "must be a list, not int"),
        ({"note:read": 1}, "must be a list, not dict"),
    ],
)
def test_a_wrong_scope_is_named(given: Any, said: str) -> None:
    """What is no scope is refused with the nearest one."""
    with pytest.raises(ArgumentError, match="scope: ") as caught:
        checked_scopes(given)
    assert said in str(caught.value)


@pytest.mark.parametrize("row", OPERATIONS.values(), ids=lambda row: row.id)
def test_every_operation_tells_its_scopes(row: Any) -> None:
    """scopes_for agrees with the table for each of the 97 operations, by both of their names."""
    if row.scopes_by_target:
        for target, more in row.scopes_by_target:
            assert scopes_for(row.id, target=target) == (*row.scopes, *more)
            assert scopes_for(row.client, target=target) == (*row.scopes, *more)
        with pytest.raises(ArgumentError, match="target: .*'objects', 'lists'"):
            scopes_for(row.id)
    else:
        assert scopes_for(row.id) == row.scopes
        side = "lists" if "lists" in row.path.split("/") else "objects"
        assert scopes_for(row.client, target=side) == row.scopes


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("people.create", "records.create"),
        ("deals.iterate", "records.list"),
        ("notes.retrieve", "notes.get"),
        ("lists.update", "update_list"),
    ],
)
def test_other_names_of_an_operation(name: str, same: str) -> None:
    """Bound records, iterate and retrieve are the operations they stand for."""
    assert attio.scopes_for(name) == attio.scopes_for(same)


def test_views_are_of_objects_or_of_lists() -> None:
    """One name of the client is two operations, and the target tells them apart."""
    assert scopes_for("views.list", target="object") == ("object_configuration:read",)
    assert scopes_for("views.list", target="entries") == ("list_configuration:read",)
    with pytest.raises(ArgumentError, match="needs different scopes"):
        scopes_for("views.list")


def test_an_unknown_operation_or_target_is_refused() -> None:
    """Names that mean nothing give an error that names the nearest."""
    with pytest.raises(ArgumentError, match="did you mean 'records.create'"):
        scopes_for("record.create")
    with pytest.raises(ArgumentError, match="name it like 'records.create'"):
        scopes_for("%%%")
    with pytest.raises(ArgumentTypeError, match="operation: must be a str"):
        scopes_for(7)  # type: ignore[arg-type]
    for target in ("people", 7):
        with pytest.raises(ArgumentError, match="target: is no target"):
            scopes_for("records.create", target=target)  # type: ignore[arg-type]


def test_reading_is_part_of_writing() -> None:
    """A job that reads and writes needs the scope to write only, and a token that writes may read."""
    assert require_scopes(["notes.list", "notes.create"], ("note:read-write", *_BOTH)) == (
        Scope.OBJECT_CONFIG_READ,
        Scope.RECORD_READ,
        Scope.NOTE_WRITE,
    )
    assert require_scopes([], ()) == ()


_BOTH = ("object_configuration:read", "record_permission:read-write")


def test_missing_scopes_are_named_with_what_needs_them() -> None:
    """The error lists each missing scope with its operations, and holds the rest for a program."""
    with pytest.raises(ScopeError) as caught:
        require_scopes(["records.create", "records.upsert", "notes.list"], ("note:read",))
    error = caught.value
    assert "record_permission:read-write (for 'records.create', 'records.upsert')" in str(error)
    assert error.held_scopes == ("note:read",)
    assert set(error.missing_scopes) == {"object_configuration:read", "record_permission:read-write"}
