"""From Attio's own JSON of a value back to what a row stores; used to plant what was read from a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.core.errors import ArgumentError
from attio.testing.json_types import is_object
from attio.testing.normalise.dates import parse_moment
from attio.testing.normalise.locations import LOCATION_PARTS
from attio.testing.normalise.numbers import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from attio.testing.access import Actor
    from attio.testing.state.attributes import Attribute, Payload
    from attio.testing.state.workspace_state import WorkspaceState


def moment_us(text: str) -> int:
    """Read a time of a seed into microseconds."""
    at_us = parse_moment(text)
    if at_us is None:
        raise ArgumentError("seed", text, "is no time", fix="write it as 2026-01-05T09:00:00Z")
    return at_us


def actor_of(raw: Mapping[str, Any]) -> Actor:
    """Read an actor."""
    return raw["type"], raw["id"]


def own_id(raw: Any, key: str) -> str | None:
    """Return the id of a thing, given bare or as Attio's object of ids; None when it has none."""
    given = raw.get("id")
    if is_object(given):
        given = given[key]
    return None if given is None else str(given).lower()


def _reference(state: WorkspaceState, raw: Mapping[str, Any]) -> tuple[str, str]:
    home = state.find_object(raw["target_object"])
    if home is None or raw["target_record_id"] not in home.rows:
        raise ArgumentError("seed", dict(raw), "refers to a record that the seed does not have")
    return home.id, raw["target_record_id"]


def _choice(attribute: Attribute, raw: Any, key: str) -> Payload:
    name = raw["id"][key] if is_object(raw) else raw
    option = attribute.option(name)
    if option is None:
        raise ArgumentError("seed", name, f"is no option or status of {attribute.slug!r}")
    return option


def _email(raw: Mapping[str, Any]) -> Payload:
    address, written = raw["email_address"], raw.get("original_email_address", raw["email_address"])
    return address if address == written else (address, written)


_READERS: Final[dict[str, Callable[[WorkspaceState, Attribute, Any], Payload]]] = {
    "timestamp": lambda _s, _a, raw: moment_us(raw["value"]),
    "number": lambda _s, _a, raw: tidy(raw["value"]),
    "currency": lambda _s, _a, raw: tidy(raw["currency_value"]),
    "select": lambda _s, attribute, raw: _choice(attribute, raw["option"], "option_id"),
    "status": lambda _s, attribute, raw: _choice(attribute, raw["status"], "status_id"),
    "record-reference": lambda state, _a, raw: _reference(state, raw),
    "actor-reference": lambda _s, _a, raw: (raw["referenced_actor_type"], raw["referenced_actor_id"]),
    "location": lambda _s, _a, raw: tuple(raw[part] for part in LOCATION_PARTS),
    "domain": lambda _s, _a, raw: raw["domain"],
    "email-address": lambda _s, _a, raw: _email(raw),
    "phone-number": lambda _s, _a, raw: (
        raw["phone_number"],
        raw["original_phone_number"],
        raw["country_code"],
    ),
    "personal-name": lambda _s, _a, raw: (raw["first_name"], raw["last_name"], raw["full_name"]),
    "interaction": lambda _s, _a, raw: (
        raw["interaction_type"],
        moment_us(raw["interacted_at"]),
        actor_of(raw["owner_actor"]),
    ),
}


def payload_of(state: WorkspaceState, attribute: Attribute, raw: Mapping[str, Any]) -> Payload:
    """Read a value as Attio shows it."""
    reader = _READERS.get(attribute.type)
    return raw["value"] if reader is None else reader(state, attribute, raw)
