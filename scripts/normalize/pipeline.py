"""All steps in their order: from the stripped spec and our tables to what the generator reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.normalize.hoist import hoist, sort_parameters
from scripts.normalize.inline import inline_refs
from scripts.normalize.names import Naming, name_shapes
from scripts.normalize.operate import match_rows, name_operations, rename_path_parameters
from scripts.normalize.patch import Patch, PatchOutcome, apply_patches
from scripts.normalize.repair import repair
from scripts.normalize.schema import Json, operations
from scripts.normalize.shapes import collect
from scripts.normalize.trim import documented_errors, drop_errors, drop_vendor_keys, guard_operations

if TYPE_CHECKING:
    from scripts.normalize.table import Row, Table


@dataclass(frozen=True, slots=True)
class Normalized:
    """What the steps made of a spec, and what they have to say about it."""

    spec: Json
    rows: tuple[Row, ...]
    # operationId -> (status, type, code) of the documented errors; operationId -> documented 2xx and 3xx
    errors: dict[str, list[tuple[int, str, str]]]
    success: dict[str, tuple[int, ...]]
    proposed_rows: tuple[Row, ...]
    missing_rows: tuple[Row, ...]
    naming: Naming
    patches: tuple[PatchOutcome, ...]


def normalize(stripped: Json, table: Table, names: dict[str, str], patches: list[Patch]) -> Normalized:
    """Run every step on a stripped spec; pure, so the same inputs give the same result."""
    spec, outcomes = apply_patches(inline_refs(stripped), patches)
    guard_operations(spec)
    rows, proposed, missing = match_rows(spec, table)
    spec = name_operations(spec, rows)
    errors = {operation["operationId"]: documented_errors(operation) for _, _, operation in operations(spec)}
    success = {operation["operationId"]: _success(operation) for _, _, operation in operations(spec)}
    spec = drop_vendor_keys(drop_errors(rename_path_parameters(spec, table.path_parameters)))
    spec = repair(spec)
    shapes = collect(spec)
    naming = name_shapes(shapes, names)
    spec = sort_parameters(hoist(spec, shapes, naming.names))
    return Normalized(
        spec, tuple(rows), errors, success, tuple(proposed), tuple(missing), naming, tuple(outcomes)
    )


def _success(operation: Json) -> tuple[int, ...]:
    return tuple(
        sorted(int(status) for status in operation["responses"] if status.isdigit() and int(status) < 400)
    )
