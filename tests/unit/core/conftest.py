"""A clock that nobody waits for, and sessions over handlers."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from attio.core.client import AsyncSession, Session
from attio.core.clock import Clock
from attio.core.config import load_config

KEY = "k" * 64
EXECUTION_ID = "c0deb022-1111-4222-8333-444444444444"


class VirtualClock(Clock):
    """Time passes when somebody sleeps, and only then."""

    def __init__(self, now: float = 1_780_000_000.0, chance: float = 0.5) -> None:
        self.at = 0.0
        self.epoch = now
        self.chance = chance
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.at

    def now(self) -> float:
        return self.epoch + self.at

    def random(self) -> float:
        return self.chance

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)


class Script:
    """A transport that answers with what it was told, in order, the last answer for ever."""

    def __init__(self, *answers: Any, clock: VirtualClock | None = None, takes_s: float = 0.0) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []
        self.clock = clock
        self.takes_s = takes_s

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.clock is not None:
            self.clock.at += self.takes_s
        answer = self.answers[min(len(self.requests), len(self.answers)) - 1]
        if isinstance(answer, BaseException):
            raise answer
        if callable(answer):
            return answer(request)
        if isinstance(answer, int):
            return reply(answer)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


def reply(status: int = 200, body: Any = None, **headers: str) -> httpx.Response:
    sent = {
        "x-attio-execution-id": EXECUTION_ID,
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    if body is None:
        body = {"data": []} if status < 400 else error_body(status)
    if isinstance(body, bytes):
        return httpx.Response(status, content=body, headers=sent)
    return httpx.Response(status, json=body, headers=sent)


def error_body(
    status: int, code: str | None = None, message: str = "it did not work", **more: Any
) -> dict[str, Any]:
    codes = {
        401: "unauthorized",
        403: "unauthorized",
        404: "not_found",
        409: "slug_conflict",
        429: "rate_limit_exceeded",
    }
    return {
        "status_code": status,
        "type": "api_error" if status >= 500 else "invalid_request_error",
        "code": code or codes.get(status, "validation_type"),
        "message": message,
        **more,
    }


class Tools:
    """What tests of the core are made of."""

    KEY = KEY
    EXECUTION_ID = EXECUTION_ID
    Clock = VirtualClock
    Script = Script
    reply = staticmethod(reply)
    error_body = staticmethod(error_body)

    @staticmethod
    def session(handler: Any, clock: Clock | None = None, **settings: Any) -> Session:
        config = load_config(environment={}, **{"api_key": KEY, **settings})
        return Session(config, transport=httpx.MockTransport(handler), clock=clock or VirtualClock())

    @staticmethod
    def async_session(handler: Any, clock: Clock | None = None, **settings: Any) -> AsyncSession:
        config = load_config(environment={}, **{"api_key": KEY, **settings})
        return AsyncSession(config, transport=httpx.MockTransport(handler), clock=clock or VirtualClock())

    @staticmethod
    def request(operation: str = "list_objects", path: str | None = None, **more: Any) -> Any:
        from attio_openapi import Request
        from attio_openapi.operations import OPERATIONS

        row = OPERATIONS[operation]
        return Request(operation, row.method, path or row.path, more.get("query", {}), more.get("body"))


@pytest.fixture
def tools() -> type[Tools]:
    return Tools


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()
