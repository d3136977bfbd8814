"""No network: inside a mock, stubs answer every client of this process, and the rest is a clear failure."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, Final, Self

import httpx

from attio.core.clock import SYSTEM_CLOCK, Clock
from attio.core.defaults import configure, configured
from attio.core.errors import ConfigurationError
from attio.core.routes import find_operation
from attio.core.seam import set_transport_provider
from attio.testing.canned import canned, respond
from attio.testing.recorder import Calls, RecordedCall
from attio.testing.stubs import Stub, api_path
from attio.testing.unmatched import UnmatchedRequestError, unmatched

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from attio_openapi.operations import Operation

    from attio.core.config import Config
    from attio.testing.replies import LocalResponse
    from attio.testing.transport import WorkspaceTransport
    from attio.testing.workspace import LocalWorkspace

MOCK_TOKEN: Final = "mocked-token-that-no-network-ever-sees-".ljust(64, "0")
_LOCAL_TOKENS: Final = "local-workspace-token-"
_SKIPPED_HEADERS: Final = frozenset({"authorization", "cookie"})


class PatientClock(Clock):
    """The system's clock, on which waiting takes no time."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def monotonic(self) -> float:
        """Return seconds that never go back, waits included."""
        return time.monotonic() + self._ahead

    def now(self) -> float:
        """Return seconds since the epoch, waits included."""
        return time.time() + self._ahead

    def random(self) -> float:
        """Return 0.5: waits are the same each time."""
        return 0.5

    def sleep(self, seconds: float) -> None:
        """Go on at once, later by so much."""
        self._ahead += seconds

    async def asleep(self, seconds: float) -> None:
        """Go on later by so much, after other tasks have run once."""
        import asyncio

        self._ahead += seconds
        await asyncio.sleep(0)


class WatchedClock(Clock):
    """Another clock, with a note of each wait."""

    def __init__(self, inner: Clock, waits: list[float]) -> None:
        self._inner = inner
        self._waits = waits

    def monotonic(self) -> float:
        """Return the other clock's seconds that never go back."""
        return self._inner.monotonic()

    def now(self) -> float:
        """Return the other clock's seconds since the epoch."""
        return self._inner.now()

    def random(self) -> float:
        """Draw from the other clock."""
        return self._inner.random()

    def sleep(self, seconds: float) -> None:
        """Note a wait, and wait."""
        self._waits.append(seconds)
        self._inner.sleep(seconds)

    async def asleep(self, seconds: float) -> None:
        """Note a wait, and wait."""
        self._waits.append(seconds)
        await self._inner.asleep(seconds)


class Mock:
    """What stands between all clients and the network while it is open; made by `attio.testing.mock()`.

    `calls` are the requests it got, `unmatched` the failures of those that nothing answered, `waits` the seconds
    that clients were told to wait between attempts (no test waits for them).
    """

    def __init__(self, workspace: LocalWorkspace | None = None) -> None:
        self.workspace = workspace
        self.stubs: list[Stub] = []
        self.calls = Calls() if workspace is None else workspace.calls
        self.unmatched: list[UnmatchedRequestError] = []
        self.waits: list[float] = []
        self.inner = None if workspace is None else workspace.transport()
        # Merges and limits of a workspace end by its own time, which only a deterministic one can be moved through.
        kept_by = PatientClock() if self.inner is None else self.inner.attio_clock or SYSTEM_CLOCK
        self.clock = WatchedClock(kept_by, self.waits)
        self.provider = Provider(self)
        self._lock = threading.Lock()
        self._asked = 0

    @property
    def token(self) -> str:
        """The token of clients that are given none."""
        return MOCK_TOKEN if self.workspace is None else self.workspace.token

    def stub(
        self,
        method: str,
        path: str,
        response: Any = None,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, object] | None = None,
        json: Any = None,
        times: int | None = None,
        raises: BaseException | type[BaseException] | None = None,
    ) -> Stub:
        """Answer requests of a method and a path; see `attio.testing.stub`."""
        answer = canned(response, status=status, headers=headers, raises=raises)
        made = Stub(method, path, answer, query=query, json=json, times=times)
        with self._lock:
            self.stubs.append(made)
        return made

    def mock_response(self, *, method: str, path: str, response: Any = None, status: int = 200) -> Stub:
        """Answer requests of a method and a path; see `attio.testing.mock_response`."""
        return self.stub(method, path, response, status=status)

    def reset(self) -> None:
        """Forget stubs, calls, waits and failures; a workspace behind the stubs stays as it is."""
        with self._lock:
            self.stubs.clear()
            self.calls.clear()
            self.unmatched.clear()
            self.waits.clear()

    def assert_all_called(self) -> None:
        """Fail when a stub has answered nothing."""
        idle = [f"  {stub.method} {stub.path}" for stub in self.stubs if not stub.calls]
        if idle:
            raise AssertionError("\n".join(["stubs that answered no request:", *idle]))

    def raise_unmatched(self) -> None:
        """Raise the failure of the first request that nothing answered, also where the tested code hid it."""
        if self.unmatched:
            raise self.unmatched[0]

    def answer(self, request: httpx.Request, body: bytes) -> LocalResponse | None:
        """Answer a request from the stubs; None leaves it to the workspace behind them.

        Raises UnmatchedRequestError when there is none.
        """
        path = api_path(request.url.raw_path.decode("ascii").partition("?")[0])
        operation = find_operation(request.method, path)
        call = RecordedCall(
            operation or None,
            request.method,
            path,
            dict(request.url.params),
            {k.lower(): v for k, v in request.headers.items() if k.lower() not in _SKIPPED_HEADERS},
            body,
            0,
            time.time_ns() // 1000,
            b"",
        )
        with self._lock:
            self._asked += 1
            number = self._asked
            # The last one said holds, so that a test can say otherwise than its fixture did.
            stub = next((stub for stub in reversed(self.stubs) if not stub.differences(call)), None)
            if stub is not None:
                prepared = stub.next_answer(call)
            elif self.workspace is None:
                self.calls.add(call)
                self.unmatched.append(unmatched(call, self.stubs))
                raise self.unmatched[-1]
            else:
                return None
        try:
            response = respond(prepared, call, _operation(operation), number)
        except BaseException:
            self.calls.add(call)
            raise
        self.calls.add(call._replace(status=response.status, response=response.body))
        return response

    def open(self) -> None:
        """Put this mock between all clients and the network, and the default client aside."""
        push(self)

    def close(self) -> None:
        """Let requests through again, and the default client be what it was."""
        remove(self)

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
        if kind is None:
            self.raise_unmatched()

    def __repr__(self) -> str:
        return f"<Mock: {len(self.stubs)} stubs, {len(self.calls)} calls>"


