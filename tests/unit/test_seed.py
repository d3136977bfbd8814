"""The seed's own examples, in Python: each row of the table in api.md, against a local workspace."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

import attio
from attio.core import defaults
from attio.testing import LocalWorkspace

MISSING = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(autouse=True)
def _no_settings_left() -> Iterator[None]:
    """Settings of one test are not those of the next."""
    defaults.configure(None)
    yield
    defaults.configure(None)


@pytest.fixture
def here() -> Iterator[LocalWorkspace]:
    """The demo workspace, under the module-level calls."""
    with attio.testing.sandbox("demo") as workspace:
        yield workspace


# Configuration


def test_configure() -> None:
    """`Attio.configure { |config| ... }` is `attio.configure(...)` with the same settings, units in their names."""
    here = LocalWorkspace()
    attio.configure(
        client_id="your_client_id",
        client_secret="your_client_secret",
        redirect_uri="https://yourapp.example/oauth/callback",
        base_url="https://api.attio.com",
        api_version="v2",
        timeout_s=30,
        max_retries=3,
        retry_delay_s=1,
        logger=logging.getLogger("mine"),
        transport=here.transport(),
    )
    assert len(attio.Object.list()) == 5
    config = defaults.configured()
    assert config is not None and (config.client_id, config.timeout_s, config.max_retries) == (
        "your_client_id",
        30.0,
        3,
    )
    assert "your_client_secret" not in repr(config)
    with pytest.raises(
        attio.ConfigurationError, match=r"timeout: there is no such setting; did you mean 'timeout_s'"
    ):
        attio.configure(timeout=30)


def test_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment gives what is not given otherwise, and of a key what was set last wins nothing over an argument."""
    monkeypatch.setenv("ATTIO_CLIENT_ID", "an-id")
    monkeypatch.setenv("ATTIO_CLIENT_SECRET", "a-secret")
    monkeypatch.setenv("ATTIO_REDIRECT_URI", "https://yourapp.example/oauth/callback")
    monkeypatch.setenv("ATTIO_BASE_URL", "http://localhost:8787")
    monkeypatch.setenv("ATTIO_ACCESS_TOKEN", "a" * 64)
    oauth = attio.OAuth()
    assert "client_id=an-id" in oauth.authorization_url(state="x")
    attio.configure()
    config = defaults.configured()
    assert config is not None and config.base_url == "http://localhost:8787"
    assert config.api_key is not None and config.api_key.reveal() == "a" * 64
    monkeypatch.setenv("ATTIO_API_KEY", "b" * 64)
    attio.configure()
    assert (defaults.configured() or config).api_key.reveal() == "b" * 64  # type: ignore[union-attr]
    attio.configure(access_token="c" * 64)
    assert (defaults.configured() or config).api_key.reveal() == "c" * 64  # type: ignore[union-attr]


def test_without_a_key() -> None:
    """Without a key anywhere the first call says how to give one."""
    with pytest.raises(attio.ConfigurationError, match="ATTIO_API_KEY or ATTIO_ACCESS_TOKEN"):
        attio.Object.list()


def test_options_of_one_call(here: LocalWorkspace) -> None:
    """`opts: { timeout:, api_key: }` is `options={"timeout_s": ..., "api_key": ...}`."""
    here.add_token("d" * 64, scopes=())
    with pytest.raises(attio.ForbiddenError):
        attio.Object.list(limit=100, options={"timeout_s": 60, "api_key": "d" * 64})
    assert attio.Object.list(limit=100, options={"timeout_s": 60})


# Authentication


def test_oauth(here: LocalWorkspace) -> None:
    """The authorization code flow: address, code, token; and the token is what module-level calls use."""
    redirect = "https://yourapp.example/oauth/callback"
    app = here.oauth.add_app(redirect)
    attio.configure(client_id=app.client_id, client_secret=app.client_secret, redirect_uri=redirect)
    oauth = attio.OAuth()
    url = oauth.authorization_url(
        scope=["record_permission:read-write", "object_configuration:read"], state="random_state_value"
    )
    path, _, query = str(url).removeprefix("https://app.attio.com").partition("?")
    answer = here.handle("GET", path, query=query)
    back = dict(answer.headers)["location"]
    token = oauth.exchange_code(oauth.parse_callback(back, state="random_state_value"))
    assert token.token_type == "Bearer" and token.expires_at is None and token.refresh_token is None
    attio.configure(access_token=token.access_token)
    assert attio.Person.list()
    with pytest.raises(attio.Error, match="refresh"):
        oauth.refresh_token(token)


