"""Pieces of Python source, laid out as ruff and black lay them out at their own line length. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 88


def quoted(text: str) -> str:
    r"""Return a text as a literal that means just it: in double quotes unless single ones need fewer escapes.

    >>> print(quoted('say "hi"'), quoted("it's"), quoted("a\nb"), quoted("Won 🎉"))
    'say "hi"' "it's" "a\nb" "Won 🎉"
    """
    # The quote at the end makes repr() choose single quotes, and is cut off again.
    body = repr(text + '"')[1:-2].replace("\\'", "'")
    doubles, singles = text.count('"'), text.count("'")
    if doubles > singles:
        return "'" + body.replace("'", "\\'") + "'"
    return '"' + body.replace('"', '\\"') + '"'


def prose(text: str) -> str:
    r"""Return a text as one line that can stand in any docstring or comment.

    >>> prose('My\n  "own"\\ words')
    "My 'own'/ words"
    """
    line = " ".join(text.split())
    kept = "".join(char if char.isprintable() else "?" for char in line)
    return kept.replace('"', "'").replace("\\", "/")


def fits(line: str) -> bool:
    """Tell whether every formatter leaves a line whole: it is short, and of characters of one width."""
    return len(line) <= WIDTH and line.isascii()


def assigned(name: str, annotation: tuple[str, str], value: str) -> list[str]:
    """Return the lines of `name: Outer[inner] = value` up to the value's opening bracket, value included."""
    outer, inner = annotation
    line = f"{name}: {outer}[{inner}] = {value}"
    if len(line) <= WIDTH:
        return [line]
    indent = " " * (len(name) - len(name.lstrip()))
    return [f"{name}: {outer}[", f"{indent}    {inner}", f"{indent}] = {value}"]


def call_assigned(
    name: str, annotation: tuple[str, str], function: str, arguments: Sequence[str]
) -> list[str]:
    """Return the lines of `name: Outer[inner] = function(arguments)`, in a class body."""
    whole = f"    {name}: {annotation[0]}[{annotation[1]}] = {function}({', '.join(arguments)})"
    if fits(whole):
        return [whole]
    return [
        *assigned(f"    {name}", annotation, f"{function}("),
        *(f"        {argument}," for argument in arguments),
        "    )",
    ]


def literal_alias(name: str, titles: Sequence[tuple[str, str]]) -> list[str]:
    """Return the lines of `name: TypeAlias = Literal[...]` of titles, each with the comment that goes with it."""
    start = f"{name}: TypeAlias = Literal["
    shown = [quoted(title) for title, _ in titles]
    if not any(comment for _, comment in titles) and fits(f"{start}{', '.join(shown)}]"):
        return [f"{start}{', '.join(shown)}]"]
    if len(titles) == 1 and not titles[0][1]:
        # No comma: with one behind it a lone title would be a tuple.
        only = f"{start}{shown[0]}]"
        return [only] if _columns(only) <= WIDTH else [start, f"    {shown[0]}", "]"]
    comma = "," if len(titles) > 1 else ""
    lines = [
        f"    {text}{comma}{f'  # {comment}' if comment else ''}"
        for text, (_, comment) in zip(shown, titles, strict=True)
    ]
    return [start, *lines, "]"]


def class_head(name: str, bases: Sequence[str]) -> list[str]:
    """Return the lines of `class name(bases):`."""
    whole = f"class {name}({', '.join(bases)}):"
    return [whole] if fits(whole) else [f"class {name}(", *(f"    {base}," for base in bases), "):"]


def slug_line(slug: str) -> list[str]:
    """Return the lines that say of which object or list a class is."""
    start, text = "    __attio_slug__: ClassVar[str | None] = ", quoted(slug)
    if _columns(start + text) <= WIDTH:
        return [start + text]
    return [start + "(", f"        {text}", "    )"]


def _columns(line: str) -> int:
    """Return how wide a line is shown: characters of East Asia and pictures take two columns."""
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in line)
