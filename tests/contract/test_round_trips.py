"""What is written as plain Python comes back as the same plain Python, for every attribute type, over the whole wire."""

from __future__ import annotations

import asyncio
import string
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attio import ActorRef, AsyncAttio, Attio, Location, Money, PersonalName, RecordRef
from attio.testing import LocalWorkspace

WORDS = (
    st.text(alphabet=string.ascii_letters + " äöüßéñ漢字🙂'-", min_size=1, max_size=24)
    .map(str.strip)
    .filter(bool)
)
NAME_PARTS = st.text(alphabet=string.ascii_letters + "äöü", min_size=1, max_size=12)
LABELS = st.text(alphabet=string.ascii_lowercase + string.digits, min_size=1, max_size=12)
ZONES = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1), timezones=ZONES).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)
OPTIONS = ["Small", "Large", "Ünusual 🙂", 'with "quotes"']
STATUSES = ["Planned", "Running", "Won 🎉"]

VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": WORDS,
    "number": st.integers(-(10**12), 10**12) | st.decimals(-(10**9), 10**9, places=4).map(float),
    "checkbox": st.booleans(),
    "currency": st.decimals(-(10**9), 10**9, places=4).map(lambda amount: Money(amount, "EUR")),
    "date": st.dates(date(1000, 1, 1), date(9999, 12, 31)),
    "timestamp": MOMENTS,
    "rating": st.integers(0, 5),
    "select": st.sampled_from(OPTIONS),
    "status": st.sampled_from(STATUSES),
    "location": st.builds(
        Location,
        line_1=st.none() | WORDS,
        locality=st.none() | WORDS,
        region=st.none() | WORDS,
        postcode=st.none() | LABELS,
        country_code=st.none() | st.sampled_from(["GB", "US", "XK", "NO"]),
    ).filter(lambda place: place != Location()),
    "domain": st.builds("{}.{}.example".format, LABELS, LABELS),
    "email-address": st.builds("{}@{}.example".format, LABELS, LABELS),
    "phone-number": st.integers(1_000_000, 9_999_999).map(
        lambda digits: f"+4420794{digits % 10000:04d}00"[:13]
    ),
}
"""What may be written to an attribute of each type that users can make; the others have tests of their own below."""


@pytest.fixture(scope="module")
def client() -> Any:
    """A workspace with one attribute of every type on an object of its own, and a second, multi-valued select."""
    workspace = LocalWorkspace()
    with Attio(transport=workspace.transport()) as made:
        made.workspace = workspace  # type: ignore[attr-defined]
        made.objects.create(api_slug="things", singular_noun="Thing", plural_noun="Things")
        for kind in VALUES:
            settings_ = {"currency_code": "EUR"} if kind == "currency" else {}
            made.attributes.create(title=kind, type=kind, object="things", api_slug=_slug(kind), **settings_)
        made.attributes.create(
            title="Many", type="select", object="things", api_slug="many", is_multiselect=True
        )
        made.attributes.create(
            title="Peers",
            type="record-reference",
            object="things",
            api_slug="peers",
            is_multiselect=True,
            allowed_objects=["people"],
        )
        made.attributes.create(title="Lead", type="actor-reference", object="things", api_slug="lead")
        for title in OPTIONS:
            made.attributes.options.create("a_select", title, object="things")
            made.attributes.options.create("many", title, object="things")
        for title in STATUSES:
            made.attributes.statuses.create("a_status", title, object="things")
        yield made


def _slug(kind: str) -> str:
    return "a_" + kind.replace("-", "_")


def _same(kind: str, written: Any, read: Any) -> bool:
    if kind == "timestamp":
        return bool(read == written.astimezone(UTC) and read.tzinfo is UTC)
    if kind == "currency":
        return bool(read.amount == written.amount and read.currency == "EUR")
    return bool(read == written and type(read) is type(written) or (kind == "number" and read == written))


SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_comes_back(client: Attio, kind: str) -> None:
    """Create, get, update and query agree on what was written; None clears."""
    things = client.object("things")

    @SLOW
    @given(VALUES[kind], VALUES[kind])
    def check(first: Any, second: Any) -> None:
        made = things.create({_slug(kind): first})
        assert _same(kind, first, made[_slug(kind)]), (first, made[_slug(kind)])
        assert _same(kind, first, things.get(made.id)[_slug(kind)])
        made[_slug(kind)] = second
        assert _same(kind, second, made.save()[_slug(kind)])
        assert made.changes() == {}
        if kind != "checkbox":  # Attio refuses null there
            assert made.update({_slug(kind): None})[_slug(kind)] is None
        made.delete()

    check()


@SLOW
@given(st.lists(st.sampled_from(OPTIONS), unique=True), st.lists(st.sampled_from(OPTIONS), unique=True))
def test_several_values_are_replaced_and_added(client: Attio, first: list[str], second: list[str]) -> None:
    """PUT overwrites a multi-valued attribute, PATCH adds to it without doubling; page and record agree."""
    things = client.object("things")
    made = things.create({"many": first})
    assert made["many"] == first
    assert made.update({"many": second})["many"] == [*(o for o in second if o not in first), *first]
    assert made.replace({"many": second})["many"] == second
    assert [row["many"] for row in things.list(filter={"record_id": str(made.id)})] == [second]
    made.delete()


@SLOW
@given(NAME_PARTS, NAME_PARTS)
def test_a_name_comes_back_whole(client: Attio, first: str, last: str) -> None:
    """A plain name becomes first, last and full name, in both orders and as an object."""
    whole = PersonalName(first_name=first, last_name=last, full_name=f"{first} {last}")
    for written in (f"{first} {last}", f"{last}, {first}", whole):
        made = client.people.create({"name": written})
        assert made["name"] == whole
        made.delete()


def test_references_come_back(client: Attio) -> None:
    """Records, references, pairs and members are written in every form and read as references."""
    ada = client.people.create({"name": "Ada Lovelace", "email_addresses": ["ada@refs.example"]})
    member = client.workspace_members.list()[0]
    things = client.object("things")
    for peer in (
        ada,
        ada.reference(),
        ("people", ada.id),
        {"target_object": "people", "target_record_id": str(ada.id)},
    ):
        assert things.create({"peers": [peer]})["peers"] == [RecordRef("people", ada.id)]
    for lead in (member, member.email_address, member.id, ActorRef("workspace-member", member.id)):
        assert things.create({"lead": lead})["lead"] == ActorRef("workspace-member", member.id)


def test_async_reads_what_sync_wrote(client: Attio) -> None:
    """Both worlds read the same values of the same record."""
    made = client.object("things").create({"a_text": "x", "a_number": 1.5, "many": OPTIONS[:2]})

    async def main() -> dict[str, Any]:
        async with AsyncAttio(transport=client.workspace.transport()) as other:  # type: ignore[attr-defined]
            return (await other.object("things").get(made.id)).to_dict(plain=True)

    plain = made.to_dict(plain=True)
    assert asyncio.run(main()) == plain
    assert plain["a_number"] == 1.5
