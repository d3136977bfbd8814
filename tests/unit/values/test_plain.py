"""Plain values are frozen, compare by content, pickle and print."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.ids import RecordId, WorkspaceMemberId
from attio.values.types import (
    ActorRef,
    Interaction,
    Location,
    Money,
    Option,
    PersonalName,
    Phone,
    Plain,
    RecordRef,
    Status,
)

SAMPLES: list[Plain] = [
    PersonalName("Ada", "Lovelace"),
    Money("100.50", "usd"),
    Location(locality="London", country_code="GB", latitude=51.5),
    Phone("020 7946 0000", country="GB"),
    RecordRef("companies", "c-1"),
    ActorRef("workspace-member", "m-1"),
    ActorRef("system"),
    Interaction("email", datetime(2026, 1, 1, tzinfo=UTC), ActorRef("system")),
    Option("B2B", "o-1"),
    Status("Won", "s-1", celebration_enabled=True, target_time_in_status_text="P1M"),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=repr)
def test_plain_values_behave_as_values(sample: Plain) -> None:
    """They copy and pickle to equals, hash alike, and rebuild from their own repr's content."""
    clone = pickle.loads(pickle.dumps(sample))
    assert clone == sample and type(clone) is type(sample)
    assert hash(clone) == hash(sample)
    assert copy.deepcopy(sample) == sample
    assert sample.replace() == sample
    assert sample != object()
    assert isinstance(str(sample), str)


@pytest.mark.parametrize("sample", SAMPLES, ids=repr)
def test_plain_values_are_frozen(sample: Plain) -> None:
    """Nothing can be set, added or deleted."""
    name = type(sample).__match_args__[0]
    with pytest.raises(AttributeError, match="frozen"):
        setattr(sample, name, "x")
    with pytest.raises(AttributeError, match="frozen"):
        sample.anything = 1  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="frozen"):
        delattr(sample, name)


def test_a_changed_copy() -> None:
    """replace() changes the named fields only."""
    assert Money(5, "EUR").replace(amount=7) == Money(7, "EUR")
    with pytest.raises(TypeError):
        Money(5, "EUR").replace(colour="red")


def test_a_name_is_put_together() -> None:
    """The full name comes from the parts unless it is given."""
    assert PersonalName("Ada", "Lovelace").full_name == "Ada Lovelace"
    assert PersonalName("Ada").full_name == "Ada"
    assert PersonalName().full_name is None
    assert PersonalName("Ada", "L", "Countess Ada").full_name == "Countess Ada"
    assert str(PersonalName()) == ""


@pytest.mark.parametrize(
    ("amount", "exact"),
    [(100, "100"), (19.99, "19.99"), ("0.10", "0.10"), (Decimal("1.2345"), "1.2345"), (-3, "-3")],
)
def test_money_is_exact(amount: Decimal | float | str, exact: str) -> None:
    """Amounts are Decimals; a float counts as it prints."""
    assert Money(amount, "USD").amount == Decimal(exact)
    assert str(Money(amount, " usd ")) == f"{exact} USD"
    assert str(Money(amount)) == exact


@pytest.mark.parametrize("odd", [True, None, b"1", [1]])
def test_money_refuses_other_types(odd: object) -> None:
    """What is no amount is refused by type."""
    with pytest.raises(ArgumentTypeError, match="amount: is not an amount"):
        Money(odd)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("odd", "problem"), [("a lot", "is not a number"), (float("nan"), "finite"), ("inf", "finite")]
)
def test_money_refuses_what_is_no_number(odd: str | float, problem: str) -> None:
    """Texts and floats that are no finite number are refused with the fix."""
    with pytest.raises(ArgumentError, match=problem):
        Money(odd)


def test_parts_must_be_texts() -> None:
    """A part that is no text is refused where it is made, by its name."""
    with pytest.raises(ArgumentTypeError, match="first_name: is not a text"):
        PersonalName(5)  # type: ignore[arg-type]
    with pytest.raises(ArgumentTypeError, match="postcode: is not a text"):
        Location(postcode=90025)  # type: ignore[arg-type]
    with pytest.raises(ArgumentTypeError, match="currency: is not a text"):
        Money(5, 840)  # type: ignore[arg-type]
    with pytest.raises(ArgumentTypeError, match="number: is not a text"):
        Phone(5)  # type: ignore[arg-type]


def test_location_has_ten_keys() -> None:
    """All ten parts are there, coordinates as texts without an exponent."""
    place = Location(line_1="1 High St", locality="London", latitude=0.0000001, longitude=Decimal("-0.12"))
    assert len(place.to_dict()) == 10
    assert place.to_dict()["region"] is None
    assert (place.latitude, place.longitude) == ("0.0000001", "-0.12")
    assert Location(latitude="51.5").latitude == "51.5"
    assert str(place) == "1 High St, London"


def test_references_take_ids_of_any_kind() -> None:
    """An id, a model with an id or a text all become the id's text."""

    class Member:
        id = WorkspaceMemberId("m-1")

    assert RecordRef("people", RecordId("r-1")) == RecordRef("people", "r-1")
    assert type(RecordRef("people", RecordId("r-1")).record_id) is str
    assert ActorRef("workspace-member", Member()).id == "m-1"
    assert str(RecordRef("people", "r-1")) == "people/r-1"
    assert (str(ActorRef("system")), str(ActorRef("app", "x"))) == ("system", "app/x")


def test_actors_read_from_both_spellings() -> None:
    """created_by_actor and actor-reference values name the same thing differently."""
    assert ActorRef.from_raw({"type": "app", "id": "1"}) == ActorRef("app", "1")
    assert ActorRef.from_raw({"referenced_actor_type": "app", "referenced_actor_id": "1"}) == ActorRef(
        "app", "1"
    )
    assert ActorRef.from_raw({}) == ActorRef(None, None)


def test_status_knows_its_target_time() -> None:
    """The target time is a relativedelta, read when asked for."""
    duration = Status("Won", target_time_in_status_text="P1M").target_time_in_status
    assert duration is not None and duration.months == 1
    assert Status("Won").target_time_in_status is None
    assert (str(Status("Won")), str(Status(None, "s-1")), str(Status())) == ("Won", "s-1", "")
    assert (str(Option("A")), str(Option(None, "o-1")), str(Option())) == ("A", "o-1", "")


def test_plain_values_match_patterns() -> None:
    """Positional patterns take the fields in order."""
    match Money(5, "EUR"):
        case Money(amount, currency):
            assert (amount, currency) == (5, "EUR")


def test_interactions_read() -> None:
    """An interaction reads with and without its parts."""
    assert Interaction.from_raw({}) == Interaction(None, None)
    assert Interaction.from_raw({"owner_actor": {"type": "system", "id": None}}).owner == ActorRef("system")
