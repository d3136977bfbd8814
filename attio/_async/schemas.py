"""Schemas of objects and lists: loaded when needed, once, and dropped when our own writes change them."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from attio.core.errors import ForbiddenError
from attio.core.single_flight import AsyncSingleFlight
from attio.records.schema import CHOICE_TYPES, Schema, SchemaAttribute, SchemaStore, SchemaWarning, tenant_of
from attio.records.shape import ShapeRule, default_rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from attio.core.config import RequestOptions
    from attio.records.structure import ChoiceData

    from .client import AsyncAttio

_STALE_AFTER_S = 1.0
"""A schema younger than this is not loaded again because a write did not fit it."""


class AsyncSchemas:
    """The schemas that a client knows, by target ("objects" or "lists") and slug or id."""

    __slots__ = ("_client", "_flight", "store")

    def __init__(self, client: AsyncAttio, store: SchemaStore | None = None) -> None:
        self._client = client
        self._flight: AsyncSingleFlight[Schema] = AsyncSingleFlight()
        self.store = store if store is not None else SchemaStore()

    def known(self, target: str, key: str, options: RequestOptions | None = None) -> Schema | None:
        """Return a schema that is loaded and fresh; never sends anything."""
        return self.store.get(self._tenant(options), target, key, self._now())

    async def load(
        self,
        target: str,
        key: str,
        options: RequestOptions | None = None,
        *,
        complete: bool = True,
        refresh: bool = False,
    ) -> Schema:
        """Return a schema, loading it when it is not known; callers at the same time share one load.

        Costs one request, and with `complete` one more for each select and status attribute.
        """
        found = None if refresh else self.known(target, key, options)
        if found is not None and (found.complete or not complete):
            return found
        tenant = self._tenant(options)

        async def fetch() -> Schema:
            schema = await self._fetch(target, key, options, complete=complete)
            self.store.put(tenant, key, schema, self._now())
            return schema

        return await self._flight.run((tenant, target, key, complete), fetch)

    async def _fetch(
        self, target: str, key: str, options: RequestOptions | None, *, complete: bool
    ) -> Schema:
        of_object, of_list = (key, None) if target == "objects" else (None, key)
        attributes = self._client.attributes
        rows = [row async for row in attributes.iterate(object=of_object, list=of_list, options=options)]
        choices: dict[str, list[ChoiceData]] = {}
        for row in rows:
            if complete and row.type in CHOICE_TYPES:
                kind = attributes.options if row.type == "select" else attributes.statuses
                page = await kind.list(
                    row.api_slug, object=of_object, list=of_list, show_archived=True, options=options
                )
                choices[row.api_slug] = list(page)
        described = [SchemaAttribute(row, choices.get(row.api_slug)) for row in rows]
        return Schema(key, described, target=target, complete=complete)

    async def rule(
        self,
        target: str,
        key: str,
        ambiguous: Callable[[ShapeRule], bool],
        options: RequestOptions | None,
    ) -> ShapeRule:
        """Return the rule by which an answer reads as single values or lists.

        `ambiguous` tells whether the answer holds attributes that a rule does not know; only then, and unless
        the client has `schema="off"`, the attributes are loaded (one request, the first time).
        """
        config = self._client.config
        decimals = config.numbers == "decimal"
        schema = self.known(target, key, options)
        if schema is not None:
            return schema.shape(decimals=decimals)
        rule = ShapeRule(key, decimals=True) if decimals else default_rule(key)
        tenant = self._tenant(options)
        refused = self.store.marked(tenant, target, key)
        if config.schema == "off" or refused or not ambiguous(rule):
            return rule
        try:
            return (await self.load(target, key, options, complete=False)).shape(decimals=decimals)
        except ForbiddenError as error:
            self._warn(tenant, target, key, error)
            return rule

    def _warn(self, tenant: str, target: str, key: str, error: ForbiddenError) -> None:
        if self.store.mark(tenant, target, key):
            warnings.warn(
                f"the attributes of {key} may not be read ({error}); selects and references that are not "
                'standard read as lists. Give the token the scope, or use schema="off" to say that this is fine',
                SchemaWarning,
                stacklevel=2,
            )

    async def reloaded(self, target: str, key: str, options: RequestOptions | None) -> Schema | None:
        """Load a known schema again because a write did not fit it; None when it is as fresh as can be."""
        known = self.known(target, key, options)
        age_s = self.store.age_s(self._tenant(options), target, key, self._now())
        if known is None or age_s < _STALE_AFTER_S:
            return None
        return await self.load(target, key, options, complete=known.complete, refresh=True)

    def forget(self, options: RequestOptions | None = None) -> None:
        """Drop every schema of this token, after a write that may have changed one."""
        self.store.forget(self._tenant(options))

    async def parent_object(self, list: str, options: RequestOptions | None) -> str:
        """Return the slug of the object whose records a list holds; asks Attio the first time."""
        tenant = self._tenant(options)
        found = self.store.parents.get((tenant, list))
        if found is None:
            about = await self._client.lists.get(list, options=options)
            found = about.parent_object or ""
            self.store.parents[tenant, list] = found
        return found

    def _tenant(self, options: RequestOptions | None) -> str:
        return tenant_of((options or {}).get("api_key") or self._client.config.api_key)

    def _now(self) -> float:
        return self._client.session.clock.monotonic()
