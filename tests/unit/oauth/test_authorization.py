"""Where a sign-in starts."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attio
from attio import Scope
from attio.core.errors import ArgumentError, ArgumentTypeError, ConfigurationError
from attio.core.redact import Secret
from attio.oauth import StateMismatchError, check_state
from attio.oauth.authorization import KEPT, AuthorizationURL, PendingSignIns

from .conftest import REDIRECT, SECRET


def query(url: str) -> dict[str, list[str]]:
    """The parameters of an address."""
    return parse_qs(urlsplit(url).query)


def test_the_address_holds_what_attio_takes(oauth: Any) -> None:
    """client_id, response_type, redirect_uri and a state, and neither scope nor proof of key."""
    url = oauth.authorization_url(scope=[Scope.RECORD_WRITE, "note:read"])
    assert url.startswith("https://app.attio.com/authorize?")
    assert query(url) == {
        "client_id": ["app-1"],
        "response_type": ["code"],
        "redirect_uri": [REDIRECT],
        "state": [url.state],
    }
    assert url.scope == (Scope.RECORD_WRITE, Scope.NOTE_READ)
    assert url.code_verifier is None
    assert SECRET not in url


def test_scope_and_proof_of_key_are_sent_when_asked_for(oauth: Any) -> None:
    """Both are standard parameters, sent only on request; the verifier stays here."""
    url = oauth.authorization_url("note:read", send_scope=True, pkce=True, state="mine")
    asked = query(url)
    assert asked["scope"] == ["note:read"]
    assert asked["state"] == ["mine"]
    assert isinstance(url.code_verifier, Secret)
    digest = urlsafe_b64encode(sha256(url.code_verifier.reveal().encode()).digest()).rstrip(b"=").decode()
    assert (asked["code_challenge"], asked["code_challenge_method"]) == ([digest], ["S256"])
    assert 43 <= len(url.code_verifier.reveal()) <= 128
    assert "scope" not in query(oauth.authorization_url(send_scope=True))


def test_states_are_long_and_new(oauth: Any) -> None:
    """Each sign-in has a state of 256 random bits."""
    states = {oauth.authorization_url().state for _ in range(50)}
    assert len(states) == 50
    assert all(len(state) >= 43 for state in states)


@pytest.mark.parametrize(
    ("state", "said"),
    [("", "is empty"), ("a\nb", "line break"), ("x" * 600, "600 characters"), (7, "must be a str")],
)
def test_a_wrong_state_is_refused(oauth: Any, state: Any, said: str) -> None:
    """A state that could not be sent back as it is is refused."""
    with pytest.raises(ArgumentError, match="state: ") as caught:
        oauth.authorization_url(state=state)
    assert said in str(caught.value)
    with pytest.raises(ArgumentTypeError, match="pkce"):
        oauth.authorization_url(pkce="yes")


def test_scopes_of_the_app_are_the_default(make: Any) -> None:
    """What the constructor was told holds for every sign-in that asks for nothing else."""
    oauth = make(scope="task:read")
    assert oauth.authorization_url().scope == (Scope.TASK_READ,)
    assert oauth.authorization_url(scope=[]).scope == ()


@given(st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_only_the_same_state_passes(expected: str, returned: str) -> None:
    """Two states pass when they are equal and in no other case, whatever is in them."""
    if not expected.strip() or not expected.isprintable():
        with pytest.raises(ArgumentError):
            check_state(expected, returned)
    elif expected == returned:
        check_state(expected, returned)
    else:
        with pytest.raises(StateMismatchError):
            check_state(expected, returned)


@pytest.mark.parametrize(
    ("returned", "said"), [(None, "carries no state"), ("", "carries no state"), (7, "another sign-in")]
)
def test_a_missing_state_is_a_mismatch(oauth: Any, returned: Any, said: str) -> None:
    """No state proves nothing."""
    with pytest.raises(StateMismatchError, match=said):
        oauth.check_state("expected", returned)
    with pytest.raises(ArgumentError, match="state: is empty"):
        oauth.check_state("", "")


def _url(state: str, scope: tuple[Scope, ...] = ()) -> AuthorizationURL:
    url = AuthorizationURL("https://app.attio.com/authorize")
    url.state, url.scope, url.code_verifier = state, scope, None
    return url


def test_what_is_remembered_is_bounded() -> None:
    """The oldest sign-ins under way are forgotten first."""
    pending = PendingSignIns()
    for number in range(KEPT + 10):
        pending.keep(_url(str(number)))
    assert pending.of("9") is None
    assert pending.of("10") is not None
    assert len(pending._kept) == KEPT
    pending.after_fork()
    assert pending.of(str(KEPT)) is not None


def test_without_a_state_only_what_all_asked_for_is_known() -> None:
    """A bare code could belong to any sign-in, so it is compared only with what all of them asked for."""
    pending = PendingSignIns()
    assert pending.of(None) is None
    pending.keep(_url("a", (Scope.NOTE_READ,)))
    pending.keep(_url("b", (Scope.NOTE_READ,)))
    found = pending.of(None)
    assert found is not None
    assert found.scope == (Scope.NOTE_READ,)
    pending.keep(_url("c", (Scope.TASK_READ,)))
    assert pending.of(None) is None


@pytest.mark.parametrize("name", ["client_id", "client_secret", "redirect_uri"])
def test_a_missing_setting_is_named(make: Any, server: Any, name: str) -> None:
    """What the app lacks is named with the variable that could hold it, when it is needed, before anything is sent."""
    oauth = make(**{name: None})
    with pytest.raises(ConfigurationError, match=f"no {name}: .*ATTIO_{name.upper()}"):
        oauth.authorization_url()
        oauth.exchange_code("code")
    assert not server.asked


def test_settings_come_from_the_environment_and_from_configure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Arguments win over attio.configure, which wins over the environment; no API key is needed."""
    from attio.core.defaults import configure

    monkeypatch.setenv("ATTIO_CLIENT_ID", "of-environment")
    monkeypatch.setenv("ATTIO_CLIENT_SECRET", SECRET)
    monkeypatch.setenv("ATTIO_REDIRECT_URI", REDIRECT)
    assert attio.OAuth().app.client_id == "of-environment"
    attio.configure(client_id="of-configure")
    try:
        assert attio.OAuth().app.client_id == "of-configure"
        assert attio.OAuth("given").app.client_id == "given"
        assert attio.OAuth().app.redirect_uri == REDIRECT
    finally:
        configure(None)


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("http://me.example/callback", "unencrypted"),
        ("ftp://me.example/", "is not an address"),
        ("/callback", "is not an address"),
        ("https://", "is not an address"),
        ("https://me.example:99999/", "is not an address"),
        ("https://me.example:0/", "is not an address"),
        ("https://me.example/a b", "is not an address"),
        ("https://me.example/#here", "fragment or a user"),
        ("https://user:pass@me.example/", "fragment or a user"),
        ("https://me.example/\n", "one line"),
    ],
)
def test_a_wrong_redirect_uri_is_refused(make: Any, uri: str, said: str) -> None:
    """A redirect_uri that would leak the code, or that no app can have, is refused at once."""
    with pytest.raises(ConfigurationError, match="redirect_uri: ") as caught:
        make(redirect_uri=uri)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "uri", ["http://127.0.0.1:8910/cb", "http://localhost/cb", "http://[::1]:1/", "https://x.example"]
)
def test_this_machine_may_be_plain_http(make: Any, uri: str) -> None:
    """http is taken where nothing leaves the machine."""
    assert make(redirect_uri=uri).app.redirect_uri == uri


def test_app_url_is_checked(make: Any) -> None:
    """The secret goes there, so it is https, or this machine."""
    assert (
        make(app_url="http://127.0.0.1:8787/")
        .authorization_url()
        .startswith("http://127.0.0.1:8787/authorize?")
    )
    with pytest.raises(ConfigurationError, match="app_url: would send the token unencrypted"):
        make(app_url="http://app.example")


def test_a_sign_in_shows_no_secret(make: Any) -> None:
    """repr shows the app and no secret; pickling is refused."""
    import pickle

    oauth = make()
    assert "app-1" in repr(oauth.oauth)
    assert SECRET not in repr(oauth.oauth) + repr(oauth.app) + repr(oauth.app.config)
    for thing in (oauth.oauth, oauth.oauth._session):
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(thing)
