"""The store of a receiver, which must not take the receiver down with it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, Final, Literal

from attio.core.redact import redact_text

from .steps import Call

if TYPE_CHECKING:
    from attio.core.clock import Clock

    from .claims import Claim, DeliveryStore
    from .delivery import WebhookDelivery
    from .steps import Steps

StoreFailure = Literal["process", "refuse"]

_PAUSE_S: Final = 5.0
"""How long a store that failed is not asked again, so that deliveries do not queue up behind its timeouts."""


class Guard:
    """Asks the store, and knows what to do when it does not answer."""

    def __init__(
        self,
        store: DeliveryStore,
        *,
        failure: StoreFailure,
        lease_s: float,
        keep_s: float,
        clock: Clock,
        logger: Any,
    ) -> None:
        self.store = store
        self._refuses = failure == "refuse"
        self._lease_s, self._keep_s = lease_s, keep_s
        self._clock, self._logger = clock, logger
        self._asked_again_at: float | None = None

    def claim(self, delivery: WebhookDelivery) -> Steps[tuple[Claim | None, str]]:
        """Claim a delivery: the answer, None for a store that is out of order, and the owner to `settle` with."""
        key = _key_of(delivery)
        if key is None:
            return "new", ""
        if self._is_paused():
            return (None if self._refuses else "new"), ""
        owner = secrets.token_hex(8)
        try:
            held: Claim = yield self._call(self.store.claim, key, owner, self._lease_s)
        except Exception as error:  # noqa: BLE001 - a store may raise what its library raises
            self._failed(error)
            return (None if self._refuses else "new"), ""
        except BaseException:
            yield from self.settle(delivery, owner, ok=False)
            raise
        if self._asked_again_at is not None:
            self._asked_again_at = None
            self._logger.info("the store of webhook deliveries answers again")
        return held, owner

    def settle(self, delivery: WebhookDelivery, owner: str, *, ok: bool) -> Steps[None]:
        """Mark a claimed delivery as handled, or give it back."""
        key = _key_of(delivery)
        if key is None or not owner:
            return
        try:
            if ok:
                yield self._call(self.store.finish, key, self._keep_s)
            else:
                yield self._call(self.store.release, key, owner)
        except Exception as error:  # noqa: BLE001 - as above; its lease runs out by itself
            self._failed(error)

    def _call(self, function: Any, *arguments: Any) -> Call:
        return Call(function, arguments, blocking=self.store.blocking)

    def _is_paused(self) -> bool:
        return self._asked_again_at is not None and self._clock.monotonic() < self._asked_again_at

    def _failed(self, error: Exception) -> None:
        if self._asked_again_at is None:
            what = "deliveries are refused" if self._refuses else "repeats are not noticed"
            self._logger.warning(
                "the store of webhook deliveries failed, %s until it answers: %s: %s",
                what,
                type(error).__name__,
                redact_text(str(error)),
            )
        self._asked_again_at = self._clock.monotonic() + _PAUSE_S


def _key_of(delivery: WebhookDelivery) -> str | None:
    """Return what tells a delivery from all others; None when it came without an Idempotency-Key.

    The webhook is part of it: two webhooks may both tell of one event, and each delivery is wanted.
    """
    key = delivery.idempotency_key
    return None if key is None else f"{delivery.webhook_id}:{key}"
