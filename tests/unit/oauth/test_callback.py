"""What the browser brings back, and what must not pass for it."""

from __future__ import annotations

import pickle
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attio.core.errors import ArgumentTypeError
from attio.core.redact import Secret
from attio.oauth import (
    AuthorizationDeniedError,
    Callback,
    OAuthError,
    RedirectMismatchError,
    StateMismatchError,
)
from attio.oauth.callback import read_callback

from .conftest import CODE, REDIRECT

QUERY = urlencode({"code": CODE, "state": "s"})


class Address:
    """An address as a framework has it."""

    query = QUERY

    def __str__(self) -> str:
        return f"{REDIRECT}?{QUERY}"


@pytest.mark.parametrize(
    "given",
    [
        f"{REDIRECT}?{QUERY}",
        f"https://ME.example:443/oauth/callback?{QUERY}&more=1",
        f"/oauth/callback?{QUERY}",
        {"code": CODE, "state": "s", "more": "1"},
        {"code": [CODE], "state": ["s"]},
        Address(),
    ],
)
def test_a_callback_gives_its_code(oauth: Any, given: Any) -> None:
    """The whole address, its path and query, or its parameters give the code."""
    callback = oauth.parse_callback(given, state="s")
    assert isinstance(callback, Callback)
    assert (callback.code, callback.state) == (Secret(CODE), "s")
    assert CODE not in repr(callback)
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(callback)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://evil.example/oauth/callback", "another host"),
        ("https://me.example.evil.example/oauth/callback", "another host"),
        ("http://me.example/oauth/callback", "another host"),
        ("//evil.example/oauth/callback", "another host"),
        ("https://me.example@evil.example/oauth/callback", "another host"),
        ("https://user:pass@me.example/oauth/callback", "another host"),
        ("https://me.example:8443/oauth/callback", "another port"),
        ("https://me.example/oauth/callback/../steal", "another path"),
        ("https://me.example/oauth/callbac%6b", "another path"),
        ("/other", "another path"),
        ("", "another path"),
        ("https:\\\\me.example/oauth/callback", "is no address"),
        ("https://me.example/oauth/callback\n", "is no address"),
        ("https://[me.example/oauth/callback", "is no address"),
        ("https://me.example:port/oauth/callback", "is no address"),
        ("https://me.example/" + "x" * 20_000, "is no address"),
    ],
)
def test_a_callback_to_another_place_is_refused(oauth: Any, url: str, said: str) -> None:
    """A hostile redirect is refused, although its code and state are right; the code is not shown."""
    with pytest.raises(RedirectMismatchError, match=said) as caught:
        oauth.parse_callback(f"{url}?{QUERY}", state="s")
    assert CODE not in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        f"code={CODE}&code=other&state=s",
        f"code={CODE}&state=s&state=t",
        "state=s",
        "code=&state=s",
        "&".join(f"a{n}=1" for n in range(100)),
    ],
)
def test_a_callback_that_says_two_things_is_refused(oauth: Any, query: str) -> None:
    """Repeated, missing and endless parameters are refused."""
    with pytest.raises(RedirectMismatchError):
        oauth.parse_callback(f"/oauth/callback?{query}", state="s")


@pytest.mark.parametrize(
    "query", [f"code={CODE}&state=t", f"code={CODE}", f"code={CODE}&state=", "error=access_denied"]
)
def test_the_state_is_checked_before_anything_is_believed(oauth: Any, query: str) -> None:
    """A callback of another sign-in is refused, also one that says it was denied."""
    with pytest.raises(StateMismatchError, match="let the user start again"):
        oauth.parse_callback(f"/oauth/callback?{query}", state="s")


def test_a_refusal_of_the_user_says_so(oauth: Any) -> None:
    """access_denied has a class of its own; other errors keep their code."""
    with pytest.raises(AuthorizationDeniedError, match="did not let the app in: 'No way'") as caught:
        oauth.parse_callback(
            {"error": "access_denied", "error_description": "No way", "state": "s"}, state="s"
        )
    assert caught.value.code == "access_denied"
    with pytest.raises(OAuthError, match="Attio ended the sign-in") as ended:
        oauth.parse_callback({"error": "server_error", "state": "s"}, state="s")
    assert ended.value.code == "server_error"
    assert not isinstance(ended.value, AuthorizationDeniedError)


@pytest.mark.parametrize("given", [None, 7, b"/oauth/callback", ["code"]])
def test_what_is_no_callback_is_refused(oauth: Any, given: Any) -> None:
    """Other types are refused, and not shown."""
    with pytest.raises(ArgumentTypeError, match=f"callback: cannot be {type(given).__name__}"):
        oauth.parse_callback(given, state="s")


def test_parameters_are_texts(oauth: Any) -> None:
    """A mapping of something else is refused."""
    with pytest.raises(RedirectMismatchError, match="'code' is no text"):
        oauth.parse_callback({"code": 7, "state": "s"}, state="s")


@given(st.text(max_size=200) | st.dictionaries(st.text(max_size=5), st.text(max_size=5)))
@example("//[")
@example("https://me.example:٣/oauth/callback")
def test_anything_is_a_callback_or_a_clear_error(given: Any) -> None:
    """Whatever comes in, it is a callback with the right state or an OAuthError."""
    try:
        callback = read_callback(given, REDIRECT, "s")
    except OAuthError:
        return
    assert callback.state == "s"


def test_a_refused_callback_leaves_no_code_in_the_traceback() -> None:
    """What is raised for a hostile redirect shows the code in no message."""
    with pytest.raises(RedirectMismatchError) as caught:
        read_callback(f"https://evil.example/?{QUERY}", REDIRECT, "s")
    assert CODE not in str(caught.value)
    assert CODE not in repr(vars(caught.value))
