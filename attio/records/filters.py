"""The filter language: `F` builds filters, and everything around them is reachable from here.

>>> (F("name").contains("Ada") & (F("created_at") >= "2024-01-01")) | F("job_title").is_empty()
(F("name").contains("Ada") & (F("created_at") >= "2024-01-01")) | F("job_title").is_empty()
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, TypeAlias, cast

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.show import short

from .filter_compile import compile_filter
from .filter_conditions import checked_field, checked_path, condition, conditions, split_dotted
from .filter_nodes import Filter, Raw, all_of, any_of, no_truth
from .filter_operators import NOT_EMPTY, PARENT_RECORD
from .filter_parse import parse_constraints, parse_filter
from .filter_types import AttributeLookup, Types

if TYPE_CHECKING:
    from .filter_evaluate import compile_predicate, entry_values, evaluate
    from .filter_index import equality_hint, index_keys
    from .filter_nodes import Path
    from .filter_problem import FilterProblem

# What runs filters here is of no use to a program that only sends them.
_RUNNING: Final = {
    "FilterProblem": "filter_problem",
    "compile_predicate": "filter_evaluate",
    "entry_values": "filter_evaluate",
    "equality_hint": "filter_index",
    "evaluate": "filter_evaluate",
    "index_keys": "filter_index",
}

FilterInput: TypeAlias = Filter | Mapping[str, Any]
"""What `filter=` takes: a `Filter` (built with `F`), a `Raw`, or a dict in any spelling."""


class _SystemAttribute:
    """An attribute that everything has, as `F.record_id`."""

    __slots__ = ("slug",)

    def __init__(self, slug: str) -> None:
        self.slug = slug

    def __get__(self, instance: F | None, owner: type[F]) -> F:
        if instance is not None:
            # F("company").record_id would silently mean the queried record's own id.
            raise AttributeError(
                f"F has no attribute {self.slug!r}; write F.{self.slug} for the queried record's own, or "
                f'F("company").ref("companies", "{self.slug}") for that of another'
            )
        return F(self.slug)


class F:
    """Name an attribute by slug or id, and ask something of it: each question gives a `Filter`.

    `==`, `!=`, `<`, `<=`, `>`, `>=` and the methods take plain Python: text, numbers, Decimal, Money, bool,
    date, aware datetime, records, references, ids, actors, enum members, option titles; None means empty. A
    condition on an attribute with several values holds when one of them meets it.

    >>> F("stage").in_("Lead", "Won") | F("value").between(10, 20)
    F("stage").in_("Lead", "Won") | F("value").between(10, 20)
    >>> (F("name").field("last_name") == "Lovelace").to_json()
    {'name': {'last_name': {'$eq': 'Lovelace'}}}
    """

    __slots__ = ("_field", "_path")
    _path: Path
    _field: str | None

    record_id = _SystemAttribute("record_id")
    entry_id = _SystemAttribute("entry_id")
    created_at = _SystemAttribute("created_at")
    created_by = _SystemAttribute("created_by")

    def __init__(self, attribute: str, *, of: str | None = None) -> None:
        """Name an attribute of the queried object or list; `of` says which, where paths need to know."""
        slug, self._field = split_dotted(_name(attribute, "F"), "F")
        self._path = ((None if of is None else _name(of, "F of="), slug),)

    @classmethod
    def parent(cls, object: str, attribute: str, *, of: str | None = None) -> F:
        """Name an attribute of the record that an entry points at; `of` is the list, if nothing else says it.

        >>> (F.parent("people", "email_addresses") == "ada@x.com").to_json(of="sales")["path"]
        [['sales', 'parent_record'], ['people', 'email_addresses']]
        """
        return cls(PARENT_RECORD, of=of).ref(object, attribute)

    def ref(self, object: str, attribute: str) -> F:
        """Walk through this record reference to an attribute of the record it points to.

        A path has at most 5 steps.

        >>> (F("company").ref("companies", "name") == "Acme").to_json(of="people")
        {'path': [['people', 'company'], ['companies', 'name']], 'constraints': {'$eq': 'Acme'}}
        """
        if self._field is not None:
            raise ArgumentError(
                short(self), "ref", "a field leads nowhere", fix="call .ref() first, .field() last"
            )
        slug, field = split_dotted(_name(attribute, "ref"), short(self))
        return self._with(checked_path((*self._path, (_name(object, "ref"), slug)), short(self)), field)

    def field(self, name: str) -> F:
        """Name the property of the value to compare, such as "last_name" of a name."""
        if self._field is not None:
            raise ArgumentError(short(self), name, "names a field already", fix="call .field() once")
        return self._with(self._path, checked_field(name, short(self)))

    def _with(self, path: Path, field: str | None) -> F:
        made = object.__new__(type(self))
        made._path, made._field = path, field
        return made

    def _ask(self, operator: str, value: object) -> Filter:
        return condition(self._path, self._field, operator, value, short(self))

    def eq(self, value: object) -> Filter:
        """Ask for a value that equals `value`; None asks for none."""
        return self._ask("$eq", value)

    def ne(self, value: object) -> Filter:
        """Ask for no value that equals `value` (an empty attribute has none); None asks for any."""
        return ~self._ask("$eq", value)

    def in_(self, *values: object) -> Filter:
        """Ask for one of several values, given one by one or as one iterable."""
        if (
            len(values) == 1
            and isinstance(values[0], Iterable)
            and not isinstance(values[0], (str, bytes, Mapping))
        ):
            only = cast("Iterable[object]", values[0])
            values = (only,) if _is_one_value(only) else tuple(_in_order(only))
        return self._ask("$in", values)

    def not_empty(self) -> Filter:
        """Ask for any value. Attio documents this for some types only; it works on the others seen."""
        return self._ask(NOT_EMPTY, True)

    def is_empty(self) -> Filter:
        """Ask for no value."""
        return self._ask(NOT_EMPTY, False)

    def contains(self, text: str) -> Filter:
        """Ask for text with `text` in it, in any case."""
        return self._ask("$contains", text)

    def starts_with(self, text: str) -> Filter:
        """Ask for text that begins with `text`."""
        return self._ask("$starts_with", text)

    def ends_with(self, text: str) -> Filter:
        """Ask for text that ends with `text`."""
        return self._ask("$ends_with", text)

    def lt(self, value: object) -> Filter:
        """Ask for less, or earlier."""
        return self._ask("$lt", value)

    def lte(self, value: object) -> Filter:
        """Ask for less or equal, or not later."""
        return self._ask("$lte", value)

    def gt(self, value: object) -> Filter:
        """Ask for more, or later."""
        return self._ask("$gt", value)

    def gte(self, value: object) -> Filter:
        """Ask for more or equal, or not earlier."""
        return self._ask("$gte", value)

    def between(self, low: object, high: object) -> Filter:
        """Ask for `low` to `high`, both included; a None leaves that side open."""
        sides = [("$gte", low), ("$lte", high)]
        wanted = [(self._field, operator, value) for operator, value in sides if value is not None]
        if not wanted:
            raise ArgumentError(short(self), None, "is open on both sides", fix="use .not_empty()")
        return conditions(self._path, wanted, short(self))

    def where(self, constraints: Mapping[str, Any]) -> Filter:
        """Ask several things of one value, in Attio's JSON: properties and operators.

        >>> F("domains").where({"root_domain": "x.com", "domain": {"$starts_with": "shop."}})
        F("domains").where({"root_domain": {"$eq": "x.com"}, "domain": {"$starts_with": "shop."}})
        """
        if self._field is not None:
            raise ArgumentError(
                short(self), "where", "names a field already", fix="name fields inside where() only"
            )
        return parse_constraints(self._path, constraints, f"{short(self)}.where")

    @staticmethod
    def all_of(*filters: FilterInput | Iterable[FilterInput]) -> Filter:
        """Join any number of filters by AND; none at all asks for everything."""
        return all_of(_parts("F.all_of", filters))

    @staticmethod
    def any_of(*filters: FilterInput | Iterable[FilterInput]) -> Filter:
        """Join one or more filters by OR."""
        parts = _parts("F.any_of", filters)
        if not parts:
            raise ArgumentError("F.any_of", (), "nothing is any of no filters", fix="do not send the query")
        return any_of(parts)

    def __eq__(self, value: object) -> Filter:  # type: ignore[override] # pyright: ignore[reportIncompatibleMethodOverride]
        return self.eq(value)

    def __ne__(self, value: object) -> Filter:  # type: ignore[override] # pyright: ignore[reportIncompatibleMethodOverride]
        return self.ne(value)

    def __lt__(self, value: object) -> Filter:
        return self.lt(value)

    def __le__(self, value: object) -> Filter:
        return self.lte(value)

    def __gt__(self, value: object) -> Filter:
        return self.gt(value)

    def __ge__(self, value: object) -> Filter:
        return self.gte(value)

    # == builds a filter, so an F in a set or as a key could never be found again.
    __hash__: ClassVar[None]  # type: ignore[assignment] # pyright: ignore[reportIncompatibleMethodOverride]

    def __bool__(self) -> bool:
        raise TypeError(no_truth(repr(self)))

    def _asks_nothing(self, *_: object) -> NoReturn:
        raise ArgumentTypeError(
            repr(self),
            self,
            "names an attribute and asks nothing",
            fix=f"write {self!r} == ... or .not_empty()",
        )

    __and__ = __rand__ = __or__ = __ror__ = __invert__ = _asks_nothing

    def __contains__(self, value: object) -> NoReturn:
        raise TypeError(f"{self!r} is no container: write {self!r}.contains(...) or .in_(...)")

    def __repr__(self) -> str:
        from .filter_print import print_subject

        return print_subject(self._path, self._field)


def _name(value: object, argument: str) -> str:
    if not isinstance(value, str):
        raise ArgumentTypeError(argument, value, "is no slug and no id", fix='name it: F("job_title")')
    plain = str.__str__(value)
    if not plain or plain[0] in "$." or plain != plain.strip():
        raise ArgumentError(argument, plain, "is no slug and no id", fix='name it: F("job_title")')
    return plain


def _is_one_value(value: Iterable[object]) -> bool:
    # Records iterate over their slugs, and are one value all the same.
    return hasattr(value, "values") and hasattr(value, "id")


def _in_order(values: Iterable[object]) -> Iterable[object]:
    return sorted(values, key=repr) if isinstance(values, (set, frozenset)) else values


def _parts(argument: str, filters: tuple[object, ...]) -> list[Filter]:
    parts: list[Filter] = []
    for given in filters:
        parts.extend(parse_filter(one, argument=argument) for one in _group(given))
    return parts


def _group(given: object) -> Iterable[Any]:
    return cast("Iterable[Any]", given) if _is_several(given) else (given,)


def _is_several(given: object) -> bool:
    return isinstance(given, Iterable) and not isinstance(given, (str, Mapping))


if not TYPE_CHECKING:  # a name that does not exist must stay an error for type checkers

    def __getattr__(name: str) -> Any:
        if name not in _RUNNING:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        found = globals()[name] = getattr(import_module(f"{__package__}.{_RUNNING[name]}"), name)
        return found


__all__ = [
    "AttributeLookup",
    "F",
    "Filter",
    "FilterInput",
    "FilterProblem",
    "Raw",
    "Types",
    "compile_filter",
    "compile_predicate",
    "entry_values",
    "equality_hint",
    "evaluate",
    "index_keys",
    "parse_filter",
]
