"""How a receiver calls what others wrote (handlers, stores, clients), without and with an event loop.

What happens to a delivery is decided by one generator (`flow`), which does no I/O: it yields a `Call` for each
thing to be called and is sent the result. Here are the two ways to run it.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from attio.core.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import TypeAlias

    Steps: TypeAlias = Generator["Call", Any, "ResultT"]

ResultT = TypeVar("ResultT")


class Call(NamedTuple):
    """One thing to be called."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = ()
    blocking: bool = True
    """Whether it may hold up a thread; then an event loop calls it in another one."""
    for_loops: Callable[..., Any] | None = None
    """What an event loop calls instead."""


def is_async(function: Callable[..., Any]) -> bool:
    """Tell whether calling it gives something to await."""
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
        getattr(function, "__call__", None)  # noqa: B004 - whether its __call__ is async, not whether it has one
    )


def run(steps: Steps[ResultT]) -> ResultT:
    """Run the steps in this thread."""
    answer, failure = None, None
    while True:
        try:
            call = steps.send(answer) if failure is None else steps.throw(failure)
        except StopIteration as done:
            result: ResultT = done.value
            return result
        answer, failure = None, None
        try:
            answer = _call(call)
        except BaseException as error:  # noqa: BLE001 - the generator decides what is an error and lets go
            failure = error


async def arun(steps: Steps[ResultT]) -> ResultT:
    """Run the steps in this event loop; what may block runs in threads."""
    answer, failure = None, None
    while True:
        try:
            call = steps.send(answer) if failure is None else steps.throw(failure)
        except StopIteration as done:
            result: ResultT = done.value
            return result
        answer, failure = None, None
        try:
            answer = await _acall(call)
        except BaseException as error:  # noqa: BLE001 - as above; also that this task is cancelled
            failure = error


def _call(call: Call) -> Any:
    if is_async(call.function):
        raise _is_async_error(call.function)
    answer = call.function(*call.arguments)
    if inspect.isawaitable(answer):
        if inspect.iscoroutine(answer):
            answer.close()
        raise _is_async_error(call.function)
    return answer


async def _acall(call: Call) -> Any:
    function = call.for_loops or call.function
    if call.blocking and not is_async(function):
        import asyncio

        answer = await asyncio.to_thread(_in_thread, function, call.arguments)
    else:
        answer = function(*call.arguments)
    return await answer if inspect.isawaitable(answer) else answer


def _in_thread(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    try:
        return function(*arguments)
    except StopIteration as error:
        # asyncio cannot carry this one out of a thread: who awaits it would wait for ever.
        raise RuntimeError("raised StopIteration") from error


def _is_async_error(function: Callable[..., Any]) -> ConfigurationError:
    name = getattr(function, "__qualname__", None) or repr(function)
    return ConfigurationError(
        f"{name} is async, and was called without an event loop; "
        "use receiver.ahandle or an async adapter (ASGI, FastAPI, Starlette), or make it a plain function"
    )
