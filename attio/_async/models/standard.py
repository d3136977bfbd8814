"""Records of the standard objects, with a property for each of their attributes."""

from __future__ import annotations

from typing import ClassVar

from attio.records.typed import CompanyData, DealData, PersonData, UserData, WorkspaceData

from .records import AsyncRecord


class AsyncPerson(PersonData, AsyncRecord):
    """A person."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "people"


class AsyncCompany(CompanyData, AsyncRecord):
    """A company."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "companies"


class AsyncDeal(DealData, AsyncRecord):
    """A deal; needs the object to be switched on in the workspace."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "deals"


class AsyncUser(UserData, AsyncRecord):
    """A user of your product; needs the object to be switched on in the workspace."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "users"


class AsyncWorkspace(WorkspaceData, AsyncRecord):
    """A workspace of your product; needs the object to be switched on in the workspace."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "workspaces"


KINDS: dict[str, type[AsyncRecord]] = {
    "people": AsyncPerson,
    "companies": AsyncCompany,
    "deals": AsyncDeal,
    "users": AsyncUser,
    "workspaces": AsyncWorkspace,
}
