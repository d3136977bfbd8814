"""The protocol of one row, without any I/O: what is asked for, in which order, and what a kill leaves behind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from attio_openapi import Request
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.errors import (
    APIConnectionError,
    ArgumentError,
    BadRequestError,
    ForbiddenError,
    InternalServerError,
    MaybeSentError,
    NotFoundError,
    UniquenessConflictError,
    combine,
)
from attio.records.data import RecordData
from attio.records.planning import Answer, Rules, Seen, Task
from attio.records.planning_outcome import ServerClock
from attio.records.planning_rows import read_row
from attio.records.planning_steps import Begin, Found, LookUp, Prepare, Prepared, Send, Unique, carry_out
from attio.records.shape import ShapeRule, default_rule

PLACE = ("objects", "people")
OWN = "11111111-2222-4333-8444-555555555555"
NOW = datetime(2026, 5, 1, tzinfo=UTC)
LOST = combine(MaybeSentError, APIConnectionError)


def _task(rules: Rules, row: Any, seen: Seen | None = None) -> Task:
    return Task(
        0, "row 0", b"", row, read_row(rules.verb, rules.noun, row, rules.matching, rules.object), seen
    )


def _record(values: dict[str, Any] | None = None, made: datetime = NOW, own: str = OWN) -> RecordData:
    raw = {"id": {"record_id": own}, "created_at": made.isoformat(), "values": values or {}}
    return RecordData(raw, scope="people")


class Script:
    """Answers the steps of a row by their kind, and remembers them."""

    def __init__(
        self, rules: Rules, row: Any, seen: Seen | None = None, rule: ShapeRule | None = None, **answers: Any
    ):
        self.task = _task(rules, row, seen)
        self.steps = carry_out(self.task, rules, rule or default_rule("people"), ServerClock())
        self.answers = {
            name: list(value) if isinstance(value, list) else [value] for name, value in answers.items()
        }
        self.asked: list[Any] = []

    def run(self):
        answer: Any = None
        while True:
            try:
                step = self.steps.throw(answer) if isinstance(answer, Exception) else self.steps.send(answer)
            except StopIteration as end:
                return end.value
            self.asked.append(step)
            answer = self.answer(step)

    def answer(self, step: Any) -> Any:
        name = type(step).__name__.lower()
        if name in self.answers:
            found = self.answers[name]
            return found.pop(0) if len(found) > 1 else found[0]
        if isinstance(step, Prepare):
            return Prepared(
                Request("", "PUT", f"/{step.action}", {}, None), {k: [v] for k, v in step.values.items()}
            )
        if isinstance(step, Begin):
            return 5.0
        stamp = NOW.timestamp()
        return Answer(OWN, NOW, NOW, stamp, stamp, stamp + 0.1)

    @property
    def names(self) -> list[str]:
        return [type(step).__name__ for step in self.asked]


CREATE = Rules("create", "record", PLACE)
UPSERT = Rules("upsert", "record", PLACE, matching="email_addresses")
UPDATE = Rules("update", "record", PLACE, mode="append")
DELETE = Rules("delete", "record", PLACE)
ROW = {"email_addresses": "a@x.example", "job_title": "x"}
HELD = {
    "job_title": [{"attribute_type": "text", "value": "x"}],
    "email_addresses": [{"attribute_type": "email-address", "email_address": "a@x.example"}],
}
SENT = Seen("sent", 0, sent_at=NOW.timestamp())


def test_a_write_is_begun_before_it_is_sent():
    """The journal knows before the wire does."""
    for rules, row, outcome in (
        (CREATE, ROW, "created"),
        (UPSERT, ROW, "created"),
        (UPDATE, (OWN, {"job_title": "x"}), "updated"),
        (DELETE, OWN, "deleted"),
    ):
        script = Script(rules, row)
        settled = script.run()
        assert script.names == ["Prepare", "Begin", "Send"]
        assert (settled.outcome, settled.record_id, settled.mark, settled.sent) == (
            outcome,
            OWN,
            "done",
            True,
        )


def test_what_cannot_be_written_never_begins():
    """Values that are refused here are a failure of the row, known to the journal as not done."""
    for rules, row in ((CREATE, ROW), (UPSERT, ROW), (UPDATE, (OWN, ROW)), (DELETE, OWN)):
        error = ArgumentError("x", 1, "is wrong")
        script = Script(rules, row, prepare=error)
        settled = script.run()
        assert script.names == ["Prepare"]
        assert (settled.outcome, settled.error, settled.mark, settled.row) == ("failed", error, "failed", row)
        assert Script(rules, row, Seen("sent", 0), unique={}, prepare=error).run().mark is None


@pytest.mark.parametrize(
    ("error", "mark"),
    [
        (BadRequestError("no", http_status=400), "failed"),
        (ForbiddenError("no", http_status=403), "failed"),
        (NotFoundError("no", http_status=404), "failed"),
        (ArgumentError("body", 1, "no"), "failed"),
        (BadRequestError("slow", http_status=408), None),
        (InternalServerError("no", http_status=500), None),
        (APIConnectionError("gone"), None),
        (RuntimeError("a bug"), None),
    ],
)
def test_an_error_of_a_repeatable_write(error, mark):
    """A refusal is certain; after anything else the journal keeps saying that it was sent."""
    for rules, row in ((UPSERT, ROW), (UPDATE, (OWN, ROW)), (DELETE, OWN)):
        settled = Script(rules, row, send=error).run()
        assert (settled.outcome, settled.mark, settled.error, settled.sent_at) == ("failed", mark, error, 5.0)


@pytest.mark.parametrize(
    ("error", "outcome", "mark"),
    [
        (BadRequestError("no", http_status=400), "failed", "failed"),
        (UniquenessConflictError("taken", http_status=400), "failed", "failed"),
        (APIConnectionError("could not connect"), "failed", "failed"),
        (LOST("lost", maybe_sent=True), "unknown", None),
        (RuntimeError("a bug"), "unknown", None),
    ],
)
def test_an_error_of_a_create(error, outcome, mark):
    """What was certainly not done failed; what may have been done is unknown, and stays sent."""
    settled = Script(CREATE, ROW, send=error).run()
    assert (settled.outcome, settled.mark, settled.error, settled.is_open) == (outcome, mark, error, True)


def test_a_create_in_flight_is_looked_up():
    """Found, and not older than the attempt: it was created, and nothing is sent."""
    script = Script(CREATE, ROW, SENT, unique={"email_addresses": ["a@x.example"]}, lookup=Found([_record()]))
    settled = script.run()
    assert script.names == ["Unique", "LookUp"]
    assert script.asked[1] == LookUp({"email_addresses": ["a@x.example"]})
    assert (settled.outcome, settled.record_id, settled.mark, settled.sent) == ("created", OWN, "done", False)


def test_the_clocks_are_set_right_before_they_are_compared():
    """A machine that is an hour behind Attio still tells its own record from an older one."""
    seen = Seen("sent", 0, sent_at=(NOW - timedelta(hours=1)).timestamp())
    unique = {"email_addresses": ["a@x.example"]}
    older = _record(made=NOW - timedelta(minutes=30))
    assert (
        Script(CREATE, ROW, seen, unique=unique, lookup=Found([_record()], 3600.0)).run().outcome == "created"
    )
    script = Script(CREATE, ROW, seen, unique=unique, lookup=Found([older], 3600.0))
    script.answers["send"] = [UniquenessConflictError("taken", http_status=400)]
    assert script.run().outcome == "failed"


def test_a_create_in_flight_that_never_arrived_is_sent():
    """Nobody has the unique value: sending it cannot make a second one."""
    script = Script(CREATE, ROW, SENT, unique={"email_addresses": ["a@x.example"]}, lookup=Found([]))
    settled = script.run()
    assert script.names == ["Unique", "LookUp", "Prepare", "Begin", "Send"]
    assert (settled.outcome, settled.mark) == ("created", "done")


def test_a_look_up_that_was_too_early_is_made_up_for():
    """Queries may lag: when Attio then refuses the value as taken, the record is looked up once more."""
    conflict = UniquenessConflictError("taken", http_status=400)
    script = Script(
        CREATE,
        ROW,
        SENT,
        unique={"email_addresses": ["a@x.example"]},
        lookup=[Found([]), Found([_record()])],
        send=conflict,
    )
    settled = script.run()
    assert script.names[-2:] == ["Send", "LookUp"]
    assert (settled.outcome, settled.record_id, settled.mark) == ("created", OWN, "done")
    script = Script(
        CREATE, ROW, SENT, unique={"email_addresses": ["a"]}, lookup=[Found([]), Found([])], send=conflict
    )
    assert (script.run().outcome, script.names[-1]) == ("failed", "LookUp")
    gone = APIConnectionError("gone")
    script = Script(
        CREATE, ROW, SENT, unique={"email_addresses": ["a"]}, lookup=[Found([]), gone], send=conflict
    )
    settled = script.run()
    assert (settled.outcome, settled.mark, settled.error) == ("unknown", None, gone)


def test_a_create_in_flight_without_anything_unique_stays_unknown():
    """It is never sent again, and says why it cannot be resolved."""
    script = Script(CREATE, ROW, SENT, unique={})
    settled = script.run()
    assert script.names == ["Unique"]
    assert (settled.outcome, settled.mark, settled.sent_at) == ("unknown", None, SENT.sent_at)
    assert isinstance(settled.error, MaybeSentError)
    assert "no value of a unique attribute to look it up by" in str(settled.error)


def test_a_look_up_that_fails_leaves_a_create_unknown():
    """No network while looking: nothing is claimed, nothing is sent."""
    gone = APIConnectionError("gone")
    for answers in ({"unique": gone}, {"unique": {"email_addresses": ["a"]}, "lookup": gone}):
        settled = Script(CREATE, ROW, SENT, **answers).run()
        assert (settled.outcome, settled.error, settled.mark) == ("unknown", gone, None)


def test_a_delete_in_flight_that_meets_nothing_was_done():
    """A 404 means that the killed run deleted it; without a run before, that it never was."""
    gone = NotFoundError("no", http_status=404)
    settled = Script(DELETE, OWN, SENT, send=gone).run()
    assert (settled.outcome, settled.mark, settled.record_id) == ("deleted", "done", OWN)
    assert Script(DELETE, OWN, send=gone).run().outcome == "failed"
    assert Script(DELETE, OWN, Seen("failed", 0), send=gone).run().outcome == "failed"
    assert Script(UPDATE, (OWN, ROW), SENT, send=gone).run().outcome == "failed"


def test_a_saved_record_is_replaced_or_left_alone():
    """A record with changes goes out as save() would; one without changes not at all."""
    record = _record({"job_title": []})
    script = Script(UPDATE, record)
    assert (script.run().outcome, script.names) == ("unchanged", [])
    record["job_title"] = "CEO"
    script = Script(UPDATE, record)
    assert script.run().outcome == "updated"
    assert script.asked[0] == Prepare("replace", {"job_title": "CEO"}, OWN)
    script = Script(UPDATE._replace(mode="replace"), (OWN, {"a": 1}))
    script.run()
    assert script.asked[0].action == "replace"


def test_modes_read_the_record_and_write_what_is_left():
    """An upsert that looks first becomes an update of the record that it found, or nothing."""
    known = _record(HELD)
    script = Script(UPSERT._replace(mode="fill_empty"), ROW, lookup=Found([known]))
    settled = script.run()
    assert script.names == ["Prepare", "LookUp"]
    assert script.asked[1] == LookUp({"email_addresses": ["a@x.example"]})
    assert (settled.outcome, settled.mark, settled.record_id, settled.is_skipped) == (
        "unchanged",
        "done",
        OWN,
        True,
    )
    script = Script(UPSERT._replace(mode="fill_empty"), {**ROW, "description": "d"}, lookup=Found([known]))
    assert script.run().outcome == "updated"
    assert script.asked[2] == Prepare("update", {"description": "d"}, OWN)
    script = Script(UPSERT._replace(mode="append"), {**ROW, "phone_numbers": ["+1"]}, lookup=Found([known]))
    assert script.run().outcome == "updated"
    assert script.asked[2].action == "update"
    script = Script(UPSERT._replace(mode="only_if_changed"), {**ROW, "job_title": "y"}, lookup=Found([known]))
    assert script.run().outcome == "updated"
    assert script.asked[2].action == "upsert"


def test_modes_leave_what_they_do_not_find_to_attio():
    """No record, or several: the upsert goes out as it is, and Attio creates or refuses it."""
    for rows in ([], [_record(), _record(own="other")]):
        script = Script(UPSERT._replace(mode="fill_empty"), ROW, lookup=Found(rows))
        assert script.run().outcome == "created"
        assert script.names == ["Prepare", "LookUp", "Begin", "Send"]


def test_an_attribute_that_rows_name_otherwise_cannot_be_looked_up():
    """The message says how to name it."""
    prepared = Prepared(Request("", "PUT", "/", {}, None), {"an-id": ["x"]})
    settled = Script(UPSERT._replace(mode="fill_empty"), ROW, prepare=prepared).run()
    assert "matching: rows name this attribute otherwise" in str(settled.error)


def test_entries_are_looked_up_by_their_parent():
    """There is nothing to match on but the record itself."""
    rules = Rules("upsert", "entry", ("lists", "sales"), mode="only_if_changed")
    script = Script(rules, (OWN, {"a": 1}), lookup=Found([]))
    script.run()
    assert script.asked[1] == LookUp({})


def test_a_dry_run_begins_nothing():
    """It prepares, looks up what an upsert would meet, and tells what would be done."""
    dry = {"dry_run": True}
    for rules, row, outcome in (
        (CREATE, ROW, "created"),
        (UPDATE, (OWN, ROW), "updated"),
        (DELETE, OWN, "deleted"),
    ):
        script = Script(rules._replace(**dry), row)
        settled = script.run()
        assert script.names == ["Prepare"]
        assert (settled.outcome, settled.mark, settled.sent) == (outcome, None, False)
        assert settled.request is not None
    for rows, outcome in (([], "created"), ([_record()], "updated"), ([_record(), _record()], "unknown")):
        script = Script(UPSERT._replace(**dry), ROW, lookup=Found(rows))
        assert script.run().outcome == outcome
        assert script.names == ["Prepare", "LookUp"]
    known = _record(HELD)
    settled = Script(UPSERT._replace(mode="fill_empty", **dry), ROW, lookup=Found([known])).run()
    assert (settled.outcome, settled.mark, settled.request) == ("unchanged", None, None)


# A kill at any step, on a model of Attio


class Killed(BaseException):
    """The process is gone."""


class Model:
    """Attio and a journal as plain dicts; every step may be the last one, and an answer may be lost."""

    def __init__(self, *, unique: bool) -> None:
        self.unique = unique
        self.made: list[str] = []
        self.deleted = 0
        self.journal: Seen | None = None
        self.now = NOW

    def drive(self, rules: Rules, row: Any, fates: list[str]) -> str:
        """Carry the row out; `fates` tell what happens at each step: ok, kill, kill-after or lose."""
        if self.journal is not None and self.journal.state == "done":
            return "done before"
        steps = carry_out(_task(rules, row, self.journal), rules, default_rule("people"), ServerClock())
        answer: Any = None
        while True:
            try:
                step = steps.throw(answer) if isinstance(answer, Exception) else steps.send(answer)
            except StopIteration as end:
                return self._finish(end.value, fates)
            fate = fates.pop(0) if fates else "ok"
            if fate == "kill":
                raise Killed
            answer = self._do(step, rules)
            if fate == "kill-after":
                raise Killed
            if fate == "lose" and isinstance(step, Send):
                unsafe = rules.verb == "create"
                answer = (LOST if unsafe else APIConnectionError)("lost", maybe_sent=unsafe)

    def _finish(self, settled: Any, fates: list[str]) -> str:
        if (fates.pop(0) if fates else "ok") == "kill":
            raise Killed
        if settled.mark is not None:
            self.journal = Seen(settled.mark, 0, b"", settled.outcome, settled.record_id, settled.sent_at)
        return settled.outcome

    def _do(self, step: Any, rules: Rules) -> Any:
        self.now += timedelta(seconds=20)
        if isinstance(step, Prepare):
            return Prepared(Request("", "POST", "/", {}, None), {})
        if isinstance(step, Unique):
            return {"email_addresses": ["a@x.example"]} if self.unique else {}
        if isinstance(step, LookUp):
            return Found([_record(made=self.now - timedelta(seconds=20))] if self.made else [])
        if isinstance(step, Begin):
            before = self.journal
            first = before.sent_at if before is not None and before.state == "sent" else self.now.timestamp()
            self.journal = Seen("sent", 0, sent_at=first)
            return first
        return self._send(rules)

    def _send(self, rules: Rules) -> Any:
        if rules.verb == "delete":
            if self.deleted:
                return NotFoundError("gone", http_status=404)
            self.deleted += 1
        elif rules.verb == "create":
            if self.unique and self.made:
                return UniquenessConflictError("taken", http_status=400)
            self.made.append(OWN)
        stamp = self.now.timestamp()
        return Answer(OWN, self.now, self.now, stamp, stamp, stamp)


FATES = st.lists(st.sampled_from(["ok", "ok", "kill", "kill-after", "lose"]), max_size=7)


@given(st.sampled_from(["create", "delete", "upsert"]), st.booleans(), st.lists(FATES, max_size=5))
@settings(max_examples=300)
def test_a_kill_at_any_step_leaves_the_protocol_whole(verb, unique, lives):
    """However often a run dies: a record is made once at most, and once a run lives through, the row is done."""
    model = Model(unique=unique)
    rules = {"create": CREATE, "delete": DELETE, "upsert": UPSERT}[verb]
    row = OWN if verb == "delete" else ROW
    outcome = ""
    for fates in [*lives, []]:
        try:
            outcome = model.drive(rules, row, list(fates))
        except Killed:
            outcome = "killed"
        assert len(model.made) <= 1
        if verb == "create" and outcome == "unknown":
            assert model.journal is not None
            assert model.journal.state == "sent"
    if verb == "delete":
        assert model.deleted == 1
        assert outcome in {"deleted", "done before"}
    if verb == "create":
        assert outcome in ({"created", "done before"} if unique else {"created", "done before", "unknown"})
        assert len(model.made) == 1 or outcome == "unknown"
