"""The page that says what the local workspace simulates, written from its own code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attio_openapi.operations import OPERATIONS

from attio.testing.router import simulated
from scripts.normalize.text import as_table

if TYPE_CHECKING:
    from pathlib import Path

PAGE: Final = "docs/simulation.md"
_HEADER: Final = ("Operation", "Route", "Simulated", "Not simulated")
_INTRODUCTION: Final = """# What the local workspace simulates

<!-- Written by scripts/simulation_table from the handlers in attio/testing/routes; a change made here is lost. -->

`LocalWorkspace` answers all {count} operations of Attio's REST API from state of its own. The table says of each what
it does and what it leaves out; "here" marks a choice where Attio has published nothing.

All of them check tokens, scopes and levels, bodies and parameters, and answer errors in Attio's shapes and words.

Around the API there are:

- **Webhooks**: every change emits Attio's events, filtered and signed, delivered to callables or to addresses on this
  machine, tried ten times over three days of the workspace's clock, with degraded and inactive states. Not known, so
  assumed: how the pauses grow (threefold), and that a success ends the state degraded.
- **Sign-in**: authorize page, token endpoint and introspection of app.attio.com. Not known, so assumed: how long a
  code lasts (10 minutes) and the wording of errors (RFC 6749).
- **Rate limits**, on demand: reads, writes, single operations, query scores, in fixed or sliding windows. Attio's
  formula for scores is not published; here it is conditions and twice the sorts, per 10,000 rows begun.
- **Faults**, on demand: latency, 429, any error, HTML pages, truncated bodies, resets, timeouts after the work was
  done, requests and deliveries that arrive twice.
- **Not there at all**: enrichment by itself, calendars, mailboxes, workflows, the app's pages, per-record permissions.

"""


def simulation_page() -> str:
    """Return the page: one line for each operation, grouped by tag."""
    rows = simulated()
    parts = [_INTRODUCTION.format(count=len(OPERATIONS))]
    for tag in dict.fromkeys(operation.tag for operation in OPERATIONS.values()):
        lines: list[tuple[str, ...]] = [
            (f"`{each.id}`", f"`{each.method} {each.path}`", *_told(rows[each.id]))
            for each in OPERATIONS.values()
            if each.tag == tag
        ]
        parts.append(f"## {tag}\n\n{as_table(_HEADER, lines)}\n")
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _told(row: tuple[str, str]) -> tuple[str, str]:
    return row[0].replace("|", "\\|"), row[1].replace("|", "\\|") or "-"


def main(root: Path, arguments: list[str]) -> int:
    """Write the page, or with --check tell whether it is what would be written."""
    page, target = simulation_page(), root / PAGE
    if arguments == ["--check"]:
        if target.is_file() and target.read_text("utf-8") == page:
            return 0
        print(f"{PAGE} is not what the code gives; run scripts/simulation_table")
        return 1
    if arguments:
        print("usage: scripts/simulation_table [--check]")
        return 2
    target.write_text(page, "utf-8")
    return 0