def test_scopes() -> None:
    """`SCOPES` are members of `attio.Scope`, of the real scopes, each with its text."""
    assert attio.Scope.RECORD_READ == "record_permission:read"
    assert attio.Scope.RECORD_WRITE == "record_permission:read-write"
    assert attio.Scope.OBJECT_CONFIG_READ == "object_configuration:read"
    assert attio.Scope.OBJECT_CONFIG_WRITE == "object_configuration:read-write"
    assert attio.Scope.USER_MANAGEMENT_READ == "user_management:read"
    assert attio.Scope.WEBHOOK_READ == "webhook:read"
    oauth = attio.OAuth(client_id="i", client_secret="s", redirect_uri="https://yourapp.example/back")
    url = oauth.authorization_url(scope=[attio.Scope.RECORD_WRITE, attio.Scope.OBJECT_CONFIG_READ])
    assert url.state and url.state in url


def test_a_token_store() -> None:
    """`AttioTokenStore` is `attio.oauth.stores`: put, get, and a token that ends is let go early."""
    store = attio.oauth.stores.MemoryTokenStore()
    store.put("user-1", attio.OAuthToken("e" * 64))
    assert store.get("user-1").access_token == "e" * 64


# Resources


def test_objects(here: LocalWorkspace) -> None:
    """Object.list with limit and offset, .retrieve, .create, #update."""
    everything = attio.Object.list()
    assert [row.api_slug for row in attio.Object.list(limit=2, offset=1)] == [
        row.api_slug for row in everything[1:3]
    ]
    assert attio.Object.retrieve("people").singular_noun == "Person"
    custom = attio.Object.create(api_slug="ships", singular_noun="Ship", plural_noun="Ships")
    assert custom.update(singular_noun="Vessel").singular_noun == "Vessel" == custom.singular_noun
    assert attio.Object.get("ships") == custom


def test_records(here: LocalWorkspace) -> None:
    """Record.list with the seed's filter and sorts, .create in Attio's own shape, #update, #delete."""
    attio.Record.create(
        object="people",
        values={
            "name": [{"value": "John Doe"}],
            "email_addresses": [{"email_address": "john@example.com"}],
            "job_title": [{"value": "Software Engineer"}],
        },
    )
    people = attio.Record.list(
        object="people",
        filter={"email_addresses.email_address": "john@example.com"},
        sorts=[{"attribute": "created_at", "direction": "desc"}],
    )
    (person,) = people
    assert (person["name"].full_name, person["job_title"]) == ("John Doe", "Software Engineer")
    assert person.values["name"][0].full_name == "John Doe"
    assert person.update(values={"job_title": [{"value": "Senior Software Engineer"}]}) is person
    assert person["job_title"] == "Senior Software Engineer"
    assert attio.Record.retrieve(person.id, object="people") == person
    assert isinstance(person, attio.Person)
    person.delete()
    assert not attio.Record.list(object="people", filter={"email_addresses": "john@example.com"})
    with pytest.raises(attio.ArgumentError, match=r'object: records are of an object .*give object="people"'):
        attio.Record.list()


def test_attributes(here: LocalWorkspace) -> None:
    """Attribute.list, .create with what Attio insists on filled in, #update, #archive."""
    assert "job_title" in [row.api_slug for row in attio.Attribute.list(object="people")]
    phone = attio.Attribute.create(
        object="projects",
        api_slug="mobile_phone",
        title="Mobile Phone",
        type="phone-number",
        is_required=False,
    )
    sent = here.calls[-1].json()["data"]
    assert (sent["config"], sent["description"], sent["is_multiselect"]) == ({}, None, False)
    assert phone.update(title="Primary Phone").title == "Primary Phone"
    assert phone.archive().is_archived


