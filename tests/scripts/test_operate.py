"""Operations: named from the table, proposed where the table is silent, path parameters renamed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts.normalize.inline import inline_refs
from scripts.normalize.operate import match_rows, name_operations, propose_row, rename_path_parameters
from scripts.normalize.strip import strip_prose
from scripts.normalize.table import load_table


def test_rows_follow_the_table_and_what_is_new_is_proposed(spec: dict[str, Any], root: Path) -> None:
    """Known operations come in the table's order, unknown ones last with a proposal, missing ones are told."""
    table = load_table(root / "openapi" / "operations.yaml")
    del spec["paths"]["/v2/self"]
    del spec["paths"]["/scim/v2/Schemas"]
    spec["paths"]["/v2/people/{person_id}/phone-numbers"] = {"get": {"tags": ["People"], "responses": {}}}
    rows, proposed, missing = match_rows(strip_prose(spec), table)
    assert [row.id for row in rows[:2]] == ["list_records", "create_record"]
    assert [row.id for row in proposed] == ["list_people_phone_numbers"] == [rows[-1].id]
    assert [row.id for row in missing] == ["get_self"]


def test_proposals_are_cautious() -> None:
    """A write is proposed as unsafe, a read or a query as safe; paging is read off the parameters."""
    query = {"parameters": [{"name": "offset", "in": "query"}, {"name": "limit", "in": "query"}]}
    cursor = {
        "parameters": [{"name": "cursor", "in": "query"}],
        "security": [{"oauth2": ["b:read", "a:read"]}],
    }
    listed = propose_row("GET /v2/things", query, set())
    assert (listed.id, listed.retry, listed.rate, listed.paging.style) == (
        "list_things",
        "safe",
        "read",
        "offset",
    )
    paged = propose_row("GET /v2/things/{thing_id}", cursor, {"get_things"})
    assert (paged.id, paged.paging.style, paged.scopes) == ("get_things_2", "cursor", ("a:read", "b:read"))
    written = propose_row(
        "PUT /v2/things/{thing_id}", {"x-stability": "beta", "x-token-levels": ["user"]}, set()
    )
    assert (written.id, written.retry, written.rate, written.stability) == (
        "replace_things",
        "unsafe",
        "write",
        "beta",
    )
    assert written.token_levels == ("user",)
    assert propose_row("POST /v2/things/query", {}, set()).retry == "safe"
    assert propose_row("DELETE /v2", {}, set()).tag == "Unreviewed"


def test_operations_carry_our_words(spec: dict[str, Any], root: Path) -> None:
    """operationId, tag and summary come from the table, not from the spec."""
    rows, _, _ = match_rows(strip_prose(spec), load_table(root / "openapi" / "operations.yaml"))
    named = name_operations(strip_prose(spec), rows)
    operation = named["paths"]["/v2/lists/{list}"]["get"]
    assert (operation["operationId"], operation["tags"], operation["summary"]) == (
        "get_list",
        ["Lists"],
        "Fetch one list.",
    )


def test_only_path_parameters_are_renamed(spec: dict[str, Any]) -> None:
    """`list` in a path becomes list_slug_or_id, in the path and its parameter; the query parameter stays."""
    renamed = rename_path_parameters(inline_refs(strip_prose(spec)), {"list": "list_slug_or_id"})
    parameters = renamed["paths"]["/v2/lists/{list_slug_or_id}"]["get"]["parameters"]
    assert [(item["in"], item["name"]) for item in parameters][:3] == [
        ("path", "list_slug_or_id"),
        ("query", "limit"),
        ("query", "list"),
    ]
    assert "/v2/files/{file_id}/download" in renamed["paths"]
