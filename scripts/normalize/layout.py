"""Where the inputs and outputs of a regeneration are."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.normalize.generate import PACKAGE
from scripts.normalize.problems import RegenError

if TYPE_CHECKING:
    from pathlib import Path

TOOLS = ("openapi-python-client", "ruff")


@dataclass(frozen=True, slots=True)
class Layout:
    """The repository and the folder that receives the package.

    With the repository's own `generated/` as target, a run also renews openapi/ and docs/; with any other folder
    everything goes there and the repository stays as it is.
    """

    root: Path
    out: Path

    @property
    def own(self) -> bool:
        """Whether the target is the repository's own package."""
        return self.out.resolve() == (self.root / "generated").resolve()

    @property
    def spec(self) -> Path:
        """The stripped source spec."""
        return self.root / "openapi" / "attio.json"

    @property
    def table(self) -> Path:
        """The reviewed operations."""
        return self.root / "openapi" / "operations.yaml"

    @property
    def names(self) -> Path:
        """The reviewed class names."""
        return self.root / "openapi" / "schema_names.yaml"

    @property
    def patches(self) -> Path:
        """The folder of corrections."""
        return self.root / "openapi" / "patches"

    @property
    def source_note(self) -> Path:
        """The note that says where the spec comes from."""
        return self.root / "openapi" / "SOURCE.md"

    @property
    def previous(self) -> Path:
        """The normalised spec of the last run, which drift is measured against."""
        return self.root / "openapi" / "normalized.json"

    @property
    def normalized(self) -> Path:
        """Where the normalised spec goes."""
        return self.previous if self.own else self.out / "normalized.json"

    @property
    def page(self) -> Path:
        """Where the table of operations goes."""
        return self.root / "docs" / "operations.md" if self.own else self.out / "operations.md"

    @property
    def report(self) -> Path:
        """Where the drift report goes unless --report says otherwise."""
        return (self.root if self.own else self.out) / "regen-report.md"

    @property
    def package(self) -> Path:
        """Where the package goes."""
        return self.out / PACKAGE


def pinned_tools(root: Path) -> dict[str, str]:
    """Return the exact versions that pyproject.toml pins for the generator and the formatter."""
    groups = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    pins = dict(entry.split("==", 1) for entry in groups["dev"] if isinstance(entry, str) and "==" in entry)
    missing = [name for name in TOOLS if name not in pins]
    if missing:
        raise RegenError(f"pyproject.toml does not pin {missing[0]} in the dev group")
    return {name: pins[name] for name in TOOLS}
