from __future__ import annotations

import copy
import pickle
import traceback

import pytest

from attio.core.redact import HIDDEN, Secret, redact_header, redact_headers, redact_text, redact_url

TOKEN = "a1B2" * 16


def test_a_secret_is_never_shown() -> None:
    """No way of printing a Secret gives its text."""
    secret = Secret(TOKEN)
    for text in (
        repr(secret),
        str(secret),
        f"{secret}",
        f"{secret:>20}",
        "%s %r" % (secret, secret),
        repr([secret]),
    ):
        assert TOKEN not in text
    assert secret.reveal() == TOKEN


def test_a_secret_is_not_pickled_and_copies_are_itself() -> None:
    """Pickling a Secret is a TypeError, copying it copies nothing."""
    secret = Secret(TOKEN)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(secret, protocol)
    assert copy.copy(secret) is secret
    assert copy.deepcopy([secret])[0] is secret


def test_secrets_compare_by_text() -> None:
    """Two secrets of one text are equal and hash alike, and a Secret equals no str."""
    assert Secret("x") == Secret("x")
    assert hash(Secret("x")) == hash(Secret("x"))
    assert Secret("x") != Secret("y")
    assert Secret("x") != "x"


def test_a_secret_stays_hidden_in_a_traceback_with_locals() -> None:
    """Tools that print the locals of frames print no token."""

    def fail(secret: Secret) -> None:
        raise ValueError("no")

    try:
        fail(Secret(TOKEN))
    except ValueError as failure:
        shown = "".join(traceback.TracebackException.from_exception(failure, capture_locals=True).format())
    assert TOKEN not in shown


@pytest.mark.parametrize(
    "text",
    [
        f"Authorization: Bearer {TOKEN}",
        f"authorization: bearer {TOKEN[:20]}",
        f"Basic {TOKEN}",
        f'{{"access_token": "{TOKEN[:30]}", "token_type": "Bearer"}}',
        f"{{'client_secret': '{TOKEN[:30]}'}}",
        f"client_secret={TOKEN[:30]}&x=1",
        f"https://storage.example/f?X-Goog-Signature={TOKEN[:30]}",
        f"https://app.attio.com/cb?code={TOKEN[:30]}",
        f"the key {TOKEN} is wrong",
        f"https://user:{TOKEN[:30]}@proxy:8080/",
    ],
)
def test_texts_lose_their_secrets(text: str) -> None:
    """Tokens, passwords and signatures vanish from texts in every form they come in."""
    shown = redact_text(text)
    assert TOKEN[:20] not in shown
    assert HIDDEN in shown


@pytest.mark.parametrize(
    "text",
    [
        '{"code": "not_found", "message": "Record with ID 891dcbfc-9141-415d-9b2a-2238a6cc012d not found."}',
        "Basic validation of the bearer failed",
        "token_type is Bearer",
    ],
)
def test_texts_without_secrets_stay(text: str) -> None:
    """Error codes, ids and plain words are left alone."""
    assert redact_text(text) == text


def test_given_secrets_are_replaced() -> None:
    """A secret that looks like nothing is hidden when it is named."""
    assert redact_text("Zq hunter2 b", "hunter2", Secret("Zq"), "") == f"{HIDDEN} {HIDDEN} b"


def test_headers_lose_credentials_cookies_and_signed_addresses() -> None:
    """Headers are shown without what they authenticate with."""
    shown = dict(
        redact_headers(
            [
                ("Authorization", f"Bearer {TOKEN}"),
                ("Set-Cookie", "_cfuvid=abc"),
                ("Location", f"https://u:p@files.example/x?sig={TOKEN}#f"),
                ("X-Attio-Execution-Id", "1"),
            ],
        ),
    )
    assert shown["Authorization"] == shown["Set-Cookie"] == HIDDEN
    assert shown["Location"] == f"https://{HIDDEN}@files.example/x?{HIDDEN}"
    assert shown["X-Attio-Execution-Id"] == "1"
    assert redact_header("location", "https://files.example/x") == "https://files.example/x"
    assert redact_url("/a?b") == f"/a?{HIDDEN}"
