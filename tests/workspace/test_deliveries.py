"""Webhooks: management and deliveries."""

from __future__ import annotations

import hashlib
import hmac
import json
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from attio import Attio, webhooks
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.testing import LocalWorkspace, Settings, SystemClock
from attio.testing.deliveries import MAX_TRIES
from attio.testing.state.webhooks import EVENT_TYPES, Subscription
from tests.workspace.conftest import Api, own

ROOT = Path(__file__).resolve().parents[2]
MISSING = "00000000-0000-4000-8000-000000000000"
URL = "https://example.com/hook"
DAY_S = 86_400


def subscribe(api, *types, filter=None, url=URL):
    body = {"target_url": url, "subscriptions": [{"event_type": each, "filter": filter} for each in types]}
    return api.post("webhooks", body)


def wid(webhook):
    return webhook["id"]["webhook_id"]


@pytest.fixture
def inbox(api):
    """What arrived at any address, answered with 200."""
    got = []
    api.workspace.webhooks.route(got.append)
    return got


# Management


def test_the_secret_is_shown_once(api):
    """64 hex characters in the answer to the create, never again."""
    made = subscribe(api, "record.created")
    assert len(made.pop("secret")) == 64 and made["status"] == "active"
    assert api.get(f"webhooks/{wid(made)}") == made
    assert api.get("webhooks") == [made]
    changed = api.patch(f"webhooks/{wid(made)}", {"target_url": "https://example.com/other"})
    assert "secret" not in changed and changed["subscriptions"] == made["subscriptions"]


@pytest.mark.parametrize(
    "url",
    ["http://example.com/x", "http://127.0.0.1:9/x", "ftp://x.example", "https://", "x", "", "https://[::1"],
)
def test_a_target_is_https(api, url):
    """http is refused, on this machine too."""
    body = {"target_url": url, "subscriptions": []}
    api.refused("POST", "webhooks", {"data": body}, status=400, code="validation_type")


def test_http_on_this_machine_can_be_allowed():
    """With the setting, http goes to loopback and nowhere else."""
    api = Api(LocalWorkspace(settings=Settings(http_webhooks=True)))
    # With a layer the answer is not held against the spec, which knows https only.
    api.workspace.layers.append(lambda request, inner: inner(request))
    assert subscribe(api, url="http://127.0.0.1:9/x")["target_url"] == "http://127.0.0.1:9/x"
    body = {"target_url": "http://example.com/x", "subscriptions": []}
    api.refused("POST", "webhooks", {"data": body}, status=400, code="validation_type")


@pytest.mark.parametrize(
    "subscription",
    [
        {"event_type": "deal.won", "filter": None},
        {"event_type": "record.created", "filter": {"$not": []}},
        {"event_type": "record.created", "filter": {"$and": [], "$or": []}},
        {
            "event_type": "record.created",
            "filter": {"$and": [{"field": "x", "operator": "is", "value": "y"}]},
        },
        {
            "event_type": "record.created",
            "filter": {"$and": [{"field": "x", "operator": "equals", "value": 1}]},
        },
        {"filter": None},
    ],
)
def test_what_a_subscription_cannot_be(api, subscription):
    """Known events, filters of one level with two operators and texts."""
    body = {"target_url": URL, "subscriptions": [subscription]}
    api.refused("POST", "webhooks", {"data": body}, status=400, code="validation_type")


@pytest.mark.parametrize(
    ("field", "noun"),
    [
        ("id.list_id", "list"),
        ("id.object_id", "object"),
        ("parent_object_id", "object"),
        ("id.activity_id", "activity"),
    ],
)
def test_a_filter_names_what_exists(api, field, noun):
    """Ids, not slugs: what is not found is 400 and says which noun."""
    for value in (MISSING, "people"):
        body = {
            "target_url": URL,
            "subscriptions": [
                {
                    "event_type": "record.created",
                    "filter": {"$or": [{"field": field, "operator": "equals", "value": value}]},
                }
            ],
        }
        answer = api.refused("POST", "webhooks", {"data": body}, status=400, code="validation_type")
        assert answer["message"] == f"Related {noun} not found"


def test_a_filter_may_be_left_out(api):
    """The schema asks for it, practice does not."""
    made = api.post("webhooks", {"target_url": URL, "subscriptions": [{"event_type": "record.created"}]})
    assert made["subscriptions"] == [{"event_type": "record.created", "filter": None}]


