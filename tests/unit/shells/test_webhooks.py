"""`client.webhooks`: what goes out, what comes back, what is refused."""

from __future__ import annotations

import copy
import pickle
from uuid import UUID

import pytest

from attio._async.models.webhooks import AsyncWebhook
from attio.core.errors import ArgumentError, ConflictError, UniquenessConflictError
from attio.core.redact import Secret
from attio.records.structure import ObjectData
from attio.records.subscriptions import SubscriptionData
from tests.unit.shells.attio_double import Double, every, own_id

URL = "https://example.com/hook"
OBJECT = "0b1c77ca-9b81-47ba-8d2e-490c74901031"
LIST = "30bfd20d-ced7-4474-9776-70466ed9d117"
ROW = {
    "id": own_id(webhook_id="61da62a7-f6c5-4182-8392-59ecb1e0f47a"),
    "target_url": URL,
    "status": "active",
    "subscriptions": [{"event_type": "record.created", "filter": None}],
    "created_at": "2026-05-16T01:34:05.738000000Z",
}
MADE = {"data": {**ROW, "secret": "c" * 64}}
PEOPLE = {"data": {"id": own_id(object_id=OBJECT), "api_slug": "people"}}
SALES = {"data": {"id": own_id(list_id=LIST), "api_slug": "sales"}}


def is_object(value: str = OBJECT, field: str = "id.object_id") -> dict[str, object]:
    return {"$and": [{"field": field, "operator": "equals", "value": value}]}


def create(double: Double, **given):
    return double.run(lambda client: client.webhooks.create(target_url=URL, **given))


def test_list_and_iterate():
    """Webhooks come page by page, by limit and offset."""
    double = Double({"data": [ROW]})
    page = double.run(lambda client: client.webhooks.list(limit=10, offset=20))
    assert double.only == ("GET", "/v2/webhooks", {"limit": "10", "offset": "20"}, None)
    assert isinstance(page[0], AsyncWebhook) and page[0].secret is None and not page.has_more
    assert len(double.run(lambda client: every(client.webhooks.iterate()))) == 1


def test_limit_is_bounded():
    """Attio gives 100 at most."""
    with pytest.raises(ArgumentError, match="limit"):
        Double().run(lambda client: client.webhooks.list(limit=101))


def test_get_and_delete():
    """A webhook is fetched and deleted by id."""
    double = Double({"data": ROW}, {})

    async def call(client):
        found = await client.webhooks.get(UUID("61da62a7-f6c5-4182-8392-59ecb1e0f47a"))
        return await client.webhooks.delete(found)

    assert double.run(call) is None
    path = "/v2/webhooks/61da62a7-f6c5-4182-8392-59ecb1e0f47a"
    assert double.asked == [("GET", path, {}, None), ("DELETE", path, {}, None)]


def test_create_with_event_types():
    """Event types become subscriptions to every event of them, once each; unknown ones go out as they are."""
    double = Double(MADE)
    made = create(double, events=["record.created", "record.created", "moon.landed"])
    assert double.only == (
        "POST",
        "/v2/webhooks",
        {},
        {
            "data": {
                "target_url": URL,
                "subscriptions": [
                    {"event_type": "record.created", "filter": None},
                    {"event_type": "moon.landed", "filter": None},
                ],
            }
        },
    )
    assert isinstance(made.secret, Secret) and made.secret.reveal() == "c" * 64


def test_a_lone_event_type():
    """One event type need not be a list."""
    double = Double(MADE)
    create(double, events="note.created")
    assert double.only.body["data"]["subscriptions"] == [{"event_type": "note.created", "filter": None}]


