"""The whole command: a run, a check, a refusal, and nothing on disk after any failure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.normalize import cli, generate
from scripts.normalize.cli import main
from scripts.normalize.install import differences
from scripts.normalize.layout import Layout, pinned_tools
from scripts.normalize.problems import RegenError

REPOSITORY = Path(__file__).resolve().parents[2]


def listing(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(root: Path, *arguments: str) -> int:
    """Run regen on a sample repository."""
    return main(arguments, root=root, today="2026-10-03")


def test_a_run_writes_everything_and_a_check_agrees(
    root: Path, spec_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One run makes package, normalised spec, stripped spec, record, table and report; the check after it is happy."""
    assert run(root, "--spec", str(spec_file)) == 0
    said = capsys.readouterr().out
    assert "9 operations" in said
    for name in (
        "openapi/attio.json",
        "openapi/normalized.json",
        "openapi/SOURCE.md",
        "docs/operations.md",
        "regen-report.md",
    ):
        assert f"written: {root / name}" in said
        assert (root / name).exists()
    assert "- read on: 2026-10-03" in (root / "openapi" / "SOURCE.md").read_text(encoding="utf-8")
    package = root / "generated" / "attio_openapi"
    assert (package / "py.typed").exists()
    assert (package / "operations.py").exists()
    assert not (package / "client.py").exists()
    assert not (package / "errors.py").exists()
    assert run(root, "--check") == 0
    assert "up to date" in capsys.readouterr().out


