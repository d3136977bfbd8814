"""Mocks: what is stubbed answers, nothing reaches a network, and what nobody expected fails the test."""

from __future__ import annotations

import asyncio
import socket
import threading

import httpx
import pytest

import attio
from attio import AsyncAttio, Attio
from attio.core.seam import provided_transport, set_transport_provider
from attio.testing import (
    READ_ONLY_TOKEN,
    REVOKED_TOKEN,
    LocalWorkspace,
    UnmatchedRequestError,
    mock,
    mock_response,
    sandbox,
    stub,
)

NOTE = "11111111-1111-4111-8111-111111111111"


@pytest.fixture(autouse=True)
def _no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test of the mocks opened a connection")

    monkeypatch.setattr(socket, "create_connection", refuse)


def test_a_stub_answers_a_client_without_a_key() -> None:
    """Inside a mock no key is needed, and what is stubbed comes back as models."""
    with mock() as mocked:
        mocked.stub("GET", "/v2/notes/{note_id}", {"title": "Hello"})
        note = Attio().notes.get(NOTE)
        assert note.title == "Hello"
        assert [call.operation for call in mocked.calls] == ["get_note"]
        assert mocked.calls[0].path == f"/v2/notes/{NOTE}"
        assert "authorization" not in mocked.calls[0].headers
        assert mocked.calls[0].status == 200


def test_async_clients_are_mocked_alike() -> None:
    """One mock serves clients of both kinds."""

    async def work() -> str | None:
        async with AsyncAttio() as client:
            return (await client.notes.get(NOTE)).title

    with mock() as mocked:
        mocked.stub("GET", "/v2/notes/*", {"title": "Hello"})
        assert asyncio.run(work()) == "Hello"


def test_a_mock_stands_before_every_transport() -> None:
    """Also a client with a transport of its own reaches nothing but the mock."""

    def answer(_: httpx.Request) -> httpx.Response:
        raise AssertionError("went past the mock")

    with mock() as mocked, Attio(api_key="k" * 64, transport=httpx.MockTransport(answer)) as client:
        mocked.stub("GET", "/v2/notes", [])
        assert len(client.notes.list()) == 0


def test_what_was_there_is_back_after_a_mock() -> None:
    """Seam and default client are what they were, also when the block fails."""
    before = lambda: None  # noqa: E731
    old = set_transport_provider(before)
    try:
        with pytest.raises(ZeroDivisionError), mock():
            raise ZeroDivisionError
        assert set_transport_provider(before) is before
        assert provided_transport() is None
    finally:
        set_transport_provider(old)


def test_an_unmatched_request_names_the_nearest_stub_and_what_differs() -> None:
    """The failure says which stub was meant and in what the request is another one."""
    with mock() as mocked:
        mocked.stub("GET", "/v2/tasks")
        mocked.stub("POST", "/v2/notes", json={"data": {"title": "Wanted", "format": ...}}, query={"x": 1})
        with pytest.raises(UnmatchedRequestError) as caught:
            Attio().notes.create(parent_object="people", parent_record_id=NOTE, content="c", title="Given")
        mocked.unmatched.clear()
    text = str(caught.value)
    assert "no stub answers POST /v2/notes (create_note)" in text
    assert "the nearest stub is POST /v2/notes, of 2; what differs:" in text
    assert "query x: the request has nothing, the stub '1'" in text
    assert "body.data.title: the request has 'Given', the stub 'Wanted'" in text
    assert "format" not in "".join(caught.value.differences)
    assert caught.value.nearest is not None
    assert caught.value.nearest.path == "/v2/notes"
    assert caught.value.call is not None
    assert caught.value.call.json()["data"]["title"] == "Given"
    assert 'attio.testing.stub("POST", "/v2/notes", response=...)' in text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/v2/objects/companies/records/query", "path: the request has 'companies', the stub 'people'"),
        (
            "/v2/objects/people/records",
            "'/v2/objects/people/records', the stub '/v2/objects/people/records/query'",
        ),
        ("/v2/nothing/here", "Attio's API has no such route"),
    ],
)
def test_an_unmatched_path_is_explained(path: str, words: str) -> None:
    """The failure shows the segment that differs, or that there is no such route."""
    with mock() as mocked:
        mocked.stub("POST", "/v2/objects/people/records/query")
        with pytest.raises(UnmatchedRequestError) as caught:
            Attio().request("POST", path, json={"a": 1})
        mocked.unmatched.clear()
    assert words in str(caught.value)


