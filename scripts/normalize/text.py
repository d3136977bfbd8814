"""Write JSON and tables the one way we write them, so that a diff shows changes and nothing else."""

from __future__ import annotations

import json
from typing import Any

from scripts.normalize.schema import is_list, is_map

WIDTH = 110


def as_text(document: Any) -> str:
    """Return JSON with sorted keys, two spaces and a newline at the end; what fits on a line stands on one."""
    return f"{_render(document, 0, 0)}\n"


def _render(node: Any, indent: int, used: int) -> str:
    flat = json.dumps(node, sort_keys=True, ensure_ascii=False)
    if indent + used + len(flat) <= WIDTH or not node:
        return flat
    pad = " " * (indent + 2)
    if is_map(node):
        rows = [_member(key, node[key], indent + 2) for key in sorted(node)]
    elif is_list(node):
        rows = (
            _filled(node, indent + 2) if _plain(node) else [_render(child, indent + 2, 0) for child in node]
        )
    else:
        return flat
    opening, closing = "{}" if is_map(node) else "[]"
    return f"{opening}\n" + ",\n".join(pad + row for row in rows) + f"\n{' ' * indent}{closing}"


def _member(key: str, value: Any, indent: int) -> str:
    name = json.dumps(key, ensure_ascii=False)
    return f"{name}: {_render(value, indent, len(name) + 2)}"


def _plain(items: list[Any]) -> bool:
    return not any(is_map(item) or is_list(item) for item in items)


def _filled(items: list[Any], indent: int) -> list[str]:
    # A list of 252 countries reads better in lines than in a column.
    rows = [""]
    for item in items:
        text = json.dumps(item, ensure_ascii=False)
        if rows[-1] and indent + len(rows[-1]) + len(text) + 3 > WIDTH:
            rows.append("")
        rows[-1] += f", {text}" if rows[-1] else text
    return rows


def as_table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a Markdown table; a bar in a cell is escaped."""
    lines = [header, tuple("---" for _ in header), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)
