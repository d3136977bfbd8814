"""From what a write says to what a row stores, one file per family of attribute types.

`payloads(state, attribute, raw)` takes the value of one attribute in any form that Attio accepts and returns the
payloads to store, or raises the Refusal that Attio would answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.json_types import is_array
from attio.testing.normalise.breaches import bad_value
from attio.testing.normalise.choices import select_option, status_option
from attio.testing.normalise.dates import date_text, timestamp_us
from attio.testing.normalise.domains import domain
from attio.testing.normalise.emails import email_address
from attio.testing.normalise.locations import location
from attio.testing.normalise.names import personal_name
from attio.testing.normalise.numbers import checkbox, currency, number, rating
from attio.testing.normalise.phones import phone_number
from attio.testing.normalise.references import actor_reference, record_reference
from attio.testing.normalise.texts import text
from attio.testing.replies import problem

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from attio.testing.state.attributes import Attribute, Payload
    from attio.testing.state.workspace_state import WorkspaceState

_NORMALISERS: Final[dict[str, Callable[[WorkspaceState, Attribute, Any], Payload]]] = {
    "text": text,
    "number": number,
    "checkbox": checkbox,
    "currency": currency,
    "rating": rating,
    "date": date_text,
    "timestamp": timestamp_us,
    "select": select_option,
    "status": status_option,
    "record-reference": record_reference,
    "actor-reference": actor_reference,
    "location": location,
    "domain": domain,
    "email-address": email_address,
    "phone-number": phone_number,
    "personal-name": personal_name,
}


def payload(state: WorkspaceState, attribute: Attribute, raw: Any) -> Payload:
    """Normalise one value."""
    normaliser = _NORMALISERS.get(attribute.type)
    if normaliser is None:
        raise bad_value(attribute, problem((), f"Values of type {attribute.type} cannot be written"))
    return normaliser(state, attribute, raw)


def payloads(state: WorkspaceState, attribute: Attribute, raw: Any) -> tuple[Payload, ...]:
    """Normalise all values that a write gives one attribute; null and an empty array mean none.

    A value that is given twice counts once, at its first place.
    """
    if raw is None:
        if attribute.type == "checkbox":
            raise bad_value(attribute, problem((), "Expected boolean, received null", "invalid_type"))
        return ()
    given: list[Any] = raw if is_array(raw) else [raw]
    if len(given) > 1 and not attribute.is_multiselect:
        raise bad_value(attribute, problem((), "Array must contain at most 1 element(s)"))
    if len(given) == 1:
        return (payload(state, attribute, given[0]),)
    kept: dict[Hashable, Payload] = {}
    for value in given:
        each = payload(state, attribute, value)
        kept.setdefault(attribute.identity(each), each)
    return tuple(kept.values())
