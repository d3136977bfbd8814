"""Schemas: loaded once, kept for a while, dropped by our own writes, never shown to another token."""

from __future__ import annotations

import asyncio
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from attio._async.client import AsyncAttio
from attio._sync.client import Attio
from attio.core.errors import (
    ArgumentError,
    ArgumentTypeError,
    ForbiddenError,
    InternalServerError,
    NotFoundError,
)
from attio.records.schema import Schema, SchemaWarning
from attio.records.schema_store import Key, SchemaStore, aside, patience
from attio.testing import LocalWorkspace
from attio.testing.replies import LocalResponse
from attio.testing.workspace import Incoming, Next
from attio.values.plain import Option, Status
from tests.unit.shells.attio_double import Double
from tests.unit.shells.worlds import Failing, asked, both, client_of, of, run, workspace

OTHER_KEY = "local-workspace-token-of-somebody-else-".ljust(64, "0")
WHOLE = {"list_attributes": 1, "list_options": 2, "list_statuses": 1, "list_objects": 1}
"""What the whole schema of projects costs."""
AGAIN = {"list_attributes": 1, "list_options": 2, "list_statuses": 1}
"""What it costs again, as long as the slugs of objects are known."""


@both
def test_a_schema_is_loaded_once(world: str) -> None:
    """Attributes, options, statuses and the slugs of objects come once; asking again asks nobody."""
    here = workspace()

    async def scenario(client: Any) -> None:
        schema: Schema = await of(client.object("projects").schema())
        assert asked(here) == WHOLE
        assert await of(client.object("projects").schema()) is schema
        assert asked(here) == {}
        assert (
            schema.complete
            and schema.target == "objects"
            and repr(schema) == "<Schema projects: 15 attributes>"
        )
        size, phase = schema["size"], schema["phase"]
        assert [choice.title for choice in size.choices or ()] == ["Small", "Large"]
        assert isinstance((size.choices or ())[0], Option)
        assert [(row.title, row.is_archived) for row in phase.choices or ()] == [
            ("Planned", False),
            ("Live", False),
            ("Old", True),
        ]
        assert isinstance((phase.choices or ())[0], Status)
        assert schema["name"].choices is None
        assert (schema["budget"].currency_code, schema["hours"].currency_code) == ("EUR", None)
        assert (schema["client"].allowed_objects or ())[0] == "companies"
        assert (schema["friends"].allowed_objects or ())[:2] == ("people", "companies")
        assert schema["gone"].is_archived and repr(schema["gone"]) == "<gone: text, archived>"
        assert repr(schema["topics"]) == "<topics: select[]>"
        assert schema["name"].is_required and schema["code"].title == "Code"
        assert schema[schema["size"].id or ""] is size and "size" in schema and "nope" not in schema
        assert [row.slug for row in schema][3:5] == ["name", "code"] and len(schema) == 15
        assert schema.types()["topics"] == "select"
        with pytest.raises(
            ArgumentError, match=r"attribute: projects has no such attribute.*'sise'.*did you mean 'size'"
        ):
            schema["sise"]

    run(world, here, scenario)


@both
def test_a_schema_of_a_list(world: str) -> None:
    """A list has a schema of its own, also by the class method of its entries."""
    here = workspace()

    async def scenario(client: Any) -> None:
        schema = await of(client.entries_in("sales").schema())
        assert [row.slug for row in schema][-3:] == ["reason", "channel", "areas"]
        assert asked(here) == {"list_attributes": 1, "list_options": 2}
        assert schema.target == "lists"
        assert await of(client.entries_in("sales").schema()) is schema
        assert asked(here) == {}

    run(world, here, scenario)


@both
def test_a_schema_grows_old(world: str) -> None:
    """After its time a schema is loaded again; the time can be set."""
    here = workspace()

    async def scenario(client: Any) -> None:
        first = await of(client.object("projects").schema())
        here.clock.advance(299)
        assert await of(client.object("projects").schema()) is first
        here.clock.advance(2)
        second = await of(client.object("projects").schema())
        assert second is not first
        client.schemas.store.ttl_s = 1.0
        here.clock.advance(2)
        assert await of(client.object("projects").schema()) is not second

    run(world, here, scenario)


@both
def test_an_unknown_object_is_not_found(world: str) -> None:
    """An object that is not there raises what Attio says, each time anew."""
    here = workspace()

    async def scenario(client: Any) -> None:
        for _ in range(2):
            with pytest.raises(NotFoundError):
                await of(client.object("nothing").schema())
        assert asked(here) == {"list_attributes": 2}

    run(world, here, scenario)


