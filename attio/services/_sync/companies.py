# Derived from attio/services/_async by scripts/unasync: edit there.
"""`CompanyService`: companies by their domains, and by their names where that has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.records.filters import F
from attio.services.keys import attributes_of, domain_key, keyed, keys_among, name_key

from .service import Service, found_or_upserted, oldest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from attio._sync.bulk import BulkReport
    from attio._sync.models.standard import Company
    from attio.bulk.settings import BulkOptions
    from attio.core.config import RequestOptions
    from attio.core.gather import Input
    from attio.records.planning import Mode


class CompanyService(Service):
    """Companies by their domains, which belong to one company each, and by their names, which may not."""

    __slots__ = ()

    def find_by_domain(self, domain: str, *, options: RequestOptions | None = None) -> Company | None:
        """Return the company with a domain, None when there is none. Costs one request.

        A whole address passes: its scheme, path, port and a leading www do not count.
        """
        return oldest(self.client.companies, F("domains") == domain_key(domain), options)

    def find_or_create_by_domain(
        self,
        domain: str,
        attributes: Mapping[str, Any] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Company:
        """Return the company with a domain, created with these attributes when there is none.

        A company that exists comes back unchanged, also one that has another of the domains among the
        attributes. Two callers at once end with one company, because the create is an upsert on the domain.
        Attio fills in more about a new company by itself, a moment later. Costs one request, two for a new one.
        Scopes: record_permission:read-write, object_configuration:read.
        """
        own = domain_key(domain)
        domains = dict.fromkeys([own, *(domain_key(each) for each in keys_among(attributes, "domains"))])
        wanted, values = F("domains").in_(*domains), keyed(attributes, "domains", own)
        return found_or_upserted(self.client.companies, wanted, values, "domains", options)

    def find_or_create_by_name(
        self,
        name: str,
        attributes: Mapping[str, Any] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Company:
        """Return the company of that name, created with these attributes when there is none.

        A NAME IS NOT UNIQUE in Attio. Of several companies of that name the oldest comes back, and two callers
        at once may each create one: use `find_or_create_by_domain` where there is a domain. The name is compared
        as it is written. Costs one request, two for a new company.
        Scopes: record_permission:read-write, object_configuration:read.
        """
        wanted = name_key(name)
        values = {**attributes_of(attributes), "name": wanted}
        found = oldest(self.client.companies, F("name") == wanted, options)
        return found or self.client.companies.create(values, options=options)

    def bulk_import(
        self,
        rows: Input[Mapping[str, Any]],
        *,
        matching: str = "domains",
        mode: Mode = "replace",
        **settings: Unpack[BulkOptions],
    ) -> BulkReport:
        """Update or create a company for each row of values, as fast as Attio's limits let, and say what became of it.

        The same as `client.companies.bulk_upsert`, which says what `mode` and the settings mean; a row without
        a domain fails, the others go on.
        """
        return self.client.companies.bulk_upsert(rows, matching=matching, mode=mode, **settings)
