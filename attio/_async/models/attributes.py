"""`AsyncAttribute`, `AsyncOption`, `AsyncStatus`: what remembers the object or list that it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attio.records.structure import AttributeData, OptionData, StatusData

from .abilities import AsyncArchived, AsyncBound, AsyncCreated, AsyncListed, AsyncRetrieved

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from attio.core.snapshot import ResponseSnapshot
    from attio.records.places import AttributePlace, Place


class AsyncPlaced(AsyncBound):
    """Base of what is addressed below an object or a list; remembers which, in pickles and copies too."""

    __slots__ = ("place",)

    place: Place | AttributePlace | None
    """The object or list that it was fetched from; None when it was made by hand. Can be set."""

    def __init__(
        self,
        raw: Mapping[str, Any] | None = None,
        *,
        client: Any = None,
        response: ResponseSnapshot | None = None,
        place: Place | AttributePlace | None = None,
    ) -> None:
        super().__init__(raw, client=client, response=response)
        self.place = place

    def _place(self) -> dict[str, Any]:
        return {} if self.place is None else dict(self.place.arguments())

    async def update(self, **changes: Any) -> Self:
        """Change it in Attio and here; takes what `update` of the client's resource takes."""
        return self._replace_raw(await self._own().update(self, **changes))

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.raw,), (None, {"place": self.place}))

    def __copy__(self) -> Self:
        made = super().__copy__()
        made.place = self.place
        return made

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        made = super().__deepcopy__(memo)
        made.place = self.place
        return made


class AsyncAttribute(AttributeData, AsyncPlaced, AsyncListed, AsyncCreated, AsyncRetrieved, AsyncArchived):
    """An attribute of an object or of a list; Attio archives attributes and deletes none."""

    __slots__ = ()
    _resource: ClassVar[str] = "attributes"


class AsyncOption(OptionData, AsyncPlaced, AsyncListed, AsyncCreated, AsyncArchived):
    """One option of a select attribute."""

    __slots__ = ()
    _resource: ClassVar[str] = "attributes.options"


class AsyncStatus(StatusData, AsyncPlaced, AsyncListed, AsyncCreated, AsyncArchived):
    """One status of a status attribute."""

    __slots__ = ()
    _resource: ClassVar[str] = "attributes.statuses"
