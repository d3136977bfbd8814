"""Every argument of every operation, sync and async: what it cannot be is refused before anything is sent, by name."""

from __future__ import annotations

import inspect
from datetime import datetime
from operator import attrgetter
from typing import Any

import pytest

from attio import ArgumentError, ArgumentTypeError, AsyncAttio, Attio, F
from attio_openapi.operations import OPERATIONS
from tests.contract.calls import CALLS
from tests.contract.calls_rows import EARLY, ID, LATE, MEMBER_ID, Call, Row
from tests.contract.server import KEY, WORLDS, Server, run


class Odd:
    """Something that no argument can be."""

    def __repr__(self) -> str:
        return "Odd()"


WRONG_TYPES: tuple[Any, ...] = (Odd(), 5, 1.5, True, b"x")
LEAVING: tuple[Any, ...] = (
    "",
    "  ",
    ".",
    "..",
    "....",
    "a/b",
    "/",
    "a\\b",
    "a?b",
    "a#b",
    "%2e%2e",
    "a b",
    "a\nb",
    "x" * 600,
)
SLUGS: tuple[Any, ...] = (*WRONG_TYPES, *LEAVING, [ID], {})
IDS: tuple[Any, ...] = (*SLUGS, "a.b")
TITLES: tuple[Any, ...] = (*WRONG_TYPES, "", "  ", ".", "..", "a\nb", "x" * 600, ["a"], {})
LIMITS: tuple[Any, ...] = (Odd(), 0, -1, True, False, "5", 1.5, b"5", [5])
OFFSETS: tuple[Any, ...] = (Odd(), -1, True, "5", 1.5)
FLAGS: tuple[Any, ...] = (Odd(), 0, 1, "yes", "true", "", [])
MOMENTS: tuple[Any, ...] = (Odd(), 5, True, b"x", "", "yesterday", "2026-13-01", datetime(2026, 1, 1))
TEXTS: tuple[Any, ...] = (*WRONG_TYPES, ["x"], {})
EMPTY: tuple[Any, ...] = ("", "  ")
ODD: tuple[Any, ...] = (Odd(), 5)

MAY_BE_EMPTY = {
    ("create_note", "title"),
    ("create_note", "content"),
    ("update_note", "title"),
    ("search_records", "query"),
}
MAY_BE_EMPTY |= {("update_note", "content"), ("create_meeting", "title")}
MAY_BE_EMPTY |= {(operation, "description") for operation in OPERATIONS}

SLUG_NAMES = {"object", "list", "attribute", "activity", "parent_object", "linked_object", "matching"}
ID_NAMES = {"primary", "secondary", "parent", "filter_view_id"}
NOT_IDS = {"external_provider_file_id", "microsoft_drive_id"}
MOMENT_NAMES = {"start", "end"}

