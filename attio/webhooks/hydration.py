"""What an event needs of a client to fetch the thing that it is about.

The protocols fit both clients: through `Attio` a method gives the thing, through `AsyncAttio` what is awaited
for it. They are here because clients are built above this layer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from attio.core.config import RequestOptions

T_co = TypeVar("T_co", covariant=True)


class ById(Protocol[T_co]):
    """Fetches by one id."""

    def get(self, id: str, /, *, options: RequestOptions | None = None) -> T_co:
        """Fetch one."""
        ...


class ByTwoIds(Protocol[T_co]):
    """Fetches by the id of what holds it and its own."""

    def get(self, home: str, id: str, /, *, options: RequestOptions | None = None) -> T_co:
        """Fetch one."""
        ...


class AttributesById(Protocol[T_co]):
    """Fetches attributes of objects and lists."""

    def get(
        self,
        attribute: str,
        /,
        *,
        object: str | None = None,
        list: str | None = None,
        options: RequestOptions | None = None,
    ) -> T_co:
        """Fetch one."""
        ...


class HasRecords(Protocol[T_co]):
    """A client: its records."""

    @property
    def records(self) -> ByTwoIds[T_co]:
        """Records of any object."""
        ...


class HasEntries(Protocol[T_co]):
    """A client: its entries."""

    @property
    def entries(self) -> ByTwoIds[T_co]:
        """Entries of any list."""
        ...


class HasAttributes(Protocol[T_co]):
    """A client: its attributes."""

    @property
    def attributes(self) -> AttributesById[T_co]:
        """Attributes of objects and lists."""
        ...


class HasLists(Protocol[T_co]):
    """A client: its lists."""

    @property
    def lists(self) -> ById[T_co]:
        """Lists."""
        ...


class HasNotes(Protocol[T_co]):
    """A client: its notes."""

    @property
    def notes(self) -> ById[T_co]:
        """Notes."""
        ...


class HasTasks(Protocol[T_co]):
    """A client: its tasks."""

    @property
    def tasks(self) -> ById[T_co]:
        """Tasks."""
        ...


class HasComments(Protocol[T_co]):
    """A client: its comments."""

    @property
    def comments(self) -> ById[T_co]:
        """Comments."""
        ...


class HasMembers(Protocol[T_co]):
    """A client: the members of its workspace."""

    @property
    def workspace_members(self) -> ById[T_co]:
        """Members of the workspace."""
        ...


class HasRecordings(Protocol[T_co]):
    """A client: its call recordings."""

    @property
    def call_recordings(self) -> ByTwoIds[T_co]:
        """Call recordings of meetings."""
        ...


class HasActivities(Protocol[T_co]):
    """A client: its activities."""

    @property
    def activities(self) -> ById[T_co]:
        """Kinds of activities."""
        ...


class HasActivityRecords(Protocol[T_co]):
    """A client: its activity records."""

    @property
    def activity_records(self) -> ByTwoIds[T_co]:
        """Records of activities."""
        ...


class BindsObjects(Protocol):
    """A client: the records of one object."""

    def object(self, object: Any, /) -> ById[Any]:
        """Return the records of one object, by slug or class."""
        ...
