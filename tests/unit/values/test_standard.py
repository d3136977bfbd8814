"""The built-in table says what Attio's standard objects really have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from attio.values.standard import EVERYWHERE, TABLE, standard_object

FACTS = Path(__file__).parents[4] / "shared" / "attio-api" / "standard-objects.json"


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    if not FACTS.exists():
        pytest.skip("../shared is not there: the facts about standard objects cannot be compared")
    return json.loads(FACTS.read_text())["objects"]


def test_the_table_is_the_facts(facts: dict[str, Any]) -> None:
    """Slugs, order, types and flags are those of the facts."""
    assert list(TABLE) == list(facts)
    for slug, object in facts.items():
        standard = standard_object(slug)
        assert standard is not None
        rows = list(standard.attributes())
        assert [row.slug for row in rows] == [fact["slug"] for fact in object["attributes"]]
        for row, fact in zip(rows, object["attributes"], strict=True):
            assert row.type == fact["type"]
            assert row.is_multiselect == fact["is_multiselect"]
            assert row.is_writable == fact["is_writable"]
            assert row.is_required == fact["is_required"]
            assert row.is_unique == fact["is_unique"]
            assert row.has_default == fact["is_default_value_enabled"]
            assert list(row.allowed_objects or []) == (fact["allowed_object_slugs"] or [])
            assert row.usual_currency == fact["config"]["currency"]["default_currency_code"]


def test_what_is_everywhere_is_single_and_fixed() -> None:
    """Attributes of every object are in the tables of the standard ones, too."""
    for slug in TABLE:
        standard = standard_object(slug)
        assert standard is not None
        for name, kind in EVERYWHERE.items():
            row = standard.find(name)
            assert row is None or (row.type, row.is_multiselect, row.is_writable) == (kind, False, False)
