"""The client that acts where none was named: of the innermost `using`, else (sync only) the default one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attio.core.defaults import default_client, used_client
from attio.core.error_tree import ConfigurationError

if TYPE_CHECKING:
    from attio.core.config import Config

ClientT = TypeVar("ClientT")


def current_client(kind: type[ClientT], needed_by: str) -> ClientT:
    """Return the client in use, or the default one, made from `attio.configure` or the environment.

    Raises ConfigurationError when the client in use is of the other kind, or when there is no key.
    """
    made: Any = kind

    def make(config: Config | None) -> Any:
        return made() if config is None else made.from_config(config)

    return _of_kind(default_client(make), kind, needed_by)


def async_current_client(kind: type[ClientT], needed_by: str) -> ClientT:
    """Return the client in use; there is no hidden default one, since it would belong to no event loop.

    Raises ConfigurationError when there is none, or when the one in use is of the other kind.
    """
    used = used_client()
    if used is None:
        raise ConfigurationError(
            f"{needed_by} does not know which client to act through: give client=..., "
            "or work inside `with attio.using(client):`"
        )
    return _of_kind(used, kind, needed_by)


def _of_kind(client: Any, kind: type[ClientT], needed_by: str) -> ClientT:
    if isinstance(client, kind):
        return client
    raise ConfigurationError(
        f"{needed_by} acts through an {kind.__name__}, and the client in use is {type(client).__name__}"
    )
