"""Asking about tokens, and renewing them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from attio import OAuthToken
from attio.core.errors import (
    ArgumentTypeError,
    BadRequestError,
    DecodeError,
)
from attio.core.redact import Secret
from attio.oauth import (
    OAuthError,
    RefreshUnavailableError,
)

from .conftest import (
    REFRESH,
    SECRET,
    TOKEN,
    WORKSPACE,
    identity,
    leaks,
    refused,
)


def test_whoami_is_repeated_and_judged_like_any_read(make: Any, server: Any) -> None:
    """It takes a token in every form, is sent again after a failure, and its errors are the usual ones."""
    oauth = make()
    server.self = [httpx.ReadError("gone"), httpx.Response(500), identity()]
    told = oauth.whoami(OAuthToken(TOKEN))
    assert (told.workspace_id, told.holds("record_permission:read")) == (WORKSPACE, True)
    assert server.paths == ["/v2/self"] * 3
    server.self = httpx.Response(
        400,
        json={
            "status_code": 400,
            "type": "invalid_request_error",
            "code": "missing_value",
            "message": "Token was not recognised",
        },
    )
    with pytest.raises(BadRequestError) as caught:
        oauth.whoami(Secret(TOKEN))
    assert caught.value.code == "missing_value"
    server.self = httpx.Response(200, text="<html>")
    with pytest.raises(DecodeError):
        oauth.whoami(TOKEN)


def test_introspection_is_asked_where_there_is_one(oauth: Any, server: Any) -> None:
    """The endpoint is asked with the token itself; where it is missing the API tells the same."""
    assert oauth.introspect(TOKEN).workspace_id == WORKSPACE
    assert server.asked[0].headers["authorization"] == f"Bearer {TOKEN}"
    assert server.form() == {"token": TOKEN}
    server.introspect = httpx.Response(404, text="nothing here")
    assert oauth.introspect(TOKEN).workspace_id == WORKSPACE
    assert server.paths == ["/oauth/introspect", "/oauth/introspect", "/v2/self"]
    server.introspect = httpx.Response(
        400, json={"error": "invalid_request", "error_description": f"no {TOKEN}"}
    )
    with pytest.raises(OAuthError) as caught:
        oauth.introspect(TOKEN)
    assert TOKEN not in str(caught.value)
    assert TOKEN.encode() not in caught.value.response.body


def test_a_token_without_a_refresh_token_cannot_be_renewed(oauth: Any, server: Any) -> None:
    """The error says that Attio issues none and what to do; nothing is sent."""
    with pytest.raises(RefreshUnavailableError, match="Attio issues none.*authorization_url"):
        oauth.refresh_token(OAuthToken(TOKEN))
    assert not server.asked
    for wrong in (None, 7):
        with pytest.raises(ArgumentTypeError, match="refresh_token: cannot be"):
            oauth.refresh_token(wrong)


def test_a_refresh_token_renews(oauth: Any, server: Any) -> None:
    """A bare refresh token gives a token; a known token stays known, and keeps its refresh token unless it gets another."""
    assert oauth.refresh_token(refresh_token=REFRESH).access_token == TOKEN
    assert server.form() == {
        "grant_type": "refresh_token",
        "refresh_token": REFRESH,
        "client_id": "app-1",
        "client_secret": SECRET,
    }
    old = OAuthToken("old", refresh_token=REFRESH, workspace_id=WORKSPACE, scopes=["note:read"])
    new = oauth.refresh_token(old)
    assert (new.access_token, new.refresh_token, new.workspace_id) == (TOKEN, REFRESH, WORKSPACE)
    assert new.scopes == ("note:read",)
    server.token = {"access_token": TOKEN, "refresh_token": "next", "expires_in": 10, "scope": "task:read"}
    new = oauth.refresh_token(old)
    assert (new.refresh_token, new.scopes) == ("next", ("task:read",))
    assert new.expires_at is not None
    assert server.paths == ["/oauth/token"] * 3


def test_todays_attio_refuses_to_renew_clearly(oauth: Any, server: Any) -> None:
    """The answer of an endpoint that knows no refresh tokens is explained."""
    server.token = refused(400, "unsupported_grant_type")
    with pytest.raises(OAuthError, match="today it issues no refresh tokens") as caught:
        oauth.refresh_token(OAuthToken(TOKEN, refresh_token=REFRESH))
    assert not leaks(caught.value)