OTHERS: dict[str, tuple[Any, ...]] = {
    "allowed_objects": (*ODD, "", [], [5], ["a/b"]),
    "assignee": (*ODD, "", "a/b", "..", b"x"),
    "assignees": (*ODD, "", [5], ["a/b"]),
    "author": (*ODD, "", "a/b", "ada@example.com", b"x"),
    "config": (*ODD, "x", [1], {5: 1}),
    "default_value": (Odd(), b"x", [], [Odd()], {"type": "new"}),
    "email_addresses": (*ODD, "", [], "ada", ["ada"], ["a@b.c", "x,y@b.c"], ["a@b.c"] * 1001),
    "entry": (*ODD, "", ("sales",), ("sales", ""), ("a/b", ID), {}),
    "events": (*ODD, "", [], [""], [5]),
    "file": (Odd(), 5, 1.5),
    "filter": (Odd(), 5, "x", [], b"x"),
    "linked_record_ids": (*ODD, "", [], ["a/b"], [".."], [ID] * 11, b"x"),
    "linked_records": (*ODD, [5], [("people",)], [("people", "")], [("people", "a/b")], [{}], b"x"),
    "objects": (*ODD, "", [], [""], ["a/b"], [5]),
    "participants": (*ODD, "", "ada", ["ada"], [5], [{}]),
    "record": (*ODD, "", ("people",), ("people", ""), ("a/b", ID), {}),
    "relationship": (
        *ODD,
        {},
        {"object": "a/b", "title": "x"},
        {"object": "x"},
        {"object": "x", "title": "y", "z": 1},
    ),
    "request_as": (*ODD, "", "a/b"),
    "sorts": (*ODD, "", [5], {}, b"x"),
    "subscriptions": (*ODD, "x", [], [5], [{}]),
    "target_time_in_status": (*ODD, "", "three days"),
    "to": (Odd(), 5),
    "transcript": (*ODD, [5], [{}], [{"speech": "a", "start_time": 2, "end_time": 1, "speaker": "x"}]),
    "wait_timeout_s": (Odd(), "5", True, float("nan")),
    "workspace_member_access": (*ODD, "x", [5], [{}], [{"workspace_member_id": MEMBER_ID, "level": "none"}]),
    "workspace_access": (*WRONG_TYPES, "", "all"),
}
VALUES: tuple[Any, ...] = (Odd(), 5, "x", b"x", ["x"], True)
HISTORY: tuple[Any, ...] = (Odd(), 5, "x", [], [5], [{}], [{"value": 1}], [{"value": 1, "active_from": "x"}])

ELSEWHERE = {("list_object_views", "list"), ("list_list_views", "object")}
"""Arguments that make a call another operation, in whose row they are tested."""


def _methods() -> dict[str, inspect.Signature]:
    client = Attio(api_key=KEY, transport=Server())
    return {operation: inspect.signature(row.method(client)) for operation, row in CALLS.items()}


SIGNATURES = _methods()


def _bad_values(operation: str, name: str) -> tuple[Any, ...]:
    """What an argument cannot be, by its name and by what it is declared to take."""
    parameter = SIGNATURES[operation].parameters[name]
    kind = str(parameter.annotation)
    bad = _by_kind(operation, name, kind)
    required = "None" not in kind and kind != "Any"
    return (*bad, None) if required and None not in bad else bad


def _by_kind(operation: str, name: str, kind: str) -> tuple[Any, ...]:
    if name == "values":
        return HISTORY if kind.startswith("Sequence") else VALUES
    if name in OTHERS:
        return OTHERS[name]
    if name == "limit":
        most = 25 if operation == "search_records" else OPERATIONS[operation].page_max
        return LIMITS if most is None else (*LIMITS, most + 1, 10**9)
    if name == "offset":
        return OFFSETS
    if name in {"option", "status"}:
        return TITLES
    if name in SLUG_NAMES:
        return SLUGS
    if name in ID_NAMES or (name.endswith("_id") and name not in NOT_IDS):
        return IDS
    if kind.startswith("bool"):
        return FLAGS
    if kind.startswith("datetime") or name in MOMENT_NAMES:
        return MOMENTS
    assert kind.startswith("str"), f"{operation} has an argument {name} of a new kind: {kind}"
    return TEXTS if (operation, name) in MAY_BE_EMPTY else (*TEXTS, *EMPTY)


def _call_with(operation: str, name: str) -> Call:
    """A call of the table that gives the argument, so that what else it needs is there."""
    signature = SIGNATURES[operation]
    for call in CALLS[operation].calls:
        if name in signature.bind(*call.values, **call.names).arguments:
            return call
    assert name == "to", f"no call of {operation} gives {name}"
    return CALLS[operation].calls[0]


def _refused(world: str, name: str, call: Any, value: object) -> ArgumentError:
    """A call is refused with the argument's name in front, and nothing goes out."""
    server = Server()
    with pytest.raises(ArgumentError) as caught:
        run(world, call, server)
    error = caught.value
    assert server.asked == []
    named = "Sort" if name == "sorts" and error.argument.startswith("Sort") else name
    assert error.argument == named or error.argument.startswith((f"{named}[", f"{named}:", f"{named}."))
    assert str(error).startswith(f"{error.argument}: ")
    assert isinstance(error, ValueError)
    assert len(str(error)) < 600
    if isinstance(value, Odd):
        assert isinstance(error, ArgumentTypeError)
        assert isinstance(error, TypeError)
    return error


