"""Services: what programs do with a CRM over and over, so that it is done once and safely.

>>> from attio import Attio
>>> from attio.services import PersonService
>>> from attio.testing import LocalWorkspace
>>> people = PersonService(Attio(transport=LocalWorkspace().transport()))
>>> ada = people.find_or_create_by_email("ada@example.com", {"name": "Ada Lovelace"})
>>> people.find_or_create_by_email("Ada@Example.com", {"name": "Somebody else"}).full_name
'Ada Lovelace'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from ._async.companies import AsyncCompanyService as AsyncCompanyService
    from ._async.lists import AsyncListService as AsyncListService
    from ._async.people import AsyncPersonService as AsyncPersonService
    from ._sync.companies import CompanyService as CompanyService
    from ._sync.lists import ListService as ListService
    from ._sync.people import PersonService as PersonService

__all__ = [
    "AsyncCompanyService",
    "AsyncListService",
    "AsyncPersonService",
    "CompanyService",
    "ListService",
    "PersonService",
]

_MODULES = {"CompanyService": "companies", "ListService": "lists", "PersonService": "people"}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    module = _MODULES.get(name.removeprefix("Async"))
    if module is None:
        raise AttributeError(f"attio.services has no {name!r}; there are {', '.join(__all__)}")
    world = "_async" if name.startswith("Async") else "_sync"
    return getattr(import_module(f"attio.services.{world}.{module}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