def test_a_slug_costs_one_request():
    """A slug in the filter becomes the id that deliveries hold, with one request before."""
    double = Double(PEOPLE, MADE)
    create(double, events=["record.created", "note.created"], filter={"object": "people"})
    assert [(asked.method, asked.path) for asked in double.asked] == [
        ("GET", "/v2/objects/people"),
        ("POST", "/v2/webhooks"),
    ]
    assert double.asked[1].body["data"]["subscriptions"] == [
        {"event_type": "record.created", "filter": is_object()},
        {"event_type": "note.created", "filter": is_object(field="parent_object_id")},
    ]


def test_a_list_in_the_filter():
    """A list is looked up likewise; object and list together must both match."""
    double = Double(SALES, PEOPLE, MADE)
    create(double, events=["list-entry.created"], filter={"list": "sales", "object": "people"})
    assert [asked.path for asked in double.asked] == ["/v2/lists/sales", "/v2/objects/people", "/v2/webhooks"]
    (subscription,) = double.asked[2].body["data"]["subscriptions"]
    assert subscription["filter"] == {
        "$and": [
            {"field": "id.list_id", "operator": "equals", "value": LIST},
            {"field": "parent_object_id", "operator": "equals", "value": OBJECT},
        ]
    }


@pytest.mark.parametrize(
    "known", [OBJECT, UUID(OBJECT), ObjectData(PEOPLE["data"]), ObjectData(PEOPLE["data"]).id]
)
def test_an_id_costs_nothing(known):
    """An id, a UUID and a model need no look-up."""
    double = Double(MADE)
    create(double, events="record.updated", filter={"object": known})
    assert double.only.body["data"]["subscriptions"][0]["filter"] == is_object()


def test_the_look_up_takes_the_options_of_the_call():
    """What was added to the request itself stays with it; the rest holds for the look-up too."""
    double = Double(PEOPLE, MADE)
    options = {"extra_body": {"x": 1}, "extra_query": {"q": "1"}, "max_retries": 0}
    create(double, events="record.created", filter={"object": "people"}, options=options)
    look_up, post = double.asked
    assert (look_up.query, look_up.body) == ({}, None)
    assert post.query == {"q": "1"} and post.body["x"] == 1


def test_attios_own_filter():
    """A filter in Attio's own shape goes out untouched, for every event type."""
    double = Double(MADE)
    own = {"$or": [{"field": "actor.type", "operator": "not_equals", "value": "system"}]}
    create(double, events=["record.created", "task.created"], filter=own)
    assert [row["filter"] for row in double.only.body["data"]["subscriptions"]] == [own, own]


def test_subscriptions_in_attios_shape():
    """Subscriptions go out as they are, models too; a missing filter becomes null."""
    double = Double(MADE)
    model = SubscriptionData({"event_type": "task.created", "filter": None})
    create(double, subscriptions=[{"event_type": "record.created"}, model])
    assert double.only.body["data"]["subscriptions"] == [
        {"event_type": "record.created", "filter": None},
        {"event_type": "task.created", "filter": None},
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "events: a webhook listens to at least one event type"),
        ({"events": []}, "events: is empty"),
        ({"events": 5}, "events: must be a list"),
        ({"events": ["record.created", ""]}, "events: is empty"),
        ({"events": ["record.created", None]}, "events: must be a str"),
        ({"events": "record.created", "subscriptions": []}, "events: cannot be given with subscriptions"),
        ({"filter": {"object": "people"}, "subscriptions": []}, "filter: cannot be given with subscriptions"),
        ({"subscriptions": []}, "subscriptions: is empty"),
        ({"subscriptions": ["record.created"]}, "subscriptions: must be a mapping"),
        ({"subscriptions": [{"filter": None}]}, "subscriptions: one has no event_type"),
        ({"subscriptions": {"event_type": "record.created"}}, "subscriptions: must be a list"),
        ({"events": "record.created", "filter": {}}, "filter: is empty"),
        ({"events": "record.created", "filter": "people"}, "filter: must be a mapping"),
        ({"events": "record.created", "filter": {"objects": "people"}}, "filter: .*'object'"),
        ({"events": "record.created", "filter": {"$and": [], "object": "people"}}, "filter: "),
        (
            {"events": ["record.created", "task.created"], "filter": {"object": "people"}},
            "'task.created' do not say which object",
        ),
        ({"events": "record.created", "filter": {"list": "sales"}}, "'record.created' do not say which list"),
        ({"events": "moon.landed", "filter": {"object": "people"}}, "'moon.landed' do not say which object"),
        ({"events": "record.created", "filter": {"object": "a/b"}}, "object: holds '/'"),
    ],
)
def test_create_refuses(given, message):
    """Subscriptions that mean nothing are refused before anything is sent."""
    double = Double()
    with pytest.raises(ArgumentError, match=message):
        create(double, **given)
    assert double.asked == []


