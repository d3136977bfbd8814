"""The size of the generated package and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import attio_openapi
from attio_openapi import models
from attio_openapi.operations import OPERATIONS, SCOPES

PACKAGE = Path(attio_openapi.__file__).parent
FILES = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def run(program: str) -> str:
    """Run a program in a fresh interpreter and return what it printed."""
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_the_package_is_small() -> None:
    """97 operations take 500 files and 50,000 lines at most."""
    assert len(OPERATIONS) == 97
    assert len(FILES) <= 500
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in FILES) <= 50_000


def test_there_is_one_module_for_each_operation() -> None:
    """The folder of a module is its tag, its name the operationId."""
    modules = {path.stem: path.parent.name for path in PACKAGE.glob("api/*/*.py") if path.stem != "__init__"}
    assert modules == {row.id: row.tag.lower().replace(" ", "_") for row in OPERATIONS.values()}


def test_nothing_of_the_stock_client_is_left() -> None:
    """Sending and errors are core's: the stock client and its errors are not in the package."""
    assert not (PACKAGE / "client.py").exists()
    assert not (PACKAGE / "errors.py").exists()
    assert (PACKAGE / "py.typed").exists()
    assert not any("import httpx" in path.read_text(encoding="utf-8") for path in FILES)


def test_a_request_builder_needs_neither_httpx_nor_attrs() -> None:
    """Importing one endpoint and the table of operations loads no model, no attrs, no httpx, no asyncio."""
    program = """
import sys
before = set(sys.modules)
from attio_openapi.api.records import upsert_record
from attio_openapi.operations import OPERATIONS
upsert_record.build_request("people", matching_attribute="email_addresses", body={})
new = {name.split(".")[0] for name in set(sys.modules) - before}
assert not new & {"httpx", "attr", "attrs", "asyncio", "dataclasses", "dateutil", "msgspec"}, new
print(sum(name.startswith("attio_openapi") for name in sys.modules), len(set(sys.modules) - before))
"""
    ours, all_new = map(int, run(program).split())
    assert ours <= 6
    assert all_new <= 40


def test_importing_one_endpoint_costs_less_than_httpx() -> None:
    """The best of several fresh imports of one endpoint stays below 1.5 times that of httpx."""

    def best(statement: str) -> float:
        program = f"import time; s = time.perf_counter(); {statement}; print(time.perf_counter() - s)"
        return min(float(run(program)) for _ in range(3))

    assert best("from attio_openapi.api.records import create_record") <= 1.5 * best("import httpx")


def test_one_model_loads_what_it_needs() -> None:
    """A model is loaded when its name is asked for, with those it is made of and no other."""
    program = """
import sys
import attio_openapi.models
assert not any(name.startswith("attio_openapi.models.") for name in sys.modules)
from attio_openapi.models import NoteIds
print(sorted(name for name in sys.modules if name.startswith("attio_openapi.models.")))
"""
    assert run(program) == "['attio_openapi.models.note_ids']"


def test_every_model_can_be_asked_for() -> None:
    """Each name in __all__ is there, dir() lists them, and another name is an AttributeError."""
    assert dir(models) == sorted(models.__all__)
    for name in models.__all__:
        assert getattr(models, name).__name__ == name
    assert not hasattr(models, "Nothing")


def test_the_table_of_operations_is_data() -> None:
    """Rows are keyed by their id, name known scopes only, and sit in the order of the client's nouns."""
    for key, row in OPERATIONS.items():
        assert key == row.id
        by_target = {scope for _, scopes in row.scopes_by_target for scope in scopes}
        assert {*row.scopes, *by_target} <= set(SCOPES)
        assert all(isinstance(status, int) and kind and code for status, kind, code in row.errors)
        assert row.success
    assert OPERATIONS["merge_records"].success == (200, 202)
    assert OPERATIONS["upload_file"].success == (201,)
    assert OPERATIONS["download_file"].success == (302,)
    assert OPERATIONS["delete_call_recording"].success == (204,)
    assert not any(scope.startswith("scim") for scope in SCOPES)
