"""The library without a client in hand: whose client acts, in threads, in tasks, and for models from elsewhere."""

from __future__ import annotations

import asyncio
import copy
import pickle
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import attio
from attio.core import defaults
from attio.core.errors import ArgumentTypeError, ConfigurationError, NotFoundError, UnboundModelError
from attio.testing import LocalWorkspace
from attio.testing.replies import LocalResponse
from attio.testing.workspace import Incoming, Next
from tests.unit.shells.worlds import SEED, client_of, workspace


@pytest.fixture(autouse=True)
def _no_settings_left() -> Iterator[None]:
    """Settings of one test are not those of the next."""
    defaults.configure(None)
    yield
    defaults.configure(None)


def _named(name: str) -> LocalWorkspace:
    here = LocalWorkspace(random_seed=name)
    client_of("sync", here).people.create({"name": name})
    here.calls.clear()
    return here


def _who() -> str:
    return str(attio.Person.list()[0].full_name)


def test_using_is_of_its_block() -> None:
    """Inside `using` its client acts, nested ones innermost, and the default one before and after."""
    attio.configure(transport=_named("Default").transport())
    one, two = client_of("sync", _named("One")), client_of("sync", _named("Two"))
    assert _who() == "Default"
    with attio.using(one) as same:
        assert same is one and _who() == "One"
        with attio.using(two):
            assert _who() == "Two"
        assert _who() == "One"
        with pytest.raises(ZeroDivisionError), attio.using(two):
            raise ZeroDivisionError
        assert _who() == "One"
    assert _who() == "Default"


def test_using_in_threads() -> None:
    """Each thread uses its own client; a thread that says nothing uses the default one."""
    attio.configure(transport=_named("Default").transport())
    clients = {name: client_of("sync", _named(name)) for name in ("One", "Two", "Three")}
    together = threading.Barrier(4)

    def work(name: str) -> list[str]:
        if name == "Default":
            together.wait(10)
            return [_who() for _ in range(5)]
        with attio.using(clients[name]):
            together.wait(10)
            return [_who() for _ in range(5)]

    with ThreadPoolExecutor(4) as pool, attio.using(clients["One"]):
        names = ("Default", "One", "Two", "Three")
        assert list(pool.map(work, names)) == [[name] * 5 for name in names]


def test_using_in_tasks() -> None:
    """Each task uses its own async client, and passes it on to the tasks that it starts."""

    async def work(name: str) -> list[str]:
        async def who() -> str:
            page = await attio.AsyncPerson.list()
            return str(page[0].full_name)

        with attio.using(client_of("async", _named(name))):
            found = [await who()]
            await asyncio.sleep(0)
            return [*found, await asyncio.create_task(who())]

    async def main() -> list[list[str]]:
        return await asyncio.gather(work("One"), work("Two"))

    assert asyncio.run(main()) == [["One", "One"], ["Two", "Two"]]


def test_the_wrong_kind_of_client() -> None:
    """A sync model does not act through an async client, nor the other way round; there is no hidden async one."""
    here = workspace()
    with (
        attio.using(client_of("async", here)),
        pytest.raises(ConfigurationError, match="acts through an Attio"),
    ):
        attio.Person.list()
    with pytest.raises(ArgumentTypeError, match="client: Person acts through an Attio"):
        attio.Person.list(client=client_of("async", here))

    async def main() -> None:
        with pytest.raises(ConfigurationError, match=r"give client=.* or work inside `with attio.using"):
            await attio.AsyncPerson.list()
        with attio.using(client_of("sync", here)), pytest.raises(ConfigurationError, match="AsyncAttio"):
            await attio.AsyncPerson.list()
        assert len(await attio.AsyncPerson.list(client=client_of("async", here))) == 1

    asyncio.run(main())


def test_configure_replaces_the_client_as_a_whole() -> None:
    """A call in flight ends where it began; the next one goes where configure says, in every thread."""
    old, new = _named("Old"), _named("New")
    reached, go = threading.Event(), threading.Event()

    def hold(request: Incoming, proceed: Next) -> LocalResponse:
        reached.set()
        assert go.wait(10)
        return proceed(request)

    old.layers.append(hold)
    attio.configure(transport=old.transport(), timeout_s=5)
    with ThreadPoolExecutor(1) as pool:
        flying = pool.submit(_who)
        assert reached.wait(10)
        attio.configure(transport=new.transport())
        assert _who() == "New"
        go.set()
        assert flying.result(10) == "Old"
        assert pool.submit(_who).result(10) == "New"
    assert (defaults.configured() or pytest.fail()).timeout_s == 30.0


