"""Compare two normalised specs: what was added, removed or changed, and whether that breaks a client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.normalize.schema import NULL, Json, is_list, is_map, operations, types_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LOWER = ("minimum", "minLength", "minItems")
UPPER = ("maximum", "maxLength", "maxItems")
REFERENCE = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: where it is, what happened there, whether a client that worked may stop working."""

    where: str
    what: str
    breaking: bool


@dataclass(frozen=True, slots=True)
class Use:
    """Where a component occurs: in what is sent, in what comes back, or both."""

    sent: bool = False
    received: bool = False


def compare(old: Json, new: Json) -> list[Change]:
    """Return every difference between two normalised specs, sorted."""
    return sorted(
        {*_operations(old, new), *_components(old, new)}, key=lambda change: (change.where, change.what)
    )


def _operations(old: Json, new: Json) -> Iterator[Change]:
    before = {f"{method} {path}": operation for method, path, operation in operations(old)}
    after = {f"{method} {path}": operation for method, path, operation in operations(new)}
    for call in sorted(before.keys() - after.keys()):
        yield Change(call, f"operation {before[call]['operationId']} removed", breaking=True)
    for call in sorted(after.keys() - before.keys()):
        yield Change(call, f"operation {after[call]['operationId']} added", breaking=False)
    for call in sorted(before.keys() & after.keys()):
        yield from _operation(call, before[call], after[call])


def _operation(call: str, old: Json, new: Json) -> Iterator[Change]:
    if old["operationId"] != new["operationId"]:
        yield Change(call, f"renamed from {old['operationId']} to {new['operationId']}", breaking=True)
    yield from _parameters(call, old, new)
    yield from _content(call, "body", _bodies(old), _bodies(new), sent=True)
    if old.get("requestBody", {}).get("required", False) != new.get("requestBody", {}).get("required", False):
        needed = new.get("requestBody", {}).get("required", False)
        yield Change(call, f"body {'is now' if needed else 'is no longer'} required", breaking=needed)
    yield from _content(call, "response", _responses(old), _responses(new), sent=False)


def _parameters(call: str, old: Json, new: Json) -> Iterator[Change]:
    before = {(item["in"], item["name"]): item for item in old.get("parameters", ())}
    after = {(item["in"], item["name"]): item for item in new.get("parameters", ())}
    for place, name in sorted(before.keys() - after.keys()):
        yield Change(call, f"{place} parameter {name} removed", breaking=True)
    for place, name in sorted(after.keys() - before.keys()):
        needed = after[place, name].get("required", False)
        yield Change(call, f"{'required ' if needed else ''}{place} parameter {name} added", breaking=needed)
    for key in sorted(before.keys() & after.keys()):
        where = f"{call} {key[0]} parameter {key[1]}"
        needed = after[key].get("required", False)
        if before[key].get("required", False) != needed:
            yield Change(where, f"is {'now' if needed else 'no longer'} required", breaking=needed)
        yield from _schema(where, before[key].get("schema", {}), after[key].get("schema", {}), Use(sent=True))


def _bodies(operation: Json) -> Json:
    content = operation.get("requestBody", {}).get("content", {})
    return {kind: media.get("schema", {}) for kind, media in content.items()}


def _responses(operation: Json) -> Json:
    return {status: _first_schema(response) for status, response in operation["responses"].items()}


def _first_schema(response: Json) -> Json:
    found: list[Json] = [
        media["schema"] for media in response.get("content", {}).values() if "schema" in media
    ]
    return found[0] if found else {}


def _content(call: str, label: str, old: Json, new: Json, *, sent: bool) -> Iterator[Change]:
    for key in sorted(old.keys() - new.keys()):
        yield Change(call, f"{label} {key} removed", breaking=True)
    for key in sorted(new.keys() - old.keys()):
        yield Change(call, f"{label} {key} added", breaking=sent)
    for key in sorted(old.keys() & new.keys()):
        yield from _schema(f"{call} {label} {key}", old[key], new[key], Use(sent=sent, received=not sent))


def _components(old: Json, new: Json) -> Iterator[Change]:
    before, after = old["components"]["schemas"], new["components"]["schemas"]
    uses = _uses(new)
    for name in sorted(before.keys() - after.keys()):
        yield Change(name, "schema removed", breaking=True)
    for name in sorted(after.keys() - before.keys()):
        yield Change(name, "schema added", breaking=False)
    for name in sorted(before.keys() & after.keys()):
        yield from _schema(name, before[name], after[name], uses.get(name, Use(sent=True, received=True)))


