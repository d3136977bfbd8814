"""A local workspace on a port of this machine, for clients in any language."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING, Any, Final, Self

from attio.core.errors import ArgumentError, ArgumentTypeError, ConfigurationError, MissingExtraError
from attio.testing.asgi import WorkspaceApp
from attio.testing.clock import SystemClock
from attio.testing.loopback import is_loopback
from attio.testing.workspace import LocalWorkspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_STARTING_S: Final = 30.0
_ENDING_S: Final = 10.0


class Server:
    """A workspace that is being served: `url`, `token`, `workspace`, `close()`; also a context manager."""

    def __init__(self, workspace: LocalWorkspace, host: str, port: int) -> None:
        self.workspace = workspace
        self._app = WorkspaceApp(workspace)
        self._server = uvicorn_server(self._app)
        self._socket = bound(host, port)
        self.host = host
        self.port: int = self._socket.getsockname()[1]
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The address to give as `base_url`."""
        return f"http://{'[' + self.host + ']' if ':' in self.host else self.host}:{self.port}"

    @property
    def token(self) -> str:
        """The token with full access."""
        return self.workspace.token

    def run(self) -> None:
        """Serve in this thread until interrupted."""
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self.close()

    def start(self) -> None:
        """Serve in a thread of its own; returns when requests are answered."""
        started = threading.Event()
        startup = self._server.startup

        async def announced(sockets: list[socket.socket] | None = None) -> None:
            """Start as uvicorn does, and say so."""
            await startup(sockets=sockets)
            started.set()

        self._server.startup = announced
        self._thread = threading.Thread(target=self._run, args=(started,), name="attio-server", daemon=True)
        self._thread.start()
        if not started.wait(_STARTING_S) or not self._thread.is_alive():
            self.close()
            raise ConfigurationError(f"the server did not start at {self.url}")

    def _run(self, started: threading.Event) -> None:
        try:
            self._server.run(sockets=[self._socket])
        finally:
            started.set()

    def use(self, workspace: LocalWorkspace) -> None:
        """Serve another workspace from the next request on, at the same address."""
        self.workspace = self._app.workspace = workspace

    def close(self) -> None:
        """End serving, and wait for it."""
        self._server.should_exit = True
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(_ENDING_S)
        self._app.close()
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Server {self.url} {self.workspace!r}>"


def serve(
    seed: str | Path | Mapping[str, Any] | None = None,
    *,
    workspace: LocalWorkspace | None = None,
    host: str = "127.0.0.1",
    port: int = 0,
    **settings: Any,
) -> Server:
    """Serve a workspace on this machine, in a thread, until it is closed.

    ```python
    with attio.testing.serve("demo") as server:
        subprocess.run(["node", "app.js"], env={"ATTIO_URL": server.url, "ATTIO_API_KEY": server.token})
    ```

    `seed` and `settings` are those of LocalWorkspace, or give a `workspace`. A new one goes by the machine's clock,
    since its clients do. Port 0 takes a free one. Needs the extra `serve`; raises MissingExtraError without it, and
    ConfigurationError for a port that is taken.
    """
    server = Server(workspace_for(seed, workspace, settings), checked_host(host), checked_port(port))
    server.start()
    return server


def workspace_for(
    seed: str | Path | Mapping[str, Any] | None, workspace: LocalWorkspace | None, settings: Mapping[str, Any]
) -> LocalWorkspace:
    """Return the workspace to serve: the given one, or a new one by the machine's clock."""
    if workspace is None:
        given: dict[str, Any] = {"clock": SystemClock(), **settings}
        return LocalWorkspace(seed, **given)
    if seed is not None or settings:
        raise ArgumentTypeError(
            "workspace", workspace, "was given together with what a new one would be made of"
        )
    return workspace


def checked_host(host: object) -> str:
    """Check the address to serve at: this machine's own, or one that was chosen in full knowledge."""
    if not isinstance(host, str) or not host:
        raise ArgumentTypeError("host", host, "must be an address of this machine", fix='such as "127.0.0.1"')
    return host


def checked_port(port: object) -> int:
    """Check a port."""
    if isinstance(port, bool) or not isinstance(port, int) or not 0 <= port <= 65535:
        raise ArgumentError("port", port, "must be a whole number from 0 to 65535; 0 takes a free one")
    return port


def is_open_to_others(host: str) -> bool:
    """Tell whether other machines may reach an address."""
    return not is_loopback(f"[{host}]" if ":" in host else host)


def bound(host: str, port: int) -> socket.socket:
    """Take a port; raises ConfigurationError when that cannot be."""
    try:
        family, kind, proto, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        # Without its protocol asyncio leaves Nagle's algorithm on, and each answer waits 40 ms for an ACK.
        made = socket.socket(family, kind, proto)
    except OSError as failure:
        raise ConfigurationError(f"host: {host!r} is no address of this machine: {failure}") from None
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(place)
        # From here on clients are not refused, also while the server is still starting.
        made.listen(128)
    except (OSError, OverflowError) as failure:
        made.close()
        raise ConfigurationError(
            f"port: cannot serve at {host}:{port}: {failure}; port 0 takes a free one"
        ) from None
    return made


def uvicorn_server(app: WorkspaceApp) -> Any:
    """Make the server; raises MissingExtraError when uvicorn is not installed."""
    try:
        import uvicorn
    except ImportError:
        raise MissingExtraError("serve", "serving a workspace", "uvicorn") from None
    # The answers bring their own date, and say who they are in their own way.
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        date_header=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)
