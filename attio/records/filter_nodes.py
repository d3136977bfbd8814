"""`Filter`: what a query asks, as a frozen tree of conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, NoReturn, cast

from attio.core.errors import ArgumentError, ArgumentTypeError

from .filter_problem import MAX_DEPTH, too_deep

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Self

    from .filter_types import Types
    from .filter_values import Scalar

    Path = tuple[tuple[str | None, str], ...]


class Constraint(NamedTuple):
    """One operator on one property of a value; no property means the type's default one."""

    property: str | None
    operator: str
    value: Scalar | tuple[Scalar, ...]


class Filter:
    """Ask for some records or entries: conditions joined by `&`, `|` and `~`.

    Built with `F`, or read from Attio's JSON with `Filter.parse`. Frozen, hashable, picklable; two filters
    are equal when they are built alike: `==` between filters is a bool, only `F(...) == value` builds a
    condition.

    >>> from attio.records.filters import F
    >>> wanted = F("name").contains("Ada") & ~F("job_title").is_empty()
    >>> wanted
    F("name").contains("Ada") & F("job_title").not_empty()
    >>> wanted.to_json()["$and"][0]
    {'name': {'$contains': 'Ada'}}
    >>> Filter.parse(wanted.to_json()) == wanted
    True
    """

    __slots__ = ("_depth",)
    _depth: int

    def __init__(self) -> None:
        raise ArgumentTypeError(
            "Filter", "Filter()", "is not called", fix='write F("<slug>") == ..., or Filter.parse({...})'
        )

    @staticmethod
    def parse(json: Filter | Mapping[str, Any]) -> Filter:
        """Read a filter from Attio's JSON, in every form that Attio knows; several keys mean AND.

        Values may be plain Python. Dotted keys and `$includes` are understood; an operator that does not
        exist is refused with the one that does.

        >>> Filter.parse({"email_addresses.email_domain": "x.com", "job_title": None})
        (F("email_addresses").field("email_domain") == "x.com") & F("job_title").is_empty()
        """
        from .filter_parse import parse_filter

        return parse_filter(json)

    def to_json(self, types: Types | None = None, *, of: str | None = None) -> dict[str, Any]:
        """Compile to Attio's verbose JSON; see `compile_filter`, which this calls."""
        from .filter_compile import compile_filter

        return compile_filter(self, types, of=of)

    def __and__(self, other: object) -> Filter:
        return all_of((self, other)) if isinstance(other, Filter) else NotImplemented

    def __or__(self, other: object) -> Filter:
        return any_of((self, other)) if isinstance(other, Filter) else NotImplemented

    def __invert__(self) -> Filter:
        return negate(self)

    def __bool__(self) -> bool:
        raise TypeError(no_truth("a Filter"))

    if TYPE_CHECKING:  # what makes two filters of a kind equal; every kind has its own

        def _key(self) -> tuple[object, ...]: ...

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Filter):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        from .filter_print import print_filter

        return print_filter(self)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a Filter cannot be changed ({name}); build a new one with &, | and ~")

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


def no_truth(what: str) -> str:
    """Say why a filter has no truth value, and what to write."""
    return (
        f"{what} is neither true nor false: join conditions with & and | (and ~), each in parentheses, "
        "instead of `and`, `or` and `not`; for a range write .between(low, high), not low <= F(...) <= high"
    )


def _set(node: Filter, **members: object) -> None:
    for name, value in members.items():
        object.__setattr__(node, name, value)


def _typed(value: Scalar | tuple[Scalar, ...]) -> object:
    # True == 1 in Python, but not in JSON.
    if isinstance(value, tuple):
        return tuple(_typed(item) for item in value)
    return (isinstance(value, bool), value)


class Condition(Filter):
    """Ask something of one attribute: of one of its values, all constraints together."""

    __slots__ = ("constraints", "path")
    path: Path
    constraints: tuple[Constraint, ...]

    def __init__(self, path: Path, constraints: Sequence[Constraint]) -> None:
        _set(self, path=path, constraints=tuple(constraints), _depth=1)

    def _key(self) -> tuple[object, ...]:
        return (
            self.path,
            tuple((part.property, part.operator, _typed(part.value)) for part in self.constraints),
        )

    def __reduce__(self) -> tuple[Callable[..., Filter], tuple[Any, ...]]:
        return Condition, (self.path, self.constraints)

    def with_constraints(self, constraints: Sequence[Constraint]) -> Condition:
        """Ask other things of the same attribute."""
        return Condition(self.path, constraints)


