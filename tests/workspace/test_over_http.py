"""What is around the API, over real sockets on this machine: storage, sign-in, faults, webhooks."""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from attio import Attio
from attio.core.errors import APIConnectionError, APITimeoutError
from attio.testing import LocalWorkspace, Settings, SystemClock, serve
from tests.workspace.test_deliveries import receiver

pytest.importorskip("uvicorn", reason="the extra `serve` is not installed")


@pytest.fixture
def server():
    """A served demo workspace by the machine's clock; webhooks may be http."""
    workspace = LocalWorkspace("demo", clock=SystemClock(), settings=Settings(http_webhooks=True))
    with serve(workspace=workspace) as running:
        yield running


@pytest.fixture
def client(server):
    """A client of the server."""
    with Attio(api_key=server.token, base_url=server.url, retry_delay_s=0.01) as made:
        yield made


def test_a_file_goes_up_and_comes_down(client):
    """The storage is served at the address that was asked."""
    person = client.people.list(limit=1)[0]
    content = bytes(range(256)) * 5000
    file = client.files.upload("people", person.id, content, name="big.bin")
    assert client.files.download(file.id) == content


def test_a_sign_in_in_a_browsers_place(server):
    """Authorize redirects back with a code; the code becomes a token that works."""
    app = server.workspace.oauth.add_app("http://127.0.0.1:1/back")
    query = {"client_id": app.client_id, "redirect_uri": "http://127.0.0.1:1/back", "response_type": "code"}
    with httpx.Client(base_url=server.url) as browser:
        answer = browser.get("/authorize", params=query)
        (code,) = parse_qs(urlsplit(answer.headers["location"]).query)["code"]
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": app.client_id,
            "client_secret": app.client_secret,
        }
        token = browser.post("/oauth/token", data=form).json()["access_token"]
    with Attio(api_key=token, base_url=server.url) as client:
        assert client.whoami().workspace_name == "Harbour Light"


def test_faults_break_real_connections(server, client):
    """A reset and a cut body are errors of the connection, a slow answer a timeout; repeated, all is well."""
    for kind in ("reset", "truncate", "connect"):
        server.workspace.faults.add(kind, times=1)
        assert len(client.objects.list()) == 6
        server.workspace.faults.add(kind)
        with pytest.raises(APIConnectionError):
            client.objects.list(options={"max_retries": 0})
        server.workspace.faults.clear()
    server.workspace.faults.add("latency", seconds=1.0)
    with pytest.raises(APITimeoutError):
        client.objects.list(options={"max_retries": 0, "timeout_s": 0.05})


def test_webhooks_are_posted_to_this_machine(server, client):
    """Subscribed through the API, with an http address since the settings allow it."""
    # With a layer the answer is not held against the spec, which knows https only.
    server.workspace.layers.append(lambda request, inner: inner(request))
    with receiver([500]) as (url, got):
        # Our client refuses http as Attio does; clients in other languages send what they are told.
        subscription = {"event_type": "note.created", "filter": None}
        body = {"data": {"target_url": url, "subscriptions": [subscription]}}
        made = client.request("POST", "/v2/webhooks", json=body).json()
        person = client.people.list(limit=1)[0]
        client.notes.create(parent_object="people", parent_record_id=person.id, content="Hello")
        server.workspace.webhooks.settle()
        server.workspace.close()
    assert len(got) == 2 and got[0][1] == got[1][1]
    expected = hmac.new(made["data"]["secret"].encode(), got[0][1], hashlib.sha256).hexdigest()
    assert got[1][0]["Attio-Signature"] == expected