def test_lists_and_entries(here: LocalWorkspace) -> None:
    """List.list, .create with slug and access made up, ListEntry.create with the parent's object, #delete."""
    assert {row.name for row in attio.List.list()} >= {"Hiring"}
    vip_customers = attio.List.create(name="VIP Customers", parent_object="people")
    assert (vip_customers.api_slug, vip_customers.workspace_access) == ("vip_customers", "full-access")
    person = attio.Person.create({"name": "Ada Lovelace"})
    entry = attio.ListEntry.create(list_id=vip_customers.id, record_id=person.id)
    assert entry.parent == person.reference() and attio.ListEntry is attio.Entry
    assert attio.Entry.list(list_id="vip_customers").first() == entry
    entry.delete()
    assert not attio.Entry.list(list_id=vip_customers)


def test_workspace_members(here: LocalWorkspace) -> None:
    """WorkspaceMember.list and .retrieve."""
    members = attio.WorkspaceMember.list()
    assert attio.WorkspaceMember.retrieve(members[0].id).email_address == members[0].email_address


def test_webhooks(here: LocalWorkspace) -> None:
    """Webhook.create turns events and an object into subscriptions with ids; .list, #delete."""
    webhook = attio.Webhook.create(
        target_url="https://yourapp.example/webhooks/attio",
        events=["record.created", "record.updated"],
        filter={"object": "people"},
    )
    sent = here.calls.of("create_webhook")[0].json()["data"]["subscriptions"]
    people = attio.Object.retrieve("people")
    condition = {"field": "id.object_id", "operator": "equals", "value": str(people.id)}
    assert sent == [
        {"event_type": name, "filter": {"$and": [condition]}} for name in ("record.created", "record.updated")
    ]
    assert webhook.secret and webhook.id in [row.id for row in attio.Webhook.list()]
    webhook.delete()
    assert not attio.Webhook.list()


def test_notes(here: LocalWorkspace) -> None:
    """Note.create takes its title from the first line, and is plain text, unless told otherwise."""
    person = attio.Person.create({"name": "Ada Lovelace"})
    note = attio.Note.create(
        parent_object="people", parent_record_id=person.id, content="Synced from the internal system\nat noon"
    )
    assert note.title == "Synced from the internal system" and "noon" in note.content_plaintext


# Services


def test_services(here: LocalWorkspace) -> None:
    """The services act through the client in use, as the seed's class methods do."""
    from attio.services import CompanyService, PersonService

    attributes = {"name": [{"value": "John Doe"}]}
    person = PersonService().find_or_create_by_email("john@example.com", attributes)
    assert PersonService().find_or_create_by_email("john@example.com", {"name": "Other"}) == person
    assert person.full_name == "John Doe"
    company = CompanyService().find_or_create_by_name("North Sea Ferries")
    assert company.domains == ["northseaferries.example", "nsf.example"]
    report = PersonService().bulk_import(
        [{"email_addresses": [f"p{n}@example.com"], "name": f"P {n}"} for n in range(5)]
    )
    assert (report.created, report.failed) == (5, [])


# Errors


def test_the_error_tree() -> None:
    """Every class of the seed is there, below the same ones."""
    assert attio.AttioError is attio.Error and issubclass(attio.Error, Exception)
    for kind in (
        attio.BadRequestError,
        attio.AuthenticationError,
        attio.ForbiddenError,
        attio.NotFoundError,
        attio.ConflictError,
        attio.UnprocessableEntityError,
        attio.RateLimitError,
        attio.InvalidRequestError,
    ):
        assert issubclass(kind, attio.ClientError) and issubclass(kind, attio.Error)
    for kind in (attio.InternalServerError, attio.ServiceUnavailableError):
        assert issubclass(kind, attio.ServerError) and issubclass(kind, attio.Error)
    assert issubclass(attio.ConnectionError, attio.Error) and issubclass(attio.TimeoutError, attio.Error)


