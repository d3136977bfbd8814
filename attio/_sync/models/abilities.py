# Derived from attio/_async by scripts/unasync: edit there.
"""What models can do, by noun: a model class lists the abilities that Attio has routes for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attio._sync.binding import bound, client_for
from attio.records.model import Model

if TYPE_CHECKING:
    from typing import Self

    from attio._sync.listing import Page, Rows
    from attio.core.config import RequestOptions


class Bound(Model):
    """Base of models that act: they know the resource of the client that serves them."""

    __slots__ = ()

    _resource: ClassVar[str]
    """Where the client keeps what serves this noun, such as 'notes'."""

    @classmethod
    def _served(cls, arguments: dict[str, Any]) -> Any:
        resource: Any = client_for(arguments.pop("client", None), cls)
        for name in cls._resource.split("."):
            resource = getattr(resource, name)
        return resource

    def _own(self) -> Any:
        resource: Any = bound(self)
        for name in self._resource.split("."):
            resource = getattr(resource, name)
        return resource

    def _place(self) -> dict[str, Any]:
        """Return what addresses this very thing in calls, besides its own id."""
        return {}


class Listed(Bound):
    """Can be listed."""

    __slots__ = ()

    @classmethod
    def list(cls, **arguments: Any) -> Page[Self]:
        """Fetch one page; takes what `list` of the client's resource takes, and `client=`."""
        page: Page[Self] = cls._served(arguments).list(**arguments)
        return page

    @classmethod
    def iterate(cls, **arguments: Any) -> Rows[Self]:
        """Go through all of them; takes what `iterate` of the client's resource takes, and `client=`."""
        rows: Rows[Self] = cls._served(arguments).iterate(**arguments)
        return rows


class Created(Bound):
    """Can be created."""

    __slots__ = ()

    @classmethod
    def create(cls, *values: Any, **arguments: Any) -> Self:
        """Create one; takes what `create` of the client's resource takes, and `client=`."""
        made: Self = cls._served(arguments).create(*values, **arguments)
        return made


class Retrieved(Bound):
    """Can be fetched by id."""

    __slots__ = ()

    @classmethod
    def retrieve(cls, id: Any, **arguments: Any) -> Self:
        """Fetch one by its id; takes what `get` of the client's resource takes, and `client=`."""
        found: Self = cls._served(arguments).get(id, **arguments)
        return found

    @classmethod
    def get(cls, id: Any, **arguments: Any) -> Self:
        """Fetch one by its id; the same as `retrieve`."""
        return cls.retrieve(id, **arguments)

    def refresh(self, *, options: RequestOptions | None = None) -> Self:
        """Fetch it again, into this very model. Costs one request."""
        return self._replace_raw(self._own().get(self._own_id(), **self._place(), options=options))


class Updated(Bound):
    """Can be changed."""

    __slots__ = ()

    def update(self, **changes: Any) -> Self:
        """Change it in Attio and here; takes what `update` of the client's resource takes."""
        return self._replace_raw(self._own().update(self._own_id(), **self._place(), **changes))


class Deleted(Bound):
    """Can be deleted."""

    __slots__ = ()

    def delete(self, *, options: RequestOptions | None = None) -> None:
        """Delete it in Attio, for good. Costs one request."""
        self._own().delete(self._own_id(), **self._place(), options=options)


class Archived(Updated):
    """Can be archived: hidden, its slug or title stays taken."""

    __slots__ = ()

    def archive(self, *, options: RequestOptions | None = None) -> Self:
        """Archive it in Attio and here. Costs one request."""
        return self.update(is_archived=True, options=options)
