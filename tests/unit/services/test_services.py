"""Services: an existing record comes back unchanged, and two callers at once end with one."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import attio
from attio import services
from attio.core.errors import (
    ArgumentError,
    ArgumentTypeError,
    ConfigurationError,
    MultipleMatchError,
    UniquenessConflictError,
)
from attio.services.keys import domain_key, email_key, keyed, keys_among
from attio.testing import LocalWorkspace
from attio.testing.replies import LocalResponse
from attio.testing.workspace import Incoming, Next
from attio.values.plain import RecordRef
from tests.unit.shells.worlds import answer, asked, both, client_of, of, run, workspace


def service(world: str, name: str, client: Any = None) -> Any:
    """Make a service of either kind."""
    return getattr(services, name if world == "sync" else f"Async{name}")(client)


@both
def test_a_person_who_exists_comes_back_unchanged(world: str) -> None:
    """By any spelling of the address, and by another address among the attributes; nothing is written."""
    here = workspace()

    async def scenario(client: Any) -> None:
        people = service(world, "PersonService", client)
        asked(here)
        for email, attributes in (
            ("ada@x.example", {"name": "Somebody Else", "job_title": "CEO"}),
            (" Ada@X.Example ", None),
            ("new@y.example", {"email_addresses": "ADA@x.example"}),
            ("new@y.example", {"email_addresses": [{"email_address": "ada@x.example"}]}),
        ):
            ada = await of(people.find_or_create_by_email(email, attributes))
            assert (ada.full_name, ada.job_title, ada.email_addresses) == (
                "Ada Lovelace",
                None,
                ["ada@x.example"],
            )
            assert isinstance(ada, attio.Person | attio.AsyncPerson)
        assert (await of(people.find_by_email("ADA@x.example"))) == ada
        assert await of(people.find_by_email("nobody@x.example")) is None
        assert asked(here) == {"list_records": 6}

    run(world, here, scenario)


@both
def test_a_new_person(world: str) -> None:
    """A person who is not there is made with the attributes, the address first, in plain Python or Attio's shape."""
    here = workspace()

    async def scenario(client: Any) -> None:
        people = service(world, "PersonService", client)
        asked(here)
        bob = await of(
            people.find_or_create_by_email(
                "Bob@X.example",
                {"name": [{"value": "Bob Byte"}], "email_addresses": ["other@x.example", "bob@x.example"]},
            )
        )
        assert bob.email_addresses == ["bob@x.example", "other@x.example"] and bob.full_name == "Bob Byte"
        assert asked(here) == {"list_records": 1, "upsert_record": 1}
        again = await of(people.find_or_create_by_email("other@x.example"))
        assert again == bob

    run(world, here, scenario)


WRONG: list[tuple[str, str, tuple[Any, ...], str]] = [
    ("PersonService", "find_or_create_by_email", ("ada",), "email: is not an e-mail address: there is no @"),
    (
        "PersonService",
        "find_or_create_by_email",
        (None,),
        "email: an email-address attribute takes an e-mail",
    ),
    (
        "PersonService",
        "find_or_create_by_email",
        ("a@x.example", [1]),
        "attributes: must be a mapping, not list",
    ),
    (
        "PersonService",
        "find_or_create_by_email",
        ("a@x.example", {"email_addresses": "b"}),
        "email: is not an e-mail",
    ),
    ("PersonService", "find_by_email", ("",), "email: is not an e-mail address"),
    ("CompanyService", "find_or_create_by_domain", ("acme",), "domain: is not a domain"),
    (
        "CompanyService",
        "find_or_create_by_domain",
        (5,),
        "domain: a domain attribute takes a domain as text, not int",
    ),
    (
        "CompanyService",
        "find_or_create_by_domain",
        ("a.example", 5),
        "attributes: must be a mapping, not int",
    ),
    ("CompanyService", "find_or_create_by_name", (" ",), "name: is empty"),
    ("CompanyService", "find_or_create_by_name", (None,), "name: must be a str, not NoneType"),
    ("CompanyService", "find_or_create_by_name", ("Acme", "x"), "attributes: must be a mapping, not str"),
    ("ListService", "add", ("sales", 5), "record: cannot be int"),
    ("ListService", "add", ("sa/les", "x"), "list: holds '/'"),
    ("ListService", "remove", ("sales", ""), "record: is empty"),
    ("ListService", "find", (attio.Person, "x"), "list: is no (Async)?Entry class"),
]


@both
@pytest.mark.parametrize(("name", "verb", "given", "message"), WRONG)
def test_wrong_arguments(world: str, name: str, verb: str, given: tuple[Any, ...], message: str) -> None:
    """What cannot be found or made is refused before anything is sent, by the name of the argument."""
    here = workspace()

    async def scenario(client: Any) -> None:
        with pytest.raises(ArgumentError, match=message):
            await of(getattr(service(world, name, client), verb)(*given))
        assert asked(here) == {}

    run(world, here, scenario)


