# Derived from attio/_async by scripts/unasync: edit there.
"""What every resource does: send one request, wrap the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from attio.records.envelope import object_in, rows_of
from attio.records.model import Model

from .listing import Listing

if TYPE_CHECKING:
    from collections.abc import Callable

    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.paging import PageQuery

    from .client import Attio

ModelT = TypeVar("ModelT", bound=Model)


class Resource:
    """Base of the resources of a client: `client.notes`, `client.tasks`, ..."""

    __slots__ = ("_client",)

    def __init__(self, client: Attio) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"

    def _send(self, request: Request, options: RequestOptions | None) -> Reply:
        client = self._client
        try:
            return client.session.send(request, options=options)
        finally:
            client.schemas.heard(request.operation, options)

    def _one(self, kind: type[ModelT], request: Request, options: RequestOptions | None) -> ModelT:
        reply = self._send(request, options)
        return kind(object_in(reply), client=self._client, response=reply.response)

    def _listing(
        self,
        kind: type[ModelT],
        operation: str,
        build: Callable[[PageQuery], Request],
        options: RequestOptions | None,
    ) -> Listing[ModelT]:
        def decode(reply: Reply) -> tuple[list[ModelT], str | None]:
            rows, cursor = rows_of(reply)
            return [kind(row, client=self._client, response=reply.response) for row in rows], cursor

        return Listing(self._client, operation, build, decode, options)
