"""Patches assert what they find: a correction that no longer fits stops the run and is named."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from scripts.normalize.patch import Patch, apply_patches, load_patches, read_patch
from scripts.normalize.problems import PatchError, TableError

SPEC: dict[str, Any] = {
    "paths": {
        "/v2/tasks": {
            "get": {
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                "responses": {
                    "200": {
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "properties": {"kind": {"enum": ["task"]}, "at": {"format": "date"}},
                                    "required": ["kind", "at"],
                                }
                            }
                        }
                    }
                },
            }
        }
    }
}
SCHEMA = "/responses/200/content/application~1json/schema"


def patch(**members: Any) -> Patch:
    """Return a patch with what does not matter filled in."""
    row = {"name": "sample", "at": "GET /v2/tasks", "reason": "because", "evidence": "seen", **members}
    return read_patch({key: value for key, value in row.items() if value is not None}, "sample.yaml")


def schema_of(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of the answer."""
    return spec["paths"]["/v2/tasks"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]


def test_the_old_value_is_replaced_and_the_input_stays() -> None:
    """A patch whose expectation holds writes a copy; the spec that was given does not change."""
    before = copy.deepcopy(SPEC)
    fixed, outcomes = apply_patches(
        SPEC, [patch(pointer=f"{SCHEMA}/properties/at/format", expected="date", new="date-time")]
    )
    assert schema_of(fixed)["properties"]["at"] == {"format": "date-time"}
    assert (outcomes[0].applied, outcomes[0].already, outcomes[0].skipped) == (1, 0, 0)
    assert before == SPEC


def test_the_fixed_value_is_accepted() -> None:
    """A spec in which Attio made the correction itself passes, and the outcome says so."""
    change = patch(pointer=f"{SCHEMA}/properties/at/format", expected="other", new="date")
    _, outcomes = apply_patches(SPEC, [change])
    assert (outcomes[0].applied, outcomes[0].already) == (0, 1)


@pytest.mark.parametrize(
    ("members", "said"),
    [
        (
            {"pointer": f"{SCHEMA}/properties/at/format", "expected": "time", "new": "x"},
            "expected 'time', found 'date'",
        ),
        ({"pointer": f"{SCHEMA}/properties/at/gone", "expected": "time", "new": "x"}, "found absent"),
        (
            {"pointer": f"{SCHEMA}/properties/at/format", "absent": True, "new": "x"},
            "expected absent, found 'date'",
        ),
        ({"pointer": f"{SCHEMA}/properties", "add_item": "x"}, "expected a list"),
        ({"pointer": f"{SCHEMA}/required", "add": {"a": 1}}, "expected an object"),
        (
            {"pointer": f"{SCHEMA}/properties/at", "add": {"format": "time"}},
            "expected absent or 'time', found 'date'",
        ),
        ({"pointer": "/nowhere/deep", "absent": True, "new": 1}, "nothing stands at /nowhere/deep"),
        ({"at": "GET /v2/gone", "pointer": "/x", "absent": True, "new": 1}, "no operation GET /v2/gone"),
        ({"where": "properties.kind.enum=gone", "pointer": "/x", "absent": True, "new": 1}, "nothing stands"),
    ],
)
def test_a_patch_that_does_not_fit_is_named(members: dict[str, Any], said: str) -> None:
    """The error names the patch, its file, what it expected and what it found."""
    with pytest.raises(PatchError, match=said) as caught:
        apply_patches(SPEC, [patch(**members)])
    assert "'sample' (sample.yaml)" in str(caught.value)


def test_true_is_not_one() -> None:
    """A patch that turns 1 into true is not taken for done, though Python calls them equal."""
    spec = {"paths": {"/v2/tasks": {"get": {"n": 1}}}}
    fixed, _ = apply_patches(spec, [patch(pointer="/n", expected=1, new=True)])
    assert fixed["paths"]["/v2/tasks"]["get"]["n"] is True


def test_lists_gain_and_lose_items() -> None:
    """add_item and drop_item change one item and accept a list that is already right."""
    fixed, outcomes = apply_patches(
        SPEC,
        [
            patch(name="drop", pointer=f"{SCHEMA}/required", drop_item="at"),
            patch(name="drop again", pointer=f"{SCHEMA}/required", drop_item="at"),
            patch(name="add", pointer=f"{SCHEMA}/required", add_item="new"),
        ],
    )
    assert schema_of(fixed)["required"] == ["kind", "new"]
    assert [outcome.already for outcome in outcomes] == [0, 1, 0]


