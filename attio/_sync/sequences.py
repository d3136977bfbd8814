# Derived from attio/_async by scripts/unasync: edit there.
"""Sequences: the unsubscribe list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.sequences import unsubscribe_emails

from attio.records.bodies_emails import unsubscribe_body
from attio.records.correspondence import UnsubscribedEmailData
from attio.records.envelope import rows_of

from .resource import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.core.config import RequestOptions


class Sequences(Resource):
    """Sequences: `client.sequences`."""

    __slots__ = ()

    def unsubscribe(
        self, email_addresses: Iterable[str] | str, *, options: RequestOptions | None = None
    ) -> list[UnsubscribedEmailData]:
        """Put 1 to 1000 addresses on the unsubscribe list, which ends the sequences that run for them.

        Returns the addresses with the time they were put there. Safe to repeat: Attio ignores those it has.
        Attio has no route to list them or to take them off. Raises ValidationError.
        Scopes: sequence_unsubscribe:read-write. Source: POST /v2/sequences/unsubscribed_emails.
        """
        body = unsubscribe_body(email_addresses)
        reply = self._send(unsubscribe_emails.build_request(body={"data": body}), options)
        rows, _ = rows_of(reply)
        return [UnsubscribedEmailData(row, response=reply.response) for row in rows]
