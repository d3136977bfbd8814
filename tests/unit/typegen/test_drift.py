"""`--check`: what happened to a workspace since its models were written, in sentences."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from attio._sync.client import Attio
from attio.testing import LocalWorkspace
from attio.typegen import changes
from attio.typegen.command import main
from attio.typegen.recipe import MARK, recipe_of
from tests.unit.shells.worlds import Failing, asked, workspace
from tests.unit.typegen.shapes import attribute, home, hostile, module_of


def test_nothing_changed() -> None:
    """The same workspace has not drifted, whatever it is called and in whatever order things come."""
    source = module_of(*hostile())
    assert changes(source, source) == []
    one = module_of(
        home(
            "ships", attribute("a", "select", "X", "Y"), attribute("b", "date", title="Built"), title="Ship"
        ),
        home("docks", title="Dock"),
    )
    other = module_of(
        home("docks", title="Dock"),
        home(
            "ships",
            attribute("b", "date", title="Launched"),
            attribute("a", "select", "Y", "X"),
            title="Ship",
        ),
    )
    assert one != other and changes(one, other) == []


def test_another_formatter_changes_nothing(tmp_path: Path) -> None:
    """A module that somebody laid out for other line lengths and quotes still fits."""
    source = module_of(*hostile())
    path = tmp_path / "models.py"
    path.write_text(source, "utf-8")
    (tmp_path / "ruff.toml").write_text('line-length = 200\nformat.quote-style = "single"\n', "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], cwd=tmp_path, check=True)
    assert path.read_text("utf-8") != source
    assert changes(path.read_text("utf-8"), source) == []


BEFORE = module_of(
    home(
        "ships",
        attribute("size", "select", "Small", "Large"),
        attribute("age", "number"),
        attribute("old"),
        title="Ship",
    ),
    home("docks", title="Dock"),
    home("fleet", attribute("stage", "status", "In"), title="Fleet", target="lists"),
    home("gone", title="Gone", target="lists"),
)
AFTER = module_of(
    home(
        "ships",
        attribute("size", "select", "Small", "Huge", is_multiselect=True),
        attribute("age", "text", is_writable=False),
        attribute("crew", "record-reference"),
        title="Vessel",
    ),
    home("piers", title="Pier"),
    home("fleet", attribute("stage", "status", "In", "Out"), title="The Fleet", target="lists"),
)


def test_what_changed() -> None:
    """Objects, lists, classes, attributes, types and titles that came or went are named one by one."""
    assert changes(BEFORE, AFTER) == [
        "the object ships is now the class Vessel, it was Ship",
        "the object ships: the attribute size is now Choices[Literal[...]], it was Choice[Literal[...]]",
        "the object ships: the attribute size has the new title 'Huge'",
        "the object ships: the attribute size lost the title 'Large'",
        "the object ships: the attribute age is now ReadOnly[str | None], it was Attribute[float | None]",
        "the object ships: the attribute old is gone",
        "the object ships: the attribute crew is new",
        "the object docks is gone",
        "the list fleet: the attribute stage has the new title 'Out'",
        "the list gone is gone",
        "the object piers is new",
    ]
    assert changes("x = 1\n", AFTER)[0] == "the object ships is new"


def test_a_property_of_another_name() -> None:
    """A slug that has to share its name from now on is told, for programs use the name."""
    before = module_of(home("ships", attribute("a-b"), title="Ship"))
    after = module_of(home("ships", attribute("a-b"), attribute("a_b"), title="Ship"))
    assert changes(before, after) == [
        "the object ships: the attribute a-b is now the property a_b_2, it was a_b",
        "the object ships: the attribute a_b is new",
    ]


def test_lost_choices() -> None:
    """A select whose options were all archived or are new reads as text or as titles: both are told."""
    without = module_of(home("ships", attribute("size", "select"), title="Ship"))
    with_ = module_of(home("ships", attribute("size", "select", "Small"), title="Ship"))
    assert changes(without, with_) == [
        "the object ships: the attribute size is now Choice[Literal[...]], it was Attribute[str | None]"
    ]


def _run(here: LocalWorkspace, *arguments: Any) -> int:
    return main([*map(str, arguments)], Attio(transport=here.transport()))


def test_write_check_and_write_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A module is written, checked, found to have drifted with the reason, and written anew."""
    here, out = workspace(), tmp_path / "models.py"
    assert _run(here, "--out", out, "--check") == 1
    assert capsys.readouterr().out == f"{out} does not exist; write it first\n"
    assert _run(here, "--out", out) == 0
    assert capsys.readouterr().out == f"{out} written\n"
    assert "class Project(ProjectFields, attio.Record):" in out.read_text("utf-8")
    assert _run(here, "--out", out) == 0
    assert capsys.readouterr().out == f"{out} is up to date\n"
    assert _run(here, "--out", out, "--check") == 0
    assert capsys.readouterr().out == ""
    client = Attio(transport=here.transport())
    client.attributes.options.create("size", "Huge", object="projects")
    client.attributes.archive("hours", object="projects")
    written = out.read_text("utf-8")
    assert _run(here, "--out", out, "--check") == 1
    assert capsys.readouterr().out == (
        "the object projects: the attribute size has the new title 'Huge'\n"
        "the object projects: the attribute hours is gone\n"
        f"{out} does not fit the workspace any more: write it anew\n"
    )
    assert out.read_text("utf-8") == written
    assert _run(here, "--out", out) == 0
    assert _run(here, "--out", out, "--check") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["models.py"]


