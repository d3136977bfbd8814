"""Wait on this machine for the browser to come back from a sign-in."""

from __future__ import annotations

import os
import queue
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self
from urllib.parse import urlsplit

from attio.core.error_tree import ConfigurationError
from attio.oauth.app import is_loopback
from attio.oauth.callback import read_callback
from attio.oauth.errors import (
    AuthorizationDeniedError,
    LoginTimeoutError,
    OAuthError,
    RedirectMismatchError,
    StateMismatchError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from attio.oauth.callback import Callback

_SLOW_S: Final = 5.0
_POLL_S: Final = 0.05
_PAGE: Final = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Attio</title><p style="font: 1.2em sans-serif;'
    ' margin: 4em auto; max-width: 30em">{}</p></html>'
)
_DONE: Final = "Attio has answered. You can close this page and go back to where you started."
_DENIED: Final = "The app was not let in. You can close this page."
_STRANGE: Final = "This is not the sign-in that was started here, so nothing was done."


class CallbackListener:
    """Listen where the redirect_uri points to, on the loopback address only, from now until ``close``."""

    def __init__(self, redirect_uri: str, state: str) -> None:
        parts = urlsplit(redirect_uri)
        if parts.scheme != "http" or not is_loopback(parts.hostname) or parts.port is None:
            raise ConfigurationError(
                "redirect_uri: must be http on 127.0.0.1 with a port to sign in on this machine, such as"
                " http://127.0.0.1:8910/callback, and registered for the app exactly so"
            )
        self._came: queue.Queue[Callback | OAuthError] = queue.Queue(maxsize=1)
        host = "::1" if parts.hostname == "::1" else "127.0.0.1"
        kind = _Server6 if host == "::1" else _Server

        def read(path: str) -> Callback:
            return read_callback(path, redirect_uri, state)

        try:
            self._server = kind((host, parts.port), read, self._note)
        except OSError as failure:
            raise ConfigurationError(
                f"redirect_uri: cannot listen on {host}:{parts.port} ({failure.strerror}); another program uses it, or"
                " another sign-in is under way"
            ) from None
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_S,), name="attio-sign-in", daemon=True
        )
        self._thread.start()

    def _note(self, came: Callback | OAuthError) -> None:
        try:
            self._came.put_nowait(came)
        except queue.Full:
            # The page was loaded a second time; the first code counts.
            return

    def wait(self, timeout_s: float) -> Callback:
        """Return the callback of this sign-in; what is not it, is answered and does not end the wait."""
        try:
            came = self._came.get(timeout=timeout_s)
        except queue.Empty:
            came = None
        if came is None:
            raise LoginTimeoutError(
                f"nobody finished the sign-in within {timeout_s:g} s: start it again and open the address that it shows"
            )
        if isinstance(came, OAuthError):
            raise came
        return came

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    # Elsewhere than on POSIX it would let another program listen on the same port.
    allow_reuse_address = os.name == "posix"

    def __init__(
        self,
        address: tuple[str, int],
        read: Callable[[str], Callback],
        note: Callable[[Callback | OAuthError], None],
    ) -> None:
        self.read = read
        self.note = note
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a traceback would show the path, and the code in it."""


class _Server6(_Server):
    address_family = socket.AF_INET6


class _Handler(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride]  # the one that makes these
    timeout = _SLOW_S
    server_version = "attio-client"
    sys_version = ""
    _SAFE: ClassVar[dict[str, str]] = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
        "Connection": "close",
    }

    def do_GET(self) -> None:
        """Answer one request of a browser."""
        try:
            callback = self.server.read(self.path)
        except RedirectMismatchError:
            self._answer(404, _STRANGE)
        except StateMismatchError:
            self._answer(400, _STRANGE)
        except OAuthError as ended:
            denied = isinstance(ended, AuthorizationDeniedError)
            self._answer(200, _DENIED if denied else _STRANGE)
            self.server.note(ended.with_traceback(None))
        else:
            self._answer(200, _DONE)
            self.server.note(callback)

    def _answer(self, status: int, text: str) -> None:
        body = _PAGE.format(text).encode()
        self.send_response(status)
        for name, value in {**self._SAFE, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the path holds the code."""