ARGUMENTS = [
    pytest.param(operation, name, id=f"{operation}-{name}")
    for operation, signature in SIGNATURES.items()
    for name in signature.parameters
    if name != "options" and (operation, name) not in ELSEWHERE
]


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize(("operation", "name"), ARGUMENTS)
def test_a_bad_argument_is_refused_before_anything_is_sent(operation: str, name: str, world: str) -> None:
    """Empty and wandering ids, wrong types, numbers out of range: an ArgumentError that names the argument."""
    given, row, signature = _call_with(operation, name), CALLS[operation], SIGNATURES[operation]
    problems = []
    for bad in _bad_values(operation, name):
        bound = signature.bind(*given.values, **given.names)
        bound.arguments[name] = bad

        def call(client: Any, bound: inspect.BoundArguments = bound) -> Any:
            return row.method(client)(*bound.args, **bound.kwargs)

        try:
            _refused(world, name, call, bad)
        except (Exception, pytest.fail.Exception) as problem:  # all of them are to be seen at once
            problems.append(f"{bad!r:.60}: {type(problem).__name__}: {str(problem)[:300]}")
    assert not problems, "\n".join(problems)


TOGETHER: list[tuple[str, str, Call]] = [
    # What excludes each other, and what needs each other: (client path, argument that is named, arguments).
    (
        "records.list",
        "filter_view_id",
        Call(("people",), {"filter": F("name").eq("x"), "filter_view_id": ID}),
    ),
    ("entries.list", "filter_view_id", Call(("sales",), {"filter": {"stage": "x"}, "filter_view_id": ID})),
    ("attributes.list", "list", Call((), {"object": "people", "list": "sales"})),
    ("attributes.list", "object", Call((), {})),
    ("attributes.get", "object", Call(("name",), {})),
    (
        "attributes.create",
        "currency_code",
        Call((), {"object": "x", "title": "x", "type": "text", "currency_code": "USD"}),
    ),
    ("attributes.create", "type", Call((), {"object": "x", "title": "x", "type": "interaction"})),
    ("attributes.create", "title", Call((), {"object": "x", "title": "!!!", "type": "text"})),
    ("attributes.update", "attribute", Call(("name",), {"object": "people"})),
    ("attributes.options.update", "attribute", Call(("x",), {"object": "people", "title": "y"})),
    ("attributes.options.update", "option", Call(("x",), {"attribute": "a", "object": "people"})),
    ("attributes.statuses.update", "status", Call(("x",), {"attribute": "a", "object": "people"})),
    ("views.list", "list", Call((), {"object": "people", "list": "sales"})),
    ("views.list", "object", Call((), {})),
    ("objects.update", "object", Call(("projects",), {})),
    ("lists.update", "list", Call(("sales",), {})),
    (
        "lists.create",
        "workspace_access",
        Call((), {"name": "x", "parent_object": "people", "workspace_access": None}),
    ),
    ("activities.update", "activity", Call(("demos",), {})),
    ("records.upsert", "matching", Call(("people", {"name": "Ada"}), {"matching": "email_addresses"})),
    ("records.merge", "secondary", Call(("people", ID, ID), {})),
    ("records.search", "query", Call(("x" * 257,), {"objects": ["people"]})),
    ("notes.create", "parent_object", Call((), {"parent_record_id": ID, "content": "x"})),
    ("notes.update", "note", Call((ID,), {})),
    ("notes.update", "content", Call((ID,), {"format": "markdown"})),
    ("notes.update", "format", Call((ID,), {"content": "x", "format": "html"})),
    ("tasks.list", "linked_record_id", Call((), {"linked_object": "people"})),
    ("tasks.list", "linked_object", Call((), {"linked_record_id": ID})),
    ("tasks.list", "sort", Call((), {"sort": "name:asc"})),
    ("tasks.create", "content", Call(("x" * 2001,), {})),
    ("tasks.update", "task", Call((ID,), {})),
    ("threads.list", "record", Call((), {})),
    (
        "threads.list",
        "entry_id",
        Call((), {"object": "people", "record_id": ID, "list": "sales", "entry_id": ID}),
    ),
    ("threads.list", "record_id", Call((), {"object": "people"})),
    ("comments.create", "thread_id", Call(("x",), {"author": MEMBER_ID})),
    (
        "comments.create",
        "record",
        Call(("x",), {"author": MEMBER_ID, "thread_id": ID, "record": ("people", ID)}),
    ),
    ("meetings.create", "end", Call((), {"title": "x", "start": LATE, "end": EARLY})),
    ("meetings.create", "end", Call((), {"title": "x", "start": EARLY, "end": EARLY.date()})),
    ("meetings.update", "linked_records", Call((ID, []), {})),
    ("call_recordings.create", "video_url", Call((ID,), {})),
    ("call_recordings.create", "video_url", Call((ID,), {"video_url": "http://example.com/x.mp4"})),
    ("files.create", "name", Call(("people", ID), {})),
    ("files.create", "storage_provider", Call(("people", ID), {"name": "x", "storage_provider": "box"})),
    ("files.create", "file_type", Call(("people", ID), {"file_type": "file", "name": "x"})),
    ("files.upload", "name", Call(("people", ID, b"x"), {})),
    ("files.upload", "file", Call(("people", ID, bytes(50 * 1024 * 1024 + 1)), {"name": "x"})),
    ("emails.list", "linked_object", Call((), {})),
    ("webhooks.create", "events", Call((), {"target_url": "https://example.com"})),
    (
        "webhooks.create",
        "target_url",
        Call((), {"target_url": "http://example.com", "events": ["x.created"]}),
    ),
    (
        "webhooks.create",
        "events",
        Call(
            (), {"target_url": "https://example.com", "events": ["x"], "subscriptions": [{"event_type": "x"}]}
        ),
    ),
    ("webhooks.update", "webhook", Call((ID,), {})),
    ("entries.create", "parent", Call(("sales", ""), {})),
    ("entries.update", "entry_id", Call(("sales", "", {"x": 1}), {})),
    ("entries.replace", "entry_id", Call(("sales", "", {"x": 1}), {})),
]


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize(
    ("path", "name", "given"), TOGETHER, ids=lambda value: value if isinstance(value, str) else ""
)
def test_arguments_that_do_not_go_together_are_refused(path: str, name: str, given: Call, world: str) -> None:
    """Both of two, neither of two, and nothing to change: the error names the one to put right."""
    _refused(world, name, lambda client: attrgetter(path)(client)(*given.values, **given.names), None)


