"""Shapes and their names: one class for one structure, named by the table or by a proposal."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.normalize.hoist import hoist, sort_parameters
from scripts.normalize.names import name_shapes, propose, snake
from scripts.normalize.problems import SpecError, TableError
from scripts.normalize.shapes import collect, is_shape, without_null


def spec_of(**schemas: dict[str, Any]) -> dict[str, Any]:
    """Return a spec with one operation for each schema, which is its answer (or, in `x_body`, its request)."""
    paths: dict[str, Any] = {}
    for name, schema in schemas.items():
        content = {"content": {"application/json": {"schema": schema}}}
        answers = {} if name.endswith("_body") else {"200": content}
        body = {"requestBody": content} if name.endswith("_body") else {}
        paths[f"/{name}"] = {"get": {"operationId": name, "responses": answers, **body}}
    return {"paths": paths}


def obj(**members: dict[str, Any]) -> dict[str, Any]:
    """Return an object schema that requires its members."""
    return {"type": "object", "properties": members, "required": sorted(members)}


TEXT: dict[str, Any] = {"type": "string"}
ACTOR = obj(name=TEXT)


def named(spec: dict[str, Any], **table: str) -> dict[str, str]:
    """Return the names of the shapes by the place where each first occurs."""
    shapes = collect(spec)
    naming = name_shapes(shapes, {place.replace("__", "."): name for place, name in table.items()})
    return {shape.places[0][1]: naming.names[key] for key, shape in shapes.items()}


def test_equal_structures_are_one_shape() -> None:
    """A structure that occurs twice is found once, with both places."""
    shapes = collect(spec_of(get_a=obj(by=ACTOR), get_b=obj(by=ACTOR, at=TEXT)))
    assert len(shapes) == 3
    actor = next(shape for shape in shapes.values() if shape.schema == ACTOR)
    assert [path for _, path in actor.places] == [".by", ".by"]
    assert actor.in_response


def test_what_is_a_shape() -> None:
    """Objects, enums and unions of objects become classes; scalars, lists and nullable scalars do not."""
    assert is_shape(ACTOR)
    assert is_shape({"type": "string", "enum": ["a"]})
    assert is_shape({"anyOf": [ACTOR, obj(id=TEXT)]})
    assert not is_shape({"anyOf": [ACTOR, TEXT]})
    assert not is_shape({"anyOf": [ACTOR, obj(id=TEXT), {"type": "null"}]})
    assert not is_shape({"type": "array", "items": ACTOR})
    assert without_null({"anyOf": [ACTOR, {"type": "null"}]}) == ACTOR
    assert without_null(TEXT) is None


def test_the_table_names_and_the_rest_is_proposed() -> None:
    """A listed place names its shape, members of a named shape are listed below its name, others get a proposal."""
    spec = spec_of(get_note=obj(data=obj(by=ACTOR, id=obj(note_id=TEXT))))
    assert named(spec, get_note__response="NoteResponse", NoteResponse__data="Note") == {
        "get_note.response": "NoteResponse",
        ".data": "Note",
        ".by": "NoteBy",
        ".id": "NoteIds",
    }


def test_proposals_are_told_and_unused_rows_too() -> None:
    """What nobody reviewed is listed with its place, and so is a row that fits nothing."""
    naming = name_shapes(collect(spec_of(get_a=ACTOR)), {"get_b.response": "Other"})
    assert naming.proposed == {"GetAResponse": "get_a.response"}
    assert naming.unused == ("get_b.response",)


def test_two_structures_cannot_share_a_name() -> None:
    """A name that the table gives twice goes to one structure; the other becomes a numbered proposal."""
    naming = name_shapes(
        collect(spec_of(get_a=obj(a=TEXT), get_b=obj(bb=TEXT))),
        {"get_a.response": "Thing", "get_b.response": "Thing"},
    )
    assert sorted(naming.names.values()) == ["Thing", "Thing2"]
    assert naming.proposed == {"Thing2": "get_a.response"}


def test_of_several_listed_places_the_first_in_the_table_names() -> None:
    """One structure at two listed places takes the name that stands higher in the table."""
    spec = spec_of(get_a=ACTOR, get_b=ACTOR)
    assert named(spec, get_b__response="Second", get_a__response="First") == {"get_a.response": "Second"}


def test_a_class_is_never_called_like_its_own_member() -> None:
    """The generator would use one local for both: the table is refused, a proposal evades."""
    spec = spec_of(get_note=obj(note_id=TEXT))
    with pytest.raises(TableError, match="cannot have a property 'note_id'"):
        named(spec, get_note__response="NoteId")
    assert named(spec_of(note=obj(note_response=TEXT))) == {"note.response": "NoteResponseData"}


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("get_note.response", "GetNoteResponse"),
        ("Note.tags[]", "NoteTagsItem"),
        ("RecordValues{}[]", "RecordValuesValueItem"),
        ("OutputValue|actor-reference", "OutputValueActorReference"),
        ("Note.id", "NoteIds"),
        ("list_tasks.query.sort", "ListTasksQuerySort"),
        ("$$", "Shape"),
    ],
)
def test_proposals_follow_the_place(place: str, name: str) -> None:
    """A proposed name is the holder's name and the steps from there."""
    assert propose(place) == name


