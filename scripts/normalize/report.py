"""Write the drift report: what changed against the previous spec, and what a human still has to review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.normalize.operate import declared_scopes
from scripts.normalize.schema import Json, operations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scripts.normalize.drift import Change
    from scripts.normalize.pipeline import Normalized
    from scripts.normalize.table import Row


def drift_report(changes: list[Change], result: Normalized, notes: list[str]) -> str:
    """Return the whole report as Markdown; the same inputs give the same text."""
    breaking = [change for change in changes if change.breaking]
    additive = [change for change in changes if not change.breaking]
    sections = [
        f"# Drift against openapi/normalized.json\n\n{_counts(changes, result)}.\n",
        _section("Breaking", _change_lines(breaking)),
        _section("Additive", _change_lines(additive)),
        _section("Operations to review (rows for openapi/operations.yaml)", _row_lines(result.proposed_rows)),
        _section(
            "Schemas to review (rows for openapi/schema_names.yaml)",
            [f"  {_quoted(place)}: {name}" for name, place in result.naming.proposed.items()],
        ),
        _section(
            "Operations of ours that this spec lacks",
            [f"- {row.call} ({row.id})" for row in result.missing_rows],
        ),
        _section("Names that fit nothing in this spec", [f"- {place}" for place in result.naming.unused]),
        _section("Patches whose correction is already in this spec", _patch_lines(result, "already")),
        _section("Patches that found no place in this spec", _patch_lines(result, "skipped")),
        _section("Where the spec and operations.yaml disagree", [f"- {note}" for note in notes]),
    ]
    return "\n".join(section for section in sections if section)


def summary(changes: list[Change], result: Normalized) -> str:
    """Return the report in one line."""
    review = len(result.proposed_rows) + len(result.naming.proposed)
    return f"{_counts(changes, result)}; {review} names or rows to review"


def _counts(changes: list[Change], result: Normalized) -> str:
    breaking = sum(change.breaking for change in changes)
    return (
        f"{len(result.rows)} operations, {len(result.spec['components']['schemas'])} schemas; "
        f"{breaking} breaking and {len(changes) - breaking} additive differences"
    )


def disagreements(stripped: Json, rows: tuple[Row, ...]) -> list[str]:
    """Return where the spec's own scopes, token levels and stability differ from the reviewed rows."""
    found: list[str] = []
    by_call = {row.call: row for row in rows}
    for method, path, operation in operations(stripped):
        row = by_call[f"{method} {path}"]
        ours = {*row.scopes, *(scope for _, scopes in row.scopes_by_target for scope in scopes)}
        if not declared_scopes(operation) <= ours:
            found.append(
                f"{row.call}: the spec asks for {_list(declared_scopes(operation))}, the row for {_list(ours)}"
            )
        levels = operation.get("x-token-levels", row.token_levels)
        if set(levels) != set(row.token_levels):
            found.append(
                f"{row.call}: the spec takes tokens of level {_list(levels)}, the row {_list(row.token_levels)}"
            )
        stability = operation.get("x-stability", row.stability)
        if stability != row.stability:
            found.append(f"{row.call}: the spec says {stability}, the row {row.stability}")
    return found


def _change_lines(changes: list[Change]) -> list[str]:
    # Whole schemas come and go with their operations: one line for all of them.
    lines = [
        f"- {change.where}: {change.what}" for change in changes if not change.what.startswith("schema ")
    ]
    for what in ("schema added", "schema removed"):
        names = [change.where for change in changes if change.what == what]
        if names:
            lines.append(f"- {what.replace('schema', 'schemas')}: {', '.join(names)}")
    return lines


def _list(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))


def _section(title: str, lines: list[str]) -> str:
    return f"## {title}\n\n" + "\n".join(lines) + "\n" if lines else ""


def _row_lines(rows: tuple[Row, ...]) -> list[str]:
    lines: list[str] = []
    for row in rows:
        lines += [
            f"  - id: {row.id}",
            f"    call: {row.call}",
            f"    client: {row.client}",
            f"    tag: {row.tag}",
            f"    summary: {_quoted(row.summary)}",
            f"    paging: {{style: {row.paging.style}}}",
            f"    retry: {row.retry}",
            f"    rate: {row.rate}",
            f"    scopes: [{', '.join(row.scopes)}]",
            f"    token_levels: [{', '.join(row.token_levels)}]",
            f"    stability: {row.stability}",
        ]
    return lines


def _quoted(text: str) -> str:
    return f'"{text}"' if ": " in text or text[0] in "[{*&!|>%@`\"'" or " #" in text else text


def _patch_lines(result: Normalized, outcome: str) -> list[str]:
    if outcome == "already":
        return [f"- {patch.name}" for patch in result.patches if patch.already and not patch.applied]
    return [f"- {patch.name}" for patch in result.patches if patch.skipped]
