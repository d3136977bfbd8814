from __future__ import annotations

from typing import Any

import pytest

from attio.core.config import RequestOptions
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.options import KNOWN, checked_options
from attio.core.redact import Secret


def test_the_known_options_are_the_documented_ones() -> None:
    """The options of a call are those of api.md, and the word that allows repeating a write."""
    assert set(KNOWN) == set(RequestOptions.__annotations__)
    assert {
        "timeout_s",
        "deadline_s",
        "max_retries",
        "api_key",
        "headers",
        "extra_query",
        "extra_body",
    } <= set(KNOWN)


def test_options_are_checked_and_none_is_no_option() -> None:
    """Each option comes back checked; None counts as not given, except for the deadline."""
    checked = checked_options(
        {
            "timeout_s": 5,
            "deadline_s": None,
            "max_retries": None,
            "api_key": "x",
            "headers": {"X-A": "b"},
            "retry_unsafe": True,
        }
    )
    assert checked == {
        "timeout_s": 5.0,
        "deadline_s": None,
        "api_key": Secret("x"),
        "headers": {"X-A": "b"},
        "retry_unsafe": True,
    }


def test_any_mapping_serves() -> None:
    """Options may be any mapping, not only a dict."""
    from types import MappingProxyType

    assert checked_options(MappingProxyType({"max_retries": 1})) == {"max_retries": 1}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            {"timeout": 5},
            r"options\['timeout'\]: is not an option of a call \(got 5\); did you mean 'timeout_s'",
        ),
        ({"zzz": 5}, "known: 'timeout_s'"),
        ({"timeout_s": 0}, r"options.timeout_s: must be over 0 \(got 0\)"),
        ({"deadline_s": -1}, "options.deadline_s: must be over 0"),
        ({"max_retries": 99}, "options.max_retries: must be an int from 0 to 20"),
        ({"api_key": "a\nb"}, "options.api_key: holds a space"),
        ({"headers": 5}, "options.headers: must be a mapping"),
        ({"headers": {1: "x"}}, "options.headers: has a name that is not a str"),
        ({"headers": {"X A": "x"}}, "which no header can have"),
        ({"headers": {"X-A\r\nX-B": "x"}}, "which no header can have"),
        ({"headers": {"X-A": "a\r\nX-B: c"}}, "line break"),
        ({"headers": {"X-A": "ö"}}, "headers cannot carry"),
        ({"headers": {"X-A": 5}}, "not a str"),
        ({"headers": {"Authorization": "Bearer hush"}}, "give api_key"),
        ({"headers": {"HOST": "evil"}}, "give base_url"),
        ({"headers": {"content-length": "1"}}, "follows from the body"),
        ({"extra_query": [1]}, "options.extra_query: must be a mapping"),
        ({"extra_body": {1: 2}}, "options.extra_body: has a name"),
        ({"retry_unsafe": 1}, "options.retry_unsafe: must be True or False"),
    ],
)
def test_wrong_options_are_named(options: dict[Any, Any], said: str) -> None:
    """A wrong option is an ArgumentError that names it, and shows neither a key nor a header's value."""
    with pytest.raises(ArgumentError, match=said) as caught:
        checked_options(options)
    assert "hush" not in str(caught.value)
    assert "a\\nb" not in str(caught.value)


def test_options_that_are_no_mapping_are_refused() -> None:
    """A list or a text is not a set of options."""
    with pytest.raises(ArgumentTypeError, match="options: must be a mapping"):
        checked_options([("timeout_s", 1)])
