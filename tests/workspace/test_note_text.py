"""The text of notes, between markdown and plain text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.testing.note_text import from_markdown, from_plaintext

MARKUP = st.text(alphabet="ab *_~=[]()!#-+1.\\\n\té", max_size=40)


@given(MARKUP)
@settings(max_examples=400, deadline=None)
def test_plain_text_survives_markdown(text):
    """Written as plain text, read as markdown, written as that: the same plain text, the same markdown."""
    note = from_plaintext(text)
    assert note.plaintext == text
    assert from_markdown(note.markdown) == note


@given(MARKUP)
@settings(max_examples=400, deadline=None)
def test_markdown_settles_at_once(text):
    """What was read back can be written again without a change."""
    note = from_markdown(text)
    assert from_markdown(note.markdown) == note


@pytest.mark.parametrize(
    ("given_", "markdown", "plain"),
    [
        ("# One\n## Two\n### Three", "# One\n## Two\n### Three", "One\nTwo\nThree"),
        ("#### Four", "Four", "Four"),
        ("* a\n+ b\n  - c", "- a\n- b\n  - c", "- a\n- b\n  - c"),
        ("1) a\n22. b", "1. a\n22. b", "1. a\n22. b"),
        ("__bold__ _it_", "**bold** *it*", "bold it"),
        ("~~gone~~ ==lit==", "~~gone~~ ==lit==", "gone lit"),
        ("[here](https://x.example)", "[here](https://x.example)", "here"),
        ("[**b**](u) c", "[**b**](u) c", "b c"),
        ("a ![alt](pic.png) b", "a  b", "a  b"),
        ("**![alt](pic.png)**", "", ""),
        ("snake_case_name", "snake_case_name", "snake_case_name"),
        ("2 * 3 * 4", "2 \\* 3 \\* 4", "2 * 3 * 4"),
        ("\\*kept\\*", "\\*kept\\*", "*kept*"),
        ("**a *b* c**", "**a *b* c**", "a b c"),
        ("*a _b_ c*", "*a b c*", "a b c"),
        ("a\r\nb\rc", "a\nb\nc", "a\nb\nc"),
        ("`code` > quote", "`code` > quote", "`code` > quote"),
        ("", "", ""),
    ],
)
def test_marks_have_one_spelling(given_, markdown, plain):
    """What Attio keeps is kept in one spelling, everything else is text."""
    assert from_markdown(given_) == (markdown, plain)


@pytest.mark.parametrize("line", ["# x", "- x", "1. x", "+ x", "  - x", "12) x"])
def test_plain_text_never_becomes_a_heading_or_a_list(line):
    """The start of a line is escaped where it means something."""
    note = from_plaintext(line)
    assert "\\" in note.markdown
    assert from_markdown(note.markdown).plaintext == line


def test_marks_that_tangle_without_end_are_no_marks(monkeypatch):
    """Text that would read differently each time is kept as plain text."""
    monkeypatch.setattr("attio.testing.note_text._TRIES", 1)
    assert from_markdown("_a_") == ("_a_".replace("_", "\\_"), "_a_")
