"""A token, shown nowhere."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio import OAuthToken
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.redact import Secret
from attio.oauth.given import callback_of, token_of

from .conftest import REFRESH, TOKEN, WORKSPACE

WHOLE = OAuthToken(
    TOKEN,
    refresh_token=REFRESH,
    expires_at=datetime(2030, 1, 1, tzinfo=UTC),
    scopes=["note:read"],
    workspace_id=WORKSPACE,
    workspace_name="Acme",
    workspace_slug="acme",
    client_id="app-1",
    authorized_by_workspace_member_id="m",
)


def test_a_token_tells_everything_when_asked() -> None:
    """Its parts are there in plain for whoever asks for them by name."""
    assert (WHOLE.access_token, WHOLE.refresh_token, WHOLE.token_type) == (TOKEN, REFRESH, "Bearer")
    assert WHOLE.secret == Secret(TOKEN)
    assert WHOLE.refresh_secret == Secret(REFRESH)
    assert WHOLE.expires_at == datetime(2030, 1, 1, tzinfo=UTC)
    assert WHOLE.scopes == ("note:read",)
    assert (WHOLE.workspace_id, WHOLE.workspace_name, WHOLE.workspace_slug) == (WORKSPACE, "Acme", "acme")
    assert (WHOLE.client_id, WHOLE.authorized_by_workspace_member_id) == ("app-1", "m")
    bare = OAuthToken(TOKEN)
    assert (bare.refresh_token, bare.scopes, bare.workspace_id, bare.expires_at) == (None, None, None, None)


def test_a_token_is_shown_nowhere() -> None:
    """repr, str, format and pickles hold no token."""
    for text in (repr(WHOLE), str(WHOLE), f"{WHOLE}", f"{WHOLE!r:>200}", repr([WHOLE])):
        assert TOKEN not in text
        assert REFRESH not in text
    assert "acme" in repr(WHOLE)
    assert repr(OAuthToken(TOKEN)) == "<OAuthToken of an unknown workspace>"
    with pytest.raises(TypeError, match="put it in a token store"):
        pickle.dumps(WHOLE)
    with pytest.raises(TypeError):
        json.dumps(WHOLE)


def test_a_token_does_not_change() -> None:
    """Assigning is refused, replace gives another one, copies are the same object."""
    with pytest.raises(AttributeError, match="use .replace"):
        WHOLE.workspace_id = "x"  # type: ignore[misc]
    other = WHOLE.replace(workspace_id="x")
    assert (other.workspace_id, other.access_token) == ("x", TOKEN)
    assert other != WHOLE
    assert WHOLE != TOKEN
    assert copy.copy(WHOLE) is WHOLE
    assert copy.deepcopy([WHOLE])[0] is WHOLE
    assert len({WHOLE, WHOLE.replace()}) == 1


@pytest.mark.parametrize("token", [WHOLE, OAuthToken(TOKEN)])
def test_a_token_survives_its_dict(token: OAuthToken) -> None:
    """What to_dict gives goes through JSON and comes back equal."""
    assert OAuthToken.from_dict(json.loads(json.dumps(token.to_dict()))) == token


@given(
    st.dictionaries(
        st.sampled_from([*WHOLE.to_dict(), "more"]),
        st.none() | st.text() | st.integers() | st.lists(st.text() | st.integers()),
    )
)
def test_any_dict_is_a_token_or_a_clear_error(plain: dict[str, Any]) -> None:
    """from_dict gives a token or an ArgumentError, whatever it is given."""
    try:
        assert isinstance(OAuthToken.from_dict(plain), OAuthToken)
    except ArgumentError as error:
        assert "is not what OAuthToken.to_dict returns" in str(error)


@pytest.mark.parametrize("wrong", [{"scopes": "note:read"}, {"expires_at": "soon"}, {"workspace_id": 7}])
def test_a_wrong_dict_shows_no_token(wrong: dict[str, Any]) -> None:
    """The error for a damaged dict shows nothing of it."""
    with pytest.raises(ArgumentError, match="plain: ") as caught:
        OAuthToken.from_dict({**WHOLE.to_dict(), **wrong})
    assert TOKEN not in f"{caught.value!r} {vars(caught.value)}"
    assert REFRESH not in f"{caught.value!r} {vars(caught.value)}"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("", "is empty"),
        (f"Bearer {TOKEN}", "begins with 'Bearer'"),
        (f"{TOKEN}\n", "strip it"),
        (7, "must be a str"),
    ],
)
def test_a_wrong_token_is_refused_unseen(wrong: Any, said: str) -> None:
    """What can be no token is refused, and not shown."""
    with pytest.raises(ArgumentError, match="access_token: ") as caught:
        OAuthToken(wrong)
    assert said in str(caught.value)
    assert TOKEN not in str(caught.value)
    with pytest.raises(ArgumentError, match="access_token: "):
        OAuthToken(Secret("a b"))


def test_an_expiry_has_a_zone() -> None:
    """A naive time is refused."""
    with pytest.raises(ArgumentError, match="expires_at: has no time zone"):
        OAuthToken(TOKEN, expires_at=datetime(2030, 1, 1))


def test_tokens_and_codes_are_taken_in_every_form() -> None:
    """A text, a Secret and an OAuthToken are the same token."""
    for form in (TOKEN, Secret(TOKEN), OAuthToken(TOKEN)):
        assert token_of(form, "token").secret == Secret(TOKEN)
    assert token_of(REFRESH, "refresh_token").refresh_secret == Secret(REFRESH)
    assert (callback_of("abc").code, callback_of("abc").state) == (Secret("abc"), None)
    for wrong in (7, None, b"abc", {"access_token": TOKEN}):
        with pytest.raises(ArgumentTypeError, match=f"cannot be {type(wrong).__name__}") as caught:
            token_of(wrong, "token")
        assert TOKEN not in repr(vars(caught.value))
    with pytest.raises(ArgumentError, match="code: is empty"):
        callback_of("")
