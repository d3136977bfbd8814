"""Which request means what, and what every answer carries."""

from __future__ import annotations

import re

import pytest
from attio_openapi.operations import OPERATIONS

from attio.testing import LocalWorkspace, router
from attio.testing.identifiers import is_uuid
from attio.testing.workspace import operations


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v2/objects/people/records"),
        ("DELETE", "/v2/objects"),
        ("GET", "/v1/objects"),
        ("GET", "/"),
        ("GET", ""),
        ("GET", "v2/objects"),
        ("GET", "/v2/objects/"),
        ("GET", "/v2/activities/x/attributes"),
        ("PURGE", "/v2/objects"),
        ("GET", "/v2/objects/people/attributes/name/values"),
    ],
)
def test_an_unknown_route_is_named_without_its_query(workspace, method, path):
    """Method and path are quoted back, the query is not."""
    answer = workspace.handle(method, path, "limit=5", {"authorization": f"Bearer {workspace.token}"})
    assert answer.status == 404
    assert answer.json() == {
        "status_code": 404,
        "type": "invalid_request_error",
        "code": "not_found",
        "message": f'Could not find endpoint "{method} {path}".',
    }


def test_fixed_segments_win_over_parameters():
    """Search is not a record route of an object called records."""
    assert router.match("POST", "/v2/objects/records/search").operation.id == "search_records"
    assert router.match("POST", "/v2/objects/records/records").operation.id == "create_record"


def test_path_parameters_are_decoded():
    """An option may be addressed by a title with spaces and emoji."""
    found = router.match("PATCH", "/v2/objects/deals/attributes/stage/statuses/Won%20%F0%9F%8E%89")
    assert found.params == {
        "target": "objects",
        "identifier": "deals",
        "attribute": "stage",
        "status": "Won 🎉",
    }


def test_every_template_finds_its_own_operation():
    """What is answered is what the operation's path says."""
    for operation in OPERATIONS.values():
        path = re.sub(r"\{\w+\}", "x1", operation.path.replace("{target}", "objects"))
        found = router.match(operation.method, path)
        assert found is None or found.operation.id == operation.id


def test_a_handler_of_no_operation_is_refused():
    """A typo in a route's name shows at import."""
    with pytest.raises(LookupError, match="no operation 'list_thingies'"):
        router.route("list_thingies")


def test_the_table_of_operations_has_all_97():
    """The table of what is simulated names every operation once."""
    assert operations().keys() == OPERATIONS.keys()
    assert operations()["get_self"] is True


def test_unknown_query_parameters_are_ignored(demo):
    """A typo in limit gives the first page."""
    assert len(demo.get("objects/people/attributes?limti=1&cursr=x")) > 30


def test_every_answer_has_an_execution_id_of_its_own(workspace):
    """Errors too; no two are the same."""
    answers = [workspace.request("GET", path) for path in ("/v2/objects", "/v2/nothing", "/v2/self")]
    ids = [answer.header("X-Attio-Execution-Id") for answer in answers]
    assert all(map(is_uuid, ids))
    assert len(set(ids)) == 3


@pytest.mark.parametrize(
    ("method", "path", "body", "accurate"),
    [
        ("GET", "/v2/objects", None, True),
        ("POST", "/v2/objects/people/records/query", {}, True),
        ("GET", "/v2/self", None, False),
        ("GET", "/v2/objects/none", None, False),
        ("POST", "/v2/objects/people/records", {"data": {"values": {}}}, False),
    ],
)
def test_only_successful_reads_say_how_accurate_they_are(workspace, method, path, body, accurate):
    """x-accurate-at is on data reads, with whole milliseconds on queries."""
    header = workspace.request(method, path, body).header("x-accurate-at")
    assert (header is not None) == accurate
    if accurate:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}000Z", header)


def test_only_the_two_queries_have_a_score(demo):
    """The score is 0 without a filter and grows with conditions and sorts."""

    def score(path, **body):
        return demo.send("POST", path, body).header("x-attio-record-query-score")

    assert score("objects/people/records/query") == "0"
    assert score("lists/hiring/entries/query") == "0"
    assert int(score("objects/people/records/query", filter={"job_title": "Buyer"})) > 0
    assert (
        int(score("objects/people/records/query", sorts=[{"attribute": "job_title", "direction": "asc"}])) > 0
    )
    assert demo.workspace.request("GET", "/v2/objects").header("x-attio-record-query-score") is None


def test_header_names_are_taken_in_any_case_and_the_query_from_the_path(workspace):
    """handle() is as lenient about form as HTTP is."""
    headers = {"AUTHORIZATION": f"bearer {workspace.token}"}
    answer = workspace.handle("GET", "/v2/objects/people/attributes?limit=2", headers=headers)
    assert len(answer.json()["data"]) == 2
    answer = workspace.handle("GET", "/v2/objects/people/attributes", {"limit": "3"}, headers)
    assert len(answer.json()["data"]) == 3


def test_a_feature_that_is_not_provisioned_has_no_route():
    """`without` takes the routes of a tag away."""
    workspace = LocalWorkspace(without=["Lists"])
    assert "Could not find endpoint" in workspace.request("GET", "/v2/lists").json()["message"]


def test_the_repr_shows_no_token(workspace):
    """A workspace may be logged."""
    assert workspace.token not in repr(workspace)
    assert "5 objects" in repr(workspace)


def test_every_answered_operation_says_what_it_simulates():
    """The table in the docs has a sentence for each, and what is left out."""
    rows = router.simulated()
    assert rows.keys() == router.handled()
    assert [name for name, (does, _) in rows.items() if not does.endswith((".", "`."))] == []
    assert "ranking" in rows["search_records"][1]
