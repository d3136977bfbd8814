"""Scenes of records, entries, activities and their records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.recording.calls import Call, call
from scripts.recording.scenes import scene
from scripts.recording.stage import EARLY, FIRST, LAST, LATE, OTHER_FIRST, OTHER_LAST, PHONE

if TYPE_CHECKING:
    from scripts.recording.stage import Stage


@scene
def list_records(stage: Stage) -> Call:
    stage.person()
    return call("people", filter={"name": {"last_name": {"$eq": LAST}}}, sorts=["-created_at"], limit=2)


@scene
def create_record(stage: Stage) -> Call:
    values = {
        "name": f"{FIRST} {LAST}",
        "email_addresses": [stage.email()],
        "phone_numbers": PHONE,
        "job_title": "Countess",
    }
    return call("people", values)


@scene
def upsert_record(stage: Stage) -> Call:
    address = stage.email()
    stage.adopt(
        "a person", stage.client.people.create({"name": f"{FIRST} {LAST}", "email_addresses": [address]})
    )
    return call("people", {"email_addresses": [address], "job_title": "Engineer"}, matching="email_addresses")


@scene
def get_record(stage: Stage) -> Call:
    return call("people", stage.person())


@scene
def update_record(stage: Stage) -> Call:
    return call("people", stage.person(), {"job_title": "Engineer", "phone_numbers": [PHONE]})


@scene
def replace_record(stage: Stage) -> Call:
    return call("people", stage.person(), {"email_addresses": [stage.email()], "job_title": None})


@scene
def delete_record(stage: Stage) -> Call:
    return call("people", stage.person())


@scene
def search_records(stage: Stage) -> Call:
    stage.person()
    return call(LAST, objects=["people"], limit=3)


@scene
def merge_records(stage: Stage) -> Call:
    return call("people", stage.person(), stage.person(OTHER_FIRST, OTHER_LAST), wait=False)


@scene
def list_record_values(stage: Stage) -> Call:
    person = stage.person()
    for title in ("Clerk", "Engineer"):
        stage.client.people.update(person, {"job_title": title})
    return call("people", person, "job_title")


@scene
def write_record_values(stage: Stage) -> Call:
    history = [
        {"value": "Clerk", "active_from": EARLY, "active_until": LATE},
        {"value": "Engineer", "active_from": LATE},
    ]
    return call("people", stage.person(), "job_title", history)


@scene
def list_record_entries(stage: Stage) -> Call:
    person, home = stage.person(), stage.list()
    stage.adopt("an entry", stage.client.entries.create(home, person, {}, parent_object="people"))
    return call("people", person)


@scene
def list_entries(stage: Stage) -> Call:
    home = stage.list()
    stage.entry(home)
    return call(home, limit=2)


@scene
def create_entry(stage: Stage) -> Call:
    return call(stage.list(), stage.person(), {"stage": "Lead", "comment": "new"}, parent_object="people")


@scene
def upsert_entry(stage: Stage) -> Call:
    return call(stage.list(), stage.person(), {"stage": "Won"}, parent_object="people")


@scene
def get_entry(stage: Stage) -> Call:
    home = stage.list()
    return call(home, stage.entry(home))


@scene
def update_entry(stage: Stage) -> Call:
    home = stage.list()
    return call(home, stage.entry(home), {"stage": "Won"})


@scene
def replace_entry(stage: Stage) -> Call:
    home = stage.list()
    return call(home, stage.entry(home), {"comment": "again"})


@scene
def delete_entry(stage: Stage) -> Call:
    home = stage.list()
    return call(home, stage.entry(home))


@scene
def list_entry_values(stage: Stage) -> Call:
    home = stage.list()
    entry = stage.entry(home)
    stage.client.entries.update(home, entry, {"stage": "Won"})
    return call(home, entry, "stage")


@scene
def write_entry_values(stage: Stage) -> Call:
    home = stage.list()
    return call(home, stage.entry(home), "comment", [{"value": "once", "active_from": EARLY}])


@scene
def list_activities(stage: Stage) -> Call:
    stage.activity()
    return call(limit=3)


@scene
def create_activity(stage: Stage) -> Call:
    return call(
        api_slug=stage.unique("visits"), singular_noun="Visit", plural_noun="Visits", extends="activities"
    )


@scene
def get_activity(stage: Stage) -> Call:
    return call(stage.activity())


@scene
def update_activity(stage: Stage) -> Call:
    return call(stage.activity(), singular_noun="Show", plural_noun="Shows")


@scene
def delete_activity(stage: Stage) -> Call:
    return call(stage.activity())


@scene
def list_activity_records(stage: Stage) -> Call:
    home = stage.activity()
    stage.activity_record(home)
    return call(home, limit=2)


@scene
def create_activity_record(stage: Stage) -> Call:
    return call(stage.activity(), {"title": "Shown to Ada", "occurred_at": EARLY})


@scene
def upsert_activity_record(stage: Stage) -> Call:
    # Only Attio's app can give an activity a unique attribute, so this one has to be there.
    values = {"report_number": stage.unique("R"), "title": "Hull sound", "occurred_at": EARLY}
    return call("inspections", values, matching="report_number")


@scene
def get_activity_record(stage: Stage) -> Call:
    home = stage.activity()
    return call(home, stage.activity_record(home))


@scene
def update_activity_record(stage: Stage) -> Call:
    home = stage.activity()
    return call(home, stage.activity_record(home), {"title": "Shown twice"})


@scene
def replace_activity_record(stage: Stage) -> Call:
    home = stage.activity()
    return call(home, stage.activity_record(home), {"title": "Shown thrice"})


@scene
def delete_activity_record(stage: Stage) -> Call:
    home = stage.activity()
    return call(home, stage.activity_record(home))