class Provider:
    """What core asks for a transport, with the token, the clock and the limiter that go with it."""

    attio_limiter = None

    def __init__(self, mock: Mock) -> None:
        self._transport = MockTransport(mock)
        self.attio_api_key = mock.token
        self.attio_clock = mock.clock

    def __call__(self) -> MockTransport:
        """Return the transport of the mock."""
        return self._transport


class MockTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Bring the requests of sync and async clients to a mock."""

    def __init__(self, mock: Mock) -> None:
        self._mock = mock

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of a sync client."""
        body = request.read()
        answer = self._mock.answer(request, body)
        if answer is not None:
            return httpx.Response(answer.status, headers=answer.headers, content=answer.body, request=request)
        return self._workspace_transport().handle_request(self._readdressed(request, body))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of an async client."""
        body = await request.aread()
        answer = self._mock.answer(request, body)
        if answer is not None:
            return httpx.Response(answer.status, headers=answer.headers, content=answer.body, request=request)
        return await self._workspace_transport().handle_async_request(self._readdressed(request, body))

    def _workspace_transport(self) -> WorkspaceTransport:
        assert self._mock.inner is not None
        return self._mock.inner

    def _readdressed(self, request: httpx.Request, body: bytes) -> httpx.Request:
        """Let whatever key the code under test has open the workspace, unless it is one of the workspace's own."""
        assert self._mock.workspace is not None
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not token or token in self._mock.workspace.tokens or token.startswith(_LOCAL_TOKENS):
            return request
        headers = request.headers.copy()
        headers["authorization"] = f"Bearer {self._mock.workspace.token}"
        return httpx.Request(
            request.method, request.url, headers=headers, content=body, extensions=request.extensions
        )


def _operation(id: str) -> Operation | None:
    from attio_openapi.operations import OPERATIONS

    return OPERATIONS.get(id)


# Which mocks are open: the innermost one answers. They hold for the whole process, as the network does.

_open: Final[list[tuple[Mock, Config | None, Any]]] = []
_open_lock: Final = threading.RLock()
_outer: Callable[[], Any] | None = None
_test_mode: Mock | None = None


def push(mock: Mock) -> None:
    """Make a mock the innermost one, with a default client of its own."""
    global _outer  # noqa: PLW0603 - one seam per process
    with _open_lock:
        if any(each is mock for each, _, _ in _open):
            raise ConfigurationError("this mock is open already; make another one to nest them")
        config = configured()
        # What was configured goes on to hold, but for the key: a real one has no business here.
        own = None if config is None else config.replace(api_key=mock.token)
        before = set_transport_provider(mock.provider)
        if not _open:
            _outer = before
        _open.append((mock, config, configure(own)))


def remove(mock: Mock) -> None:
    """Take a mock away, innermost or not; what it stood before is there again. Does nothing when it is not open."""
    with _open_lock:
        index = next((index for index, row in enumerate(_open) if row[0] is mock), None)
        if index is None:
            return
        _, config, client = _open.pop(index)
        if index < len(_open):
            _open[index] = (_open[index][0], config, client)
        else:
            configure(config, client)
        set_transport_provider(_open[-1][0].provider if _open else _outer)


def innermost() -> Mock:
    """Return the mock that answers now; raises ConfigurationError when none does."""
    with _open_lock:
        if not _open:
            raise ConfigurationError(
                "nothing is mocked: work inside `with attio.testing.mock():`, or set `attio.test_mode = True`"
            )
        return _open[-1][0]


def in_test_mode() -> bool:
    """Tell whether `attio.test_mode` is on."""
    return _test_mode is not None


def set_test_mode(*, on: bool) -> None:
    """Switch test mode; it begins without stubs, and switching it on twice keeps those there are."""
    global _test_mode  # noqa: PLW0603 - one mode per process
    with _open_lock:
        if on and _test_mode is None:
            _test_mode = Mock()
            push(_test_mode)
        elif not on and _test_mode is not None:
            remove(_test_mode)
            _test_mode = None
