"""Send the few requests of a sign-in, with the retries, timeouts and seams of every other call.

A flow is a generator without I/O: it yields ``Outgoing`` and is sent the ``Answer`` of any status, or has the
connection error thrown in; ``run`` drives it. No bearer of the client is involved: a flow says what it sends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn, Self, TypeVar
from urllib.parse import urlencode

import httpx
import msgspec

from attio.core import seam
from attio.core.call import Call
from attio.core.clock import SYSTEM_CLOCK
from attio.core.error_tree import APIConnectionError, APITimeoutError, Error
from attio.core.failures import TRANSPORT_FAILURES, bare, explain, is_timeout
from attio.core.hooks import NO_HOOKS
from attio.core.logging import library_logger, wants_debug
from attio.core.pool import AsyncPool, Pool
from attio.core.redact import HIDDEN, Secret
from attio.core.routes import Plan
from attio.core.snapshot import BODY_LIMIT, Headers, ResponseSnapshot
from attio.core.transport import CALL, AsyncPolicyTransport, PolicyTransport

if TYPE_CHECKING:
    from collections.abc import Generator

    from attio.core.clock import Clock
    from attio.core.config import Config

T = TypeVar("T")

_USER_AGENT: Final = b"attio-client-python/"


class Outgoing(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """One request of a flow: a form in its body, a bearer token, both or neither."""

    operation: str
    method: str
    url: str
    form: tuple[tuple[str, str | Secret], ...] | None = None
    bearer: Secret | None = None
    repeatable: bool = False
    """May be sent again although it may have been processed; a code is used up by its first use."""


class Answer(msgspec.Struct, frozen=True, eq=False):
    """What came back, whatever its status; what was secret in the request is hidden in the body of an error."""

    response: ResponseSnapshot
    content: Secret
    asked: Outgoing
    attempts: int

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.response.status

    @property
    def path(self) -> str:
        """The path that was asked, without its query."""
        return httpx.URL(self.asked.url).path


class _Signing:
    """What both kinds of session do without I/O."""

    def __init__(self, config: Config, clock: Clock) -> None:
        from attio.core.config import VERSION

        self._config = config
        self._clock = clock
        self._logger = config.logger or library_logger()
        self._agent = _USER_AGENT + VERSION.encode()

    def _prepare(self, asked: Outgoing) -> tuple[httpx.Request, Call]:
        url = httpx.URL(asked.url)
        headers = [
            (b"Host", url.netloc),
            (b"Accept", b"application/json"),
            (b"Accept-Encoding", b"gzip, deflate"),
            (b"User-Agent", self._agent),
        ]
        if asked.bearer is not None:
            headers.append((b"Authorization", b"Bearer " + asked.bearer.reveal().encode()))
        if asked.form is None:
            http = httpx.Request(asked.method, url, headers=headers)
        else:
            headers.append((b"Content-Type", b"application/x-www-form-urlencoded"))
            http = httpx.Request(asked.method, url, headers=headers, content=_encoded(asked.form))
        call = self._call(asked, url.path)
        http.extensions[CALL] = call
        return http, call

    def _call(self, asked: Outgoing, path: str) -> Call:
        config = self._config
        debug = wants_debug(self._logger)
        return Call(
            plan=Plan(asked.operation, "safe", (), ()),
            method=asked.method,
            path=path,
            clock=getattr(seam.provider(), "attio_clock", None) or self._clock,
            hooks=config.hooks,
            logger=self._logger,
            debug=debug,
            watched=debug or config.hooks is not NO_HOOKS,
            timeout_s=config.timeout_s,
            deadline_s=config.deadline_s,
            max_retries=config.max_retries,
            retry_delay_s=config.retry_delay_s,
            repeatable=asked.repeatable,
        )

    def now(self) -> float:
        """Give seconds since the epoch, by this session's clock."""
        return self._clock.now()

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot be pickled: it holds connections; make a new one")


class OAuthSession(_Signing):
    """Run flows through one pool of connections; thread-safe."""

    def __init__(self, config: Config, *, transport: Any = None, clock: Clock | None = None) -> None:
        super().__init__(config, clock or getattr(transport, "attio_clock", None) or SYSTEM_CLOCK)
        self._pool = Pool(config, transport)
        self._transport = PolicyTransport(self._pool)

    def run(self, steps: Generator[Outgoing, Answer, T]) -> T:
        """Run a flow to its end and give its result."""
        try:
            asked = next(steps)
            while True:
                try:
                    answer = self._send(asked)
                except Error as failure:
                    asked = steps.throw(failure)
                else:
                    asked = steps.send(answer)
        except StopIteration as stop:
            result: T = stop.value
            return result

    def _send(self, asked: Outgoing) -> Answer:
        http, call = self._prepare(asked)
        failure: BaseException
        try:
            return _answer(self._transport.handle_request(http), call, asked)
        except TRANSPORT_FAILURES as caught:
            failure = caught
        raise _connection_error(failure, call) from bare(failure)

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class AsyncOAuthSession(_Signing):
    """Run flows through one pool of connections per event loop."""

    def __init__(self, config: Config, *, transport: Any = None, clock: Clock | None = None) -> None:
        super().__init__(config, clock or getattr(transport, "attio_clock", None) or SYSTEM_CLOCK)
        self._pool = AsyncPool(config, transport)
        self._transport = AsyncPolicyTransport(self._pool)

    async def run(self, steps: Generator[Outgoing, Answer, T]) -> T:
        """Run a flow to its end and give its result."""
        try:
            asked = next(steps)
            while True:
                try:
                    answer = await self._send(asked)
                except Error as failure:
                    asked = steps.throw(failure)
                else:
                    asked = steps.send(answer)
        except StopIteration as stop:
            result: T = stop.value
            return result

    async def _send(self, asked: Outgoing) -> Answer:
        http, call = self._prepare(asked)
        failure: BaseException
        try:
            return _answer(await self._transport.handle_async_request(http), call, asked)
        except TRANSPORT_FAILURES as caught:
            failure = caught
        raise _connection_error(failure, call) from bare(failure)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._pool.aclose()


def _encoded(form: tuple[tuple[str, str | Secret], ...]) -> bytes:
    pairs = [(name, value.reveal() if isinstance(value, Secret) else value) for name, value in form]
    return urlencode(pairs).encode()


def _answer(response: httpx.Response, call: Call, asked: Outgoing) -> Answer:
    status = response.status_code
    content = call.content
    if status >= 300:
        content = _without_secrets(content, asked)
    snapshot = ResponseSnapshot(
        status,
        Headers(response.headers.raw),
        call.elapsed_s,
        content[:BODY_LIMIT] if status >= 300 else None,
    )
    return Answer(snapshot, Secret(content.decode("utf-8", "replace")), asked, call.attempts)


def _without_secrets(content: bytes, asked: Outgoing) -> bytes:
    # A server may say back what it was sent, and this body is kept on the error.
    held = [value for _, value in asked.form or () if isinstance(value, Secret)]
    for secret in [*held, *([asked.bearer] if asked.bearer else [])]:
        if plain := secret.reveal():
            content = content.replace(plain.encode(), HIDDEN.encode())
    return content


def _connection_error(failure: BaseException, call: Call) -> Error:
    kind: type[Error] = APITimeoutError if is_timeout(failure) else APIConnectionError
    return kind(
        explain(failure, call.timeout_s),
        method=call.method,
        path=call.path,
        operation=call.plan.operation,
        attempts=call.attempts,
        maybe_sent=call.uncertain,
    )
