"""Filters print as the Python that builds them."""

from __future__ import annotations

import pytest

from attio.records.filters import F, Filter, Raw


@pytest.mark.parametrize(
    "text",
    [
        'F("a") == "x"',
        'F("a") != 1',
        'F("a") < 1.5',
        'F("a") <= -1',
        'F("a") > 1',
        'F("a") >= 1',
        'F("a") == True',
        'F("a").in_("x", "y")',
        'F("a").between(1, 2)',
        'F("a").field("b").between(1, 2)',
        'F("a").contains("x")',
        'F("a").starts_with("x")',
        'F("a").ends_with("x")',
        'F("a").not_empty()',
        'F("a").is_empty()',
        '~F("a").contains("x")',
        '~(F("a") >= 1)',
        '~F("a").between(1, 2)',
        'F("name").field("last_name").is_empty()',
        'F("a").where({"$gte": 1, "$lt": 2})',
        'F("a").where({"b": {"$gte": 1}, "c": {"$lte": 2}})',
        'F("a").where({"target_object": {"$eq": "x"}, "target_record_id": {"$in": ["y", "z"]}})',
        'F("company").ref("companies", "name") == "Acme"',
        'F("company", of="people").ref("companies", "team").ref("people", "name").field("last_name") == "x"',
        'F.parent("people", "email_addresses").contains("x")',
        'F.parent("people", "company", of="sales").ref("companies", "name") == "x"',
        'F("name", of="people") == "x"',
        "F.all_of()",
        '(F("a") == 1) & F("b").contains("x")',
        '(F("a") == 1) | ~F("b").contains("x")',
        '(F("name").contains("Ada") & (F("created_at") >= "2024-01-01")) | F("job_title").is_empty()',
        '~((F("a") == 1) & ((F("b") == 2) | (F("c") == 3)))',
        'Raw({"a": {"$new": [1, True, None, "it\'s"]}})',
        '~Raw({"a": 1}) & (F("b") != 1)',
        """F("a") == 'say "x"'""",
        """F("a") == "it's"  """.strip(),
        r'F("a") == "line\nbreak"',
    ],
)
def test_a_filter_prints_as_the_python_that_builds_it(text: str) -> None:
    """Evaluating the text builds an equal filter, which prints the same."""
    filter = eval(text, {"F": F, "Raw": Raw})
    assert isinstance(filter, Filter)
    assert repr(filter) == text
    assert str(filter) == text


def test_many_conditions_print_as_a_call() -> None:
    """A chain too long for Python's parser is written with F.all_of or F.any_of."""
    many = F.any_of(F("a") == number for number in range(5_000))
    assert repr(many).startswith('F.any_of(F("a") == 0, F("a") == 1, ')
    assert eval(repr(many), {"F": F}) == many
    assert repr(F.all_of(many, *(F("b") == number for number in range(13)))).startswith("F.all_of(F.any_of(")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (F("a"), 'F("a")'),
        (F("a.last_name"), 'F("a").field("last_name")'),
        (F.parent("people", "name"), 'F.parent("people", "name")'),
        (F.record_id, 'F("record_id")'),
    ],
)
def test_an_f_prints_as_itself(field: F, text: str) -> None:
    """An F shows the attribute that it names."""
    assert repr(field) == text