def test_the_same_subscription_twice_is_a_conflict(api):
    """Address, event and filter are unique together, in one webhook too; a change is checked again."""
    people = api.get("objects/people")["id"]["object_id"]
    only_people = {"$and": [{"field": "id.object_id", "operator": "equals", "value": people}]}
    subscribe(api, "record.created", "record.deleted")
    other = subscribe(api, "record.created", filter=only_people)
    elsewhere = subscribe(api, "record.created", url="https://example.com/elsewhere")

    def refused(method, path, **data):
        api.refused(method, path, {"data": data}, status=409, code="uniqueness_conflict")

    twice = [{"event_type": "note.created", "filter": None}] * 2
    refused(
        "POST", "webhooks", target_url=URL, subscriptions=[{"event_type": "record.deleted", "filter": None}]
    )
    refused("POST", "webhooks", target_url=URL, subscriptions=twice)
    refused("PATCH", f"webhooks/{wid(elsewhere)}", target_url=URL)
    refused(
        "PATCH", f"webhooks/{wid(other)}", subscriptions=[{"event_type": "record.created", "filter": None}]
    )
    assert api.patch(f"webhooks/{wid(other)}", {"target_url": URL})["target_url"] == URL


def test_webhooks_are_changed_deleted_and_paged(api):
    """Empty changes are refused, unknown ids not found, ten on a page unless asked."""
    made = [subscribe(api, url=f"https://example.com/{n}") for n in range(12)]
    path = f"webhooks/{wid(made[0])}"
    api.refused("PATCH", path, {"data": {}}, status=400, code="validation_type")
    assert api.patch(path, {"subscriptions": [{"event_type": "list.created"}]})["target_url"].endswith("/0")
    assert len(api.get("webhooks")) == 10 and len(api.get("webhooks?limit=100&offset=5")) == 7
    api.refused("GET", "webhooks?limit=101", status=400, code="validation_type")
    assert api.delete(path) == {}
    for method in ("GET", "PATCH", "DELETE"):
        api.refused(method, path, {"data": {"target_url": URL}}, status=404, code="not_found")


def test_the_event_types_are_those_of_the_spec():
    """Held together with openapi/webhooks.yaml and the spec's own enum."""
    described = yaml.safe_load((ROOT / "openapi" / "webhooks.yaml").read_text("utf-8"))["events"]
    assert set(EVENT_TYPES) == set(described) and len(EVENT_TYPES) == len(described) == 34


# What is delivered


def test_a_delivery_is_signed_and_keyed(api, inbox):
    """Both signature headers over the raw body, under the secret's own characters; one event of ids only."""
    secret = subscribe(api, "record.created")["secret"]
    record = api.create("companies", name="Acme")
    (delivery,) = inbox
    expected = hmac.new(secret.encode(), delivery.body, hashlib.sha256).hexdigest()
    assert delivery.headers["Attio-Signature"] == delivery.headers["X-Attio-Signature"] == expected
    assert delivery.headers["Content-Type"] == "application/json"
    assert delivery.headers["User-Agent"].startswith("Attio 2.0 (")
    assert len(delivery.headers["Idempotency-Key"]) == 36
    body = json.loads(delivery.body)
    assert set(body) == {"webhook_id", "events"} and len(body["events"]) == 1
    assert body["events"][0]["id"] == {
        "workspace_id": api.workspace.state.id,
        "object_id": record["id"]["object_id"],
        "record_id": own(record),
    }
    assert body["events"][0]["actor"]["type"] == "api-token"
    assert delivery.state == "delivered" and delivery.json() == body


def test_every_change_is_told_with_the_members_of_the_description(demo):
    """What openapi/webhooks.yaml says of each event is what is sent; all 34 types occur."""
    described = yaml.safe_load((ROOT / "openapi" / "webhooks.yaml").read_text("utf-8"))["events"]
    got = []
    demo.workspace.webhooks.add(URL, to=got.append)
    _change_everything(demo)
    for delivery in got:
        (event,) = delivery.json()["events"]
        wanted = described[event["event_type"]]
        assert set(event["id"]) == {"workspace_id", *wanted["id"]}, event
        assert set(event) == {"event_type", "id", "actor", *wanted["extra"]}, event
    assert set(EVENT_TYPES) - {each.event_type for each in got} == {"activity-attribute.updated"}


