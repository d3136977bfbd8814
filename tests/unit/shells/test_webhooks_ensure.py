"""`client.webhooks.ensure`: one webhook, as it should be, whose secret is known; against a local workspace."""

from __future__ import annotations

import asyncio
import threading

import httpx
import pytest

from attio import AsyncAttio, Attio
from attio.core.clock import Clock
from attio.core.errors import (
    ArgumentError,
    ArgumentTypeError,
    ConfigurationError,
    MaybeSentError,
    UniquenessConflictError,
)
from attio.core.redact import Secret
from attio.oauth.stores import FileTokenStore, MemoryTokenStore, generate_key
from attio.records.subscriptions import WebhookData
from attio.testing import LocalWorkspace
from attio.webhooks import WebhookReceiver
from attio.webhooks.ensuring import SecretShelf, fits, secret_of, the_one
from tests.unit.shells.attio_double import Double

URL = "https://example.com/hook"


class Swift(Clock):
    """A clock on which waiting takes no time; something may happen meanwhile."""

    def __init__(self) -> None:
        self.waits = []
        self.meanwhile = lambda: None

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.meanwhile()

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)


class World:
    """A workspace, a client of it, and what was asked of it."""

    def __init__(self, way: str) -> None:
        self.workspace = LocalWorkspace("demo")
        self.clock = Swift()
        self.is_sync = way == "sync"
        self.before = lambda request: None

    def transport(self, token=None):
        inner = self.workspace.transport()
        world = self

        class Transport(httpx.BaseTransport, httpx.AsyncBaseTransport):
            attio_clock = world.clock

            def handle_request(self, request):
                world.before(request)
                return inner.handle_request(request)

            async def handle_async_request(self, request):
                world.before(request)
                return await inner.handle_async_request(request)

        return Transport()

    def ensure(self, *arguments, **about):
        if self.is_sync:
            with Attio(api_key=self.workspace.token, transport=self.transport(), max_retries=0) as client:
                return client.webhooks.ensure(*arguments, **about)

        async def main():
            async with AsyncAttio(
                api_key=self.workspace.token, transport=self.transport(), max_retries=0
            ) as client:
                return await client.webhooks.ensure(*arguments, **about)

        return asyncio.run(main())

    @property
    def client(self):
        return Attio(api_key=self.workspace.token, transport=self.transport())

    @property
    def there(self):
        """The webhooks that exist, as (id, event types)."""
        return [
            (str(webhook.id), [one.event_type for one in webhook.subscriptions])
            for webhook in self.client.webhooks.iterate()
        ]

    def asked(self):
        """The operations since the last look."""
        found = [call.operation for call in self.workspace.calls]
        self.workspace.calls.clear()
        return found


@pytest.fixture(params=["sync", "async"])
def world(request):
    return World(request.param)


def stores(tmp_path):
    return {
        "dict": {},
        "tokens in memory": MemoryTokenStore(),
        "encrypted file": FileTokenStore(tmp_path / "secrets.db", generate_key()),
    }


@pytest.mark.parametrize("kind", ["dict", "tokens in memory", "encrypted file"])
def test_created_once_and_its_secret_kept(world, tmp_path, kind):
    """The first run creates the webhook and keeps its secret; the next ones change nothing and know it."""
    store = stores(tmp_path)[kind]
    made = world.ensure(URL, ["record.created", "note.created"], store=store)
    assert world.asked() == ["list_webhooks", "create_webhook"]
    secret = made.secret.reveal()
    assert len(secret) == 64 and secret_of(store.get(str(made.id))).reveal() == secret
    again = world.ensure(URL, ["note.created", "record.created"], store=store)
    assert world.asked() == ["list_webhooks"]
    assert again == made and again.secret.reveal() == secret and world.clock.waits == []
    assert type(again).__name__ == ("Webhook" if world.is_sync else "AsyncWebhook")


def test_the_receiver_finds_the_secret_in_the_store(world, tmp_path):
    """What `ensure` keeps is what the receiver verifies with: the workspace's own deliveries are handled."""
    for store in stores(tmp_path).values():
        url = f"https://example.com/{id(store)}"
        world.ensure(url, "record.created", store=store)
        receiver = WebhookReceiver(store)
        seen, came = [], []
        receiver.on("record.created")(seen.append)
        world.workspace.webhooks.route(lambda delivery, came=came: came.append(delivery), url=url)
        world.client.people.create({"name": "Ada Lovelace"})
        (delivery,) = came
        assert receiver.handle(delivery.body, delivery.headers).outcome == "handled" and len(seen) == 1
        assert receiver.handle(delivery.body + b" ", delivery.headers).status == 401


