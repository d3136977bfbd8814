"""A whole Attio on your laptop: `LocalWorkspace` answers all of the API in this process, without sockets.

    from attio import Attio
    from attio.testing import LocalWorkspace

    workspace = LocalWorkspace("demo")
    client = Attio(transport=workspace.transport())

Names are imported when they are used. How the workspace is built: `attio.testing.routes` answers requests and says
how a route is written, `attio.testing.state` holds what exists, `attio.testing.normalise` reads values on write and
`attio.testing.render` shows them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from attio.testing.access import (
        FULL_ACCESS_TOKEN,
        NO_SCOPES_TOKEN,
        READ_ONLY_TOKEN,
        REVOKED_TOKEN,
        USER_TOKEN,
    )
    from attio.testing.cassettes import UnscrubbedError, cassette
    from attio.testing.clock import SteppingClock, SystemClock
    from attio.testing.faults import Fault
    from attio.testing.mocks import Mock
    from attio.testing.recorder import Calls, RecordedCall
    from attio.testing.replies import LocalResponse
    from attio.testing.sandboxes import mock, mock_response, sandbox, stub
    from attio.testing.serving import Server, serve
    from attio.testing.snapshot import SnapshotError
    from attio.testing.state.apps import OAuthApp
    from attio.testing.state.webhooks import Delivery
    from attio.testing.state.workspace_state import Settings
    from attio.testing.stubs import Stub
    from attio.testing.transport import WorkspaceTransport
    from attio.testing.unmatched import UnmatchedRequestError
    from attio.testing.workspace import LocalWorkspace

_HOMES: Final = {
    "FULL_ACCESS_TOKEN": "access",
    "NO_SCOPES_TOKEN": "access",
    "READ_ONLY_TOKEN": "access",
    "REVOKED_TOKEN": "access",
    "USER_TOKEN": "access",
    "UnscrubbedError": "cassettes",
    "cassette": "cassettes",
    "SteppingClock": "clock",
    "SystemClock": "clock",
    "Fault": "faults",
    "Mock": "mocks",
    "Calls": "recorder",
    "RecordedCall": "recorder",
    "LocalResponse": "replies",
    "mock": "sandboxes",
    "mock_response": "sandboxes",
    "sandbox": "sandboxes",
    "stub": "sandboxes",
    "Server": "serving",
    "serve": "serving",
    "SnapshotError": "snapshot",
    "OAuthApp": "state.apps",
    "Delivery": "state.webhooks",
    "Settings": "state.workspace_state",
    "Stub": "stubs",
    "WorkspaceTransport": "transport",
    "UnmatchedRequestError": "unmatched",
    "LocalWorkspace": "workspace",
}

__all__ = [
    "FULL_ACCESS_TOKEN",
    "NO_SCOPES_TOKEN",
    "READ_ONLY_TOKEN",
    "REVOKED_TOKEN",
    "USER_TOKEN",
    "Calls",
    "Delivery",
    "Fault",
    "LocalResponse",
    "LocalWorkspace",
    "Mock",
    "OAuthApp",
    "RecordedCall",
    "Server",
    "Settings",
    "SnapshotError",
    "SteppingClock",
    "Stub",
    "SystemClock",
    "UnmatchedRequestError",
    "UnscrubbedError",
    "WorkspaceTransport",
    "cassette",
    "mock",
    "mock_response",
    "sandbox",
    "serve",
    "stub",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
