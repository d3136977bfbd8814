"""Calls of what a workspace holds: records, entries, events."""

from __future__ import annotations

from attio import F, Raw
from tests.contract.calls_rows import EARLY, ID, LATE, MEMBER_ID, OTHER_ID, Row, call, row

_PERSON = {"name": "Ada Lovelace", "email_addresses": ["ada@example.com"], "job_title": None}
_HISTORY = [
    {"value": "Lead", "active_from": EARLY, "active_until": LATE},
    {"value": {"status": ID}, "active_from": LATE},
]
_QUERY = {
    "sorts": ["-created_at", {"path": [["people", "job_title"]], "direction": "asc"}],
    "limit": 3,
    "offset": 6,
}

RECORDS: dict[str, Row] = {
    "list_records": row(
        "records.list",
        "page of Person",
        call("people", limit=5),
        call("people", filter=F("name").contains("Ada"), **_QUERY),
        call("projects", filter=Raw({"name": "x"}), sorts="stage"),
        call("people", filter_view_id=ID),
    ),
    "create_record": row("records.create", "Person", call("people", _PERSON)),
    "upsert_record": row("records.upsert", "Person", call("people", _PERSON, matching="email_addresses")),
    "get_record": row("records.get", "Person", call("people", ID)),
    "update_record": row("records.update", "Person", call("people", ID, _PERSON)),
    "replace_record": row("records.replace", "Person", call("people", ID, _PERSON)),
    "delete_record": row("records.delete", "nothing", call("people", ID)),
    "search_records": row(
        "records.search",
        "page of SearchResult",
        call("ada@", objects=["people", "companies"]),
        call("ada@", objects=["people"], request_as=MEMBER_ID, limit=3),
        call("ada@", objects=["people"], request_as="ada@example.com"),
    ),
    "merge_records": row(
        "records.merge", "reference", call("people", ID, OTHER_ID, wait=False, wait_timeout_s=5)
    ),
    "list_record_values": row(
        "records.history",
        "page of values",
        call("people", ID, "job_title"),
        call("people", ID, "job_title", show_historic=False, limit=3, offset=6),
    ),
    "write_record_values": row("records.write_history", "values", call("people", ID, "job_title", _HISTORY)),
    "list_record_entries": row(
        "records.entries",
        "page of RecordEntryData",
        call("people", ID),
        call("people", ID, limit=3, offset=6),
    ),
    "list_entries": row(
        "entries.list",
        "page of Entry",
        call("sales", limit=5),
        call("sales", filter=F("stage").eq("Lead"), **_QUERY),
        call("sales", filter_view_id=ID),
    ),
    "create_entry": row(
        "entries.create", "Entry", call("sales", ID, {"stage": "Lead"}, parent_object="people")
    ),
    "upsert_entry": row(
        "entries.upsert", "Entry", call("sales", ID, {"stage": "Lead"}, parent_object="people")
    ),
    "get_entry": row("entries.get", "Entry", call("sales", ID)),
    "update_entry": row("entries.update", "Entry", call("sales", ID, {"stage": "Lead"})),
    "replace_entry": row("entries.replace", "Entry", call("sales", ID, {"stage": "Lead"})),
    "delete_entry": row("entries.delete", "nothing", call("sales", ID)),
    "list_entry_values": row(
        "entries.history",
        "page of values",
        call("sales", ID, "stage"),
        call("sales", ID, "stage", show_historic=False, limit=3, offset=6),
    ),
    "write_entry_values": row("entries.write_history", "values", call("sales", ID, "stage", _HISTORY)),
    "list_activity_records": row(
        "activity_records.list",
        "page of ActivityRecord",
        call("demos", limit=5),
        call("demos", filter=F("outcome").eq("good"), **_QUERY),
    ),
    "create_activity_record": row(
        "activity_records.create", "ActivityRecord", call("demos", {"outcome": "good"})
    ),
    "upsert_activity_record": row(
        "activity_records.upsert",
        "ActivityRecord",
        call("demos", {"outcome": "good", "number": 4}, matching="number"),
    ),
    "get_activity_record": row("activity_records.get", "ActivityRecord", call("demos", ID)),
    "update_activity_record": row(
        "activity_records.update", "ActivityRecord", call("demos", ID, {"outcome": "good"})
    ),
    "replace_activity_record": row(
        "activity_records.replace", "ActivityRecord", call("demos", ID, {"outcome": "good"})
    ),
    "delete_activity_record": row("activity_records.delete", "nothing", call("demos", ID)),
}
