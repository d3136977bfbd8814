"""What models can do, by noun: a model class lists the abilities that Attio has routes for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attio._async.binding import bound, client_for
from attio.records.model import Model

if TYPE_CHECKING:
    from typing import Self

    from attio._async.listing import AsyncPage, AsyncRows
    from attio.core.config import RequestOptions


class AsyncBound(Model):
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


class AsyncListed(AsyncBound):
    """Can be listed."""

    __slots__ = ()

    @classmethod
    async def list(cls, **arguments: Any) -> AsyncPage[Self]:
        """Fetch one page; takes what `list` of the client's resource takes, and `client=`."""
        page: AsyncPage[Self] = await cls._served(arguments).list(**arguments)
        return page

    @classmethod
    def iterate(cls, **arguments: Any) -> AsyncRows[Self]:
        """Go through all of them; takes what `iterate` of the client's resource takes, and `client=`."""
        rows: AsyncRows[Self] = cls._served(arguments).iterate(**arguments)
        return rows


class AsyncCreated(AsyncBound):
    """Can be created."""

    __slots__ = ()

    @classmethod
    async def create(cls, *values: Any, **arguments: Any) -> Self:
        """Create one; takes what `create` of the client's resource takes, and `client=`."""
        made: Self = await cls._served(arguments).create(*values, **arguments)
        return made


class AsyncRetrieved(AsyncBound):
    """Can be fetched by id."""

    __slots__ = ()

    @classmethod
    async def retrieve(cls, id: Any, **arguments: Any) -> Self:
        """Fetch one by its id; takes what `get` of the client's resource takes, and `client=`."""
        found: Self = await cls._served(arguments).get(id, **arguments)
        return found

    @classmethod
    async def get(cls, id: Any, **arguments: Any) -> Self:
        """Fetch one by its id; the same as `retrieve`."""
        return await cls.retrieve(id, **arguments)

    async def refresh(self, *, options: RequestOptions | None = None) -> Self:
        """Fetch it again, into this very model. Costs one request."""
        return self._replace_raw(await self._own().get(self._own_id(), **self._place(), options=options))


class AsyncUpdated(AsyncBound):
    """Can be changed."""

    __slots__ = ()

    async def update(self, **changes: Any) -> Self:
        """Change it in Attio and here; takes what `update` of the client's resource takes."""
        return self._replace_raw(await self._own().update(self._own_id(), **self._place(), **changes))


class AsyncDeleted(AsyncBound):
    """Can be deleted."""

    __slots__ = ()

    async def delete(self, *, options: RequestOptions | None = None) -> None:
        """Delete it in Attio, for good. Costs one request."""
        await self._own().delete(self._own_id(), **self._place(), options=options)


class AsyncArchived(AsyncUpdated):
    """Can be archived: hidden, its slug or title stays taken."""

    __slots__ = ()

    async def archive(self, *, options: RequestOptions | None = None) -> Self:
        """Archive it in Attio and here. Costs one request."""
        return await self.update(is_archived=True, options=options)
