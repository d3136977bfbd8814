"""Pointers into a spec: by name where a list may be reordered."""

from __future__ import annotations

import pytest

from scripts.normalize.pointer import MISSING, Place, find, has, split

DOCUMENT = {
    "parameters": [{"name": "limit", "schema": {"a": 1}}, {"name": "offset", "schema": {}}],
    "paths": {"/v2/x": {"one_noun": 1, "other_noun": 2, "slug": 3}},
    "branches": [{"tag": {"enum": ["a"]}}, {"tag": {"enum": ["b", "c"]}}],
}


def test_steps_may_escape_slashes_and_tildes() -> None:
    """~1 is a slash in a name and ~0 a tilde."""
    assert split("/a~1b/c~0d") == ["a/b", "c~d"]
    with pytest.raises(ValueError, match="start with '/'"):
        split("a/b")


@pytest.mark.parametrize(
    ("pointer", "values"),
    [
        ("/parameters/0/name", ["limit"]),
        ("/parameters/name=offset/schema", [{}]),
        ("/parameters/*/name", ["limit", "offset"]),
        ("/paths/~1v2~1x/*_noun", [1, 2]),
        ("/paths/~1v2~1x/*", [1, 2, 3]),
        ("/branches/tag.enum=c/tag/enum", [["b", "c"]]),
        ("/parameters/name=limit/schema/missing", [MISSING]),
        ("/nowhere/at/all", []),
        ("/parameters/9/name", []),
        ("/paths/~1v2~1x/slug/deeper", []),
    ],
)
def test_a_pointer_finds_its_places(pointer: str, values: list[object]) -> None:
    """Keys, indices, patterns and conditions find what they name; the last step may be absent."""
    assert [place.value for place in find(DOCUMENT, pointer)] == values


def test_a_place_is_written_and_removed() -> None:
    """Writing MISSING removes the key, in objects and lists."""
    document: dict[str, object] = {"a": 1}
    Place(document, "a").write(2)
    assert document == {"a": 2}
    Place(document, "a").write(MISSING)
    assert document == {}
    rows = [1, 2]
    Place(rows, 0).write(MISSING)
    assert rows == [2]
    assert repr(MISSING) == "absent"


def test_conditions_read_dotted_members() -> None:
    """A condition compares as text, looks into lists, and `*` asks for presence."""
    schema = {"properties": {"kind": {"enum": ["a", "b"]}, "n": 1}}
    assert has(schema, "properties.kind.enum", "b")
    assert has(schema, "properties.n", "1")
    assert has(schema, "properties.kind", "*")
    assert not has(schema, "properties.kind.enum", "c")
    assert not has(schema, "properties.gone", "*")
