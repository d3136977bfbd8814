"""HTML from Python values: what is text is escaped, always, and what is markup says so by its type."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8884; --soft: #8882; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 78rem; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; margin-bottom: .25rem; } h2 { font-size: 1.1rem; margin-top: 2.2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top;
  padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 600; white-space: nowrap; } td.n { text-align: right; font-variant-numeric: tabular-nums; }
th.n { text-align: right; }
code, pre { font: 13px/1.45 ui-monospace, monospace; } pre { background: var(--soft); padding: .7rem; margin: .3rem 0;
  overflow: auto; max-height: 28rem; white-space: pre-wrap; overflow-wrap: anywhere; }
summary { cursor: pointer; } summary b { display: inline-block; min-width: 4.2rem; }
details { border-bottom: 1px solid var(--line); padding: .25rem 0; } .soft { opacity: .7; } .bad { color: #d33; }
nav { margin: 1rem 0; } td code { white-space: nowrap; }
"""


class Html(str):
    """Markup: a text that is put on the page as it is."""

    __slots__ = ()


def tag(name: str, *children: object, **attributes: str) -> Html:
    """Build an element; children that are not Html are escaped. `class_` is written class."""
    written = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{written}>{joined(children)}</{name}>")


def joined(children: Iterable[object]) -> Html:
    """Put pieces one after the other; those that are not Html are escaped."""
    return Html("".join(child if isinstance(child, Html) else escape(str(child)) for child in children))


def table(
    heads: Iterable[str], rows: Iterable[Iterable[object]], *, numbers: frozenset[int] = frozenset()
) -> Html:
    """Build a table; `numbers` are the columns that stand on the right."""

    def cells(name: str, row: Iterable[object]) -> Html:
        return joined(
            tag(name, cell, class_="n") if index in numbers else tag(name, cell)
            for index, cell in enumerate(row)
        )

    return tag("table", tag("tr", cells("th", heads)), *(tag("tr", cells("td", row)) for row in rows))


def document(title: str, *body: object) -> bytes:
    """Build a whole page."""
    head = joined(
        [
            Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width">'),
            tag("title", title),
            tag("style", Html(_STYLE)),
        ]
    )
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{joined(body)}</body></html>".encode()
