"""Answers made from the schemas of openapi/normalized.json, and the checks of what goes out and comes in.

A sample shows every property (`bare` ones only the required), one item for each branch in a list, and in other
unions the branch whose `turn` it is. Paths of words and objects are noted, so that a test can change them.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

Steps = tuple[str | int, ...]

DOCUMENT: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[2] / "openapi" / "normalized.json").read_text("utf-8")
)
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
ROUTES: dict[str, tuple[str, str, dict[str, Any]]] = {
    operation["operationId"]: (method.upper(), path, operation)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
}
_LOCAL = "#/components/schemas/"
_UNIONS = {"oneOf", "anyOf"}
_KNOWN = {
    "additionalProperties",
    "const",
    "enum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "pattern",
    "properties",
    "required",
    "type",
    "x-const",
    "x-default",
    "x-format",
}
_OPEN = {"OpenObject", "RecordMatchByAttribute"}
"""Schemas whose further properties have a meaning: attributes of the workspace."""


class Sample(NamedTuple):
    """One answer: its JSON, where in it the words of enums are, and where the objects."""

    value: Any
    words: tuple[Steps, ...]
    objects: tuple[Steps, ...]


def schema_of_answer(operation: str) -> Any:
    """The schema of the answer of an operation; None where it has no JSON body."""
    for answer in ROUTES[operation][2]["responses"].values():
        for content in answer.get("content", {}).values():
            return content["schema"]
    return None


def schema_of_body(operation: str) -> tuple[str, Any] | None:
    """The media type and schema of the body that an operation takes; None where it takes none."""
    for media, content in ROUTES[operation][2].get("requestBody", {}).get("content", {}).items():
        return media, content["schema"]
    return None


def resolved(schema: Any) -> Any:
    """The schema that a reference leads to."""
    while "$ref" in schema:
        schema = SCHEMAS[schema["$ref"].removeprefix(_LOCAL)]
    return schema


def branches(schema: Any) -> list[Any]:
    """The members of a union without the catch-all of the models; the schema itself when it is none."""
    plain = resolved(schema)
    union = plain.get("oneOf", plain.get("anyOf"))
    if union is None:
        return [schema]
    return [one for one in union if not one.get("$ref", "").startswith(f"{_LOCAL}Unknown")]


class _Sampler:
    def __init__(self, turn: int, *, bare: bool) -> None:
        self.turn = turn
        self.bare = bare
        self.made = 0
        self.turns = 1
        self.words: list[Steps] = []
        self.objects: list[Steps] = []

    def sample(self, schema: Any, at: Steps, name: str = "") -> Any:
        several = branches(schema)
        if len(several) > 1:
            if self.bare and {"type": "null"} in several:
                return None
            self.turns = max(self.turns, len(several))
            return self.sample(several[self.turn % len(several)], at, name)
        plain = resolved(several[0])
        if _UNIONS & set(plain):
            return self.sample(branches(plain)[0], at, name)
        assert set(plain) <= _KNOWN, f"the sampler does not know {set(plain) - _KNOWN}"
        for key in ("const", "x-const"):
            if key in plain:
                return self._word(plain[key], at)
        if "enum" in plain:
            return self._word(plain["enum"][self.turn % len(plain["enum"])], at)
        kinds = plain.get("type", "anything")
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if kinds == ["null"] or (self.bare and "null" in kinds):
            return None
        return getattr(self, f"_{next(kind for kind in kinds if kind != 'null')}")(plain, at, name)

    def _word(self, word: Any, at: Steps) -> Any:
        if isinstance(word, str):
            self.words.append(at)
        return word

    def _object(self, schema: Any, at: Steps, name: str) -> Any:
        self.objects.append(at)
        wanted = schema.get("properties", {})
        if self.bare:
            wanted = {key: wanted[key] for key in schema.get("required", ()) if key in wanted}
        made = {key: self.sample(value, (*at, key), key) for key, value in wanted.items()}
        more = schema.get("additionalProperties")
        if more and not self.bare:
            kinds = branches(resolved(more)["items"])
            for index, kind in enumerate(kinds):
                slug = f"attribute_{index}"
                made[slug] = [self.sample(kind, (*at, slug, 0), slug)]
            made["attribute_without_a_value"] = []
        if at and not made and not self.bare:
            return {"member": "text", "other": [1, None]}
        return made

    def _array(self, schema: Any, at: Steps, name: str) -> Any:
        if self.bare:
            return []
        kinds = branches(schema["items"])
        kinds = kinds if len(kinds) > 1 else kinds * 2
        return [self.sample(kind, (*at, index), name) for index, kind in enumerate(kinds)]

    def _string(self, schema: Any, at: Steps, name: str) -> str:
        self.made += 1
        number = self.made
        form = schema.get("format", schema.get("x-format"))
        assert form in {None, "uuid", "uri", "email", "date", "date-time"}, (
            f"the sampler does not know {form}"
        )
        if form == "uri":
            return f"https://app.example.com/{name}/{number}?a=b"
        if form == "email":
            return f"{name}.{number}@example.com"
        if form == "uuid" or name.endswith("_id"):
            return str(UUID(int=(number << 80) | (0x4 << 76) | (0x8 << 60) | number))
        moment = f"2026-03-{number % 28 + 1:02}T09:{number % 60:02}:01.234567000Z"
        if form == "date-time" or name.endswith(("_at", "_from", "_until")) or name == "datetime":
            return moment
        if form == "date" or name == "date":
            return moment[:10]
        return f"{name} {number}"

    def _number(self, schema: Any, at: Steps, name: str) -> float:
        self.made += 1
        return self.made if self.made % 2 else self.made + 0.25

    def _integer(self, schema: Any, at: Steps, name: str) -> int:
        self.made += 1
        return self.made

    def _boolean(self, schema: Any, at: Steps, name: str) -> bool:
        self.made += 1
        return bool(self.made % 2)

    def _anything(self, schema: Any, at: Steps, name: str) -> Any:
        return {"anything": [1, None, "x"]}


@cache
def samples(operation: str) -> tuple[Sample, ...]:
    """The answers of an operation: as many as its widest union has branches, and a bare one."""
    schema = schema_of_answer(operation)
    if schema is None:
        return ()
    made: list[Sample] = []
    turn = turns = 0
    while turn <= turns - 1 or not made:
        sampler = _Sampler(turn, bare=False)
        value = sampler.sample(schema, ())
        made.append(Sample(value, tuple(sampler.words), tuple(sampler.objects)))
        turns, turn = sampler.turns, turn + 1
    bare = _Sampler(0, bare=True)
    made.append(Sample(bare.sample(schema, ()), tuple(bare.words), tuple(bare.objects)))
    return tuple(made)


# Checks

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_formats = FormatChecker(formats=())


@_formats.checks("date-time")
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or (
        _MOMENT.fullmatch(value) is not None and datetime.fromisoformat(value) is not None
    )


@_formats.checks("uri")
def _is_address(value: object) -> bool:
    return not isinstance(value, str) or re.fullmatch(r"https?://[^\s/]+(/\S*)?", value) is not None


@_formats.checks("email")
def _is_email(value: object) -> bool:
    return not isinstance(value, str) or re.fullmatch(r"[^@\s,]+@[^@\s,]+", value) is not None


@_formats.checks("date")
def _is_date(value: object) -> bool:
    return not isinstance(value, str) or re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


@_formats.checks("uuid", raises=ValueError)
def _is_uuid(value: object) -> bool:
    return not isinstance(value, str) or str(UUID(value)) == value


_OWN_WAY = {*_UNIONS, "x-format", "properties"}


def _strict(node: Any, name: str = "") -> Any:
    """A schema that refuses what it does not know: unions without the catch-all, objects without strangers."""
    if isinstance(node, list):
        return [_strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: _strict(value) for key, value in node.items() if key not in _OWN_WAY}
    if "properties" in node:
        made["properties"] = {key: _strict(value) for key, value in node["properties"].items()}
        if name not in _OPEN:
            made.setdefault("additionalProperties", False)
    if _UNIONS & set(node):
        # A person found by a search is "something else" too: branches may overlap.
        made["anyOf"] = _strict(branches(node))
    if "x-format" in node:
        made["format"] = node["x-format"]
    return made


_registry: Registry[Any] = Registry().with_resource(
    "attio:",
    DRAFT202012.create_resource(
        {"components": {"schemas": {name: _strict(schema, name) for name, schema in SCHEMAS.items()}}}
    ),
)


def validator(schema: Any) -> Draft202012Validator:
    """What checks a value against a schema of the document, strictly."""
    text = json.dumps(_strict(schema)).replace('"#/', '"attio:#/')
    return Draft202012Validator(json.loads(text), registry=_registry, format_checker=_formats)


@cache
def body_validator(operation: str) -> Draft202012Validator:
    """What checks the body of a request."""
    found = schema_of_body(operation)
    assert found is not None, f"{operation} takes no body"
    return validator(found[1])


def problems(checker: Draft202012Validator, value: Any) -> list[str]:
    """What a value lacks, one line each."""
    return [f"{list(error.absolute_path)}: {error.message[:300]}" for error in checker.iter_errors(value)]