class Gate:
    """A layer that holds up an operation until it is opened."""

    def __init__(self, here: LocalWorkspace, operation: str) -> None:
        self.operation = operation
        self.reached, self.open = threading.Event(), threading.Event()
        here.layers.append(self)

    def __call__(self, request: Incoming, proceed: Next) -> LocalResponse:
        if request.operation is not None and request.operation.id == self.operation:
            self.reached.set()
            assert self.open.wait(10)
        return proceed(request)


def test_threads_do_not_stampede() -> None:
    """Eight threads that want the schema at once, through clients that share it, load it once."""
    here = workspace()
    gate = Gate(here, "list_attributes")
    client = Attio(transport=here.transport())
    several = [client, client.with_options(timeout_s=5.0)]
    with ThreadPoolExecutor(8) as pool:
        first = pool.submit(client.object("projects").schema)
        assert gate.reached.wait(10)
        rest = [pool.submit(several[index % 2].object("projects").schema) for index in range(7)]
        threading.Event().wait(0.02)
        gate.open.set()
        found = {id(future.result(10)) for future in [first, *rest]}
    assert len(found) == 1
    assert asked(here) == WHOLE


class Slow:
    """A workspace's transport whose answers about attributes take a turn of the event loop, and may be held up."""

    def __init__(self, here: LocalWorkspace) -> None:
        self.inner = here.transport()
        self.attio_api_key, self.attio_clock, self.attio_limiter = here.token, self.inner.attio_clock, None
        self.hold: asyncio.Event | None = None

    async def handle_async_request(self, request: Any) -> Any:
        if request.url.path.endswith("/attributes"):
            if self.hold is not None:
                await self.hold.wait()
            await asyncio.sleep(0)
        return await self.inner.handle_async_request(request)

    async def aclose(self) -> None:
        """Nothing to close."""


def test_tasks_do_not_stampede() -> None:
    """Ten tasks that want the schema at once load it once, and so do ten that read records."""
    here = workspace()

    async def main() -> None:
        client = AsyncAttio(transport=Slow(here))
        found = await asyncio.gather(*(client.object("projects").schema() for _ in range(10)))
        assert len({id(schema) for schema in found}) == 1
        assert asked(here) == WHOLE
        client.schemas.forget()
        pages = await asyncio.gather(*(client.object("projects").list() for _ in range(10)))
        assert asked(here) == {"list_records": 10, "list_attributes": 1}
        assert all(page[1]["topics"] == ["Wood"] and page[1]["size"] == "Small" for page in pages)

    asyncio.run(main())


def test_a_cancelled_load_is_taken_over() -> None:
    """The task that loads is cancelled: the others get the schema all the same."""
    here = workspace()

    async def main() -> None:
        slow = Slow(here)
        slow.hold = asyncio.Event()
        client = AsyncAttio(transport=slow)
        leader, *rest = [asyncio.create_task(client.object("projects").schema()) for _ in range(4)]
        await asyncio.sleep(0)
        leader.cancel()
        await asyncio.wait({leader})
        slow.hold.set()
        found = await asyncio.gather(*rest)
        assert leader.cancelled() and len({id(schema) for schema in found}) == 1
        assert asked(here) == WHOLE

    asyncio.run(main())


def test_a_refresh_does_not_join_an_older_load() -> None:
    """Who asks for a fresh schema does not get the one that somebody else began to load before."""
    here = workspace()

    async def main() -> None:
        slow = Slow(here)
        slow.hold = asyncio.Event()
        client = AsyncAttio(transport=slow)
        before = asyncio.create_task(client.object("projects").schema())
        await asyncio.sleep(0)
        after = asyncio.create_task(client.object("projects").schema(refresh=True))
        await asyncio.sleep(0)
        slow.hold.set()
        old, fresh = await before, await after
        assert old is not fresh
        assert await client.object("projects").schema() is fresh
        assert asked(here)["list_attributes"] == 2

    asyncio.run(main())


def test_the_impatient_do_not_fail_the_patient() -> None:
    """A caller with a deadline of its own does not share its failure with callers that have none."""
    here = workspace()

    async def main() -> None:
        slow = Slow(here)
        slow.hold = asyncio.Event()
        client = AsyncAttio(transport=slow)
        patient = asyncio.create_task(client.object("projects").schema())
        hurried = asyncio.create_task(client.object("projects").schema(options={"deadline_s": 60.0}))
        await asyncio.sleep(0)
        hurried.cancel()
        slow.hold.set()
        assert (await patient).complete
        assert asked(here)["list_attributes"] == 1

    asyncio.run(main())