def test_without_stubs_the_failure_says_so() -> None:
    """An empty mock names the request and shows how to answer it."""
    with mock() as mocked:
        with pytest.raises(UnmatchedRequestError, match="there are no stubs") as caught:
            Attio().request("GET", "/v2/notes?limit=3&token=geheim")
        mocked.unmatched.clear()
    assert caught.value.nearest is None
    assert "limit=3" in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_a_long_failure_is_cut() -> None:
    """Of many differences a few are shown; a body that is no JSON is told by its size."""
    with mock() as mocked:
        mocked.stub("POST", "/v2/notes", json=dict.fromkeys("abcdefghi", 1))
        with pytest.raises(UnmatchedRequestError, match="and 3 more"):
            Attio().request("POST", "/v2/notes", json={"x": 1})
        with pytest.raises(UnmatchedRequestError, match="bytes that are no JSON"):
            Attio().files.upload("people", NOTE, b"x", name="x.txt")
        with pytest.raises(UnmatchedRequestError, match=r"/v2/notes/aaa.*\.\.\."):
            Attio().request("GET", "/v2/notes/" + "a" * 1000)
        mocked.unmatched.clear()


def test_a_hidden_failure_comes_out_at_the_end_of_the_mock() -> None:
    """Code that handles every error cannot make an unexpected request look fine."""
    with pytest.raises(UnmatchedRequestError, match="GET /v2/notes"), mock():
        try:
            Attio().notes.list()
        except Exception:  # noqa: BLE001, S110
            pass


def test_an_unmatched_request_is_no_error_of_the_library() -> None:
    """`except attio.Error` in the tested code does not hide it, and it is not tried again."""
    assert not issubclass(UnmatchedRequestError, attio.Error)
    with mock() as mocked:
        with pytest.raises(UnmatchedRequestError):
            Attio(max_retries=5).notes.list()
        assert len(mocked.calls) == 1
        mocked.unmatched.clear()


def test_a_read_of_the_schema_is_explained() -> None:
    """A request that the client makes by itself comes with the way to be without it."""
    with mock() as mocked:
        with pytest.raises(UnmatchedRequestError, match='schema="off"'):
            Attio().attributes.list(object="projects")
        mocked.unmatched.clear()


def test_retries_take_no_time() -> None:
    """Waits between attempts are told and not waited for."""
    with mock() as mocked:
        mocked.stub("GET", "/v2/notes/*", status=429, headers={"Retry-After": "30"}).then({"title": "Hello"})
        assert Attio().notes.get(NOTE).title == "Hello"
        assert len(mocked.calls) == 2
        assert sum(mocked.waits) >= 30

    async def work() -> None:
        await AsyncAttio().notes.get(NOTE)

    with mock() as mocked:
        mocked.stub("GET", "/v2/notes/*", status=503).then({"title": "Hello"})
        asyncio.run(work())
        assert len(mocked.waits) == 1
        assert mocked.clock.now() - mocked.waits[0] > 1.7e9


def test_no_limits_hold_inside_a_mock() -> None:
    """A hundred writes are not spread over four seconds."""
    with mock() as mocked:
        mocked.stub("DELETE", "/v2/notes/*")
        client = Attio()
        for _ in range(100):
            client.notes.delete(NOTE)
        assert mocked.waits == []


def test_the_last_stub_that_matches_answers() -> None:
    """A test can say otherwise than its fixture; `times` lets the older stub answer again."""
    with mock() as mocked:
        older = mocked.stub("GET", "/v2/notes/*", {"title": "older"})
        newer = mocked.stub("GET", "/v2/notes/*", {"title": "newer"}, times=2)
        assert [Attio().notes.get(NOTE).title for _ in range(3)] == ["newer", "newer", "older"]
        assert (len(older.calls), len(newer.calls)) == (1, 2)
        assert newer.is_used_up


