"""Webhooks behind Starlette: one route for the list of an application's routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.routing import Route

    from attio.webhooks import WebhookReceiver

PATH = "/webhooks/attio"
"""Where adapters listen unless told otherwise."""


def webhook_route(receiver: WebhookReceiver, path: str = PATH, *, name: str = "attio-webhooks") -> Route:
    """Return the route that a receiver answers: `Starlette(routes=[webhook_route(receiver)])`.

    Takes POST; reads no more of a body than a delivery has.
    """
    from starlette.routing import Route

    return Route(path, receiver.asgi(), methods=["POST"], name=name)
