"""A full name splits the way people mean it, and by a rule that can be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio.values.names import split_name


@pytest.mark.parametrize(
    ("text", "first", "last", "full"),
    [
        ("Ada Lovelace", "Ada", "Lovelace", "Ada Lovelace"),
        ("Ada King Lovelace", "Ada King", "Lovelace", "Ada King Lovelace"),
        ("  Ada   Lovelace ", "Ada", "Lovelace", "Ada Lovelace"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven", "Ludwig van Beethoven"),
        ("Ursula von der Leyen", "Ursula", "von der Leyen", "Ursula von der Leyen"),
        ("Martin Luther King Jr.", "Martin Luther", "King Jr.", "Martin Luther King Jr."),
        ("Robert Downey, Jr", "Robert", "Downey Jr", "Robert Downey Jr"),
        ("Lovelace, Ada", "Ada", "Lovelace", "Ada Lovelace"),
        ("van Beethoven, Ludwig", "Ludwig", "van Beethoven", "Ludwig van Beethoven"),
        ("Madonna", "Madonna", "", "Madonna"),
        ("Madonna,", "Madonna", "", "Madonna"),
        (", Ada", "Ada", "", "Ada"),
        ("De Gaulle", "De", "Gaulle", "De Gaulle"),
        ("李 小龍", "李", "小龍", "李 小龍"),
    ],
)
def test_names_split(text: str, first: str, last: str, full: str) -> None:
    """First and last name by the documented rule, and the full name in reading order."""
    name = split_name(text)
    assert (name.first_name, name.last_name, name.full_name) == (first, last, full)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
        lambda text: text.replace(",", " ").strip()
    )
)
def test_no_word_of_a_name_is_lost(text: str) -> None:
    """Every word of the text is in the first or in the last name, once."""
    name = split_name(text)
    words = sorted(text.replace(",", " ").split())
    kept = f"{name.first_name} {name.last_name}".replace(",", " ").split()
    assert sorted(kept) == words
    assert name.first_name
    assert sorted((name.full_name or "").replace(",", " ").split()) == words
