"""What a workspace starts with: the seeds `demo` and `big`, and seed documents.

A seed document is a mapping, or a JSON or YAML file that holds one:

    workspace: {name, slug}              standard_objects: [deals, users]
    members: [{first_name, last_name, email_address, access_level}]
    tokens: [{value, scopes, level, member}]
    objects:                             # standard ones too: attributes, records and views are added to them
      - api_slug: projects
        singular_noun: Project
        plural_noun: Projects
        attributes: [{api_slug, title, type, is_required, is_unique, is_multiselect, options, statuses, config, ...}]
        records: [{key: apollo, created_at, values: {name: Apollo, lead: {$ref: ada}}}]
        views: [{title, filter}]
    lists: [{api_slug, name, parent_object, attributes, entries: [{parent: apollo, values}], views}]
    generate: {people: 100000, companies: 5000}

`{$ref: key}` is a reference to the record with that `key` anywhere in the document, `{$id: key}` its id. Values are
written as the API takes them; Attio's own JSON of objects, attributes, records and values is understood as well, ids
and times included, so what was read from a real workspace can be planted as it is. Ids are made where none are given.

Notes, tasks, threads, meetings, e-mails, activities, files and webhooks have sections of their own, described in the
modules `plant_notes`, `plant_meetings` and `plant_activities` here, which register them with `@section("notes")`.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.errors import ArgumentError, ArgumentTypeError, MissingExtraError
from attio.testing.json_types import is_mapping

if TYPE_CHECKING:
    from attio.testing.seeds.planter import Planter

SeedDocument = Mapping[str, Any]
Section = Callable[["Planter", Any], None]

SECTIONS: Final[dict[str, Section]] = {}
CORE_SECTIONS: Final = (
    "workspace",
    "standard_objects",
    "members",
    "tokens",
    "objects",
    "lists",
    "generate",
)


def section(name: str) -> Callable[[Section], Section]:
    """Register the function that plants one section of a document, after the core sections."""

    def register(plant: Section) -> Section:
        SECTIONS[name] = plant
        return plant

    return register


def read_seed(seed: str | Path | SeedDocument) -> SeedDocument:
    """Return the document that a seed means: a name, a path, or the document itself."""
    if is_mapping(seed):
        return _checked(seed, "seed")
    if isinstance(seed, str) and seed in {"demo", "big"}:
        module = importlib.import_module(f"{__name__}.{seed}")
        return cast("SeedDocument", module.document())
    if not isinstance(seed, str | Path):
        raise ArgumentTypeError("seed", seed, "is no seed", fix="pass 'demo', 'big', a path or a mapping")
    path = Path(seed)
    if not path.is_file():
        raise ArgumentError("seed", str(seed), "is neither 'demo' nor 'big' nor a file")
    return _checked(_parsed(path), str(path))


def _parsed(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    if path.suffix.lower() not in {".yaml", ".yml"}:
        try:
            return json.loads(text)
        except ValueError as error:
            raise ArgumentError("seed", str(path), f"is not JSON: {error}") from None
    try:
        import yaml
    except ImportError as error:
        raise MissingExtraError("testing", "a seed in YAML", "PyYAML") from error
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ArgumentError("seed", str(path), f"is not YAML: {error}") from None


def _checked(document: Any, name: str) -> SeedDocument:
    if not is_mapping(document):
        raise ArgumentTypeError(
            "seed", document, "does not hold a mapping", fix=f"see attio.testing.seeds ({name})"
        )
    known = [*CORE_SECTIONS, *sections()]
    for key in document:
        if key not in known:
            raise ArgumentError("seed", key, "is no section of a seed", allowed=known)
    return document


def sections() -> Mapping[str, Section]:
    """Return the sections of other nouns, by name."""
    package = importlib.import_module(__name__)
    for module in pkgutil.iter_modules(package.__path__):
        if module.name.startswith("plant_"):
            importlib.import_module(f"{__name__}.{module.name}")
    return SECTIONS