def test_members_are_added_where_they_are_absent() -> None:
    """add writes the members that are missing; with all of them there it is already done."""
    change = patch(pointer="/parameters/name=limit/schema", add={"maximum": 500, "type": "integer"})
    fixed, outcomes = apply_patches(SPEC, [change])
    assert fixed["paths"]["/v2/tasks"]["get"]["parameters"][0]["schema"] == {
        "type": "integer",
        "maximum": 500,
    }
    assert outcomes[0].applied == 1
    assert apply_patches(fixed, [change])[1][0].already == 1


def test_a_structure_is_found_wherever_it_occurs() -> None:
    """`where` finds schemas by what they hold; a removal it describes needs no second description."""
    change = patch(
        at="*", where="properties.kind.enum=task & properties.at=*", pointer="/properties/at", remove=True
    )
    fixed, outcomes = apply_patches(SPEC, [change])
    assert schema_of(fixed)["properties"] == {"kind": {"enum": ["task"]}}
    assert outcomes[0].applied == 1


def test_one_of_several_old_values_is_enough() -> None:
    """expected_one_of lists the forms that specs of different age have."""
    change = patch(
        pointer=f"{SCHEMA}/properties/at/format", expected_one_of=["time", "date"], new="date-time"
    )
    assert apply_patches(SPEC, [change])[1][0].applied == 1


@pytest.mark.parametrize(
    "members",
    [
        {"at": "GET /v2/gone", "pointer": "/x", "absent": True, "new": 1, "when": "operation exists"},
        {"pointer": "/nowhere/deep", "absent": True, "new": 1, "when": "place exists"},
        {"pointer": f"{SCHEMA}/properties/gone", "add": {"a": 1}, "when": "place exists"},
    ],
)
def test_older_specs_may_lack_the_place(members: dict[str, Any]) -> None:
    """With `when`, a patch for what an older spec lacks is skipped and says so."""
    fixed, outcomes = apply_patches(SPEC, [patch(**members)])
    assert fixed == SPEC
    assert outcomes[0].skipped == 1


def test_an_operation_that_exists_still_needs_the_place() -> None:
    """`operation exists` forgives a missing operation, not a missing place in one that is there."""
    with pytest.raises(PatchError, match="nothing stands"):
        apply_patches(SPEC, [patch(pointer="/nowhere/deep", absent=True, new=1, when="operation exists")])


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"reason": "", "pointer": "/x", "absent": True, "new": 1}, "lacks reason"),
        ({"pointer": "/x", "new": 1}, "needs `expected`"),
        ({"pointer": "/x", "remove": True}, "needs `expected`"),
        ({"pointer": "/x", "expected": 1}, "exactly one of"),
        ({"pointer": "/x", "expected": 1, "new": 2, "remove": True}, "exactly one of"),
        ({"pointer": "/x", "absent": True, "new": 2, "colour": "red"}, "unknown key 'colour'"),
        ({"pointer": "/x", "absent": True, "new": 2, "when": "maybe"}, "not 'maybe'"),
        ({"pointer": "/x", "absent": True, "new": 2, "at": None}, "needs `at`"),
        ({"pointer": "x", "absent": True, "new": 2}, "must start with '/'"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(members: dict[str, Any], said: str) -> None:
    """A patch row with a mistake is an error that names it, before anything is applied."""
    with pytest.raises(TableError, match=said):
        patch(**members)


def test_patches_come_in_the_order_of_their_files(tmp_path: Path) -> None:
    """Files are read by name, and an empty file is no error."""
    row = "- {name: %s, at: GET /x, pointer: /a, absent: true, new: 1, reason: r, evidence: e}\n"
    (tmp_path / "b.yaml").write_text(row % "second", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(row % "first", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("", encoding="utf-8")
    assert [found.name for found in load_patches(tmp_path)] == ["first", "second"]
    (tmp_path / "d.yaml").write_text(row % "first", encoding="utf-8")
    with pytest.raises(TableError, match="two patches are called 'first'"):
        load_patches(tmp_path)