def test_mocks_nest() -> None:
    """The innermost mock answers, the outer one again after it."""
    with mock() as outer:
        outer.stub("GET", "/v2/notes/*", {"title": "outer"})
        client = Attio()
        with mock() as inner:
            inner.stub("GET", "/v2/notes/*", {"title": "inner"})
            assert client.notes.get(NOTE).title == "inner"
        assert client.notes.get(NOTE).title == "outer"
        assert len(outer.calls) == 1


def test_a_mock_may_be_closed_before_one_inside_it() -> None:
    """Closing out of order leaves the inner one working, and in the end what was there at first."""
    attio.configure(api_key="a" * 64)
    try:
        first, second = mock(), mock()
        first.open()
        second.open()
        second.stub("GET", "/v2/notes/*", {"title": "second"})
        first.close()
        assert attio.Note.get(NOTE).title == "second"
        second.close()
        second.close()
        assert provided_transport() is None
        assert attio.core.defaults.configured().api_key.reveal() == "a" * 64
    finally:
        attio.core.defaults.configure(None)


def test_a_mock_is_opened_once_at_a_time() -> None:
    """Opening one twice is refused; opening it again after closing is fine."""
    mocked = mock()
    with mocked, pytest.raises(attio.ConfigurationError, match="open already"):
        mocked.open()
    with mocked:
        mocked.stub("GET", "/v2/notes", [])
        Attio().notes.list()


def test_the_default_client_is_put_aside() -> None:
    """A default client made inside a mock does not outlive it, and a real key is not used in it."""
    attio.configure(api_key="a" * 64, timeout_s=7)
    try:
        with mock() as mocked:
            mocked.stub("GET", "/v2/notes", [])
            attio.Note.list()
            inside = attio.core.defaults.default_client(None)
            assert inside.config.timeout_s == 7
            assert inside.config.api_key.reveal() == mocked.token
        assert attio.core.defaults.configured().api_key.reveal() == "a" * 64
        assert attio.core.defaults.default_client(lambda config: "made anew") == "made anew"
    finally:
        attio.core.defaults.configure(None)


def test_assert_all_called_names_idle_stubs() -> None:
    """A stub that answered nothing can be made a failure."""
    with mock() as mocked:
        mocked.stub("GET", "/v2/notes", [])
        mocked.stub("GET", "/v2/tasks", [])
        Attio().notes.list()
        with pytest.raises(AssertionError, match="GET /v2/tasks"):
            mocked.assert_all_called()
        Attio().tasks.list()
        mocked.assert_all_called()


def test_reset_forgets() -> None:
    """A mock can be used for several parts of a test."""
    with mock() as mocked:
        mocked.stub("GET", "/v2/notes", status=503).then([])
        Attio().notes.list()
        mocked.reset()
        assert (len(mocked.calls), len(mocked.stubs), mocked.waits, mocked.unmatched) == (0, 0, [], [])


