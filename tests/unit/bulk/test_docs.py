"""What docs/many-records.md shows runs as it stands."""

from __future__ import annotations

import re
from pathlib import Path

from attio.core.seam import set_transport_provider
from attio.testing import LocalWorkspace

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "many-records.md").read_text("utf-8")


def test_the_page_runs(tmp_path, monkeypatch, capsys):
    """A reader who types the blocks in order sees what the page says."""
    transport = LocalWorkspace().transport()

    def provide():
        return transport

    provide.attio_api_key = transport.attio_api_key
    provide.attio_limiter = None
    monkeypatch.chdir(tmp_path)
    before = set_transport_provider(provide)
    try:
        scope = {"__name__": "page"}
        for number, block in enumerate(re.findall(r"```python\n(.*?)```", TEXT, re.S)):
            exec(compile(block, f"block {number}", "exec"), scope)
    finally:
        set_transport_provider(before)
    printed = capsys.readouterr().out
    assert (
        "2 0 0 0\n1 {'email_addresses': ['not an address']} email_addresses[0]: is not an e-mail address"
        in printed
    )
    assert "<BulkReport: would be 1 updated" in printed
    assert "\n20 20\n" in printed
    assert "<OutboxReport: 1 sent, 0 refused, 0 unknown, 0 waiting>" in printed
    assert scope["report"].complete
