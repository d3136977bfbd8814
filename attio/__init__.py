"""Attio's REST API for Python.

>>> from attio import Attio
>>> client = Attio(api_key="...")  # or ATTIO_API_KEY in the environment
>>> for person in client.people.iterate():  # doctest: +SKIP
...     print(person["name"].full_name, person["email_addresses"])

`Attio` and `AsyncAttio` are the clients, `F` builds filters, `attio.testing` is Attio on your laptop.
Every name is imported when it is first used, so that `import attio` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._names import MODULE_OF

if TYPE_CHECKING:
    from typing import Any

    from ._names import *  # noqa: F403  (one table of names for people, tools and the interpreter)

__version__ = "0.1.0"

__all__ = sorted(MODULE_OF)


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in MODULE_OF:
        value = getattr(import_module(MODULE_OF[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(name)


def __dir__() -> list[str]:
    return __all__