WRITES: dict[str, Callable[[Any], Any]] = {
    "create_object": lambda c: c.objects.create(api_slug="ships", singular_noun="Ship", plural_noun="Ships"),
    "update_object": lambda c: c.objects.update("projects", singular_noun="Plan"),
    "delete_object": lambda c: c.objects.delete("projects"),
    "create_attribute": lambda c: c.attributes.create(object="projects", title="Nick", type="text"),
    "update_attribute": lambda c: c.attributes.update("hours", object="projects", title="Days"),
    "archive an attribute": lambda c: c.attributes.archive("hours", object="projects"),
    "create_option": lambda c: c.attributes.options.create("size", "Huge", object="projects"),
    "update_option": lambda c: c.attributes.options.update(
        "Small", title="Tiny", attribute="size", object="projects"
    ),
    "archive an option": lambda c: c.attributes.options.archive("Small", attribute="size", object="projects"),
    "create_status": lambda c: c.attributes.statuses.create("phase", "Next", object="projects"),
    "update_status": lambda c: c.attributes.statuses.archive("Live", attribute="phase", object="projects"),
    "create_list": lambda c: c.lists.create(name="Fans", parent_object="people"),
    "update_list": lambda c: c.lists.update("sales", name="Selling"),
    "by its route": lambda c: c.request(
        "PATCH", "/v2/objects/projects/attributes/hours", json={"data": {"title": "Days"}}
    ),
    "by its address": lambda c: c.request(
        "patch",
        "https://api.attio.com/v2/objects/projects/attributes/hours?x=1",
        json={"data": {"title": "Days"}},
    ),
    "one that fails": lambda c: c.attributes.create(object="projects", title="Size", type="text"),
}


@both
@pytest.mark.parametrize("name", WRITES)
def test_our_own_writes_drop_it(world: str, name: str) -> None:
    """Whatever configures the workspace through this client makes it load schemas again, also when it failed."""
    here = workspace()

    async def scenario(client: Any) -> None:
        for bound in (client.object("projects"), client.entries_in("sales")):
            await of(bound.schema())
        assert client.schemas.known("objects", "projects") and client.schemas.known("lists", "sales")
        try:
            await of(WRITES[name](client))
        except Exception as error:  # noqa: BLE001
            assert name == "one that fails", error
        assert client.schemas.known("objects", "projects") is None
        assert client.schemas.known("lists", "sales") is None

    run(world, here, scenario)


@both
def test_other_calls_keep_it(world: str) -> None:
    """Reads and writes of records leave schemas alone."""
    here = workspace()

    async def scenario(client: Any) -> None:
        projects = client.object("projects")
        schema = await of(projects.schema())
        made = await of(projects.create({"name": "New"}))
        await of(made.update({"hours": 3}))
        await of(made.delete())
        await of(client.objects.list())
        await of(client.attributes.get("size", object="projects"))
        await of(client.request("GET", "/v2/objects"))
        assert client.schemas.known("objects", "projects") is schema

    run(world, here, scenario)


def test_a_write_during_a_load_is_not_lost() -> None:
    """A schema that was being loaded while an attribute was made is not kept."""
    here = workspace()
    client = Attio(transport=here.transport())

    def meddle(request: Incoming, proceed: Next) -> LocalResponse:
        found = proceed(request)
        if request.operation is not None and request.operation.id == "list_attributes":
            here.layers.clear()
            client.attributes.create(object="projects", title="Late", type="text")
        return found

    here.layers.append(meddle)
    assert "late" not in client.object("projects").schema()
    assert client.schemas.known("objects", "projects") is None
    assert "late" in client.object("projects").schema()


@both
def test_another_token_sees_its_own(world: str) -> None:
    """What one token saw is not shown to another, be it of another client, of a call, or at another address."""
    here = workspace()
    here.add_token(OTHER_KEY)

    async def scenario(client: Any) -> None:
        mine = await of(client.object("projects").schema())
        other = client.with_options(api_key=OTHER_KEY)
        assert other.schemas.known("objects", "projects") is None
        assert client.schemas.known("objects", "projects", {"api_key": OTHER_KEY}) is None
        theirs = await of(client.object("projects").schema(options={"api_key": OTHER_KEY}))
        assert theirs is not mine
        assert other.schemas.known("objects", "projects") is theirs
        assert client.schemas.known("objects", "projects") is mine
        elsewhere = client.with_options(base_url="http://localhost:8787")
        assert elsewhere.schemas.known("objects", "projects") is None
        assert client.with_options(timeout_s=1).schemas.known("objects", "projects") is mine
        await of(other.attributes.create(object="projects", title="Nick", type="text"))
        assert other.schemas.known("objects", "projects") is None
        assert client.schemas.known("objects", "projects") is mine

    run(world, here, scenario)


