"""The sign-in of app.attio.com, as a local stand-in."""

from __future__ import annotations

import base64
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from attio import Attio
from attio.core.errors import ArgumentError, AuthenticationError
from attio.testing import LocalWorkspace

BACK = "https://app.example/callback"


@pytest.fixture
def app(workspace):
    """An app that reads records."""
    return workspace.oauth.add_app(
        BACK, scopes={"record_permission:read", "object_configuration:read"}, name="Sync & Co"
    )


def authorize(workspace, app, method="GET", body=b"", **changes):
    query = {
        "client_id": app.client_id,
        "redirect_uri": BACK,
        "response_type": "code",
        "state": "s t&1",
        **changes,
    }
    query = {key: value for key, value in query.items() if value is not None}
    return workspace.handle(method, "/authorize", query=urlencode(query), body=body)


def result(answer):
    assert answer.status == 302
    parts = urlsplit(answer.header("location"))
    return dict(parse_qsl(parts.query)), f"{parts.scheme}://{parts.netloc}{parts.path}"


def exchange(workspace, app, code, headers=None, /, **changes):
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "client_id": app.client_id,
        "client_secret": app.client_secret,
        "redirect_uri": BACK,
        **changes,
    }
    body = urlencode({key: value for key, value in form.items() if value is not None}).encode()
    sent = {"content-type": "application/x-www-form-urlencoded", **(headers or {})}
    return workspace.handle("POST", "/oauth/token", headers=sent, body=body)


def code_of(workspace, app):
    return result(authorize(workspace, app))[0]["code"]


def test_the_whole_way_to_a_token_that_works(workspace, app):
    """Authorize, exchange, call; the token carries the app's scopes and acts as the app."""
    query, where = result(authorize(workspace, app))
    assert where == BACK and query["state"] == "s t&1"
    answer = exchange(workspace, app, query["code"])
    assert answer.status == 200 and answer.header("cache-control") == "no-store"
    token = answer.json()["access_token"]
    assert answer.json() == {"access_token": token, "token_type": "Bearer"} and len(token) == 64
    with Attio(api_key=token, transport=workspace.transport()) as client:
        me = client.whoami()
        assert me.raw["scope"] == "object_configuration:read record_permission:read"
        assert me.raw["client_id"] == me.raw["aud"] == app.client_id and me.raw["exp"] is None
        assert me.raw["authorized_by_workspace_member_id"] == next(iter(workspace.state.members.by_id))
        assert len(client.people.list()) == 0


def test_a_code_works_once_for_ten_minutes(workspace, app):
    """A second use and a late one are invalid_grant."""
    code = code_of(workspace, app)
    assert exchange(workspace, app, code).status == 200
    again = exchange(workspace, app, code)
    assert (again.status, again.json()["error"]) == (400, "invalid_grant")
    late = code_of(workspace, app)
    workspace.clock.advance(601)
    assert exchange(workspace, app, late).json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({"client_secret": "wrong"}, 401, "invalid_client"),
        ({"client_secret": None}, 401, "invalid_client"),
        ({"client_id": "nobody"}, 401, "invalid_client"),
        ({"code": "made-up"}, 400, "invalid_grant"),
        ({"code": None}, 400, "invalid_request"),
        ({"redirect_uri": "https://evil.example/"}, 400, "invalid_grant"),
        ({"grant_type": "refresh_token"}, 400, "unsupported_grant_type"),
        ({"grant_type": "client_credentials"}, 400, "unsupported_grant_type"),
        ({"grant_type": None}, 400, "invalid_request"),
    ],
)
def test_what_an_exchange_cannot_be(workspace, app, changes, status, error):
    """Errors are those of RFC 6749; the code is still good afterwards."""
    code = code_of(workspace, app)
    answer = exchange(workspace, app, code, **changes)
    assert (answer.status, answer.json()["error"]) == (status, error)
    assert answer.json()["error_description"]
    assert exchange(workspace, app, code).status == 200


def test_a_code_is_one_apps_own(workspace, app):
    """Another app cannot exchange it."""
    other = workspace.oauth.add_app(BACK)
    answer = exchange(workspace, other, code_of(workspace, app))
    assert answer.json()["error"] == "invalid_grant"


def test_an_app_may_prove_itself_by_http_basic(workspace, app):
    """The secret in the header, not in the body."""
    pair = base64.b64encode(f"{app.client_id}:{app.client_secret}".encode()).decode()
    header = {"authorization": f"Basic {pair}"}
    assert exchange(workspace, app, code_of(workspace, app), header, client_secret=None).status == 200
    broken = {"authorization": "Basic ???"}
    assert exchange(workspace, app, "x", broken, client_secret=None).status == 401


def test_the_endpoint_takes_forms_only(workspace, app):
    """JSON and other methods are refused."""
    answer = exchange(workspace, app, "x", {"content-type": "application/json"})
    assert answer.json()["error"] == "invalid_request"
    assert workspace.handle("GET", "/oauth/token").status == 405
    assert workspace.handle("GET", "/oauth/token").header("allow") == "POST"