def _schema(where: str, old: Json, new: Json, use: Use) -> Iterator[Change]:
    if describe(old) != describe(new):
        yield Change(where, _type_change(old, new), breaking=_type_breaks(old, new, use))
    yield from _values(where, old, new, use)
    yield from _bounds(where, old, new, use)
    members, others = old.get("properties", {}), new.get("properties", {})
    needed, needs = set(old.get("required", ())), set(new.get("required", ()))
    for name in sorted(members.keys() - others.keys()):
        yield Change(f"{where}.{name}", "member removed", breaking=True)
    for name in sorted(others.keys() - members.keys()):
        yield Change(
            f"{where}.{name}", f"{'required ' if name in needs else ''}member added",
            breaking=use.sent and name in needs,
        )  # fmt: skip
    for name in sorted(members.keys() & others.keys()):
        if (name in needed) != (name in needs):
            breaking = use.sent if name in needs else use.received
            yield Change(
                f"{where}.{name}", f"is {'now' if name in needs else 'no longer'} required", breaking
            )
        yield from _schema(f"{where}.{name}", members[name], others[name], use)
    if isinstance(old.get("items"), dict) and isinstance(new.get("items"), dict):
        yield from _schema(f"{where}[]", old["items"], new["items"], use)
    if (old.get("additionalProperties") is False) != (new.get("additionalProperties") is False):
        closed = new.get("additionalProperties") is False
        yield Change(
            where, f"{'no longer' if closed else 'now'} takes other members", breaking=closed and use.sent
        )


def _type_change(old: Json, new: Json) -> str:
    before, after = _alternatives(old), _alternatives(new)
    if len(before) < 2 or len(after) < 2:
        return f"type changed from {describe(old)} to {describe(new)}"
    lost = [text for text in before if text not in after]
    gained = [text for text in after if text not in before]
    parts = [
        f"no longer {' or '.join(lost)}" if lost else "",
        f"now also {' or '.join(gained)}" if gained else "",
    ]
    return "type changed: " + ", ".join(part for part in parts if part)


def _type_breaks(old: Json, new: Json, use: Use) -> bool:
    before, after = set(_alternatives(old)), set(_alternatives(new))
    return (use.sent and bool(before - after)) or (use.received and bool(after - before))


def _values(where: str, old: Json, new: Json, use: Use) -> Iterator[Change]:
    before, after = set(old.get("enum", ())), set(new.get("enum", ()))
    if "enum" not in old or "enum" not in new:
        return
    for value in sorted(before - after):
        yield Change(where, f"value {value!r} removed", breaking=use.sent)
    for value in sorted(after - before):
        # Enums are open: a value that is new to us is kept.
        yield Change(where, f"value {value!r} added", breaking=False)


def _bounds(where: str, old: Json, new: Json, use: Use) -> Iterator[Change]:
    for key in (*LOWER, *UPPER, "pattern", "format", "x-format", "x-default", "default"):
        if old.get(key) != new.get(key):
            tighter = use.sent and _tighter(key, old.get(key), new.get(key))
            yield Change(where, f"{key} changed from {_shown(old, key)} to {_shown(new, key)}", tighter)


def _tighter(key: str, old: float | str | None, new: float | str | None) -> bool:
    if key in {"default", "x-default", "x-format"}:
        return False
    if old is None or new is None or isinstance(old, str) or isinstance(new, str):
        return new is not None
    return new > old if key in LOWER else new < old


def _shown(schema: Json, key: str) -> str:
    return repr(schema[key]) if key in schema else "nothing"


def describe(schema: Json) -> str:
    """Return a type in a few characters: `string`, `[Note]`, `Note | null`, `{OutputValue}`."""
    return " | ".join(_alternatives(schema)) or "any"


def _alternatives(schema: Json) -> list[str]:
    if "$ref" in schema:
        return [str(schema["$ref"]).removeprefix(REFERENCE)]
    if "anyOf" in schema:
        found = [text for branch in schema["anyOf"] if branch != NULL for text in _alternatives(branch)]
        return [*sorted(found), *(["null"] if NULL in schema["anyOf"] else [])]
    if "const" in schema:
        return [repr(schema["const"])]
    if schema.get("type") == "array":
        return [f"[{describe(schema.get('items', {}))}]"]
    if isinstance(schema.get("additionalProperties"), dict):
        return [f"{{{describe(schema['additionalProperties'])}}}"]
    return types_of(schema)


def _uses(spec: Json) -> dict[str, Use]:
    components = spec["components"]["schemas"]
    sent: set[str] = set()
    received: set[str] = set()
    for _, _, operation in operations(spec):
        parameters = [item.get("schema", {}) for item in operation.get("parameters", ())]
        for schema in [*parameters, *_bodies(operation).values()]:
            _reach(schema, components, sent)
        for schema in _responses(operation).values():
            _reach(schema, components, received)
    return {name: Use(sent=name in sent, received=name in received) for name in sent | received}


def _reach(node: object, components: Json, seen: set[str]) -> None:
    if is_list(node):
        for child in node:
            _reach(child, components, seen)
    elif is_map(node):
        reference = node.get("$ref")
        if isinstance(reference, str):
            name = reference.removeprefix(REFERENCE)
            if name not in seen:
                seen.add(name)
                _reach(components.get(name, {}), components, seen)
            return
        for child in node.values():
            _reach(child, components, seen)
