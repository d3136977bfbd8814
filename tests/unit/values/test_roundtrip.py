"""What is written reads back: write, answer as Attio answers, read."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from attio.values.read import plain_value, read_values
from attio.values.types import ActorRef, Location, Money, PersonalName, RecordRef, Value
from attio.values.write import encode_value

SET = {
    "active_from": "2026-01-01T00:00:00.000000000Z",
    "active_until": None,
    "created_by_actor": {"type": "app"},
}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WORDS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=12)


class Attribute(NamedTuple):
    """An attribute as a schema describes it."""

    slug: str
    type: str
    is_multiselect: bool = True
    allowed_objects: tuple[str, ...] | None = None
    currency_code: str | None = "USD"
    choices: None = None
    is_writable: bool = True
    is_required: bool = False
    is_unique: bool = False
    is_archived: bool = False
    has_default: bool = False
    id: str | None = None


def answer(kind: str, sent: Any) -> dict[str, Any]:
    """Return the value as Attio answers it, normalised the way Attio does."""
    fields: dict[str, Any]
    match kind:
        case "currency":
            fields = {"currency_value": sent, "currency_code": "USD"}
        case "select":
            fields = {"option": {"id": {"option_id": "o"}, "title": sent, "is_archived": False}}
        case "status":
            fields = {"status": {"id": {"status_id": "s"}, "title": sent}}
        case "domain":
            fields = {"domain": sent.lower(), "root_domain": sent.lower()}
        case "email-address":
            fields = {"email_address": sent.lower(), "original_email_address": sent}
        case "phone-number":
            fields = {"phone_number": "".join(sent["original_phone_number"].split()), **sent}
        case "personal-name" | "location" | "record-reference" | "actor-reference":
            fields = sent
        case _:
            fields = {"value": sent}
    return json.loads(json.dumps({**SET, **fields, "attribute_type": kind}))


def written_and_read(kind: str, value: Any, *, decimals: bool = False) -> tuple[Any, Value]:
    sent = encode_value(value, "slug", Attribute("slug", kind))
    body = json.dumps([answer(kind, item) for item in sent]).encode()
    (read,) = read_values(body)
    return plain_value(read, decimals=decimals), read


COORDINATE = st.decimals(min_value=-90, max_value=90, places=9).map(
    lambda d: f"{d:.9f}".rstrip("0").rstrip(".")
)
PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXT,
    "number": st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False),
    "checkbox": st.booleans(),
    "currency": st.decimals(min_value=-(10**9), max_value=10**9, places=4).map(lambda d: Money(d, "USD")),
    "date": st.dates(),
    "timestamp": st.datetimes(min_value=datetime(2, 1, 1), timezones=st.just(UTC)),
    "rating": st.integers(0, 5),
    "select": TEXT.filter(bool),
    "status": TEXT.filter(bool),
    "record-reference": st.builds(RecordRef, st.sampled_from(["people", "companies"]), st.uuids().map(str)),
    "actor-reference": st.builds(ActorRef, st.just("workspace-member"), st.uuids().map(str)),
    "location": st.builds(
        Location,
        line_1=st.none() | TEXT,
        locality=st.none() | TEXT,
        country_code=st.none() | st.sampled_from(["GB", "XK"]),
        latitude=st.none() | COORDINATE,
    ),
    "domain": st.from_regex(r"[a-z]{1,9}\.(com|co\.uk)", fullmatch=True),
    "email-address": st.from_regex(r"[a-z]{1,9}@[a-z]{1,9}\.com", fullmatch=True),
    "phone-number": st.from_regex(r"\+44207946[0-9]{4}", fullmatch=True),
    "personal-name": st.builds(PersonalName, WORDS, WORDS),
}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(PLAIN)).flatmap(lambda kind: st.tuples(st.just(kind), PLAIN[kind])))
def test_plain_values_round_trip(pair: tuple[str, Any]) -> None:
    """A plain value of every writable type reads back equal and of the same type."""
    kind, value = pair
    found, read = written_and_read(kind, value)
    assert found == value
    assert type(found) is type(value)
    assert read.attribute_type == kind


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(PLAIN)).flatmap(lambda kind: st.tuples(st.just(kind), PLAIN[kind])))
def test_what_was_read_is_written_alike(pair: tuple[str, Any]) -> None:
    """Writing back a value that was read leaves what it says unchanged."""
    kind, value = pair
    found, read = written_and_read(kind, value)
    info = Attribute("slug", kind)
    again = encode_value(read, "slug", info)
    assert again == encode_value([read.raw], "slug", info)
    if kind not in {"select", "status"}:  # those go back by id
        assert read_values([answer(kind, again[0])])[0].plain == found


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=6))
def test_decimals_round_trip_exactly(value: Decimal) -> None:
    """A Decimal goes out as a number and comes back as the same Decimal where numbers read so."""
    assert written_and_read("number", value, decimals=True)[0] == value


@given(
    st.lists(st.sampled_from(["a", "b", "c"]) | st.uuids(), max_size=4), st.sampled_from([list, tuple, iter])
)
def test_every_container_says_the_same(items: list[str | UUID], container: Any) -> None:
    """Lists, tuples and iterators of the same items are sent alike."""
    sent = encode_value(container(items), "slug", Attribute("slug", "select"))
    assert sent == [str(item) for item in items]


@given(st.dates(), st.text(max_size=5))
def test_a_date_reads_from_a_timestamp(day: date, junk: str) -> None:
    """Attio cuts the time of a date; so does reading, and junk never raises."""
    read = read_values([{"attribute_type": "date", "value": f"{day.isoformat()}T10:00:00Z"}])[0]
    assert read.plain == day
    assert read_values([{"attribute_type": "date", "value": junk}])[0] is not None
