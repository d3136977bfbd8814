"""Run openapi-python-client on a normalised spec and check that nothing was lost on the way."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from scripts.normalize.operations_module import operations_module
from scripts.normalize.problems import RegenError
from scripts.normalize.text import as_text

if TYPE_CHECKING:
    from scripts.normalize.pipeline import Normalized
    from scripts.normalize.schema import Json
    from scripts.normalize.table import Table

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
# The stock templates that ours delegate to, copied at generation time so that none is vendored.
DELEGATED = ("property_templates/union_property.py.jinja",)
# Nothing uses them: sending and errors are core's.
UNNEEDED = ("client.py", "errors.py")
CONFIG: Json = {
    "use_path_prefixes_for_title_model_names": False,
    "docstrings_on_attributes": True,
    "post_hooks": [],
}
PACKAGE = "attio_openapi"


def generate_package(result: Normalized, table: Table, work: Path) -> Path:
    """Generate the package into `work`/attio_openapi and return that folder.

    A warning of the generator, a lost endpoint or a tool of another version is a RegenError.
    """
    spec = work / "normalized.json"
    spec.write_text(as_text(result.spec), encoding="utf-8")
    config = work / "generator.yaml"
    config.write_text(yaml.safe_dump(CONFIG), encoding="utf-8")
    package = work / PACKAGE
    command = [
        sys.executable, "-m", "openapi_python_client", "generate", "--path", str(spec), "--config", str(config),
        "--meta", "none", "--output-path", str(package), "--custom-template-path", str(_stage_templates(work)),
        "--fail-on-warning",
    ]  # fmt: skip
    _run(command, work, "the generator")
    for name in UNNEEDED:
        (package / name).unlink()
    (package / "py.typed").write_text("", encoding="utf-8")
    (package / "operations.py").write_text(operations_module(result, table), encoding="utf-8")
    _format(package, work)
    check_modules(package, {row.id for row in result.rows})
    return package


def check_modules(package: Path, operation_ids: set[str]) -> None:
    """Raise RegenError unless there is exactly one endpoint module for every operation."""
    modules = [path.stem for path in package.glob("api/*/*.py") if path.stem != "__init__"]
    lost = sorted(operation_ids - set(modules))
    extra = sorted(set(modules) - operation_ids)
    if lost or extra or len(modules) != len(operation_ids):
        raise RegenError(
            f"{len(operation_ids)} operations in, {len(modules)} modules out"
            f" (lost: {', '.join(lost) or 'none'}; extra: {', '.join(extra) or 'none'})"
        )


def check_versions(pins: dict[str, str]) -> None:
    """Raise RegenError when a tool is not of the pinned version: templates and formatting follow it."""
    for name, wanted in pins.items():
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found = "not installed"
        if found != wanted:
            raise RegenError(f"regen needs {name}=={wanted}, found {found}; run `make setup`")


def _stage_templates(work: Path) -> Path:
    staged = work / "templates"
    shutil.copytree(TEMPLATES, staged)
    import openapi_python_client  # half a second, and --help needs none of it

    stock = Path(openapi_python_client.__file__).parent / "templates"
    (staged / "upstream").mkdir()
    for name in DELEGATED:
        shutil.copy(stock / name, staged / "upstream" / Path(name).name)
    return staged


def _format(package: Path, work: Path) -> None:
    # --isolated: the rules of the project that happens to lie around must not change what is generated.
    shared = ["--isolated", "--no-cache", "--line-length", "110", "--target-version", "py311"]
    ruff = [sys.executable, "-m", "ruff"]
    fixes = ["--select", "I,F401,UP,RET505", "--fix-only", "--quiet"]
    _run([*ruff, "check", *fixes, *shared, str(package)], work, "ruff check")
    _run([*ruff, "format", "--quiet", *shared, str(package)], work, "ruff format")


def _run(command: list[str], work: Path, label: str) -> None:
    # The generator keeps imports in sets; a fixed hash seed keeps their order out of the output.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RegenError(f"{label} failed:\n{(done.stdout + done.stderr).strip()}")