def test_a_check_asks_as_it_was_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A module of some objects is checked for those, unless the command line says otherwise."""
    here, out = workspace(), tmp_path / "models.py"
    assert _run(here, "--out", out, "--objects", "projects", "--lists", "--numbers", "decimal") == 0
    assert recipe_of(out.read_text("utf-8")) == {"lists": [], "numbers": "decimal", "objects": ["projects"]}
    asked(here)
    assert _run(here, "--out", out, "--check") == 0
    assert "list_lists" not in asked(here)
    capsys.readouterr()
    assert _run(here, "--out", out, "--check", "--lists", "sales") == 1
    assert capsys.readouterr().out.splitlines()[0] == "the list sales is new"
    assert _run(here, "--out", out, "--check", "--numbers", "float") == 1
    assert "hours is now Attribute[float | None], it was Attribute[Decimal | None]" in capsys.readouterr().out


def test_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --out the module is printed."""
    assert _run(workspace(), "--objects", "projects", "--lists") == 0
    assert capsys.readouterr().out.startswith('"""Models of an Attio workspace')


def test_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be done is said in a line, with status 2, and leaves files as they are."""
    here, out = workspace(), tmp_path / "mine.py"
    out.write_bytes(b"# my own \xff work\n")
    assert _run(here, "--out", out) == 2
    assert "is a file that typegen did not write" in capsys.readouterr().err
    assert _run(here, "--out", out, "--check") == 2
    assert "is a file that typegen did not write" in capsys.readouterr().err
    assert out.read_bytes() == b"# my own \xff work\n"
    assert _run(here, "--check") == 2
    assert "--check: needs a module to check" in capsys.readouterr().err
    assert _run(here, "--out", tmp_path / "no" / "where.py") == 2
    assert "typegen: [Errno 2]" in capsys.readouterr().err
    assert _run(here, "--objects", "project") == 2
    assert (
        "typegen: objects: the workspace has no such one (got 'project'); did you mean"
        in capsys.readouterr().err
    )
    Failing(here, "list_objects", status=500)
    assert main(["--out", str(tmp_path / "x.py")], Attio(transport=here.transport(), max_retries=0)) == 2
    assert not (tmp_path / "x.py").exists()
    with pytest.raises(SystemExit):
        main(["--numbers", "words"])


def test_force(tmp_path: Path) -> None:
    """A file of somebody's own is overwritten on demand; it keeps its permissions."""
    here, out = workspace(), tmp_path / "mine.py"
    out.write_text("# my own\n")
    out.chmod(0o600)
    assert _run(here, "--out", out, "--force") == 0
    assert MARK in out.read_text("utf-8") and out.stat().st_mode & 0o777 == 0o600


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module is replaced as a whole, or not at all."""
    here, out = workspace(), tmp_path / "models.py"
    assert _run(here, "--out", out, "--objects", "projects") == 0
    before = out.read_text("utf-8")

    def refuse(self: Path, target: Path) -> None:
        raise OSError("disk is full")

    monkeypatch.setattr(Path, "replace", refuse)
    assert _run(here, "--out", out) == 2
    assert out.read_text("utf-8") == before and len(list(tmp_path.iterdir())) == 1


def test_a_module_that_was_spoilt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A module whose own line or code was spoilt is told, or checked for everything."""
    here, out = workspace(), tmp_path / "models.py"
    for spoilt in ("this is no Python", "x = '\x00'"):
        out.write_text(f"{MARK}{{}}\n{spoilt}\n")
        assert _run(here, "--out", out, "--check") == 2
        assert "is no Python module" in capsys.readouterr().err
    assert recipe_of(f"{MARK}what?\n") == recipe_of(f"{MARK}[1]\n") == {}
    assert recipe_of("x = 1\n") is None


def test_as_a_module(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m attio.typegen` takes its token from the environment, and says so when there is none."""
    ran = subprocess.run(
        [sys.executable, "-m", "attio.typegen", "--objects"], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (2, "") and "ATTIO_API_KEY" in ran.stderr
    assert main(["--objects"]) == 2 and "ATTIO_API_KEY" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0 and "object_configuration:read" in capsys.readouterr().out