def test_snake_names_match_the_generator() -> None:
    """Locals are compared in the form the generator gives them."""
    assert snake("noteId") == "note_id"
    assert snake("attribute-type") == "attribute_type"


def test_hoisting_leaves_references_only() -> None:
    """Every shape moves to components under its name; nullable ones keep their null beside the reference."""
    spec = spec_of(get_a=obj(by={"anyOf": [ACTOR, {"type": "null"}]}, all={"type": "array", "items": ACTOR}))
    shapes = collect(spec)
    result = hoist(spec, shapes, name_shapes(shapes, {"get_a.response": "A", "A.by": "Actor"}).names)
    reference = {"$ref": "#/components/schemas/Actor"}
    assert result["components"]["schemas"]["A"]["properties"] == {
        "by": {"anyOf": [reference, {"type": "null"}]},
        "all": {"type": "array", "items": reference},
    }
    assert result["paths"]["/get_a"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/A"
    }


TAGGED: dict[str, Any] = {
    "anyOf": [obj(kind={"const": "a", "type": "string"}), obj(kind={"const": "b", "type": "string"}, x=TEXT)]
}


def test_tagged_unions_of_answers_get_an_unknown_branch() -> None:
    """An unknown tag has somewhere to go in an answer; what we send needs no such branch."""
    for place, unknown in (("get_a", True), ("get_a_body", False)):
        spec = spec_of(**{place: TAGGED})
        shapes = collect(spec)
        names = name_shapes(shapes, {f"{place}.{'response' if unknown else 'body'}": "Kind"}).names
        schemas = hoist(spec, shapes, names)["components"]["schemas"]
        assert ("UnknownKind" in schemas) is unknown
        assert len(schemas["Kind"]["anyOf"]) == (3 if unknown else 2)
        if unknown:
            assert schemas["UnknownKind"] == {"type": "object", "properties": {"kind": {"type": "string"}}}


def test_an_open_branch_is_the_unknown_branch() -> None:
    """A union with a branch for every other tag gets no second one."""
    spec = spec_of(get_a={"anyOf": [*TAGGED["anyOf"], obj(kind=TEXT)]})
    shapes = collect(spec)
    schemas = hoist(spec, shapes, name_shapes(shapes, {"get_a.response": "Kind"}).names)["components"][
        "schemas"
    ]
    assert not any(name.startswith("Unknown") for name in schemas)


def test_the_name_of_an_unknown_branch_may_not_be_taken() -> None:
    """A class that is called like the unknown branch of a union is refused."""
    spec = spec_of(get_a=TAGGED, get_b=obj(z=TEXT))
    shapes = collect(spec)
    names = name_shapes(shapes, {"get_a.response": "Kind", "get_b.response": "UnknownKind"}).names
    with pytest.raises(SpecError, match="UnknownKind is taken"):
        hoist(spec, shapes, names)


def test_parameters_stand_in_one_order() -> None:
    """Path parameters come as in the path, query parameters by name, whatever order upstream has."""
    parameters = [
        {"in": "query", "name": "b"}, {"in": "path", "name": "y"}, {"in": "query", "name": "a"}, {"in": "path", "name": "x"},
    ]  # fmt: skip
    spec = {"paths": {"/{x}/{y}": {"get": {"parameters": parameters}, "post": {}}}}
    ordered = sort_parameters(spec)["paths"]["/{x}/{y}"]
    assert [item["name"] for item in ordered["get"]["parameters"]] == ["x", "y", "a", "b"]
    assert ordered["post"] == {}