def _change_everything(api):
    app = api.workspace.app
    people = [own(each) for each in api.find("people", limit=2)]
    made = own(api.create("companies", name="New"))
    api.patch(f"objects/companies/records/{made}", {"values": {"name": "Newer"}})
    entry = own(
        api.post(
            "lists/sales_pipeline/entries",
            {"parent_record_id": made, "parent_object": "companies", "entry_values": {}},
        )
    )
    api.patch(f"lists/sales_pipeline/entries/{entry}", {"entry_values": {"stage": "Trial"}})
    api.delete(f"lists/sales_pipeline/entries/{entry}")
    api.delete(f"objects/companies/records/{made}")
    api.post(
        "objects/people/records/merge", {"primary_record_id": people[0], "secondary_record_id": people[1]}
    )
    for home in ("objects/projects", "lists/hiring"):
        api.post(
            f"{home}/attributes",
            {
                "title": "X",
                "description": None,
                "api_slug": "x",
                "type": "text",
                "is_required": False,
                "is_unique": False,
                "is_multiselect": False,
                "config": {},
            },
        )
        api.patch(f"{home}/attributes/x", {"title": "Y"})
    api.post(
        "lists",
        {
            "name": "L",
            "api_slug": "l",
            "parent_object": "projects",
            "workspace_access": "full-access",
            "workspace_member_access": [],
        },
    )
    api.patch("lists/l", {"name": "M"})
    company = own(api.find("companies", limit=1)[0])
    note = api.post(
        "notes",
        {
            "parent_object": "companies",
            "parent_record_id": company,
            "title": "",
            "format": "plaintext",
            "content": "",
        },
    )["id"]["note_id"]
    api.patch(f"notes/{note}", {"title": "T", "format": "plaintext", "content": "C"})
    api.delete(f"notes/{note}")
    task = api.post(
        "tasks",
        {
            "content": "",
            "format": "plaintext",
            "deadline_at": None,
            "is_completed": False,
            "linked_records": [],
            "assignees": [],
        },
    )["id"]["task_id"]
    api.patch(f"tasks/{task}", {"is_completed": True})
    api.delete(f"tasks/{task}")
    member = api.workspace.add_member("New", "Colleague", "new@harbourlight.example")
    comment = api.post(
        "comments",
        {
            "format": "plaintext",
            "content": "x",
            "author": {"type": "workspace-member", "id": member.id},
            "record": {"object": "companies", "record_id": company},
        },
    )["thread_id"]
    app.resolve(comment)
    app.resolve(comment, resolved=False, by="new@harbourlight.example")
    api.delete(f"comments/{comment}")
    meeting = api.get("meetings")[0]["id"]["meeting_id"]
    api.post(f"meetings/{meeting}/call_recordings", {"transcript": []})
    api.post(
        "activities", {"api_slug": "a", "singular_noun": "A", "plural_noun": "As", "extends": "activities"}
    )
    api.patch("activities/a", {"plural_noun": "Aa"})
    app.add_activity_attribute("a", "size", "number")
    event = api.post("activities/a/records", {"values": {}})["id"]["record_id"]
    api.delete(f"activities/a/records/{event}")
    api.delete("activities/a")
    api.delete("objects/projects")


def test_one_event_for_each_attribute(api, inbox):
    """record.updated comes once per changed attribute; nothing changed, nothing told."""
    record = api.create("companies", name="Acme")
    subscribe(api, "record.updated")
    path = f"objects/companies/records/{own(record)}"
    api.patch(path, {"values": {"name": "Acme", "description": "New", "categories": ["E-commerce"]}})
    slugs = {each["id"]["attribute_id"]: each["api_slug"] for each in api.get("objects/companies/attributes")}
    told = [slugs[each.event["id"]["attribute_id"]] for each in inbox]
    assert sorted(told) == ["categories", "description"]


def test_a_refused_request_tells_nothing(api, inbox):
    """Events go out after success only."""
    subscribe(api, *EVENT_TYPES)
    api.create("people", email_addresses=["a@b.example"])
    inbox.clear()
    body = {"data": {"values": {"email_addresses": ["a@b.example"]}}}
    api.refused("POST", "objects/people/records", body, status=400, code="uniqueness_conflict")
    assert inbox == []