@both
def test_what_is_meant_for_one_call_stays_with_it(world: str) -> None:
    """Additions to body, query and headers of a read do not go into the requests that load its schema."""
    here = workspace()

    async def scenario(client: Any) -> None:
        options = {
            "extra_query": {"q": "1"},
            "extra_body": {"b": 1},
            "headers": {"X-Mine": "1"},
            "timeout_s": 9.0,
        }
        await of(client.object("projects").list(options=options))
        listed, attributes = here.calls
        assert (listed.operation, attributes.operation) == ("list_records", "list_attributes")
        assert listed.query == {"q": "1"} and listed.json() == {"b": 1} and "x-mine" in listed.headers
        assert attributes.query == {"show_archived": "true"} and attributes.body == b""
        assert "x-mine" not in attributes.headers

    run(world, here, scenario)


@both
def test_a_schema_that_may_not_be_read(world: str) -> None:
    """A 403 makes lists of what is not standard, warns once, and is asked about again later."""
    here = workspace()
    failing = Failing(here, "list_attributes", status=403, code="unauthorized")

    async def scenario(client: Any) -> None:
        projects = client.object("projects")
        with pytest.warns(
            SchemaWarning, match=r"attributes of projects may not be read .*Give the token the scope"
        ):
            page = await of(projects.list())
        assert page[1]["size"] == ["Small"] and page[1]["topics"] == ["Wood"] and page[1]["name"] == "Full"
        await of(projects.list())
        assert asked(here) == {"list_records": 2, "list_attributes": 1}
        with pytest.raises(ForbiddenError):
            await of(projects.schema())
        here.clock.advance(301)
        await of(projects.list())
        assert asked(here) == {"list_records": 1, "list_attributes": 2}
        failing.on = False
        here.clock.advance(301)
        assert (await of(projects.list()))[1]["size"] == "Small"

    run(world, here, scenario)


@both
def test_a_refused_schema_is_forgotten_with_the_rest(world: str) -> None:
    """A schema that could be loaded again after a 403 shapes records at once."""
    here = workspace()
    failing = Failing(here, "list_attributes", status=403, code="unauthorized")

    async def scenario(client: Any) -> None:
        with pytest.warns(SchemaWarning):
            await of(client.object("projects").list())
        failing.on = False
        client.schemas.forget()
        assert (await of(client.object("projects").list()))[1]["size"] == "Small"

    run(world, here, scenario)


@both
def test_schema_off(world: str) -> None:
    """A client with schema="off" loads nothing by itself, and its shapes never depend on what was loaded."""
    here = workspace()

    async def scenario(client: Any) -> None:
        projects = client.object("projects")
        assert (await of(projects.list()))[1]["size"] == ["Small"]
        assert asked(here) == {"list_records": 1}
        with pytest.raises(ArgumentError, match="nme"):
            (await of(projects.schema()))["nme"]
        asked(here)
        assert (await of(projects.list()))[1]["size"] == ["Small"]
        with pytest.raises(ArgumentError, match="'Smal'.*did you mean 'Small'"):
            await of(projects.create({"name": "x", "size": "Smal"}))
        assert asked(here) == {"list_records": 1}

    run(world, here, scenario, schema="off")


@both
def test_an_answer_to_a_write_is_never_lost(world: str) -> None:
    """A record that was created comes back although its schema cannot be loaded; a read says what is wrong."""
    here = workspace()
    failing = Failing(here, "list_attributes", status=500)

    async def scenario(client: Any) -> None:
        projects = client.object("projects")
        with pytest.raises(InternalServerError, match="attributes"):
            await of(projects.list())
        with pytest.warns(SchemaWarning, match=r"could not be read after a write .*Get the record anew"):
            made = await of(projects.create({"name": "New", "size": "Small"}))
        assert made["name"] == "New" and made["size"] == ["Small"]
        assert asked(here)["create_record"] == 1
        failing.on = False
        assert (await of(projects.get(made.id)))["size"] == "Small"
        await of(made.refresh())
        assert made["size"] == ["Small"]  # a record keeps the rule that it came with
        failing.on = True
        here.clock.advance(1000)
        assert (await of(projects.list()))[1]["size"] == "Small"

    run(world, here, scenario, max_retries=0)


