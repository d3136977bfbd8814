"""operations.yaml: read strictly, every mistake named by its row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.normalize.names import load_names
from scripts.normalize.problems import TableError
from scripts.normalize.table import load_table, read_row
from scripts.normalize.yaml_file import read_yaml

ROW: dict[str, Any] = {
    "id": "get_note", "call": "GET /v2/notes/{note_id}", "client": "notes.get", "tag": "Notes", "summary": "Fetch a note.",
    "paging": {"style": "offset", "default": 10, "max": 50}, "retry": "safe", "rate": "read", "rate_limit_per_s": 10,
    "scopes": ["note:read"], "scopes_by_target": {"records": ["note:read"]}, "token_levels": ["workspace"], "stability": "ga",
}  # fmt: skip


def test_a_row_is_read_whole() -> None:
    """Every member of a row arrives with its type."""
    row = read_row(ROW, ("note:read",))
    assert (row.id, row.call, row.method, row.path) == (
        "get_note",
        "GET /v2/notes/{note_id}",
        "GET",
        "/v2/notes/{note_id}",
    )
    assert (row.paging.style, row.paging.default, row.paging.maximum) == ("offset", 10, 50)
    assert row.rate_limit_per_s == 10.0
    assert row.scopes_by_target == (("records", ("note:read",)),)
    assert row.retired is False


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"summary": None}, "lacks 'summary'"),
        ({"colour": "red"}, "unknown key 'colour'"),
        ({"call": "LOOK /v2/notes"}, "is a method and a path"),
        ({"call": "GET v2/notes"}, "is a method and a path"),
        ({"retry": "sometimes"}, "retry is one of safe, idempotent, unsafe, not 'sometimes'"),
        ({"rate": "fast"}, "rate is one of read, write"),
        ({"paging": {"style": "page"}}, "paging style is one of"),
        ({"stability": "old"}, "stability is one of"),
        ({"token_levels": ["root"]}, "token level is one of"),
        ({"scopes": ["note:reed"]}, "scope 'note:reed'"),
        ({"scopes_by_target": {"records": ["note:reed"]}}, "scope 'note:reed'"),
    ],
)
def test_a_mistake_names_its_row(change: dict[str, Any], said: str) -> None:
    """A row with a mistake is an error that quotes the row's id and the mistake."""
    row = {key: value for key, value in {**ROW, **change}.items() if value is not None}
    with pytest.raises(TableError, match=said) as caught:
        read_row(row, ("note:read",))
    assert "get_note" in str(caught.value)


def test_ids_and_routes_are_unique(root: Path) -> None:
    """Two rows with one id are refused."""
    path = root / "openapi" / "operations.yaml"
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    document["operations"].append(document["operations"][0])
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
    with pytest.raises(TableError, match="two rows have id 'list_records'"):
        load_table(path)


def test_only_retired_rows_may_name_retired_scopes(root: Path) -> None:
    """A scope that is gone is no scope for an operation that is not."""
    path = root / "openapi" / "operations.yaml"
    assert load_table(path).by_call()["GET /scim/v2/Schemas"].retired
    path.write_text(path.read_text(encoding="utf-8").replace(", retired: true", ""), encoding="utf-8")
    with pytest.raises(TableError, match="scim_management:read"):
        load_table(path)


@pytest.mark.parametrize("key", ["scopes", "path_parameters", "operations"])
def test_a_table_without_a_part_is_named(tmp_path: Path, key: str) -> None:
    """A table that lacks one of its parts is an error that names the part."""
    document = {"scopes": [], "path_parameters": {}, "operations": []}
    del document[key]
    path = tmp_path / "operations.yaml"
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
    with pytest.raises(TableError, match=f"operations.yaml lacks '{key}'"):
        load_table(path)


def test_broken_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    """A file that is no YAML is an error with its name and line, not a traceback."""
    path = tmp_path / "patch.yaml"
    path.write_text("a: 1\nb: {c: {d}\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"patch\.yaml, line \d"):
        read_yaml(path)
    with pytest.raises(TableError, match="cannot read"):
        read_yaml(tmp_path / "gone.yaml")


@pytest.mark.parametrize("name", ["note", "Client", "NOTE", "Note_Id", "Response", "1Note"])
def test_names_that_the_generator_cannot_use_are_refused(tmp_path: Path, name: str) -> None:
    """A class name that shadows the generator's own, or that it would spell otherwise, is refused."""
    path = tmp_path / "schema_names.yaml"
    path.write_text(f"names:\n  get_note.response: {name}\n", encoding="utf-8")
    with pytest.raises(TableError, match="no class name"):
        load_names(path)
    path.write_text("rows: {}\n", encoding="utf-8")
    with pytest.raises(TableError, match="lacks 'names'"):
        load_names(path)
