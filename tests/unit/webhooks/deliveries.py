"""Deliveries as Attio sends them, made by hand, so that no test depends on the code that it tests."""

from __future__ import annotations

import hashlib
import hmac
import json
from itertools import count
from typing import Any

SECRET = "c0ffee" * 10 + "cafe"
OTHER = "0ddba11" * 9 + "0"
WORKSPACE = "0a1b2c3d-0000-4000-8000-000000000000"
WEBHOOK = "61da62a7-f6c5-4182-8392-59ecb1e0f47a"
OBJECT = "0b1c77ca-9b81-47ba-8d2e-490c74901031"
RECORD = "891dcbfc-9141-415d-9b2a-2238a6cc012d"
_keys = count(1)


def event(
    event_type: str = "record.created", *, actor: Any = ..., extra: dict[str, Any] | None = None, **ids: str
):
    """One event."""
    members = ids or {"object_id": OBJECT, "record_id": RECORD}
    who = (
        {"type": "workspace-member", "id": "50cf242c-7fa3-4cad-87d0-75b1af71c57b"} if actor is ... else actor
    )
    return {
        "event_type": event_type,
        "id": {"workspace_id": WORKSPACE, **members},
        **(extra or {}),
        "actor": who,
    }


def body(*events: dict[str, Any], webhook_id: str = WEBHOOK) -> bytes:
    """A body, as JSON without spaces."""
    rows = list(events) or [event()]
    return json.dumps({"webhook_id": webhook_id, "events": rows}, separators=(",", ":")).encode()


def signature(payload: bytes, secret: str = SECRET) -> str:
    """HMAC-SHA256, hexadecimal, of the raw bytes, under the characters of the secret."""
    return hmac.new(secret.encode("ascii"), payload, hashlib.sha256).hexdigest()


def headers(payload: bytes, secret: str = SECRET, *, key: str | None = ...) -> dict[str, str]:  # type: ignore[assignment]
    """The headers of a delivery; a key of its own unless one is given."""
    signed = signature(payload, secret)
    own = f"1f6d3a0e-{next(_keys):012d}" if key is ... else key
    return {
        "Content-Type": "application/json",
        "User-Agent": "Attio 2.0 (https://attio.com)",
        "Attio-Signature": signed,
        "X-Attio-Signature": signed,
        **({"Idempotency-Key": own} if own is not None else {}),
    }


def request(
    *events: dict[str, Any], key: Any = ..., secret: str = SECRET, **about: Any
) -> tuple[bytes, dict[str, str]]:
    """Body and headers of a delivery."""
    payload = body(*events, **about)
    return payload, headers(payload, secret, key=key)
