"""Changes to a record are tracked until they are saved, and survive copies and pickles."""

from __future__ import annotations

import copy
import pickle
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from attio.records.data import RecordData
from attio.values.types import PersonalName


def text(value: str) -> dict[str, Any]:
    return {"attribute_type": "text", "value": value}


def email(value: str) -> dict[str, Any]:
    return {"attribute_type": "email-address", "email_address": value}


def person(job: str = "Engineer", emails: tuple[str, ...] = ("a@x.com",), **extra: list[Any]) -> RecordData:
    values = {
        "job_title": [text(job)],
        "email_addresses": [email(one) for one in emails],
        "nick": [],
        **extra,
    }
    return RecordData({"id": {"record_id": "r-1"}, "values": values}, scope="people", client="client")


def test_an_assignment_is_a_change() -> None:
    """What was set reads back, is the only change, and leaves what Attio sent alone."""
    record = person()
    assert record.changes() == {}
    record["job_title"] = "CTO"
    record["brand_new"] = 5
    assert record["job_title"] == "CTO"
    assert record.changes() == {"job_title": "CTO", "brand_new": 5}
    assert list(record) == ["job_title", "email_addresses", "nick", "brand_new"]
    assert "brand_new" in record and len(record) == 4
    assert record.values["job_title"][0].plain == "Engineer"
    assert record.raw["values"]["job_title"] == [text("Engineer")]
    assert record.to_dict(plain=True)["job_title"] == "CTO"


def test_a_change_before_the_first_look() -> None:
    """Setting a value needs no reading first."""
    record = person()
    record["job_title"] = "Engineer"
    assert record.changes() == {}
    record["nick"] = None
    assert record.changes() == {}
    record["nick"] = "Countess"
    assert record.changes() == {"nick": "Countess"}


def test_clearing_is_a_change() -> None:
    """None clears, and reads as None until it is saved."""
    record = person()
    record["job_title"] = None
    assert record["job_title"] is None
    assert record.changes() == {"job_title": None}
    assert record.get("job_title", "none") == "none"


def test_setting_what_is_there_is_no_change() -> None:
    """Only what differs is sent."""
    record = person()
    record["job_title"] = "CTO"
    record["job_title"] = "Engineer"
    record["email_addresses"] = ["a@x.com"]
    assert record.changes() == {}


def test_a_checkbox_and_a_number_are_not_the_same() -> None:
    """True and 1 are equal in Python and different in Attio."""
    record = person(flag=[{"attribute_type": "checkbox", "value": True}])
    record["flag"] = 1
    assert record.changes() == {"flag": 1}


def test_lists_changed_in_place_are_changes() -> None:
    """Appending to a list that was read is saved like an assignment."""
    record = person()
    record["email_addresses"].append("b@x.com")
    assert record["email_addresses"] == ["a@x.com", "b@x.com"]
    assert record.changes() == {"email_addresses": ["a@x.com", "b@x.com"]}
    record["email_addresses"].remove("b@x.com")
    assert record.changes() == {}
    mine = ["c@x.com"]
    record["email_addresses"] = mine
    mine.append("d@x.com")
    assert record.changes() == {"email_addresses": ["c@x.com", "d@x.com"]}
    sent = record.changes()
    mine.clear()
    assert sent == {"email_addresses": ["c@x.com", "d@x.com"]}


def test_iterators_are_kept_whole() -> None:
    """A generator that was assigned can be read many times."""
    record = person()
    record["email_addresses"] = (f"{name}@x.com" for name in "ab")
    assert record["email_addresses"] == record["email_addresses"] == ["a@x.com", "b@x.com"]
    assert record.first("email_addresses") == "a@x.com"
    record["email_addresses"] = ("t@x.com",)
    assert record.all("email_addresses") == ["t@x.com"]
    record["name"] = PersonalName("Ada")
    assert record.all("name") == [PersonalName("Ada")]


def test_discarding() -> None:
    """discard_changes() brings back what Attio sent."""
    record = person()
    record["job_title"] = "CTO"
    record["email_addresses"].append("b@x.com")
    assert record.discard_changes() is record
    assert record.changes() == {} and record["email_addresses"] == ["a@x.com"]


