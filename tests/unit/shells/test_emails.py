"""client.emails and client.sequences."""

from __future__ import annotations

import pytest

from attio._async.models.emails import AsyncEmail
from attio.core.errors import ArgumentError, ValidationError
from attio.records.correspondence import UnsubscribedEmailData
from tests.unit.shells.attio_double import Double, every, own_id

EMAIL = {
    "id": own_id(mailbox_id="b-1", email_id="e-1"),
    "sent_at": "2026-01-02T00:00:00.000000000Z",
    "direction": "inbound",
    "subject_line": None,
    "participants": [{"role": "from", "email_address": "a@x.com", "email_domain": "x.com", "name": None}],
    "linked_records": [{"object_slug": "people", "object_id": "o", "record_id": "r-1"}],
}


def test_list_asks_by_filters():
    """Lists become texts with commas; the flag goes out in lower case."""
    double = Double({"data": [EMAIL], "pagination": {"next_cursor": None}})
    page = double.run(
        lambda c: c.emails.list(
            linked_object="people",
            linked_record_ids=["r-1", "r-2"],
            participants=["a@x.com"],
            domain="x.com",
            sent_after="2026-01-01T00:00:00Z",
            sent_before="2026-02-01T00:00:00Z",
            exclude_automated_participants=True,
            limit=5,
            cursor="c",
        )
    )
    assert double.only == (
        "GET",
        "/v2/emails",
        {
            "linked_object": "people",
            "linked_record_ids": "r-1,r-2",
            "participants": "a@x.com",
            "domain": "x.com",
            "sent_after": "2026-01-01T00:00:00Z",
            "sent_before": "2026-02-01T00:00:00Z",
            "exclude_automated_participants": "true",
            "limit": "5",
            "cursor": "c",
        },
        None,
    )
    assert isinstance(page[0], AsyncEmail)
    assert (page[0].id, page[0].id.mailbox_id, page[0].participants[0].role) == ("e-1", "b-1", "from")


def test_iterate_goes_on_after_an_empty_page():
    """A page may be empty and not be the last."""
    double = Double(
        {"data": [], "pagination": {"next_cursor": "c"}},
        {"data": [EMAIL], "pagination": {"next_cursor": None}},
    )

    async def use(client):
        return await every(AsyncEmail.iterate(domain="x.com", client=client))

    assert [one.id for one in double.run(use)] == ["e-1"]


def test_a_list_without_a_filter_is_refused():
    """Attio lists no e-mails of the whole workspace, and 50 at most a page."""
    double = Double({"data": []})
    for call in (
        lambda c: c.emails.list(),
        lambda c: every(c.emails.iterate(sent_after="2026-01-01T00:00:00Z")),
    ):
        with pytest.raises(ArgumentError, match="^linked_object: Attio lists no e-mails without a filter"):
            double.run(call)
    with pytest.raises(ArgumentError, match="^limit: is out of range .*1 to 50"):
        double.run(lambda c: c.emails.list(domain="x.com", limit=51))
    assert double.asked == []


def test_unsubscribe_answers_what_is_on_the_list():
    """Addresses go out as a list, and come back with their time."""
    row = {"email_address": "a@x.com", "created_at": "2026-01-02T00:00:00.000000000Z"}
    double = Double({"data": [row]})
    found = double.run(lambda c: c.sequences.unsubscribe("a@x.com"))
    assert double.only == (
        "POST",
        "/v2/sequences/unsubscribed_emails",
        {},
        {"data": {"email_addresses": ["a@x.com"]}},
    )
    assert isinstance(found[0], UnsubscribedEmailData)
    assert (found[0].email_address, found[0].created_at.year, found[0].response.status) == (
        "a@x.com",
        2026,
        200,
    )


def test_unsubscribe_refuses_none_and_too_many():
    """1 to 1000 addresses."""
    double = Double({"data": []})
    for bad, message in (
        ([], "at least one is needed"),
        (["a@x.com"] * 1001, "at most 1000"),
        (["x"], "no e-mail"),
    ):
        with pytest.raises(ArgumentError, match=f"^email_addresses: .*{message}"):
            double.run(lambda c, bad=bad: c.sequences.unsubscribe(bad))
    assert double.asked == []


def test_unsubscribe_reads_attios_other_spelling_of_errors():
    """This route spells the status of an error in another way; the error is the same."""
    answer = {"statusCode": 400, "type": "invalid_request_error", "code": "validation_type", "message": "x"}
    with pytest.raises(ValidationError):
        Double((400, answer)).run(lambda c: c.sequences.unsubscribe("a@x.com"))