@pytest.mark.parametrize(
    "url", ["http://example.com", "example.com", "https://", "", "ftp://x", "https://[bad", None]
)
def test_only_https(url):
    """Attio delivers to https only."""
    double = Double()
    with pytest.raises(ArgumentError, match="target_url: "):
        double.run(lambda client: client.webhooks.create(target_url=url, events="record.created"))
    with pytest.raises(ArgumentError, match="target_url: "):
        double.run(lambda client: client.webhooks.update("w-1", target_url=url))
    assert double.asked == []


def test_the_same_webhook_twice():
    """A second webhook of the same URL and subscription is a conflict."""
    refused = {
        "status_code": 409,
        "type": "invalid_request_error",
        "code": "uniqueness_conflict",
        "message": "no",
    }
    with pytest.raises(UniquenessConflictError) as caught:
        create(Double((409, refused)), events="record.created")
    assert isinstance(caught.value, ConflictError)


def test_update():
    """An update changes the URL alone, or replaces the subscriptions."""
    double = Double({"data": ROW}, PEOPLE, {"data": ROW})
    double.run(lambda client: client.webhooks.update("w-1", target_url="https://example.org/"))
    double.run(
        lambda client: client.webhooks.update("w-1", events="record.deleted", filter={"object": "people"})
    )
    first, look_up, second = double.asked
    assert first == ("PATCH", "/v2/webhooks/w-1", {}, {"data": {"target_url": "https://example.org/"}})
    assert look_up.path == "/v2/objects/people"
    assert second.body == {
        "data": {"subscriptions": [{"event_type": "record.deleted", "filter": is_object()}]}
    }


def test_update_refuses():
    """Nothing to change, a filter without events, and an id with a dot are refused."""
    with pytest.raises(ArgumentError, match="there is nothing to change"):
        Double().run(lambda client: client.webhooks.update("w-1"))
    with pytest.raises(ArgumentError, match="events: "):
        Double().run(lambda client: client.webhooks.update("w-1", filter={"object": "people"}))
    with pytest.raises(ArgumentError, match="webhook_id: "):
        Double().run(lambda client: client.webhooks.update("a.b", target_url=URL))


def test_the_secret_survives_an_update():
    """The model keeps the secret that only its create had, and shows it nowhere."""
    double = Double(MADE, {"data": {**ROW, "status": "degraded"}}, {"data": ROW})

    async def call(client):
        made = await AsyncWebhook.create(client=client, target_url=URL, events="record.created")
        await made.update(target_url=URL)
        assert made.status == "degraded" and made.secret.reveal() == "c" * 64
        await made.refresh()
        assert made.status == "active" and made.secret.reveal() == "c" * 64
        return made

    made = double.run(call)
    assert "ccc" not in repr(made) + str(made.secret)
    assert b"ccc" not in pickle.dumps(made) and pickle.loads(pickle.dumps(made)).secret is None
    assert copy.deepcopy(made).secret.reveal() == "c" * 64


def test_a_model_without_a_secret_gets_none():
    """A fetched webhook has no secret, before and after an update."""

    async def call(client):
        found = await client.webhooks.get("w-1")
        await found.update(target_url=URL)
        return found

    assert Double({"data": ROW}).run(call).secret is None
