"""A receiver as an ASGI application: for uvicorn, hypercorn, or mounted in a framework."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .receipt import CONTENT_TYPE, TOO_LARGE, Receipt, refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from .receipt import Receiving

    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]


class AsgiReceiver:
    """The ASGI application of a receiver: `receiver.asgi()`. Takes POST; reads no more than a delivery has."""

    def __init__(self, receiver: Receiving, path: str | None = None) -> None:
        self._receiver = receiver
        self._path = path

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request, or follow the life of the server."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1000})

    async def _answer(self, scope: Message, receive: Receive, send: Send) -> None:
        receipt = misrouted(scope["method"], scope["path"], self._path)
        if receipt is None:
            body = await _read(scope, receive, self._receiver.max_body_bytes)
            if body is None:
                return  # the sender is gone, so there is nobody to answer
            if isinstance(body, Receipt):
                receipt = body
            else:
                receipt = await self._receiver.ahandle(body, scope["headers"])
        await _send(receipt, send)


async def _read(scope: Message, receive: Receive, most: int) -> bytes | Receipt | None:
    declared = next((value for name, value in scope["headers"] if name.lower() == b"content-length"), b"")
    if len(declared) > 12 or (declared.isdigit() and int(declared) > most):
        return TOO_LARGE
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        chunk: bytes = message.get("body", b"")
        size += len(chunk)
        if size > most:
            return TOO_LARGE
        chunks.append(chunk)
        if not message.get("more_body", False):
            return b"".join(chunks)


async def _send(receipt: Receipt, send: Send) -> None:
    body = receipt.body
    headers = [
        (b"content-type", CONTENT_TYPE.encode("ascii")),
        (b"content-length", str(len(body)).encode("ascii")),
    ]
    if receipt.status == 405:
        headers.append((b"allow", b"POST"))
    await send({"type": "http.response.start", "status": receipt.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _live(receive: Receive, send: Send) -> None:
    while True:
        phase: str = (await receive())["type"]
        await send({"type": f"{phase}.complete"})
        if phase == "lifespan.shutdown":
            return


def misrouted(method: str, path: str, wanted: str | None) -> Receipt | None:
    """Return the answer to a request that cannot be a delivery."""
    if wanted is not None and path != wanted:
        return refused(404, "deliveries do not come here")
    if method != "POST":
        return refused(405, "deliveries come by POST")
    return None
