"""What `client.webhooks.ensure` decides: which webhook it is, whether it fits, where its secret is. No network."""

from __future__ import annotations

import json
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar, cast

from attio.core.errors import ArgumentTypeError, ConfigurationError
from attio.core.redact import Secret
from attio.records.json_shapes import as_object, is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from attio.records.subscriptions import WebhookData

WebhookT = TypeVar("WebhookT", bound="WebhookData")

SECRET_DELAYS_S: Final = (0.1, 0.2, 0.4, 0.8, 1.5)
"""Another process may have created the webhook a moment ago, and be about to store its secret."""


class SecretStore(Protocol):
    """Keeps the secrets of webhooks by webhook id: any store of `attio.oauth.stores` is one, and so is a dict."""

    def get(self, key: str, /) -> Any:
        """Return what was put: a text, a `Secret`, or something with a `.secret`; None when there is nothing."""
        ...

    def put(self, key: str, value: str, /) -> Any:
        """Keep a secret."""
        ...


class SecretShelf:
    """Secrets by webhook id, wherever they are kept."""

    __slots__ = ("_put", "_store")

    def __init__(self, store: SecretStore | MutableMapping[str, Any]) -> None:
        given = cast("Any", store)
        writes = "__setitem__" if isinstance(cast("object", store), MutableMapping) else "put"
        if not callable(getattr(given, "get", None)) or not callable(getattr(given, writes, None)):
            fix = "give a store of attio.oauth.stores, a dict, or anything with get(key) and put(key, text)"
            raise ArgumentTypeError("store", given, f"cannot be {type(given).__name__}", fix=fix)
        self._store: Any = given
        self._put = getattr(given, writes)

    def get(self, webhook_id: str) -> Secret | None:
        """Return the secret of a webhook, None when it is not here."""
        return secret_of(self._store.get(str(webhook_id)))

    def put(self, webhook: WebhookData) -> None:
        """Keep the secret of a webhook that was just created; ConfigurationError when the answer had none."""
        if webhook.secret is None:
            raise no_secret(webhook)
        self._put(str(webhook.id), webhook.secret.reveal())

    def __repr__(self) -> str:
        return f"<{type(self).__name__} in a {type(self._store).__name__}>"


def secret_of(found: Any) -> Secret | None:
    """Return the secret in what a store gave: a text, a `Secret`, or something that has a `.secret`."""
    if found is None or isinstance(found, Secret):
        return found
    if isinstance(found, str):
        return Secret(found) if found else None
    held = getattr(found, "secret", None)  # an OAuthToken, from a store of tokens
    if isinstance(held, Secret):
        return held
    raise ArgumentTypeError("store", type(found).__name__, "gave back what is no secret")


def the_one(
    webhooks: Iterable[WebhookT], target_url: str, wanted: Sequence[Mapping[str, Any]], shelf: SecretShelf
) -> WebhookT | None:
    """Return the webhook of this URL that is to be used; None when there is none.

    Of several, one whose secret is known goes first, then one that fits already, then the oldest.
    """
    there = [webhook for webhook in webhooks if webhook.target_url == target_url]
    if len(there) < 2:
        return there[0] if there else None
    there.sort(key=lambda webhook: (shelf.get(webhook.id) is None, not fits(webhook, wanted)))
    return there[0]


def fits(webhook: WebhookData, wanted: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a webhook listens to what is wanted, in whatever order and spelling."""
    have: Any = webhook.raw.get("subscriptions")
    return _canon(have if is_list(have) else ()) == _canon(wanted)


def _canon(subscriptions: Iterable[Any]) -> set[str]:
    rows = [as_object(row) for row in subscriptions]
    return {json.dumps([row.get("event_type"), _filter(row.get("filter"))], sort_keys=True) for row in rows}


def _filter(raw: object) -> Any:
    """Return a filter so that two that let the same events through are equal: order does not count."""
    if raw is None:
        return None
    for joint, conditions in as_object(raw).items():
        if is_list(conditions):
            listed = sorted({json.dumps(one, sort_keys=True) for one in conditions})
            # "All of one" and "one of one" are the same; all of none is every event.
            return None if joint == "$and" and not listed else [joint if len(listed) > 1 else "$and", listed]
    return raw


def no_secret(webhook: WebhookData) -> ConfigurationError:
    """Return the error for a webhook whose secret nobody here knows."""
    return ConfigurationError(
        f"the webhook {webhook.id} of {webhook.target_url} exists, and its secret is not in the store; Attio showed "
        "it once, when the webhook was created: put it into the store, or give recreate=True to delete the webhook "
        "and create it anew with another secret"
    )
