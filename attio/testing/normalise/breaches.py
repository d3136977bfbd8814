"""The error of a value that an attribute does not take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.testing.json_types import is_object
from attio.testing.replies import Problem, Refusal, invalid
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from attio.testing.state.attributes import Attribute


def bad_value(attribute: Attribute, *problems: Problem) -> Refusal:
    """Build the 400 of a value that does not fit its attribute; problem paths start at the value."""
    holder = "entry_values" if attribute.collection.kind == "lists" else "values"
    under = [{**each, "path": ["data", holder, attribute.slug, *each["path"]]} for each in problems]
    return invalid(f'An invalid value was passed to attribute with slug "{attribute.slug}".', under)


def unwrapped(attribute: Attribute, raw: Any, key: str, expected: str) -> Any:
    """Return the bare value of `x` or `{key: x}`."""
    if not is_object(raw):
        return raw
    if key not in raw:
        raise bad_value(attribute, wrong_type(raw, (), expected))
    return raw[key]
