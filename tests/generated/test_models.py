"""The wire types at run time: tags, unknown tags, open enums, unknown fields, nulls, round trips."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from attio_openapi import models
from attio_openapi.models import (
    ActiveIdentity,
    Actor,
    Attribute,
    AttributeType,
    CompanySearchResult,
    CountryCode,
    FilePage,
    InactiveIdentity,
    ListResponse,
    MeetingDate,
    MeetingDateTime,
    MeetingResponse,
    OtherSearchResult,
    RecordValues,
    SearchResultList,
    SelectIdDefaultValue,
    StaticDefault,
    StatusDefaultValue,
    UnknownFileEntry,
    UnknownOutputValue,
    WebhookSubscription,
)

SPEC: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[2] / "openapi" / "normalized.json").read_text(encoding="utf-8")
)
SCHEMAS: dict[str, Any] = SPEC["components"]["schemas"]
TAGS = {
    name: schema["anyOf"]
    for name, schema in SCHEMAS.items()
    if any(branch.get("$ref", "").endswith(f"/Unknown{name}") for branch in schema.get("anyOf", ()))
}
ENUMS = sorted(name for name, schema in SCHEMAS.items() if "enum" in schema)
MOMENT = "2026-05-09T21:43:08.480000000Z"
BASE = {"active_from": MOMENT, "active_until": None, "created_by_actor": {"type": "system", "id": None}}


def sample(schema: dict[str, Any]) -> Any:
    """Return a value that a schema allows, optional members included."""
    if "$ref" in schema:
        schema = SCHEMAS[schema["$ref"].rsplit("/", 1)[1]]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][-1]
    if "anyOf" in schema:
        return sample(schema["anyOf"][0])
    kinds = schema.get("type", "string")
    kind = kinds[0] if isinstance(kinds, list) else kinds
    if kind == "object":
        extra = schema.get("additionalProperties")
        members = {name: sample(child) for name, child in schema.get("properties", {}).items()}
        return {**members, "slug": sample(extra)} if isinstance(extra, dict) else members
    if kind == "array":
        return [sample(schema["items"])] * schema.get("minItems", 1)
    if schema.get("format") == "date-time":
        return "2026-05-09T21:43:08.480000+00:00"
    return {"string": "x", "number": 1.5, "integer": 2, "boolean": True}[kind]


OBJECTS = sorted(
    name for name, schema in SCHEMAS.items() if schema.get("type") == "object" and name != "FileUpload"
)


@pytest.mark.parametrize("name", OBJECTS)
def test_every_model_round_trips(name: str) -> None:
    """What a model reads it writes back, member by member, with the optional ones and without."""
    model = getattr(models, name)
    full = sample(SCHEMAS[name])
    assert model.from_dict(copy.deepcopy(full)).to_dict() == full
    needed = {key: value for key, value in full.items() if key in SCHEMAS[name].get("required", ())}
    if not isinstance(SCHEMAS[name].get("additionalProperties"), dict):
        assert model.from_dict(copy.deepcopy(needed)).to_dict() == needed


@pytest.mark.parametrize(
    "name", [name for name in OBJECTS if SCHEMAS[name].get("additionalProperties") is None]
)
def test_every_open_model_keeps_what_it_does_not_know(name: str) -> None:
    """A member that Attio adds later is kept, readable and written back."""
    full = {**sample(SCHEMAS[name]), "added_later": {"deep": [1]}}
    read = getattr(models, name).from_dict(full)
    assert read["added_later"] == {"deep": [1]}
    assert "added_later" in read
    assert read.additional_keys == ["added_later"]
    assert read.to_dict()["added_later"] == {"deep": [1]}


@pytest.mark.parametrize("name", ENUMS)
def test_every_enum_is_open(name: str) -> None:
    """A value that is not listed is kept: equal to its string, printable, hashable, picklable; null is still refused."""
    enum = getattr(models, name)
    assert issubclass(enum, StrEnum)
    assert [member.value for member in enum] and {member.value for member in enum} == set(
        SCHEMAS[name]["enum"]
    )
    new = enum("added-later")
    assert new == "added-later"
    assert str(new) == new.value == new.name == "added-later"
    assert {new: 1}["added-later"] == 1
    assert isinstance(new, enum)
    assert json.dumps([new]) == '["added-later"]'
    assert pickle.loads(pickle.dumps(new)) == new
    assert copy.deepcopy(new) == new
    assert "added-later" not in [member.value for member in enum]
    with pytest.raises(ValueError, match="None is not a valid"):
        enum(None)


def test_known_members_stay_what_they_are() -> None:
    """A listed value gives the one member, by name as well."""
    assert CountryCode("GB") is CountryCode.GB
    assert AttributeType("record-reference") is AttributeType.RECORD_REFERENCE


def test_the_unions_that_must_have_a_tag_have_one() -> None:
    """Every union of answers that Attio tells apart by a constant has its unknown branch."""
    assert set(TAGS) == {
        "AttributeDefault", "CreatedFileEntry", "DefaultValue", "FileEntry", "FileEntryDetail", "Identity", "NoteTag",
        "OutputValue", "WebhookCondition",
    }  # fmt: skip


def _tagged() -> list[tuple[str, str]]:
    return [
        (union, branch["$ref"].rsplit("/", 1)[1]) for union, found in sorted(TAGS.items()) for branch in found
    ]


PAGE: dict[str, Any] = {"pagination": {"next_cursor": None}}


@pytest.mark.parametrize("name", [name for union, name in _tagged() if union == "OutputValue"])
def test_each_value_finds_its_class(name: str) -> None:
    """A value is read as the class of its attribute_type, whatever stands beside it in the list."""
    value = sample(SCHEMAS[name])
    values = RecordValues.from_dict({"slug": [value, {"attribute_type": "hologram"}]})
    expected = name if name != "UnknownOutputValue" else "UnknownOutputValue"
    assert type(values["slug"][0]).__name__ == expected
    assert isinstance(values["slug"][1], UnknownOutputValue)


@pytest.mark.parametrize("name", [name for union, name in _tagged() if union == "FileEntry"])
def test_each_file_entry_finds_its_class(name: str) -> None:
    """Files, folders and connected ones are told apart by file_type; another one is kept."""
    page = FilePage.from_dict({"data": [sample(SCHEMAS[name])], **PAGE})
    assert type(page.data[0]).__name__ == name


def test_an_unknown_value_keeps_all_it_has() -> None:
    """A value of a type that did not exist when this was generated is read, shown and written back whole."""
    value = {**BASE, "attribute_type": "hologram", "depth": 3}
    read = RecordValues.from_dict({"slug": [value]})
    unknown = read["slug"][0]
    assert isinstance(unknown, UnknownOutputValue)
    assert unknown.attribute_type == "hologram"
    assert unknown["depth"] == 3
    assert read.to_dict() == {"slug": [value]}


def test_a_value_without_a_tag_is_unknown() -> None:
    """A value that lost its tag is kept like one with a new tag."""
    assert isinstance(RecordValues.from_dict({"slug": [dict(BASE)]})["slug"][0], UnknownOutputValue)


@pytest.mark.parametrize("junk", ["text", 3, None, ["list"]])
def test_what_is_no_object_is_no_value(junk: object) -> None:
    """A value that is no object is a TypeError that says what came."""
    with pytest.raises(TypeError, match=f"expected an object, got {type(junk).__name__}"):
        RecordValues.from_dict({"slug": [junk]})


def test_one_tag_with_two_shapes_is_told_apart() -> None:
    """Default values of select and status come as an id or as an object under the same tag."""
    status = sample(SCHEMAS["StatusDefaultValue"])
    option = {"attribute_type": "select", "option": "97052eb9-e65e-443f-a297-f2d9a4a7f795"}
    default = StaticDefault.from_dict({"type": "static", "template": [status, option]})
    assert isinstance(default.template[0], StatusDefaultValue)
    assert isinstance(default.template[1], SelectIdDefaultValue)
    assert default.to_dict()["template"] == [status, option]


def test_a_general_branch_takes_what_the_tagged_ones_do_not() -> None:
    """Search results of other objects than people and companies are read as the general result."""
    ids = {"workspace_id": "w", "object_id": "o", "record_id": "r"}
    shared = {"id": ids, "record_text": "t", "record_image": None}
    rows = [{**shared, "object_slug": "companies", "domains": []}, {**shared, "object_slug": "deals"}]
    found = SearchResultList.from_dict({"data": rows}).data
    assert isinstance(found[0], CompanySearchResult)
    assert isinstance(found[1], OtherSearchResult)


def test_unions_without_a_tag_go_by_their_members() -> None:
    """A timed and an all-day meeting are told apart by the members they require."""
    meeting = sample(SCHEMAS["MeetingResponse"])
    meeting["data"]["start"] = {"datetime": MOMENT, "timezone": None}
    meeting["data"]["end"] = {"date": "2026-05-09"}
    read = MeetingResponse.from_dict(meeting).data
    assert isinstance(read.start, MeetingDateTime)
    assert isinstance(read.end, MeetingDate)


def test_identity_is_told_apart_by_active() -> None:
    """A dead token answers with one member, a live one with all; both are read by `active`."""
    assert InactiveIdentity.from_dict({"active": False}).active is False
    live = sample(SCHEMAS["ActiveIdentity"])
    del live["token_level"]
    live["token_type"] = "Other"
    read = ActiveIdentity.from_dict(live)
    assert read.token_type == "Other"
    assert not read.token_level


def test_unknown_file_types_are_kept() -> None:
    """An entry of a file type that is new is kept whole."""
    entry = {"file_type": "shortcut", "name": "x"}
    page = FilePage.from_dict({"data": [entry], **PAGE})
    assert isinstance(page.data[0], UnknownFileEntry)
    assert page.to_dict()["data"] == [entry]


def test_nulls_are_read_where_they_occur() -> None:
    """Private lists, system actors and attributes without configuration carry nulls."""
    entry = sample(SCHEMAS["ListResponse"])
    entry["data"]["workspace_access"] = None
    entry["data"]["workspace_member_access"][0]["level"] = None
    assert ListResponse.from_dict(entry).data.workspace_access is None
    assert Actor.from_dict({"id": None, "type": None}).to_dict() == {"id": None, "type": None}
    attribute = sample(SCHEMAS["Attribute"])
    attribute["config"] = {
        "currency": {"default_currency_code": None, "display_type": None},
        "record_reference": {"allowed_object_ids": None},
    }
    assert Attribute.from_dict(attribute).to_dict() == attribute
    assert WebhookSubscription.from_dict({"event_type": "record.created", "filter": None}).filter_ is None


def test_ids_are_strings() -> None:
    """An id of another form than a UUID costs nothing: ids are read as the strings they are."""
    assert Actor.from_dict({"id": "not-a-uuid", "type": "app"}).id == "not-a-uuid"


def test_models_hide_no_dead_branches() -> None:
    """No model's reader keeps code behind a return, as stock unions of constants do."""
    for name in models.__all__:
        source = inspect.getsource(getattr(models, name))
        lines = [line for line in source.splitlines() if line.strip()]
        for line, following in zip(lines, lines[1:], strict=False):
            if line.lstrip().startswith("return "):
                indent = len(line) - len(line.lstrip())
                assert len(following) - len(following.lstrip()) != indent or line.rstrip().endswith("("), (
                    name,
                    line,
                )
