"""Raw Attio values against one constraint: what to read from a value, and how it compares."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, cast

from .filter_moments import day_in_utc, moment_of, stored_moment
from .filter_operators import NOT_EMPTY, RANGE, TEXT, TYPES, PropertyRule
from .filter_problem import filter_error

if TYPE_CHECKING:
    from .filter_operators import Kind

Raw: TypeAlias = Mapping[str, Any]
Test: TypeAlias = Callable[[Raw], bool]
Titles: TypeAlias = Mapping[str, str]
"""Title of an option or status -> its id, as the schema has them now."""


class Asked(NamedTuple):
    """One constraint of a filter, and where in the filter it stands."""

    field: str | None
    operator: str
    value: Any
    path: tuple[str, ...]


ANY_PROPERTY: Final = PropertyRule("any", ("$eq", "$in", *TEXT, *RANGE))
"""The rule for a property of a type that this library does not know."""

_CHOICES: Final = {"option": "option_id", "status": "status_id"}


def read_value(raw: Raw, field: str) -> Any:
    """Read one filterable property of a raw value; None when it has none."""
    if field == "owner_member_id":
        owner = raw.get("owner_actor")
        return cast("Raw", owner).get("id") if isinstance(owner, Mapping) else None
    return raw.get(field)


def choice_names(raw: Raw, field: str) -> tuple[str | None, str | None]:
    """Read title and id of the option or status of a raw value; either may be None."""
    chosen = raw.get(field)
    if not isinstance(chosen, Mapping):
        return (chosen if isinstance(chosen, str) else None, None)
    one = cast("Raw", chosen)
    own = one.get("id")
    if isinstance(own, Mapping):
        own = cast("Raw", own).get(_CHOICES[field])
    title = one.get("title")
    return (title if isinstance(title, str) else None, own.lower() if isinstance(own, str) else None)


def normalize(kind: Kind, stored: Any) -> Any:
    """Bring a stored property into the form that comparisons use; None for what is no value of its kind."""
    if kind == "number":
        return _number(stored)
    if kind == "flag":
        return stored if isinstance(stored, bool) else None
    if kind == "any":
        return stored
    if not isinstance(stored, str):
        return None
    return _TEXT_FORMS[kind](stored)


def _number(value: Any) -> int | float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return value
    try:
        # Amounts come as numbers in real traffic and as numeric text in older documents.
        return float(value) if isinstance(value, str) and value.isascii() else None
    except ValueError:
        return None


def _same(text: str) -> str:
    return text


def _digits(text: str) -> str:
    return text.removeprefix("+")


_TEXT_FORMS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "text": _same,
    "name": _same,
    "choice": _same,
    "folded": str.lower,
    "id": str.lower,
    "code": str.upper,
    "phone": _digits,
    "date": day_in_utc,
    "moment": stored_moment,
}


def operand_of(kind: Kind, value: Any, path: tuple[str, ...]) -> Any:
    """Read what a filter compares with; raises FilterProblem for a value that the kind cannot have."""
    if not isinstance(value, (str, int, float)):
        raise filter_error(path)
    if kind == "moment":
        found = moment_of(value) if isinstance(value, str) else None
        if found is None:
            raise filter_error(path, "Invalid timestamp value")
        return found
    if kind == "flag" and value in ("true", "false"):
        return value == "true"
    found = normalize(kind, value)
    if found is None or found != found:  # noqa: PLR0124 - NaN is the value that is not itself
        raise filter_error(path)
    return found


def matcher(rule: PropertyRule, field: str, asked: Asked, titles: Titles | None) -> Test:
    """Prepare the test of one constraint on a raw value; raises FilterProblem for a value it cannot take."""
    _, name, value, path = asked
    if name == NOT_EMPTY:
        if value is not True:
            raise filter_error(path)
        return lambda raw: _is_something(read_value(raw, field))
    if name == "$in":
        if not isinstance(value, (list, tuple)):
            raise filter_error(path)
        items = cast("list[Any]", value)
        if rule.kind in {"text", "id", "folded"}:
            return _membership(rule.kind, field, frozenset(operand_of(rule.kind, one, path) for one in items))
        tests = [matcher(rule, field, Asked(field, "$eq", one, path), titles) for one in items]
        return lambda raw: any(test(raw) for test in tests)
    operand = operand_of(rule.kind, value, path)
    if rule.kind == "choice":
        return _choice(field, operand, titles)
    if name in TEXT:
        return _text_test(rule.kind, field, asked, operand)
    return _comparison(rule.kind, field, name, operand)


def _is_something(found: Any) -> bool:
    return found is not None and found != ""


def _membership(kind: Kind, field: str, wanted: frozenset[Any]) -> Test:
    return lambda raw: normalize(kind, raw.get(field)) in wanted


def _choice(field: str, operand: str, titles: Titles | None) -> Test:
    own = (titles or {}).get(operand, operand).lower()
    # A stored title may be from before a rename: with the schema's titles at hand the id decides.
    by_id_only = titles is not None and operand in titles

    def test(raw: Raw) -> bool:
        title, chosen = choice_names(raw, field)
        if chosen is not None and chosen == own:
            return True
        return title == operand and not (by_id_only and chosen is not None)

    return test


_TEXT_TESTS: Final[Mapping[str, Callable[[str, str], bool]]] = {
    "$contains": str.__contains__,
    "$starts_with": str.startswith,
    "$ends_with": str.endswith,
}


def _text_test(kind: Kind, field: str, asked: Asked, operand: Any) -> Test:
    if not isinstance(operand, str):
        raise filter_error(asked.path)
    wanted = operand.casefold()
    compare = _TEXT_TESTS[asked.operator]

    def test(raw: Raw) -> bool:
        stored = normalize(kind, raw.get(field))
        return isinstance(stored, str) and compare(stored.casefold(), wanted)

    return test


def _comparison(kind: Kind, field: str, name: str, operand: Any) -> Test:
    order = _ORDER[name]

    def test(raw: Raw) -> bool:
        stored = normalize(kind, read_value(raw, field))
        if stored is None:
            return False
        if kind == "any" and not _alike(stored, operand):
            return False
        return order(stored, operand)

    return test


def _alike(stored: Any, operand: Any) -> bool:
    if isinstance(stored, bool) or isinstance(operand, bool):
        return isinstance(stored, bool) and isinstance(operand, bool)
    return isinstance(operand, str) if isinstance(stored, str) else _is_number(stored) and _is_number(operand)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float))


_ORDER: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "$eq": operator.eq,
    "$lt": operator.lt,
    "$lte": operator.le,
    "$gt": operator.gt,
    "$gte": operator.ge,
}


def rule_of(attribute_type: str, field: str) -> PropertyRule | None:
    """Find the rule of a property; an unknown type has any property, a known one its own."""
    rules = TYPES.get(attribute_type)
    return ANY_PROPERTY if rules is None else rules.get(field)
