"""What the README shows runs as it stands, against a local workspace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from attio.core.seam import set_transport_provider
from attio.testing import LocalWorkspace

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.S)


def test_the_blocks_run_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    """A reader who types the examples in order meets no error."""
    transport = LocalWorkspace().transport()

    def provide() -> object:
        return transport

    provide.attio_api_key = transport.attio_api_key  # type: ignore[attr-defined]
    before = set_transport_provider(provide)
    scope: dict[str, object] = {"__name__": "readme"}
    try:
        for number, block in enumerate(BLOCKS):
            exec(compile(block, f"README block {number}", "exec"), scope)
    finally:
        set_transport_provider(before)
    printed = capsys.readouterr().out
    assert "Ada Lovelace ada@example.com" in printed
    assert "400 uniqueness_conflict on POST /v2/objects/people/records" in printed


def test_every_link_leads_somewhere() -> None:
    """A relative link names a file of the repository."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", TEXT):
        assert (ROOT / target).exists(), target


def test_every_named_command_is_a_target() -> None:
    """A `make ...` in the README is in the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"make ([a-z-]+)", TEXT)) <= targets
