"""Both kinds of client on a local workspace: a scenario is written once and run sync and async."""

from __future__ import annotations

import asyncio
import inspect
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from attio._async.client import AsyncAttio
from attio._sync.client import Attio
from attio.testing import LocalWorkspace
from attio.testing.replies import LocalResponse
from attio.testing.workspace import Incoming, Next

Scenario = Callable[[Any], Awaitable[Any]]
both = pytest.mark.parametrize("world", ["sync", "async"])
"""Runs a test in both worlds."""


async def of(result: Any) -> Any:
    """Give what a call of either kind returns."""
    return await result if inspect.isawaitable(result) else result


async def rows(listed: Any) -> list[Any]:
    """Collect the rows of an iterator of either kind."""
    return [row async for row in listed] if hasattr(listed, "__aiter__") else list(listed)


def client_of(world: str, workspace: LocalWorkspace, **options: Any) -> Any:
    """Make a client of the workspace."""
    kind = Attio if world == "sync" else AsyncAttio
    return kind(transport=workspace.transport(), **options)


def run(world: str, workspace: LocalWorkspace, scenario: Scenario, **options: Any) -> Any:
    """Run a scenario with a client of the workspace."""

    async def main() -> Any:
        return await scenario(client_of(world, workspace, **options))

    return asyncio.run(main())


def asked(workspace: LocalWorkspace) -> Counter[str]:
    """Count what a workspace was asked, by operation, and start anew."""
    found = Counter(call.operation or call.path for call in workspace.calls)
    workspace.calls.clear()
    return found


def answer(status: int, code: str = "broken", kind: str = "api_error") -> LocalResponse:
    """Make an error answer."""
    import json

    body = {"status_code": status, "type": kind, "code": code, "message": f"{code} it is"}
    return LocalResponse(status, [("content-type", "application/json")], json.dumps(body).encode())


class Failing:
    """A layer that answers some operations with an error while `on`."""

    def __init__(
        self, workspace: LocalWorkspace, *operations: str, status: int, code: str = "broken"
    ) -> None:
        self.operations = operations
        self.status, self.code = status, code
        self.on = True
        workspace.layers.append(self)

    def __call__(self, request: Incoming, proceed: Next) -> LocalResponse:
        if self.on and request.operation is not None and request.operation.id in self.operations:
            return answer(self.status, self.code, "auth_error" if self.status == 403 else "api_error")
        return proceed(request)


SEED: dict[str, Any] = {
    "objects": [
        {
            "api_slug": "projects",
            "singular_noun": "Project",
            "plural_noun": "Projects",
            "attributes": [
                {"api_slug": "name", "type": "text", "is_required": True},
                {"api_slug": "code", "type": "text", "is_unique": True},
                {
                    "api_slug": "phase",
                    "type": "status",
                    "statuses": ["Planned", "Live", {"title": "Old", "is_archived": True}],
                },
                {"api_slug": "size", "type": "select", "options": ["Small", "Large"]},
                {
                    "api_slug": "topics",
                    "type": "select",
                    "is_multiselect": True,
                    "options": ["Wood", "Steel"],
                },
                {
                    "api_slug": "budget",
                    "type": "currency",
                    "config": {"currency": {"default_currency_code": "EUR", "display_type": "code"}},
                },
                {"api_slug": "client", "type": "record-reference", "allowed_objects": ["companies"]},
                {
                    "api_slug": "friends",
                    "type": "record-reference",
                    "is_multiselect": True,
                    "allowed_objects": ["people", "companies"],
                },
                {"api_slug": "lead", "type": "actor-reference"},
                {"api_slug": "hours", "type": "number"},
                {"api_slug": "score", "type": "number", "is_writable": False},
                {"api_slug": "gone", "type": "text", "is_archived": True},
            ],
            "records": [
                {"key": "plain", "values": {"name": "Plain", "hours": 1.5, "code": "a"}},
                {
                    "key": "full",
                    "values": {"name": "Full", "size": "Small", "topics": ["Wood"], "phase": "Live"},
                },
            ],
        },
        {
            "api_slug": "people",
            "records": [
                {"key": "ada", "values": {"name": "Ada Lovelace", "email_addresses": ["ada@x.example"]}}
            ],
        },
        {
            "api_slug": "companies",
            "records": [{"key": "acme", "values": {"name": "Acme", "domains": ["acme.example"]}}],
        },
    ],
    "lists": [
        {
            "api_slug": "sales",
            "parent_object": "companies",
            "attributes": [
                {"api_slug": "reason", "type": "text", "is_required": True},
                {"api_slug": "channel", "type": "select", "options": ["Web", "Fair"]},
                {
                    "api_slug": "areas",
                    "type": "select",
                    "is_multiselect": True,
                    "options": ["North", "South"],
                },
            ],
            "entries": [
                {"parent": "acme", "values": {"reason": "asked", "channel": "Web", "areas": ["North"]}}
            ],
        },
    ],
}
"""A small workspace with an attribute of each sort that a schema matters for."""


def workspace() -> LocalWorkspace:
    """Make the small workspace, on a clock of its own."""
    return LocalWorkspace(seed=SEED)
