"""Apply the corrections of openapi/patches/*.yaml; each asserts what it finds before it writes."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from scripts.normalize.pointer import MISSING, Place, find, has, split
from scripts.normalize.problems import PatchError, TableError
from scripts.normalize.schema import METHODS, Json, is_list, is_map, walk
from scripts.normalize.yaml_file import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

When = Literal["always", "operation exists", "place exists"]
ACTIONS = ("new", "remove", "add", "add_item", "drop_item")
REQUIRED = ("name", "pointer", "reason", "evidence")
KNOWN = {*REQUIRED, *ACTIONS, "at", "where", "expected", "expected_one_of", "absent", "when"}


@dataclass(frozen=True, slots=True)
class Patch:
    """One correction: where it applies, what it expects there and what it writes."""

    name: str
    file: str
    at: tuple[str, ...]
    where: str | None
    pointer: str
    accepted: tuple[Any, ...]
    action: str
    value: Any
    when: When
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PatchOutcome:
    """How often a patch wrote, found its correction already there, or found no place."""

    name: str
    applied: int
    already: int
    skipped: int


def load_patches(folder: Path) -> list[Patch]:
    """Read every patch file of a folder, in the order of their names; TableError names a row that is wrong."""
    patches = [read_patch(row, path.name) for path in sorted(folder.glob("*.yaml")) for row in _rows(path)]
    names = [patch.name for patch in patches]
    doubles = sorted({name for name in names if names.count(name) > 1})
    if doubles:
        raise TableError(f"two patches are called {doubles[0]!r}")
    return patches


def _rows(path: Path) -> list[Json]:
    return read_yaml(path) or []


def read_patch(row: Json, file: str) -> Patch:
    """Turn one row of a patch file into a Patch, or raise TableError that names it."""
    label = f"patch {row.get('name', '(without a name)')!r} in {file}"
    missing = [key for key in REQUIRED if not row.get(key)]
    if missing:
        raise TableError(f"{label} lacks {', '.join(missing)}")
    unknown = sorted(set(row) - KNOWN)
    if unknown:
        raise TableError(f"{label} has an unknown key {unknown[0]!r}")
    actions = [key for key in ACTIONS if key in row]
    if len(actions) != 1:
        raise TableError(f"{label} needs exactly one of {', '.join(ACTIONS)}")
    if "at" not in row and "where" not in row:
        raise TableError(f"{label} needs `at` (an operation) or `where` (a test on schemas)")
    when = row.get("when", "always")
    if when not in get_args(When):
        raise TableError(f"{label}: `when` is one of {', '.join(get_args(When))}, not {when!r}")
    try:
        split(row["pointer"])
    except ValueError as error:
        raise TableError(f"{label}: {error}") from None
    at = row.get("at", [])
    accepted = [row["expected"]] if "expected" in row else list(row.get("expected_one_of", ()))
    accepted += [MISSING] if row.get("absent") else []
    if not accepted and (actions[0] == "new" or (actions[0] == "remove" and "where" not in row)):
        raise TableError(f"{label} needs `expected`, `expected_one_of` or `absent: true`")
    return Patch(
        name=row["name"], file=file, at=tuple([at] if isinstance(at, str) else at), where=row.get("where"),
        pointer=row["pointer"], accepted=tuple(accepted), action=actions[0], value=row[actions[0]], when=when,
        reason=row["reason"], evidence=row["evidence"],
    )  # fmt: skip


def apply_patches(spec: Json, patches: list[Patch]) -> tuple[Json, list[PatchOutcome]]:
    """Return the corrected spec and what each patch did; PatchError names the first one that does not fit."""
    result = copy.deepcopy(spec)
    return result, [_apply(result, patch) for patch in patches]


def _apply(spec: Json, patch: Patch) -> PatchOutcome:
    counts = {"applied": 0, "already": 0}
    places = _places(spec, patch)
    for place in places:
        counts[_correct(place, patch)] += 1
    return PatchOutcome(patch.name, counts["applied"], counts["already"], 0 if places else 1)


def _places(spec: Json, patch: Patch) -> list[Place]:
    roots: list[Any] = []
    for call in patch.at or ("*",):
        found = _operations(spec, call)
        if not found and patch.when == "always":
            raise PatchError(f"patch {patch.name!r} ({patch.file}): the spec has no operation {call}")
        roots += found
    if patch.where is not None:
        roots = [schema for root in roots for schema in _schemas(root) if _meets(schema, patch.where)]
    places = [place for root in roots for place in find(root, patch.pointer)]
    if patch.action == "add":
        places = [place for place in places if place.value is not MISSING]
    skippable = patch.when == "place exists" or (patch.when == "operation exists" and patch.at and not roots)
    if not places and not skippable:
        raise PatchError(f"patch {patch.name!r} ({patch.file}): nothing stands at {patch.pointer}")
    return places


def _operations(spec: Json, call: str) -> list[Json]:
    if call == "*":
        return [item[method] for item in spec["paths"].values() for method in METHODS if method in item]
    method, _, path = call.partition(" ")
    operation = spec["paths"].get(path, {}).get(method.lower())
    return [operation] if operation is not None else []


def _schemas(operation: Json) -> list[Json]:
    holders = [operation.get("requestBody", {}), *operation.get("responses", {}).values()]
    media = [media for holder in holders for media in holder.get("content", {}).values()]
    roots = [part["schema"] for part in [*media, *operation.get("parameters", ())] if "schema" in part]
    return [schema for root in roots for _, schema in walk(root)]


def _meets(schema: Json, where: str) -> bool:
    tests = [test.strip().partition("=") for test in where.split("&")]
    return all(has(schema, path, wanted or "*") for path, _, wanted in tests)


def _correct(place: Place, patch: Patch) -> str:
    current = place.value
    if patch.action == "add":
        return _add_members(place, patch)
    if patch.action in {"add_item", "drop_item"}:
        return _correct_list(place, patch)
    target = patch.value if patch.action == "new" else MISSING
    if _same(current, target):
        return "already"
    # A removal that `where` describes needs no second description of what it removes.
    if patch.accepted and not any(_same(current, accepted) for accepted in patch.accepted):
        expected = " or ".join(repr(value) for value in patch.accepted)
        raise PatchError(
            f"patch {patch.name!r} ({patch.file}) at {patch.pointer}: expected {expected}, found {_short(current)}"
        )
    place.write(copy.deepcopy(target) if target is not MISSING else MISSING)
    return "applied"


def _add_members(place: Place, patch: Patch) -> str:
    current = place.value
    if not is_map(current):
        raise PatchError(
            f"patch {patch.name!r} ({patch.file}) at {patch.pointer}: expected an object, found {_short(current)}"
        )
    for key, value in patch.value.items():
        if key in current and not _same(current[key], value):
            raise PatchError(
                f"patch {patch.name!r} ({patch.file}) at {patch.pointer}/{key}: "
                f"expected absent or {value!r}, found {_short(current[key])}"
            )
    fresh = {key: value for key, value in patch.value.items() if key not in current}
    current.update(copy.deepcopy(fresh))
    return "applied" if fresh else "already"


def _correct_list(place: Place, patch: Patch) -> str:
    current = place.value
    if not is_list(current):
        raise PatchError(
            f"patch {patch.name!r} ({patch.file}) at {patch.pointer}: expected a list, found {_short(current)}"
        )
    if (patch.value in current) == (patch.action == "add_item"):
        return "already"
    kept = [item for item in current if item != patch.value]
    place.write([*kept, patch.value] if patch.action == "add_item" else kept)
    return "applied"


def _same(left: Any, right: Any) -> bool:
    # 1 == True in Python, and a patch that turns one into the other would look already done.
    return type(left) is type(right) and bool(left == right)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:117]}..."