def test_enrichment_is_not_told(api, inbox):
    """What Attio fills in by itself has no event; it is the system's value."""
    subscribe(api, *EVENT_TYPES)
    record = own(api.create("companies", name="Acme"))
    inbox.clear()
    api.workspace.app.enrich("companies", record, {"logo_url": "https://x.example/logo.png"})
    assert inbox == []
    value = api.get(f"objects/companies/records/{record}")["values"]["logo_url"][0]
    assert value["created_by_actor"] == {"type": "system", "id": None}


# Filters


EVENT = {
    "event_type": "record.updated",
    "id": {"object_id": "o", "record_id": "r", "attribute_id": "a"},
    "actor": {"type": "api-token", "id": None},
    "parent_object_id": "p",
}
FIELDS = st.sampled_from(
    ["id.object_id", "id.record_id", "actor.type", "parent_object_id", "id.list_id", "id", "x.y"]
)
CONDITION = st.fixed_dictionaries(
    {
        "field": FIELDS,
        "operator": st.sampled_from(["equals", "not_equals"]),
        "value": st.sampled_from(["o", "r", "p", "api-token", "z"]),
    }
)


@given(st.lists(CONDITION, max_size=4), st.booleans())
@settings(max_examples=200, deadline=None)
def test_filters_mean_what_their_words_say(conditions, every):
    """$and wants all, $or any; a field that is not there equals nothing."""
    flat = {
        "id.object_id": "o",
        "id.record_id": "r",
        "id.attribute_id": "a",
        "actor.type": "api-token",
        "parent_object_id": "p",
    }

    def holds(condition):
        same = flat.get(condition["field"]) == condition["value"]
        return same if condition["operator"] == "equals" else not same

    results = [holds(each) for each in conditions]
    expected = all(results) if every else any(results)
    subscription = Subscription("record.updated", {"$and" if every else "$or": conditions})
    assert subscription.wants(EVENT) is expected
    assert not Subscription("record.created", {"$and": conditions}).wants(EVENT)


def test_a_filter_picks_the_events_of_one_object(api, inbox):
    """Ids are compared as they stand."""
    people = api.get("objects/people")["id"]["object_id"]
    subscribe(
        api,
        "record.created",
        filter={"$and": [{"field": "id.object_id", "operator": "equals", "value": people}]},
    )
    api.create("companies", name="Acme")
    api.create("people", name="X")
    assert [each.event["id"]["object_id"] for each in inbox] == [people]


# Retries


def test_a_failing_receiver_is_tried_ten_times_over_three_days(api):
    """Pauses grow; every try carries the same key and the same bytes; then the webhook is degraded."""
    made = subscribe(api, "record.created")
    seen = []
    api.workspace.webhooks.route(lambda delivery: seen.append((delivery.id, delivery.body)) or 500)
    api.create("companies", name="Acme")
    assert len(seen) == 1
    (delivery,) = api.workspace.webhooks.pending
    assert api.workspace.webhooks.settle() == MAX_TRIES - 1
    assert len(seen) == MAX_TRIES and len(set(seen)) == 1
    times = [each.at_us for each in delivery.attempts]
    pauses = [later - earlier for earlier, later in zip(times, times[1:], strict=False)]
    assert pauses == sorted(pauses) and pauses[0] < 30_000_000
    assert abs((times[-1] - times[0]) / 1e6 - 3 * DAY_S) < 1
    assert delivery.state == "failed" and api.workspace.webhooks.pending == []
    assert api.get(f"webhooks/{wid(made)}")["status"] == "degraded"


def test_degraded_for_a_week_is_inactive(api):
    """And then nothing is sent any more; a success before that ends the state."""
    made = subscribe(api, "record.created")
    answers = [500] * MAX_TRIES
    api.workspace.webhooks.route(lambda _: answers.pop() if answers else 200)
    api.create("companies", name="A")
    api.workspace.webhooks.settle()
    api.create("companies", name="B")
    assert api.get(f"webhooks/{wid(made)}")["status"] == "active"
    answers += [500] * MAX_TRIES
    api.create("companies", name="C")
    api.workspace.webhooks.settle()
    api.workspace.webhooks.advance(7 * DAY_S - 60)
    assert api.get(f"webhooks/{wid(made)}")["status"] == "degraded"
    api.workspace.webhooks.advance(61)
    assert api.get(f"webhooks/{wid(made)}")["status"] == "inactive"
    before = len(api.workspace.webhooks.deliveries)
    api.create("companies", name="D")
    assert len(api.workspace.webhooks.deliveries) == before


