"""Attributes of objects and lists: list, create, get, update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import render
from attio.testing.attribute_rules import (
    check_flags,
    creatable_types,
    currency_of,
    default_value,
    make_unique,
    referable,
)
from attio.testing.normalise.countries import CURRENCY_CODES
from attio.testing.pages import by_offset
from attio.testing.replies import Refusal, invalid, missing_named, slug_conflict
from attio.testing.router import route
from attio.testing.shapes import (
    anything,
    array,
    boolean,
    choice,
    closed,
    either,
    fields,
    nullable,
    optional,
    text,
)
from attio.testing.state.attributes import Attribute
from attio.testing.state.collections import Collection, ListType

if TYPE_CHECKING:
    from attio.testing.call import Call

_CONFIG: Final = fields(
    currency=optional(
        fields(
            default_currency_code=choice(*CURRENCY_CODES),
            display_type=choice("code", "name", "narrowSymbol", "symbol"),
        )
    ),
    record_reference=optional(fields(allowed_objects=array(text(1)))),
)
_DEFAULT: Final = nullable(
    either(
        fields(type=choice("dynamic"), template=text(1)),
        fields(type=choice("static"), template=array(anything())),
    )
)
_RELATIONSHIP: Final = nullable(
    fields(object=text(1), title=text(1), api_slug=text(1), is_multiselect=boolean())
)
# Both endpoints refuse keys they do not know.
_NEW: Final = closed(
    title=text(1),
    description=nullable(text()),
    api_slug=text(1),
    type=choice(*creatable_types()),
    is_required=boolean(),
    is_unique=boolean(),
    is_multiselect=boolean(),
    default_value=optional(_DEFAULT),
    config=_CONFIG,
    relationship=optional(_RELATIONSHIP),
)
_CHANGE: Final = closed(
    title=optional(text(1)),
    description=optional(nullable(text())),
    api_slug=optional(text(1)),
    is_required=optional(boolean()),
    is_unique=optional(boolean()),
    default_value=optional(_DEFAULT),
    config=optional(_CONFIG),
    is_archived=optional(boolean()),
)


def attribute_of(call: Call) -> Attribute:
    """Return the attribute of the path, or refuse with 404."""
    name = call.params["attribute"]
    found = call.target().attribute(name)
    if found is None:
        raise missing_named("Attribute", name)
    return found


@route("list_attributes")
def list_attributes(call: Call) -> Any:
    """List attributes in their order; archived ones on demand."""
    archived = call.flag("show_archived", default=False)
    rows = [each for each in call.target().attributes.values() if archived or not each.is_archived]
    return by_offset(call, rows, lambda each: render.attribute_json(call.state, each))


@route("get_attribute")
def get_attribute(call: Call) -> Any:
    """Get one attribute by slug or id."""
    return {"data": render.attribute_json(call.state, attribute_of(call))}


@route("create_attribute", but="formula and AI attributes")
def create_attribute(call: Call) -> Any:
    """Create an attribute and, if asked, the other side of its relationship."""
    home = call.target()
    body = call.data(_NEW)
    _refuse_taken(home, body["api_slug"])
    check_flags(home, body)
    attribute = Attribute(
        home,
        call.state.ids.uuid(),
        slug=body["api_slug"],
        title=body["title"],
        type=body["type"],
        created_us=call.now_us,
    )
    attribute.description = body["description"]
    attribute.is_required = body["is_required"]
    attribute.is_unique = body["is_unique"]
    attribute.is_multiselect = body["is_multiselect"]
    attribute.currency_code, attribute.display_type = currency_of(body["type"], body["config"])
    attribute.allowed_ids = referable(call.state, body["type"], body["config"])
    attribute.default = default_value(call.edit(), home, attribute, body.get("default_value"))
    inverse = _inverse(call, attribute, body.get("relationship"))
    home.add_attribute(attribute)
    if inverse is not None:
        inverse.collection.add_attribute(inverse)
    _tell(call, "created", attribute)
    return {"data": render.attribute_json(call.state, attribute)}


def _inverse(call: Call, attribute: Attribute, asked: dict[str, Any] | None) -> Attribute | None:
    if asked is None:
        return None
    if attribute.type != "record-reference" or isinstance(attribute.collection, ListType):
        raise invalid("Only record references of objects have a relationship.", [])
    other = call.object_named(asked["object"])
    _refuse_taken(other, asked["api_slug"])
    if other is attribute.collection and asked["api_slug"] == attribute.slug:
        raise slug_conflict(f'An attribute with the slug "{attribute.slug}" already exists.')
    inverse = Attribute(
        other,
        call.state.ids.uuid(),
        slug=asked["api_slug"],
        title=asked["title"],
        type=attribute.type,
        created_us=call.now_us,
    )
    if other is attribute.collection:
        inverse.key += 1
    inverse.is_multiselect = asked["is_multiselect"]
    inverse.allowed_ids = [attribute.collection.id]
    inverse.inverse = attribute
    attribute.inverse = inverse
    attribute.allowed_ids = [other.id]
    return inverse


def _refuse_taken(home: Collection, slug: str, attribute: Attribute | None = None) -> None:
    holder = home.by_slug.get(slug)
    if holder is not None and holder is not attribute:
        raise slug_conflict(f'An attribute with the slug "{slug}" already exists.')


def _tell(call: Call, what: str, attribute: Attribute) -> None:
    home = attribute.collection
    if isinstance(home, ListType):
        call.state.emit(f"list-attribute.{what}", call.actor, list_id=home.id, attribute_id=attribute.id)
    else:
        call.state.emit(f"object-attribute.{what}", call.actor, object_id=home.id, attribute_id=attribute.id)


@route("update_attribute", but="formula and AI attributes")
def update_attribute(call: Call) -> Any:
    """Change an attribute; its type and whether it takes several values stay."""
    attribute = attribute_of(call)
    home = attribute.collection
    body = call.data(_CHANGE)
    if not body:
        raise invalid("Give at least one property to change.", [])
    if attribute.is_system:
        message = f'Attribute with slug "{attribute.slug}" is a system attribute and cannot be changed.'
        raise Refusal(400, "system_edit_unauthorized", message)
    _refuse_taken(home, body.get("api_slug", attribute.slug), attribute)
    config = body.get("config", {})
    currency = currency_of(attribute.type, config) if "currency" in config else None
    allowed = referable(call.state, attribute.type, config) if "record_reference" in config else None
    default = attribute.default
    if "default_value" in body:
        default = default_value(call.edit(), home, attribute, body["default_value"])
    make_unique(home, attribute, wanted=body.get("is_unique", attribute.is_unique))
    if currency is not None:
        attribute.currency_code, attribute.display_type = currency
    if allowed is not None and attribute.inverse is None:
        attribute.allowed_ids = allowed
    attribute.default = default
    attribute.title = body.get("title", attribute.title)
    attribute.description = body.get("description", attribute.description)
    attribute.is_required = body.get("is_required", attribute.is_required)
    attribute.is_archived = body.get("is_archived", attribute.is_archived)
    if body.get("api_slug", attribute.slug) != attribute.slug:
        home.rename(attribute, body["api_slug"])
    _tell(call, "updated", attribute)
    return {"data": render.attribute_json(call.state, attribute)}
