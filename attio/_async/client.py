"""`AsyncAttio`: the client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, overload

from attio.core.arguments import segment
from attio.core.client import AsyncSession
from attio.core.config import load_config
from attio.records.recent_ids import RecentIds

from .access import AsyncAccess
from .binding import kind_slug
from .index import AsyncIndex

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from typing import Self, Unpack
    from uuid import UUID

    from attio.core.client import Reply
    from attio.core.client_options import ChangedOptions, ClientOptions
    from attio.core.config import Config, RequestOptions
    from attio.records.data import RowData
    from attio.records.model import Model
    from attio.records.structure import ListData, ObjectData

    from .bound_entries import AsyncBoundEntries
    from .bound_records import AsyncBoundRecords
    from .models.entries import AsyncEntry
    from .models.identity import AsyncIdentity
    from .models.records import AsyncRecord
    from .raw_response import AsyncRawResponses
    from .schemas import AsyncSchemas

ThingT = TypeVar("ThingT", bound="Model | RowData")
RecordT = TypeVar("RecordT", bound="AsyncRecord")
EntryT = TypeVar("EntryT", bound="AsyncEntry")


class AsyncAttio(AsyncAccess, AsyncIndex):
    """An async client of Attio's REST API.

    Without a key it takes ATTIO_API_KEY, then ATTIO_ACCESS_TOKEN. Retries, rate limits and errors are taken
    care of. Nothing is connected before the first call; close it, or use it in a `with` block, when done.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        transport: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client.

        `api_key` and `access_token` are the same thing. `timeout_s` (30) bounds each phase of an attempt,
        `deadline_s` (none) the whole call with its waits; `max_retries` (3) and `retry_delay_s` (1.0, doubled
        each time) say how often and how patiently a failed call is repeated. `base_url` is https, or http to
        this machine. `numbers="decimal"` reads numbers as Decimal; `schema="off"` never loads a schema by
        itself. `transport`, `proxy`, `verify`, `connection_limits`, `rate_limiter`, `hooks` and `logger` are
        for those who need them. Raises ConfigurationError naming the setting.
        """
        self._open(load_config(transport=transport, api_key=api_key, **options), transport)

    @classmethod
    def from_config(cls, config: Config, *, transport: Any = None) -> Self:
        """Make a client from settings that were checked before."""
        self = cls.__new__(cls)
        self._open(config, transport)
        return self

    def _open(self, config: Config, transport: Any) -> None:
        from .schemas import AsyncSchemas

        self.session = AsyncSession(config, transport=transport)
        """What sends: `session.send(request)`, with hooks, clock and what is known of the token."""
        self.schemas: AsyncSchemas = AsyncSchemas(self)
        """Schemas of objects and lists, loaded once and kept for a while."""
        self._recent = RecentIds()  # what bulk runs created lately: it is not created by the next one

    @property
    def _me(self) -> AsyncAttio:
        return self

    @property
    def config(self) -> Config:
        """The settings, frozen."""
        return self.session.config

    @overload
    def object(self, object: type[RecordT]) -> AsyncBoundRecords[RecordT]: ...
    @overload
    def object(self, object: ObjectData | str | UUID) -> AsyncBoundRecords[AsyncRecord]: ...
    def object(self, object: ObjectData | type[RecordT] | str | UUID) -> AsyncBoundRecords[Any]:
        """Return the records of one object: by slug, id, model, or a class that typegen wrote."""
        from .bound_records import AsyncBoundRecords
        from .models.records import AsyncRecord, record_kind

        if isinstance(object, type):
            return AsyncBoundRecords(self, kind_slug(object, AsyncRecord, "object"), object)
        slug = segment(getattr(object, "api_slug", object), "object")
        return AsyncBoundRecords(self, slug, record_kind(slug))

    @overload
    def entries_in(self, list: type[EntryT]) -> AsyncBoundEntries[EntryT]: ...
    @overload
    def entries_in(self, list: ListData | str | UUID) -> AsyncBoundEntries[AsyncEntry]: ...
    def entries_in(self, list: ListData | type[EntryT] | str | UUID) -> AsyncBoundEntries[Any]:
        """Return the entries of one list: by slug, id, model, or a class that typegen wrote."""
        from .bound_entries import AsyncBoundEntries
        from .models.entries import AsyncEntry

        if isinstance(list, type):
            return AsyncBoundEntries(self, kind_slug(list, AsyncEntry, "list"), list)
        return AsyncBoundEntries(self, segment(getattr(list, "api_slug", list), "list"), AsyncEntry)

    async def whoami(self, *, options: RequestOptions | None = None) -> AsyncIdentity:
        """Tell whose token this is: workspace, scopes, level, and whether it is active at all.

        A revoked token is no error here: the identity is false and `active` is False. Raises
        AuthenticationError for a token of the wrong form. Needs no scope. Source: GET /v2/self.
        """
        from attio_openapi.api.meta import get_self

        from attio.records.envelope import identity_in

        from .models.identity import AsyncIdentity

        reply = await self.session.send(get_self.build_request(), options=options)
        identity = AsyncIdentity(identity_in(reply), client=self, response=reply.response)
        if not (options or {}).get("api_key"):
            if identity.workspace_id:
                self.session.bind_workspace(identity.workspace_id, identity.scopes)
            elif not identity.active:
                await self._note_inactive()
        return identity

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        json: Any = None,
        options: RequestOptions | None = None,
    ) -> Reply:
        """Call any route, with this client's token, retries, limits and errors: `(await ...).json()`.

        A method that writes is not sent again when its outcome is unknown, unless the route is one of Attio's
        that this library knows to be safe.
        """
        try:
            return await self.session.request(method, path, query=query, body=json, options=options)
        finally:
            self.schemas.heard_of(method, path, options)

    @property
    def with_raw_response(self) -> AsyncRawResponses:
        """The same resources, where every call returns the answer beside the result."""
        from .raw_response import AsyncRawResponses

        return AsyncRawResponses(self)

    def with_options(self, **options: Unpack[ChangedOptions]) -> Self:
        """Return a client with other settings that shares the connections; closing either closes both."""
        from .schemas import AsyncSchemas

        made = type(self).__new__(type(self))
        made.session = self.session.with_options(**options)
        made.schemas = AsyncSchemas(made, self.schemas)
        return made

    def bind(self, model: ThingT) -> ThingT:
        """Let a model act through this client, such as one that came out of a pickle; returns the model."""
        model._client = self
        return model

    async def aclose(self) -> None:
        """Close the connections; a call after that is a ClientClosedError."""
        await self.session.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: builtins.object) -> None:
        await self.aclose()

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} cannot be pickled: it holds connections and a token; make a new client"
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.config.base_url}>"
