"""Which row is next: the dispatcher of a bulk run."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.errors import (
    APIConnectionError,
    ArgumentError,
    AuthenticationError,
    BadRequestError,
    ClientClosedError,
    ScopeError,
)
from attio.records.planning import UNREACHABLE_AFTER, Dispatcher, Rules, Seen, Settled
from attio.records.planning_identity import content_hash
from attio.records.recent_ids import RecentIds

PLACE = ("objects", "people")
UPSERT = Rules("upsert", "record", PLACE, matching="email_addresses")
CREATE = Rules("create", "record", PLACE, journalled=True)


class Known:
    """A memory that is a dict."""

    def __init__(self, **seen: Seen) -> None:
        self.rows = {name.replace("_", " "): one for name, one in seen.items()}

    def seen(self, index: int, ident: str) -> Seen | None:
        return self.rows.get(ident)


def _row(address: str) -> dict[str, str]:
    return {"email_addresses": address}


def _done(task, outcome="updated", record_id="r-1", **more) -> Settled:
    return Settled(task.index, outcome, record_id, sent=True, task=task, mark="done", **more)


def test_rows_are_taken_while_there_is_room():
    """Pull, start, and wait when as many as wanted are under way; at the end wait for the rest."""
    dispatcher = Dispatcher(UPSERT, 2)
    for busy in (0, 1):
        assert dispatcher.turn(busy) == "pull"
        assert dispatcher.offer(busy, _row(f"{busy}@x.example")) is None
        assert dispatcher.turn(busy) == "start"
        dispatcher.take()
    assert dispatcher.turn(2) == "wait"
    dispatcher.exhausted = True
    assert dispatcher.turn(1) == "wait"
    assert dispatcher.turn(0) == "end"


def test_rows_about_one_record_wait_for_each_other():
    """A row whose address is under way is held until that one has ended; nothing overtakes it."""
    dispatcher = Dispatcher(UPSERT, 3)
    dispatcher.offer(0, {"email_addresses": ["a@x.example", "b@x.example"]})
    first = dispatcher.take()
    assert dispatcher.offer(1, _row("B@X.example")) is None
    assert dispatcher.turn(1) == "wait"
    dispatcher.settle(_done(first))
    assert dispatcher.turn(0) == "start"
    assert dispatcher.take().index == 1


def test_a_stopped_run_gives_back_the_row_it_holds():
    """Nothing more is started, and the row that was taken is not lost."""
    dispatcher = Dispatcher(UPSERT, 1)
    dispatcher.offer(0, _row("a@x.example"))
    dispatcher.stop()
    assert dispatcher.turn(1) == "wait"
    assert dispatcher.turn(0) == "end"
    held = dispatcher.held()
    assert held is not None
    assert held.index == 0
    assert dispatcher.held() is None


def test_a_row_that_is_none_fails_by_itself():
    """A row of another shape never reaches the wire."""
    settled = Dispatcher(UPSERT, 1).offer(3, "nonsense")
    assert settled is not None
    assert (settled.index, settled.outcome, settled.mark, settled.is_open) == (3, "failed", None, True)
    assert isinstance(settled.error, ArgumentError)


def test_what_was_done_is_skipped():
    """A row that the journal has as done is not sent, and keeps its outcome and id."""
    row = {"name": "Ada"}
    memory = Known(row_0=Seen("done", 0, content_hash(row), "created", "r-9"))
    settled = Dispatcher(CREATE, 1, memory).offer(0, row)
    assert settled is not None
    assert (settled.outcome, settled.record_id, settled.earlier, settled.is_skipped) == (
        "created",
        "r-9",
        True,
        True,
    )


@pytest.mark.parametrize("state", ["sent", "failed"])
def test_what_was_not_done_is_taken_up_with_what_is_known(state):
    """A row in flight, or one that failed, goes on from there."""
    row = {"name": "Ada"}
    dispatcher = Dispatcher(CREATE, 1, Known(row_0=Seen(state, 0, content_hash(row))))
    assert dispatcher.offer(0, row) is None
    seen = dispatcher.take().seen
    assert seen is not None
    assert seen.state == state


@pytest.mark.parametrize(("state", "word"), [("done", "created"), ("sent", "sent")])
def test_other_content_at_the_place_of_a_create_is_refused(state, word):
    """A list that shifted by a row would be created twice: every such row fails and says why."""
    dispatcher = Dispatcher(CREATE, 1, Known(row_0=Seen(state, 0, b"other", "created", "r-1")))
    settled = dispatcher.offer(0, {"name": "Ada"})
    assert settled is not None
    assert settled.mark is None
    assert f"a row with other content was {word} from this place before" in str(settled.error)
    assert "give key=" in str(settled.error)


def test_other_content_is_sent_where_that_does_no_harm():
    """An upsert of a changed row, and a create that was refused and repaired, are rows of their own."""
    upsert = Dispatcher(UPSERT._replace(journalled=True), 1, Known(row_0=Seen("done", 0, b"other")))
    assert upsert.offer(0, _row("a@x.example")) is None
    assert upsert.take().seen is None
    create = Dispatcher(CREATE, 1, Known(row_0=Seen("failed", 0, b"other")))
    assert create.offer(0, {"name": "Ada"}) is None
    assert create.take().seen is None


def test_a_key_is_there_once_in_a_run():
    """The second row of a key fails: while the first is under way, and after."""
    dispatcher = Dispatcher(UPSERT._replace(key="email_addresses"), 2)
    assert dispatcher.offer(0, _row("a@x.example")) is None
    dispatcher.take()
    settled = dispatcher.offer(1, _row("a@x.example"))
    assert settled is not None
    assert "key: is the key of a row that is under way too (got 'a@x.example')" in str(settled.error)
    memory = Known(**{"key_a@x.example": Seen("done", 4, b"", this_run=True)})
    settled = Dispatcher(UPSERT._replace(key="email_addresses"), 2, memory).offer(7, _row("a@x.example"))
    assert settled is not None
    assert "is the key of row 4 too" in str(settled.error)


def test_a_record_is_created_once():
    """Two rows in a second may both look as if they had created it: only the first did."""
    recent = RecentIds()
    dispatcher = Dispatcher(UPSERT, 1, None, recent)

    def settle(outcome, record_id="r-1"):
        dispatcher.offer(0, _row("a@x.example"))
        return dispatcher.settle(_done(dispatcher.take(), outcome, record_id)).outcome

    assert [settle("created"), settle("created"), settle("unknown"), settle("updated")] == ["created"] + [
        "updated"
    ] * 3
    assert settle("unknown", "r-2") == "unknown"
    assert settle("created", "r-2") == "created"
    following = Dispatcher(UPSERT, 1, None, recent)
    following.offer(0, _row("a@x.example"))
    assert following.settle(_done(following.take(), "created")).outcome == "updated"


def test_recent_ids_are_bounded():
    """Only the latest few thousand ids are remembered."""
    recent = RecentIds()
    for number in range(6_000):
        recent.add(str(number))
    assert "5999" in recent
    assert "1000" in recent
    assert "999" not in recent


def _fail(dispatcher: Dispatcher, error: Exception) -> None:
    dispatcher.offer(0, _row("a@x.example"))
    task = dispatcher.take()
    dispatcher.settle(Settled(0, "failed", sent=True, task=task, error=error))


def test_a_failing_row_stops_nothing():
    """One bad row after the other is none of the others' business."""
    dispatcher = Dispatcher(UPSERT, 1)
    for _ in range(UNREACHABLE_AFTER * 2):
        _fail(dispatcher, BadRequestError("no"))
    assert not dispatcher.stopped


