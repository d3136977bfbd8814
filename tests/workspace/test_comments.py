"""Comments and threads."""

from __future__ import annotations

import pytest

from attio.testing import USER_TOKEN
from tests.workspace.conftest import own

MISSING = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def world(demo):
    """The demo workspace with a person, an entry and two members by name."""
    demo.person = own(demo.find("people", limit=1)[0])
    demo.entry = own(demo.query("lists/hiring/entries/query")[0])
    demo.mira, demo.jonas, _ = (each.id for each in demo.workspace.state.members.by_id.values())
    return demo


def body(world, **changes):
    return {
        "format": "plaintext",
        "content": "Hello",
        "author": {"type": "workspace-member", "id": world.mira},
        **changes,
    }


def say(world, content="Hello", **place):
    place = place or {"record": {"object": "people", "record_id": world.person}}
    return world.post("comments", body(world, content=content, **place))


def test_a_new_comment_is_the_head_of_its_thread(world):
    """Recorded: thread_id and comment_id are one for the first comment."""
    comment = say(world)
    assert comment["thread_id"] == comment["id"]["comment_id"]
    assert comment["record"]["record_id"] == world.person and comment["entry"] is None
    assert comment["author"] == {"type": "workspace-member", "id": world.mira}
    assert (comment["resolved_at"], comment["resolved_by"]) == (None, None)
    assert list(comment) == [
        "id",
        "thread_id",
        "content_plaintext",
        "entry",
        "record",
        "resolved_at",
        "resolved_by",
        "created_at",
        "author",
    ]
    assert world.get(f"comments/{comment['id']['comment_id']}") == comment


def test_a_reply_stands_in_the_thread(world):
    """Comments of a thread come oldest first, the head first whatever its date."""
    head = say(world)
    late = say(world, "late", thread_id=head["thread_id"])
    early = world.post(
        "comments",
        body(world, content="early", thread_id=head["thread_id"], created_at="2025-01-01T00:00:00Z"),
    )
    thread = world.get(f"threads/{head['thread_id']}")
    assert [each["content_plaintext"] for each in thread["comments"]] == ["Hello", "early", "late"]
    assert late["id"] != early["id"] and thread["created_at"] == head["created_at"]


def test_an_entry_has_threads_of_its_own(world):
    """A comment on an entry names entry and parent record; the record's own threads do not show it."""
    comment = say(world, entry={"list": "hiring", "entry_id": world.entry})
    assert comment["entry"]["entry_id"] == world.entry
    parent = comment["record"]
    on_entry = world.get(f"threads?list=hiring&entry_id={world.entry}")
    assert [each["id"]["thread_id"] for each in on_entry] == [comment["thread_id"]]
    on_record = world.get(f"threads?object=people&record_id={parent['record_id']}")
    assert comment["thread_id"] not in [each["id"]["thread_id"] for each in on_record]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "validation_type"),
        ({"thread_id": MISSING, "record": {"object": "people", "record_id": MISSING}}, "validation_type"),
        ({"thread_id": MISSING}, "value_not_found"),
        ({"record": {"object": "people", "record_id": MISSING}}, "value_not_found"),
        ({"record": {"object": "unicorns", "record_id": MISSING}}, "value_not_found"),
        ({"entry": {"list": "nope", "entry_id": MISSING}}, "value_not_found"),
        ({"entry": {"list": "hiring", "entry_id": MISSING}}, "value_not_found"),
        ({"thread_id": "x"}, "validation_type"),
    ],
)
def test_what_a_comment_needs(world, changes, code):
    """Exactly one place that exists; this 400 spells its status in camel case."""
    answer = world.refused("POST", "comments", {"data": body(world, **changes)}, status=400, code=code)
    assert answer["statusCode"] == 400 and "status_code" not in answer


def test_an_author_must_be_a_member(world):
    """An API key speaks as a member; a stranger is value_not_found, no author validation_type."""
    place = {"record": {"object": "people", "record_id": world.person}}
    stranger = body(world, author={"type": "workspace-member", "id": MISSING}, **place)
    world.refused("POST", "comments", {"data": stranger}, status=400, code="value_not_found")
    nobody = {key: value for key, value in body(world, **place).items() if key != "author"}
    world.refused("POST", "comments", {"data": nobody}, status=400, code="validation_type")