def test_threads_share_a_mock() -> None:
    """Counts are right when several threads ask at once."""
    with mock() as mocked:
        made = mocked.stub("GET", "/v2/notes/*", {"title": "t"}, times=80)
        client = Attio()
        threads = [
            threading.Thread(target=lambda: [client.notes.get(NOTE) for _ in range(20)]) for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(made.calls) == len(mocked.calls) == 80
        assert made.is_used_up


def test_a_base_url_with_a_path_matches_the_same_stubs() -> None:
    """What stands before /v2/ in the client's address is no part of a stub."""
    with mock() as mocked:
        mocked.stub("GET", "/v2/notes", [])
        Attio(base_url="https://proxy.example/attio").notes.list()
        assert mocked.calls[0].path == "/v2/notes"


def test_a_download_is_stubbed_with_its_other_host() -> None:
    """A whole address stubs what a redirect leads to, and its host has to be that one."""
    with mock() as mocked:
        place = {"location": "https://files.example/signed?key=1"}
        mocked.stub("GET", "/v2/files/{file_id}/download", status=302, headers=place)
        mocked.stub("GET", "https://files.example/signed?key=1", b"bytes")
        mocked.stub("GET", "https://elsewhere.example/signed?key=1", b"wrong")
        assert Attio().files.download(NOTE) == b"bytes"
        with pytest.raises(UnmatchedRequestError, match="host: the request has 'api.attio.com'"):
            Attio().request("GET", "/signed?key=1")
        mocked.unmatched.clear()


# A workspace behind the stubs


def test_a_sandbox_serves_the_default_client() -> None:
    """Module-level calls go to a fresh workspace, and to no other afterwards."""
    with sandbox() as workspace:
        ada = attio.Person.create(values={"name": "Ada Lovelace"})
        assert ada["name"].full_name == "Ada Lovelace"
        assert workspace.calls.of("create_record")
    with sandbox() as other:
        assert len(attio.Person.list()) == 0
        assert other is not workspace


def test_any_key_opens_a_sandbox_and_its_own_tokens_keep_their_scopes() -> None:
    """Code with a key of its own works; 401 and 403 are still to be had."""
    with sandbox() as workspace:
        assert Attio(api_key="whatever").whoami().active
        assert Attio(api_key="k" * 64).whoami().active
        with pytest.raises(attio.ForbiddenError):
            Attio(api_key=READ_ONLY_TOKEN).people.create({"name": "Ada Lovelace"})
        with pytest.raises(attio.AuthenticationError):
            Attio(api_key=REVOKED_TOKEN).people.list()
        assert "whatever" not in repr(list(workspace.calls))

    async def work() -> bool:
        async with AsyncAttio(api_key="whatever") as client:
            return (await client.whoami()).active

    with sandbox():
        assert asyncio.run(work())


def test_a_sandbox_takes_a_seed_or_a_workspace() -> None:
    """It is what a LocalWorkspace is made of, or one that is there; not both."""
    with sandbox("demo"):
        assert len(attio.Company.list()) > 3
    mine = LocalWorkspace(random_seed=1)
    with sandbox(workspace=mine) as workspace:
        assert workspace is mine
    with pytest.raises(attio.ArgumentTypeError, match="together"), sandbox("demo", workspace=mine):
        pass
    with pytest.raises(attio.ArgumentTypeError, match="LocalWorkspace"):
        mock(object())  # type: ignore[arg-type]


def test_stubs_stand_before_a_sandbox() -> None:
    """One answer can be replaced while the workspace gives the others; both are in its calls."""
    with sandbox() as workspace:
        stub("GET", "/v2/self", status=500)
        with pytest.raises(attio.InternalServerError):
            Attio(max_retries=1).whoami()
        attio.Person.create(values={"name": "Ada"})
        assert [call.status for call in workspace.calls] == [500, 500, 200]


def test_a_merge_in_a_sandbox_does_not_wait() -> None:
    """Waits of the client move the workspace's clock on."""
    with sandbox() as workspace:
        client = Attio()
        one, two = (client.people.create({"name": name}) for name in ("Ada Lovelace", "A. Lovelace"))
        client.records.merge("people", one, two)
        assert workspace.calls.of("merge_records")


def test_a_sandbox_by_the_machines_clock_keeps_real_time() -> None:
    """A workspace with the system's clock has clients that go by it too."""
    mocked = mock(LocalWorkspace())
    assert abs(mocked.clock.monotonic() - __import__("time").monotonic()) < 5
    assert 0 <= mocked.clock.random() < 1
    mocked.clock.sleep(0)
    assert mocked.waits == [0]


# Without a mock in hand


def test_stub_without_a_mock_says_what_to_do() -> None:
    """The module's functions name the two ways to be mocked."""
    for call in (lambda: stub("GET", "/v2/notes"), lambda: mock_response(method="GET", path="/v2/notes")):
        with pytest.raises(attio.ConfigurationError, match=r"attio\.test_mode = True"):
            call()


def test_reprs_tell_what_is_there() -> None:
    """A mock and a stub say in one line what they hold."""
    with mock() as mocked:
        made = mocked.stub("get", "/v2/notes?limit=3")
        assert repr(made) == "<Stub GET /v2/notes limit=3: 0 calls>"
        assert repr(mocked) == "<Mock: 1 stubs, 0 calls>"