@pytest.mark.parametrize("error", [AuthenticationError("no"), ScopeError("no"), ClientClosedError("no")])
def test_what_fails_for_every_row_ends_the_run(error):
    """A refused token, a missing scope or a closed client is not asked about again."""
    dispatcher = Dispatcher(UPSERT, 1)
    _fail(dispatcher, error)
    assert dispatcher.stopped
    assert dispatcher.failure is error


def test_an_unreachable_attio_ends_the_run_after_a_while():
    """A hundred rows in a row without an answer: that is the network; an answer in between counts anew."""
    dispatcher = Dispatcher(UPSERT, 1)
    for _ in range(UNREACHABLE_AFTER - 1):
        _fail(dispatcher, APIConnectionError("gone"))
    dispatcher.offer(0, _row("a@x.example"))
    dispatcher.settle(_done(dispatcher.take()))
    for _ in range(UNREACHABLE_AFTER - 1):
        _fail(dispatcher, APIConnectionError("gone"))
    assert not dispatcher.stopped
    _fail(dispatcher, APIConnectionError("gone"))
    assert isinstance(dispatcher.failure, APIConnectionError)


def test_raise_stops_at_the_first_failure():
    """Later failures of rows that were under way do not replace the first."""
    dispatcher = Dispatcher(UPSERT._replace(stop_on_failure=True), 2)
    first = BadRequestError("first")
    _fail(dispatcher, first)
    _fail(dispatcher, BadRequestError("second"))
    assert dispatcher.failure is first


def test_what_a_journal_is_about_is_told():
    """Everything that must be the same when a journal is taken up again has a name."""
    assert UPSERT.about() == {
        "verb": "bulk_upsert",
        "of": "objects/people",
        "matching": "email_addresses",
        "mode": "replace",
        "rows known by": "its place and content",
    }
    assert UPSERT._replace(key="sku").about()["rows known by"] == "sku"
    assert UPSERT._replace(key=len).about()["rows known by"] == "a function"
    assert UPSERT.object == "people"
    assert Rules("create", "entry", ("lists", "sales")).object is None


@given(
    st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=2), max_size=30),
    st.integers(1, 5),
    st.randoms(use_true_random=False),
)
@settings(max_examples=80)
def test_every_row_is_carried_out_once_and_in_the_order_of_its_record(rows, size, random):
    """Whatever ends first: no row is lost or done twice, and rows about one record keep their order."""
    dispatcher = Dispatcher(UPSERT, size)
    waiting = list(enumerate(rows))
    under_way: list = []
    ended: list[int] = []
    while (turn := dispatcher.turn(len(under_way))) != "end":
        if turn == "pull":
            if waiting:
                index, names = waiting.pop(0)
                assert dispatcher.offer(index, {"email_addresses": [f"{n}@x.example" for n in names]}) is None
            else:
                dispatcher.exhausted = True
        elif turn == "start":
            task = dispatcher.take()
            assert not any(task.work.targets & other.work.targets for other in under_way)
            under_way.append(task)
            assert len(under_way) <= size
        else:
            task = under_way.pop(random.randrange(len(under_way)))
            dispatcher.settle(_done(task))
            ended.append(task.index)
    assert sorted(ended) == list(range(len(rows)))
    for name in "abcd":
        about = [index for index in ended if name in rows[index]]
        assert about == sorted(about)


def test_settled_rows_say_what_they_are():
    """Unchanged rows are skipped; unknown ones are open only while the journal says that they were sent."""
    assert Settled(0, "unchanged").is_skipped
    assert not Settled(0, "created").is_skipped
    unknown = Settled(0, "unknown", mark="done")
    assert not unknown.is_open
    assert msgspec.structs.replace(unknown, mark=None).is_open
