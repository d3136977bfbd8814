from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from attio_openapi.operations import OPERATIONS
from hypothesis import given
from hypothesis import strategies as st

from attio.core import arguments
from attio.core.errors import ArgumentError, ArgumentTypeError

ID = "891dcbfc-9141-415d-9b2a-2238a6cc012d"


class Model:
    def __init__(self, id: Any) -> None:
        self.id = id


class Slug(str):
    __slots__ = ()


class Project:
    __attio_slug__ = "projects"


@pytest.mark.parametrize("value", [ID, uuid.UUID(ID), Model(ID), Model(Slug(ID)), Slug(ID)])
def test_a_segment_comes_from_a_model_an_id_a_uuid_or_a_text(value: object) -> None:
    """Whatever names a thing becomes the plain text of its id."""
    found = arguments.segment(value, "record_id")
    assert found == ID
    assert type(found) is str


def test_a_class_stands_for_its_slug() -> None:
    """A typed class names the object that it was written for; any other class does not."""
    assert arguments.segment(Project, "object") == "projects"
    with pytest.raises(ArgumentTypeError):
        arguments.segment(Model, "object")


@pytest.mark.parametrize("value", [None, 5, 1.5, True, b"x", ["x"], {"id": ID}, ("x",), {"x"}, object()])
def test_other_types_are_no_ids(value: object) -> None:
    """Anything else is refused by type, naming the argument."""
    with pytest.raises(ArgumentTypeError, match="^record_id: cannot be"):
        arguments.segment(value, "record_id")


def test_a_model_without_an_id_is_not_created_yet() -> None:
    """A model that Attio has not given an id says so."""
    with pytest.raises(ArgumentError, match="has no id yet"):
        arguments.segment(Model(None), "record_id")


@pytest.mark.parametrize(
    ("value", "argument", "said"),
    [
        ("", "record_id", "is empty"),
        ("  ", "object", "is empty"),
        (".", "record_id", "dots"),
        ("..", "option", "dots"),
        ("...", "object", "dots"),
        ("a/b", "record_id", "holds '/'"),
        ("a/b", "object", "holds '/'"),
        ("a\\b", "object", "holds"),
        ("a.b", "record_id", "holds '.'"),
        ("a?b", "object", r"holds '\?'"),
        ("a#b", "list", "holds '#'"),
        ("a%2fb", "list", "holds '%'"),
        ("a b", "record_id", "a space"),
        (" a", "attribute", "a space"),
        ("a\nb", "status", "line break"),
        ("a\x00b", "option", "line break"),
        ("x" * 513, "option", "characters long"),
    ],
)
def test_what_could_leave_its_route_is_refused(value: str, argument: str, said: str) -> None:
    """Empty ids, slashes, dots and control characters are refused before sending."""
    with pytest.raises(ArgumentError, match=said) as caught:
        arguments.segment(value, argument)
    assert caught.value.argument == argument


@pytest.mark.parametrize(
    ("value", "argument"),
    [
        ("v1.2/beta?", "option"),
        ("Won 🎉", "status"),
        ("100%", "option_id_or_title"),
        ("people", "object"),
        ("my.slug", "object_slug_or_id"),
        ("email_addresses", "attribute"),
    ],
)
def test_titles_and_slugs_that_are_taken(value: str, argument: str) -> None:
    """A title may hold what a path could not, since it is encoded; a slug may hold a dot."""
    assert arguments.segment(value, argument) == value
    assert arguments.segment(value, "anything", kind="title") == value


@given(st.text(max_size=20), st.sampled_from(["record_id", "object", "option"]))
def test_no_segment_leaves_its_route(text: str, argument: str) -> None:
    """What is taken is one step of a path once it is encoded, and not one of dots."""
    from urllib.parse import quote

    import httpx

    try:
        step = arguments.segment(text, argument)
    except ArgumentError:
        return
    url = httpx.URL(f"https://h/v2/a/{quote(step, safe='')}/b")
    raw = url.raw_path.decode()
    assert raw.startswith("/v2/a/")
    assert raw.endswith("/b")
    assert raw.count("/") == 4


def test_whole_numbers_have_bounds() -> None:
    """An integer is an int, within its bounds; a bool or a float is none."""
    assert arguments.integer(5, "n", least=1, most=5) == 5
    assert arguments.integer(-5, "n") == -5
    for wrong in (True, 1.0, "1", None):
        with pytest.raises(ArgumentTypeError, match="^n: must be an int"):
            arguments.integer(wrong, "n")
    with pytest.raises(ArgumentError, match="give 1 to 5"):
        arguments.integer(6, "n", least=1, most=5)
    with pytest.raises(ArgumentError, match="give 1 or more"):
        arguments.integer(0, "n", least=1)
    with pytest.raises(ArgumentError, match="give 5 or less"):
        arguments.integer(6, "n", most=5)


@pytest.mark.parametrize("row", [row for row in OPERATIONS.values() if row.page_max], ids=lambda row: row.id)
def test_page_sizes_follow_the_table(row: Any) -> None:
    """A limit of 0 or over the operation's maximum is refused; None and what lies between is taken."""
    assert arguments.limit(None, row.id) is None
    assert arguments.limit(row.page_max, row.id) == row.page_max
    for wrong in (0, -1, row.page_max + 1):
        with pytest.raises(ArgumentError, match=f"^limit: is out of range .*give 1 to {row.page_max}"):
            arguments.limit(wrong, row.id)
    assert arguments.page_size_of("page_size", None, row) is None
    with pytest.raises(ArgumentError, match="^page_size: "):
        arguments.page_size_of("page_size", 0, row)


