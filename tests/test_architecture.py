"""The house rules that a machine can hold: direction of imports, file length, names, the public surface, parity."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import attio
from attio._names import HIDDEN_ALIASES, PUBLIC

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "attio"

LAYERS: list[set[str]] = [
    {"attio_openapi"},
    {"core"},
    {"values"},
    {"records"},
    {"oauth", "webhooks", "cache", "limits", "bulk"},
    {"_async", "_sync"},
    {"services", "typegen", "audit", "integrations", "testing"},
    {"cli"},
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
ROOT_MODULES = {"module_level", "_names", "_package", "__init__"}
"""Modules of the package root: they gather names and sit above all layers but the command line."""


def _modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py"))


def _layer(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def _imported(path: Path):
    """Every attio or attio_openapi module that a file imports, also inside functions and for types."""
    package = ["attio", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level == 0:
                yield node.module or ""
            else:
                base = package[: len(package) - node.level + 1]
                name = ".".join([*base, *([node.module] if node.module else [])])
                # `from . import x` and `from .. import x` name modules one by one.
                yield from ([name] if node.module else (f"{name}.{alias.name}" for alias in node.names))


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_imports_upward(path: Path) -> None:
    """A module imports its own layer and those below, never one above."""
    own = _layer(path)
    if own in ROOT_MODULES:
        return
    for name in _imported(path):
        parts = name.split(".")
        if parts[0] == "attio" and len(parts) == 1:
            continue
        layer = parts[1] if parts[0] == "attio" else parts[0]
        if parts[0] not in {"attio", "attio_openapi"} or layer in ROOT_MODULES:
            continue
        assert layer in RANK, f"{path.name} imports {name}, which has no layer"
        assert RANK[layer] <= RANK[own], f"{path.relative_to(ROOT)} ({own}) imports {name} ({layer})"
        worlds = {"_async", "_sync"}
        if (worlds & {*path.parts}) | (worlds & {*parts}) == worlds:
            pytest.fail(f"{path.relative_to(ROOT)} crosses between _async and _sync")


@pytest.mark.parametrize(
    "path",
    [path for path in _modules() if _layer(path) not in {"core", "testing"}],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_only_core_and_testing_import_httpx(path: Path) -> None:
    """A move to another HTTP library is a change of core, testing and generated only."""
    for name in _imported(path):
        if name.split(".")[0] == "httpx":
            source = path.read_text("utf-8")
            assert re.search(r"^if TYPE_CHECKING:(\n    .*|\n)*?\n    import httpx", source, re.M), path


def test_no_hand_written_file_is_over_400_lines() -> None:
    """A file that grows is split by noun."""
    files = [path for path in _modules() if "_sync" not in path.parts]
    files += [path for path in (ROOT / "scripts").rglob("*") if path.is_file() and path.suffix in {"", ".py"}]
    long = {
        str(path.relative_to(ROOT)): n
        for path in files
        if (n := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert not long


def test_no_module_has_a_name_that_says_nothing() -> None:
    """Modules are named by what is in them."""
    banned = {"utils", "helpers", "common", "misc", "manager", "base"}
    assert not [path for path in _modules() if path.stem in banned or path.parent.name in banned]


def test_every_public_name_is_there() -> None:
    """What the root promises can be imported, and says where it comes from."""
    for name in [*PUBLIC, *HIDDEN_ALIASES]:
        assert getattr(attio, name) is not None
    assert attio.__all__ == sorted(attio.__all__)
    assert set(attio.__all__) <= set(dir(attio))
    assert attio.TimeoutError is attio.APITimeoutError


def test_type_checkers_see_the_same_names() -> None:
    """The names that are imported for types are those that are imported at run time."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.asname or alias.name
        for node in block.body
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }
    assert seen == set(PUBLIC)


def test_an_unknown_name_is_a_clear_error() -> None:
    """A slip of the pen names the nearest thing there is."""
    with pytest.raises(AttributeError, match=r"did you mean attio\.Attio"):
        attio.Atio  # noqa: B018


def _fresh(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_importing_attio_is_cheap() -> None:
    """`import attio` brings in neither HTTP nor models nor anything heavy."""
    loaded = set(_fresh("import sys, attio; print(' '.join(sys.modules))").split())
    heavy = {
        "httpx",
        "asyncio",
        "dataclasses",
        "msgspec",
        "attrs",
        "attr",
        "logging",
        "attio_openapi",
        "dateutil",
    }
    assert not loaded & heavy


def test_the_way_to_the_first_record_is_lean() -> None:
    """Reading a record brings in neither dateutil nor generated models nor attrs."""
    code = """
import sys, httpx, attio
body = b'{"data": [{"id": {"record_id": "r"}, "values": {"name": [{"attribute_type": "text", "value": "x"}]}}]}'
client = attio.Attio(api_key="k" * 64, transport=httpx.MockTransport(lambda _: httpx.Response(200, content=body)))
assert client.companies.list()[0]["name"] == "x"
print(" ".join(sys.modules))
"""
    loaded = set(_fresh(code).split())
    assert not loaded & {"dateutil", "attrs", "attr", "attio_openapi.models", "phonenumbers"}


def _surface(client: str) -> dict[str, inspect.Signature]:
    """Every public method of a client and its resources, with its signature in sync words."""
    module = importlib.import_module(f"attio.{client}")
    found: dict[str, inspect.Signature] = {}
    for path in sorted((PACKAGE / client).rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        module = importlib.import_module(f"attio.{name}")
        for kind_name, kind in vars(module).items():
            if not inspect.isclass(kind) or kind.__module__ != module.__name__:
                continue
            for verb, member in vars(kind).items():
                plain = inspect.unwrap(getattr(member, "__func__", getattr(member, "fget", member)))
                if callable(plain) and not isinstance(plain, type) and hasattr(plain, "__code__"):
                    key = (
                        f"{name.split('.', 1)[-1]}:{kind_name.removeprefix('_').removeprefix('Async')}.{verb}"
                    )
                    found[key] = inspect.signature(plain)
    return found


def _words(text: object) -> str:
    plain = str(text).replace("_async", "_sync").replace("Async", "")
    return plain


def test_sync_and_async_offer_the_same() -> None:
    """One parity test over the whole surface: the same classes, methods and parameters in both worlds."""
    dunder = {
        "__aenter__": "__enter__",
        "__aexit__": "__exit__",
        "__aiter__": "__iter__",
        "__anext__": "__next__",
    }

    def sync_words(key: str) -> str:
        head, _, verb = key.rpartition(".")
        verb = dunder.get(verb, verb).replace("aclose", "close")
        return f"{head}.{verb}"

    async_ = {sync_words(key): signature for key, signature in _surface("_async").items()}
    sync = _surface("_sync")
    assert set(async_) == set(sync)
    for key, signature in sync.items():
        assert _words(async_[key]) == str(signature), key