def test_advance_sends_what_comes_due_at_its_time(api):
    """Not before, not later than the clock says."""
    subscribe(api, "record.created")
    api.workspace.webhooks.route(lambda _: 503)
    api.create("companies", name="Acme")
    hooks = api.workspace.webhooks
    assert hooks.advance(10) == 0
    due_s = (hooks.pending[0].due_us - hooks.now_us()) / 1e6
    assert hooks.advance(due_s - 0.001) == 0
    assert hooks.advance(0.002) == 1
    assert hooks.run_due() == 0
    with pytest.raises(ArgumentError, match="seconds"):
        hooks.advance(-1)


@pytest.mark.parametrize("outcome", [ValueError("broken"), 404, 302, "yes", True])
def test_anything_but_a_2xx_is_a_failure(api, outcome):
    """An exception, another status, or an answer that is none."""

    def handler(_):
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    subscribe(api, "record.created")
    api.workspace.webhooks.route(handler)
    api.create("companies", name="Acme")
    (attempt,) = api.workspace.webhooks.pending[0].attempts
    assert not attempt.succeeded
    assert (attempt.status is None) == (attempt.problem is not None)


@pytest.mark.parametrize("status", [None, 200, 204, 299])
def test_any_2xx_is_a_success(api, status):
    """None counts as 200."""
    subscribe(api, "record.created")
    api.workspace.webhooks.route(lambda _: status)
    api.create("companies", name="Acme")
    assert api.workspace.webhooks.deliveries[-1].state == "delivered"


def test_a_deleted_webhook_gets_nothing_more(api):
    """What was on its way is dropped; other webhooks go on."""
    made = subscribe(api, "record.created")
    api.workspace.webhooks.route(lambda _: 500)
    api.create("companies", name="Acme")
    api.delete(f"webhooks/{wid(made)}")
    api.workspace.webhooks.settle()
    assert api.workspace.webhooks.deliveries[-1].state == "dropped"


def test_nothing_leaves_this_machine(api):
    """An address of somebody else, without a route, is never called."""
    subscribe(api, "record.created")
    api.create("companies", name="Acme")
    delivery = api.workspace.webhooks.deliveries[-1]
    assert (delivery.state, delivery.attempts) == ("unrouted", [])
    assert "unrouted" in repr(delivery)
    with pytest.raises(ArgumentError, match="no http"):
        api.workspace.webhooks.route("https://example.com/elsewhere")
    with pytest.raises(ArgumentError, match="no http"):
        api.workspace.webhooks.route("http://[::1")
    with pytest.raises(ArgumentTypeError, match="to"):
        api.workspace.webhooks.route(7)

    async def handler(_):
        pass

    with pytest.raises(ArgumentTypeError, match="asynchronous"):
        api.workspace.webhooks.route(handler)


def test_a_receiver_of_this_library_takes_deliveries(api):
    """What it returns is a status; a wrong secret is a failure, tried again."""
    made = subscribe(api, "record.created")
    seen = []
    receiver = webhooks.WebhookReceiver(made["secret"])
    receiver.on("record.created")(lambda event: seen.append(event.record_id))
    api.workspace.webhooks.route(lambda delivery: receiver.handle(delivery.body, delivery.headers))
    record = own(api.create("companies", name="Acme"))
    assert seen == [record] and api.workspace.webhooks.deliveries[-1].state == "delivered"
    stranger = webhooks.WebhookReceiver("0" * 64)
    api.workspace.webhooks.route(lambda delivery: stranger.handle(delivery.body, delivery.headers))
    api.create("companies", name="Acme")
    assert api.workspace.webhooks.deliveries[-1].state == "pending" and seen == [record]


def test_a_handler_that_writes_meets_its_own_events_in_turn(api):
    """A write of a handler is delivered after the handler has returned, not inside it."""
    order = []
    client = Attio(transport=api.workspace.transport())

    def handler(delivery):
        order.append(("begin", delivery.event_type))
        if delivery.event_type == "record.created":
            client.records.update("companies", delivery.event["id"]["record_id"], {"description": "Seen"})
        order.append(("end", delivery.event_type))

    subscribe(api, "record.created", "record.updated")
    api.workspace.webhooks.route(handler)
    api.create("companies", name="Acme")
    assert order == [
        ("begin", "record.created"),
        ("end", "record.created"),
        ("begin", "record.updated"),
        ("end", "record.updated"),
    ]


