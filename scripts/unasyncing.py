"""Turn what is written async into its sync twin, word by word: each folder `_async` into the `_sync` beside it.

The async source is written so that a substitution of words is enough; what differs in kind between the
two worlds (a lock, a sleep, a gather) lives in `attio/core`, once for each. A substitution that nothing uses
is an error, so that the table stays what it says it is.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tokenize
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WORDS: dict[str, str] = {
    "AsyncIterator": "Iterator",
    "StopAsyncIteration": "StopIteration",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "aclose": "close",
    "asleep": "sleep",
    "async_current_client": "current_client",
    "_async": "_sync",
}
"""Names that change as a whole; a name that begins with `Async` loses it."""

PHRASES: tuple[tuple[str, str], ...] = (
    ("an async ", "a "),
    ("An async ", "A "),
    ("async for", "for"),
    ("async with", "with"),
    ("async ", ""),
    ("await ", ""),
)
"""What changes inside docstrings and comments."""

HEADER = "# Derived from {source} by scripts/unasync: edit there.\n"


_PROSE = {tokenize.STRING, tokenize.COMMENT, getattr(tokenize, "FSTRING_MIDDLE", -1)}
"""Tokens that are text: Python 3.12 takes f-strings apart, earlier ones do not."""


class UnusedSubstitutionError(Exception):
    """Names words of the table that no source uses."""


def translate(source: str, used: set[str] | None = None) -> str:
    """Return the sync form of one async module; records the words that it used."""
    seen = set[str]() if used is None else used
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    text: list[str] = []
    row, column = 1, 0
    lines = source.splitlines(keepends=True)
    skip_space = False
    for token in tokens:
        if token.type == tokenize.ENDMARKER:
            break
        gap = _between(lines, (row, column), token.start)
        text.append("" if skip_space and "\n" not in gap else gap)
        skip_space = False
        row, column = token.end
        if token.type == tokenize.NAME and token.string in {"async", "await"}:
            skip_space = True
            continue
        text.append(_word(token, seen))
    return "".join(text)


def _between(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """Return the source between two positions, so that spacing survives."""
    (row, column), (end_row, end_column) = start, end
    if row == end_row:
        return lines[row - 1][column:end_column] if row <= len(lines) else ""
    parts = [lines[row - 1][column:], *lines[row : end_row - 1]]
    if end_row <= len(lines):
        parts.append(lines[end_row - 1][:end_column])
    return "".join(parts)


def _word(token: tokenize.TokenInfo, used: set[str]) -> str:
    if token.type == tokenize.NAME:
        return _name(token.string, used)
    if token.type in _PROSE:
        return _prose(token.string, used)
    return token.string


def _name(name: str, used: set[str]) -> str:
    if name in WORDS:
        used.add(name)
        return WORDS[name]
    if name.startswith("Async") and name != "Async":
        return name.removeprefix("Async")
    if name.startswith("_Async"):
        return "_" + name.removeprefix("_Async")
    return name


def _prose(prose: str, used: set[str]) -> str:
    for old, new in PHRASES:
        prose = prose.replace(old, new)
    out: list[str] = []
    word = ""
    for char in prose + "\0":
        if char.isalnum() or char == "_":
            word += char
            continue
        out.append(_name(word, used) if word else "")
        out.append(char)
        word = ""
    return "".join(out)[:-1]


def formatted(sources: dict[Path, str]) -> dict[Path, str]:
    """Return the modules as ruff lays them out (shorter names change the line breaks)."""
    result: dict[Path, str] = {}
    for path, source in sources.items():
        done = subprocess.run(
            [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", "110", "-"],
            input=source,
            capture_output=True,
            text=True,
            check=True,
        )
        result[path] = done.stdout
    return result


def sources(root: Path) -> list[Path]:
    """Return the folders that are written async: the shells, and what is built on them in both worlds."""
    return sorted((root / "attio").rglob("_async"))


def derive(root: Path) -> dict[Path, str]:
    """Return every sync module by its path; raises when a word of the table is unused."""
    used: set[str] = set()
    modules: dict[Path, str] = {}
    for folder in sources(root):
        header = HEADER.format(source=folder.relative_to(root).as_posix())
        for path in sorted(folder.rglob("*.py")):
            target = folder.with_name("_sync") / path.relative_to(folder)
            modules[target] = header + translate(path.read_text("utf-8"), used)
    if unused := sorted(set(WORDS) - used):
        raise UnusedSubstitutionError(f"unused words in scripts/unasyncing.py: {', '.join(unused)}")
    return formatted(modules)


def main(root: Path, arguments: list[str]) -> int:
    """Write the sync twins, or with --check say what differs and return 1."""
    parser = argparse.ArgumentParser(prog="scripts/unasync", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail when a twin is stale")
    options = parser.parse_args(arguments)
    modules = derive(root)
    present = {path for folder in (root / "attio").rglob("_sync") for path in folder.rglob("*.py")}
    stale = [
        path for path, source in modules.items() if path not in present or path.read_text("utf-8") != source
    ]
    orphans = sorted(present - set(modules))
    if options.check:
        for path in [*stale, *orphans]:
            print(f"{path.relative_to(root)} is not what its async twin gives; run make unasync")
        return 1 if stale or orphans else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(modules[path], "utf-8")
    for path in orphans:
        path.unlink()
    print(f"{len(stale)} written, {len(orphans)} removed, {len(modules)} in all")
    return 0
