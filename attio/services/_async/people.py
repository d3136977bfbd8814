"""`AsyncPersonService`: people by their e-mail addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.records.filters import F
from attio.services.keys import email_key, keyed, keys_among

from .service import AsyncService, found_or_upserted, oldest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from attio._async.bulk import AsyncBulkReport
    from attio._async.models.standard import AsyncPerson
    from attio.bulk.settings import BulkOptions
    from attio.core.config import RequestOptions
    from attio.core.gather import AsyncInput
    from attio.records.planning import Mode


class AsyncPersonService(AsyncService):
    """People by their e-mail addresses, which belong to one person each."""

    __slots__ = ()

    async def find_by_email(self, email: str, *, options: RequestOptions | None = None) -> AsyncPerson | None:
        """Return the person with an e-mail address, None when there is none. Costs one request."""
        wanted = F("email_addresses") == email_key(email)
        return await oldest(self.client.people, wanted, options)

    async def find_or_create_by_email(
        self,
        email: str,
        attributes: Mapping[str, Any] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncPerson:
        """Return the person with an e-mail address, created with these attributes when there is none.

        A person who exists comes back unchanged, also one who has another of the e-mail addresses among the
        attributes. Two callers at once end with one person, because the create is an upsert on the address.
        Attio itself makes or links the company by the address's domain. Costs one request, two for a new person.
        Scopes: record_permission:read-write, object_configuration:read.
        """
        addresses = dict.fromkeys(
            [email_key(email), *(email_key(each) for each in keys_among(attributes, "email_addresses"))]
        )
        wanted = F("email_addresses").in_(*addresses)
        values = keyed(attributes, "email_addresses", email.strip())
        return await found_or_upserted(self.client.people, wanted, values, "email_addresses", options)

    async def bulk_import(
        self,
        rows: AsyncInput[Mapping[str, Any]],
        *,
        matching: str = "email_addresses",
        mode: Mode = "replace",
        **settings: Unpack[BulkOptions],
    ) -> AsyncBulkReport:
        """Update or create a person for each row of values, as fast as Attio's limits let, and say what became of it.

        The same as `client.people.bulk_upsert`, which says what `mode` and the settings mean; a row without an
        e-mail address fails, the others go on.
        """
        return await self.client.people.bulk_upsert(rows, matching=matching, mode=mode, **settings)
