"""SQL over the workspace."""

from __future__ import annotations

import pytest

from attio.testing import USER_TOKEN, LocalWorkspace, Settings, sql
from tests.workspace.conftest import Api, own


def run(api, text):
    return api.query("sql", sql=text)["rows"]


def test_objects_and_lists_are_tables(demo):
    """Joined by the ids of records; columns are attributes."""
    text = (
        "SELECT c.name, e.stage, e.expected_value FROM sales_pipeline e "
        "JOIN companies c ON c.record_id = e.parent_record_id WHERE e.stage = 'Trial'"
    )
    assert run(demo, text) == [{"name": "Baltic Rowing", "stage": "Trial", "expected_value": 12500.5}]


def test_each_type_has_its_plain_form(things):
    """Text, numbers, booleans, moments, titles, ids, names and JSON."""
    person = own(things.create("people", name="Lovelace, Ada"))
    values = {
        "text": 'a "quoted" text',
        "number": 1.5,
        "checkbox": True,
        "currency": 12,
        "date": "2026-01-05",
        "timestamp": "2026-01-05T09:00:00Z",
        "rating": 3,
        "status": "Done",
        "select": "A",
        "select_many": ["A", "B"],
        "anybody": {"target_object": "people", "target_record_id": person},
        "location": "Bergen, Norway",
        "domain": "x.example",
        "email": "Ada@x.example",
        "phone": "+4755512345",
    }
    made = things.create("things", **values)
    (row,) = run(things, "SELECT * FROM things")
    assert row["record_id"] == own(made)
    assert {name: row[name] for name in ("text", "number", "checkbox", "currency", "rating")} == {
        "text": values["text"],
        "number": 1.5,
        "checkbox": True,
        "currency": 12,
        "rating": 3,
    }
    assert (row["date"], row["timestamp"]) == ("2026-01-05", "2026-01-05T09:00:00.000000000Z")
    assert (row["status"], row["select"], row["select_many"]) == ("Done", "A", ["A", "B"])
    assert (row["anybody"], row["domain"], row["email"]) == (person, "x.example", "ada@x.example")
    assert row["phone"] == "+4755512345" and row["location"]["locality"] == "Bergen"
    assert row["anything"] is None and row["key"] is None
    assert run(things, f"SELECT name FROM people WHERE record_id = '{person}'") == [{"name": "Ada Lovelace"}]


def test_checkboxes_are_booleans_and_can_be_false(demo):
    """Not the ones and noughts of SQLite."""
    rows = run(demo, "SELECT newsletter FROM people WHERE newsletter IS NOT NULL")
    assert {row["newsletter"] for row in rows} == {True, False}


def test_interactions_and_json_arrays_can_be_looked_into(demo):
    """json_each and json_extract work on what is JSON."""
    domains = run(demo, "SELECT json_each.value AS d FROM companies, json_each(companies.domains) ORDER BY d")
    assert {"d": "northseaferries.example"} in domains
    kinds = run(
        demo,
        "SELECT DISTINCT json_extract(last_interaction, '$.interaction_type') AS kind FROM people "
        "WHERE last_interaction IS NOT NULL",
    )
    assert {"kind": "calendar-event"} in kinds


def test_counting_needs_no_columns(demo):
    """count(*) counts rows."""
    assert run(demo, "SELECT count(*) AS n FROM people") == [{"n": len(demo.find("people"))}]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT nothing FROM people",
        "SELECT * FROM unicorns",
        "SELEC 1",
        "SELECT 1; SELECT 2",
        "DELETE FROM people",
        "DROP TABLE people",
        "INSERT INTO people (name) VALUES ('x')",
        "CREATE TABLE x (y)",
        "PRAGMA table_info(people)",
        "ATTACH 'x.db' AS x",
        "VACUUM INTO 'x.db'",
        "SELECT load_extension('x')",
        "SELECT zeroblob(900000000)",
        "SELECT \x00",
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
        "SELECT '" + "x" * sql.MAX_SQL + "'",
    ],
)
def test_only_good_selects_are_run(demo, text):
    """Everything else is filter_error, without a trace."""
    before = demo.find("people")
    answer = demo.refused("POST", "sql", {"sql": text}, status=400, code="filter_error")
    assert answer["message"].startswith("Error in SQL: ")
    assert demo.find("people") == before


def test_a_query_without_end_is_ended(demo, monkeypatch):
    """After about two seconds of work."""
    monkeypatch.setattr(sql, "_MAX_LOOKS", 3)
    text = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    assert (
        "interrupted"
        in demo.refused("POST", "sql", {"sql": text}, status=400, code="filter_error")["message"]
    )


def test_what_is_no_json_is_shown_all_the_same(demo):
    """Bytes as hexadecimal digits, infinity as null."""
    assert run(demo, "SELECT x'00ff' AS b, 9e999 AS i") == [{"b": "00ff", "i": None}]


@pytest.mark.parametrize("body", [{}, {"sql": ""}, {"sql": 7}, {"data": {"sql": "SELECT 1"}}])
def test_the_body_is_not_wrapped(demo, body):
    """sql is a key of the body itself."""
    demo.refused("POST", "sql", body, status=400, code="validation_type")


def test_a_list_that_a_member_cannot_see_is_no_table(demo):
    """SQL shows no more than the routes do."""
    home = demo.workspace.state.find_list("hiring")
    home.workspace_access, home.member_access = None, []
    body = {"sql": "SELECT count(*) FROM hiring"}
    assert demo.workspace.request("POST", "/v2/sql", body).status == 200
    assert demo.workspace.request("POST", "/v2/sql", body, token=USER_TOKEN).status == 400


def test_a_plan_without_sql_refuses_it():
    """It is for one plan only."""
    api = Api(LocalWorkspace(settings=Settings(plan_lacks=frozenset({"sql"}))))
    api.refused("POST", "sql", {"sql": "SELECT 1"}, status=403, code="billing_error")


def test_names_that_differ_in_case_only_are_one_table_and_one_column(api):
    """SQLite knows no case: the first one stands."""
    for slug in ("stuff", "Stuff"):
        api.post("objects", {"api_slug": slug, "singular_noun": "S", "plural_noun": "S"})
    api.create("Stuff")
    assert run(api, "SELECT count(*) AS n FROM stuff") == [{"n": 0}]
