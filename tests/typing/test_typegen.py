"""What typegen writes is precise for type checkers: mypy strict and pyright strict take it, and find mistakes with it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from attio._sync.client import Attio
from attio.testing import LocalWorkspace
from attio.typegen import generate
from tests.unit.typegen.shapes import hostile, module_of

ROOT = Path(__file__).resolve().parents[2]

USE = """\
import datetime as dt
from typing import assert_type

import attio
from attio.services import ListService
from demo import (
    AsyncHiringEntry,
    AsyncProject,
    Deal,
    DealStage,
    HiringEntry,
    HiringEntryStep,
    Person,
    Project,
    ProjectPhase,
    ProjectTopics,
)


def sync_use(client: attio.Attio) -> None:
    project = client.object(Project).list()[0]
    assert_type(project, Project)
    assert_type(project.phase, ProjectPhase | None)
    assert_type(project.topics, list[ProjectTopics])
    assert_type(project.starts_on, dt.date | None)
    assert_type(project.reviewed_at, dt.datetime | None)
    assert_type(project.client, attio.RecordRef | None)
    assert_type(project.team_members, list[attio.RecordRef])
    assert_type(project.budget, attio.Money | None)
    assert_type(project.billable, bool | None)
    assert_type(project.created_at_, dt.datetime | None)
    project.phase = "Live"
    project.phase = None
    project.topics = ("Hardware", "Software")
    project.phase = "Lvie"  # wrong
    project.topics = ["Hardwear"]  # wrong
    assert_type(project.save(), Project)
    assert_type(client.object(Project).create({"name": "x"}), Project)
    assert_type(client.object(Project).upsert({"code": "x"}, matching="code"), Project)
    for row in client.object(Project).iterate():
        assert_type(row, Project)
    assert_type(Project.retrieve("x"), Project)
    entry = client.entries_in(HiringEntry).get("x")
    assert_type(entry, HiringEntry)
    assert_type(entry.step, HiringEntryStep | None)
    assert_type(client.object(Deal).get("x").stage, DealStage | None)
    assert_type(ListService(client).add(HiringEntry, "x"), HiringEntry)
    assert_type(ListService(client).find("hiring", "x"), attio.Entry | None)
    person = client.object(Person).get("x")
    assert_type(person.full_name, str | None)
    assert_type(client.object("projects").get("x"), attio.Record)
    assert_type(client.entries_in("hiring").get("x"), attio.Entry)
    client.object(AsyncProject)  # wrong
    client.entries_in(Project)  # wrong
    project.budgit  # wrong


async def async_use(client: attio.AsyncAttio) -> None:
    project = await client.object(AsyncProject).get("x")
    assert_type(project, AsyncProject)
    assert_type(await project.save(), AsyncProject)
    async for row in client.object(AsyncProject).iterate():
        assert_type(row.size, int | None)  # wrong
    entry = await client.entries_in(AsyncHiringEntry).get("x")
    assert_type(entry.step, HiringEntryStep | None)
    client.object(Project)  # wrong
"""
WRONG = {number for number, line in enumerate(USE.splitlines(), 1) if line.endswith("# wrong")}


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of generated modules, and of a program that uses one."""
    here = tmp_path_factory.mktemp("models")
    demo = generate(Attio(transport=LocalWorkspace(seed="demo").transport()))
    (here / "demo.py").write_text(demo, "utf-8")
    (here / "hostile.py").write_text(module_of(*hostile()), "utf-8")
    (here / "decimals.py").write_text(module_of(*hostile(), numbers="decimal"), "utf-8")
    (here / "use.py").write_text(USE, "utf-8")
    return here


def _errors(output: str) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for name, line in re.findall(r"(\w+\.py):(\d+):.*?error", output):
        found.setdefault(name, set()).add(int(line))
    return found


def test_mypy_strict(modules: Path) -> None:
    """mypy --strict finds nothing in what was written, and in a program just the lines that are wrong."""
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--python-version=3.11"]
        + ["--follow-imports=silent", "--cache-dir", str(modules / "cache")]
        + ["demo.py", "hostile.py", "decimals.py", "use.py"],
        cwd=modules,
        env={**os.environ, "MYPYPATH": f"{ROOT}:{ROOT / 'generated'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert _errors(ran.stdout) == {"use.py": WRONG}, ran.stdout + ran.stderr


def test_pyright_strict(modules: Path) -> None:
    """So does pyright in strict mode."""
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "extraPaths": [str(ROOT), str(ROOT / "generated")],
        "include": ["*.py"],
        "reportUnusedExpression": "none",
    }
    (modules / "pyrightconfig.json").write_text(json.dumps(settings))
    ran = subprocess.run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "-p", str(modules)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert _errors(ran.stdout) == {"use.py": WRONG}, ran.stdout + ran.stderr
