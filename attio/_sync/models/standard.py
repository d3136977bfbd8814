# Derived from attio/_async by scripts/unasync: edit there.
"""Records of the standard objects, with a property for each of their attributes."""

from __future__ import annotations

from typing import ClassVar

from attio.records.typed import CompanyData, DealData, PersonData, UserData, WorkspaceData

from .records import Record


class Person(PersonData, Record):
    """A person."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "people"


class Company(CompanyData, Record):
    """A company."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "companies"


class Deal(DealData, Record):
    """A deal; needs the object to be switched on in the workspace."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "deals"


class User(UserData, Record):
    """A user of your product; needs the object to be switched on in the workspace."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "users"


class Workspace(WorkspaceData, Record):
    """A workspace of your product; needs the object to be switched on in the workspace."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "workspaces"


KINDS: dict[str, type[Record]] = {
    "people": Person,
    "companies": Company,
    "deals": Deal,
    "users": User,
    "workspaces": Workspace,
}
