"""The examples of examples/webhooks, each run by its framework's own test client against a local workspace."""

from __future__ import annotations

import asyncio
import importlib.util
import sys
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from attio.testing import LocalWorkspace, mock
from attio.webhooks import WebhookReceiver
from tests.unit.webhooks.deliveries import OTHER, SECRET, body, event, headers, request

ROOT = Path(__file__).resolve().parents[3]
PATH = "/webhooks/attio"
_number = count()


@pytest.fixture
def world(monkeypatch, tmp_path):
    """A workspace that all clients talk to, with a person in it, and the environment that examples read."""
    monkeypatch.setenv("ATTIO_WEBHOOK_SECRET", SECRET)
    monkeypatch.setenv("ATTIO_API_KEY", "k" * 64)
    monkeypatch.setenv("WEBHOOKS_DB", str(tmp_path / "seen.db"))
    workspace = LocalWorkspace("demo")
    with mock(workspace):
        yield workspace


@contextmanager
def example(name: str):
    """Load an example as a module of its own, and close its client afterwards."""
    own = f"attio_example_{name}_{next(_number)}"
    spec = importlib.util.spec_from_file_location(own, ROOT / "examples/webhooks" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[own] = module
    try:
        spec.loader.exec_module(module)
        yield module
    finally:
        del sys.modules[own]
        if hasattr(module, "client") and hasattr(module.client, "close"):
            module.client.close()
        store = getattr(getattr(module, "receiver", None), "store", None)
        if hasattr(store, "close"):
            store.close()


def ada(workspace):
    """A person in the workspace, and the event that tells of it."""
    from attio import Attio

    with Attio(api_key=workspace.token, transport=workspace.transport()) as client:
        person = client.people.create({"name": "Ada Lovelace"})
    return event("record.created", object_id=person.id.object_id, record_id=str(person.id))


def check(post, capsys, workspace, *, path=PATH, get=None):
    """What every framework must answer: `post(path, body, headers)` gives status and body."""
    payload, sent = request(ada(workspace), key="k")
    assert post(path, payload, sent) == (200, b"handled\n")
    assert capsys.readouterr().out == "hello Ada Lovelace\n"
    assert post(path, payload, sent) == (200, b"repeat\n")
    old = {"x-attio-signature": sent["Attio-Signature"]}
    assert post(path, payload, old)[0] == 200 and capsys.readouterr().out == "hello Ada Lovelace\n"
    for wrong in ({}, headers(payload, OTHER), headers(payload[:-1])):
        assert post(path, payload, wrong)[0] == 401
    assert post(path, b"", headers(b""))[0] == 400
    assert post(path, b"{}", headers(b"{}"))[0] == 400
    large = b"x" * 5_000_000
    assert post(path, large, headers(large))[0] == 413
    # Not changed on the way: spaces, non-ASCII, bytes that are no UTF-8.
    for odd in (b'{"webhook_id": "w", "events": []}  \r\n', '{"webhook_id":"ü","events":[]}'.encode()):
        assert post(path, odd, headers(odd)) == (200, b"unrouted\n")
    assert post(path, b"\xff\x00\xfe", headers(b"\xff\x00\xfe"))[0] == 400
    missing, sent = request(event("record.created", object_id="people", record_id="no-such-record"))
    assert post(path, missing, sent) == (500, b"failed\n")
    if get is not None:
        assert get(path) == 405
    assert capsys.readouterr().out == ""


def starlette_post(client):
    def post(path, payload, sent):
        answer = client.post(path, content=payload, headers=sent)
        return answer.status_code, answer.content

    return post


def test_plain_asgi(world, capsys):
    """The plain ASGI example."""
    from starlette.testclient import TestClient

    with example("asgi_app") as module, TestClient(module.app) as client:
        check(starlette_post(client), capsys, world, get=lambda path: client.get(path).status_code)
        assert client.post("/elsewhere").status_code == 404


def test_plain_wsgi(world, capsys):
    """The plain WSGI example, by werkzeug's client."""
    from werkzeug.test import Client

    with example("wsgi_app") as module:
        client = Client(module.app)

        def post(path, payload, sent):
            answer = client.post(path, data=payload, headers=sent)
            return answer.status_code, answer.get_data()

        check(post, capsys, world, get=lambda path: client.get(path).status_code)
        assert client.post("/elsewhere").status_code == 404


def test_fastapi(world, capsys):
    """The FastAPI example: the router, and the dependency for an endpoint of one's own."""
    from fastapi.testclient import TestClient

    with example("fastapi_app") as module, TestClient(module.app) as client:
        check(starlette_post(client), capsys, world, get=lambda path: client.get(path).status_code)
        payload, sent = request(event("note.created", note_id="n"))
        for _ in range(2):  # repeats are for the endpoint to drop
            answer = client.post("/webhooks/raw", content=payload, headers=sent)
            assert (answer.status_code, answer.json()) == (200, {"event": "note.created"})
        for wrong, status in (
            ((payload, {}), 401),
            ((payload, headers(payload, OTHER)), 401),
            ((b"{}", headers(b"{}")), 400),
            ((b"x" * 5_000_000, {}), 413),
        ):
            answer = client.post("/webhooks/raw", content=wrong[0], headers=wrong[1])
            assert answer.status_code == status and answer.json()["detail"]
        # The route of Attio's is nobody else's business; the endpoint of one's own is documented as usual.
        assert list(client.get("/openapi.json").json()["paths"]) == ["/webhooks/raw"]


def test_fastapi_body_in_pieces(world):
    """The dependency stops reading a body without a length as soon as it is too large."""
    from fastapi.testclient import TestClient

    with example("fastapi_app") as module, TestClient(module.app) as client:
        read = []

        def pieces():
            for number in range(50):
                read.append(number)
                yield b"x" * 100_000

        assert client.post("/webhooks/raw", content=pieces()).status_code == 413


def test_starlette_with_workers(world, capsys):
    """The Starlette example: workers take events from a stream, and Attio is answered when they are done."""
    from starlette.testclient import TestClient

    with example("starlette_app") as module, TestClient(module.app) as client:
        payload, sent = request(ada(world), key="k")
        post = starlette_post(client)
        assert post(PATH, payload, sent) == (200, b"handled\n")
        assert capsys.readouterr().out == "hello Ada Lovelace\n"
        assert post(PATH, payload, sent) == (200, b"repeat\n")
        assert post(PATH, payload, {})[0] == 401 and client.get(PATH).status_code == 405
        assert post(PATH, *request(event("note.created", note_id="n"))) == (200, b"unrouted\n")


def test_flask(world, capsys):
    """The Flask example."""
    with example("flask_app") as module:
        client = module.app.test_client()

        def post(path, payload, sent):
            answer = client.post(path, data=payload, headers=sent)
            return answer.status_code, answer.get_data()

        check(post, capsys, world, get=lambda path: client.get(path).status_code)


def test_flask_after_a_hook_that_read_the_body(world):
    """A hook of the application that looks at the body takes nothing away."""
    from flask import Flask
    from flask import request as flask_request

    from attio.integrations.flask import webhook_blueprint

    receiver = WebhookReceiver(SECRET)
    receiver.on("*")(lambda event: None)
    app = Flask("hooked")
    app.before_request(lambda: flask_request.get_data() and None)
    app.register_blueprint(webhook_blueprint(receiver, "/a"))
    app.register_blueprint(webhook_blueprint(receiver, "/b", name="another"))
    payload, sent = request()
    assert app.test_client().post("/a", data=payload, headers=sent).status_code == 200
    assert app.test_client().post("/b", data=payload, headers=headers(payload)).status_code == 200


def test_flask_without_a_length(world):
    """A chunked body is read to the limit and no further."""
    import io

    from attio.integrations.flask import webhook_blueprint
    from flask import Flask

    receiver = WebhookReceiver(SECRET)
    receiver.on("*")(lambda event: None)
    app = Flask("chunked")
    app.register_blueprint(webhook_blueprint(receiver))

    def post(payload):
        return app.test_client().post(
            PATH,
            input_stream=io.BytesIO(payload),
            environ_overrides={"wsgi.input_terminated": True},
            headers=headers(payload),
        )

    assert post(body()).status_code == 200
    assert post(b"x" * 2_000_000).status_code == 413


@pytest.fixture
def django_app(world):
    """The Django example; its settings are global, so its parts are put into those that there are."""
    from django.conf import settings
    from django.test import override_settings
    from django.urls import clear_url_caches

    with example("django_app") as module:
        assert settings.configured
        clear_url_caches()
        with override_settings(ROOT_URLCONF=module.__name__, ALLOWED_HOSTS=["*"]):
            yield module
        clear_url_caches()


def test_django(django_app, world, capsys):
    """The Django example, behind the protection against forged forms."""
    from django.test import Client

    client = Client(enforce_csrf_checks=True, raise_request_exception=False)

    def post(path, payload, sent):
        answer = client.post(path, data=payload, content_type="application/json", headers=sent)
        return answer.status_code, answer.content

    check(post, capsys, world, get=lambda path: client.get(path).status_code)
    assert client.get(PATH)["Allow"] == "POST"


def test_django_async(django_app, world, capsys):
    """The async view of the Django example."""
    from django.test import AsyncClient

    client = AsyncClient(enforce_csrf_checks=True, raise_request_exception=False)

    def post(path, payload, sent):
        async def main():
            return await client.post(path, data=payload, content_type="application/json", headers=sent)

        answer = asyncio.run(main())
        return answer.status_code, answer.content

    async def get(path):
        return (await client.get(path)).status_code

    check(post, capsys, world, path="/webhooks/attio-async", get=lambda path: asyncio.run(get(path)))


def test_django_bodies_that_cannot_be_read(django_app):
    """Django's own limit, a length that is none and a body that breaks off are answered, not raised."""
    from django.core.exceptions import RequestDataTooBig
    from django.http import RawPostDataException, UnreadablePostError
    from django.test import RequestFactory, override_settings

    from attio.integrations.django import webhook_view

    view = webhook_view(django_app.receiver)
    payload, sent = request()
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10):
        made = RequestFactory().post(PATH, payload, content_type="application/json", headers=sent)
        assert view(made).status_code == 413
    for error, status in (
        (UnreadablePostError("x"), 400),
        (RawPostDataException("x"), 400),
        (RequestDataTooBig(), 413),
    ):

        class Broken:
            method = "POST"
            META = {"CONTENT_LENGTH": "10"}
            headers = {}

            @property
            def body(self, error=error):
                raise error

        assert view(Broken()).status_code == status
    for length, status in (("x", 400), ("-1", 400), ("9" * 20, 413), ("5000000", 413), ("", 401)):
        made = RequestFactory().post(PATH, b"x", content_type="application/json")
        made.META["CONTENT_LENGTH"] = length
        assert view(made).status_code == status


def test_adapters_import_nothing_by_themselves():
    """Importing an adapter imports no framework; using one does."""
    import subprocess

    code = """
import sys
import attio.integrations.starlette, attio.integrations.fastapi, attio.integrations.flask, attio.integrations.django
print(" ".join(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not set(done.stdout.split()) & {"starlette", "fastapi", "flask", "django", "werkzeug", "httpx"}