def test_errors_say_what_happened(here: LocalWorkspace) -> None:
    """An error has message, code, status, request id and response; one of a field names it."""
    with pytest.raises(attio.Error) as caught:
        attio.Person.retrieve(MISSING)
    error = caught.value
    assert (error.code, error.http_status) == ("not_found", 404) and error.request_id in str(error)
    assert error.response is not None and error.response.status == 404
    with pytest.raises(attio.InvalidRequestError) as refused:
        attio.request("POST", "/v2/objects", json={"data": {"api_slug": "x"}})
    fields = refused.value.errors
    assert fields and all(field["field"] == field.field and field["message"] for field in fields)


def test_a_token_that_is_none() -> None:
    """A token that Attio does not know is an AuthenticationError."""
    attio.configure("f" * 64, transport=LocalWorkspace().transport())
    with pytest.raises(attio.AuthenticationError) as refused:
        attio.Person.list()
    assert (refused.value.http_status, refused.value.code) == (401, "unauthorized")


def test_rate_limits_are_waited_out(here: LocalWorkspace) -> None:
    """`with_retry` and the rescue of RateLimitError are the client's own retries; the last failure says when."""
    here.faults.add("rate_limit", times=2, operation="create_record")
    made = attio.Person.create({"name": "John Doe"})
    assert made.full_name == "John Doe"
    assert [call.status for call in here.calls.of("create_record")] == [429, 429, 200]
    here.faults.add("rate_limit", operation="create_record")
    with pytest.raises(attio.RateLimitError) as limited:
        attio.Person.create({"name": "John Doe"}, options={"max_retries": 0})
    assert (
        limited.value.retry_after_s is not None and limited.value.retry_after == limited.value.retry_after_s
    )


# Testing


def test_test_mode() -> None:
    """`Attio.test_mode = true` and `mock_response`: nothing reaches a network, the mock answers."""
    attio.test_mode = True
    try:
        attio.testing.mock_response(
            method="post",
            path="/v2/objects/people/records",
            response={"id": "rec_123", "values": {"name": [{"value": "Test Person"}]}},
        )
        person = attio.Record.create(object="people", values={"name": [{"value": "Test Person"}]})
        assert person.id == "rec_123"
        attio.testing.stub("GET", "/v2/objects/people", {"api_slug": "people"}, status=200)
        assert attio.Object.retrieve("people").api_slug == "people"
    finally:
        attio.test_mode = False


def test_a_sandbox() -> None:
    """`with_attio_sandbox` is `attio.testing.sandbox()`: a workspace of its own, and what was there before after it."""
    outside = LocalWorkspace()
    attio.configure(transport=outside.transport())
    with attio.testing.sandbox() as inside:
        attio.Person.create({"name": "Inside"})
    attio.Person.create({"name": "Outside"})
    assert len(inside.calls.of("create_record")) == len(outside.calls.of("create_record")) == 1


# Security, performance


def test_webhook_signatures() -> None:
    """`verify` tells, `verify!` is `verify_or_raise`, and a delivery holds its event."""
    event = {
        "event_type": "record.created",
        "id": {"workspace_id": MISSING, "object_id": MISSING, "record_id": MISSING},
        "actor": {"type": "workspace-member", "id": MISSING},
    }
    payload = json.dumps({"webhook_id": MISSING, "events": [event]}).encode()
    signature = hmac.new(b"secret", payload, hashlib.sha256).hexdigest()
    assert attio.webhooks.verify(payload, signature, "secret")
    assert not attio.webhooks.verify(payload, signature, "other")
    attio.webhooks.verify_or_raise(payload, signature, "secret")
    with pytest.raises(attio.InvalidSignatureError):
        attio.webhooks.verify_or_raise(payload + b" ", signature, "secret")
    delivery = attio.webhooks.parse(payload, {"Attio-Signature": signature}, secret="secret")
    assert delivery.event is not None and delivery.event.event_type == "record.created"


def test_batch(here: LocalWorkspace) -> None:
    """`BatchRequest.new.add(...).add(...).execute` is `attio.Batch`; Attio has no batch route, so calls are made."""
    records = "/v2/objects/people/records"
    results = (
        attio.Batch(attio.Attio())
        .add("POST", records, {"data": {"values": {"name": "Doe, John"}}})
        .add("POST", records, {"data": {"values": {"name": "Doe, Jane"}}})
        .execute()
    )
    assert len(results) == 2
    assert [result.ok for result in results] == [True, True]
    assert {person.full_name for person in attio.Person.list(filter={"name": {"$ends_with": "Doe"}})} == {
        "John Doe",
        "Jane Doe",
    }


