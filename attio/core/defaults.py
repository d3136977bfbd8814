"""Which client the module-level calls use: the one of ``with attio.using(...)``, else the default one."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

from attio.core.forks import renew_after_fork

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from attio.core.config import Config

_using: Final[ContextVar[Any]] = ContextVar("attio_using", default=None)


class _Default:
    """The settings of ``attio.configure`` with the client made of them, replaced as one."""

    def __init__(self, config: Config | None = None, client: Any = None) -> None:
        self.config = config
        self.client = client
        self.lock = threading.RLock()
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Replace the lock, which another thread may have held when the process was forked."""
        self.lock = threading.RLock()


_default = _Default()


@contextmanager
def using(client: Any) -> Generator[Any]:
    """Make a client the one of the module-level calls inside the block, in this thread or task only."""
    mark = _using.set(client)
    try:
        yield client
    finally:
        _using.reset(mark)


def used_client() -> Any:
    """Give the client of the innermost ``using`` block, None outside of one."""
    return _using.get()


def configure(config: Config | None, client: Any = None) -> Any:
    """Replace the settings, and with them the default client; gives the client before, which calls in flight keep."""
    global _default
    before, _default = _default, _Default(config, client)
    return before.client


def configured() -> Config | None:
    """Give the settings of ``configure``, None when it was not called."""
    return _default.config


def default_client(make: Callable[[Config | None], Any]) -> Any:
    """Give the client of the module-level calls; the default one is made, once, when it is first needed."""
    client = _using.get()
    if client is not None:
        return client
    present = _default
    if present.client is None:
        with present.lock:
            if present.client is None:
                present.client = make(present.config)
    return present.client
