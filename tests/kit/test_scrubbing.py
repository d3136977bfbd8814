"""Scrubbing: what must not be in a repository is replaced, the rest stays, and what is left is noticed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.testing.scrubbing import Mask, Scrubber, highest_number, leftovers

TOKEN = "a1b2c3d4" * 8


def scrubbed(value: Any, **more: Any) -> Any:
    return json.loads(Scrubber(**more).body(json.dumps(value).encode()))


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [
        (f"Authorization: Bearer {TOKEN}", "Authorization: Bearer SCRUBBED"),
        ("Basic dXNlcjpwYXNzd29yZHM=", "Basic SCRUBBED"),
        (f"key {TOKEN}.", "key SCRUBBED."),
        (
            "https://x/y?signature=abc%2F1&n=1&X-Amz-Credential=AK/1",
            "https://x/y?signature=SCRUBBED&n=1&X-Amz-Credential=SCRUBBED",
        ),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "SCRUBBED"),
        ("write to Ada.Real@gmail.com", "write to person1@example.com"),
        ("write to ada@analytical.example or x@a.test", "write to ada@analytical.example or x@a.test"),
        ("an id 11111111-1111-4111-8111-111111111111", "an id 11111111-1111-4111-8111-111111111111"),
        ("nothing to see", "nothing to see"),
    ],
)
def test_texts(given_: str, wanted: str) -> None:
    """Tokens, signatures and addresses go out of texts; ids and made-up addresses stay."""
    assert Scrubber().text(given_) == wanted


def test_a_person_goes_with_all_that_tells_of_them() -> None:
    """Name, address with its parts, phone number, picture and workspace are replaced, everywhere by the same."""
    person = {
        "name": [
            {
                "first_name": "Grace",
                "last_name": "Real",
                "full_name": "Grace Real",
                "attribute_type": "personal-name",
            }
        ],
        "mail": {
            "original_email_address": "Grace@Real.org",
            "email_address": "grace@real.org",
            "email_domain": "real.org",
            "email_root_domain": "real.org",
            "email_local_specifier": "grace",
        },
        "phone": {"original_phone_number": "+49 30 1234", "phone_number": "+49301234", "country_code": "DE"},
        "avatar_url": "https://pictures/grace.png",
        "workspace_name": "Real Ltd",
        "note": "Grace Real (grace@real.org) called",
        "count": 3,
        "none": None,
        "first_name": "",
    }
    assert scrubbed(person) == {
        "name": [
            {
                "first_name": "Name 1",
                "last_name": "Name 2",
                "full_name": "Name 3",
                "attribute_type": "personal-name",
            }
        ],
        "mail": {
            "original_email_address": "person1@example.com",
            "email_address": "person1@example.com",
            "email_domain": "example.com",
            "email_root_domain": "example.com",
            "email_local_specifier": "person1",
        },
        "phone": {
            "original_phone_number": "+15550000001",
            "phone_number": "+15550000001",
            "country_code": "DE",
        },
        "avatar_url": "SCRUBBED",
        "workspace_name": "SCRUBBED",
        "note": "Name 3 (person1@example.com) called",
        "count": 3,
        "none": None,
        "first_name": "",
    }


@pytest.mark.parametrize(
    "key", ["secret", "access_token", "client_secret", "api_key", "password", "Authorization"]
)
def test_secrets_are_known_by_their_keys(key: str) -> None:
    """A webhook's secret or a token is replaced whatever it looks like; a number or null is none."""
    assert scrubbed({key: "x y"}) == {key: "SCRUBBED"}
    assert scrubbed({key: None}) == {key: None}


def test_names_are_those_of_people() -> None:
    """A name beside an address or of a speaker goes; that of a list or a company stays."""
    body = {
        "name": "Real Ltd",
        "participants": [
            {"email_address": None, "name": "Grace Real"},
            {"email_address": "g@real.org", "name": None},
        ],
        "transcript": [{"speaker": {"name": "Grace Real"}, "speech": "Hello"}, {"speaker": "Grace Real"}],
        "raw_transcript": "Grace Real: Hello",
        "web_url": "https://app.attio.com/real-ltd/calls/x",
    }
    assert scrubbed(body) == {
        "name": "Real Ltd",
        "participants": [
            {"email_address": None, "name": "Name 1"},
            {"email_address": "person1@example.com", "name": None},
        ],
        "transcript": [{"speaker": {"name": "Name 1"}, "speech": "Hello"}, {"speaker": "Name 1"}],
        "raw_transcript": "Name 1: Hello",
        "web_url": "https://app.attio.com/SCRUBBED/calls/x",
    }


