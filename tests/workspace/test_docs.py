"""What docs/local-workspace.md shows runs as it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from attio.testing.faults import FaultKind

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "local-workspace.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.S)


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_a_block_runs_by_itself(number, tmp_path, monkeypatch):
    """A reader who copies one example meets no error."""
    monkeypatch.chdir(tmp_path)
    exec(compile(BLOCKS[number], f"local-workspace.md block {number}", "exec"), {"__name__": "docs"})


def test_all_faults_are_in_the_table():
    """And the expression that finds blocks finds them."""
    assert len(BLOCKS) == 6
    for kind in get_args(FaultKind):
        assert f"`{kind}`" in TEXT
