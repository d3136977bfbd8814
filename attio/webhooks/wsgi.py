"""A receiver as a WSGI application: for gunicorn, mod_wsgi, or mounted in a framework."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from .asgi import misrouted
from .receipt import CONTENT_TYPE, TOO_LARGE, Receipt, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .receipt import Receiving

    Environ = dict[str, Any]

_CHUNK = 1 << 16


class WsgiReceiver:
    """The WSGI application of a receiver: `receiver.wsgi()`. Takes POST; reads no more than a delivery has."""

    def __init__(self, receiver: Receiving, path: str | None = None) -> None:
        self._receiver = receiver
        self._path = path

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        receipt = self._answer(environ)
        body = receipt.body
        headers = [("Content-Type", CONTENT_TYPE), ("Content-Length", str(len(body)))]
        if receipt.status == 405:
            headers.append(("Allow", "POST"))
        start_response(f"{receipt.status} {HTTPStatus(receipt.status).phrase}", headers)
        return [body]

    def _answer(self, environ: Environ) -> Receipt:
        path = f"{environ.get('SCRIPT_NAME', '')}{environ.get('PATH_INFO', '')}"
        receipt = misrouted(environ["REQUEST_METHOD"], path, self._path)
        if receipt is not None:
            return receipt
        body = _read(environ, self._receiver.max_body_bytes)
        return body if isinstance(body, Receipt) else self._receiver.handle(body, _headers(environ))


def _read(environ: Environ, most: int) -> bytes | Receipt:
    declared = environ.get("CONTENT_LENGTH") or ""
    if declared and not (declared.isascii() and declared.isdigit()):
        return refused(400, "the Content-Length is not a number")
    if len(declared) > 12 or (declared and int(declared) > most):
        return TOO_LARGE
    if not declared and not environ.get("wsgi.input_terminated"):
        return b""  # without a length and an end of its own, reading might never come back
    left = int(declared) if declared else most + 1
    chunks: list[bytes] = []
    while left > 0 and (chunk := environ["wsgi.input"].read(min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    body = b"".join(chunks)
    return TOO_LARGE if len(body) > most else body


def _headers(environ: Environ) -> list[tuple[str, str]]:
    return [
        (name[5:].replace("_", "-"), value)
        for name, value in environ.items()
        if name.startswith("HTTP_") and isinstance(value, str)
    ]