def test_what_was_made_up_stays() -> None:
    """Texts that are named are kept as they are, in any case."""
    made_up = {
        "full_name": "Ada Lovelace",
        "phone_number": "+442079460000",
        "mail": "ada@analytical-engines.com",
    }
    assert scrubbed(made_up, keep=["ADA lovelace", "+442079460000", "ada@analytical-engines.com"]) == made_up


def test_given_secrets_go_wherever_they_are() -> None:
    """Also inside of words, keys and texts; the longest first."""
    assert scrubbed({"a-hush": "say hush-hush!"}, secrets=["hush", "hush-hush", ""]) == {
        "a-SCRUBBED": "say SCRUBBED!"
    }


def test_bodies_that_are_no_json() -> None:
    """Texts are scrubbed as texts, bytes stay, and JSON without anything to hide keeps its bytes."""
    scrubber = Scrubber()
    assert scrubber.body(b"<p>a@real.org</p>") == b"<p>person1@example.com</p>"
    assert scrubber.body(b"\xff\x00") == b"\xff\x00"
    assert scrubber.body(b'{ "a" : 1.10 }') == b'{ "a" : 1.10 }'
    assert scrubber.body(b"[" * 100_000) == b"[" * 100_000
    assert scrubber.body(b'{"mail": "a@real.org", "x": "\\ud800"}').decode().startswith('{"mail":"person1@')


def test_numbers_go_on_from_those_in_use() -> None:
    """Recording more into a file does not give two people one stand-in."""
    first = b'{"full_name": "Name 4", "phone_number": "+15550000002", "mail": "person3@example.com"}'
    assert highest_number(first) == 4
    assert highest_number(b"\xff") == 0
    assert scrubbed({"full_name": "Real"}, used=4) == {"full_name": "Name 5"}


TEXTS = st.text(alphabet="ab@.=: \"'/{}é\n1N", max_size=30)
BODIES = st.recursive(
    st.none()
    | st.integers()
    | TEXTS
    | st.sampled_from([TOKEN, "ada@real.org", f"Bearer {TOKEN}", "Grace Real", "token=abcdef"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["full_name", "secret", "a", "phone_number", "email_address"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@settings(max_examples=80, deadline=None)
@given(BODIES)
def test_nothing_is_left_and_twice_is_once(body: Any) -> None:
    """Whatever was in a body, no secret is found after scrubbing; scrubbing again changes nothing."""
    scrubber = Scrubber(secrets=["geheim"])
    once = scrubber.body(json.dumps({"data": body}).encode())
    assert list(leftovers(once.decode(), scrubber)) == []
    assert Scrubber().body(once) == once


@settings(max_examples=60, deadline=None)
@given(BODIES)
def test_a_mask_sees_through_scrubbing(body: Any) -> None:
    """A body and its recording are the same to the mask, whoever stood in for whom."""
    once = json.loads(Scrubber(used=7).body(json.dumps(body).encode()))
    assert Mask().json(once) == Mask().json(body)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"x: Bearer {TOKEN}", "a bearer token"),
        (f'"x": "{TOKEN}"', "a token of 64 characters"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "a JSON web token"),
        ("https://x/?signature=abc", "a secret in an address"),
        ("Set-Cookie: a=b", "a cookie"),
        ("cookie: a=b", "a cookie"),
        ("authorization: x", "an authorization header"),
        ('{"secret": "abc"}', "a secret"),
        ("ada@real.org", "an e-mail address"),
        ('{"first_name":"Ada"}', "a person's name"),
        ('{"full_name" : "A\\u0064a"}', "a person's name"),
        ('{"full_name": "bad \\x escape"}', "a person's name"),
        ("a hush b", "a secret that was given"),
    ],
)
def test_what_is_left_is_named_and_not_shown(text: str, kind: str) -> None:
    """Each kind of secret is noticed where scrubbing was gone around."""
    assert kind in list(leftovers(text, Scrubber(secrets=["hush"])))


@pytest.mark.parametrize(
    "text",
    [
        "x: Bearer SCRUBBED",
        "signature=SCRUBBED",
        '{"secret":"SCRUBBED","first_name":"Name 1"}',
        "person1@example.com",
        "",
    ],
)
def test_stand_ins_are_no_secrets(text: str) -> None:
    """What scrubbing leaves behind is fine."""
    assert list(leftovers(text, Scrubber())) == []