def test_a_setting_that_is_wrong_changes_nothing() -> None:
    """When configure refuses a setting, what was set before holds."""
    attio.configure(transport=_named("Before").transport())
    with pytest.raises(ConfigurationError, match="max_retries"):
        attio.configure(transport=_named("After").transport(), max_retries=-1)
    with pytest.raises(ConfigurationError, match="transport: must be an httpx transport"):
        attio.configure("k" * 64, transport=5)
    assert _who() == "Before"


def test_the_default_client_is_one() -> None:
    """Eight threads that call first at once share one client."""
    here = _named("Default")
    with attio.testing.sandbox(workspace=here):
        together = threading.Barrier(8)

        def work(_: int) -> Any:
            together.wait(10)
            return attio.Person.list()[0]._client

        with ThreadPoolExecutor(8) as pool:
            assert len({id(client) for client in pool.map(work, range(8))}) == 1


def test_models_act_through_their_own_client() -> None:
    """A model that was fetched acts through the client that fetched it, whatever client is in use."""
    mine, other = _named("Mine"), _named("Other")
    person = client_of("sync", mine).people.list()[0]
    with attio.using(client_of("sync", other)):
        person.update({"job_title": "CEO"})
        assert copy.copy(person).refresh().job_title == "CEO"
    assert len(mine.calls.of("update_record")) == 1 and not other.calls


@pytest.mark.parametrize("way", ["pickle", "deepcopy"])
def test_models_without_a_client(way: str) -> None:
    """One out of a pickle or a deep copy acts through the client in use, if that is of the same workspace."""
    mine, other = _named("Mine"), _named("Other")
    client = client_of("sync", mine)
    fetched = client.people.list()[0]
    fetched["job_title"] = "CEO"
    person = pickle.loads(pickle.dumps(fetched)) if way == "pickle" else copy.deepcopy(fetched)
    with pytest.raises(
        UnboundModelError, match=r"this Person has no client .*use client.bind\(model\) first"
    ):
        person.save()
    elsewhere = client_of("sync", other)
    with attio.using(elsewhere):
        with pytest.raises(NotFoundError):
            person.save()  # not known to be of another workspace: Attio does not know the record there
        elsewhere.whoami()
        with pytest.raises(
            UnboundModelError, match=r"is of workspace .*use client.bind\(model\) with a client of its"
        ):
            person.save()
    assert person.changes() == {"job_title": "CEO"}
    with attio.using(client):
        client.whoami()
        assert person.save().job_title == "CEO"
    attio.configure(transport=mine.transport())
    assert person.refresh().job_title == "CEO"
    assert client.bind(person) is person and person.refresh().changes() == {}


def test_models_without_a_client_in_tasks() -> None:
    """An async one says the same."""
    mine = _named("Mine")

    async def main() -> None:
        client = client_of("async", mine)
        person = pickle.loads(pickle.dumps((await client.people.list())[0]))
        with pytest.raises(UnboundModelError, match=r"this AsyncPerson has no client"):
            await person.refresh()
        with attio.using(client):
            assert (await person.update({"job_title": "CEO"})).job_title == "CEO"
        assert (await client.bind(person).refresh()).job_title == "CEO"

    asyncio.run(main())


def test_every_workspace_has_its_schemas() -> None:
    """A client under which a test puts a workspace knows nothing of the one before."""
    client = attio.Attio("k" * 64)
    with attio.testing.sandbox(SEED):
        assert client.object("projects").schema()["size"].type == "select"
        with attio.testing.sandbox(
            {"objects": [{"api_slug": "projects", "attributes": [{"api_slug": "size", "type": "text"}]}]}
        ):
            assert client.schemas.known("objects", "projects") is None
            assert client.object("projects").schema()["size"].type == "text"
        assert client.object("projects").schema()["size"].type == "select"
    assert client.schemas.known("objects", "projects") is None


def test_requests() -> None:
    """`attio.request` goes through the client in use, with its errors."""
    here = workspace()
    attio.configure(transport=here.transport())
    assert attio.request("GET", "/v2/objects/people").json()["data"]["api_slug"] == "people"
    with pytest.raises(NotFoundError):
        attio.request("GET", "/v2/nothing")
    with (
        attio.using(client_of("async", here)),
        pytest.raises(ConfigurationError, match="attio.request acts through"),
    ):
        attio.request("GET", "/v2/objects")
