"""Where a spec comes from: a file or an address, errors in one line, a record of what was read."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from scripts.normalize.problems import SourceError, TableError
from scripts.normalize.source import Source, read_source, with_record


@pytest.fixture
def address() -> Iterator[str]:
    """A loopback server that answers /spec with a spec, /torn with half of one and /gone with 404."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = self.path in {"/spec", "/torn"}
            self.send_response(200 if known else 404)
            self.send_header("Content-Length", "9")
            self.end_headers()
            self.wfile.write(
                b'{"a": 1} ' if self.path == "/spec" else b'{"a": '.ljust(9) if known else b"not here."
            )

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_file_is_read_with_its_digest(tmp_path: Path) -> None:
    """The digest is that of the bytes as they are."""
    path = tmp_path / "spec.json"
    path.write_text('{"a": 1}\n', encoding="utf-8")
    source = read_source(str(path))
    assert source.document == {"a": 1}
    assert source.sha256 == hashlib.sha256(b'{"a": 1}\n').hexdigest()


def test_an_address_is_fetched(address: str) -> None:
    """An http address is downloaded."""
    assert read_source(f"{address}/spec").document == {"a": 1}


@pytest.mark.parametrize(("path", "said"), [("/gone", "Not Found"), ("/torn", "is not JSON")])
def test_a_bad_answer_is_one_line_with_the_way_out(address: str, path: str, said: str) -> None:
    """A 404 or half a file is an error of one line that names the offline command."""
    with pytest.raises(SourceError, match=said) as caught:
        read_source(address + path)
    assert "make regen SPEC=openapi/attio.json" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_network_is_one_line_with_the_way_out() -> None:
    """A connection that fails is an error of one line that names the offline command."""
    with pytest.raises(SourceError, match="cannot fetch http://127.0.0.1:9/") as caught:
        read_source("http://127.0.0.1:9/spec")
    assert "offline: make regen SPEC=openapi/attio.json" in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(SourceError, match=r"cannot read .*gone\.json \(No such file"):
        read_source(str(tmp_path / "gone.json"))


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("https://api.attio.com/openapi/api", "https://api.attio.com/openapi/api"),
        ("/tmp/x/spec.json", "spec.json"),
    ],
)
def test_the_record_tells_where_the_spec_came_from(location: str, shown: str) -> None:
    """SOURCE.md is told address, date and digest; of a file only its name."""
    note = "before\n<!-- written by regen -->\n- spec: old\n<!-- end -->\nafter\n"
    written = with_record(note, Source(location, "abc", {}), "2026-10-03")
    assert (
        written
        == f"before\n<!-- written by regen -->\n- spec: {shown}\n- read on: 2026-10-03\n- sha256: abc\n<!-- end -->\nafter\n"
    )
    assert json.dumps(written)


def test_a_note_without_its_block_is_refused() -> None:
    """SOURCE.md that lost the block is an error, not a silent loss of the record."""
    with pytest.raises(TableError, match="has lost the block"):
        with_record("nothing here", Source("x", "y", {}), "2026-10-03")
