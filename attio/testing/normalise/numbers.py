"""Numbers, ratings, currency amounts and checkboxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.normalise.breaches import bad_value, unwrapped
from attio.testing.replies import problem
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.workspace_state import WorkspaceState

# Beyond this JavaScript writes an exponent; up to it a whole number has no fraction in the JSON.
_WHOLE_BELOW: Final = 1e21
_DECIMALS: Final = 4


def tidy(value: float) -> float:
    """Round to four decimals and drop an empty fraction."""
    if isinstance(value, float):
        value = round(value, _DECIMALS)
        if value.is_integer() and abs(value) < _WHOLE_BELOW:
            return int(value)
    return value


def _numeric(attribute: Attribute, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise bad_value(attribute, wrong_type(value, (), "number"))
    return tidy(value)


def number(_state: WorkspaceState, attribute: Attribute, raw: Any) -> float:
    """Take `5`, `5.25` or `{"value": 5}`."""
    return _numeric(attribute, unwrapped(attribute, raw, "value", "number"))


def rating(_state: WorkspaceState, attribute: Attribute, raw: Any) -> int:
    """Take a whole number from 0 to 5, bare or as `{"value": n}`."""
    value = _numeric(attribute, unwrapped(attribute, raw, "value", "number"))
    if not isinstance(value, int) or not 0 <= value <= 5:
        raise bad_value(attribute, problem((), "Rating must be a whole number from 0 to 5"))
    return value


def currency(_state: WorkspaceState, attribute: Attribute, raw: Any) -> float:
    """Take a number, a numeric string or `{"currency_value": ...}`; the currency is the attribute's own."""
    value = unwrapped(attribute, raw, "currency_value", "number")
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            value = float("nan")
        if value != value or abs(value) == float("inf"):  # noqa: PLR0124 - the test for not-a-number
            raise bad_value(attribute, problem((), "Expected number, received string", "invalid_type"))
    return _numeric(attribute, value)


def checkbox(_state: WorkspaceState, attribute: Attribute, raw: Any) -> bool:
    """Take a boolean, `"true"`, `"false"` or `{"value": ...}`; null is refused."""
    value = unwrapped(attribute, raw, "value", "boolean")
    if isinstance(value, str) and value in {"true", "false"}:
        return value == "true"
    if not isinstance(value, bool):
        raise bad_value(attribute, wrong_type(value, (), "boolean"))
    return value