PAGED = [
    (operation, row)
    for operation, row in CALLS.items()
    if row.client.endswith(".list") and (operation, row.client) != ("list_list_views", "views.list")
]


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize(("operation", "row"), PAGED, ids=[operation for operation, _ in PAGED])
def test_iterators_refuse_bad_page_sizes_at_once(operation: str, row: Row, world: str) -> None:
    """`iterate` says what is wrong where it is called, and not when the first row is asked for."""
    path = row.client.removesuffix(".list") + ".iterate"
    client = (Attio if world == "sync" else AsyncAttio)(api_key=KEY, transport=Server())
    method = attrgetter(path)(client)
    names = inspect.signature(method).parameters
    values, given = row.calls[0]
    base = {name: value for name, value in given.items() if name in names}
    most = OPERATIONS[operation].page_max
    sizes = LIMITS if most is None else (*LIMITS, most + 1)
    # None of Attio's lists without paging takes a page size.
    assert ("page_size" in names) == (OPERATIONS[operation].paging != "none")
    for name, bad_values in (("page_size", sizes), ("max_items", (Odd(), -1, "5", 1.5, True))):
        for bad in bad_values if name in names else ():
            with pytest.raises(ArgumentError) as caught:
                method(*values, **{**base, name: bad})
            assert caught.value.argument == name
