"""Reads a workspace through a client, into a seed document that `LocalWorkspace` plants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.testing.attribute_rules import creatable_types
from attio.testing.json_types import is_object

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_TYPES: Final = frozenset({*creatable_types(), "interaction", "personal-name"})
_CHOICES: Final = {"select": "options", "status": "statuses"}
_PAGE: Final = 500

Rows = list[dict[str, Any]]


def read_workspace(
    client: Any, *, records: bool | Collection[str] = False, max_records: int | None = None
) -> dict[str, Any]:
    """Return the document of a workspace: Attio's own JSON of everything that is copied."""
    _check(client, max_records)
    me = client.whoami()
    objects: Rows = [_object(client, each) for each in client.objects.list()]
    lists: Rows = [_list(client, each) for each in client.lists.list()]
    _check_named(records, objects, lists)
    known: dict[str, set[str]] = {}
    for each in objects:
        slug = each["api_slug"]
        if _wants(records, slug):
            kept = set(each["$types"])
            each["records"] = [
                _row(raw.raw, "values", kept)
                for raw in client.records.iterate(slug, page_size=_PAGE, max_items=max_records)
            ]
        known[slug] = {row["id"]["record_id"] for row in each.get("records", ())}
    for each in lists:
        if _wants(records, each["api_slug"]):
            kept = set(each["$types"])
            rows = client.entries.iterate(each["api_slug"], page_size=_PAGE, max_items=max_records)
            each["entries"] = [
                _row(row.raw, "entry_values", kept)
                for row in rows
                if row.raw["parent_record_id"] in known.get(row.raw["parent_object"], ())
            ]
    for each in (*objects, *lists):
        del each["$types"]
        for row in (*each.get("records", ()), *each.get("entries", ())):
            _drop_loose_ends(row, known)
    return {
        "workspace": {
            "id": str(me.workspace_id),
            "name": me.workspace_name,
            "slug": me.workspace_slug,
            "logo_url": me.raw.get("workspace_logo_url"),
        },
        "standard_objects": [each["api_slug"] for each in objects],
        "members": [member.raw for member in client.workspace_members.list()],
        "objects": objects,
        "lists": lists,
    }


def _check(client: Any, max_records: int | None) -> None:
    if hasattr(client, "aclose"):
        raise ArgumentTypeError(
            "client", client, "is asynchronous", fix="give an Attio of the same workspace"
        )
    if not hasattr(client, "whoami"):
        raise ArgumentTypeError("client", client, "is no client", fix="give an Attio")
    if max_records is not None and (isinstance(max_records, bool) or max_records < 1):
        raise ArgumentError("max_records", max_records, "copies nothing", fix="leave records= out instead")


def _check_named(records: bool | Collection[str], objects: Rows, lists: Rows) -> None:
    if isinstance(records, bool):
        return
    if isinstance(records, str):
        raise ArgumentTypeError("records", records, "is one text", fix=f"give [{records!r}]")
    slugs = [each["api_slug"] for each in (*objects, *lists)]
    for name in records:
        if name not in slugs:
            raise ArgumentError("records", name, "is no object and no list there", allowed=slugs)


def _wants(records: bool | Collection[str], slug: str) -> bool:
    return records if isinstance(records, bool) else slug in records


def _object(client: Any, model: Any) -> dict[str, Any]:
    slug = model.api_slug
    attributes = list(_attributes(client, object=slug))
    views = [view.raw for view in client.views.iterate(object=slug)]
    return {**model.raw, "attributes": attributes, "views": views, "$types": _slugs(attributes)}


def _list(client: Any, model: Any) -> dict[str, Any]:
    slug = model.api_slug
    attributes = list(_attributes(client, list=slug))
    views = [view.raw for view in client.views.iterate(list=slug)]
    return {**model.raw, "attributes": attributes, "views": views, "$types": _slugs(attributes)}


def _slugs(attributes: Iterable[dict[str, Any]]) -> list[str]:
    return [each["api_slug"] for each in attributes]


def _attributes(client: Any, **home: str) -> Iterator[dict[str, Any]]:
    """Walk the attributes of an object or list with their options or statuses; types of tomorrow are left out."""
    for attribute in client.attributes.iterate(**home, show_archived=True):
        raw: dict[str, Any] = attribute.raw
        if raw["type"] not in _TYPES:
            continue
        key = _CHOICES.get(raw["type"])
        if key is None:
            yield raw
            continue
        choices = getattr(client.attributes, key).list(raw["api_slug"], **home, show_archived=True)
        yield {**raw, key: [choice.raw for choice in choices]}


def _row(raw: dict[str, Any], key: str, kept: set[str]) -> dict[str, Any]:
    """Return a row without the values that are made anew, and without attributes that were left out."""
    values = {slug: value for slug, value in raw[key].items() if slug in kept}
    return {**raw, key: values}


def _drop_loose_ends(row: dict[str, Any], known: dict[str, set[str]]) -> None:
    """Leave out references to records that were not copied."""
    for key in ("values", "entry_values"):
        for slug, values in row.get(key, {}).items():
            row[key][slug] = [
                value
                for value in values
                if not (is_object(value) and value.get("attribute_type") == "record-reference")
                or value["target_record_id"] in known.get(value["target_object"], ())
            ]
