"""Metadata of e-mails, and the list of those who want none."""

from __future__ import annotations

import pytest

from tests.workspace.conftest import own

INES = "ines.haugen@northseaferries.example"


def subjects(api, query):
    return [each["subject_line"] for each in api.get(f"emails?{query}")]


def test_emails_are_found_by_participant_domain_or_record(demo):
    """Any one of the filters is enough; newest first."""
    ines = demo.find("people", {"email_addresses": INES})[0]
    all_three = [None, "Re: Second ferry", "Second ferry"]
    assert subjects(demo, f"participants={INES.upper()}") == all_three[1:]
    assert subjects(demo, "domain=NorthSeaFerries.example") == all_three
    assert subjects(demo, f"linked_object=people&linked_record_ids={own(ines)}") == all_three[1:]
    company = demo.find("companies", {"domains": "northseaferries.example"})[0]
    by_company = f"linked_object=companies&linked_record_ids={own(company)}"
    assert subjects(demo, by_company) == all_three
    assert subjects(demo, f"domain=nowhere.example&{by_company}") == all_three
    assert subjects(demo, "domain=nowhere.example") == []


def test_an_email_shows_who_and_what_it_is_about(demo):
    """Participants with role and domain; linked people and companies as they are now; no body."""
    (first, *_) = demo.get(f"emails?participants={INES}")
    assert [each["role"] for each in first["participants"]] == ["from", "to", "cc"]
    assert first["participants"][1]["email_domain"] == "northseaferries.example"
    assert {each["object_slug"] for each in first["linked_records"]} == {"people", "companies"}
    assert first["direction"] == "outbound"
    assert set(first["id"]) == {"workspace_id", "mailbox_id", "email_id"}
    ines = demo.find("people", {"email_addresses": INES})[0]
    demo.delete(f"objects/people/records/{own(ines)}")
    (first, *_) = demo.get(f"emails?participants={INES}")
    assert {each["object_slug"] for each in first["linked_records"]} == {"companies"}


def test_times_are_exclusive(demo):
    """sent_after and sent_before leave the moment itself out."""
    query = "domain=northseaferries.example"
    assert subjects(demo, f"{query}&sent_after=2025-12-18T09:10:00Z") == [None]
    assert subjects(demo, f"{query}&sent_before=2025-12-18T09:10:00Z") == ["Second ferry"]
    assert len(subjects(demo, f"{query}&sent_after=null")) == 3


def test_filters_that_name_the_own_workspace_are_ignored(demo):
    """Colleagues are in every e-mail, so they find none."""
    assert subjects(demo, "domain=harbourlight.example") == []
    assert subjects(demo, "participants=mira@harbourlight.example") == []


def test_pages_may_be_short_or_empty_while_there_is_more(demo):
    """Machines are left out of the page, not of the search; the cursor goes on all the same."""
    query = "emails?domain=northseaferries.example&exclude_automated_participants=true&limit=1"
    first = demo.send("GET", query).json()
    assert first["data"] == [] and first["pagination"]["next_cursor"]
    second = demo.send("GET", f"{query}&cursor={first['pagination']['next_cursor']}").json()
    assert [each["subject_line"] for each in second["data"]] == ["Re: Second ferry"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "sent_after=2025-01-01T00:00:00Z",
        "linked_object=people",
        "linked_record_ids=00000000-0000-4000-8000-000000000000",
        "linked_object=people&linked_record_ids=x",
        "linked_object=deals&linked_record_ids=00000000-0000-4000-8000-000000000000",
        "participants=" + ",".join(f"{n}@x.example" for n in range(11)),
        "domain=x.example&limit=51",
        "domain=x.example&sent_before=soon",
        "domain=x.example&exclude_automated_participants=maybe",
    ],
)
def test_a_search_needs_a_good_reason(demo, query):
    """At least one filter, each of them whole and within its bounds."""
    demo.refused("GET", f"emails?{query}", status=400, code="validation_type")


def test_an_unknown_object_is_not_found(demo):
    """As everywhere else."""
    query = "linked_object=unicorns&linked_record_ids=00000000-0000-4000-8000-000000000000"
    demo.refused("GET", f"emails?{query}", status=404, code="not_found")


def test_addresses_are_unsubscribed_once(api):
    """Lower case, each once, the time of the first request kept."""
    first = api.post(
        "sequences/unsubscribed_emails", {"email_addresses": ["A@x.example", "b@x.example", "a@x.example"]}
    )
    assert [each["email_address"] for each in first] == ["a@x.example", "b@x.example"]
    again = api.post("sequences/unsubscribed_emails", {"email_addresses": ["b@x.example", "c@x.example"]})
    assert again[0] == first[1] and again[1]["created_at"] > first[1]["created_at"]


@pytest.mark.parametrize(
    "body",
    [
        {"data": {"email_addresses": []}},
        {"data": {"email_addresses": ["a@x.example"] * 1001}},
        {"data": {"email_addresses": ["nobody"]}},
        {"data": {"email_addresses": ["a@x.example"], "why": "x"}},
        {"data": {"email_addresses": ["a@x.example"]}, "why": "x"},
    ],
)
def test_the_body_of_an_unsubscription_is_strict(api, body):
    """Bounds and unknown keys at both levels; the status is spelt in camel case."""
    answer = api.refused("POST", "sequences/unsubscribed_emails", body, status=400, code="validation_type")
    assert answer["statusCode"] == 400
