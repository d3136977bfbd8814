"""`F` builds filters from plain Python, and says what is wrong before anything is sent."""

from __future__ import annotations

import copy
import enum
import math
import pickle
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records import filters
from attio.records.data import EntryData, RecordData
from attio.records.filters import F, Filter, Raw
from attio.records.ids import RecordId, WorkspaceMemberId
from attio.records.members import WorkspaceMemberData
from attio.records.structure import AttributeData, OptionData, StatusData
from attio.values.plain import ActorRef, Location, Money, Option, PersonalName, Phone, RecordRef, Status
from attio.values.types import VALUE_TYPES

ID = "891dcbfc-9141-415d-9b2a-2238a6cc012d"
OTHER = "0a3f5e7c-2d2e-4d5f-8f65-3a5c7d9e1b21"


class Stage(enum.Enum):
    WON = "Won"


class Level(enum.IntEnum):
    HIGH = 3


@pytest.mark.parametrize(
    ("filter", "json"),
    [
        (F("a") == "x", {"a": {"$eq": "x"}}),
        (F("a").eq(1), {"a": {"$eq": 1}}),
        (F("a") != "x", {"$not": {"a": {"$eq": "x"}}}),
        (F("a").ne("x"), {"$not": {"a": {"$eq": "x"}}}),
        (F("a") < 1, {"a": {"$lt": 1}}),
        (F("a") <= 1, {"a": {"$lte": 1}}),
        (F("a") > 1, {"a": {"$gt": 1}}),
        (F("a") >= 1, {"a": {"$gte": 1}}),
        (5 < F("a"), {"a": {"$gt": 5}}),
        (F("a").contains("x"), {"a": {"$contains": "x"}}),
        (F("a").starts_with("x"), {"a": {"$starts_with": "x"}}),
        (F("a").ends_with("x"), {"a": {"$ends_with": "x"}}),
        (F("a").not_empty(), {"a": {"$not_empty": True}}),
        (F("a").is_empty(), {"$not": {"a": {"$not_empty": True}}}),
        (F("a") == None, {"$not": {"a": {"$not_empty": True}}}),
        (F("a") != None, {"a": {"$not_empty": True}}),
        (~F("a").is_empty(), {"a": {"$not_empty": True}}),
        (F("a").between(1, 2), {"a": {"$gte": 1, "$lte": 2}}),
        (F("a").between(None, 2), {"a": {"$lte": 2}}),
        (F("a").between(1, None), {"a": {"$gte": 1}}),
        (F("name").field("last_name") == "L", {"name": {"last_name": {"$eq": "L"}}}),
        (F("name.last_name") == "L", {"name": {"last_name": {"$eq": "L"}}}),
        (F.record_id == ID, {"record_id": {"$eq": ID}}),
        (F.record_id.in_(ID, OTHER), {"record_id": {"$in": [ID, OTHER]}}),
        (F.entry_id == ID, {"entry_id": {"$eq": ID}}),
        (F.created_at < "2024-01-01T00:00:00Z", {"created_at": {"$lt": "2024-01-01T00:00:00Z"}}),
        (F.all_of(), {}),
        (F.all_of(F("a") == 1), {"a": {"$eq": 1}}),
        (F.all_of([F("a") == 1, {"b": 2}]), {"$and": [{"a": {"$eq": 1}}, {"b": {"$eq": 2}}]}),
        (F.any_of(F("a") == 1, {"b": 2}), {"$or": [{"a": {"$eq": 1}}, {"b": {"$eq": 2}}]}),
        (F.any_of(F("a") == 1, F.all_of()), {}),
        ((F("a") == 1) & F.all_of(), {"a": {"$eq": 1}}),
    ],
)
def test_every_question_compiles_to_attios_json(filter: Filter, json: object) -> None:
    """Each operator and method of F compiles to the JSON that Attio documents."""
    assert filter.to_json() == json


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (date(2024, 1, 31), "2024-01-31"),
        (datetime(2024, 1, 1, 2, tzinfo=timezone(timedelta(hours=2))), "2024-01-01T00:00:00.000000000Z"),
        (Decimal("12.50"), 12.5),
        (Decimal(12), 12),
        (Decimal("1E+3"), 1000),
        (Money("12.50", "USD"), 12.5),
        (True, True),
        (1.5, 1.5),
        (Stage.WON, "Won"),
        (Level.HIGH, 3),
        (UUID(ID), ID),
        (Option("VIP", ID), "VIP"),
        (Status(id=ID), ID),
        (OptionData({"id": {"option_id": ID}, "title": "VIP"}), "VIP"),
        (StatusData({"id": {"status_id": ID}}), ID),
        (PersonalName("Ada", "Lovelace"), "Ada Lovelace"),
        (Phone("+44 1"), "+44 1"),
        (EntryData({"id": {"entry_id": ID}}), ID),
        (VALUE_TYPES["select"]({"option": {"title": "VIP"}}), "VIP"),
        (VALUE_TYPES["currency"]({"currency_value": 5, "currency_code": "EUR"}), 5),
    ],
    ids=lambda value: type(value).__name__,
)
def test_plain_python_values_are_understood(value: object, sent: object) -> None:
    """Every plain value that the library reads can be compared with."""
    found = (F("x") == value).to_json()["x"]["$eq"]
    assert found == sent
    assert type(found) is type(sent)


