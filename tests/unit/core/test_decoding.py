"""JSON of answers: what JavaScript writes, and what is no JSON."""

from __future__ import annotations

import pytest

from attio.core.decoding import decode_json


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"a": [1, 2.5, null, true, "\xc3\xa9"]}', {"a": [1, 2.5, None, True, "é"]}),
        (b'"cut \\ud83d"', "cut \ud83d"),
        (b"1e999", float("inf")),
        (b" [ ] ", []),
    ],
)
def test_json_is_decoded(data: bytes, expected: object) -> None:
    """Also half an emoji, which JavaScript escapes, and a number that no float holds."""
    assert decode_json(data) == expected


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b'{"a": ', b'"\xff"', b"{'a': 1}", b"[1] [2]"], ids=lambda data: repr(data)
)
def test_what_is_not_json_is_a_value_error(data: bytes) -> None:
    """With the words of the faster decoder, which says where."""
    with pytest.raises(ValueError, match=r"."):
        decode_json(data)


def test_nesting_beyond_reason_is_a_recursion_error() -> None:
    """It is not answered with a crash."""
    with pytest.raises(RecursionError):
        decode_json(b"[" * 100_000)
