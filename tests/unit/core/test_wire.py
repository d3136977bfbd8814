from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.wire import checked_method, encode_json, encode_query, merged, parsed_url, split_path

BASE = "https://api.attio.com"


class Id(str):
    __slots__ = ()


class Frozen(Mapping[str, Any]):
    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    def __getitem__(self, key: str) -> Any:
        return self.data[key]

    def __iter__(self) -> Any:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


class Model:
    def to_dict(self) -> dict[str, Any]:
        return {"m": 1}


class Count(int):
    pass


def test_bodies_take_what_callers_hold() -> None:
    """Ids, UUIDs, decimals, times, mappings and models are written as JSON has them."""
    body = {
        "id": Id("x"),
        "uuid": uuid.UUID(int=1),
        "amount": Decimal("1.50"),
        "at": datetime(2026, 1, 1, tzinfo=UTC),
        "map": Frozen({"a": 1}),
        "model": Model(),
        "count": Count(3),
        "list": (1, None, True),
    }
    assert json.loads(encode_json(body)) == {
        "id": "x",
        "uuid": "00000000-0000-0000-0000-000000000001",
        "amount": 1.5,
        "at": "2026-01-01T00:00:00Z",
        "map": {"a": 1},
        "model": {"m": 1},
        "count": 3,
        "list": [1, None, True],
    }


@pytest.mark.parametrize("body", [{"x": object()}, {"x": lambda: 1}, {(1, 2): 3}])
def test_bodies_that_json_cannot_say_are_refused(body: Any) -> None:
    """What has no form in JSON is an ArgumentTypeError of the body, not a traceback from inside."""
    with pytest.raises(ArgumentTypeError, match="^body: cannot be sent as JSON"):
        encode_json(body)


def test_endless_and_broken_bodies_are_refused() -> None:
    """A body that contains itself, or half a character, is named."""
    endless: dict[str, Any] = {}
    endless["x"] = endless
    with pytest.raises(ArgumentError, match="cannot be sent as JSON"):
        encode_json(endless)
    with pytest.raises(ArgumentError, match="cannot be sent as JSON"):
        encode_json({"x": "\ud800"})


def test_queries_are_written_as_attio_reads_them() -> None:
    """Booleans in lower case, None left out, lists repeated, everything percent-encoded."""
    query = {
        "limit": 5,
        "archived": True,
        "off": False,
        "none": None,
        "q": "a b&c=d/é",
        "ids": ["x", "y"],
        "f": 1.5,
    }
    assert encode_query(query) == "limit=5&archived=true&off=false&q=a%20b%26c%3Dd%2F%C3%A9&ids=x&ids=y&f=1.5"


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=8), max_size=4))
def test_a_query_comes_back_as_it_went(query: dict[str, str]) -> None:
    """A server reads what was given."""
    if any("\ud800" <= sign <= "\udfff" for pair in query.items() for text in pair for sign in text):
        return
    url = parsed_url(f"{BASE}/v2/x?{encode_query(query)}")
    assert dict(url.params.multi_items()) == query


def test_extra_members_are_merged_mapping_by_mapping() -> None:
    """extra_body adds to nested mappings and replaces anything else."""
    assert merged({"data": {"a": 1, "b": [1]}}, {"data": {"b": [2], "c": 3}, "x": 1}) == {
        "data": {"a": 1, "b": [2], "c": 3},
        "x": 1,
    }
    assert merged(None, {"x": 1}) == {"x": 1}
    with pytest.raises(ArgumentError, match=r"options.extra_body"):
        merged([1], {"x": 1})


def test_methods() -> None:
    """The method of a raw request is one of HTTP's, in any case."""
    assert checked_method("get") == "GET"
    with pytest.raises(ArgumentError, match="did you mean 'PATCH'"):
        checked_method("PATHC")
    with pytest.raises(ArgumentTypeError):
        checked_method(5)


@pytest.mark.parametrize(
    ("path", "expected", "query"),
    [
        ("/v2/objects", "/v2/objects", {}),
        ("v2/objects", "/v2/objects", {}),
        ("/v2/notes?limit=5&x=&x=2", "/v2/notes", {"limit": ["5"], "x": ["", "2"]}),
        ("https://api.attio.com/v2/self", "/v2/self", {}),
        ("/v2/a%2Fb", "/v2/a%2Fb", {}),
        ("/v2/é", "/v2/%C3%A9", {}),
    ],
)
def test_paths_of_raw_requests(path: str, expected: str, query: dict[str, Any]) -> None:
    """A path may lack its slash, hold a query, or be a full address of the client's own host."""
    assert split_path(path, BASE) == (expected, query)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", "is empty"),
        ("/v2/a b", "a space"),
        ("/v2/a\nb", "control character"),
        ("/v2\\x", "backslash"),
        ("/v2/../x", "dots"),
        ("/v2/./x", "dots"),
        ("/v2/%2e%2e/x", "dots"),
        ("/v2/.%2E", "dots"),
        ("https://evil.example/v2/self", "another host"),
        ("//evil.example/v2/self", "another host"),
        ("https://api.attio.com.evil.example/", "another host"),
        ("https://api.attio.com@evil.example/", "another host"),
        ("http://api.attio.com/v2/self", "another host"),
    ],
)
def test_paths_that_lead_elsewhere_are_refused(path: str, said: str) -> None:
    """Neither dots nor a full address can take the token off its host or its route."""
    with pytest.raises(ArgumentError, match=said):
        split_path(path, BASE)
    with pytest.raises(ArgumentTypeError):
        split_path(5, BASE)


@given(st.text(max_size=30))
def test_no_path_leaves_the_host(text: str) -> None:
    """Whatever is given, the request goes to the client's own host."""
    try:
        path, _ = split_path(text, BASE)
        url = httpx.URL(BASE + path)
    except (ArgumentError, httpx.InvalidURL):
        return
    assert url.host == "api.attio.com"
    assert path.startswith("/")
