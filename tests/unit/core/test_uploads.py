"""Multipart bodies, and those that cannot be sent."""

from __future__ import annotations

import io
from typing import Any

import pytest

from attio.core import errors


def test_uploads_are_multipart(both: Any, tools: Any) -> None:
    """files= makes a multipart body with its fields, and a body that can be read again is sent again."""
    script = tools.Script(429, 200)
    session = both.make(script)
    request = tools.request("upload_file", body={"object": "people"})
    both.send(session, request, files={"file": ("a.txt", io.BytesIO(b"hello"), "text/plain")})
    assert len(script.requests) == 2
    for sent in script.requests:
        assert sent.headers["content-type"].startswith("multipart/form-data; boundary=")
        assert b"hello" in sent.content
        assert b'name="object"' in sent.content


@pytest.mark.parametrize(
    ("files", "attempts"),
    [
        ({"file": b"hello"}, 2),
        ([("file", ("a.txt", "hello"))], 2),
        ({"file": ("a.txt", io.BytesIO(b"hello"))}, 2),
    ],
)
def test_bodies_that_can_be_read_again(both: Any, tools: Any, files: Any, attempts: int) -> None:
    """Bytes, texts and files that can seek are sent again after a 429."""
    script = tools.Script(429, 200)
    both.send(both.make(script), tools.request("upload_file"), files=files)
    assert len(script.requests) == attempts


def test_bodies_that_cannot_be_read_again_are_sent_once(both: Any, tools: Any) -> None:
    """A pipe is read once, so its upload is never repeated, not even after a 429."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.parts = [b"hello", b""]

        def seekable(self) -> bool:
            return False

        def read(self, size: int = -1) -> bytes:
            return self.parts.pop(0) if self.parts else b""

    script = tools.Script(lambda request: tools.reply(429), 200)
    with pytest.raises(errors.RateLimitError):
        both.send(both.make(script), tools.request("upload_file"), files={"file": ("a", Pipe())})
    assert len(script.requests) == 1


@pytest.mark.parametrize("body", [object(), {"x": object()}])
def test_a_body_that_cannot_be_encoded_is_refused(both: Any, tools: Any, body: Any) -> None:
    """What JSON cannot say never leaves."""
    script = tools.Script(200)
    with pytest.raises(errors.ArgumentTypeError, match="^body: "):
        both.send(both.make(script), tools.request("create_note", body=body))
    assert script.requests == []