def test_a_save_takes_over_the_answer_and_keeps_later_changes() -> None:
    """What was sent is done; what was changed while it was under way stays to be saved."""
    record = person()
    record["job_title"] = "CTO"
    record["nick"] = "Ada"
    record["email_addresses"].append("b@x.com")
    sent = record.changes()
    record["nick"] = "Countess"
    answer = person("CTO", ("a@x.com", "b@x.com"))
    answer.response = "snapshot"  # type: ignore[assignment]
    assert record._replace_raw(answer, saved=sent) is record
    assert record.changes() == {"nick": "Countess"}
    assert record["job_title"] == "CTO" and record["email_addresses"] == ["a@x.com", "b@x.com"]
    assert record.response == "snapshot"
    record._replace_raw(person("CEO"))
    assert record.changes() == {"nick": "Countess"}
    assert record["job_title"] == "CEO"


def test_copies_keep_data_and_changes_and_drop_the_client() -> None:
    """pickle and deepcopy make independent records without a client; copy keeps it."""
    record = person()
    record["job_title"] = "CTO"
    record["email_addresses"].append("b@x.com")
    for clone in (pickle.loads(pickle.dumps(record)), copy.deepcopy(record), copy.copy(record)):
        assert type(clone) is RecordData and clone == record
        assert clone.raw == record.raw
        assert clone.changes() == record.changes()
        assert clone.object == "people"
        clone["job_title"] = "CEO"
        clone["email_addresses"].append("c@x.com")
    assert record["job_title"] == "CTO"
    assert record.changes()["email_addresses"] == ["a@x.com", "b@x.com"]
    assert pickle.loads(pickle.dumps(record))._client is None
    assert copy.deepcopy(record)._client is None
    assert copy.copy(record)._client == "client"


def test_unsaved_changes_count_as_content() -> None:
    """same_values compares what would be there after a save."""
    record, other = person(), person("CTO")
    record["job_title"] = "CTO"
    assert record.same_values(other)


class Tracking(RuleBasedStateMachine):
    """A record against a plain dict: whatever is done, changes() is exactly the difference."""

    slugs = Bundle("slugs")

    @initialize()
    def start(self) -> None:
        self.base: dict[str, Any] = {"job_title": "Engineer", "email_addresses": ["a@x.com"], "nick": None}
        self.now: dict[str, Any] = {**self.base, "email_addresses": ["a@x.com"]}
        self.record = person()

    @rule(slug=st.sampled_from(["job_title", "nick"]), value=st.none() | st.sampled_from(["Engineer", "CTO"]))
    def assign(self, slug: str, value: str | None) -> None:
        self.record[slug] = value
        self.now[slug] = value

    @rule(value=st.sampled_from(["a@x.com", "b@x.com"]))
    def append(self, value: str) -> None:
        self.record["email_addresses"].append(value)
        self.now["email_addresses"].append(value)

    @rule()
    def clear(self) -> None:
        self.record["email_addresses"] = []
        self.now["email_addresses"] = []

    @rule()
    def read_everything(self) -> None:
        assert dict(self.record) == self.now
        assert len(self.record.values) == 3

    @rule()
    def save(self) -> None:
        sent = self.record.changes()
        answer = person(self.now["job_title"] or "", tuple(self.now["email_addresses"]))
        values = answer.raw["values"]
        if self.now["job_title"] is None:
            values["job_title"] = []
        if self.now["nick"] is not None:
            values["nick"] = [text(self.now["nick"])]
        self.record._replace_raw(RecordData({**answer.raw, "values": values}), saved=sent)
        self.base = {**self.now, "email_addresses": list(self.now["email_addresses"])}

    @rule()
    def travel(self) -> None:
        self.record = pickle.loads(pickle.dumps(self.record))

    @rule()
    def discard(self) -> None:
        self.record.discard_changes()
        self.now = {**self.base, "email_addresses": list(self.base["email_addresses"])}

    @invariant()
    def changes_are_the_difference(self) -> None:
        different = {slug: value for slug, value in self.now.items() if value != self.base[slug]}
        assert self.record.changes() == different


TestTracking = Tracking.TestCase
TestTracking.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