class Junction(Filter):
    """Join several filters; the two kinds are `AllOf` and `AnyOf`."""

    __slots__ = ("parts",)
    parts: tuple[Filter, ...]
    word: ClassVar[str] = ""
    """Attio's name for it, such as `$and`."""

    def __init__(self, parts: Sequence[Filter]) -> None:
        depth = 1 + max((part._depth for part in parts), default=0)
        if depth > MAX_DEPTH:
            raise too_deep("filter")
        _set(self, parts=tuple(parts), _depth=depth)

    def _key(self) -> tuple[object, ...]:
        return (self.word, *(part._key() for part in self.parts))

    def __reduce__(self) -> tuple[Callable[..., Filter], tuple[Any, ...]]:
        return type(self), (self.parts,)


class AllOf(Junction):
    """Ask for what every part asks for; without parts, for everything."""

    __slots__ = ()
    word: ClassVar[str] = "$and"


class AnyOf(Junction):
    """Ask for what one part or more asks for."""

    __slots__ = ()
    word: ClassVar[str] = "$or"


class Negation(Filter):
    """Ask for what a filter does not ask for; made by `negate`."""

    __slots__ = ("part",)
    part: Filter

    def __init__(self, part: Filter) -> None:
        if part._depth >= MAX_DEPTH:
            raise too_deep("filter")
        _set(self, part=part, _depth=part._depth + 1)

    def _key(self) -> tuple[object, ...]:
        return ("$not", self.part._key())

    def __reduce__(self) -> tuple[Callable[..., Filter], tuple[Any, ...]]:
        return Negation, (self.part,)


class Raw(Filter):
    """Send JSON to Attio as it stands, for what this library does not know yet; nothing of it is checked.

    >>> Raw({"stage": {"$new_operator": 1}}).to_json()
    {'stage': {'$new_operator': 1}}
    """

    __slots__ = ("_json",)
    _json: dict[str, Any]

    def __init__(self, json: Mapping[str, Any]) -> None:
        if not hasattr(json, "items"):
            raise ArgumentTypeError(
                "Raw", json, "takes an object of Attio's JSON", fix='write Raw({"<slug>": ...})'
            )
        _set(self, _json=_plain_copy(json, 0), _depth=1)

    @property
    def json(self) -> dict[str, Any]:
        """What goes out, as a copy."""
        return cast("dict[str, Any]", _plain_copy(self._json, 0))

    def _key(self) -> tuple[object, ...]:
        return ("raw", _Unhashed(self._json))

    def __reduce__(self) -> tuple[Callable[..., Filter], tuple[Any, ...]]:
        return Raw, (self._json,)


class _Unhashed:
    # JSON compares, but has no hash: the names at its top are a coarse one.
    __slots__ = ("json",)

    def __init__(self, json: dict[str, Any]) -> None:
        self.json = json

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Unhashed) and self.json == other.json

    def __hash__(self) -> int:
        return hash(frozenset(self.json))


def _plain_copy(value: Any, depth: int) -> Any:
    if depth > 2 * MAX_DEPTH:
        raise too_deep("Raw")
    if hasattr(value, "items"):
        return {name: _plain_copy(item, depth + 1) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain_copy(item, depth + 1) for item in cast("list[Any]", value)]
    return value


def all_of(parts: Sequence[Filter]) -> Filter:
    """Join by AND: nested ANDs are flattened, filters for everything drop out, one part stands alone."""
    flat: list[Filter] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, AllOf) else (part,))
    return flat[0] if len(flat) == 1 else AllOf(flat)


def any_of(parts: Sequence[Filter]) -> Filter:
    """Join by OR: nested ORs are flattened, one part stands alone, one for everything swallows the others."""
    flat: list[Filter] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, AnyOf) else (part,))
    if any(isinstance(part, AllOf) and not part.parts for part in flat):
        return AllOf(())
    return flat[0] if len(flat) == 1 else AnyOf(flat)


def negate(part: Filter) -> Filter:
    """Turn a filter into its opposite; a negation gives back what it negates."""
    if isinstance(part, Negation):
        return part.part
    if isinstance(part, AllOf) and not part.parts:
        raise ArgumentError(
            "filter",
            "~F.all_of()",
            "the opposite of everything is nothing, which Attio cannot be asked for",
            fix="do not send the query",
        )
    return Negation(part)