@both
def test_attributes_that_are_newer_than_the_schema(world: str) -> None:
    """An attribute that somebody made after the schema was loaded is found out, once."""
    here = workspace()
    key = {"authorization": f"Bearer {here.token}"}

    async def scenario(client: Any) -> None:
        projects = client.object("projects")
        whole = await of(projects.schema())
        body = (
            b'{"data":{"title":"Mood","api_slug":"mood","type":"select","is_required":false,"is_unique":false,'
            b'"is_multiselect":false,"description":null,"config":{}}}'
        )
        assert here.handle("POST", "/v2/objects/projects/attributes", headers=key, body=body).status == 200
        title = b'{"data":{"title":"Good"}}'
        at = "/v2/objects/projects/attributes/mood/options"
        assert here.handle("POST", at, headers=key, body=title).status == 200
        asked(here)
        (await of(projects.list()))[0]["mood"]
        assert asked(here) == {"list_records": 1, **AGAIN, "list_options": 3}
        assert whole.complete and client.schemas.known("objects", "projects").complete
        made = await of(projects.create({"name": "New", "mood": "Good"}))
        assert made["mood"] == "Good"
        await of(projects.list())
        assert asked(here) == {"create_record": 1, "list_records": 1}

    run(world, here, scenario)


def test_what_no_schema_knows_is_asked_for_once() -> None:
    """An attribute that rows have and the schema has not, even freshly loaded, is not asked for again."""
    row = {
        "id": {"record_id": "r-1"},
        "values": {"odd": [{"attribute_type": "select", "option": {"title": "x"}}]},
    }
    double = Double({"data": [row]}, {"data": []}, {"data": [row]}, {"data": [row]})

    async def main(client: AsyncAttio) -> None:
        for _ in range(3):
            assert (await client.object("ships").list())[0]["odd"] == ["x"]

    double.run(main)
    assert [(call.method, call.path.rsplit("/", 1)[1]) for call in double.asked] == [
        ("POST", "query"),
        ("GET", "attributes"),
        ("POST", "query"),
        ("POST", "query"),
    ]


@both
def test_slugs_of_objects_that_cannot_be_had(world: str) -> None:
    """Where objects may not be listed, a schema knows references by id only, and is a schema all the same."""
    here = workspace()
    failing = Failing(here, "list_objects", status=403, code="unauthorized")

    async def scenario(client: Any) -> None:
        schema = await of(client.object("projects").schema())
        (only,) = schema["client"].allowed_objects
        assert only == here.state.find_object("companies").id
        failing.on = False
        schema = await of(client.object("projects").schema(refresh=True))
        assert schema["client"].allowed_objects == ("companies", only)
        assert (await of(client.people.schema()))["company"].allowed_objects == ("companies", only)
        assert asked(here)["list_objects"] == 2

    run(world, here, scenario)


def test_an_object_without_a_known_slug() -> None:
    """Where one of several objects cannot be named, none is: a slug could not be told from a wrong one."""
    from attio.records.schema import SchemaAttribute
    from attio.records.structure import AttributeData

    data = AttributeData(
        {"api_slug": "x", "config": {"record_reference": {"allowed_object_ids": ["i-1", "i-2"]}}}
    )
    assert SchemaAttribute(data, names={"i-1": "people"}).allowed_objects == ("i-1", "i-2")
    assert SchemaAttribute(data, names={"i-1": "people", "i-2": "ships"}).allowed_objects == (
        "people",
        "ships",
        "i-1",
        "i-2",
    )
    assert SchemaAttribute(AttributeData({"api_slug": "x"})).id is None


@both
def test_the_parent_object_of_a_list(world: str) -> None:
    """A list is asked once for its object, and again when somebody may have renamed it."""
    here = workspace()

    async def scenario(client: Any) -> None:
        acme = (await of(client.companies.list()))[0]
        sales = client.entries_in("sales")
        asked(here)
        for _ in range(2):
            await of(sales.create(str(acme.id), {"reason": "x"}))
        found = asked(here)
        assert (found["get_list"], found["create_entry"]) == (1, 2)
        await of(client.lists.update("sales", name="Selling"))
        await of(sales.create(str(acme.id), {"reason": "x"}))
        assert asked(here)["get_list"] == 1

    run(world, here, scenario)