@both
def test_companies_by_domain(world: str) -> None:
    """A whole address finds the company; a new one is made with all of its domains, and found by each."""
    here = workspace()

    async def scenario(client: Any) -> None:
        companies = service(world, "CompanyService", client)
        asked(here)
        for domain in ("acme.example", "https://www.ACME.example:8080/about?x#y", "Acme.Example."):
            acme = await of(companies.find_or_create_by_domain(domain, {"name": "Other"}))
            assert acme["name"] == "Acme"
        assert await of(companies.find_by_domain("http://acme.example")) == acme
        assert await of(companies.find_by_domain("sub.acme.example")) is None
        assert asked(here) == {"list_records": 5}
        made = await of(
            companies.find_or_create_by_domain("b.example", {"name": "B", "domains": ["c.example"]})
        )
        assert made.domains == ["b.example", "c.example"] and made["name"] == "B"
        assert await of(companies.find_or_create_by_domain("d.example", {"domains": "c.example"})) == made

    run(world, here, scenario)


@both
def test_companies_by_name(world: str) -> None:
    """A name is not unique: of several the oldest comes back; where there is none one is made."""
    here = workspace()

    async def scenario(client: Any) -> None:
        companies = service(world, "CompanyService", client)
        second = await of(client.companies.create({"name": "Acme", "domains": ["acme2.example"]}))
        first = await of(companies.find_or_create_by_name(" Acme "))
        assert first != second and first.domains == ["acme.example"]
        made = await of(companies.find_or_create_by_name("New", {"description": "x", "name": "ignored"}))
        assert (made["name"], made.description) == ("New", "x")
        assert "NOT UNIQUE" in (services.CompanyService.find_or_create_by_name.__doc__ or "")

    run(world, here, scenario)


@both
def test_lists(world: str) -> None:
    """A record is added once, comes back unchanged, and is removed with all of its entries."""
    here = workspace()

    async def scenario(client: Any) -> None:
        lists = service(world, "ListService", client)
        acme = (await of(client.companies.list()))[0]
        new = await of(client.companies.create({"name": "New"}))
        sales = (await of(client.lists.list()))[0]
        asked(here)
        for record in (acme, acme.reference(), str(acme.id), RecordRef("companies", acme.id)):
            entry = await of(lists.add("sales", record, {"reason": "other"}))
            assert entry["reason"] == "asked" and entry.parent == acme.reference()
        assert await of(lists.find(sales, acme)) == entry and await of(lists.find("sales", new)) is None
        made = await of(lists.add("sales", new, {"reason": "new", "channel": "Fair"}))
        assert (made["reason"], made["channel"]) == ("new", "Fair")
        assert asked(here)["upsert_entry"] == 1
        twice = await of(client.entries_in("sales").create(acme, {"reason": "twice"}))
        assert (await of(lists.add("sales", acme))) == entry != twice
        assert await of(lists.remove("sales", acme)) == 2
        assert await of(lists.remove("sales", acme)) == 0
        assert await of(lists.find("sales", acme)) is None
        assert (await of(client.companies.get(acme.id))) == acme

    run(world, here, scenario)


@both
def test_removed_by_somebody_else(world: str) -> None:
    """An entry that is gone when it is to be deleted does not count, and is no error."""
    here = workspace()

    async def scenario(client: Any) -> None:
        acme = (await of(client.companies.list()))[0]

        def vanish(request: Incoming, proceed: Next) -> LocalResponse:
            if request.operation is not None and request.operation.id == "delete_entry":
                return answer(404, "not_found", "invalid_request_error")
            return proceed(request)

        here.layers.append(vanish)
        assert await of(service(world, "ListService", client).remove("sales", acme)) == 0

    run(world, here, scenario)


class BothLook:
    """A layer that lets two callers look before either of them writes."""

    def __init__(self, here: LocalWorkspace, operation: str) -> None:
        self.operation, self.barrier = operation, threading.Barrier(2)
        here.layers.append(self)

    def __call__(self, request: Incoming, proceed: Next) -> LocalResponse:
        found = proceed(request)
        if request.operation is not None and request.operation.id == self.operation:
            self.barrier.wait(10)
        return found


@pytest.mark.parametrize(
    ("name", "verb", "given", "operation"),
    [
        ("PersonService", "find_or_create_by_email", ("new@x.example", {"name": "New One"}), "list_records"),
        ("CompanyService", "find_or_create_by_domain", ("new.example", {"name": "New"}), "list_records"),
        ("ListService", "add", ("fans", None, {}), "list_entries"),
    ],
)
def test_two_callers_at_once(name: str, verb: str, given: tuple[Any, ...], operation: str) -> None:
    """Two threads that both find nothing end with the same one record."""
    here = workspace()
    client = client_of("sync", here)
    client.lists.create(name="Fans", parent_object="people")
    if name == "ListService":
        given = (given[0], client.people.list()[0], given[2])
    BothLook(here, operation)
    with ThreadPoolExecutor(2) as pool:
        calls = [pool.submit(getattr(service("sync", name, client), verb), *given) for _ in range(2)]
        one, other = [call.result(20) for call in calls]
    here.layers.clear()
    assert one == other
    assert len(client.entries_in("fans").list()) == (1 if name == "ListService" else 0)
    assert len(client.people.list()) == (2 if name == "PersonService" else 1)
    assert len(client.companies.list(filter=attio.F("domains") == "new.example")) == (
        name == "CompanyService"
    )


