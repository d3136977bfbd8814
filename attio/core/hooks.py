"""Let others watch: what is called on each request, response, retry and wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable


class RequestEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt is about to be sent."""

    operation: str
    method: str
    path: str
    attempt: int


class ResponseEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt ended: ``status`` and ``request_id`` when it was answered, ``error`` when it was not."""

    operation: str
    method: str
    path: str
    attempt: int
    elapsed_s: float
    status: int | None = None
    request_id: str | None = None
    error: BaseException | None = None


class RetryEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt failed and the call is sent again after ``delay_s``."""

    operation: str
    method: str
    path: str
    attempt: int
    delay_s: float
    status: int | None = None
    error: BaseException | None = None


class WaitEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A call waits ``wait_s`` for its turn under a limit, before it is sent. ``limits`` names them."""

    operation: str
    method: str
    path: str
    wait_s: float
    limits: tuple[str, ...]


class Hooks(msgspec.Struct, frozen=True, kw_only=True):
    """Name the functions to call, each with one event. They run in the calling thread or task, so they must be quick.

    Plain functions for both kinds of client. One that raises does not break the call: what it raised is
    logged (logger ``attio``, WARNING) and dropped. ``Hooks.all(a, b)`` calls several, in order.
    """

    on_request: Callable[[RequestEvent], object] | None = None
    on_response: Callable[[ResponseEvent], object] | None = None
    on_retry: Callable[[RetryEvent], object] | None = None
    on_wait: Callable[[WaitEvent], object] | None = None

    @classmethod
    def all(cls, *several: Hooks) -> Hooks:
        """Join several into one that calls each of them, also when an earlier one raises."""
        joined: dict[str, Any] = {}
        for name in HOOK_NAMES:
            calls = [call for one in several if (call := getattr(one, name)) is not None]
            if calls:
                joined[name] = calls[0] if len(calls) == 1 else _Chain(calls)
        return cls(**joined)


HOOK_NAMES: Final = ("on_request", "on_response", "on_retry", "on_wait")
NO_HOOKS: Final = Hooks()


class _Chain:
    __slots__ = ("_calls",)

    def __init__(self, calls: list[Callable[[Any], object]]) -> None:
        self._calls = calls

    def __call__(self, event: Any) -> None:
        for call in self._calls:
            notify(call, event)


def notify(hook: Callable[[Any], object], event: Any, logger: Any = None) -> None:
    """Call a hook; log what it raises instead of letting it through."""
    try:
        hook(event)
    except Exception as failure:  # noqa: BLE001 - a watcher must not break what it watches
        from attio.core.logging import library_logger

        (logger or library_logger()).warning(
            "hook %s raised %s", getattr(hook, "__qualname__", type(hook).__name__), type(failure).__name__
        )
