"""Who may ask what."""

from __future__ import annotations

import base64

import pytest
from attio_openapi.operations import OPERATIONS

from attio.testing import NO_SCOPES_TOKEN, READ_ONLY_TOKEN, REVOKED_TOKEN, USER_TOKEN, LocalWorkspace


def test_a_well_formed_unknown_token_is_401(workspace, api):
    """An unknown token of the right length is not found."""
    answer = workspace.request("GET", "/v2/objects", token=REVOKED_TOKEN)
    assert answer.status == 401
    assert answer.json()["type"] == "auth_error"
    assert answer.json()["code"] == "unauthorized"
    assert "could not be found" in answer.json()["message"]


def test_a_token_of_the_wrong_length_is_told_so(workspace):
    """The length is checked before the lookup."""
    answer = workspace.request("GET", "/v2/objects", token="short")
    assert answer.status == 401
    assert "wrong length" in answer.json()["message"]
    assert "64" in answer.json()["message"]


@pytest.mark.parametrize("header", [None, "", "Digest abc", "Basic ???"])
def test_no_usable_header_is_401(workspace, header):
    """Without a token nothing but /v2/self is answered."""
    headers = {} if header is None else {"Authorization": header}
    assert workspace.handle("GET", "/v2/objects", headers=headers).status == 401


def test_basic_auth_with_the_token_as_user_works(workspace):
    """HTTP Basic with an empty password is the same as Bearer."""
    pair = base64.b64encode(f"{workspace.token}:".encode()).decode()
    assert workspace.handle("GET", "/v2/objects", headers={"authorization": f"Basic {pair}"}).status == 200


def test_self_shows_an_active_token(workspace):
    """Scopes come alphabetical, sub is the workspace, aud the client."""
    body = workspace.request("GET", "/v2/self").json()
    assert body["active"] is True
    assert body["scope"].split() == sorted(body["scope"].split())
    assert body["sub"] == body["workspace_id"] == workspace.state.id
    assert body["aud"] == body["client_id"]
    assert body["token_level"] == "workspace"
    assert body["exp"] is None


def test_self_of_an_unknown_token_says_inactive_and_nothing_else(workspace):
    """A revoked token is a 200 with active false."""
    answer = workspace.request("GET", "/v2/self", token=REVOKED_TOKEN)
    assert (answer.status, answer.json()) == (200, {"active": False})


def test_self_of_a_token_revoked_later_says_inactive(workspace):
    """Revoking works from the next request on."""
    workspace.tokens[workspace.token].revoked = True
    assert workspace.request("GET", "/v2/self").json() == {"active": False}
    assert workspace.request("GET", "/v2/objects").status == 401


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer abc"}])
def test_self_without_a_well_formed_token_is_400(workspace, headers):
    """/v2/self never answers 401."""
    answer = workspace.handle("GET", "/v2/self", headers=headers)
    assert (answer.status, answer.json()["code"]) == (400, "missing_value")
    assert answer.json()["message"].startswith("Token was not recognised")


def test_a_missing_scope_is_403_and_named(workspace):
    """Reading scopes do not write."""
    answer = workspace.request("POST", "/v2/objects", {"data": {}}, token=READ_ONLY_TOKEN)
    assert (answer.status, answer.json()["code"]) == (403, "unauthorized")
    assert "object_configuration:read-write" in answer.json()["message"]


def test_read_write_includes_read(workspace):
    """A token with only :read-write scopes reads."""
    workspace.add_token("w" * 64, scopes={"object_configuration:read-write"})
    assert workspace.request("GET", "/v2/objects", token="w" * 64).status == 200


def test_attribute_routes_of_lists_need_the_list_scope(demo):
    """The scope follows the target of the path."""
    demo.workspace.add_token("l" * 64, scopes={"list_configuration:read"})
    assert demo.workspace.request("GET", "/v2/lists/hiring/attributes", token="l" * 64).status == 200
    answer = demo.workspace.request("GET", "/v2/objects/people/attributes", token="l" * 64)
    assert answer.status == 403
    assert "object_configuration:read" in answer.json()["message"]


@pytest.mark.parametrize("operation", sorted(OPERATIONS))
def test_no_operation_but_self_answers_a_token_without_scopes(operation):
    """Every operation asks for a scope before it does anything."""
    workspace = LocalWorkspace(random_seed=1)
    row = OPERATIONS[operation]
    path = row.path.replace("{target}", "objects").replace("{object}", "people")
    for name in ("identifier", "attribute", "list", "record_id"):
        path = path.replace("{" + name + "}", "x")
    answer = workspace.request(row.method, path, {}, token=NO_SCOPES_TOKEN)
    expected = {200} if operation == "get_self" else {403, 404}
    assert answer.status in expected
    if answer.status == 404:
        assert "Could not find endpoint" in answer.json()["message"]


def test_a_user_level_token_is_refused_where_only_workspaces_go(workspace):
    """Operations that take workspace-level tokens only answer 403 to a member's."""
    from attio.testing.access import authorise
    from attio.testing.replies import Refusal

    token = workspace.tokens[USER_TOKEN]
    with pytest.raises(Refusal) as refused:
        authorise(token, OPERATIONS["list_webhooks"], {})
    assert refused.value.status == 403


def test_a_user_level_token_sees_lists_of_its_member_only(demo):
    """A private list is not there for somebody else."""
    mira, jonas, _ = demo.workspace.state.members.by_id.values()
    demo.workspace.add_token("j" * 64, level="user", member=jonas)
    body = {
        "name": "Private",
        "api_slug": "private",
        "parent_object": "people",
        "workspace_access": None,
        "workspace_member_access": [{"workspace_member_id": mira.id, "level": "full-access"}],
    }
    demo.post("lists", body)
    assert demo.workspace.request("GET", "/v2/lists/private").status == 200
    assert demo.workspace.request("GET", "/v2/lists/private", token=USER_TOKEN).status == 200
    assert demo.workspace.request("GET", "/v2/lists/private", token="j" * 64).status == 404
    assert demo.workspace.request("GET", "/v2/lists/private/attributes", token="j" * 64).status == 404
    seen = demo.workspace.request("GET", "/v2/lists", token="j" * 64).json()["data"]
    assert "private" not in [each["api_slug"] for each in seen]


def test_what_a_member_writes_is_the_members(demo):
    """A user-level token acts as its member, an API key as itself, an app as an app."""
    demo.workspace.add_token("a" * 64, is_app=True)
    kinds = []
    for token in (demo.workspace.token, USER_TOKEN, "a" * 64):
        answer = demo.workspace.request(
            "POST", "/v2/objects/people/records", {"data": {"values": {}}}, token=token
        )
        kinds.append(answer.json()["data"]["values"]["created_by"][0]["referenced_actor_type"])
    assert kinds == ["api-token", "workspace-member", "app"]


def test_two_workspaces_of_one_process_share_nothing():
    """A record of one is not in the other, and each has its own token if asked."""
    first, second = LocalWorkspace(), LocalWorkspace(token="2" * 64, slug="second")
    made = first.request("POST", "/v2/objects/people/records", {"data": {"values": {}}}).json()["data"]
    path = f"/v2/objects/people/records/{made['id']['record_id']}"
    assert first.request("GET", path).status == 200
    assert second.request("GET", path).status == 404
    assert second.request("GET", path, token=first.token).status == 401
    assert first.state.id != second.state.id
