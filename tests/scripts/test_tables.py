"""The tables under openapi/: complete, in use, and at one with each other."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.normalize.cli import main, make_plan
from scripts.normalize.inline import inline_refs
from scripts.normalize.layout import Layout
from scripts.normalize.patch import load_patches
from scripts.normalize.schema import operations
from scripts.normalize.strip import strip_prose
from scripts.normalize.table import load_table
from scripts.normalize.text import as_text

REPOSITORY = Path(__file__).resolve().parents[2]
OPENAPI = REPOSITORY / "openapi"
FACTS = REPOSITORY.parent / "shared" / "attio-api" / "openapi-facts.json"
TABLE = load_table(OPENAPI / "operations.yaml")
ROWS = [row for row in TABLE.rows if not row.retired]
NORMALIZED: dict[str, Any] = json.loads((OPENAPI / "normalized.json").read_text(encoding="utf-8"))


def test_everything_generated_is_up_to_date() -> None:
    """generated/, normalized.json and docs/operations.md are exactly what the inputs give."""
    assert main(["--check", "--strict"]) == 0


def test_no_name_row_or_patch_is_idle() -> None:
    """Every row of schema_names.yaml names a class, every patch finds its place, nothing is left to review."""
    plan = make_plan(Layout(REPOSITORY, REPOSITORY / "generated"), str(OPENAPI / "attio.json"), strict=True)
    assert plan.result.naming.unused == ()
    assert plan.result.naming.proposed == {}
    assert [patch.name for patch in plan.result.patches if patch.skipped] == []
    # The one correction that the extract holds already: the public file of March 2026 needs it.
    assert [patch.name for patch in plan.result.patches if not patch.applied] == [
        "self-authorized-by-may-be-absent"
    ]


def test_there_are_97_operations() -> None:
    """97 operations of today, and the one that is gone."""
    assert len(ROWS) == 97
    assert [row.id for row in TABLE.rows if row.retired] == ["list_scim_schemas"]


def test_a_verb_of_the_client_belongs_to_one_operation() -> None:
    """No two operations share a place in the client, except views, which objects and lists both have."""
    shared = [client for client, count in Counter(row.client for row in ROWS).items() if count > 1]
    assert shared == ["views.list"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_agrees_with_its_route(row: Any) -> None:
    """Retry and rate follow the method, except where the row says why not."""
    reads = row.method == "GET" or row.path.endswith(("/query", "/search")) or row.path == "/v2/sql"
    assert (row.rate == "read") is reads
    assert (row.retry == "safe") is reads
    if row.method in {"PUT", "DELETE"}:
        assert row.retry == "idempotent"
    renames = {
        "update_object",
        "update_attribute",
        "update_option",
        "update_status",
        "update_list",
        "update_activity",
    }
    if row.method == "PATCH":
        assert row.retry == ("unsafe" if row.id in renames else "idempotent")
    if row.method == "POST" and not reads:
        assert row.retry == ("idempotent" if row.id == "unsubscribe_emails" else "unsafe")
    assert row.summary.endswith(".")
    assert row.scopes or row.scopes_by_target or row.id == "get_self"


def _limits() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for _, _, operation in operations(NORMALIZED):
        schemas = {
            item["name"]: item["schema"] for item in operation.get("parameters", ()) if item["in"] == "query"
        }
        reference = (
            operation.get("requestBody", {})
            .get("content", {})
            .get("application/json", {})
            .get("schema", {})
            .get("$ref")
        )
        if reference:
            schemas |= NORMALIZED["components"]["schemas"][reference.rsplit("/", 1)[1]].get("properties", {})
        found[operation["operationId"]] = schemas
    return found


LIMITS = _limits()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_paging_agrees_with_the_parameters(row: Any) -> None:
    """The style follows the parameters, and sizes are those of the corrected spec."""
    known = LIMITS[row.id]
    style = "cursor" if "cursor" in known else "offset" if "offset" in known else "none"
    assert row.paging.style.removesuffix("-body") == style
    assert row.paging.style.endswith("-body") is (style == "offset" and row.method == "POST")
    limit = known.get("limit", {})
    assert row.paging.maximum == limit.get("maximum")
    default = limit.get("x-default")
    assert row.paging.default == (None if default is None else int(default))


def test_webhook_events_are_those_of_the_spec() -> None:
    """webhooks.yaml describes exactly the event types that can be subscribed to."""
    document = yaml.safe_load((OPENAPI / "webhooks.yaml").read_text(encoding="utf-8"))
    assert sorted(document["events"]) == NORMALIZED["components"]["schemas"]["WebhookEventType"]["enum"]
    assert len(document["events"]) == 34
    for event, facts in document["events"].items():
        assert facts["id"], event
        assert set(facts) <= {"id", "extra", "verified"}
    assert document["webhook"]["status"] == sorted(
        NORMALIZED["components"]["schemas"]["WebhookStatus"]["enum"],
        key=["active", "degraded", "inactive"].index,
    )


def test_every_patch_gives_reason_and_evidence() -> None:
    """A correction says why, in a sentence, and what shows it."""
    for patch in load_patches(OPENAPI / "patches"):
        assert patch.reason.endswith("."), patch.name
        assert re.search(r"behaviour\.md|changes-2026|real-traffic|attio-openapi-2026-03", patch.evidence), (
            patch.name
        )


def test_the_spec_copy_holds_no_prose() -> None:
    """attio.json is its own stripped form, written the one way we write JSON."""
    text = (OPENAPI / "attio.json").read_text(encoding="utf-8")
    assert as_text(strip_prose(json.loads(text))) == text
    descriptions = set(re.findall(r'"description": ("[^"]*")', text))
    assert descriptions == {'""'}


@pytest.mark.skipif(not FACTS.exists(), reason="../shared is not here: the extract of the public spec")
def test_the_spec_copy_is_the_extract() -> None:
    """attio.json, expanded, is equal to the structure-only extract that it was made from."""
    ours = inline_refs(json.loads((OPENAPI / "attio.json").read_text(encoding="utf-8")))
    assert ours == inline_refs(strip_prose(json.loads(FACTS.read_text(encoding="utf-8"))))


def test_the_page_lists_every_operation_once() -> None:
    """docs/operations.md holds each operation with its route and its place in the client."""
    page = (REPOSITORY / "docs" / "operations.md").read_text(encoding="utf-8")
    for row in ROWS:
        assert page.count(f"| `{row.id}` | `{row.call}` | `{row.client}` |") == 1
    assert "scim" not in page.lower()
