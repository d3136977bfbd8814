"""Webhooks behind Django: a view, plain or async."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from attio.webhooks.receipt import CONTENT_TYPE, TOO_LARGE, Receipt, refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from attio.webhooks import WebhookReceiver


def webhook_view(receiver: WebhookReceiver) -> Callable[[Any], Any]:
    """Return the view of a receiver, for a row of `urlpatterns`.

    `path("webhooks/attio", webhook_view(receiver))`. Takes POST and is exempt from Django's protection against
    forged forms; the signature is what protects it. Handlers are plain functions.
    """

    def view(request: Any) -> Any:
        body = _body(request, receiver.max_body_bytes)
        return _response(body if isinstance(body, Receipt) else receiver.handle(body, request.headers))

    view.csrf_exempt = True  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess]
    return view


def async_webhook_view(receiver: WebhookReceiver) -> Callable[[Any], Awaitable[Any]]:
    """Return the view of a receiver for Django under ASGI; handlers are async or plain. Else as `webhook_view`."""

    async def view(request: Any) -> Any:
        """Answer one request."""
        body = _body(request, receiver.max_body_bytes)
        return _response(body if isinstance(body, Receipt) else await receiver.ahandle(body, request.headers))

    view.csrf_exempt = True  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess]
    return view


def _body(request: Any, most: int) -> bytes | Receipt:
    """Return the body, or the answer to a request that cannot be a delivery."""
    if request.method != "POST":
        return refused(405, "deliveries come by POST")
    declared = request.META.get("CONTENT_LENGTH") or "0"
    if not (declared.isascii() and declared.isdigit()):
        return refused(400, "the Content-Length is not a number")
    if len(declared) > 12 or int(declared) > most:
        return TOO_LARGE
    problems: Any = import_module("django.core.exceptions")
    http: Any = import_module("django.http")
    try:
        body: bytes = request.body
    except problems.RequestDataTooBig:  # DATA_UPLOAD_MAX_MEMORY_SIZE is smaller
        return TOO_LARGE
    except (http.UnreadablePostError, http.RawPostDataException):
        return refused(400, "the body could not be read")
    return body


def _response(receipt: Receipt) -> Any:
    http: Any = import_module("django.http")
    response = http.HttpResponse(receipt.body, status=receipt.status, content_type=CONTENT_TYPE)
    if receipt.status == 405:
        response["Allow"] = "POST"
    return response
