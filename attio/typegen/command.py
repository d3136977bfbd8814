"""`python -m attio.typegen`: write the models of a workspace, or check whether they still fit."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attio.core.errors import Error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attio import Attio

_EPILOG = """The token is taken from ATTIO_API_KEY or ATTIO_ACCESS_TOKEN; it needs object_configuration:read and, for
lists, list_configuration:read. Ends with 0 when all is well, 1 when --check finds a difference, 2 on an error."""


def main(arguments: Sequence[str] | None = None, client: Attio | None = None) -> int:
    """Do what the command line says and return the exit status; without `client` one is made of the environment."""
    given = _parser().parse_args(arguments)
    try:
        return _run(given, client)
    except (Error, OSError) as problem:
        print(f"typegen: {problem}", file=sys.stderr)  # noqa: T201 - a command talks
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m attio.typegen",
        description="Write a Python module with a class for each object and list of a workspace.",
        epilog=_EPILOG,
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write there (without it: print)")
    parser.add_argument("--check", action="store_true", help="write nothing; say how the workspace differs")
    parser.add_argument("--objects", nargs="*", metavar="SLUG", help="only these objects (none: no object)")
    parser.add_argument("--lists", nargs="*", metavar="SLUG", help="only these lists (none: no list)")
    parser.add_argument("--numbers", choices=("float", "decimal"), help="how your client reads numbers")
    parser.add_argument("--base-url", help="another address of the API")
    parser.add_argument("--force", action="store_true", help="overwrite a file that typegen did not write")
    return parser


def _run(given: argparse.Namespace, client: Attio | None) -> int:
    from attio.core.errors import ArgumentError
    from attio.typegen import generate
    from attio.typegen.recipe import recipe_of

    out: Path | None = given.out
    if given.check and out is None:
        raise ArgumentError("--check", None, "needs a module to check", fix="give --out FILE")
    present = out.read_text("utf-8", "replace") if out is not None and out.exists() else None
    recipe = None if present is None else recipe_of(present)
    if present is not None and recipe is None and not given.force:
        raise ArgumentError(
            "--out", str(out), "is a file that typegen did not write", fix="give another, or --force"
        )
    chosen = {name: getattr(given, name) for name in ("objects", "lists", "numbers")}
    if given.check:
        if present is None:
            return _say(f"{out} does not exist; write it first", 1)
        # Asked as it was asked for, unless the command line says otherwise.
        chosen = {
            name: (recipe or {}).get(name) if value is None else value for name, value in chosen.items()
        }
    source = generate(_client(given, chosen, client), objects=chosen["objects"], lists=chosen["lists"])
    if given.check:
        return _check(str(out), present or "", source)
    if out is None:
        print(source, end="")  # noqa: T201 - a command talks
        return 0
    if present == source:
        return _say(f"{out} is up to date", 0)
    _write(out, source)
    return _say(f"{out} written", 0)


def _client(given: argparse.Namespace, chosen: dict[str, Any], client: Attio | None) -> Attio:
    from attio import Attio

    numbers = chosen["numbers"]
    if client is None:
        return Attio(base_url=given.base_url, numbers=numbers)
    return client if numbers is None else client.with_options(numbers=numbers)


def _check(name: str, present: str, source: str) -> int:
    from attio.core.errors import ArgumentError
    from attio.typegen.drift import compare

    try:
        found = compare(present, source)
    except (SyntaxError, ValueError) as error:
        raise ArgumentError("--out", name, f"is no Python module: {error}", fix="write it anew") from None
    for sentence in found:
        _say(sentence, 0)
    return _say(f"{name} does not fit the workspace any more: write it anew", 1) if found else 0


def _say(sentence: str, status: int) -> int:
    print(sentence)  # noqa: T201 - a command talks
    return status


def _write(out: Path, source: str) -> None:
    """Write a file as a whole: whoever imports it meanwhile gets the old one or the new one."""
    place = out.resolve()
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(source)
        Path(name).chmod(place.stat().st_mode & 0o777 if place.exists() else 0o644)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
