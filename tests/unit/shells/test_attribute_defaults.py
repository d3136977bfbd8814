"""Default values of attributes: from plain Python to Attio's own shape."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.errors import ArgumentError
from attio.records.bodies_defaults import default_value_body
from attio.records.members import WorkspaceMemberData

MEMBER = WorkspaceMemberData({"id": {"workspace_member_id": "m-1"}})


def static(*template: object) -> dict[str, object]:
    return {"type": "static", "template": list(template)}


def dynamic(template: str) -> dict[str, object]:
    return {"type": "dynamic", "template": template}


@pytest.mark.parametrize(
    ("value", "type", "body"),
    [
        ("x", "text", static({"value": "x"})),
        ("current-user", "text", static({"value": "current-user"})),
        ("P1M", "text", static({"value": "P1M"})),
        (3, "number", static({"value": 3})),
        (False, "checkbox", static({"value": False})),
        (9.5, "currency", static({"currency_value": 9.5})),
        ("s-1", "status", static({"status": "s-1"})),
        (["o-1", "o-2"], "select", static({"option": "o-1"}, {"option": "o-2"})),
        (("a.com",), "domain", static({"domain": "a.com"})),
        ("a@b.c", "email-address", static({"email_address": "a@b.c"})),
        ("+15558675309", "phone-number", static({"original_phone_number": "+15558675309"})),
        (date(2026, 1, 2), "date", static({"value": "2026-01-02"})),
        ("2026-01-02", "date", static({"value": "2026-01-02"})),
        (datetime(2026, 1, 2, 3, tzinfo=UTC), "date", static({"value": "2026-01-02"})),
        (
            datetime(2026, 1, 2, 3, tzinfo=UTC),
            "timestamp",
            static({"value": "2026-01-02T03:00:00.000000000Z"}),
        ),
        ("P1M", "date", dynamic("P1M")),
        ("PT0S", "timestamp", dynamic("PT0S")),
        (timedelta(days=2), "timestamp", dynamic("P2D")),
        (relativedelta(months=1), None, dynamic("P1M")),
        ("P1M", None, dynamic("P1M")),
        ("current-user", "actor-reference", dynamic("current-user")),
        ("current-user", None, dynamic("current-user")),
        ("ada@example.com", "actor-reference", static({"workspace_member_email_address": "ada@example.com"})),
        (
            [MEMBER],
            "actor-reference",
            static({"referenced_actor_type": "workspace-member", "referenced_actor_id": "m-1"}),
        ),
        ({"value": 3}, None, static({"value": 3})),
        ([{"line_1": "x"}], "location", static({"line_1": "x"})),
        (
            {"type": "static", "template": [{"value": date(2026, 1, 2)}]},
            None,
            static({"value": "2026-01-02"}),
        ),
        ({"type": "dynamic", "template": "P1M"}, "date", dynamic("P1M")),
    ],
)
def test_default_values(value, type, body):
    """Plain values become static defaults, what is computed later a dynamic one; Attio's own shape passes."""
    assert default_value_body(value, type) == body


@pytest.mark.parametrize(
    ("value", "type", "message"),
    [
        ([], "text", "is empty"),
        (3, None, "a plain value cannot be the default of an attribute whose type is not known here"),
        ("x", "location", "a plain value cannot be the default of type 'location'"),
        ("x", "moon-phase", "a plain value cannot be the default of type 'moon-phase'"),
        (timedelta(1), "text", "attributes of type 'text' take no duration"),
        (datetime(2026, 1, 2), "timestamp", "without a time zone"),
        (5, "actor-reference", "cannot be int"),
        ({"type": "fixed", "template": [1]}, None, "is not one of the allowed values"),
        ({"template": [1]}, None, "must be a str"),
        ({"type": "static"}, None, "the template of a static default is a list of values"),
        ({"type": "static", "template": []}, None, "the template of a static default is a list of values"),
        ({"type": "static", "template": "x"}, None, "the template of a static default is a list of values"),
        (
            {"type": "dynamic", "template": ["P1M"]},
            None,
            "the template of a dynamic default is 'current-user'",
        ),
    ],
)
def test_what_is_no_default(value, type, message):
    """What means nothing as a default is refused, naming the argument."""
    with pytest.raises(ArgumentError, match=f"default_value: .*{message}"):
        default_value_body(value, type)


@settings(max_examples=60)
@given(st.lists(st.text() | st.integers() | st.booleans() | st.floats(allow_nan=False), min_size=1))
def test_every_plain_value_is_kept(values):
    """A static default holds each value once, in order, whatever it is."""
    assert [row["value"] for row in default_value_body(values, "text")["template"]] == values
