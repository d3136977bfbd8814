"""What docs/testing.md shows runs as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import attio
from attio.core.seam import provider

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "testing.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.S)


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_a_block_runs_by_itself(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who copies one example meets no error, and it leaves nothing behind."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    exec(compile(BLOCKS[number], f"testing.md block {number}", "exec"), {"__name__": "docs"})
    assert provider() is None
    assert attio.test_mode is False


def test_there_are_blocks() -> None:
    """The expression that finds them finds them."""
    assert len(BLOCKS) == 6
