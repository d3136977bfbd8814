"""The events of attributes and of lists themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

from attio.records.ids import AttributeId, ListId
from attio.records.model import identifier

from .event import Event

if TYPE_CHECKING:
    from attio.core.config import RequestOptions

    from .hydration import HasAttributes, HasLists

T = TypeVar("T")


class _AttributeEvent(Event):
    __slots__ = ()
    id = identifier(AttributeId, "Id of the attribute, with what has it beside it.")

    @property
    def attribute_id(self) -> str | None:
        """The attribute."""
        return self._member("attribute_id")


class ObjectAttributeEvent(_AttributeEvent):
    """Something happened to an attribute of an object."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = ("object-attribute.created", "object-attribute.updated")

    @property
    def object_id(self) -> str | None:
        """The object that has the attribute."""
        return self._member("object_id")

    @overload
    def attribute(self, client: HasAttributes[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def attribute(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def attribute(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the attribute as it is now. Costs one request."""
        attributes = self._through(client).attributes
        home = self._needed("object_id")
        return attributes.get(self._needed("attribute_id"), object=home, options=options)


class ObjectAttributeCreated(ObjectAttributeEvent):
    """An object got an attribute."""

    __slots__ = ()
    event_types = ("object-attribute.created",)


class ObjectAttributeUpdated(ObjectAttributeEvent):
    """An attribute of an object was configured anew, or archived."""

    __slots__ = ()
    event_types = ("object-attribute.updated",)


class ListAttributeEvent(_AttributeEvent):
    """Something happened to an attribute of a list."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = ("list-attribute.created", "list-attribute.updated")

    @property
    def list_id(self) -> str | None:
        """The list that has the attribute."""
        return self._member("list_id")

    @overload
    def attribute(self, client: HasAttributes[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def attribute(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def attribute(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the attribute as it is now. Costs one request."""
        attributes = self._through(client).attributes
        home = self._needed("list_id")
        return attributes.get(self._needed("attribute_id"), list=home, options=options)


class ListAttributeCreated(ListAttributeEvent):
    """A list got an attribute."""

    __slots__ = ()
    event_types = ("list-attribute.created",)


class ListAttributeUpdated(ListAttributeEvent):
    """An attribute of a list was configured anew, or archived."""

    __slots__ = ()
    event_types = ("list-attribute.updated",)


class ListEvent(Event):
    """Something happened to a list itself."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = ("list.created", "list.updated", "list.deleted")
    id = identifier(ListId, "Id of the list.")

    @property
    def list_id(self) -> str | None:
        """The list."""
        return self._member("list_id")

    @overload
    def list(self, client: HasLists[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def list(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def list(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the list as it is now; raises NotFoundError when it is gone. Costs one request."""
        return self._through(client).lists.get(self._needed("list_id"), options=options)


class ListCreated(ListEvent):
    """A list was made."""

    __slots__ = ()
    event_types = ("list.created",)


class ListUpdated(ListEvent):
    """A list was renamed, or its access changed."""

    __slots__ = ()
    event_types = ("list.updated",)


class ListDeleted(ListEvent):
    """A list was deleted."""

    __slots__ = ()
    event_types = ("list.deleted",)