def test_deleting_the_head_deletes_the_thread(world):
    """Deleting a reply leaves the others; each comment that goes is told."""
    events = []
    head = say(world)
    reply = say(world, "reply", thread_id=head["thread_id"])
    again = say(world, "again", thread_id=head["thread_id"])
    world.workspace.listeners.append(lambda given: events.extend(given))
    world.delete(f"comments/{reply['id']['comment_id']}")
    assert len(world.get(f"threads/{head['thread_id']}")["comments"]) == 2
    world.delete(f"comments/{head['id']['comment_id']}")
    for comment in (head, reply, again):
        world.refused("GET", f"comments/{comment['id']['comment_id']}", status=404, code="not_found")
    world.refused("GET", f"threads/{head['thread_id']}", status=404, code="not_found")
    assert [each["event_type"] for each in events] == ["comment.deleted"] * 3
    assert events[0]["thread_id"] == head["thread_id"] and events[0]["list_id"] is None


def test_a_member_deletes_only_what_it_wrote(world):
    """User-level tokens delete comments of their own member; 403 for others."""
    mine = say(world)
    theirs = world.post(
        "comments",
        body(
            world,
            author={"type": "workspace-member", "id": world.jonas},
            record={"object": "people", "record_id": world.person},
        ),
    )
    request = world.workspace.request
    path = "/v2/comments/"
    assert request("DELETE", path + theirs["id"]["comment_id"], token=USER_TOKEN).status == 403
    assert request("DELETE", path + mine["id"]["comment_id"], token=USER_TOKEN).status == 200


def test_scopes_follow_what_is_commented_on(world):
    """Records need the object scopes, entries the list scopes."""
    workspace = world.workspace
    workspace.add_token(
        "r" * 64, scopes={"comment:read-write", "object_configuration:read", "record_permission:read"}
    )
    workspace.add_token("e" * 64, scopes={"comment:read-write", "list_configuration:read", "list_entry:read"})
    on_record = say(world)
    on_entry = say(world, entry={"list": "hiring", "entry_id": world.entry})
    for token, allowed, refused in (("r" * 64, on_record, on_entry), ("e" * 64, on_entry, on_record)):
        for path in ("/v2/comments/{}", "/v2/threads/{}"):
            assert workspace.request("GET", path.format(allowed["thread_id"]), token=token).status == 200
            assert workspace.request("GET", path.format(refused["thread_id"]), token=token).status == 403
    queries = (f"object=people&record_id={world.person}", f"list=hiring&entry_id={world.entry}")
    assert [workspace.request("GET", f"/v2/threads?{q}", token="r" * 64).status for q in queries] == [
        200,
        403,
    ]
    assert [workspace.request("GET", f"/v2/threads?{q}", token="e" * 64).status for q in queries] == [
        403,
        200,
    ]


def test_a_long_thread_is_listed_in_part_and_read_in_pages(world):
    """The list shows the head and 80 replies; the thread itself pages by cursor, 250 at most."""
    head = say(world)
    for number in range(90):
        say(world, str(number), thread_id=head["thread_id"])
    (listed,) = [
        each
        for each in world.get(f"threads?object=people&record_id={world.person}")
        if each["id"]["thread_id"] == head["thread_id"]
    ]
    assert (len(listed["comments"]), listed["has_more_comments"]) == (81, True)
    seen, cursor = [], None
    while True:
        query = "?limit=40" + (f"&cursor={cursor}" if cursor else "")
        answer = world.send("GET", f"threads/{head['thread_id']}{query}").json()
        seen += [each["content_plaintext"] for each in answer["data"]["comments"]]
        cursor = answer["pagination"]["next_cursor"]
        if cursor is None:
            break
    assert seen == ["Hello", *map(str, range(90))]
    after = world.get(f"threads/{head['thread_id']}?created_after={listed['comments'][-1]['created_at']}")
    assert [each["content_plaintext"] for each in after["comments"]] == [str(n) for n in range(80, 90)]
    world.refused("GET", f"threads/{head['thread_id']}?limit=251", status=400, code="validation_type")
    world.refused(
        "GET", f"threads/{head['thread_id']}?created_after=soon", status=400, code="validation_type"
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", 400),
        (f"record_id={MISSING}", 400),
        ("object=people", 400),
        ("object=people&record_id=x", 400),
        (f"entry_id={MISSING}", 400),
        ("list=hiring", 400),
        (f"object=unicorns&record_id={MISSING}", 200),
        (f"list=nope&entry_id={MISSING}", 200),
        (f"list=hiring&entry_id={MISSING}", 200),
    ],
)
def test_threads_are_listed_of_one_thing(world, query, expected):
    """A record with its object or an entry with its list; of what does not exist there are none."""
    answer = world.send("GET", f"threads?{query}")
    assert answer.status == expected
    assert expected == 400 or answer.json()["data"] == []


def test_a_comment_id_that_is_no_uuid_is_not_found(world):
    """It is simply no comment."""
    world.refused("GET", "comments/x", status=404, code="not_found")
    world.refused("GET", "threads/x", status=404, code="not_found")
