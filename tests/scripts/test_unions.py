"""Unions: their tag, stable labels and the order to try the branches in."""

from __future__ import annotations

from typing import Any

from scripts.normalize.unions import Tag, find_tag, kind_of, labels, order


def branch(*required: str, **members: Any) -> dict[str, Any]:
    """Return an object schema; a plain string member is a constant."""
    shaped = {
        name: {"const": value, "type": "string"} if isinstance(value, str) else value
        for name, value in members.items()
    }
    return {"type": "object", "properties": shaped, "required": list(required) or list(shaped)}


ANY: dict[str, Any] = {"type": "string"}


def test_a_tag_is_a_required_constant_that_differs() -> None:
    """The tag is found by its constants; a branch without the constant takes the rest."""
    union = {"anyOf": [branch(type="a", x=ANY), branch(type="b", x=ANY)]}
    assert find_tag(union) == Tag("type", "string", open=False)
    assert find_tag({"anyOf": [*union["anyOf"], branch(type=ANY)]}) == Tag("type", "string", open=True)
    assert find_tag({"anyOf": [*union["anyOf"], branch(x=ANY), branch(y=ANY)]}) is None
    assert find_tag({"anyOf": [branch(type="a"), branch(type="a")]}) is None
    assert find_tag({"anyOf": [branch("x", type="a", x=ANY), branch("x", type="b", x=ANY)]}) is None


def test_booleans_tag_too() -> None:
    """True and false tell branches apart, and the tag knows its type."""
    off, on = {"const": False, "type": "boolean"}, {"const": True, "type": "boolean"}
    assert find_tag({"anyOf": [branch(active=off), branch(active=on)]}) == Tag(
        "active", "boolean", open=False
    )


def test_of_several_tags_the_fullest_wins() -> None:
    """A property that is constant in every branch is a better tag than one that leaves a branch out."""
    union = {"anyOf": [branch(a="1", b="1"), branch(a="2", b="2"), branch(a=ANY, b="3")]}
    found = find_tag(union)
    assert found is not None
    assert found.name == "b"


def test_labels_do_not_depend_on_the_order() -> None:
    """Reordering the branches reorders the labels and changes none."""
    found = [
        branch(type="a"),
        branch(type="b", text=ANY),
        branch(type="b", other=ANY),
        branch(type=ANY),
    ]
    expected = ["a", "b.text", "b.other", "*"]
    assert labels({"anyOf": found}) == expected
    assert labels({"anyOf": found[::-1]}) == expected[::-1]


def test_untagged_branches_are_labelled_by_what_only_they_have() -> None:
    """A member of its own, then its type, then all that it requires, then the index labels a branch."""
    number: dict[str, Any] = {"type": "number"}
    assert labels({"anyOf": [branch(date=ANY), branch(datetime=ANY)]}) == ["date", "datetime"]
    assert labels({"anyOf": [branch(value=ANY), branch(value=number)]}) == ["value:string", "value:number"]
    assert labels({"anyOf": [branch(target=ANY, id=ANY), branch(target=ANY)]}) == ["id", "target"]
    assert labels({"anyOf": [branch("x", x=ANY), branch("x", x=ANY)]}) == ["x#0", "x#1"]
    assert labels({"anyOf": [ANY, number, branch(a=ANY)]}) == ["string", "number", "a"]


def test_kinds_name_types_and_formats() -> None:
    """A type is described with its format, several types with bars, none as any."""
    assert kind_of({"type": "string", "format": "date"}) == "string/date"
    assert kind_of({"type": ["string", "null"]}) == "string|null"
    assert kind_of({}) == "any"


def test_the_most_demanding_branch_is_tried_first() -> None:
    """Constants and required members come first, an object before a string, the open branch last."""
    nested = branch(a=ANY)
    union = {
        "anyOf": [
            branch(kind=ANY),
            branch(kind="b", x=ANY),
            branch(kind="b", x=nested),
            branch(kind="a", x=ANY, y=ANY),
        ]
    }
    assert order(union) == [3, 2, 1, 0]
