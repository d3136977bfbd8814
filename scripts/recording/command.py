"""`scripts/record`: record cassettes, or tell whether those that there are still say what they said."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from attio_openapi.operations import OPERATIONS

from attio import Attio
from attio.core.errors import ConfigurationError, Error
from scripts.recording.recorder import (
    CALL,
    CASSETTE,
    LOCAL,
    Place,
    Recorded,
    label_of,
    local_places,
    readme,
    record,
    write_readme,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORKSPACE = "ATTIO_RECORD_WORKSPACE"


def main(root: Path, arguments: Sequence[str]) -> int:
    """Run the command; gives its exit status."""
    parser = argparse.ArgumentParser(
        prog="scripts/record", description="Record one cassette for each operation."
    )
    parser.add_argument("operations", nargs="*", metavar="operation", help="operationIds (default: all 97)")
    parser.add_argument("--check", action="store_true", help="compare the local recordings with a fresh one")
    parser.add_argument(
        "--out", type=Path, default=root / "cassettes", help="the folder (default: cassettes)"
    )
    given = parser.parse_args(arguments)
    unknown = [name for name in given.operations if name not in OPERATIONS]
    if unknown:
        parser.error(f"no such operation: {', '.join(unknown)}")
    if given.check:
        return check(given.out, given.operations)
    try:
        done = _record(given.out, given.operations)
    except Error as error:
        sys.stderr.write(f"scripts/record: {error}\n")
        return 1
    write_readme(given.out)
    return _report(done, is_local=_key() is None)


def _key() -> str | None:
    return os.environ.get("ATTIO_API_KEY") or os.environ.get("ATTIO_ACCESS_TOKEN") or None


def _record(folder: Path, operations: Sequence[str]) -> list[Recorded]:
    key = _key()
    if key is None:
        with local_places() as place_of:
            return record(folder, place_of, operations)
    place = live_place(key, os.environ.get("ATTIO_BASE_URL") or "https://api.attio.com")
    print(f"recording from {place.label}")
    return record(folder, lambda _: place, operations)


def live_place(key: str, base_url: str) -> Place:
    """Return the workspace of a key to record in; raises ConfigurationError unless it was named as well.

    Recording writes into the workspace, and a key for it may be in the environment for another reason.
    """
    with Attio(base_url=base_url, api_key=key) as client:
        slug = client.whoami().workspace_slug
    if not slug or os.environ.get(_WORKSPACE) != slug:
        raise ConfigurationError(
            f"ATTIO_API_KEY belongs to the workspace {slug!r}, and recording writes into it: set {_WORKSPACE}={slug} "
            "if nobody needs it, or unset ATTIO_API_KEY to record on this machine"
        )
    host = urlsplit(base_url).hostname or ""
    return Place(base_url, key, "Attio" if host == "api.attio.com" else host, secrets.token_hex(3))


def _report(done: Sequence[Recorded], *, is_local: bool) -> int:
    failed = [each for each in done if each.problem is not None]
    print(f"{len(done) - len(failed)} of {len(done)} operations recorded")
    left = sorted({what for each in done for what in each.left})
    if left and not is_local:
        print(f"stays in the workspace, since the API cannot delete it: {', '.join(left)}")
    for each in failed:
        print(f"  {each.operation}: {each.problem}")
    return 1 if failed else 0


def check(folder: Path, operations: Sequence[str]) -> int:
    """Record the local ones again elsewhere and compare, byte by byte; gives 1 when any differs."""
    local = [each for each in operations or OPERATIONS if _is_local(folder, each)]
    missing = [each for each in operations or OPERATIONS if not (folder / each / CALL).exists()]
    with TemporaryDirectory() as draft, local_places() as place_of:
        record(Path(draft), place_of, local, stop=True)
        changed = [
            each
            for each in local
            if any(_differs(folder, Path(draft), each, name) for name in (CASSETTE, CALL))
        ]
    stale = not operations and (folder / "README.md").read_text("utf-8") != readme(folder)
    for text, names in (
        ("changed", changed),
        ("missing", missing),
        ("stale", ["README.md"] if stale else []),
    ):
        if names:
            print(f"{text}: {', '.join(names)}; run make record")
    return 1 if changed or missing or stale else 0


def _is_local(folder: Path, operation: str) -> bool:
    return (folder / operation / CALL).exists() and label_of(folder, operation) == LOCAL


def _differs(folder: Path, draft: Path, operation: str, name: str) -> bool:
    one, two = (place / operation / name for place in (folder, draft))
    return not one.exists() or one.read_bytes() != two.read_bytes()
