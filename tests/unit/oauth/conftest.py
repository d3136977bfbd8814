"""What the tests of the sign-in and of the token stores share."""

from __future__ import annotations

import asyncio
import json
import os
import traceback
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

import attio
from attio.core.clock import Clock
from attio.oauth.stores import generate_key

SECRET = "the-secret-of-the-app-0123456789"
TOKEN = "the-access-token-that-nobody-may-see-".ljust(64, "x")
REFRESH = "the-refresh-token-that-nobody-may-see-".ljust(64, "y")
CODE = "the-code-that-nobody-may-see-0123456789"
REDIRECT = "https://me.example/oauth/callback"
WORKSPACE = "7f5e0d3c-1111-4222-8333-444455556666"
SCOPES = "note:read object_configuration:read record_permission:read-write"
SECRETS = (SECRET, TOKEN, REFRESH, CODE)


class FakeClock(Clock):
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> float:
        return self.seconds

    def random(self) -> float:
        return 0.5

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)


def identity(**changes: Any) -> dict[str, Any]:
    """What /v2/self says of a token."""
    return {
        "active": True,
        "scope": SCOPES,
        "client_id": "app-1",
        "workspace_id": WORKSPACE,
        "workspace_name": "Acme",
        "workspace_slug": "acme",
        "authorized_by_workspace_member_id": None,
        **changes,
    }


def refused(status: int, error: str, **more: Any) -> httpx.Response:
    """An error as RFC 6749 words it."""
    return httpx.Response(status, json={"error": error, **more})


class Attio:
    """Attio's sign-in as a handler: keeps what it was asked, answers what a test put in."""

    def __init__(self) -> None:
        self.asked: list[httpx.Request] = []
        self.token: Any = {"access_token": TOKEN, "token_type": "Bearer"}
        self.self: Any = identity()
        self.introspect: Any = identity()
        self.attio_clock = FakeClock()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        wanted = {"/oauth/token": self.token, "/v2/self": self.self, "/oauth/introspect": self.introspect}
        answer = wanted[request.url.path]
        if isinstance(answer, list):
            answer = answer.pop(0)
        if isinstance(answer, Exception):
            raise answer
        if callable(answer):
            answer = answer(request)
        return answer if isinstance(answer, httpx.Response) else httpx.Response(200, json=answer)

    def form(self, index: int = 0) -> dict[str, str]:
        """The form of a request."""
        return dict(parse_qsl(self.asked[index].content.decode()))

    @property
    def paths(self) -> list[str]:
        """What was asked, in order."""
        return [request.url.path for request in self.asked]


class Transport(httpx.MockTransport):
    """A mock transport that brings a clock along."""

    def __init__(self, server: Attio) -> None:
        super().__init__(server)
        self.attio_clock = server.attio_clock


class Plain:
    """An OAuth or AsyncOAuth with plain calls, so that one test covers both."""

    def __init__(self, kind: type, server: Attio, **options: Any) -> None:
        given = {
            "client_id": "app-1",
            "client_secret": SECRET,
            "redirect_uri": REDIRECT,
            "transport": Transport(server),
            **options,
        }
        self.oauth = kind(**given)

    def __getattr__(self, name: str) -> Any:
        verb = getattr(self.oauth, name)
        if not asyncio.iscoroutinefunction(verb):
            return verb
        return lambda *args, **kwargs: asyncio.run(verb(*args, **kwargs))


@pytest.fixture
def server() -> Attio:
    """Attio's sign-in."""
    return Attio()


@pytest.fixture(params=["OAuth", "AsyncOAuth"])
def make(request: pytest.FixtureRequest, server: Attio) -> Callable[..., Plain]:
    """Make a sign-in of either kind."""
    kind = getattr(attio, request.param)
    return lambda **options: Plain(kind, server, **options)


@pytest.fixture
def oauth(make: Callable[..., Plain]) -> Plain:
    """A sign-in of either kind."""
    return make()


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still."""
    return FakeClock()


@pytest.fixture(scope="session")
def secret_key() -> str:
    """An encryption key."""
    return generate_key()


def leaks(error: BaseException) -> list[str]:
    """Give the secrets that a traceback shows, with the locals of every frame of the library."""
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    ours: list[str] = []

    def walk(one: traceback.TracebackException | None) -> None:
        if one is None:
            return
        ours.extend(one.format_exception_only())
        for frame in one.stack:
            if f"{os.sep}attio{os.sep}" in frame.filename:
                ours.extend([frame.line or "", json.dumps(frame.locals or {})])
        walk(one.__cause__)
        walk(one.__context__)

    walk(shown)
    text = "\n".join([*ours, repr(error), str(error), repr(vars(error))])
    return [secret for secret in SECRETS if secret in text]


POSTGRES = os.environ.get("ATTIO_TEST_POSTGRES_URL", "").replace("postgresql://", "postgresql+psycopg://", 1)
STORES = ["memory", "file", "keyring", "redis", "sqlite", "postgresql"]


def make_store(name: str, place: Path, key: Any, clock: Clock | None, redis_url: Any) -> Any:
    """Make an empty store of one kind."""
    from attio.oauth import stores

    if name == "memory":
        return stores.MemoryTokenStore(clock=clock)
    if name == "file":
        return stores.FileTokenStore(place / "tokens", key, clock=clock)
    if name == "keyring":
        return stores.KeyringTokenStore(backend=ring(place), lock_folder=place / "locks", clock=clock)
    if name == "redis":
        return stores.RedisTokenStore(redis_url(), key, prefix=f"t[{uuid.uuid4()}]*:", clock=clock)
    if name == "sqlite":
        return stores.SQLTokenStore(f"sqlite:///{place}/tokens.db", key, clock=clock)
    if not POSTGRES:
        pytest.skip("no PostgreSQL: set ATTIO_TEST_POSTGRES_URL")
    return stores.SQLTokenStore(POSTGRES, key, table=f"t_{uuid.uuid4().hex}", clock=clock)


def ring(place: Path) -> Any:
    """A real backend of the keyring package that needs no desktop."""
    from keyrings.alt.file import PlaintextKeyring

    backend = PlaintextKeyring()
    backend.file_path = str(place / "ring.cfg")
    return backend


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path, secret_key: str, clock: FakeClock) -> Iterator[Any]:
    """Every kind of store, empty."""
    made = make_store(
        request.param, tmp_path, secret_key, clock, lambda: request.getfixturevalue("redis_url")
    )
    yield made
    if request.param == "postgresql":
        made._table.drop(made._engine)
    made.close()