def test_request(here: LocalWorkspace) -> None:
    """`Attio.request(:post, path, body)` is `attio.request`."""
    answer = attio.request("post", "/v2/objects/people/records/query", json={"limit": 1})
    assert len(answer.json()["data"]) == 1


# Examples


def test_advanced_filtering(here: LocalWorkspace) -> None:
    """The seed's nested filter, its `$includes` too, goes through; pages follow one another by themselves."""
    for number in range(3):
        attio.Person.create(
            {
                "name": f"Tech {number}",
                "job_title": "Software Engineer",
                "email_addresses": [f"t{number}@tech.com"],
            }
        )
    attio.Person.create({"name": "Tagged", "job_title": "Engineer", "tags": ["Press"]})
    results = attio.Record.list(
        object="people",
        filter={
            "$and": [
                {"created_at": {"$gte": "2024-01-01"}},
                {"job_title": {"$contains": "Engineer"}},
                {
                    "$or": [
                        {"email_addresses.email_address": {"$contains": "@tech.com"}},
                        {"tags": {"$includes": "Press"}},
                    ]
                },
            ]
        },
        sorts=[{"attribute": "created_at", "direction": "desc"}],
        limit=2,
        offset=0,
    )
    assert results and results.first() == results[0]
    found = [
        (
            person.values["name"][0].full_name,
            next((v.email_address for v in person.values["email_addresses"]), None),
        )
        for person in results.auto_paginate()
    ]
    assert found == [
        ("Tagged", None),
        ("Tech 2", "t2@tech.com"),
        ("Tech 1", "t1@tech.com"),
        ("Tech 0", "t0@tech.com"),
    ]


class CustomerManager:
    """The seed's complete example, as Attio really is: the link of a person to a company is an attribute."""

    @classmethod
    def sync_customer(cls, customer: dict[str, Any]) -> attio.Person:
        """Make the customer what the internal system says."""
        from attio.services import CompanyService, ListService, PersonService

        person = PersonService().find_or_create_by_email(
            customer["email"], {"name": customer["name"], "job_title": customer["title"]}
        )
        if customer["company"]:
            company = CompanyService().find_or_create_by_name(customer["company"])
            person.update({"company": company, "job_title": customer["title"]})
        if customer["is_vip"]:
            vip = next((row for row in attio.List.list() if row.name == "VIP Customers"), None)
            if vip is not None:
                ListService().add(vip, person)
        now = datetime.now(UTC)
        attio.Note.create(
            parent_object="people",
            parent_record_id=person.id,
            content=f"Customer data synced from internal system at {now:%Y-%m-%d %H:%M}",
        )
        return person


def test_the_complete_example(here: LocalWorkspace) -> None:
    """The customer management system: twice the same customer is one person, one company, one entry, two notes."""
    attio.List.create(name="VIP Customers", parent_object="people")
    customer = {
        "email": "john@acme.example",
        "name": "John Doe",
        "title": "Buyer",
        "company": "Acme",
        "is_vip": True,
    }
    first = CustomerManager.sync_customer(customer)
    second = CustomerManager.sync_customer({**customer, "title": "Head of Buying"})
    assert first == second
    john = attio.Person.retrieve(first.id)
    assert (john.full_name, john.job_title) == ("John Doe", "Head of Buying")
    (acme,) = attio.Company.list(filter={"name": "Acme"})
    assert john.company == acme.reference() and john.id in [ref.record_id for ref in acme.team]
    assert [entry.parent for entry in attio.Entry.list(list_id="vip_customers")] == [john.reference()]
    assert len(attio.Note.list(parent_object="people", parent_record_id=john.id)) == 2
    nobody = CustomerManager.sync_customer(
        {"email": "jane@x.example", "name": "Jane", "title": None, "company": None, "is_vip": False}
    )
    assert nobody.job_title is None
