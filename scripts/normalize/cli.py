"""The command line of scripts/regen."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.normalize.drift import compare
from scripts.normalize.generate import check_versions, generate_package
from scripts.normalize.install import differences, stale_files, swap, workspace, write_files
from scripts.normalize.layout import Layout, pinned_tools
from scripts.normalize.names import load_names
from scripts.normalize.operations_page import operations_page
from scripts.normalize.patch import load_patches
from scripts.normalize.pipeline import Normalized, normalize
from scripts.normalize.problems import RegenError, TableError
from scripts.normalize.report import disagreements, drift_report, summary
from scripts.normalize.source import LIVE_SPEC, Source, read_source, with_record
from scripts.normalize.strip import check_document, strip_prose
from scripts.normalize.table import Table, load_table
from scripts.normalize.text import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scripts.normalize.schema import Json

EMPTY: Json = {"paths": {}, "components": {"schemas": {}}}
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a run decides before it writes anything."""

    layout: Layout
    source: Source
    stripped: Json
    table: Table
    result: Normalized
    report: str
    summary: str

    def texts(self, today: str) -> dict[Path, str]:
        """Return the text of every file that this run owns beside the package and the report."""
        texts = {
            self.layout.normalized: as_text(self.result.spec),
            self.layout.page: operations_page(self.result.rows),
        }
        if self.layout.own:
            texts[self.layout.spec] = as_text(self.stripped)
            if not self.from_own_spec:
                note = self.layout.source_note.read_text(encoding="utf-8")
                texts[self.layout.source_note] = with_record(note, self.source, today)
        return texts

    @property
    def from_own_spec(self) -> bool:
        """Whether the spec read is the repository's own copy."""
        location, own = Path(self.source.location), self.layout.spec
        return location.exists() and own.exists() and location.samefile(own)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    result = argparse.ArgumentParser(
        prog="scripts/regen", description="Rebuild attio_openapi from Attio's spec."
    )
    result.add_argument(
        "--spec", metavar="FILE_OR_URL", help=f"spec to read (default: {LIVE_SPEC}; with --check: ours)"
    )
    result.add_argument(
        "--out", metavar="DIR", help="folder for the package (default: generated; others leave ours alone)"
    )
    result.add_argument(
        "--check", action="store_true", help="change nothing; fail when something is out of date"
    )
    result.add_argument(
        "--strict", action="store_true", help="refuse operations and schemas that nobody has reviewed"
    )
    result.add_argument(
        "--report", metavar="FILE", help="file for the drift report (default: regen-report.md)"
    )
    return result


def main(
    arguments: Sequence[str] | None = None, *, root: Path | None = None, today: str | None = None
) -> int:
    """Run regen; 0 when all is well, 1 after a one-line error or with --check when something is out of date."""
    options = parser().parse_args(arguments)
    base = root or Path(__file__).resolve().parent.parent.parent
    # Absolute: the generator runs in a folder of its own.
    layout = Layout(base, Path(options.out).resolve() if options.out else base / "generated")
    try:
        check_versions(pinned_tools(base))
        spec = options.spec or (str(layout.spec) if options.check else LIVE_SPEC)
        plan = make_plan(layout, spec, strict=options.strict)
        if options.check:
            return check(plan)
        return build(plan, Path(options.report) if options.report else layout.report, today or _today())
    except (RegenError, OSError) as error:
        sys.stderr.write(f"regen: {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("regen: interrupted; the old package is as it was\n")
        return 130


def make_plan(layout: Layout, spec: str, *, strict: bool) -> Plan:
    """Read a spec and run every pure step; nothing is written."""
    source = read_source(spec)
    stripped = strip_prose(check_document(source.document))
    table = load_table(layout.table)
    result = normalize(stripped, table, load_names(layout.names), load_patches(layout.patches))
    if strict:
        refuse_unreviewed(result)
    previous = json.loads(layout.previous.read_text(encoding="utf-8")) if layout.previous.exists() else EMPTY
    changes = compare(previous, result.spec)
    report = drift_report(changes, result, disagreements(stripped, result.rows))
    return Plan(layout, source, stripped, table, result, report, summary(changes, result))


def refuse_unreviewed(result: Normalized) -> None:
    """Raise TableError that lists what nobody has reviewed: new operations, new schemas, operations gone."""
    found = [f"operation {row.call} (proposed: {row.id})" for row in result.proposed_rows]
    found += [f"schema {place} (proposed: {name})" for name, place in result.naming.proposed.items()]
    found += [f"operation {row.call} is gone" for row in result.missing_rows]
    if found:
        raise TableError(f"--strict: {len(found)} not reviewed:\n  " + "\n  ".join(found))


def build(plan: Plan, report: Path, today: str) -> int:
    """Generate aside, then put everything in place; the package last, by renames."""
    with workspace(plan.layout.package) as work:
        package = generate_package(plan.result, plan.table, work)
        changed = write_files({**plan.texts(today), report: plan.report})
        swapped = swap(package, plan.layout.package, work)
    sys.stdout.write(f"{plan.report}\n{plan.summary}\n")
    for path in [*changed, *([plan.layout.package] if swapped else [])]:
        sys.stdout.write(f"written: {path}\n")
    return 0


def check(plan: Plan) -> int:
    """Compare what is on disk with what the inputs give; list what differs."""
    with tempfile.TemporaryDirectory(prefix="regen-") as folder:
        package = generate_package(plan.result, plan.table, Path(folder))
        found = [str(path) for path in stale_files(plan.texts(""))]
        found += [f"{plan.layout.package / name}" for name in differences(package, plan.layout.package)]
    if not found:
        sys.stdout.write(f"up to date: {plan.summary}\n")
        return 0
    sys.stderr.write(f"regen: {len(found)} out of date; run `make regen SPEC=openapi/attio.json`\n")
    for name in found[:SHOWN]:
        sys.stderr.write(f"  {name}\n")
    if len(found) > SHOWN:
        sys.stderr.write(f"  and {len(found) - SHOWN} more\n")
    return 1


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
