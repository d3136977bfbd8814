"""Signing in from a script, over a real listener on this machine."""

from __future__ import annotations

import http.client
import queue
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from attio.core.errors import ConfigurationError
from attio.oauth import (
    AuthorizationDeniedError,
    LoginTimeoutError,
    MissingScopeError,
    OAuthError,
    login_local,
)
from attio.oauth.listener import CallbackListener
from attio.oauth.loopback import DEFAULT_REDIRECT_URI
from attio.oauth.stores import MemoryTokenStore

from .conftest import CODE, SECRET, TOKEN, WORKSPACE, Transport


def free_port(host: str = "127.0.0.1") -> int:
    """A port that nobody listens on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def redirect_uri() -> str:
    """A redirect_uri on this machine."""
    return f"http://127.0.0.1:{free_port()}/callback"


def get(uri: str, target: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    """Ask the listener as a browser would."""
    parts = urlsplit(uri)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    try:
        connection.request(method, target)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()
    finally:
        connection.close()


class Browser:
    """Opens the address and comes back, as often and with what a test wants."""

    def __init__(self, *answers: Callable[[str], dict[str, str]]) -> None:
        self.answers = answers
        self.opened: list[str] = []
        self.seen: queue.Queue[tuple[int, dict[str, str], str]] = queue.Queue()

    def __call__(self, url: str) -> None:
        self.opened.append(url)
        asked = parse_qs(urlsplit(url).query)
        uri, state = asked["redirect_uri"][0], asked["state"][0]
        for answer in self.answers:
            self.seen.put(get(uri, f"{urlsplit(uri).path}?{urlencode(answer(state))}"))


def good(state: str) -> dict[str, str]:
    """What Attio comes back with."""
    return {"code": CODE, "state": state}


@pytest.fixture
def login(server: Any, redirect_uri: str) -> Callable[..., Any]:
    """login_local against the mock, silent."""

    def run(browser: Any, **options: Any) -> Any:
        given = {
            "redirect_uri": redirect_uri,
            "wait_s": 10.0,
            "say": lambda _: None,
            "transport": Transport(server),
            **options,
        }
        return login_local("app-1", SECRET, open_browser=browser, **given)

    return run


def test_the_browser_comes_back_and_the_token_is_there(login: Any, server: Any, redirect_uri: str) -> None:
    """One call opens the address, waits on 127.0.0.1, exchanges the code and knows the workspace."""
    browser = Browser(good)
    said: list[str] = []
    store = MemoryTokenStore()
    token = login(browser, say=said.append, store=store, scope="note:read")
    assert (token.access_token, token.workspace_id) == (TOKEN, WORKSPACE)
    assert store.get(WORKSPACE) == token
    assert server.form()["redirect_uri"] == redirect_uri
    assert browser.opened[0] in said[0]
    status, headers, page = browser.seen.get(timeout=5)
    assert (status, headers["Cache-Control"], headers["Referrer-Policy"]) == (200, "no-store", "no-referrer")
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "close this page" in page
    assert CODE not in page
    assert not [thread for thread in threading.enumerate() if thread.name == "attio-sign-in"]
    with pytest.raises(ConnectionRefusedError):
        get(redirect_uri, "/callback")


def test_a_forged_callback_neither_signs_in_nor_ends_the_wait(login: Any, server: Any) -> None:
    """A page elsewhere that calls the listener with a code of its own gets nowhere."""
    browser = Browser(
        lambda _: {"code": "of-somebody-else", "state": "guessed"},
        lambda _: {"code": "of-somebody-else"},
        lambda _: {"error": "access_denied", "state": "guessed"},
        lambda state: {"state": state},
        good,
    )
    assert login(browser).access_token == TOKEN
    assert server.form()["code"] == CODE
    assert [browser.seen.get(timeout=5)[0] for _ in range(5)] == [400, 400, 400, 404, 200]


def test_a_refusal_ends_the_wait(login: Any, server: Any) -> None:
    """When the user says no, the script hears it at once, and nothing is exchanged."""
    browser = Browser(lambda state: {"error": "access_denied", "state": state})
    with pytest.raises(AuthorizationDeniedError):
        login(browser)
    assert "not let in" in browser.seen.get(timeout=5)[2]
    with pytest.raises(OAuthError, match="Attio ended the sign-in"):
        login(Browser(lambda state: {"error": "server_error", "state": state}))
    assert not server.asked


def test_nobody_coming_back_is_a_timeout(login: Any, redirect_uri: str) -> None:
    """The wait ends in time, with the port free again, whatever the browser does."""

    def broken(url: str) -> None:
        raise OSError("no browser")

    for _ in range(2):
        with pytest.raises(LoginTimeoutError, match="within 0.01 s: start it again") as caught:
            login(broken, wait_s=0.01)
        assert isinstance(caught.value, TimeoutError)


def test_a_slow_caller_holds_up_nobody(login: Any, redirect_uri: str) -> None:
    """A connection that says nothing does not keep the browser from coming back, nor the listener from closing."""
    silent: list[socket.socket] = []

    def browser(url: str) -> None:
        parts = urlsplit(redirect_uri)
        silent.append(socket.create_connection((parts.hostname or "", parts.port or 0)))
        Browser(good)(url)

    assert login(browser).access_token == TOKEN
    silent[0].close()


def test_missing_scopes_are_named_here_too(login: Any) -> None:
    """What was asked for is compared with what the token holds."""
    with pytest.raises(MissingScopeError, match="task:read"):
        login(Browser(good), scope="task:read")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"redirect_uri": "https://me.example/callback"}, "must be http on 127.0.0.1"),
        ({"redirect_uri": "http://127.0.0.1/callback"}, "with a port"),
        ({"wait_s": 0}, "wait_s: must be over 0"),
        ({"wait_s": "long"}, "wait_s: must be a number"),
    ],
)
def test_settings_are_checked_before_the_browser_opens(login: Any, options: Any, said: str) -> None:
    """What cannot work is refused at once."""
    browser = Browser()
    with pytest.raises(ConfigurationError, match=said):
        login(browser, **options)
    assert not browser.opened


def test_a_missing_secret_is_told_before_the_browser_opens() -> None:
    """Nobody signs in for nothing."""
    browser = Browser()
    with pytest.raises(ConfigurationError, match="no client_secret"):
        login_local("app-1", open_browser=browser)
    with pytest.raises(ConfigurationError, match="no client_id"):
        login_local(open_browser=browser)
    assert not browser.opened


def test_a_port_in_use_is_told(login: Any, redirect_uri: str) -> None:
    """The error names the port."""
    with CallbackListener(redirect_uri, "s"):
        with pytest.raises(
            ConfigurationError, match=f"cannot listen on 127.0.0.1:{urlsplit(redirect_uri).port}"
        ):
            login(Browser())


def test_the_redirect_uri_has_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one anywhere it is the documented one; one of the environment or of configure is used."""
    import attio
    from attio.core.defaults import configure
    from attio.oauth.loopback import _default_redirect_uri

    assert _default_redirect_uri() == DEFAULT_REDIRECT_URI
    monkeypatch.setenv("ATTIO_REDIRECT_URI", "http://127.0.0.1:1/x")
    assert _default_redirect_uri() is None
    monkeypatch.delenv("ATTIO_REDIRECT_URI")
    attio.configure(client_id="x")
    try:
        assert _default_redirect_uri() == DEFAULT_REDIRECT_URI
        attio.configure(redirect_uri="http://127.0.0.1:1/x")
        assert _default_redirect_uri() is None
    finally:
        configure(None)


