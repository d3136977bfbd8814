"""`RowData`: what records, entries and activity records share: values by slug, decoded at first look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from attio.core.decoding import decode_json
from attio.values.read import plain_value, read_values
from attio.values.timestamps import read_timestamp

from .ids import Id
from .raw_page import read_head, to_bytes
from .row_parts import MissingAttributeError, ValuesView, items_of, label_of
from .shape import ShapeRule, default_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, KeysView, Mapping
    from datetime import datetime

    from attio.core.snapshot import ResponseSnapshot
    from attio.values.types import Value

    from .raw_page import RowHead


def _restore(
    cls: type[RowData],
    row: Mapping[str, Any] | bytes,
    settings: dict[str, Any],
    pending: dict[str, Any] | None,
) -> RowData:
    self = cls(row, **settings)
    self._pending = pending
    return self


class RowData:
    """Hold one row of Attio's (a record, an entry) as JSON, and its values as Python.

    Reads like a mapping from slug to plain Python; assignments are tracked until they are saved. Two rows are
    equal when they are the same thing, whatever their content; `same_values` compares content. Pickles and
    deep copies keep the data and the unsaved changes, and drop the client.
    """

    __slots__ = (
        "__weakref__",
        "_client",
        "_head",
        "_json",
        "_lists",
        "_moment",
        "_pending",
        "_rule",
        "_scope",
        "_values",
        "response",
    )

    kind: ClassVar[str] = "row"
    """Attio's word for what this is; equal for the data class and its sync and async twins."""
    _values_key: ClassVar[str] = "values"
    _id_type: ClassVar[type[Id]] = Id

    response: ResponseSnapshot | None

    def __init__(
        self,
        raw: Mapping[str, Any] | bytes | None = None,
        *,
        scope: str | None = None,
        rule: ShapeRule | None = None,
        client: Any = None,
        response: ResponseSnapshot | None = None,
        moment: datetime | None = None,
    ) -> None:
        """Wrap a row; `scope` is the slug of its object or list, where it is known."""
        self._json: bytes = raw if type(raw) is bytes else to_bytes(raw or {})
        self._scope = scope
        self._rule = rule
        self._client = client
        self.response = response
        self._moment = moment
        self._head: RowHead | None = None
        self._values: dict[str, Any] = {}
        self._pending: dict[str, Any] | None = None
        self._lists: dict[str, list[Any]] | None = None

    # What the row is

    def _envelope(self) -> RowHead:
        head = self._head
        if head is None:
            head, self._values = read_head(self._json, self._values_key)
            self._head = head
        return head

    def _own_id(self) -> Any:
        head = self._envelope()
        if not isinstance(head.id, Id):
            head.id = self._id_type.from_raw(head.id)
        return head.id

    @property
    def created_at(self) -> datetime | None:
        """When it was created; None where Attio did not say."""
        moment = read_timestamp(self._envelope().created_at)
        if moment is not None:
            return moment
        found = self.first("created_at")
        return found if hasattr(found, "tzinfo") else None

    @property
    def raw(self) -> dict[str, Any]:
        """The JSON as Attio sent it, as a new dict; unsaved changes are not in it."""
        found = decode_json(self._json)
        return cast("dict[str, Any]", found) if isinstance(found, dict) else {"value": found}

    @property
    def rule(self) -> ShapeRule:
        """The rule that decides which attributes read as lists."""
        if self._rule is None:
            self._rule = default_rule(self._object_slug())
        return self._rule

    def _object_slug(self) -> str | None:
        """Return the object whose built-in attributes the row has; None for what is no record."""
        return None

    # Values

    def _undecoded(self) -> Mapping[str, Any]:
        self._envelope()
        return self._values

    def _slugs(self) -> dict[str, None]:
        self._envelope()
        return (
            dict.fromkeys((*self._values, *self._pending)) if self._pending else dict.fromkeys(self._values)
        )

    def _typed(self, slug: str) -> tuple[Value, ...]:
        """Decode the values of one attribute, once; KeyError when the row does not have it."""
        self._envelope()
        found = self._values[slug]
        if type(found) is not tuple:
            found = self._values[slug] = read_values(found)
        values = cast("tuple[Value, ...]", found)
        if self._moment is not None:
            moment = self._moment
            return tuple([value for value in values if value.held_at(moment)])
        return values

    def _current(self, slug: str) -> tuple[Value, ...]:
        values = self._typed(slug)
        if self._moment is None:
            for value in values:
                if not value.is_current:
                    return tuple([value for value in values if value.is_current])
        return values

    def _plain(self, slug: str) -> Any:
        values = self._current(slug)
        rule = self.rule
        if rule.is_multi(slug, values[0].attribute_type if values else None, len(values)):
            return [plain_value(value, decimals=rule.decimals) for value in values]
        return plain_value(values[0], decimals=rule.decimals) if values else None

    @property
    def values(self) -> Mapping[str, tuple[Value, ...]]:
        """The typed values as Attio sent them, by slug, read-only; unsaved changes are not in it."""
        return ValuesView(self)

    def __getitem__(self, slug: str) -> Any:
        """Return the value as plain Python: one value, None when there is none, or a list.

        Which attributes are lists never depends on what was read before (see `ShapeRule`). A list may be
        changed in place: the change is saved like an assignment.
        """
        if self._pending is not None and slug in self._pending:
            return self._pending[slug]
        if self._lists is not None and slug in self._lists:
            return self._lists[slug]
        try:
            found = self._plain(slug)
        except KeyError:
            raise MissingAttributeError(slug, self._slugs(), self._described()) from None
        if type(found) is list:
            self._lists = self._lists or {}
            self._lists[slug] = cast("Any", found)
        return cast("Any", found)

    def __setitem__(self, slug: str, value: Any) -> None:
        """Set the value as plain Python; None clears. Nothing is sent before it is saved."""
        self._pending = self._pending or {}
        # An iterator could be read only once: by whoever looks first, or by the save.
        self._pending[slug] = (
            list(cast("Iterator[Any]", value)) if hasattr(value.__class__, "__next__") else value
        )

    def __contains__(self, slug: object) -> bool:
        return slug in self._slugs()

    def __iter__(self) -> Iterator[str]:
        return iter(self._slugs())

    def __len__(self) -> int:
        return len(self._slugs())

    def __bool__(self) -> bool:
        return True

    def keys(self) -> KeysView[str]:
        """Return the slugs of all attributes, also of empty ones, in Attio's order."""
        return self._slugs().keys()

    def items(self) -> Iterable[tuple[str, Any]]:
        """Yield every slug with its plain value."""
        return ((slug, self[slug]) for slug in self._slugs())

    def get(self, slug: str, default: Any = None) -> Any:
        """Return the plain value; `default` when there is no such attribute or it is empty.

        An empty multi-valued attribute reads as the empty list that it is.
        """
        try:
            found = self[slug]
        except KeyError:
            return default
        return default if found is None else found

    def first(self, slug: str, default: Any = None) -> Any:
        """Return the first value, whether the attribute holds one or several; `default` when it is empty."""
        found = self.all(slug)
        return found[0] if found else default

    def all(self, slug: str) -> list[Any]:
        """Return all values, always as a new list; empty when there is no such attribute."""
        return items_of(self.get(slug))

    # Changes

    def changes(self) -> dict[str, Any]:
        """Return what a save would send: slug to plain value, of what differs from what Attio sent."""
        self._envelope()
        touched = {**(self._lists or {}), **(self._pending or {})}
        return {
            slug: _detached(value)
            for slug, value in touched.items()
            if slug not in self._values or not _same(value, self._plain(slug))
        }

    def discard_changes(self) -> Self:
        """Forget every change that was not saved."""
        self._pending = self._lists = None
        return self

    def _replace_raw(self, fresh: RowData, *, saved: Mapping[str, Any] | None = None) -> Self:
        """Take over the content of a fresher answer about the same row.

        Of the changes, those that `saved` says were sent are done; what was changed since stays to be saved.
        """
        pending = self.changes()
        for slug, value in (saved or {}).items():
            if slug in pending and _same(pending[slug], value):
                del pending[slug]
        fresh._envelope()
        self._json, self._head, self._values = fresh._json, fresh._head, fresh._values
        self.response = fresh.response
        self._pending, self._lists = pending or None, None
        return self

    # As a whole

    def to_dict(self, *, plain: bool = False) -> dict[str, Any]:
        """Return a new dict: the JSON as Attio sent it, or with `plain` the plain values by slug.

        Plain values include unsaved changes.
        """
        if not plain:
            return self.raw
        return {slug: _detached(value) for slug, value in self.items()}

    def same_values(self, other: object) -> bool:
        """Tell whether `other` holds the same content, unsaved changes included, whenever it was set."""
        if not isinstance(other, RowData) or self.kind != other.kind:
            return False
        return self._contents() == other._contents()

    def _contents(self) -> dict[str, list[Any]]:
        # An attribute without values and one that is not there have the same content.
        return {slug: found for slug in self._slugs() if (found := self.all(slug))}

    def at(self, moment: datetime, *, history: Mapping[str, Iterable[Value]] | None = None) -> Self:
        """Return the row with the values that were active at `moment`, an aware datetime.

        An answer of Attio's holds current values only, so an attribute that was changed since reads as empty
        unless `history` brings its earlier values (slug to what the history call returns).
        """
        from .row_parts import aware

        raw: Mapping[str, Any] | bytes = self._json
        if history:
            raw = self.raw
            raw[self._values_key] = {
                **raw.get(self._values_key, {}),
                **{slug: [value.raw for value in values] for slug, values in history.items()},
            }
        settings = {**self._settings(), "moment": aware(moment)}
        return cast("Self", _restore(type(self), raw, settings, None)._bound_like(self))

    def _settings(self) -> dict[str, Any]:
        return {"scope": self._scope, "rule": self._rule, "moment": self._moment}

    def _identity(self) -> tuple[str, str] | None:
        own = str(self._own_id())
        return (self.kind, own) if own else None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RowData):
            return NotImplemented
        mine = self._identity()
        if mine is None or mine != other._identity():
            return self is other
        # Ids are unique by themselves; where both rows say what they are of, that has to agree too.
        ours, theirs = self._belongs_to(), other._belongs_to()
        return ours is None or theirs is None or ours == theirs

    def _belongs_to(self) -> str | None:
        return cast("str | None", getattr(self._own_id(), "object_id", None))

    def __hash__(self) -> int:
        return hash(self._identity() or id(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self._json, self._settings(), self.changes() or None)

    def __copy__(self) -> Self:
        made = _restore(type(self), self._json, self._settings(), self.changes() or None)
        return cast("Self", made._bound_like(self))

    def _bound_like(self, other: RowData) -> Self:
        self._client, self.response = other._client, other.response
        return self

    def _described(self) -> str:
        return f"this {self.kind}" if self._scope is None else f"this {self.kind} of {self._scope}"

    def __repr__(self) -> str:
        own = str(self._own_id())
        parts = [type(self).__name__, label_of(self), f"{own[:4]}…" if len(own) > 5 else own]
        return f"<{' '.join(part for part in parts if part)}>"


def _detached(value: Any) -> Any:
    return [*cast("Iterable[Any]", value)] if type(value) is list else value


def _same(one: Any, other: Any) -> bool:
    """Compare plain values; a checkbox and a number are never the same, though Python says True == 1."""
    return type(one) is type(other) and bool(one == other)
