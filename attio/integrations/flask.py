"""Webhooks behind Flask: a blueprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio.webhooks.receipt import TOO_LARGE

from .starlette import PATH

if TYPE_CHECKING:
    from flask import Blueprint, Response

    from attio.webhooks import WebhookReceiver


def webhook_blueprint(
    receiver: WebhookReceiver, path: str = PATH, *, name: str = "attio_webhooks"
) -> Blueprint:
    """Return the blueprint that a receiver answers: `app.register_blueprint(webhook_blueprint(receiver))`.

    Handlers are plain functions. Protection against forged forms (Flask-WTF's CSRFProtect) wants to be told to
    leave it out: `csrf.exempt(blueprint)`; the signature is what protects it.
    """
    from flask import Blueprint, Response, request

    blueprint = Blueprint(name, __name__)

    @blueprint.post(path)
    def receive() -> Response:
        most = receiver.max_body_bytes
        if request.content_length is not None:
            # What an earlier hook has read is there still; what has a length cannot be longer.
            body = request.get_data() if request.content_length <= most else None
        else:
            body = request.stream.read(most + 1)
        receipt = TOO_LARGE if body is None else receiver.handle(body, request.headers)
        return Response(receipt.body, status=receipt.status, mimetype="text/plain")

    return blueprint
