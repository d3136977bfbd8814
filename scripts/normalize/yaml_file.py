"""Read one of our YAML tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from scripts.normalize.problems import TableError

if TYPE_CHECKING:
    from pathlib import Path


def read_yaml(path: Path) -> Any:
    """Return what a YAML file holds; TableError names the file and the line when it cannot be read."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TableError(f"cannot read {path} ({error.strerror})") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise TableError(f"{path.name}, line {line}: {error.problem}") from None