@pytest.fixture
def listener(redirect_uri: str) -> Iterator[CallbackListener]:
    """A listener that waits for the state "s"."""
    with CallbackListener(redirect_uri, "s") as made:
        yield made


def test_the_listener_answers_nothing_else(
    listener: CallbackListener, redirect_uri: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Other paths and methods are errors, nothing is echoed, and nothing is printed, not even for broken requests."""
    assert get(redirect_uri, f"/favicon.ico?code={CODE}&state=s")[0] == 404
    assert get(redirect_uri, f"/callback?code={CODE}&state=s", "POST")[0] == 501
    status, headers, page = get(redirect_uri, "/callback?code=<script>&state=<script>")
    assert status == 400
    assert "<script>" not in page
    assert "Python" not in headers["Server"]
    with socket.create_connection(("127.0.0.1", urlsplit(redirect_uri).port or 0)) as raw:
        raw.sendall(b"\x00\xff\r\n\r\n")
        raw.recv(1000)
    with pytest.raises(LoginTimeoutError):
        listener.wait(0.001)
    assert capfd.readouterr() == ("", "")


def test_a_page_that_is_loaded_twice_changes_nothing(listener: CallbackListener, redirect_uri: str) -> None:
    """A reload is answered like the first time, and the first code counts."""
    assert get(redirect_uri, "/callback?code=first&state=s")[0] == 200
    first = listener._came.get(timeout=5)
    listener._note(first)
    assert get(redirect_uri, "/callback?code=second&state=s")[0] == 200
    listener._note(first)
    assert listener.wait(5).code.reveal() == "first"


def test_errors_of_connections_are_not_printed(
    listener: CallbackListener, capfd: pytest.CaptureFixture[str]
) -> None:
    """A browser that hangs up is no traceback on the user's terminal."""
    listener._server.handle_error(None, ("127.0.0.1", 1))
    assert capfd.readouterr() == ("", "")


def test_the_address_is_shown_on_stderr(
    server: Any, redirect_uri: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By default the address goes to stderr and the system's browser is opened; no token is shown."""
    import webbrowser

    monkeypatch.setattr(webbrowser, "open", Browser(good))
    login_local("app-1", SECRET, redirect_uri, transport=Transport(server), wait_s=10)
    out, err = capsys.readouterr()
    assert out == ""
    assert "open this address:\nhttps://app.attio.com/authorize?" in err
    assert not [secret for secret in (TOKEN, CODE, SECRET) if secret in err]


def test_ipv6_is_a_loopback_too() -> None:
    """A redirect_uri on [::1] is listened to there."""
    try:
        port = free_port("::1")
    except OSError:
        pytest.skip("this machine has no IPv6")
    uri = f"http://[::1]:{port}/callback"
    with CallbackListener(uri, "s") as listener:
        assert get(uri, f"/callback?code={CODE}&state=s")[0] == 200
        assert listener.wait(5).state == "s"