def test_a_list_of_several_objects_needs_to_be_told() -> None:
    """Where a list holds records of several objects, an id alone does not tell which one is meant."""
    double = Double({"data": {"api_slug": "mixed", "parent_object": ["people", "companies"]}})
    message = r"parent_object: has to be given: the list mixed does not hold records of one object"
    own = "11111111-1111-4111-8111-111111111111"
    with pytest.raises(ArgumentError, match=message):
        double.run(lambda client: client.entries_in("mixed").create(own))
    assert [call.method for call in double.asked] == ["GET"]


def test_the_store_is_bounded() -> None:
    """A process that serves any number of tokens keeps the latest schemas and warnings, not all of them."""
    store = SchemaStore()
    for index in range(3000):
        store.put(Key(f"t{index}", "objects", "people"), index, 0.0)
        assert store.first_warning(Key(f"t{index}", "objects", "people"))
    kept = [
        index for index in range(3000) if store.of_any_age(Key(f"t{index}", "objects", "people")) is not None
    ]
    assert kept == list(range(3000 - 1024, 3000))
    assert not store.first_warning(Key("t2999", "objects", "people"))
    assert store.first_warning(Key("t0", "objects", "people"))
    assert store.age_s(Key("none", "objects"), 5.0) == float("inf")


def test_the_store_in_many_threads() -> None:
    """Putting, forgetting and looking at once never fails."""
    store = SchemaStore()

    def work(number: int) -> None:
        for index in range(300):
            key = Key(f"t{index % 7}", "objects", str(number))
            store.put(key, index, 0.0, store.generation)
            store.get(key, 1.0)
            store.forget(f"t{number % 7}")

    with ThreadPoolExecutor(8) as pool:
        for future in [pool.submit(work, number) for number in range(8)]:
            future.result(20)


def test_options_beside_a_call() -> None:
    """Of a call's options those hold for its schema that say whose it is and how patient."""
    assert aside(None) is None and aside({}) is None and aside({"headers": {"A": "b"}}) is None
    assert aside({"api_key": "k", "deadline_s": None, "extra_body": {}}) == {
        "api_key": "k",
        "deadline_s": None,
    }
    assert patience(None) == (None, None, None)
    assert patience({"timeout_s": 1.0, "api_key": "k"}) == (1.0, None, None)


@pytest.fixture(autouse=True)
def _strict() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


# What is written


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "unknown slug": (
        {"name": "x", "siez": "Small"},
        r"values: projects has no such attribute \(got 'siez'\); did you mean 'size'\?",
    ),
    "read-only": (
        {"name": "x", "score": 3},
        r"score: Attio sets this attribute itself \(got 3\); leave it out",
    ),
    "archived": (
        {"name": "x", "gone": "y"},
        r"gone: this attribute is archived \(got 'y'\); restore it or leave it out",
    ),
    "unknown title": (
        {"name": "x", "topics": ["Wood", "Stel"]},
        r"topics\[1\]: is not an option of this attribute \(got 'Stel'\); did you mean 'Steel'\?",
    ),
    "title of another case": (
        {"name": "x", "phase": "live"},
        r"phase: is not a status of this attribute \(got 'live'\); titles are matched to the letter: use 'Live'",
    ),
    "several for one": ({"name": "x", "size": ["Small", "Large"]}, r"size: holds one value and 2 were given"),
    "missing": ({"size": "Small"}, r"values: projects needs name on a create .*; add name"),
    "cleared": ({"name": None}, r"values: projects needs name on a create"),
    "wrong type": ({"name": 5}, r"name: a text attribute takes text, not int"),
    "record of a wrong object": (
        {"name": "x", "client": ("people", "11111111-1111-4111-8111-111111111111")},
        r"client: is a record of people, and the attribute holds records of companies",
    ),
    "match in a wrong object": (
        {"name": "x", "client": {"target_object": "people", "email_addresses": "a@x.example"}},
        r"client: is a record of people, and the attribute holds records of companies",
    ),
    "id of one of several objects": (
        {"name": "x", "friends": ["11111111-1111-4111-8111-111111111111"]},
        r"friends\[0\]: does not say of which object the record is, and several can be meant: people, companies",
    ),
}


@both
@pytest.mark.parametrize("name", REFUSED)
def test_what_a_schema_refuses(world: str, name: str) -> None:
    """With a schema loaded, what Attio would refuse is refused here, before anything is sent."""
    here = workspace()
    values, message = REFUSED[name]

    async def scenario(client: Any) -> None:
        await of(client.object("projects").schema())
        asked(here)
        with pytest.raises(ArgumentError, match=message) as caught:
            await of(client.object("projects").create(values))
        assert isinstance(caught.value, ArgumentTypeError) == (name == "wrong type")
        assert asked(here) == {}

    run(world, here, scenario)


