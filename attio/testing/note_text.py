"""The text of a note, as markdown and as plain text.

Kept are headings of three levels, lists, bold, italic, strike-through, highlight and links. Images are lost, deeper
headings become text, everything else is text as it stands. Every line is a block of its own, blank ones included,
so plain text survives the way through markdown and back unchanged.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(.*)")
_BULLET: Final = re.compile(r"([ \t]*)[-*+][ \t]+(.*)")
_NUMBERED: Final = re.compile(r"([ \t]*)(\d{1,9})[.)][ \t]+(.*)")
_IMAGE: Final = re.compile(r"!\[([^\[\]]*)\]\([^()\s]*\)")
_LINK: Final = re.compile(r"\[((?:\\.|[^\[\]\\])+)\]\(([^()\s]+)\)")
_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# Longest first, so that two stars are not read as one and one.
_MARKS: Final = {"**": "**", "__": "**", "~~": "~~", "==": "==", "*": "*", "_": "*"}
# An underscore between letters is no mark.
_ESCAPED: Final = re.compile(r"[\\*\[\]]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|=(?==)")
_LINE_START: Final = re.compile(r"([ \t]*)(?:(#|[-+](?=[ \t]))|(\d{1,9})([.)])(?=[ \t]))")
_DEEPEST_HEADING: Final = 3
_TRIES: Final = 8


class Text(NamedTuple):
    """Characters as they are."""

    text: str


class Marked(NamedTuple):
    """A stretch that is bold, italic, struck through or highlighted."""

    mark: str
    children: list[Inline]


class Linked(NamedTuple):
    """A stretch that leads somewhere."""

    children: list[Inline]
    url: str


Inline = Text | Marked | Linked


class NoteText(NamedTuple):
    """One text in both forms."""

    markdown: str
    plaintext: str


def from_plaintext(text: str) -> NoteText:
    """Return both forms of plain text; what would be markup is escaped."""
    lines = _lines(text)
    return NoteText("\n".join(map(_literal, lines)), "\n".join(lines))


def from_markdown(text: str) -> NoteText:
    """Return both forms of markdown: in one spelling for each mark, and without any."""
    written = text
    for _ in range(_TRIES):
        parsed = [_parse_line(line) for line in _lines(text)]
        markdown = "\n".join(prefix + _start(prefix, _render(content)) for prefix, content in parsed)
        if markdown == text:
            plain = "\n".join(_plain_prefix(prefix) + _plain(content) for prefix, content in parsed)
            return NoteText(markdown, plain)
        text = markdown
    # Marks that tangle differently each time they are read are no marks.
    return from_plaintext(written)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _literal(line: str) -> str:
    return _start("", _escape(line))


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\\" + found[0], text)


def _start(prefix: str, rendered: str) -> str:
    """Escape what would turn the start of a line into a heading or a list item."""
    if prefix:
        return rendered
    found = _LINE_START.match(rendered)
    if found is None:
        return rendered
    at = found.start(2) if found[2] else found.start(4)
    return f"{rendered[:at]}\\{rendered[at:]}"


def _parse_line(line: str) -> tuple[str, list[Inline]]:
    """Split a line into the marker of its kind, in one spelling, and its content."""
    heading = _HEADING.fullmatch(line)
    if heading is not None:
        level = len(heading[1])
        prefix = "#" * level + " " if level <= _DEEPEST_HEADING else ""
        return prefix, _parse(heading[2])
    bullet = _BULLET.fullmatch(line)
    if bullet is not None:
        return f"{bullet[1]}- ", _parse(bullet[2])
    numbered = _NUMBERED.fullmatch(line)
    if numbered is not None:
        return f"{numbered[1]}{numbered[2]}. ", _parse(numbered[3])
    return "", _parse(line)


def _plain_prefix(prefix: str) -> str:
    return "" if prefix.startswith("#") else prefix


def _parse(text: str) -> list[Inline]:
    found: list[Inline] = []
    plain: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] in _PUNCTUATION:
            plain.append(text[at + 1])
            at += 2
            continue
        span = _span(text, at)
        if span is None:
            plain.append(text[at])
            at += 1
            continue
        node, at = span
        if plain:
            found.append(Text("".join(plain)))
            plain = []
        if node is not None:
            found.append(node)
    if plain:
        found.append(Text("".join(plain)))
    return found


def _span(text: str, at: int) -> tuple[Inline | None, int] | None:
    """Return the image (None), link or marked stretch that starts here, and where it ends."""
    if text[at] == "!" and (image := _IMAGE.match(text, at)):
        return None, image.end()
    if text[at] == "[" and (link := _LINK.match(text, at)):
        return Linked(_parse(link[1]), link[2]), link.end()
    delimiter = next((each for each in _MARKS if text.startswith(each, at)), None)
    if delimiter is None:
        return None
    end = _closing(text, at, delimiter)
    if end is None:
        return None
    children = _parse(text[at + len(delimiter) : end])
    return (Marked(_MARKS[delimiter], children) if children else None), end + len(delimiter)


def _closing(text: str, at: int, delimiter: str) -> int | None:
    """Find where a mark ends: not after a space, an underscore not inside a word; None when it does not."""
    start = at + len(delimiter)
    if start >= len(text) or text[start].isspace():
        return None
    is_word = delimiter[0] == "_"
    if is_word and at and text[at - 1].isalnum():
        return None
    position = start + 1
    while position <= len(text) - len(delimiter):
        if text[position] == "\\":
            position += 2
            continue
        if text.startswith(delimiter, position):
            end = position + len(delimiter)
            is_longer = len(delimiter) == 1 and text[end : end + 1] == delimiter
            if is_longer:
                position += 2
                continue
            inside_word = is_word and text[end : end + 1].isalnum()
            if not text[position - 1].isspace() and not inside_word:
                return position
        position += 1
    return None


def _render(content: list[Inline], inside: frozenset[str] = frozenset()) -> str:
    parts: list[str] = []
    for node in content:
        if isinstance(node, Text):
            parts.append(_escape(node.text))
        elif isinstance(node, Linked):
            parts.append(f"[{_render(node.children, inside)}]({node.url})")
        else:
            inner = _render(node.children, inside | {node.mark})
            parts.append(inner if node.mark in inside else f"{node.mark}{inner}{node.mark}")
    return "".join(parts)


def _plain(content: list[Inline]) -> str:
    return "".join(node.text if isinstance(node, Text) else _plain(node.children) for node in content)
