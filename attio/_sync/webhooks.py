# Derived from attio/_async by scripts/unasync: edit there.
"""Webhooks: what Attio delivers where."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from attio_openapi.api.webhooks import (
    create_webhook,
    delete_webhook,
    get_webhook,
    list_webhooks,
    update_webhook,
)

from attio.core.arguments import flag, segment
from attio.core.errors import Error, NotFoundError, UniquenessConflictError
from attio.records.bodies import NOT_GIVEN, NotGiven, some
from attio.records.bodies_webhooks import chosen_subscriptions, https_url, known_id, lookup_options
from attio.webhooks.ensuring import SECRET_DELAYS_S, SecretShelf, fits, no_secret, the_one

from .models.webhooks import Webhook
from .resource import Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable, Mapping, MutableMapping
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.config import RequestOptions
    from attio.core.redact import Secret
    from attio.records.model import Model
    from attio.records.paging import PageQuery
    from attio.records.subscriptions import SubscriptionData
    from attio.webhooks.ensuring import SecretStore

    from .listing import Listing, Page, Rows


_ROUNDS = 3
"""How often `ensure` starts over when another process got in its way."""


class Webhooks(Resource):
    """Webhooks: `client.webhooks`; deliveries are parsed and verified by `attio.webhooks`."""

    __slots__ = ()

    def _webhooks(self, options: RequestOptions | None) -> Listing[Webhook]:
        def build(at: PageQuery) -> Request:
            return list_webhooks.build_request(limit=at.limit, offset=at.offset)

        return self._listing(Webhook, "list_webhooks", build, options)

    def list(
        self, *, limit: int | None = None, offset: int | None = None, options: RequestOptions | None = None
    ) -> Page[Webhook]:
        """Fetch one page of webhooks, without their secrets.

        `limit` is 10 unless given, 100 at most.
        Scopes: webhook:read. Source: GET /v2/webhooks.
        """
        return self._webhooks(options).page(limit=limit, offset=offset)

    def iterate(
        self,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[Webhook]:
        """Go through all webhooks, page by page (100 at most a page). Source: GET /v2/webhooks."""
        return self._webhooks(options).rows(page_size=page_size, max_items=max_items, prefetch=prefetch)

    def get(self, webhook_id: Model | str | UUID, *, options: RequestOptions | None = None) -> Webhook:
        """Fetch one webhook, without its secret; raises NotFoundError.

        Scopes: webhook:read. Source: GET /v2/webhooks/{webhook_id}.
        """
        request = get_webhook.build_request(segment(webhook_id, "webhook_id"))
        return self._one(Webhook, request, options)

    def create(
        self,
        *,
        target_url: str,
        events: Iterable[str] | str | None = None,
        filter: Mapping[str, Any] | None = None,
        subscriptions: Iterable[Mapping[str, Any] | SubscriptionData] | None = None,
        options: RequestOptions | None = None,
    ) -> Webhook:
        """Create a webhook; its `.secret`, with which deliveries are verified, is in this answer only.

        `target_url` is https. `events` are event types such as "record.created"; types that are unknown here
        go out as they are. `filter` holds for each of them: `{"object": "people"}` or `{"list": "sales"}`
        (slug, id or model) for what is about that object or list, or Attio's own
        `{"$and": [{"field", "operator", "value"}]}`; every event unless given. Deliveries hold ids, so a slug
        costs one request more, GET /v2/objects/{object} or GET /v2/lists/{list}.
        `subscriptions` takes Attio's own shape in place of both; a missing filter becomes None.
        Not sent again when its outcome is unknown (MaybeSentError). Raises UniquenessConflictError where the
        same URL has the same subscription already, NotFoundError for an unknown object or list.
        Scopes: webhook:read-write, for a slug also object_configuration:read or list_configuration:read.
        Source: POST /v2/webhooks.
        """
        url = https_url("target_url", target_url)
        rows = self._subscriptions(events, filter, subscriptions, options)
        body = {"target_url": url, "subscriptions": rows}
        return self._one(Webhook, create_webhook.build_request(body={"data": body}), options)

    def update(
        self,
        webhook_id: Model | str | UUID,
        *,
        target_url: str | NotGiven = NOT_GIVEN,
        events: Iterable[str] | str | None = None,
        filter: Mapping[str, Any] | None = None,
        subscriptions: Iterable[Mapping[str, Any] | SubscriptionData] | None = None,
        options: RequestOptions | None = None,
    ) -> Webhook:
        """Change the URL of a webhook, or REPLACE its subscriptions, given as in `create`.

        What is not given stays. The answer has no secret; the secret stays what it was.
        Raises NotFoundError, UniquenessConflictError. A slug in `filter` costs one request more.
        Scopes: webhook:read-write. Source: PATCH /v2/webhooks/{webhook_id}.
        """
        webhook = segment(webhook_id, "webhook_id")
        url = target_url if target_url is NOT_GIVEN else https_url("target_url", target_url)
        asked = not (events is None and filter is None and subscriptions is None)
        rows = self._subscriptions(events, filter, subscriptions, options) if asked else NOT_GIVEN
        body = some("webhook", target_url=url, subscriptions=rows)
        return self._one(Webhook, update_webhook.build_request(webhook, body={"data": body}), options)

    def delete(self, webhook_id: Model | str | UUID, *, options: RequestOptions | None = None) -> None:
        """Delete a webhook: nothing is delivered any more. Raises NotFoundError.

        Scopes: webhook:read-write. Source: DELETE /v2/webhooks/{webhook_id}.
        """
        self._send(delete_webhook.build_request(segment(webhook_id, "webhook_id")), options)

    def ensure(
        self,
        target_url: str,
        events: Iterable[str] | str | None = None,
        *,
        store: SecretStore | MutableMapping[str, str],
        filter: Mapping[str, Any] | None = None,
        subscriptions: Iterable[Mapping[str, Any] | SubscriptionData] | None = None,
        recreate: bool = False,
        options: RequestOptions | None = None,
    ) -> Webhook:
        """Return the webhook of this URL, created or changed so that it listens to exactly this, with its `.secret`.

        For the start of a service: run it as often as you like, in several processes at once. `events`, `filter`
        and `subscriptions` are those of `create`. The secret, which Attio shows once, is put into `store` under
        the webhook's id: an encrypted store of `attio.oauth.stores`, a dict, or anything with `get` and `put`;
        `WebhookReceiver(store)` finds it there. A webhook that cannot be stored is deleted again.
        Raises ConfigurationError for a webhook that exists and whose secret is not in the store: with `recreate`
        it is deleted and created anew, and what happens in between is not delivered. Of several webhooks of one
        URL the others are left alone. See `.status`: one that Attio gave up on stays inactive.
        Costs a request for each 100 webhooks, and at most two more.
        """
        url, shelf, recreate = (
            https_url("target_url", target_url),
            SecretShelf(store),
            flag(recreate, "recreate"),
        )
        rows = self._subscriptions(events, filter, subscriptions, options)
        for _ in range(_ROUNDS):
            with suppress(UniquenessConflictError, NotFoundError):  # another process was faster: look again
                return self._ensured(url, rows, shelf, options, recreate=recreate)
        return self._ensured(url, rows, shelf, options, recreate=recreate)

    def _ensured(
        self,
        target_url: str,
        rows: builtins.list[dict[str, Any]],
        shelf: SecretShelf,
        options: RequestOptions | None,
        *,
        recreate: bool,
    ) -> Webhook:
        found = self._the_one(target_url, rows, shelf, options)
        if found is None:
            return self._create_and_keep(target_url, rows, shelf, options)
        secret = self._kept_secret(found, shelf)
        if secret is None:
            if not recreate:
                raise no_secret(found)
            self.delete(found, options=lookup_options(options))
            return self._create_and_keep(target_url, rows, shelf, options)
        if not fits(found, rows):
            found = self.update(found, subscriptions=rows, options=options)
        found.raw = {**found.raw, "secret": secret.reveal()}
        return found

    def _the_one(
        self,
        target_url: str,
        rows: builtins.list[dict[str, Any]],
        shelf: SecretShelf,
        options: RequestOptions | None,
    ) -> Webhook | None:
        there = [webhook for webhook in self.iterate(page_size=100, options=lookup_options(options))]
        return the_one(there, target_url, rows, shelf)

    def _create_and_keep(
        self,
        target_url: str,
        rows: builtins.list[dict[str, Any]],
        shelf: SecretShelf,
        options: RequestOptions | None,
    ) -> Webhook:
        made = self.create(target_url=target_url, subscriptions=rows, options=options)
        try:
            shelf.put(made)
        except BaseException as error:
            self._take_back(made, error, options)
            raise
        return made

    def _take_back(self, made: Webhook, cause: BaseException, options: RequestOptions | None) -> None:
        """Delete a webhook whose secret was not stored: nobody could ever verify what it delivers."""
        try:
            self.delete(made, options=lookup_options(options))
            cause.add_note(f"The webhook {made.id} was deleted again: its secret was not stored.")
        except Error as failure:
            cause.add_note(
                f"The webhook {made.id} is there, its secret is lost; deleting it failed: {failure}"
            )

    def _kept_secret(self, webhook: Webhook, shelf: SecretShelf) -> Secret | None:
        secret = shelf.get(webhook.id)
        for delay_s in SECRET_DELAYS_S:
            if secret is None:
                self._client.session.clock.sleep(delay_s)
                secret = shelf.get(webhook.id)
        return secret

    def _subscriptions(
        self,
        events: Iterable[str] | str | None,
        filter: Mapping[str, Any] | None,
        subscriptions: Iterable[Any] | None,
        options: RequestOptions | None,
    ) -> builtins.list[dict[str, Any]]:
        """Return the subscriptions that the arguments ask for, with ids in place of slugs."""
        chosen = chosen_subscriptions(events, filter, subscriptions)
        ids: dict[str, str] = {}
        for kind, wanted in chosen.places.items():
            ids[kind] = known_id(wanted) or self._id_of(kind, wanted, options)
        return chosen.body(ids)

    def _id_of(self, kind: str, slug: str, options: RequestOptions | None) -> str:
        source = self._client.objects if kind == "object" else self._client.lists
        return str((source.get(slug, options=lookup_options(options))).id)
