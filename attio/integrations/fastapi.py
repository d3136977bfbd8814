"""Webhooks behind FastAPI: a router that does it all, or a dependency for an endpoint of your own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.errors import InvalidSignatureError
from attio.webhooks.errors import InvalidDeliveryError
from attio.webhooks.flow import refusal

from .starlette import PATH, webhook_route

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from fastapi import APIRouter
    from starlette.requests import Request

    from attio.webhooks import WebhookDelivery, WebhookReceiver


def webhook_router(receiver: WebhookReceiver, path: str = PATH) -> APIRouter:
    """Return the router that a receiver answers: `app.include_router(webhook_router(receiver))`.

    Not in the OpenAPI document: nobody but Attio is to call it.
    """
    from fastapi import APIRouter

    router = APIRouter()
    router.routes.append(webhook_route(receiver, path))
    return router


def verified_delivery(receiver: WebhookReceiver) -> Callable[[Request], Awaitable[WebhookDelivery]]:
    """Return a dependency that gives an endpoint the delivery, verified and read.

    `delivery: Annotated[WebhookDelivery, Depends(verified_delivery(receiver))]`. Only what Attio sent gets to the
    endpoint: anything else is answered 401, 413 or 400. The handlers and the store of the receiver have no part in
    this: repeats come to the endpoint too.
    """
    from fastapi import HTTPException
    from fastapi import Request as FastAPIRequest

    async def delivery_of(request: Any) -> WebhookDelivery:
        """Read and verify the delivery in a request."""
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > receiver.max_body_bytes:
                break  # over the limit: refused below, and no more of it is read
        try:
            return await receiver.aparse(body, request.headers)
        except (InvalidSignatureError, InvalidDeliveryError) as error:
            answer = refusal(error)
            raise HTTPException(answer.status, answer.detail) from error

    # FastAPI reads the annotation to know that it is the request that is wanted; as text it could not be resolved.
    delivery_of.__annotations__ = {"request": FastAPIRequest}
    return delivery_of