@both
def test_what_a_schema_takes(world: str) -> None:
    """References by slug, by id, by match and by record, titles, ids and choices go through a loaded schema."""
    here = workspace()

    async def scenario(client: Any) -> None:
        schema = await of(client.object("projects").schema())
        acme = (await of(client.companies.list()))[0]
        ada = (await of(client.people.list()))[0]
        made = await of(
            client.object("projects").create(
                {
                    "name": "New",
                    "client": ("companies", str(acme.id)),
                    "friends": [
                        acme,
                        ada,
                        ("people", ada.id),
                        {"target_object": "people", "email_addresses": "ada@x.example"},
                    ],
                    "size": schema["size"].choices[1],
                    "phase": schema["phase"].choices[1],
                    schema["topics"].id: [schema["topics"].choices[0].id],
                }
            )
        )
        assert made["client"] == acme.reference() and made["friends"] == [acme.reference(), ada.reference()]
        assert (made["size"], made["phase"], made["topics"]) == ("Large", "Live", ["Wood"])
        await of(made.update({"client": str(acme.id)}))
        await of(made.update({"client": {"domains": "acme.example"}}))
        assert made["client"] == acme.reference()

    run(world, here, scenario)


@both
def test_a_match_has_to_be_unique(world: str) -> None:
    """An upsert on an attribute that is not there, or not unique, is refused with those that could be meant."""
    here = workspace()

    async def scenario(client: Any) -> None:
        projects = client.object("projects")
        schema = await of(projects.schema())
        asked(here)
        here.clock.advance(2)
        with pytest.raises(
            ArgumentError,
            match=r"matching: projects has no such attribute \(got 'cod'\); did you mean 'code'",
        ):
            await of(projects.upsert({"cod": "a"}, matching="cod"))
        assert asked(here) == AGAIN
        with pytest.raises(ArgumentError, match=r"matching: the attribute is not unique"):
            await of(projects.upsert({"name": "a"}, matching="name"))
        with pytest.raises(ArgumentError, match=r"matching: the values hold nothing to match on"):
            await of(projects.upsert({"name": "a"}, matching="code"))
        assert asked(here) == {}
        made = await of(projects.upsert({schema["code"].id: "a", "hours": 2}, matching="code"))
        assert made["name"] == "Plain" and made["hours"] == 2

    run(world, here, scenario)


@both
def test_money_loads_the_schema(world: str) -> None:
    """An amount that names its currency is checked against the attribute's own, for one request, the first time."""
    here = workspace()

    async def scenario(client: Any) -> None:
        from attio.values.plain import Money

        projects = client.object("projects")
        with pytest.raises(ArgumentError, match=r"budget: .*EUR"):
            await of(projects.create({"name": "x", "budget": Money(5, "USD")}))
        assert asked(here) == {"list_attributes": 1}
        made = await of(projects.create({"name": "x", "budget": [Money(5, "EUR")]}))
        assert made["budget"] == Money(5, "EUR")
        assert asked(here) == {"create_record": 1}

    run(world, here, scenario)


@both
@pytest.mark.parametrize("how", ["off", "403"])
def test_money_without_a_schema(world: str, how: str) -> None:
    """Where the schema is not to be had, the amount goes out as it is."""
    here = workspace()
    options = {"schema": "off"} if how == "off" else {}
    if how == "403":
        Failing(here, "list_attributes", status=403, code="unauthorized")

    async def scenario(client: Any) -> None:
        from attio.values.plain import Money

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SchemaWarning)
            for _ in range(2):
                made = await of(client.object("projects").create({"name": "x", "budget": Money(5, "EUR")}))
                assert made["budget"] == Money(5, "EUR")
        assert asked(here)["list_attributes"] == (0 if how == "off" else 2)

    run(world, here, scenario, **options)


def _add_option(here: LocalWorkspace, title: str) -> None:
    at = "/v2/objects/projects/attributes/size/options"
    headers = {"authorization": f"Bearer {here.token}"}
    assert (
        here.handle("POST", at, headers=headers, body=b'{"data":{"title":"%s"}}' % title.encode()).status
        == 200
    )
    here.calls.clear()


