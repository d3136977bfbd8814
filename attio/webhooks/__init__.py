"""What Attio sends to a webhook: verified, read, and passed on to handlers.

`verify` and `parse` are for those who have a request in their hands; `WebhookReceiver` does the whole of it, behind
ASGI, WSGI, FastAPI, Starlette, Flask and Django (`attio.integrations`). Webhooks themselves are made by
`client.webhooks.ensure(...)`.
"""

from __future__ import annotations

from . import events
from .asgi import AsgiReceiver
from .claims import DeliveryStore
from .delivery import WebhookDelivery, parse
from .errors import InvalidDeliveryError
from .events import *  # noqa: F403  (every class of events, as listed there)
from .headers import IDEMPOTENCY_HEADER, SIGNATURE_HEADERS
from .receipt import Receipt
from .receiver import WebhookReceiver
from .signature import MAX_BODY_BYTES, sign, verify, verify_or_raise
from .stores import MemoryStore, RedisStore, SQLiteStore
from .stream import EventStream
from .wsgi import WsgiReceiver

__all__ = [
    "IDEMPOTENCY_HEADER",
    "MAX_BODY_BYTES",
    "SIGNATURE_HEADERS",
    "AsgiReceiver",
    "DeliveryStore",
    "EventStream",
    "InvalidDeliveryError",
    "MemoryStore",
    "Receipt",
    "RedisStore",
    "SQLiteStore",
    "WebhookDelivery",
    "WebhookReceiver",
    "WsgiReceiver",
    "parse",
    "sign",
    "verify",
    "verify_or_raise",
]
__all__ += events.__all__