@both
@pytest.mark.parametrize("code", ["uniqueness_conflict", "multiple_match_results"])
def test_somebody_was_quicker(world: str, code: str) -> None:
    """An upsert that Attio refuses because somebody was quicker ends with what that one made."""
    here = workspace()
    seen: list[str] = []

    def hide_once(request: Incoming, proceed: Next) -> LocalResponse:
        operation = "" if request.operation is None else request.operation.id
        if operation in {"upsert_record", "upsert_entry"}:
            return answer(400, code, "invalid_request_error")
        if operation in {"list_records", "list_entries"} and operation not in seen:
            seen.append(operation)
            return LocalResponse(200, [("content-type", "application/json")], b'{"data":[]}')
        return proceed(request)

    async def scenario(client: Any) -> None:
        acme = (await of(client.companies.list()))[0]
        people = service(world, "PersonService", client)
        here.layers.append(hide_once)
        assert (await of(people.find_or_create_by_email("ada@x.example"))).full_name == "Ada Lovelace"
        kind = UniquenessConflictError if code.startswith("u") else MultipleMatchError
        with pytest.raises(kind):
            await of(people.find_or_create_by_email("nobody@x.example"))
        lists = service(world, "ListService", client)
        if kind is MultipleMatchError:
            assert (await of(lists.add("sales", acme)))["reason"] == "asked"
            ada = (await of(client.people.list()))[0]
            with pytest.raises(MultipleMatchError):
                await of(lists.add("sales", ada, {"reason": "x"}))

    run(world, here, scenario)


@both
def test_bulk_import(world: str) -> None:
    """Rows are created or updated, failures are collected, and nothing stops in the middle."""
    here = workspace()

    async def scenario(client: Any) -> None:
        report = await of(
            service(world, "PersonService", client).bulk_import(
                [
                    {"email_addresses": ["ada@x.example"], "job_title": "Countess"},
                    {"email_addresses": ["bob@x.example"], "name": "Bob Byte"},
                    {"name": "No Address"},
                ]
            )
        )
        assert len(report.failed) == 1 and report.failed[0].index == 2
        assert sorted(str(row.email) for row in await of(client.people.list())) == [
            "ada@x.example",
            "bob@x.example",
        ]
        report = await of(
            service(world, "CompanyService", client).bulk_import(
                [{"domains": ["acme.example"], "name": "Acme Ltd"}, {"domains": ["n.example"]}], concurrency=2
            )
        )
        assert not report.failed and len(await of(client.companies.list())) == 3
        assert (await of(client.companies.list(filter=attio.F("domains") == "acme.example")))[0][
            "name"
        ] == "Acme Ltd"

    run(world, here, scenario)


def test_which_client() -> None:
    """A service acts through its client, else through the one in use; without one it says what to do."""
    here = workspace()
    client = client_of("sync", here)
    with pytest.raises(ConfigurationError, match="ATTIO_API_KEY"):
        services.PersonService().client
    with attio.using(client):
        assert services.PersonService().find_by_email("ada@x.example") is not None
        assert services.PersonService().client is client
    with pytest.raises(ArgumentTypeError, match="client: PersonService acts through an Attio"):
        services.PersonService(client_of("async", here))

    async def main() -> None:
        with pytest.raises(ConfigurationError, match="give client="):
            services.AsyncPersonService().client
        acting = client_of("async", here)
        with attio.using(acting):
            assert await services.AsyncPersonService().find_by_email("ada@x.example") is not None

    asyncio.run(main())
    assert repr(services.ListService(client)) == "<ListService>"


def test_names() -> None:
    """The package names its services, and says which there are when there is no such one."""
    assert set(services.__all__) <= set(dir(services))
    assert all(getattr(services, name).__name__ == name for name in services.__all__)
    with pytest.raises(
        AttributeError, match="attio.services has no 'DealService'; there are AsyncCompanyService"
    ):
        services.DealService


def test_keys() -> None:
    """Keys are what Attio compares; the key comes first, and not twice."""
    assert email_key(" Ada@X.Example ") == "ada@x.example"
    assert domain_key("WWW.x.example") == "x.example" and domain_key("www.example") == "www.example"
    assert keyed({"domains": ("b.c", "A.b")}, "domains", "a.b") == {"domains": ["a.b", "b.c"]}
    assert keyed(None, "domains", "a.b") == {"domains": ["a.b"]}
    assert keys_among({"domains": [{"domain": "b.c"}, {"other": 1}, 5, " "]}, "domains") == ["b.c"]
