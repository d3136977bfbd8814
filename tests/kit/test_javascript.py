"""Clients in another language work against the served workspace: plain fetch in Node, and a library from npm."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from attio.testing import serve

HERE = Path(__file__).resolve().parent / "javascript"
NODE = shutil.which("node")


def run(script: str) -> str:
    with serve("demo") as server:
        environment = {
            **os.environ,
            "ATTIO_URL": server.url,
            "ATTIO_API_KEY": server.token,
            "NO_PROXY": "127.0.0.1",
        }
        done = subprocess.run(
            [str(NODE), str(HERE / script)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert not [call for call in server.workspace.calls if call.status >= 500]
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(NODE is None, reason="Node.js is not installed")
def test_plain_fetch_in_node() -> None:
    """Records, filters, pages, uploads, redirects and errors, by somebody who only has the API's documentation."""
    assert run("plain.mjs") == "plain fetch: fine\n"


@pytest.mark.skipif(NODE is None, reason="Node.js is not installed")
@pytest.mark.skipif(
    not (HERE / "node_modules" / "openapi-fetch").is_dir(),
    reason="openapi-fetch is not installed (make javascript)",
)
def test_a_library_from_npm() -> None:
    """openapi-fetch, which was written for any API, meets nothing that it does not expect."""
    assert run("library.mjs") == "openapi-fetch: fine\n"