def test_changed_to_match(world):
    """A webhook that listens to something else is changed, keeps its id and its secret, and no other is made."""
    store = {}
    made = world.ensure(URL, "record.created", store=store)
    world.asked()
    changed = world.ensure(URL, ["record.created", "task.created"], store=store)
    assert world.asked() == ["list_webhooks", "update_webhook"]
    assert changed == made and changed.secret == made.secret
    assert world.there == [(made.id, ["record.created", "task.created"])]
    world.asked()
    filtered = world.ensure(URL, "record.created", filter={"object": "people"}, store=store)
    assert world.asked() == ["get_object", "list_webhooks", "update_webhook"]
    assert filtered.subscriptions[0].filter["$and"][0]["field"] == "id.object_id"
    world.ensure(URL, "record.created", filter={"object": "people"}, store=store)
    assert world.asked() == ["get_object", "list_webhooks"]


def test_other_webhooks_are_left_alone(world):
    """Webhooks of other URLs do not count, however many there are."""
    for number in range(120):
        world.workspace.webhooks.add(f"https://example.com/{number}", "record.created")
    made = world.ensure(URL, "record.created", store={})
    assert world.asked() == ["list_webhooks", "list_webhooks", "create_webhook"]
    assert len(world.there) == 121 and world.there[-1][0] == made.id


def test_a_secret_that_nobody_has(world):
    """A webhook whose secret is not in the store is an error that says what to do, after a while of waiting."""
    made = world.ensure(URL, "record.created", store={})
    with pytest.raises(ConfigurationError, match=rf"webhook {made.id} of {URL} exists.*recreate=True"):
        world.ensure(URL, "record.created", store={})
    assert 2 < sum(world.clock.waits) < 5 and world.there == [(made.id, ["record.created"])]
    world.asked()
    store = {}
    anew = world.ensure(URL, "record.created", store=store, recreate=True)
    assert world.asked() == ["list_webhooks", "delete_webhook", "create_webhook"]
    assert anew != made and store == {anew.id: anew.secret.reveal()}
    assert world.there == [(anew.id, ["record.created"])]


def test_a_secret_that_another_process_is_about_to_store(world):
    """A webhook that another process has just created is waited for until its secret is in the store."""
    made = world.ensure(URL, "record.created", store={})
    store = {}

    def meanwhile():
        if len(world.clock.waits) == 3:
            store[str(made.id)] = made.secret.reveal()

    world.clock.meanwhile = meanwhile
    found = world.ensure(URL, "record.created", store=store, recreate=True)
    assert found == made and found.secret == made.secret and len(world.clock.waits) == 3


def test_another_process_is_faster(world):
    """Created by another process between the look and the creation: that one is taken."""
    store = {}
    other = World("sync")
    other.workspace, other.clock = world.workspace, world.clock

    def before(request):
        if request.method == "POST" and request.url.path == "/v2/webhooks" and not store:
            other.ensure(URL, "record.created", store=store)

    world.before = before
    found = world.ensure(URL, "record.created", store=store)
    assert list(store) == [found.id] and found.secret.reveal() == store[found.id]
    assert len(world.there) == 1


def test_another_process_is_always_faster(world):
    """What never comes to rest is an error in the end, the one that Attio gave."""
    number = [0]

    def before(request):
        number[0] += 1
        if request.method == "POST":
            world.workspace.webhooks.add(URL, "record.created")
        elif request.method == "GET":
            webhooks = world.workspace.webhooks._subscribers().by_id
            for webhook in list(webhooks):
                del webhooks[webhook]

    world.before = before
    with pytest.raises(UniquenessConflictError):
        world.ensure(URL, "record.created", store={})
    assert number[0] == 8


def test_deleted_meanwhile(world):
    """Deleted by somebody between the look and the change: it is created anew."""
    store = {}
    made = world.ensure(URL, "record.created", store=store)

    def before(request):
        if request.method == "PATCH":
            world.workspace.webhooks._subscribers().by_id.pop(str(made.id), None)

    world.before = before
    anew = world.ensure(URL, "task.created", store=store)
    assert anew != made and set(store) == {made.id, anew.id} and world.there == [(anew.id, ["task.created"])]


class Full(dict):
    """A store that keeps nothing."""

    def __setitem__(self, key, value):
        raise OSError("no space left")


def test_a_store_that_keeps_nothing(world):
    """A secret that cannot be stored leaves no webhook behind, and the error is the store's."""
    with pytest.raises(OSError, match="no space left") as caught:
        world.ensure(URL, "record.created", store=Full())
    assert world.there == [] and "was deleted again" in caught.value.__notes__[0]


def test_a_store_that_keeps_nothing_and_attio_away(world):
    """If it cannot be deleted either, the error says that it is there."""

    def before(request):
        if request.method == "DELETE":
            raise httpx.ConnectError("away")

    world.before = before
    with pytest.raises(OSError, match="no space left") as caught:
        world.ensure(URL, "record.created", store=Full())
    assert len(world.there) == 1 and "its secret is lost; deleting it failed" in caught.value.__notes__[0]


