"""What attributes may be: which types take several values, which can be unique, which defaults fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.normalise import payloads
from attio.testing.normalise.dates import parse_duration
from attio.testing.replies import invalid, problem, value_not_found
from attio.testing.standard import ALWAYS_ON
from attio.testing.state.collections import Collection, ObjectType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attio.testing.state.attributes import Attribute
    from attio.testing.state.workspace_state import WorkspaceState
    from attio.testing.writing import Edit

_CREATABLE: Final = (
    "text",
    "number",
    "checkbox",
    "currency",
    "date",
    "timestamp",
    "rating",
    "status",
    "select",
    "record-reference",
    "actor-reference",
    "location",
    "domain",
    "email-address",
    "phone-number",
)
_UNIQUE_TYPES: Final = frozenset({"text", "number", "date", "timestamp", "domain", "email-address"})
_MULTI_TYPES: Final = frozenset(
    {"select", "record-reference", "actor-reference", "domain", "email-address", "phone-number"}
)
_TIME_TYPES: Final = frozenset({"date", "timestamp"})


def creatable_types() -> Sequence[str]:
    """Return the types that the API creates; interaction and personal-name are the system's own."""
    return _CREATABLE


def _belongs_to_standard(home: Collection) -> bool:
    return isinstance(home, ObjectType) and home.is_system and home.slug in ALWAYS_ON


def check_flags(home: Collection, body: dict[str, Any]) -> None:
    """Refuse flags that the type, or people and companies, do not have."""
    kind = body["type"]
    if body["is_multiselect"] and kind not in _MULTI_TYPES:
        raise invalid(f'Attributes of type "{kind}" cannot be multiselect.', [_at("is_multiselect")])
    if body["is_unique"] and (kind not in _UNIQUE_TYPES or _belongs_to_standard(home)):
        raise invalid("Cannot set attribute as unique.", [_at("is_unique")])


def _at(key: str) -> dict[str, Any]:
    return problem(("data", key), "Invalid input")


def make_unique(home: Collection, attribute: Attribute, *, wanted: bool) -> None:
    """Set or lift uniqueness; values that already double refuse it."""
    if wanted and not attribute.is_unique:
        index = None
        if attribute.type in _UNIQUE_TYPES and not _belongs_to_standard(home):
            index = home.index(attribute)
        if index is None or index.has_doubles():
            raise invalid("Cannot set attribute as unique.", [_at("is_unique")])
    attribute.is_unique = wanted


def currency_of(kind: str, config: dict[str, Any]) -> tuple[str | None, str | None]:
    """Read the currency part of a config; a currency attribute without one is in dollars."""
    if kind != "currency":
        return None, None
    given = config.get("currency") or {"default_currency_code": "USD", "display_type": "symbol"}
    return given["default_currency_code"], given["display_type"]


def referable(state: WorkspaceState, kind: str, config: dict[str, Any]) -> list[str] | None:
    """Read which objects a reference may point at, as ids; None allows all of them."""
    if kind != "record-reference" or "record_reference" not in config:
        return None
    ids: list[str] = []
    for name in config["record_reference"]["allowed_objects"]:
        home = state.find_object(name)
        if home is None:
            raise value_not_found(f'Cannot find object with slug/ID "{name}".')
        ids.append(home.id)
    return ids or None


def default_value(
    edit: Edit, home: Collection, attribute: Attribute, asked: dict[str, Any] | None
) -> tuple[str, Any] | None:
    """Read a default value: static values of the attribute's type, the current user, or a duration from now on."""
    if asked is None:
        return None
    if _belongs_to_standard(home):
        raise invalid(f'Attributes of "{home.slug}" cannot have a default value.', [_at("default_value")])
    if asked["type"] == "static":
        return "static", payloads(edit.state, attribute, asked["template"])
    template = asked["template"]
    fits = (attribute.type == "actor-reference" and template == "current-user") or (
        attribute.type in _TIME_TYPES and parse_duration(template) is not None
    )
    if not fits:
        raise invalid("Body payload validation error.", [_at("default_value")])
    return "dynamic", template