@both
def test_a_schema_that_changed_under_a_cached_one(world: str) -> None:
    """An option that somebody added is taken: before it is refused, the schema is loaded again, once."""
    here = workspace()

    async def scenario(client: Any) -> None:
        projects = client.object("projects")
        await of(projects.schema())
        _add_option(here, "Huge")
        here.clock.advance(2)
        topics = (title for title in ["Wood"])
        made = await of(projects.create({"name": "New", "size": "Huge", "topics": topics}))
        assert made["size"] == "Huge" and made["topics"] == ["Wood"]
        assert asked(here) == {**AGAIN, "create_record": 1}

    run(world, here, scenario)


@both
def test_a_refusal_is_believed_after_one_look(world: str) -> None:
    """What a fresh schema refuses too is refused; bad rows one after the other do not load it for each."""
    here = workspace()

    async def scenario(client: Any) -> None:
        projects = client.object("projects")
        await of(projects.schema())
        asked(here)
        here.clock.advance(2)
        for _ in range(5):
            with pytest.raises(ArgumentError, match="size: is not an option"):
                await of(projects.create({"name": "x", "size": "Giant"}))
        assert asked(here) == AGAIN

    run(world, here, scenario)


@both
def test_what_no_schema_would_take_loads_none(world: str) -> None:
    """A value that is wrong whatever the schema says costs no request."""
    here = workspace()

    async def scenario(client: Any) -> None:
        projects = client.object("projects")
        await of(projects.schema())
        asked(here)
        here.clock.advance(2)
        for wrong in ({"name": "x", "hours": float("nan")}, {5: "x"}):
            with pytest.raises(ArgumentError):
                await of(projects.create(wrong))
        with pytest.raises(ArgumentTypeError, match="values: is no mapping"):
            await of(projects.create(None))
        assert asked(here) == {}

    run(world, here, scenario)


@both
def test_a_second_look_that_fails(world: str) -> None:
    """When the schema cannot be loaded again, the refusal stands and says so."""
    here = workspace()

    async def scenario(client: Any) -> None:
        projects = client.object("projects")
        await of(projects.schema())
        Failing(here, "list_attributes", status=500)
        here.clock.advance(2)
        with pytest.raises(ArgumentError, match="size: is not an option") as caught:
            await of(projects.create({"name": "x", "size": "Giant"}))
        (note,) = caught.value.__notes__
        assert note.startswith("The schema could not be loaded again to make sure: 500 broken")

    run(world, here, scenario, max_retries=0)


@both
def test_entries_are_checked_too(world: str) -> None:
    """With a list's schema loaded its entries are checked: required ones on a create, titles always."""
    here = workspace()

    async def scenario(client: Any) -> None:
        acme = (await of(client.companies.list()))[0]
        sales = client.entries_in("sales")
        await of(sales.schema())
        asked(here)
        with pytest.raises(ArgumentError, match="values: sales needs reason on a create"):
            await of(sales.create(acme, {"channel": "Web"}))
        with pytest.raises(ArgumentError, match="channel: is not an option.*use 'Web'"):
            await of(sales.upsert(acme, {"channel": "web"}))
        entry = (await of(sales.list()))[0]
        with pytest.raises(ArgumentError, match="chanel.*did you mean 'channel'"):
            await of(entry.update({"chanel": "Web"}))
        assert asked(here) == {"list_entries": 1}
        assert (await of(sales.upsert(acme, {"channel": "Fair"})))["channel"] == "Fair"
        made = await of(sales.create(acme, {"reason": "y"}))
        assert made["reason"] == "y" and made["areas"] == []

    run(world, here, scenario)


@both
def test_filters_are_typed_by_a_known_schema(world: str) -> None:
    """A loaded schema tells filters the types; a slug that it lacks is left to Attio, which knows better."""
    here = workspace()

    async def scenario(client: Any) -> None:
        from attio.core.errors import FilterError
        from attio.records.filters import F

        projects = client.object("projects")
        await of(projects.schema())
        with pytest.raises(ArgumentError, match="phase"):
            await of(projects.list(filter=F("phase").contains("Li")))
        with pytest.raises(FilterError):
            await of(projects.list(filter=F("newer") == "x"))
        assert len(await of(projects.list(filter=F("phase").in_("Live", "Planned")))) == 1

    run(world, here, scenario)


def test_clients_are_made_both_ways() -> None:
    """The harness itself: both kinds reach the same workspace."""
    here = workspace()
    assert isinstance(client_of("sync", here), Attio) and isinstance(client_of("async", here), AsyncAttio)