def test_an_answer_without_a_secret():
    """Should Attio ever not show the secret, the webhook is of no use, and is deleted again."""
    row = {"id": {"webhook_id": "w-1"}, "target_url": URL, "subscriptions": []}
    double = Double({"data": []}, {"data": row}, {})
    with pytest.raises(ConfigurationError, match="its secret is not in the store"):
        double.run(lambda client: client.webhooks.ensure(URL, "record.created", store={}))
    assert [asked.method for asked in double.asked] == ["GET", "POST", "DELETE"]


def test_an_unknown_outcome_is_raised(world):
    """A creation whose outcome is unknown is not repeated; the next run finds what there is."""

    def before(request):
        if request.method == "POST":
            raise httpx.ReadTimeout("late")

    world.before = before
    with pytest.raises(MaybeSentError):
        world.ensure(URL, "record.created", store={})


def test_many_at_once():
    """Several workers of a service that start together end with one webhook whose secret all of them know."""
    world = World("sync")
    store, found = {}, []
    gate = threading.Barrier(4)

    def start():
        gate.wait()
        found.append(world.ensure(URL, "record.created", store=store))

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 and len(world.there) == 1
    assert {webhook.secret.reveal() for webhook in found} == {store[world.there[0][0]]}


@pytest.mark.parametrize(
    ("arguments", "about", "message"),
    [
        (("http://example.com", "record.created"), {"store": {}}, "target_url: .*https"),
        ((URL,), {"store": {}}, "events: "),
        ((URL, []), {"store": {}}, "events: is empty"),
        ((URL, "record.created"), {"store": None}, "store: cannot be NoneType"),
        ((URL, "record.created"), {"store": "secrets.db"}, "store: cannot be str"),
        ((URL, "record.created"), {"store": ()}, "store: cannot be tuple"),
        ((URL, "record.created"), {"store": {}, "recreate": 1}, "recreate: must be True or False"),
        ((URL, "task.created"), {"store": {}, "filter": {"object": "people"}}, "filter: "),
    ],
)
def test_refused_before_anything_is_sent(world, arguments, about, message):
    """What makes no sense is refused before anything is sent."""
    with pytest.raises(ArgumentError, match=message):
        world.ensure(*arguments, **about)
    assert world.asked() == []


def test_a_store_that_gives_nonsense():
    """What a store gives back must be a secret; nothing and an empty text are no secret."""
    assert secret_of(None) is None and secret_of("") is None
    assert secret_of(Secret("x")) == Secret("x") == secret_of("x")
    with pytest.raises(ArgumentTypeError, match="gave back what is no secret"):
        secret_of(b"bytes that nobody may see")
    assert repr(SecretShelf({"w": "c" * 64})) == "<SecretShelf in a dict>"


def hook(number: int, *subscriptions, url: str = URL) -> WebhookData:
    return WebhookData(
        {"id": {"webhook_id": f"w-{number}"}, "target_url": url, "subscriptions": list(subscriptions)}
    )


def sub(event: str, filter=None):
    return {"event_type": event, "filter": filter}


def test_which_of_several():
    """Of several of one URL the one with a known secret is taken, then the one that fits, then the oldest."""
    wanted = [sub("record.created")]
    none, fitting, known = hook(1), hook(2, *wanted), hook(3)
    shelf = SecretShelf({"w-3": "s"})
    assert the_one([none, fitting, known], URL, wanted, shelf) is known
    assert the_one([none, fitting], URL, wanted, shelf) is fitting
    assert the_one([none, hook(4)], URL, wanted, shelf) is none
    assert the_one([hook(5, url=URL + "/")], URL, wanted, shelf) is None
    assert the_one([], URL, wanted, shelf) is None


A, B = ({"field": f"id.{name}_id", "operator": "equals", "value": name} for name in ("object", "list"))


@pytest.mark.parametrize(
    ("have", "wanted", "same"),
    [
        ([sub("a"), sub("b")], [sub("b"), sub("a")], True),
        ([sub("a")], [sub("a"), sub("a")], True),
        ([{"event_type": "a"}], [sub("a")], True),
        ([sub("a")], [sub("b")], False),
        ([sub("a")], [sub("a"), sub("b")], False),
        ([sub("a", {"$and": [A, B]})], [sub("a", {"$and": [B, dict(reversed(A.items()))]})], True),
        ([sub("a", {"$and": [A]})], [sub("a", {"$or": [A]})], True),
        ([sub("a", {"$and": [A, B]})], [sub("a", {"$or": [A, B]})], False),
        ([sub("a", {"$and": [A]})], [sub("a", {"$and": [B]})], False),
        ([sub("a", {"$and": []})], [sub("a")], True),
        ([sub("a", {"$or": []})], [sub("a")], False),
        ([sub("a", {"$new": 5})], [sub("a", {"$new": 5})], True),
        ([sub("a", {"$new": 5})], [sub("a")], False),
        ([None, "x"], [sub("a")], False),
        (None, [sub("a")], False),
    ],
)
def test_when_a_webhook_fits(have, wanted, same):
    """Order and spelling do not count; what lets other events through does."""
    assert fits(WebhookData({"subscriptions": have}), wanted) is same
