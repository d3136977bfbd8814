"""Cassettes: recorded once over real HTTP, scrubbed, and played back by matching what is really asked."""

from __future__ import annotations

import asyncio
import base64
import sys
from pathlib import Path

import httpx
import pytest
import yaml

import attio
from attio import AsyncAttio, Attio
from attio.testing import UnmatchedRequestError, UnscrubbedError, cassette, cassettes, scrubbing, serve

HERE = "http://127.0.0.1"


@pytest.fixture(scope="module")
def server():
    with serve("demo") as made:
        yield made


@pytest.fixture
def live(server):
    with Attio(base_url=server.url, api_key=server.token) as client:
        yield client


@pytest.fixture
def offline():
    """A client of the same host that has no chance to reach anything."""
    with Attio(base_url=HERE, api_key="k" * 64, max_retries=0) as client:
        yield client


def test_what_was_recorded_is_played(live: Attio, offline: Attio, tmp_path: Path, server) -> None:
    """The second run asks nobody; both kinds of client read the same file, with another port and token."""
    place = tmp_path / "deep" / "people.yaml"
    with cassette(place, keep=["harbour-light"]):
        first = live.companies.list(limit=2)
    before = len(server.workspace.calls)
    with cassette(place) as playing:
        again = offline.companies.list(limit=2)
        assert playing.all_played
    assert [each.raw for each in again] == [each.raw for each in first]

    async def work() -> list[str]:
        async with AsyncAttio(base_url=HERE, api_key="x" * 64) as client:
            return [each.id for each in await client.companies.list(limit=2)]

    with cassette(place):
        assert asyncio.run(work()) == [each.id for each in first]
    assert len(server.workspace.calls) == before


def test_a_recording_holds_no_secret(live: Attio, tmp_path: Path) -> None:
    """Neither the token nor a webhook's secret nor the person of a record is in the file; headers are few."""
    place = tmp_path / "secret.yaml"
    subscriptions = [{"event_type": "record.created", "filter": None}]
    with cassette(place, keep=["Ada Lovelace"]):
        hook = live.webhooks.create(target_url="https://hooks.example/a", subscriptions=subscriptions)
        live.people.create(
            {"name": "Grace Real", "email_addresses": "grace@real.org", "phone_numbers": "+493012345678"}
        )
        live.people.create({"name": "Ada Lovelace", "email_addresses": "ada@analytical.example"})
    text = place.read_text("utf-8")
    assert len(hook.raw["secret"]) > 20
    for secret in (live.config.api_key.reveal(), hook.raw["secret"], "Grace", "real.org", "3012345678"):
        assert secret not in text
    for kept in ("ada@analytical.example", "SCRUBBED", "person1@example.com", "+1555"):
        assert kept in text
    recorded = yaml.safe_load(text)["interactions"]
    assert {name for each in recorded for name in each["request"]["headers"]} <= {"accept", "content-type"}
    assert "access-control-allow-origin" not in text
    assert recorded[0]["request"]["uri"] == f"{HERE}/v2/webhooks"


def test_scrubbed_requests_match_real_ones(live: Attio, offline: Attio, tmp_path: Path) -> None:
    """What was taken out of the recording may stand in the request that is played."""
    place = tmp_path / "masked.yaml"
    values = {"name": "Barbara Real", "email_addresses": "barbara@real.org"}
    with cassette(place):
        made = live.people.create(values)
    with cassette(place):
        again = offline.people.create(values)
    assert again.id == made.id
    assert again.email == "person1@example.com"