def test_a_second_run_changes_nothing(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same inputs give the same bytes: the second run, from our own copy, writes the report only."""
    before = listing(built)
    capsys.readouterr()
    assert run(built, "--spec", str(built / "openapi" / "attio.json")) == 0
    after = listing(built)
    assert {name for name in after if before.get(name) != after[name]} == {"regen-report.md"}
    assert "0 breaking and 0 additive" in capsys.readouterr().out


def test_the_place_of_the_checkout_does_not_matter(built: Path, tmp_path: Path) -> None:
    """Two checkouts at different places generate the same files."""
    other = tmp_path / "somewhere" / "else"
    other.parent.mkdir()
    subprocess.run(["cp", "-r", str(built), str(other)], check=True)
    subprocess.run(["rm", "-r", str(other / "generated")], check=True)
    assert run(other, "--spec", str(other / "openapi" / "attio.json")) == 0
    assert differences(built / "generated", other / "generated") == []
    for path in (other / "generated").rglob("*.py"):
        assert str(tmp_path) not in path.read_text(encoding="utf-8")


def test_another_folder_leaves_the_repository_alone(root: Path, spec_file: Path, tmp_path: Path) -> None:
    """With --out everything goes to that folder, and the repository stays as it is."""
    before = listing(root)
    out = tmp_path / "out"
    assert run(root, "--spec", str(spec_file), "--out", str(out)) == 0
    assert listing(root) == before
    assert {path.name for path in out.iterdir()} == {
        "attio_openapi",
        "normalized.json",
        "operations.md",
        "regen-report.md",
    }
    assert run(root, "--spec", str(spec_file), "--out", str(out), "--check") == 0


def test_a_check_names_what_is_out_of_date(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not what the inputs give fails the check, is named, and stays as it is."""
    names = (
        "generated/attio_openapi/operations.py",
        "openapi/normalized.json",
        "docs/operations.md",
        "openapi/attio.json",
    )
    for name in names:
        text = (built / name).read_text(encoding="utf-8")
        (built / name).write_text(text.replace("\n", "\n\n", 1), encoding="utf-8")
    before = listing(built)
    assert run(built, "--check") == 1
    said = capsys.readouterr().err
    assert "4 out of date; run `make regen SPEC=openapi/attio.json`" in said
    assert all(str(built / name) in said for name in names)
    assert listing(built) == before


def test_a_check_shortens_long_lists(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of very many files only the first are listed, and the rest are counted."""
    monkeypatch.setattr(cli, "SHOWN", 3)
    for number in range(5):
        (built / "generated" / "attio_openapi" / f"extra_{number}.py").touch()
    assert run(built, "--check") == 1
    assert "and 2 more" in capsys.readouterr().err


def test_without_a_network_nothing_changes(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No network is one line that names the offline command; exit 1, and every file stays."""
    monkeypatch.setattr(cli, "LIVE_SPEC", "http://127.0.0.1:9/openapi/api")
    before = listing(root)
    assert run(root) == 1
    said = capsys.readouterr().err
    assert said.startswith("regen: cannot fetch http://127.0.0.1:9/openapi/api")
    assert "make regen SPEC=openapi/attio.json" in said
    assert said.count("\n") == 1
    assert listing(root) == before


def test_a_folder_that_cannot_be_written_is_one_line(
    root: Path, spec_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of the file system is told in one line, not as a traceback."""
    (root / "generated").write_text("in the way", encoding="utf-8")
    assert run(root, "--spec", str(spec_file)) == 1
    said = capsys.readouterr().err
    assert said.startswith("regen: ")
    assert said.count("\n") == 1


def test_a_relative_folder_is_fine(root: Path, spec_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--out may be relative to where the command runs."""
    monkeypatch.chdir(root)
    assert run(root, "--spec", str(spec_file), "--out", "build") == 0
    assert (root / "build" / "attio_openapi" / "operations.py").exists()


def test_a_patch_that_does_not_fit_changes_nothing(
    root: Path, spec: dict[str, Any], spec_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A spec whose value is neither the old nor the fixed one stops the run with the patch's name."""
    text = json.dumps(spec).replace('"format": "date"', '"format": "time"')
    spec_file.write_text(text, encoding="utf-8")
    before = listing(root)
    assert run(root, "--spec", str(spec_file)) == 1
    assert "patch 'timestamps' (sample.yaml)" in capsys.readouterr().err
    assert listing(root) == before


def test_an_interrupted_run_leaves_the_old_package(
    built: Path, spec_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An interrupt while the generator works leaves every file as it was."""
    before = listing(built)

    def interrupted(*_: object) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "generate_package", interrupted)
    assert run(built, "--spec", str(spec_file)) == 130
    assert "interrupted; the old package is as it was" in capsys.readouterr().err
    assert listing(built) == before


def test_a_new_operation_gets_a_proposal_and_strict_refuses_it(
    root: Path, spec: dict[str, Any], spec_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What nobody reviewed is generated under a proposed name and listed as rows to paste; --strict refuses it."""
    spec["paths"]["/v2/boards"] = {
        "get": {
            "tags": ["Boards"],
            "security": [{"oauth2": ["record_permission:read"]}],
            "responses": {
                "200": {
                    "content": {
                        "application/json": {
                            "schema": {"type": "object", "properties": {"name": {"type": "string"}}}
                        }
                    }
                }
            },
        }
    }
    del spec["paths"]["/v2/self"]
    spec_file.write_text(json.dumps(spec), encoding="utf-8")
    before = listing(root)
    assert run(root, "--spec", str(spec_file), "--strict") == 1
    said = capsys.readouterr().err
    assert "operation GET /v2/boards (proposed: list_boards)" in said
    assert "schema list_boards.response (proposed: ListBoardsResponse)" in said
    assert "operation GET /v2/self is gone" in said
    assert listing(root) == before
    report = root / "elsewhere.md"
    assert run(root, "--spec", str(spec_file), "--report", str(report)) == 0
    assert (root / "generated" / "attio_openapi" / "api" / "boards" / "list_boards.py").exists()
    rows = (
        report.read_text(encoding="utf-8").split("Operations to review")[1].split("## ")[0].split("\n\n")[1]
    )
    assert yaml.safe_load(rows)[0] == {
        "id": "list_boards", "call": "GET /v2/boards", "client": "boards.list_boards", "tag": "Boards",
        "summary": "GET /v2/boards: not reviewed.", "paging": {"style": "none"}, "retry": "safe", "rate": "read",
        "scopes": ["record_permission:read"], "token_levels": ["workspace", "user"], "stability": "unknown",
    }  # fmt: skip
    names = report.read_text(encoding="utf-8").split("Schemas to review")[1].split("## ")[0].split("\n\n")[1]
    assert yaml.safe_load(names)["list_boards.response"] == "ListBoardsResponse"
    assert "GET /v2/self (get_self)" in report.read_text(encoding="utf-8")


def test_a_reviewed_spec_passes_strict(root: Path, spec: dict[str, Any], spec_file: Path) -> None:
    """Once every name and row is in the tables, --strict has nothing to say."""
    spec["paths"] = {"/v2/self": spec["paths"]["/v2/self"]}
    spec_file.write_text(json.dumps(spec), encoding="utf-8")
    table = yaml.safe_load((root / "openapi" / "operations.yaml").read_text(encoding="utf-8"))
    table["operations"] = [row for row in table["operations"] if row["id"] == "get_self"]
    (root / "openapi" / "operations.yaml").write_text(yaml.safe_dump(table), encoding="utf-8")
    (root / "openapi" / "patches" / "sample.yaml").unlink()
    names = {
        "get_self.response": "Identity",
        "Identity|False": "InactiveIdentity",
        "Identity|True": "ActiveIdentity",
    }
    (root / "openapi" / "schema_names.yaml").write_text(yaml.safe_dump({"names": names}), encoding="utf-8")
    assert run(root, "--spec", str(spec_file), "--strict") == 0


def test_the_report_tells_drift_and_disagreement(
    built: Path, spec: dict[str, Any], spec_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Between two specs the report tells breaking from additive, and where the spec and our rows disagree."""
    lists = spec["paths"]["/v2/lists/{list}"]["get"]
    lists["parameters"].append(
        {"schema": {"type": "string"}, "required": True, "name": "colour", "in": "query"}
    )
    lists["security"] = [{"oauth2": ["list_configuration:read"]}]
    lists["x-token-levels"] = ["user"]
    lists["x-stability"] = "beta"
    spec["components"]["schemas"]["select-option"]["properties"]["colour"] = {"type": "string"}
    spec_file.write_text(json.dumps(spec), encoding="utf-8")
    capsys.readouterr()
    assert run(built, "--spec", str(spec_file)) == 0
    report = (built / "regen-report.md").read_text(encoding="utf-8")
    breaking, additive = report.split("## Breaking")[1].split("## Additive")
    assert "GET /v2/lists/{list_slug_or_id}: required query parameter colour added" in breaking
    assert ".colour: member added" in additive.split("##")[0]
    assert (
        "GET /v2/lists/{list}: the spec asks for list_configuration:read, the row for record_permission:read"
        in report
    )
    assert "takes tokens of level user, the row user, workspace" in report
    assert "the spec says beta, the row ga" in report
    assert report.strip() in capsys.readouterr().out


def test_a_tool_of_another_version_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates and formatting follow the tools' versions: another one stops the run before anything else."""
    generate.check_versions(pinned_tools(REPOSITORY))
    with pytest.raises(RegenError, match="regen needs ruff==0.0.1, found"):
        generate.check_versions({"ruff": "0.0.1"})
    with pytest.raises(RegenError, match="found not installed; run `make setup`"):
        generate.check_versions({"no-such-tool": "1"})


def test_the_pins_come_from_pyproject(tmp_path: Path) -> None:
    """A generator without an exact pin is refused."""
    (tmp_path / "pyproject.toml").write_text(
        '[dependency-groups]\ndev = ["ruff==1", "openapi-python-client>=0.29"]\n', encoding="utf-8"
    )
    with pytest.raises(RegenError, match="does not pin openapi-python-client"):
        pinned_tools(tmp_path)


def test_only_the_own_target_renews_the_repository(tmp_path: Path) -> None:
    """`generated` of the repository is the own target, however it is written."""
    assert Layout(tmp_path, tmp_path / "docs" / ".." / "generated").own
    assert not Layout(tmp_path, tmp_path / "other").own


def test_lost_and_extra_modules_are_counted(tmp_path: Path) -> None:
    """Operations in and modules out must be the same, by name."""
    module = tmp_path / "api" / "notes" / "get_note.py"
    module.parent.mkdir(parents=True)
    module.touch()
    (module.parent / "__init__.py").touch()
    generate.check_modules(tmp_path, {"get_note"})
    with pytest.raises(RegenError, match=r"2 operations in, 1 modules out \(lost: list_notes; extra: none\)"):
        generate.check_modules(tmp_path, {"get_note", "list_notes"})
    with pytest.raises(RegenError, match="extra: get_note"):
        generate.check_modules(tmp_path, set())


def test_a_warning_of_the_generator_stops_the_run(
    root: Path, spec: dict[str, Any], spec_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An endpoint that the generator would skip with a warning is an error, and the old package stays."""
    spec["paths"]["/v2/self"]["get"]["responses"]["200"]["content"] = {
        "image/png": {"schema": {"type": "string"}}
    }
    spec_file.write_text(json.dumps(spec), encoding="utf-8")
    assert run(root, "--spec", str(spec_file)) == 1
    assert "the generator failed" in capsys.readouterr().err
    assert not (root / "generated").exists()


def test_the_command_runs_from_anywhere(tmp_path: Path) -> None:
    """scripts/regen finds its repository by itself, and without its tools says how to get them."""
    command = [sys.executable, str(REPOSITORY / "scripts" / "regen"), "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "--strict" in done.stdout
    bare = [sys.executable, "-S", "-I", *command[1:]]
    done = subprocess.run(
        bare, cwd=tmp_path, capture_output=True, text=True, check=False, env={"PATH": os.environ["PATH"]}
    )
    assert done.returncode == 1
    assert "is missing; run `make regen`" in done.stderr