def test_a_redirect_goes_to_registered_addresses_only(workspace, app):
    """Unknown apps and addresses get a page, never a redirect."""
    for changes in (
        {"redirect_uri": "https://evil.example/"},
        {"redirect_uri": BACK + "/more"},
        {"redirect_uri": None},
        {"client_id": "<script>"},
        {"client_id": None},
    ):
        answer = authorize(workspace, app, **changes)
        assert answer.status == 400 and answer.header("location") is None
        assert answer.header("content-type").startswith("text/html") and b"<script>" not in answer.body


def test_another_response_type_is_told_to_the_app(workspace, app):
    """unsupported_response_type, with the state."""
    query, _ = result(authorize(workspace, app, response_type="token"))
    assert query == {"error": "unsupported_response_type", "state": "s t&1"}


def test_a_state_is_sent_back_only_when_there_was_one(workspace, app):
    """It is optional."""
    assert set(result(authorize(workspace, app, state=None))[0]) == {"code"}


def test_a_query_of_the_callback_is_kept(workspace):
    """Parameters of the registered address stay."""
    app = workspace.oauth.add_app(f"{BACK}?tenant=7")
    query, _ = result(authorize(workspace, app, redirect_uri=f"{BACK}?tenant=7"))
    assert query["tenant"] == "7" and query["code"]


def test_the_member_may_decline(workspace, app):
    """approve=False is access_denied."""
    workspace.oauth.approve = False
    assert result(authorize(workspace, app))[0] == {"error": "access_denied", "state": "s t&1"}


def test_a_script_decides_case_by_case(workspace, app):
    """It sees the query."""
    workspace.oauth.approve = lambda query: query["state"] == "good"
    assert "code" in result(authorize(workspace, app, state="good"))[0]
    assert result(authorize(workspace, app, state="bad"))[0]["error"] == "access_denied"


def test_a_page_asks_when_nobody_has_decided(workspace, app):
    """Two buttons; what is pressed is what happens. Names are escaped."""
    workspace.oauth.approve = None
    page = authorize(workspace, app)
    assert page.status == 200 and b"Sync &amp; Co" in page.body and b"record_permission:read" in page.body
    assert "code" in result(authorize(workspace, app, "POST", b"decision=approve"))[0]
    assert result(authorize(workspace, app, "POST", b"decision=deny"))[0]["error"] == "access_denied"
    assert authorize(workspace, app, "POST", b"").status == 200
    assert authorize(workspace, app, "DELETE").status == 405


def test_a_member_can_be_chosen(workspace, app):
    """By address or id; the token says who authorised it."""
    member = workspace.add_member("Ada", "Lovelace", "ada@x.example")
    workspace.oauth.member = "ada@x.example"
    token = exchange(workspace, app, code_of(workspace, app)).json()["access_token"]
    answer = workspace.request("GET", "/v2/self", token=token).json()
    assert answer["authorized_by_workspace_member_id"] == member.id


def test_introspection_says_what_self_says(workspace, app):
    """Authorised by the token itself; a revoked one is not active."""
    token = exchange(workspace, app, code_of(workspace, app)).json()["access_token"]

    def ask(value):
        return workspace.handle("POST", "/oauth/introspect", headers={"authorization": f"Bearer {value}"})

    assert ask(token).json() == workspace.request("GET", "/v2/self", token=token).json()
    workspace.oauth.remove_app(app)
    assert ask(token).json() == {"active": False}
    assert ask("short").status == 400
    assert app.client_id not in workspace.oauth.apps
    with Attio(api_key=token, transport=workspace.transport()) as client, pytest.raises(AuthenticationError):
        client.people.list()


def test_what_an_app_acts_as(workspace):
    """Its records are made by the app, not by an API key."""
    app = workspace.oauth.add_app(BACK)
    token = exchange(workspace, app, code_of(workspace, app)).json()["access_token"]
    made = workspace.request(
        "POST", "/v2/objects/people/records", {"data": {"values": {}}}, token=token
    ).json()
    actor = made["data"]["values"]["created_by"][0]
    assert (actor["referenced_actor_type"], actor["referenced_actor_id"]) == ("app", app.client_id)


def test_secrets_are_not_recorded(workspace, app):
    """Neither what was sent for a token nor the token."""
    token = exchange(workspace, app, code_of(workspace, app)).json()["access_token"]
    for call in workspace.calls:
        assert app.client_secret.encode() not in call.body and token.encode() not in call.response
    assert app.client_secret not in repr(app)


def test_an_app_needs_an_address_and_a_name_of_its_own(workspace):
    """A relative address and a taken client id are refused."""
    with pytest.raises(ArgumentError, match="absolute"):
        workspace.oauth.add_app("callback")
    workspace.oauth.add_app(BACK, client_id="me", client_secret="secret")
    with pytest.raises(ArgumentError, match="taken"):
        workspace.oauth.add_app(BACK, client_id="me")


def test_a_workspace_without_members_has_nobody_to_ask():
    """The token then names no one."""
    workspace = LocalWorkspace({"members": []})
    app = workspace.oauth.add_app(BACK)
    token = exchange(workspace, app, code_of(workspace, app)).json()["access_token"]
    assert "authorized_by_workspace_member_id" not in workspace.request("GET", "/v2/self", token=token).json()