def test_uploads_and_downloads_are_played(live: Attio, offline: Attio, tmp_path: Path) -> None:
    """Multipart bodies match though their boundary is another each time; signed addresses are followed."""
    place = tmp_path / "files.yaml"
    content = b"plain bytes \xff\x00"
    person = live.people.list(limit=1)[0].id
    with cassette(place):
        made = live.files.upload("people", person, content, name="a.bin")
        live.files.download(made.id)
    assert "signature=SCRUBBED" in place.read_text("utf-8")
    with cassette(place) as playing:
        assert offline.files.upload("people", person, content, name="a.bin").id == made.id
        assert offline.files.download(made.id) == content
        assert playing.all_played
    with pytest.raises(UnmatchedRequestError, match="same_body"), cassette(place):
        offline.files.upload("people", person, b"other bytes", name="a.bin")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda client: client.companies.list(limit=3), '{"limit": 3}'),
        (lambda client: client.people.list(limit=2), "same_path"),
        (
            lambda client: client.request(
                "POST", "/v2/objects/companies/records/query?x=1", json={"limit": 2}
            ),
            "same_query",
        ),
        (
            lambda client: client.request("PUT", "/v2/objects/companies/records/query", json={"limit": 2}),
            "method",
        ),
        (lambda client: client.request("POST", "/v2/objects/companies/records/query"), "nothing is not"),
        (
            lambda client: client.request("POST", "/v2/objects/companies/records/query", json={"limit": 2.0}),
            "2.0",
        ),
    ],
)
def test_what_was_not_recorded_is_told(live: Attio, offline: Attio, tmp_path: Path, call, words: str) -> None:
    """A request that differs in method, path, query or body is an error that says in which."""
    place = tmp_path / "one.yaml"
    with cassette(place):
        live.companies.list(limit=2)
    with pytest.raises(UnmatchedRequestError, match="no answer to a request") as caught, cassette(place):
        call(offline)
    assert words in str(caught.value)
    assert "How to fix" not in str(caught.value)


def test_each_answer_is_used_once(live: Attio, offline: Attio, tmp_path: Path) -> None:
    """Asking more often than was recorded is told, and another host is another request."""
    place = tmp_path / "once.yaml"
    with cassette(place):
        live.companies.list(limit=2)
    with pytest.raises(UnmatchedRequestError), cassette(place):
        offline.companies.list(limit=2)
        offline.companies.list(limit=2)
    with pytest.raises(UnmatchedRequestError, match="host"), cassette(place):
        Attio(base_url="http://localhost", api_key="k" * 64).companies.list(limit=2)


