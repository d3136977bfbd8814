"""The package as a module that checks what is assigned to it: `attio.test_mode = True` works, slips do not."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Final

from ._names import HIDDEN_ALIASES, PUBLIC

_MOCKS: Final = "attio.testing.mocks"


class Package(ModuleType):
    """The class of the module `attio`; it is what makes `attio.test_mode` a property."""

    @property
    def test_mode(self) -> bool:
        """Whether `attio.test_mode = True` holds: then no client reaches a network, and stubs answer.

        Only True and False can be assigned. See `attio.testing.stub` for what answers.
        """
        mocks = sys.modules.get(_MOCKS)
        return mocks is not None and bool(mocks.in_test_mode())

    @test_mode.setter
    def test_mode(self, value: object) -> None:
        if not isinstance(value, bool):
            from attio.core.errors import ArgumentTypeError

            raise ArgumentTypeError("attio.test_mode", value, "must be True or False")
        if value or self.test_mode:
            from importlib import import_module

            import_module(_MOCKS).set_test_mode(on=value)

    def __setattr__(self, name: str, value: object) -> None:
        """Assign what exists; refuse what would be set and never read."""
        is_own = name.startswith("_") or name == "test_mode" or name in PUBLIC or name in HIDDEN_ALIASES
        # The import system hangs each submodule into its package.
        is_submodule = isinstance(value, ModuleType) and value.__name__ == f"{self.__name__}.{name}"
        if not is_own and not is_submodule and name not in self.__dict__:
            raise AttributeError(_refusal(name))
        super().__setattr__(name, value)


def _refusal(name: str) -> str:
    from attio.core.config import CHECKS
    from attio.core.show import nearest

    text = f"attio.{name} cannot be set: nothing would read it"
    near = nearest(name, ("test_mode", *CHECKS))
    if near == "test_mode":
        return f"{text}; did you mean attio.test_mode?"
    if near is not None:
        return f"{text}; settings are given to attio.configure({near}=...)"
    return f"{text}; settings are given to attio.configure(...)"
