"""Bodies of attributes and statuses from plain arguments (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.arguments import mapping, one_of, segment, sequence, text
from attio.core.errors import ArgumentError

from .bodies import NOT_GIVEN, plain, slug_from, some
from .bodies_defaults import default_value_body
from .bodies_names import flags, texts_or_none
from .structure import AttributeData

if TYPE_CHECKING:
    from collections.abc import Mapping

_DISPLAY_TYPES: Final = ("code", "name", "narrowSymbol", "symbol")
_READ_ONLY_TYPES: Final = ("interaction", "personal-name")
_RELATIONSHIP: Final = ("object", "title", "api_slug", "is_multiselect")


def create_body(
    *,
    title: str,
    type: str,
    api_slug: str | None,
    description: str | None,
    relationship: Mapping[str, Any] | None,
    default_value: Any,
    config: Mapping[str, Any] | None,
    currency_code: str | None,
    display_type: str | None,
    allowed_objects: Any,
    **switches: bool,
) -> dict[str, Any]:
    """Return the body of a new attribute, with every key that Attio wants."""
    kind = creatable_type(type)
    settings = config_body(
        kind,
        config,
        currency_code=currency_code,
        display_type=display_type,
        allowed_objects=allowed_objects,
    )
    body: dict[str, Any] = {
        "title": text(title, "title"),
        **texts_or_none(description=description),
        "api_slug": slug_of_title(title) if api_slug is None else text(api_slug, "api_slug"),
        "type": kind,
        **flags(**switches),
        "config": settings or {},
    }
    if default_value is not None:
        body["default_value"] = default_value_body(default_value, kind)
    if relationship is not None:
        body["relationship"] = relationship_body(kind, relationship, body["config"])
    return body


def update_body(
    attribute: object,
    *,
    default_value: Any,
    config: Mapping[str, Any] | None,
    currency_code: str | None,
    display_type: str | None,
    allowed_objects: Any,
    **plainly: Any,
) -> dict[str, Any]:
    """Return what changes of an attribute; its type is known when `attribute` is a model."""
    kind = attribute.type if isinstance(attribute, AttributeData) else None
    settings = config_body(
        kind,
        config,
        currency_code=currency_code,
        display_type=display_type,
        allowed_objects=allowed_objects,
    )
    return some(
        "attribute",
        **plainly,
        config=NOT_GIVEN if settings is None else settings,
        default_value=default_value
        if default_value is None or default_value is NOT_GIVEN
        else default_value_body(default_value, kind),
    )


def creatable_type(type: str) -> str:
    """Return an attribute type, refusing those that Attio alone makes; one that is unknown here passes."""
    if text(type, "type") in _READ_ONLY_TYPES:
        raise ArgumentError("type", type, "Attio alone makes attributes of this type")
    return type


def slug_of_title(title: str, argument: str = "title") -> str:
    """Return a slug for a title; refuses one without letters and digits."""
    try:
        return slug_from(title)
    except ArgumentError:
        raise ArgumentError(
            argument, title, "no slug can be made of it", fix="give api_slug with letters and digits"
        ) from None


def config_body(
    type: str | None,
    config: Mapping[str, Any] | None,
    *,
    currency_code: str | None,
    display_type: str | None,
    allowed_objects: Any,
) -> dict[str, Any] | None:
    """Return the config that the arguments ask for, None for none; `type` is None where it is unknown."""
    friendly = {
        "currency_code": currency_code,
        "display_type": display_type,
        "allowed_objects": allowed_objects,
    }
    given = {name: value for name, value in friendly.items() if value is not None}
    for name, value in given.items():
        if config is not None:
            raise ArgumentError(name, value, "cannot be given with config", fix="give one of the two")
        _only_for(type, "record-reference" if name == "allowed_objects" else "currency", name, value)
    if config is not None:
        return cast("dict[str, Any]", plain(mapping(config, "config")))
    body: dict[str, Any] = {}
    if "currency_code" in given or "display_type" in given:
        body["currency"] = _currency(currency_code, display_type)
    if "allowed_objects" in given:
        body["record_reference"] = {"allowed_objects": _objects(allowed_objects)}
    return body or None


def _only_for(type: str | None, needed: str, argument: str, value: object) -> None:
    if type not in (None, needed):
        raise ArgumentError(argument, value, f"attributes of type {type!r} have none, only {needed!r} has")


def _currency(code: str | None, display_type: str | None) -> dict[str, str]:
    if code is None:
        raise ArgumentError(
            "currency_code", None, "is needed with display_type", fix='give one such as "USD"'
        )
    letters = text(code, "currency_code").upper()
    if letters == "TWD":  # the one code of Attio's that is not the ISO one
        raise ArgumentError("currency_code", code, "Attio names the Taiwan dollar NTD", fix='give "NTD"')
    if len(letters) != 3 or not (letters.isascii() and letters.isalpha()):
        raise ArgumentError("currency_code", code, "is not three letters", fix='give one such as "USD"')
    shown = "symbol" if display_type is None else one_of(display_type, "display_type", _DISPLAY_TYPES)
    return {"default_currency_code": letters, "display_type": shown}


def _objects(value: Any) -> list[str]:
    alone = isinstance(value, (str, type)) or not hasattr(value, "__iter__")
    rows = [value] if alone else sequence(value, "allowed_objects")
    if not rows:
        raise ArgumentError("allowed_objects", rows, "is empty", fix="leave it out to allow any object")
    return [segment(row, "allowed_objects") for row in rows]


def relationship_body(
    type: str, relationship: Mapping[str, Any], config: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the attribute to be made on the other side of a two-way reference.

    Its slug comes from its title unless given, and it holds one value unless `is_multiselect` is given.
    """
    other = mapping(relationship, "relationship")
    _only_for(type, "record-reference", "relationship", other)
    for key in other:
        one_of(key, "relationship", _RELATIONSHIP)
    for key in ("object", "title"):
        if not other.get(key):
            fix = '{"object": "projects", "title": "Owner"} names the attribute of the other side'
            raise ArgumentError("relationship", other, f"has no {key!r}", fix=fix)
    references: dict[str, Any] = config.get("record_reference") or {}
    allowed = references.get("allowed_objects")
    if allowed is not None and len(allowed) != 1:
        raise ArgumentError(
            "allowed_objects", allowed, "relationship allows its own object only", fix="leave it out"
        )
    title = text(other["title"], "relationship")
    return {
        "object": segment(other["object"], "relationship"),
        "title": title,
        "api_slug": other.get("api_slug") or slug_of_title(title, "relationship"),
        "is_multiselect": bool(other.get("is_multiselect")),
    }
