"""Queries: filters, sorts, pages, views, and the indexes in front of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.records.filters import compile_predicate
from attio.testing import LocalWorkspace
from attio.testing.query import Lookup, Query, RowValues


def own(record):
    return record["id"].get("entry_id") or record["id"]["record_id"]


def names(records):
    return sorted(
        each["values"]["name"][0].get("full_name") or each["values"]["name"][0]["value"] for each in records
    )


def test_without_sorts_records_come_by_id(demo):
    """As recorded answers do; limit and offset cut the same order."""
    everybody = [own(each) for each in demo.find("people")]
    assert everybody == sorted(everybody)
    assert [own(each) for each in demo.find("people", limit=3, offset=2)] == everybody[2:5]
    assert demo.find("people", offset=100) == []


def test_new_and_deleted_records_keep_the_order(demo):
    """The order stays right as rows come and go."""
    demo.find("people")
    made = [own(demo.create("people")) for _ in range(20)]
    demo.find("people", sorts=[{"attribute": "created_at", "direction": "desc"}])
    for each in made[::2]:
        demo.delete(f"objects/people/records/{each}")
    left = [own(each) for each in demo.find("people")]
    assert left == sorted(left)
    assert set(made[1::2]) <= set(left)
    newest = demo.find("people", sorts=[{"attribute": "created_at", "direction": "desc"}], limit=3)
    assert [own(each) for each in newest] == [made[-1], made[-3], made[-5]]


FILTERS = [
    ({"email_addresses": "INES@nsf.example"}, ["Ines Haugen"]),
    ({"email_addresses": {"email_domain": "nsf.example"}}, ["Ines Haugen"]),
    ({"email_addresses": {"$contains": "northseaferries"}}, ["Ines Haugen", "Oskar Dahl"]),
    ({"name": {"full_name": {"$eq": "Leo Marchetti"}}}, ["Leo Marchetti"]),
    ({"name": "Leo Marchetti", "job_title": "Founder"}, ["Leo Marchetti"]),
    ({"name": "Leo Marchetti", "job_title": "Buyer"}, []),
    ({"job_title": "Buyer"}, ["Oskar Dahl"]),
    ({"job_title": {"$in": ["Buyer", "Editor"]}}, ["Oskar Dahl", "Wanda Pike"]),
    ({"$or": [{"job_title": "Buyer"}, {"tags": "Press"}]}, ["Oskar Dahl", "Wanda Pike"]),
    ({"$and": [{"tags": "Champion"}, {"newsletter": True}]}, ["Ines Haugen"]),
    ({"tags": {"$eq": "Candidate"}}, ["Noor Visser", "Tariq Aziz-Bell"]),
    ({"tags": "No such tag"}, []),
    ({"phone_numbers": "+4755512345"}, ["Ines Haugen"]),
    ({"phone_numbers": {"country_code": "EE"}}, ["Kadri Tamm"]),
    ({"twitter_follower_count": 5120}, ["Wanda Pike"]),
    ({"twitter_follower_count": {"$gt": 5000}}, ["Wanda Pike"]),
    ({"primary_location": {"locality": "Rotterdam"}}, ["Noor Visser"]),
    ({"last_interaction": {"interaction_type": "email"}}, ["Kadri Tamm"]),
    ({"name": {"last_name": {"$starts_with": "Aziz"}}}, ["Tariq Aziz-Bell"]),
    ({"$not": {"email_addresses": {"$contains": "a"}}}, []),
    (
        {"path": [["people", "company"], ["companies", "domains"]], "constraints": {"domain": "nsf.example"}},
        ["Ines Haugen", "Oskar Dahl"],
    ),
    (
        {
            "path": [["people", "company"], ["companies", "associated_deals"], ["deals", "stage"]],
            "constraints": {"$eq": "Lead"},
        },
        ["Leo Marchetti"],
    ),
]


@pytest.mark.parametrize(("filter", "found"), FILTERS, ids=str)
def test_filters_find_what_they_say(demo, filter, found):
    """Shorthand, operators, properties, logic and paths."""
    assert names(demo.find("people", filter)) == found


@pytest.mark.parametrize(
    ("filter", "code"),
    [
        ({"email": "x"}, "unknown_filter_attribute_slug"),
        ({"$or": [{"name": "x"}, {"email": "x"}]}, "unknown_filter_attribute_slug"),
        ({"email_addresses": ["x"]}, "filter_error"),
        ({"last_interaction": {"$eq": "x"}}, "missing_sort_field"),
        ({"phone_numbers": {"original_phone_number": "x"}}, "invalid_filter_field"),
        ({"job_title": {"$regex": "x"}}, "invalid_filter_operator"),
        ({"$not": {"$or": [{"name": "x"}]}}, "unknown_filter_attribute_slug"),
        (
            {"path": [["ghosts", "company"], ["companies", "name"]], "constraints": {"$eq": "x"}},
            "filter_error",
        ),
        (
            {"path": [["people", "company"], ["ghosts", "name"]], "constraints": {"$eq": "x"}},
            "unknown_filter_attribute_slug",
        ),
    ],
    ids=str,
)
def test_filters_that_attio_refuses(demo, filter, code):
    """400 with the code, and where in the filter it is."""
    error = demo.refused("POST", "objects/people/records/query", {"filter": filter}, status=400, code=code)
    if code == "unknown_filter_attribute_slug" and "$or" in filter:
        assert error["message"] == "Unknown attribute slug: email."
        assert error["path"] == ["$or", "1", "email"]


def test_status_takes_no_in(demo):
    """Statuses are compared one at a time."""
    body = {"filter": {"stage": {"$in": ["Lead"]}}}
    demo.refused("POST", "objects/deals/records/query", body, status=400, code="invalid_filter_operator")
    (lead,) = demo.find("deals", {"stage": "Lead"})
    status_id = lead["values"]["stage"][0]["status"]["id"]["status_id"]
    assert demo.find("deals", {"stage": {"status": status_id}}) == [lead]


def test_ids_are_filterable(demo):
    """record_id takes $eq and $in; unknown ids find nothing."""
    everybody = [own(each) for each in demo.find("people")]
    assert [own(each) for each in demo.find("people", {"record_id": everybody[2].upper()})] in (
        [everybody[2]],
        [],
    )
    assert [own(each) for each in demo.find("people", {"record_id": everybody[2]})] == [everybody[2]]
    ghost = "7f7f7f7f-0000-4000-8000-000000000000"
    found = demo.find("people", {"record_id": {"$in": [everybody[5], ghost, everybody[1], everybody[1]]}})
    assert [own(each) for each in found] == sorted([everybody[5], everybody[1]])
    assert demo.find("people", {"record_id": ghost}) == []
    both = {"record_id": {"$in": everybody[:4]}, "tags": "Champion"}
    assert {own(each) for each in demo.find("people", both)} <= set(everybody[:4])


def test_created_at_bounds_and_order(demo):
    """Pages by creation: from a moment on, oldest or newest first."""
    everybody = demo.find("people", sorts=[{"attribute": "created_at", "direction": "asc"}])
    times = [each["created_at"] for each in everybody]
    assert times == sorted(times)
    for low, operator, expected in (
        (times[3], "$gte", times[3:]),
        (times[3], "$gt", times[4:]),
        (times[3], "$lt", times[:3]),
        (times[3], "$lte", times[:4]),
    ):
        found = demo.find(
            "people", {"created_at": {operator: low}}, sorts=[{"attribute": "created_at", "direction": "asc"}]
        )
        assert [each["created_at"] for each in found] == expected
        nested = demo.find("people", {"created_at": {"value": {operator: low}}})
        assert sorted(each["created_at"] for each in nested) == expected
    window = {"$and": [{"created_at": {"$gte": times[2]}}, {"created_at": {"$lte": times[4]}}]}
    newest = demo.find(
        "people", window, sorts=[{"attribute": "created_at", "direction": "desc"}], limit=2, offset=1
    )
    assert [each["created_at"] for each in newest] == [times[3], times[2]]
    assert demo.find("people", {"created_at": {"$eq": times[0]}})[0]["created_at"] == times[0]


def test_sorts(demo):
    """By fields, by several keys, along paths; empty ones last."""
    by_last = demo.find("people", sorts=[{"attribute": "name", "field": "last_name", "direction": "asc"}])
    last = [each["values"]["name"][0]["last_name"] for each in by_last if each["values"]["name"]]
    assert last == sorted(last)
    assert by_last[-1]["values"]["name"] == []
    by_company = demo.find(
        "people",
        sorts=[{"path": [["people", "company"], ["companies", "name"]], "direction": "desc"}],
        limit=2,
    )
    assert {each["values"]["name"][0]["full_name"] for each in by_company} == {"Ines Haugen", "Oskar Dahl"}
    stages = demo.find("deals", sorts=[{"attribute": "stage", "direction": "asc"}])
    assert [each["values"]["stage"][0]["status"]["title"] for each in stages] == [
        "Lead",
        "In Progress",
        "Won 🎉",
    ]
    by_path = demo.find(
        "people",
        {"tags": "Champion"},
        sorts=[{"path": [["people", "associated_deals"], ["deals", "stage"]], "direction": "desc"}],
    )
    assert names(by_path[:1]) == ["Ines Haugen"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"sorts": [{"attribute": "ghost", "direction": "asc"}]}, "unknown_filter_attribute_slug"),
        ({"sorts": [{"attribute": "name", "direction": "asc"}]}, "missing_sort_field"),
        ({"sorts": [{"attribute": "name", "field": "nick", "direction": "asc"}]}, "invalid_filter_field"),
        ({"sorts": [{"attribute": "$name", "direction": "asc"}]}, "filter_error"),
        ({"sorts": [{"attribute": "name"}]}, "validation_type"),
        ({"sorts": [{"direction": "up", "attribute": "name"}]}, "validation_type"),
        ({"sorts": {"attribute": "name"}}, "validation_type"),
        ({"limit": 0}, "validation_type"),
        ({"limit": 1.5}, "validation_type"),
        ({"limit": "5"}, "validation_type"),
        ({"limit": True}, "validation_type"),
        ({"offset": -1}, "validation_type"),
        ({"filter": []}, "validation_type"),
        ({"filter": {}, "filter_view_id": "7f7f7f7f-0000-4000-8000-000000000000"}, "filter_error"),
    ],
    ids=str,
)
def test_queries_of_the_wrong_form(demo, body, code):
    """Sorts, limits and offsets are checked."""
    demo.refused("POST", "objects/people/records/query", body, status=400, code=code)


def test_a_saved_view_filters(demo):
    """filter_view_id applies the view's filter; one of another object is not there."""
    views = {each["title"]: each["id"]["view_id"] for each in demo.get("objects/people/views")}
    assert names(demo.find("people", filter_view_id=views["Champions"])) == ["Ines Haugen", "Kadri Tamm"]
    recent = demo.find("people", filter_view_id=views["Recently Contacted People"])
    assert names(recent) == ["Ines Haugen"]
    body = {"filter_view_id": views["Champions"]}
    demo.refused("POST", "objects/companies/records/query", body, status=404, code="not_found")
    demo.refused(
        "POST", "objects/people/records/query", {"filter_view_id": "x"}, status=404, code="not_found"
    )


