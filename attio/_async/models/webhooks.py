"""`AsyncWebhook`: a webhook that can act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attio.records.subscriptions import WebhookData

from .abilities import AsyncCreated, AsyncDeleted, AsyncListed, AsyncRetrieved, AsyncUpdated

if TYPE_CHECKING:
    from typing import Self

    from attio.records.model import Model


class AsyncWebhook(WebhookData, AsyncListed, AsyncCreated, AsyncRetrieved, AsyncUpdated, AsyncDeleted):
    """A webhook: a URL and what is delivered to it.

    `.secret` is there after `create` only. `update` and `refresh` of that same model keep it, pickles do not.
    """

    __slots__ = ()
    _resource: ClassVar[str] = "webhooks"

    def _replace_raw(self, fresh: Model) -> Self:
        secret = self.raw.get("secret")
        super()._replace_raw(fresh)
        # Attio shows it once: an update must not throw away the only copy.
        if secret is not None and "secret" not in self.raw:
            self.raw = {**self.raw, "secret": secret}
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        # A pickle is a file, and secrets do not go into files.
        return (type(self), ({key: value for key, value in self.raw.items() if key != "secret"},))
