# Derived from attio/_async by scripts/unasync: edit there.
"""Schemas of objects and lists: loaded when needed, once, and dropped when our own writes change them."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, cast

from attio.core.errors import ArgumentError, Error, ForbiddenError
from attio.core.seam import provider
from attio.core.single_flight import SingleFlight
from attio.records.attribute_fields import declared_shapes
from attio.records.bodies_records import settled
from attio.records.schema import CHOICE_TYPES, Schema, SchemaAttribute, SchemaWarning, choice_of
from attio.records.schema_store import SCHEMA_WRITES, Key, SchemaStore, aside, patience
from attio.records.shape import ShapeRule, default_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from attio.core.config import RequestOptions
    from attio.values.plain import Option, Status

    from .client import Attio
    from .models.attributes import Attribute

_STALE_AFTER_S = 1.0
"""A schema younger than this is not loaded again because a write did not fit it."""


class Schemas:
    """The schemas that a client knows, by target ("objects" or "lists") and slug or id.

    Clients that come from one another by `with_options` share what is known, token by token.
    """

    __slots__ = ("_client", "_flight", "store")

    def __init__(self, client: Attio, like: Schemas | None = None) -> None:
        self._client = client
        self._flight: SingleFlight[Any] = SingleFlight() if like is None else like._flight
        self.store: SchemaStore = SchemaStore() if like is None else like.store

    def known(self, target: str, key: str, options: RequestOptions | None = None) -> Schema | None:
        """Return a schema that is loaded and fresh; never sends anything."""
        return cast("Schema | None", self.store.get(self._key(target, key, options), self._now()))

    def load(
        self,
        target: str,
        key: str,
        options: RequestOptions | None = None,
        *,
        complete: bool = True,
        refresh: bool = False,
    ) -> Schema:
        """Return a schema, loading it when it is not known; callers at the same time share one load.

        Costs one request, and with `complete` one more for each select and status attribute and one for the
        slugs of objects. `refresh` loads it in any case, and not with somebody who began before.
        """
        if refresh:
            self.store.outdate()
        else:
            found = self.known(target, key, options)
            if found is not None and (found.complete or not complete):
                return found
        return self._load(target, key, options, complete=complete)

    def _load(self, target: str, key: str, options: RequestOptions | None, *, complete: bool) -> Schema:
        place, generation = self._key(target, key, options), self.store.generation

        def fetch() -> Schema:
            asked = self._now()
            schema = self._fetch(target, key, options, complete=complete)
            self.store.put(place, schema, asked, generation)
            return schema

        found: Schema = self._flight.run((place, complete, generation, patience(options)), fetch)
        return found

    def _fetch(self, target: str, key: str, options: RequestOptions | None, *, complete: bool) -> Schema:
        at: dict[str, Any] = {"object" if target == "objects" else "list": key}
        # Attio sends them all at once unless it is given a limit.
        page = self._client.attributes.list(**at, show_archived=True, options=options)
        rows = [row for row in page.auto_paginate()]
        names: Mapping[str, str] = {}
        choices: dict[str, list[Option | Status]] = {}
        if complete:
            names = self._object_names(options) if any(row.allowed_object_ids for row in rows) else {}
            for row in rows:
                if row.type in CHOICE_TYPES and not row.is_archived:
                    choices[row.api_slug] = self._choices(row, at, options)
        described = [SchemaAttribute(row, choices.get(row.api_slug), names) for row in rows]
        return Schema(key, described, target=target, complete=complete)

    def _choices(
        self, row: Attribute, at: Mapping[str, Any], options: RequestOptions | None
    ) -> list[Option | Status]:
        attributes = self._client.attributes
        kind = attributes.options if row.type == "select" else attributes.statuses
        page = kind.list(row.id or row.api_slug, **at, show_archived=True, options=options)
        return [choice_of(choice) for choice in page]

    def _object_names(self, options: RequestOptions | None) -> Mapping[str, str]:
        """Return the slugs of objects by their ids; none where they may not be read, which checks less."""
        place = self._key("names", "", options)
        found: Mapping[str, str] | None = self.store.get(place, self._now())
        if found is not None:
            return found
        generation = self.store.generation
        try:
            page = self._client.objects.list(options=options)
        except Error:
            return {}
        names = {str(row.id): row.api_slug for row in page}
        self.store.put(place, names, self._now(), generation)
        return names

    # Shapes of what was read

    def rule(
        self,
        target: str,
        key: str,
        kind: type,
        unknown: Callable[[ShapeRule], set[str]],
        options: RequestOptions | None,
        *,
        written: bool = False,
    ) -> ShapeRule:
        """Return the rule by which rows of class `kind` read as single values or lists.

        `unknown` names the attributes of the answer that a rule cannot shape. Only where there are some, and
        unless the client has `schema="off"`, the attributes are loaded (one request, the first time). An answer
        to a write is never lost because that fails: then such attributes are lists, and a warning says so.
        """
        decimals = self._client.config.numbers == "decimal"
        built_in = _built_in(key if target == "objects" else None, kind, decimals=decimals)
        place, now = self._key(target, key, options), self._now()
        if self._client.config.schema == "off" or self._refused(place, now):
            return built_in
        fresh: Schema | None = self.store.get(place, now)
        rule = built_in if fresh is None else fresh.shape(decimals=decimals, kind=kind)
        if not unknown(rule) - (fresh.absent if fresh is not None else set()):
            return rule
        try:
            loaded = self._load(target, key, aside(options), complete=fresh is not None and fresh.complete)
        except Error as error:
            return self._shape_without(place, error, rule, kind, written=written)
        rule = loaded.shape(decimals=decimals, kind=kind)
        loaded.absent.update(unknown(rule))
        return rule

    def _refused(self, place: Key, now: float) -> bool:
        return self.store.get(place._replace(target=f"refused {place.target}"), now) is not None

    def _shape_without(
        self, place: Key, error: Error, rule: ShapeRule, kind: type, *, written: bool
    ) -> ShapeRule:
        """Return what there is when the attributes cannot be loaded; raises where that would be a guess."""
        if isinstance(error, ForbiddenError):
            self.store.put(place._replace(target=f"refused {place.target}"), True, self._now())
            self._warn(place, f"may not be read ({error})", "Give the token the scope")
            return rule
        old: Schema | None = self.store.of_any_age(place)
        if old is not None:
            return old.shape(decimals=rule.decimals, kind=kind)
        if not written:
            raise error
        self._warn(place, f"could not be read after a write ({error})", "Get the record anew")
        return rule

    def _warn(self, place: Key, problem: str, fix: str) -> None:
        if self.store.first_warning(place):
            warnings.warn(
                f"the attributes of {place.name} {problem}; selects and references that are not standard read "
                f'as lists. {fix}, or use schema="off" to say that this is fine',
                SchemaWarning,
                stacklevel=2,
            )

    # Checks of what is written

    def checked(
        self,
        target: str,
        key: str,
        values: Mapping[str, Any],
        encode: Callable[[Mapping[str, Any], Schema | None], dict[str, Any]],
        options: RequestOptions | None,
    ) -> dict[str, Any]:
        """Encode values by the schema that is known, and load one where only it makes them safe to write.

        What does not fit a schema is checked against a fresh one before that is believed: it may be out of date.
        """
        given = settled(values)
        schema = self.known(target, key, options) or self._wanted(target, key, given, options)
        try:
            return encode(given, schema)
        except ArgumentError as refusal:
            fresh = None if _refused_anyway(encode, given) else self._reloaded(target, key, options, refusal)
            if fresh is None:
                raise
        return encode(given, fresh)

    def _wanted(
        self, target: str, key: str, values: Mapping[str, Any], options: RequestOptions | None
    ) -> Schema | None:
        from attio.values.write import wants_schema

        config = self._client.config
        place = self._key(target, key, options)
        if config.schema == "off" or not wants_schema(values) or self._refused(place, self._now()):
            return None
        try:
            return self._load(target, key, aside(options), complete=False)
        except ForbiddenError:
            return None  # Attio will say the same of the write itself, or finds nothing wrong with it

    def _reloaded(
        self, target: str, key: str, options: RequestOptions | None, refusal: ArgumentError
    ) -> Schema | None:
        """Load a known schema again; None when it is as fresh as can be, or cannot be had."""
        place = self._key(target, key, options)
        known: Schema | None = self.store.of_any_age(place)
        if known is None or self.store.age_s(place, self._now()) < _STALE_AFTER_S:
            return None
        try:
            return self._load(target, key, aside(options), complete=known.complete)
        except Error as error:
            refusal.add_note(f"The schema could not be loaded again to make sure: {error}")
            return None

    # What changes schemas, and what else is known

    def heard(self, operation: str, options: RequestOptions | None) -> None:
        """Take note of an operation that was sent: one that configures something outdates what is known."""
        if operation in SCHEMA_WRITES:
            self.forget(options)

    def heard_of(self, method: str, path: str, options: RequestOptions | None) -> None:
        """Take note of a call that was made by its route."""
        from attio.core.routes import find_operation

        own = str(path).removeprefix(self._client.config.base_url)
        self.heard(find_operation(str(method), own), options)

    def forget(self, options: RequestOptions | None = None) -> None:
        """Drop every schema of this token, after a write that may have changed one."""
        self.store.forget(self._key("", "", options).tenant)

    def parent_object(self, list: str, options: RequestOptions | None) -> str:
        """Return the slug of the object whose records a list holds; asks Attio the first time."""
        place = self._key("parent", list, options)
        found: str | None = self.store.get(place, self._now())
        if found is not None:
            return found
        generation = self.store.generation
        about = self._client.lists.get(list, options=aside(options))
        if len(about.parent_objects) != 1:
            raise ArgumentError(
                "parent_object",
                None,
                f"has to be given: the list {list} does not hold records of one object",
                allowed=about.parent_objects,
            )
        self.store.put(place, about.parent_objects[0], self._now(), generation)
        return about.parent_objects[0]

    def _key(self, target: str, name: str, options: RequestOptions | None) -> Key:
        session = self._client.session
        self.store.use(provider())
        return Key(f"{session.config.base_url} {session.tenant(options)}", target, name)

    def _now(self) -> float:
        return self._client.session.clock.monotonic()


def _built_in(object: str | None, kind: type, *, decimals: bool) -> ShapeRule:
    declared = declared_shapes(kind)
    if not declared and not decimals:
        return default_rule(object)
    return ShapeRule(object, multi=declared or None, decimals=decimals)


def _refused_anyway(
    encode: Callable[[Mapping[str, Any], Schema | None], dict[str, Any]], values: Mapping[str, Any]
) -> bool:
    """Tell whether values are wrong whatever a schema says, so that there is no use in loading it again."""
    try:
        encode(values, None)
    except ArgumentError:
        return True
    return False