def test_entries_are_queried_through_their_parent(demo):
    """Filters and sorts of entries walk to the record."""
    path = {
        "path": [["sales_pipeline", "parent_record"], ["companies", "name"]],
        "constraints": {"$contains": "rowing"},
    }
    (entry,) = demo.query("lists/sales_pipeline/entries/query", filter=path)
    assert entry["entry_values"]["stage"][0]["status"]["title"] == "Trial"
    sorts = [{"path": [["sales_pipeline", "parent_record"], ["companies", "name"]], "direction": "asc"}]
    ordered = demo.query("lists/sales_pipeline/entries/query", sorts=sorts)
    values = [each["entry_values"]["stage"][0]["status"]["title"] for each in ordered]
    assert values == ["Prospect", "Trial", "Customer"]
    assert demo.query("lists/sales_pipeline/entries/query", filter={"entry_id": own(entry)}) == [entry]
    assert demo.query("lists/sales_pipeline/entries/query", filter={"entry_id": {"$in": [own(entry)]}}) == [
        entry
    ]


def test_a_row_reads_as_a_mapping_of_its_values(demo):
    """The engine sees slugs, as many as there are attributes, and nothing else."""
    state = demo.workspace.state
    home = state.find_object("people")
    values = RowValues(state, home, next(iter(home.rows.values())))
    assert list(values) == list(home.by_slug)
    assert len(values) == len(home.by_slug)
    assert "parent_record" not in values
    choices = Query(state, home, {}).choices
    assert list(choices) == ["strongest_connection_strength", "tags"]
    assert len(choices) == 2
    assert "name" not in choices
    assert list(choices["deals.stage"]) == ["Lead", "In Progress", "Won 🎉", "Lost"]
    assert Lookup(state, home).resolve("ghosts", "x") is None


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "text": st.sampled_from(["a", "b", "A", ""]),
        "key": st.sampled_from(["k1", "k2", "k3"]),
        "number": st.sampled_from([0, 1, 1.5]),
        "checkbox": st.booleans(),
        "date": st.sampled_from(["2024-01-01", "2024-06-01"]),
        "select": st.sampled_from(["A", "B"]),
        "select_many": st.lists(st.sampled_from(["A", "B"]), max_size=2),
        "email": st.sampled_from(["a@x.com", "B@x.com"]),
        "domain": st.sampled_from(["x.com", "y.com"]),
        "currency": st.sampled_from([1, 2.5]),
    },
)
CONDITION = st.one_of(
    st.sampled_from(
        [("text", "a"), ("text", "b"), ("key", "k1"), ("number", 1), ("number", 1.0), ("checkbox", True)]
    ),
    st.sampled_from([("date", "2024-01-01"), ("select", "A"), ("select_many", "B"), ("email", "b@X.com")]),
    st.sampled_from([("domain", "y.com"), ("currency", 2.5), ("currency", "1"), ("select", "nope")]),
).map(lambda pair: {pair[0]: pair[1]})


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(VALUES, max_size=8),
    changes=st.lists(st.tuples(st.integers(0, 7), VALUES), max_size=6),
    conditions=st.lists(CONDITION, min_size=1, max_size=2),
)
def test_an_index_never_changes_what_is_found(rows, changes, conditions):
    """Whatever is written, a query by equality finds exactly the rows that its filter holds for."""
    workspace = _with_things()
    made: list[str] = []

    def send(method, path, body):
        return workspace.request(method, f"/v2/{path}", body).json()

    filter = {"$and": conditions}
    for values in rows:
        answer = send("POST", "objects/things/records", {"data": {"values": values}})
        if "data" in answer:
            made.append(answer["data"]["id"]["record_id"])
        send("POST", "objects/things/records/query", {"filter": filter})
    for index, values in changes:
        if index < len(made):
            method = "PATCH" if index % 2 else "PUT"
            send(method, f"objects/things/records/{made[index]}", {"data": {"values": values}})
    found = [own(each) for each in send("POST", "objects/things/records/query", {"filter": filter})["data"]]
    state = workspace.state
    home = state.find_object("things")
    test = compile_predicate(filter, Lookup(state, home), of="things")
    assert found == sorted(row.id for row in home.rows.values() if test(RowValues(state, home, row)))


def _with_things() -> LocalWorkspace:
    kinds = {
        "number": "number",
        "checkbox": "checkbox",
        "date": "date",
        "currency": "currency",
        "domain": "domain",
    }
    attributes = [{"api_slug": slug, "type": kind} for slug, kind in kinds.items()]
    attributes += [
        {"api_slug": "text", "type": "text"},
        {"api_slug": "key", "type": "text", "is_unique": True},
    ]
    attributes += [{"api_slug": "email", "type": "email-address"}]
    attributes += [
        {"api_slug": slug, "type": "select", "is_multiselect": many, "options": ["A", "B"]}
        for slug, many in (("select", False), ("select_many", True))
    ]
    return LocalWorkspace(
        {"standard_objects": [], "objects": [{"api_slug": "things", "attributes": attributes}]}
    )
