"""How JSON and tables are written."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.normalize.text import WIDTH, as_table, as_text

DOCUMENTS = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=40)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=30), st.dictionaries(st.text(max_size=20), inner, max_size=6)
    ),
    max_leaves=40,
)


@settings(max_examples=80, deadline=None)
@given(DOCUMENTS)
def test_text_reads_back(document: Any) -> None:
    """What is written is JSON and means the same."""
    assert json.loads(as_text(document)) == document


def test_what_fits_stands_on_one_line() -> None:
    """Short objects take one line, long ones a line for each member, long lists fill their lines."""
    short = {"b": 1, "a": [1, 2]}
    assert as_text(short) == '{"a": [1, 2], "b": 1}\n'
    text = as_text({"codes": [f"code-{number}" for number in range(60)]})
    assert len(text.splitlines()) < 15
    assert max(len(line) for line in text.splitlines()) <= WIDTH + 1


def test_tables_escape_bars() -> None:
    """A bar in a cell does not end the cell."""
    assert as_table(("a", "b"), [("x|y", "z")]) == "| a | b |\n| --- | --- |\n| x&#124;y | z |\n"