def test_the_ways_to_record(
    live: Attio, offline: Attio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New adds, all replaces, none and a CI never ask anybody."""
    place = tmp_path / "ways.yaml"

    def count() -> int:
        return len(yaml.safe_load(place.read_text("utf-8"))["interactions"])

    with cassette(place, record="new"):
        live.companies.list(limit=2)
    with cassette(place, record="new"):
        live.companies.list(limit=2)
        live.companies.list(limit=1)
    assert count() >= 2
    more = count()
    with cassette(place, record="all"):
        live.companies.list(limit=1)
    assert count() == more
    with pytest.raises(UnmatchedRequestError), cassette(tmp_path / "none.yaml", record="none"):
        live.companies.list()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(UnmatchedRequestError), cassette(tmp_path / "none.yaml"):
        live.companies.list()
    assert not (tmp_path / "none.yaml").exists()
    with (
        pytest.raises(attio.ArgumentError, match="record: is no way to record"),
        cassette(place, record="always"),
    ):  # type: ignore[arg-type]
        pass


def test_a_second_recording_gives_nobody_the_stand_in_of_another(live: Attio, tmp_path: Path) -> None:
    """Stand-ins go on where the file left off."""
    place = tmp_path / "more.yaml"
    with cassette(place, record="new"):
        live.people.create({"email_addresses": "one@real.org"})
    with cassette(place, record="new"):
        live.people.create({"email_addresses": "two@real.org", "job_title": "x"})
    text = place.read_text("utf-8")
    assert "person1@example.com" in text
    assert "person2@example.com" in text


def test_a_failed_block_records_nothing(live: Attio, tmp_path: Path) -> None:
    """Half a recording would be played as if it were whole."""
    place = tmp_path / "half.yaml"
    with pytest.raises(ZeroDivisionError), cassette(place):
        live.companies.list(limit=1)
        raise ZeroDivisionError
    assert not place.exists()


@pytest.mark.parametrize("hide", ["in bytes", "in a word", "in an address"])
def test_what_cannot_be_scrubbed_is_not_written(live: Attio, tmp_path: Path, hide: str, monkeypatch) -> None:
    """A file in which a secret would remain does not come to be; the one before stays, and the secret is not shown."""
    place = tmp_path / "kept.yaml"
    with cassette(place):
        live.companies.list(limit=1)
    before = place.read_bytes()
    person = live.people.list(limit=1)[0].id
    secret = "very-secret-word"
    with pytest.raises(UnscrubbedError) as caught, cassette(place, record="all", secrets=[secret]):
        if hide == "in bytes":
            live.files.upload("people", person, b"\xff" + secret.encode(), name="x.bin")
        else:
            monkeypatch.setattr(scrubbing.Scrubber, "text", lambda self, text: text)
            if hide == "in a word":
                live.notes.create(
                    parent_object="people", parent_record_id=person, content=f"x{secret}x", title="t"
                )
            else:
                live.request("GET", f"/v2/self?x={secret}")
    assert "a secret that was given" in str(caught.value)
    assert secret not in str(caught.value)
    assert place.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["kept.yaml"]
    assert httpx.HTTPTransport.handle_request.__module__ == "httpx._transports.default"


def test_a_long_list_of_leftovers_is_cut(
    live: Attio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred findings are told in a line."""
    monkeypatch.setattr(scrubbing.Scrubber, "text", lambda self, text: text)
    monkeypatch.setattr(scrubbing.Scrubber, "json", lambda self, value: value)
    with (
        pytest.raises(UnscrubbedError, match=r"and \d+ more; give secrets=") as caught,
        cassette(tmp_path / "x.yaml"),
    ):
        for number in range(8):
            live.people.create({"name": f"P{number}", "email_addresses": f"p{number}@real{number}.org"})
    assert len(str(caught.value)) < 800


def test_keys_of_the_environment_are_secrets(
    live: Attio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the environment holds is taken out, in whatever place it comes up."""
    monkeypatch.setenv("ATTIO_CLIENT_SECRET", "not-for-you")
    with cassette(tmp_path / "env.yaml"):
        live.people.create({"job_title": "says not-for-you", "name": "Env"})
    text = (tmp_path / "env.yaml").read_text("utf-8")
    assert "not-for-you" not in text
    assert "says SCRUBBED" in text


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"not: [a cassette",
        b"just text",
        b"- request: old",
        b"interactions:\n- request: 1\n",
        b"!!python/object:os.system {}",
    ],
)
def test_a_file_that_is_no_cassette_is_told(offline: Attio, tmp_path: Path, content: bytes) -> None:
    """A damaged file is an error that names it, and is not overwritten."""
    place = tmp_path / "bad.yaml"
    place.write_bytes(content)
    with pytest.raises(attio.ConfigurationError, match=r"bad\.yaml"), cassette(place, record="all"):
        offline.companies.list()
    assert place.read_bytes() == content


def test_bytes_are_written_readably_and_whole(live: Attio, offline: Attio, tmp_path: Path) -> None:
    """What is no text is in base64, and comes back byte by byte."""
    place = tmp_path / "bytes.yaml"
    person = live.people.list(limit=1)[0].id
    made = live.files.upload("people", person, bytes(range(256)), name="a.bin")
    with cassette(place):
        live.files.download(made.id)
    assert base64.b64encode(bytes(range(256)))[:40].decode() in place.read_text("utf-8")
    with cassette(place):
        assert offline.files.download(made.id) == bytes(range(256))


def test_without_vcrpy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The error is the command that repairs it."""
    monkeypatch.setitem(sys.modules, "vcr", None)
    with (
        pytest.raises(attio.MissingExtraError, match=r"attio-client\[testing\]"),
        cassette(tmp_path / "x.yaml"),
    ):
        pass


def test_the_whole_file_is_looked_at() -> None:
    """A secret in a place that scrubbing does not know keeps the file from being written."""
    with pytest.raises(UnscrubbedError, match="in the file"):
        cassettes._refuse_leftovers("x.yaml", "status: hush", [], scrubbing.Scrubber(secrets=["hush"]))
