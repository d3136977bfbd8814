"""What writing needs to know about attributes: the shape that any schema must have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Choice(Protocol):
    """One option of a select attribute, or one status of a status attribute."""

    @property
    def title(self) -> str | None:
        """The title, matched to the letter by Attio."""
        ...

    @property
    def id(self) -> str | None:
        """The id of the option or status itself."""
        ...

    @property
    def is_archived(self) -> bool:
        """Whether it is hidden from new choices."""
        ...


class AttributeInfo(Protocol):
    """One attribute of an object or a list."""

    @property
    def slug(self) -> str:
        """The name that values are keyed by."""
        ...

    @property
    def id(self) -> str | None:
        """The attribute's own id, None when it is not known."""
        ...

    @property
    def type(self) -> str:
        """Attio's word for the type, such as 'record-reference'."""
        ...

    @property
    def is_multiselect(self) -> bool:
        """Whether it holds several values."""
        ...

    @property
    def is_writable(self) -> bool:
        """Whether the API may set it."""
        ...

    @property
    def is_required(self) -> bool:
        """Whether a create must set it."""
        ...

    @property
    def is_unique(self) -> bool:
        """Whether no two records may hold the same value."""
        ...

    @property
    def is_archived(self) -> bool:
        """Whether it is archived."""
        ...

    @property
    def has_default(self) -> bool:
        """Whether Attio fills it in on a create that does not set it."""
        ...

    @property
    def currency_code(self) -> str | None:
        """The currency of a currency attribute, None when it is not known."""
        ...

    @property
    def allowed_objects(self) -> Sequence[str] | None:
        """Slugs or ids of the objects that a reference may point at; None for all of them, or not known."""
        ...

    @property
    def choices(self) -> Sequence[Choice] | None:
        """The options or statuses; None when the attribute has none or they are not known."""
        ...


class AttributeLookup(Protocol):
    """All attributes of one object or list."""

    @property
    def name(self) -> str:
        """What messages call it: the slug of the object or list."""
        ...

    def find(self, key: str) -> AttributeInfo | None:
        """Return the attribute of that slug or id, None when there is none."""
        ...

    def attributes(self) -> Iterable[AttributeInfo]:
        """Return all attributes, in Attio's order."""
        ...