@pytest.mark.parametrize(
    "value",
    [
        RecordRef("people", ID),
        RecordData({"id": {"record_id": ID}}, scope="people"),
        VALUE_TYPES["record-reference"]({"target_object": "people", "target_record_id": ID}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_record_is_compared_by_object_and_id(value: object) -> None:
    """Records and references to them compare both properties of one value, or the id where an id is asked."""
    both = {"target_object": {"$eq": "people"}, "target_record_id": {"$eq": ID}}
    assert (F("company") == value).to_json() == {"company": both}
    assert (F.record_id == value).to_json() == {"record_id": {"$eq": ID}}
    assert (F("company").field("target_record_id") == value).to_json()["company"] == {
        "target_record_id": {"$eq": ID}
    }
    assert F("company").in_(value, RecordRef("people", OTHER)).to_json()["company"]["target_record_id"] == {
        "$in": [ID, OTHER]
    }


def test_a_record_without_a_known_object_and_a_record_id_are_compared_by_id() -> None:
    """Where nothing tells the object, the record's id decides alone."""
    expected = {"company": {"target_record_id": {"$eq": ID}}}
    assert (F("company") == RecordId(ID)).to_json() == expected
    assert (F("company") == RecordData({"id": {"record_id": ID}})).to_json() == expected


@pytest.mark.parametrize(
    "value",
    [
        ActorRef("workspace-member", ID),
        WorkspaceMemberId(ID),
        WorkspaceMemberData({"id": {"workspace_member_id": ID}}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_actor_is_compared_by_type_and_id(value: object) -> None:
    """Attio wants both properties of an actor together, so both are sent."""
    both = {"referenced_actor_type": {"$eq": "workspace-member"}, "referenced_actor_id": {"$eq": ID}}
    assert (F("owner") == value).to_json() == {"owner": both}
    assert F("owner").in_(value).to_json() == {"owner": both}
    assert (F("owner").field("referenced_actor_id") == value).to_json() == {
        "owner": {"referenced_actor_id": {"$eq": ID}}
    }


def test_an_actor_without_an_id_is_compared_by_type() -> None:
    """The system is an actor without an id."""
    system = ActorRef("system")
    assert (F.created_by == system).to_json() == {"created_by": {"referenced_actor_type": {"$eq": "system"}}}
    with pytest.raises(ArgumentError, match="has no id"):
        F("owner").field("referenced_actor_id").in_(system)


def test_in_takes_values_one_by_one_or_as_one_iterable() -> None:
    """Lists, tuples, generators and sets are taken apart; texts and records are not."""
    expected = F.record_id.in_("a", "b")
    assert F.record_id.in_(["a", "b"]) == expected
    assert F.record_id.in_(letter for letter in "ab") == expected
    assert F.record_id.in_({"b", "a"}) == expected
    assert F.record_id.in_("a", "a", "b") == expected
    assert F.record_id.in_("ab").to_json() == {"record_id": {"$in": ["ab"]}}
    record = RecordData({"id": {"record_id": ID}, "values": {"name": []}}, scope="people")
    assert F.record_id.in_(record).to_json() == {"record_id": {"$in": [ID]}}


def test_in_takes_what_cannot_stand_in_one_list_apart() -> None:
    """None, records of several objects and plain values become alternatives."""
    assert F("a").in_("x", None) == F("a").in_("x") | F("a").is_empty()
    mixed = F("a").in_(RecordRef("people", ID), RecordRef("companies", OTHER), "x")
    assert [sorted(part["a"]) for part in mixed.to_json()["$or"]] == [
        ["$eq"],
        ["target_object", "target_record_id"],
        ["target_object", "target_record_id"],
    ]
    assert F("a").in_(True, 1).to_json() == {"$or": [{"a": {"$eq": True}}, {"a": {"$eq": 1}}]}


REFUSED = [
    (lambda: F("a") == float("nan"), "not a number that JSON has"),
    (lambda: F("a") < math.inf, "not a number that JSON has"),
    (lambda: F("a") == Decimal("sNaN"), "not a number that JSON has"),
    (lambda: F("a") == 2**70, "larger than Attio's 64-bit numbers"),
    (lambda: F("a") == Decimal("0.12345678901234567890"), "more digits"),
    (lambda: F("a") == Decimal("1E+999999"), "more digits"),
    (lambda: F("a") >= datetime(2024, 1, 1), "without a time zone.*replace\\(tzinfo=timezone.utc\\)"),
    (lambda: F("a") >= datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5))), "outside the years 1 to 9999"),
    (lambda: F("a") == "\ud800", "half of a surrogate pair"),
    (lambda: F("a") == ["x"], "not with several.*in_"),
    (lambda: F("a") == {"x": 1}, "cannot compare with a dict"),
    (lambda: F("a") == b"x", "cannot compare with a bytes"),
    (lambda: F("a") == object, "cannot compare with a type"),
    (lambda: F("a") == F("b"), "cannot compare with a F"),
    (lambda: F("a") == Location(locality="London"), "cannot compare with a Location"),
    (lambda: F("a") == RecordRef("people", ""), "cannot compare with a RecordRef"),
    (lambda: F("a") == Option(), "cannot compare with a Option"),
    (lambda: F("a") == ActorRef(None), "cannot compare with a ActorRef"),
    (lambda: F("a") == RecordData({}), "cannot compare with a RecordData"),
    (lambda: F("a") < None, "cannot compare with None.*is_empty"),
    (lambda: F("a") < True, "have no order"),
    (lambda: F("a").contains(5), "looks for text.*pass '5'"),
    (lambda: F("a") < RecordRef("people", ID), "equal or not"),
    (lambda: F("a").contains(RecordId(ID)), "equal or not"),
    (lambda: F("a").in_(), "nothing is in an empty list"),
    (lambda: F("a").in_([["x"]]), "not with several"),
    (lambda: F("a").between(None, None), "open on both sides"),
    (lambda: F.any_of(), "nothing is any of no filters"),
    (lambda: ~F.all_of(), "the opposite of everything"),
    (lambda: F.all_of(F("a")), "names an attribute and asks nothing"),
    (lambda: F.all_of("a"), "is no filter"),
    (lambda: F(""), "is no slug"),
    (lambda: F(" a"), "is no slug"),
    (lambda: F("$and"), "is no slug"),
    (lambda: F(5), "is no slug"),
    (lambda: F("a", of=""), "is no slug"),
    (lambda: F("company.name"), "no property of any attribute type.*ref\\("),
    (lambda: F("a").field("$eq"), "no name of a property"),
    (lambda: F("a").field("b").field("c"), "names a field already"),
    (lambda: F("a").field("b").ref("c", "d"), "a field leads nowhere"),
    (lambda: F("a").field("b").where({"$eq": 1}), "names a field already"),
    (lambda: F("a").where([]), "takes an object"),
    (lambda: F("a").where({}), "asks nothing"),
    (lambda: F("phones").field("original_phone_number"), "does not filter by this.*international"),
    (lambda: F("a").ref("b", "c").ref("d", "e").ref("f", "g").ref("h", "i").ref("j", "k"), "at most 5 steps"),
    (lambda: Filter(), "is not called"),
    (lambda: Raw([]), "takes an object"),
    (lambda: F("a") & F("b"), "asks nothing"),
    (lambda: F("a") | (F("b") == 1), "asks nothing"),
    (lambda: (F("b") == 1) & F("a"), "asks nothing"),
    (lambda: ~F("a"), "asks nothing"),
]


@pytest.mark.parametrize(("build", "message"), REFUSED)
def test_what_has_no_meaning_is_refused_with_the_fix(build: object, message: str) -> None:
    """Input that can mean nothing raises ArgumentError that names the place and what to write."""
    with pytest.raises(ArgumentError, match=message):
        build()  # type: ignore[operator]


def test_wrong_types_are_type_errors_too() -> None:
    """A value of a type without meaning can be caught as TypeError."""
    with pytest.raises(TypeError):
        F("a") == object()  # noqa: B015
    with pytest.raises(ArgumentTypeError):
        Filter()


@pytest.mark.parametrize("build", [lambda: bool(F("a")), lambda: bool(F("a") == 1), lambda: 1 < F("a") < 2])
def test_truth_is_refused_naming_the_operators(build: object) -> None:
    """`and`, `or`, `not` and chained comparisons would be silently wrong, so they are TypeErrors."""
    with pytest.raises(TypeError, match=r"(?s)& and \|.*between"):
        build()  # type: ignore[operator]


def test_f_is_unhashable_and_no_container() -> None:
    """An F in a set could never be found again, and `in` asks nothing."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(F("a"))
    with pytest.raises(TypeError, match="contains"):
        "x" in F("a")  # noqa: B015
    with pytest.raises(TypeError):
        (F("a") == 1) & {"a": 1}  # type: ignore[operator]
    with pytest.raises(TypeError):
        (F("a") == 1) | "a"  # type: ignore[operator]


def test_system_attributes_belong_to_the_class() -> None:
    """`F.record_id` is the queried record's own id; on a path it would mean something else and is refused."""
    with pytest.raises(AttributeError, match=r'F\("company"\).ref\("companies", "record_id"\)'):
        F("company").record_id  # noqa: B018


def test_filters_compare_by_structure() -> None:
    """== between filters is a bool, tells true from 1, and agrees with the hash."""
    assert (F("a") == 1) == (F("a") == 1)
    assert (F("a") == 1) != (F("a") == 2)
    assert (F("a") == 1) != (F("a") == True)
    assert (F("a") == 1) != {"a": {"$eq": 1}}
    assert (F("a").in_(1, 2)) != (F("a").in_(2, 1))
    assert (
        len(
            {
                F("a") == 1,
                F("a") == 1,
                F("a") == True,
                ~(F("a") == 1),
                F.all_of(),
                Raw({"a": 1}),
                Raw({"a": 1}),
            }
        )
        == 5
    )
    assert Raw({"a": 1}) != Raw({"a": 2})
    assert Raw({"a": 1}) != F.all_of()


def test_junctions_are_flat_and_negation_is_its_own_inverse() -> None:
    """Any way of joining the same conditions gives the same filter."""
    a, b, c = F("a") == 1, F("b") == 1, F("c") == 1
    assert (a & b) & c == a & (b & c) == F.all_of(a, b, c) == F.all_of(a, F.all_of(b, c))
    assert (a | b) | c == a | (b | c) == F.any_of(a, b, c)
    assert ~~a == a
    assert ~~(a | b) == a | b


FILTERS = [
    F("a") == 1,
    ~((F("a") == 1) | F("b").in_("x", "y")),
    F("name").field("last_name").between("a", "b") & (F("c") == True),
    F.parent("people", "name", of="sales").contains("x") | F("company").ref("companies", "name").is_empty(),
    F("a").where({"b": 1, "$in": [1, 2]}) & Raw({"x": [1, {"y": None}]}),
    F.all_of(),
]


@pytest.mark.parametrize("filter", FILTERS)
def test_filters_pickle_and_copy(filter: Filter) -> None:
    """A filter survives pickling at every protocol; copies are the filter itself."""
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(filter, protocol)) == filter
    assert copy.copy(filter) is filter
    assert copy.deepcopy(filter) is filter


@pytest.mark.parametrize("filter", FILTERS)
def test_filters_are_frozen(filter: Filter) -> None:
    """Nothing of a filter can be set or deleted."""
    with pytest.raises(AttributeError, match="cannot be changed"):
        filter.path = ()  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="cannot be changed"):
        del filter._depth


def test_raw_goes_out_untouched_and_cannot_be_changed_from_outside() -> None:
    """Raw keeps its own copy of JSON that this library knows nothing about."""
    json = {"$new": {"x": [1, {"y": 2}]}}
    raw = Raw(json)
    json["$new"]["x"].append(3)
    raw.json["$new"] = None
    assert raw.to_json({"x": "text"}) == {"$new": {"x": [1, {"y": 2}]}}
    assert (~raw).to_json() == {"$not": {"$new": {"x": [1, {"y": 2}]}}}
    assert (raw & (F("a") == 1)).to_json()["$and"][0] == raw.json


@pytest.mark.parametrize(
    "join", [lambda f, g: (f & g) | (F("c") == 1), lambda f, g: ~((f | g) & (F("c") == 1))]
)
def test_nesting_is_bounded_with_a_clear_error(join: object) -> None:
    """Ten thousand levels give an ArgumentError, never a RecursionError."""
    found = F("a") == 1
    with pytest.raises(ArgumentError, match=r"nested deeper than 64 levels.*F.all_of"):
        for _ in range(10_000):
            found = join(found, F("b") == 1)  # type: ignore[operator]
    deepest = F("a") == 1
    while deepest._depth < 64:
        deepest = (deepest & (F("b") == 1)) if deepest._depth % 2 else (deepest | (F("b") == 1))
    with pytest.raises(ArgumentError, match="nested deeper"):
        ~deepest  # noqa: B018
    deep: dict[str, object] = {}
    for _ in range(10_000):
        deep = {"x": deep}
    with pytest.raises(ArgumentError, match="nested deeper"):
        Raw(deep)


def test_attributes_of_models_are_no_values() -> None:
    """A model is compared by its id, whatever else it holds."""
    attribute = AttributeData({"id": {"attribute_id": ID}, "type": "text", "title": "T"})
    assert (F("x") == attribute).to_json() == {"x": {"$eq": ID}}


def test_running_filters_is_loaded_when_asked_for() -> None:
    """Sending filters imports nothing that runs them; other names do not exist."""
    code = (
        "import sys, attio.records.filters as filters; "
        "(filters.F('a') == 1).to_json(); assert 'attio.records.filter_evaluate' not in sys.modules; "
        "assert filters.evaluate({}, {}); assert filters.FilterProblem"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError, match="has no attribute 'nope'"):
        filters.nope  # noqa: B018