def test_an_endless_echo_is_told_from_a_long_queue(api, monkeypatch):
    """A handler that answers each event with the next one stops at a bound, and settling says why."""
    monkeypatch.setattr("attio.testing.deliveries._MOST_AT_ONCE", 20)
    monkeypatch.setattr("attio.testing.deliveries._MOST_TO_SETTLE", 100)
    subscribe(api, "record.created")
    api.workspace.webhooks.route(lambda _: api.create("companies", name="Again") and None)
    api.create("companies", name="Acme")
    assert len(api.workspace.webhooks.pending) == 1
    with pytest.raises(RuntimeError, match="next one"):
        api.workspace.webhooks.settle()


def test_25_a_second_and_address_when_limits_are_enforced(api, inbox):
    """The rest waits for room; addresses do not share it."""
    subscribe(api, "record.created")
    subscribe(api, "record.created", url="https://example.com/second")
    api.workspace.limits.enforce(writes_per_s=1000, reads_per_s=1000)
    for number in range(30):
        api.workspace.request(
            "POST", "/v2/objects/companies/records", {"data": {"values": {"name": f"{number}"}}}
        )
    assert len(inbox) == 50 and len(api.workspace.webhooks.pending) == 10
    api.workspace.webhooks.advance(1)
    assert len(inbox) == 60


def test_deliveries_can_arrive_twice(api, inbox):
    """At least once: a copy has the same key."""
    subscribe(api, "record.created")
    api.workspace.faults.add("duplicate_delivery", operation="create_record", copies=3, times=1)
    api.workspace.request("POST", "/v2/objects/companies/records", {"data": {"values": {}}})
    assert len(inbox) == 3 and len({each.id for each in inbox}) == 1
    api.workspace.request("POST", "/v2/objects/companies/records", {"data": {"values": {}}})
    assert len(inbox) == 4


def test_webhooks_are_added_by_hand_too(api):
    """Without a request, with an http address if need be; what is wrong is said."""
    hooks = api.workspace.webhooks
    got = []
    made = hooks.add("http://127.0.0.1:1/x", ["note.created", "record.created"], to=got.append)
    assert len(made.secret) == 64
    api.create("companies", name="Acme")
    assert [each.event_type for each in hooks.of("record.created")] == ["record.created"] and len(got) == 1
    with pytest.raises(ArgumentError, match=r"event type.*did you mean"):
        hooks.add(URL, "record.create")
    with pytest.raises(ArgumentError, match="already has"):
        hooks.add("http://127.0.0.1:1/x", "note.created")
    assert "1, 0 deliveries pending" in repr(hooks)


