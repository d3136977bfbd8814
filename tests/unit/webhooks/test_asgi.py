"""The ASGI application of a receiver, spoken to in plain ASGI and through a real server."""

from __future__ import annotations

import asyncio
import http.client
import socket
import threading

import pytest

from attio.webhooks import WebhookReceiver
from tests.unit.webhooks.deliveries import SECRET, body, event, headers, request


def receiver_of(**about):
    made = WebhookReceiver(SECRET, **about)
    seen = []
    made.on("*")(seen.append)
    return made, seen


def pairs(sent):
    return [(name.lower().encode(), value.encode()) for name, value in sent.items()]


def ask(app, chunks, sent, *, method="POST", path="/", tail=()):
    """Send a request in chunks; give status, headers and body, or None when nothing was answered."""
    messages = [
        {"type": "http.request", "body": chunk, "more_body": number < len(chunks) - 1}
        for number, chunk in enumerate(chunks)
    ]
    messages.extend(tail)
    answers = []

    async def receive():
        assert messages, "read on after the end"
        return messages.pop(0)

    async def send(message):
        answers.append(message)

    scope = {"type": "http", "method": method, "path": path, "headers": sent, "query_string": b""}
    asyncio.run(app(scope, receive, send))
    if not answers:
        return None
    start, content = answers
    assert [start["type"], content["type"]] == ["http.response.start", "http.response.body"]
    fields = dict(start["headers"])
    assert int(fields[b"content-length"]) == len(content["body"])
    return start["status"], fields, content["body"], messages


def test_a_delivery_in_one_piece_and_in_many():
    """A body is put together from however many pieces, empty ones too, before it is verified."""
    payload, sent = request()
    for chunks in ([payload], [payload[:7], b"", payload[7:]], [bytes([byte]) for byte in payload]):
        receiver, seen = receiver_of()
        status, fields, content, _ = ask(receiver.asgi(), chunks, pairs(sent))
        assert (status, content, len(seen)) == (200, b"handled\n", 1)
        assert fields[b"content-type"] == b"text/plain; charset=utf-8"


def test_a_request_without_a_body():
    """A request without a body is not signed, and answered so."""
    receiver, _ = receiver_of()
    app = receiver.asgi()
    assert ask(app, [b""], [])[0] == 401

    async def bare():
        answers = []

        async def receive():
            return {"type": "http.request"}

        async def send(message):
            answers.append(message)

        await app({"type": "http", "method": "POST", "path": "/", "headers": []}, receive, send)
        return answers[0]["status"]

    assert asyncio.run(bare()) == 401


def test_only_post_and_only_its_path():
    """Another method is answered 405 with what is allowed, another path 404, unread."""
    receiver, seen = receiver_of()
    payload, sent = request()
    for method in ("GET", "PUT", "HEAD", "post"):
        status, fields, _, left = ask(receiver.asgi(), [payload], pairs(sent), method=method)
        assert (status, fields[b"allow"], len(left)) == (405, b"POST", 1)
    there = receiver.asgi("/webhooks/attio")
    assert ask(there, [payload], pairs(sent), path="/webhooks/attio/")[0] == 404
    assert not seen and ask(there, [payload], pairs(sent), path="/webhooks/attio")[0] == 200


@pytest.mark.parametrize("declared", [b"5000000", b"9" * 13, b"9" * 100_000])
def test_a_large_body_that_says_so_is_not_read(declared):
    """A body whose declared length is over the limit is refused before any of it is read."""
    receiver, _ = receiver_of()
    status, _, content, left = ask(receiver.asgi(), [b"x" * 10], [(b"Content-Length", declared)])
    assert status == 413 and b"larger than a delivery" in content and len(left) == 1


def test_a_large_body_that_does_not_say_so_is_not_kept():
    """5 MB in pieces are refused as soon as they are over the limit; the rest is not read."""
    receiver, _ = receiver_of()
    for declared in ([], [(b"content-length", b"10")], [(b"content-length", b"x")]):
        status, _, _, left = ask(receiver.asgi(), [b"x" * 500_000] * 10, declared)
        assert status == 413 and len(left) == 7


def test_a_sender_that_leaves():
    """A request that breaks off in its body is handled by nobody and answered to nobody."""
    receiver, seen = receiver_of()
    payload, sent = request()
    assert ask(receiver.asgi(), [payload[:5], b""][:1], pairs(sent)) is not None  # complete, and wrong

    async def broken():
        messages = [
            {"type": "http.request", "body": payload[:5], "more_body": True},
            {"type": "http.disconnect"},
        ]
        answers = []

        async def receive():
            return messages.pop(0)

        async def send(message):
            answers.append(message)

        await receiver.asgi()(
            {"type": "http", "method": "POST", "path": "/", "headers": pairs(sent)}, receive, send
        )
        return answers

    assert asyncio.run(broken()) == [] and not seen


def test_life_and_websockets():
    """The application follows the life of its server, and closes what is no HTTP."""
    receiver, _ = receiver_of()

    async def main():
        messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
        answers = []

        async def receive():
            return messages.pop(0)

        async def send(message):
            answers.append(message)

        await receiver.asgi()({"type": "lifespan"}, receive, send)
        await receiver.asgi()({"type": "websocket", "path": "/"}, receive, send)
        return [answer["type"] for answer in answers]

    assert asyncio.run(main()) == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
        "websocket.close",
    ]


def test_through_uvicorn():
    """A real server in front: deliveries, large bodies and nonsense get the same answers."""
    import uvicorn

    receiver, seen = receiver_of()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(receiver.asgi("/hook"), log_level="critical", lifespan="on")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=lambda: asyncio.run(server.serve([listener])))
        thread.start()
        try:
            port = listener.getsockname()[1]

            def post(payload, sent, path="/hook"):
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
                try:
                    connection.request("POST", path, payload, sent)
                    answer = connection.getresponse()
                    return answer.status, answer.read()
                finally:
                    connection.close()

            payload, sent = request(event("record.created"), key="k")
            assert post(payload, sent) == (200, b"handled\n") and post(payload, sent) == (200, b"repeat\n")
            assert post(iter([payload[:9], payload[9:]]), headers(payload))[0] == 200  # chunked
            assert post(payload[:-1], headers(payload))[0] == 401
            assert post(body(), {})[0] == 401 and post(b"", {}, "/other")[0] == 404
            large = b"x" * 2_000_000
            try:
                assert post(large, headers(large))[0] == 413
            except (BrokenPipeError, ConnectionResetError):
                pass  # the server may close before it was all sent
            assert len(seen) == 2
        finally:
            server.should_exit = True
            thread.join(20)
    assert not thread.is_alive()
