"""Record search."""

from __future__ import annotations

import pytest


def search(api, query, *objects, **more):
    body = {
        "query": query,
        "objects": list(objects or ["people", "companies"]),
        "request_as": {"type": "workspace"},
    }
    return api.query("objects/records/search", **(body | more))


def texts(found):
    return [each["record_text"] for each in found]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ines", "Ines Haugen"),
        ("HAUGEN", "Ines Haugen"),
        ("kadri@baltic", "Kadri Tamm"),
        ("+3725123", "Kadri Tamm"),
        ("auroracharter.example", "Aurora Charter"),
        ("wandawrites", "Wanda Pike"),
        ("ferries", "North Sea Ferries"),
        ("kadry", "Kadri Tamm"),
        ("marchettii leo", "Leo Marchetti"),
    ],
)
def test_search_looks_at_names_domains_emails_phones_and_handles(demo, query, first):
    """The best match comes first, and one wrong letter is forgiven where nothing else matches."""
    assert first in texts(search(demo, query))[:2]


def test_results_say_what_the_kind_of_record_has(demo):
    """People carry emails and phones, companies domains, others neither; images where there are any."""
    (ines,) = search(demo, "ines haugen", "people")
    assert ines["email_addresses"] == ["ines.haugen@northseaferries.example", "ines@nsf.example"]
    assert ines["phone_numbers"] == ["+4755512345"]
    assert ines["record_image"] == "https://avatars.example/ines.png"
    (ferry,) = search(demo, "North Sea Ferries", "companies")
    assert ferry["domains"] == ["northseaferries.example", "nsf.example"]
    (keel,) = search(demo, "keel", "projects")
    assert set(keel) == {"id", "record_text", "record_image", "object_slug"}
    assert keel["record_image"] is None


def test_what_has_no_name_is_called_by_its_first_value_or_id(demo):
    """record_text is never empty."""
    (office,) = search(demo, "aurora-mail", "people")
    assert office["record_text"] == "office@aurora-mail.example"
    demo.post("objects", {"api_slug": "bare", "singular_noun": "B", "plural_noun": "Bs"})
    bare = demo.create("bare")
    assert search(demo, "anything", "bare") == []
    (found,) = search(demo, "", "bare")
    assert found["record_text"] == bare["id"]["record_id"]


def test_a_custom_object_without_a_name_is_searched_by_its_first_text(things):
    """The label is `name`, or the first text."""
    things.create("things", text="Lighthouse", key="unsearched")
    assert texts(search(things, "lighth", "things")) == ["Lighthouse"]
    assert search(things, "unsearched", "things") == []


def test_limits_and_repeats(demo):
    """At most 25, fewer if asked; an object named twice counts once."""
    assert len(search(demo, "a", "people", "people", limit=2)) == 2
    for _ in range(30):
        demo.create("companies", name="Clone")
    assert len(search(demo, "clone", "companies")) == 25


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"query": "x" * 257}, "validation_type"),
        ({"objects": []}, "validation_type"),
        ({"limit": 26}, "validation_type"),
        ({"request_as": None}, "validation_type"),
        ({"request_as": {"type": "workspace-member"}}, "validation_type"),
        ({"request_as": {"type": "workspace-member", "email_address": "nobody@x.com"}}, "value_not_found"),
        ({"objects": ["ghosts"]}, "value_not_found"),
    ],
    ids=str,
)
def test_searches_of_the_wrong_form(demo, change, code):
    """request_as is required, objects exist, limits hold."""
    body = {"query": "x", "objects": ["people"], "request_as": {"type": "workspace"}} | change
    demo.refused("POST", "objects/records/search", body, status=400, code=code)


def test_a_member_may_be_asked_for(demo):
    """By id or by email address."""
    member = next(iter(demo.workspace.state.members.by_id.values()))
    for who in ({"workspace_member_id": member.id}, {"email_address": member.email_address}):
        assert search(demo, "ines", "people", request_as={"type": "workspace-member", **who})