def test_writers_in_several_threads_lose_and_double_nothing():
    """Each event is delivered once, whoever wrote it and whoever sends it."""
    workspace = LocalWorkspace()
    got = []
    workspace.webhooks.add(
        URL, "record.created", to=lambda delivery: got.append(delivery.event["id"]["record_id"])
    )

    def write():
        for _ in range(25):
            workspace.request("POST", "/v2/objects/companies/records", {"data": {"values": {}}})

    writers = [threading.Thread(target=write) for _ in range(8)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    workspace.webhooks.settle()
    assert len(got) == len(set(got)) == 200
    assert set(got) == set(workspace.state.find_object("companies").rows)


# By post


@contextmanager
def receiver(answers, certificate=None):
    """A server on this machine that answers with these statuses and keeps what it got."""
    got = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append((dict(self.headers), body, threading.current_thread().name))
            self.send_response(answers.pop(0) if answers else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        scheme = "http" if certificate is None else "https"
        yield f"{scheme}://127.0.0.1:{server.server_port}/hook", got
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_an_address_on_this_machine_is_posted_to(api):
    """With the headers of Attio, from a thread of the workspace; failures are tried again."""
    with receiver([500]) as (url, got):
        hook = api.workspace.webhooks.add(url, "record.created")
        api.create("companies", name="Acme")
        assert api.workspace.webhooks.run_due() == 0
        assert [each.status for each in api.workspace.webhooks.deliveries[-1].attempts] == [500]
        assert api.workspace.webhooks.settle() == 1
        api.workspace.close()
    assert len(got) == 2 and got[0][1] == got[1][1]
    assert got[0][0]["Idempotency-Key"] == got[1][0]["Idempotency-Key"]
    assert (
        got[0][0]["Attio-Signature"] == hmac.new(hook.secret.encode(), got[0][1], hashlib.sha256).hexdigest()
    )


def test_a_route_may_lead_to_this_machine(api):
    """The address that Attio knows stays; deliveries go where the route says."""
    with receiver([]) as (url, got):
        subscribe(api, "record.created")
        api.workspace.webhooks.route(url, url=URL)
        api.create("companies", name="Acme")
        api.workspace.webhooks.run_due()
        api.workspace.close()
    assert len(got) == 1 and api.workspace.webhooks.deliveries[-1].url == URL


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate that this machine has signed itself."""
    pytest.importorskip("cryptography")
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    signed = x509.CertificateBuilder(
        name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1)
    ).sign(key, hashes.SHA256())
    path = tmp_path_factory.mktemp("certificate") / "own.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


def test_https_on_this_machine_needs_no_route_and_no_authority(api, certificate):
    """The one kind of address here that Attio itself would take; its certificate may be home-made."""
    with receiver([], certificate) as (url, got):
        subscribe(api, "record.created", url=url)
        api.create("companies", name="Acme")
        api.workspace.webhooks.run_due()
        api.workspace.close()
    assert len(got) == 1 and api.workspace.webhooks.deliveries[-1].state == "delivered"


def test_nobody_there_is_a_failure(api):
    """A refused connection is one more try."""
    with receiver([]) as (url, _):
        pass
    api.workspace.webhooks.add(url, "record.created")
    api.create("companies", name="Acme")
    api.workspace.webhooks.run_due()
    (attempt,) = api.workspace.webhooks.pending[0].attempts
    assert attempt.status is None and "ConnectError" in attempt.problem
    api.workspace.close()


def test_by_the_machines_clock_posts_are_repeated_by_themselves(monkeypatch):
    """The thread wakes when a delivery is due."""
    monkeypatch.setattr("attio.testing.deliveries._PAUSES_US", [20_000] * 9)
    workspace = LocalWorkspace(clock=SystemClock())
    with receiver([500, 500]) as (url, got):
        workspace.webhooks.add(url, "record.created")
        workspace.request("POST", "/v2/objects/companies/records", {"data": {"values": {}}})
        done = threading.Event()
        for _ in range(400):
            if workspace.webhooks.deliveries[-1].state == "delivered":
                break
            done.wait(0.01)
        workspace.close()
    assert workspace.webhooks.deliveries[-1].state == "delivered" and len(got) == 3


def test_time_can_be_skipped_under_the_machines_clock_too():
    """advance adds to it, for deliveries only."""
    workspace = LocalWorkspace(clock=SystemClock())
    workspace.webhooks.add(URL, "record.created", to=lambda _: 500)
    workspace.request("POST", "/v2/objects/companies/records", {"data": {"values": {}}})
    assert workspace.webhooks.settle() == MAX_TRIES - 1
    assert workspace.webhooks.now_us() - SystemClock().now_us() > 2 * DAY_S * 1_000_000


def test_a_job_that_comes_as_the_thread_leaves_is_done(api):
    """A thread that finds a job at the door stays; closing twice, or with no thread, does nothing."""
    from attio.testing.delivery_sender import Sender

    sender = Sender(api.workspace.webhooks)
    sender.close()
    sender._jobs.put(None)
    assert sender._leave() is False
    sender._jobs.get()
    assert sender._leave() is True


def test_a_thread_without_work_ends(api, monkeypatch):
    """A workspace that is let go of leaves no thread behind; the next delivery starts a new one."""
    monkeypatch.setattr("attio.testing.delivery_sender._IDLE_S", 0.01)
    with receiver([]) as (url, got):
        api.workspace.webhooks.add(url, "record.created")
        for _ in range(2):
            api.create("companies", name="Acme")
            api.workspace.webhooks.run_due()
            thread = api.workspace.webhooks._sender._thread
            if thread is not None:
                thread.join(5)
        assert api.workspace.webhooks._sender._thread is None
    assert len(got) == 2