def test_offsets_are_not_negative() -> None:
    """An offset is 0 or more, or not given."""
    assert arguments.offset(None) is None
    assert arguments.offset(0) == 0
    with pytest.raises(ArgumentError, match="offset"):
        arguments.offset(-1)


def test_texts() -> None:
    """A text is a str, not empty unless that is allowed, not too long."""
    assert arguments.text(Slug("x"), "title") == "x"
    assert arguments.text("", "title", empty=True) == ""
    for wrong, said in (("", "is empty"), (" \n", "is empty"), ("abcd", "give at most 3")):
        with pytest.raises(ArgumentError, match=said):
            arguments.text(wrong, "title", longest=3)
    with pytest.raises(ArgumentTypeError):
        arguments.text(5, "title")


def test_flags_and_numbers() -> None:
    """A flag is True or False and nothing like it; a number is finite."""
    assert arguments.flag(True, "f") is True
    for wrong in (0, 1, "false", None):
        with pytest.raises(ArgumentTypeError):
            arguments.flag(wrong, "f")
    assert arguments.number(1.5, "n") == 1.5
    for odd in (float("nan"), float("inf")):
        with pytest.raises(ArgumentError, match="finite"):
            arguments.number(odd, "n")
    for wrong in (True, "1", None):
        with pytest.raises(ArgumentTypeError):
            arguments.number(wrong, "n")


def test_words() -> None:
    """One of several words, with the nearest offered for a wrong one."""
    assert arguments.one_of("a", "w", ["a", "b"]) == "a"
    with pytest.raises(ArgumentError, match="did you mean 'plaintext'"):
        arguments.one_of("plaintxt", "format", ["plaintext", "markdown"])
    with pytest.raises(ArgumentTypeError, match="allowed: 'a'"):
        arguments.one_of(5, "w", ["a"])


def test_several_values() -> None:
    """Anything that can be gone through is a sequence, except texts and mappings."""
    assert arguments.sequence((1, 2), "s") == [1, 2]
    assert arguments.sequence(iter("ab"), "s") == ["a", "b"]
    for wrong in ("ab", b"ab", {"a": 1}, 5, None):
        with pytest.raises(ArgumentTypeError, match=r"put it in \[...\]"):
            arguments.sequence(wrong, "s")
    with pytest.raises(ArgumentError, match="give at most 1"):
        arguments.sequence([1, 2], "s", most=1)


def test_mappings() -> None:
    """A mapping has texts for keys."""
    assert arguments.mapping({"a": 1}, "m") == {"a": 1}
    with pytest.raises(ArgumentTypeError, match="must be a mapping"):
        arguments.mapping([1], "m")
    with pytest.raises(ArgumentTypeError, match="key that is not a str"):
        arguments.mapping({1: 1}, "m")


def test_moments() -> None:
    """Times are aware and written as Attio writes them, in UTC with nine digits."""
    moment = datetime(2026, 1, 31, 14, 0, 0, 123000, tzinfo=timezone(timedelta(hours=2)))
    assert arguments.moment(moment, "at") == "2026-01-31T12:00:00.123000000Z"
    assert arguments.moment("2026-01-31T12:00:00Z", "at") == "2026-01-31T12:00:00Z"
    with pytest.raises(ArgumentError, match="no time zone"):
        arguments.moment(datetime(2026, 1, 31), "at")
    for wrong in ("2026-01-31", "2026-01-31T12:00:00", "soon"):
        with pytest.raises(ArgumentError, match="offset"):
            arguments.moment(wrong, "at")
    with pytest.raises(ArgumentTypeError):
        arguments.moment(5, "at")


def test_days() -> None:
    """Dates are dates: a datetime is refused, since its day depends on where one is."""
    assert arguments.day(date(2026, 1, 31), "on") == "2026-01-31"
    assert arguments.day("2026-01-31", "on") == "2026-01-31"
    with pytest.raises(ArgumentError, match="write 2026-01-31"):
        arguments.day("31.1.2026", "on")
    for wrong in (datetime(2026, 1, 31, tzinfo=UTC), 5):
        with pytest.raises(ArgumentTypeError):
            arguments.day(wrong, "on")


def test_one_or_the_other() -> None:
    """Arguments that exclude each other are named when both, or when one is needed and none, is given."""
    assert arguments.exclusive(filter=None, filter_view_id="v") == "filter_view_id"
    assert arguments.exclusive(filter=None, filter_view_id=None) is None
    with pytest.raises(
        ArgumentError, match="^filter_view_id: cannot be given with filter .*one of filter and filter_view_id"
    ):
        arguments.exclusive(filter={}, filter_view_id="v")
    with pytest.raises(ArgumentError, match="^a: is missing .*one of a, b, c"):
        arguments.exclusive(required=True, a=None, b=None, c=None)


def test_both_or_neither() -> None:
    """Arguments that belong together are named when one is missing."""
    assert arguments.together(linked_object="people", linked_record_id=ID) is True
    assert arguments.together(linked_object=None, linked_record_id=None) is False
    with pytest.raises(ArgumentError, match="^linked_record_id: is needed with linked_object"):
        arguments.together(linked_object="people", linked_record_id=None)


def test_what_is_none_is_left_out() -> None:
    """compact drops None and keeps everything else, also what is false."""
    assert arguments.compact({"a": None, "b": 0, "c": ""}) == {"b": 0, "c": ""}
