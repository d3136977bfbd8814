"""Events are typed: handlers see their class, and what is fetched is of the client's own world."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

USE = """\
from typing import Any, assert_type

import attio
from attio._async.models.records import AsyncRecord
from attio.oauth.stores import MemoryTokenStore
from attio.webhooks import (
    Event,
    ListEvent,
    MemoryStore,
    NoteCreated,
    ObjectAttributeEvent,
    RecordCreated,
    RecordUpdated,
    RedisStore,
    SQLiteStore,
    WebhookDelivery,
    WebhookReceiver,
    parse,
    verify,
)

receiver = WebhookReceiver("secret", store=MemoryStore())
WebhookReceiver(["old", "new"], store=SQLiteStore("x.db"))
WebhookReceiver({"webhook": "secret"}, store=RedisStore("redis://"))
WebhookReceiver(MemoryTokenStore())
WebhookReceiver(lambda webhook_id: None if webhook_id else "secret")
WebhookReceiver(5)  # wrong


@receiver.on(RecordUpdated)
def one(event: RecordUpdated) -> None:
    assert_type(event.attribute_id, str | None)
    assert_type(event.ref, attio.RecordRef)
    assert_type(event.actor, attio.ActorRef | None)
    event.note_id  # wrong


@receiver.on(RecordCreated)
async def two(event: RecordCreated) -> None: ...


@receiver.on("record.created", NoteCreated)
def three(event: Event) -> int:
    return 1


assert_type(one(RecordUpdated()), None)
assert_type(three(Event()), int)


def sync_use(client: attio.Attio, created: RecordCreated, note: NoteCreated, body: bytes) -> None:
    assert_type(created.record(client), attio.Record)
    assert_type(created.record(client, object="people"), Any)
    assert_type(note.note(client), attio.Note)
    assert_type(note.record(client), attio.Record)
    assert_type(ObjectAttributeEvent().attribute(client), attio.Attribute)
    assert_type(ListEvent().list(client), attio.List)
    assert_type(verify(body, "x", "secret"), bool)
    verify("text", "x", "secret")  # wrong
    delivery = parse(body, {"Attio-Signature": "x"}, secret="secret")
    assert_type(delivery, WebhookDelivery)
    assert_type(delivery.event, Event)
    assert_type(client.webhooks.ensure("https://x", ["record.created"], store={}), attio.Webhook)
    client.webhooks.ensure("https://x", "record.created", store=MemoryTokenStore())
    client.webhooks.ensure("https://x", "record.created")  # wrong
    client.webhooks.ensure("https://x", "record.created", store=5)  # wrong


async def async_use(client: attio.AsyncAttio, created: RecordCreated, note: NoteCreated) -> None:
    assert_type(await created.record(client), AsyncRecord)
    assert_type(await note.note(client), attio.AsyncNote)
    hook = await client.webhooks.ensure("https://x", "record.created", store={})
    assert_type(hook, attio.AsyncWebhook)
    async with receiver.stream("record.created") as events:
        async for event in events:
            assert_type(event, Event)
"""
WRONG = {number for number, line in enumerate(USE.splitlines(), 1) if line.endswith("# wrong")}


def _errors(output: str) -> set[int]:
    return {int(line) for line in re.findall(r"use\.py:(\d+):.*?error", output)}


@pytest.fixture
def use(tmp_path: Path) -> Path:
    (tmp_path / "use.py").write_text(USE, "utf-8")
    return tmp_path


def test_mypy_strict(use: Path) -> None:
    """mypy --strict finds just the lines that are wrong."""
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--python-version=3.11"]
        + ["--follow-imports=silent", "--cache-dir", str(use / "cache"), "use.py"],
        cwd=use,
        env={**os.environ, "MYPYPATH": f"{ROOT}:{ROOT / 'generated'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert _errors(ran.stdout) == WRONG, ran.stdout + ran.stderr


def test_pyright_strict(use: Path) -> None:
    """So does pyright in strict mode."""
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "extraPaths": [str(ROOT), str(ROOT / "generated")],
        "include": ["*.py"],
        "reportUnusedExpression": "none",
        "reportPrivateUsage": "none",
    }
    (use / "pyrightconfig.json").write_text(json.dumps(settings))
    ran = subprocess.run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "-p", str(use)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert _errors(ran.stdout) == WRONG, ran.stdout + ran.stderr


def test_both_clients_have_what_events_ask_for() -> None:
    """What the protocols of hydration name is there in both clients."""
    from attio import AsyncAttio, Attio
    from attio.webhooks import hydration

    named = {
        name
        for kind in vars(hydration).values()
        if isinstance(kind, type)
        and kind.__module__ == hydration.__name__
        and kind.__name__.startswith("Has")
        for name in vars(kind)
        if not name.startswith("_")
    }
    assert len(named) >= 11
    for client in (Attio, AsyncAttio):
        assert not [name for name in named if not isinstance(getattr(client, name, None), property)]
