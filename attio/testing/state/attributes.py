"""Attributes of objects and lists, their options and statuses, and the index that finds rows by a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from attio.testing.state.collections import Collection

# What one value holds besides its times and its actor, by attribute type:
#   text, date -> str              number, currency, rating -> int | float        checkbox -> bool
#   timestamp -> microseconds      select -> Option                               status -> Status
#   domain -> str                  email-address -> str | (address, as written)
#   personal-name -> (first, last, full)             phone-number -> (E.164, as written, country)
#   location -> ten parts in Attio's order
#   record-reference -> (object id, record id)      actor-reference -> (type, id)
#   interaction -> (type, microseconds, actor)
Payload = Any

VIRTUAL_ID: Final = "id"
VIRTUAL_CREATED_AT: Final = "created_at"
VIRTUAL_CREATED_BY: Final = "created_by"
CHOICE_TYPES: Final = frozenset({"select", "status"})


class Option:
    """One option of a select attribute. Values hold the object itself, so a new title shows at once."""

    __slots__ = ("id", "is_archived", "title")

    def __init__(self, id: str, title: str) -> None:
        self.id = id
        self.title = title
        self.is_archived = False


class Status(Option):
    """One status of a status attribute."""

    __slots__ = ("celebration_enabled", "target_time_in_status")

    def __init__(
        self,
        id: str,
        title: str,
        *,
        celebration_enabled: bool = False,
        target_time_in_status: str | None = None,
    ) -> None:
        super().__init__(id, title)
        self.celebration_enabled = celebration_enabled
        self.target_time_in_status = target_time_in_status


class EqualityIndex:
    """Row ids by value. Most keys of a unique attribute have one row: those cost no set."""

    __slots__ = ("_rows",)

    def __init__(self) -> None:
        self._rows: dict[Hashable, str | set[str]] = {}

    def add(self, key: Hashable, row_id: str) -> None:
        """Note that a row has this value."""
        held = self._rows.setdefault(key, row_id)
        if isinstance(held, set):
            held.add(row_id)
        elif held != row_id:
            self._rows[key] = {held, row_id}

    def discard(self, key: Hashable, row_id: str) -> None:
        """Forget that a row has this value."""
        held = self._rows.get(key)
        if isinstance(held, set):
            held.discard(row_id)
            if not held:
                del self._rows[key]
        elif held == row_id:
            del self._rows[key]

    def find(self, key: Hashable) -> Iterable[str]:
        """Return the ids of rows with this value."""
        held = self._rows.get(key)
        if held is None:
            return ()
        return held if isinstance(held, set) else (held,)

    def has_doubles(self) -> bool:
        """Tell whether any value is held by more than one row."""
        return any(isinstance(held, set) and len(held) > 1 for held in self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)


class Attribute:
    """One attribute. `key` is its place in the cells of a row and never changes; slug and title may."""

    __slots__ = (
        "allowed_ids",
        "collection",
        "created_us",
        "currency_code",
        "default",
        "description",
        "display_type",
        "id",
        "index",
        "inverse",
        "is_archived",
        "is_enriched",
        "is_multiselect",
        "is_required",
        "is_system",
        "is_unique",
        "is_writable",
        "key",
        "options",
        "slug",
        "title",
        "type",
        "virtual",
    )

    def __init__(
        self, collection: Collection, id: str, *, slug: str, title: str, type: str, created_us: int
    ) -> None:
        self.collection = collection
        self.id = id
        # not the number of attributes: one of a deleted relationship may be gone, and its key is not used again
        self.key: int = max((each.key for each in collection.attributes.values()), default=-1) + 1
        self.slug = slug
        self.title = title
        self.type = type
        self.description: str | None = None
        self.created_us = created_us
        self.is_system = False
        self.is_writable = True
        self.is_required = False
        self.is_unique = False
        self.is_multiselect = False
        self.is_archived = False
        self.is_enriched = False
        self.default: tuple[str, Any] | None = None
        self.currency_code: str | None = None
        self.display_type: str | None = None
        self.allowed_ids: list[str] | None = None
        self.inverse: Attribute | None = None
        self.options: dict[str, Option] = {}
        self.index: EqualityIndex | None = None
        self.virtual: str | None = None

    def option(self, name: str) -> Option | None:
        """Find an option or status by its id or its exact title, archived ones included."""
        found = self.options.get(name.lower())
        if found is not None:
            return found
        return next((option for option in self.options.values() if option.title == name), None)

    def index_key(self, payload: Payload) -> Hashable:
        """Return what the index files a payload under: what an equality filter on its default property compares."""
        maker = _INDEX_KEYS.get(self.type)
        key: Hashable = payload if maker is None else maker(payload)
        return key

    def identity(self, payload: Payload) -> Hashable:
        """Return what makes two payloads of this attribute the same value."""
        same: Hashable = payload
        if self.type == "phone-number" or (self.type == "email-address" and not isinstance(payload, str)):
            same = payload[0]
        return same


def _address(payload: str | tuple[str, str]) -> str:
    return payload if isinstance(payload, str) else payload[0]


_INDEX_KEYS: Final[dict[str, Callable[[Any], Hashable]]] = {
    "email-address": _address,
    "phone-number": lambda payload: payload[0].lstrip("+"),
    "personal-name": lambda payload: payload[2],
    "select": lambda payload: payload.id,
    "status": lambda payload: payload.id,
    "record-reference": lambda payload: payload[1],
    "actor-reference": lambda payload: payload[1],
}
