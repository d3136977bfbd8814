"""Sorts: the order that a query answers in.

>>> compile_sorts(["-created_at", "name.last_name"])[1]
{'direction': 'asc', 'attribute': 'name', 'field': 'last_name'}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn, TypeAlias, cast

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.show import short

from .filter_conditions import split_dotted
from .filter_operators import FIELD_TO_SORT, MAX_STEPS, PARENT_RECORD, TYPES
from .filter_types import checked_types, refuse_unknown, type_of
from .filter_values import is_array

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from .filter_nodes import Path
    from .filter_types import Types

Direction: TypeAlias = Literal["asc", "desc"]

_DIRECTIONS: Final = ("asc", "desc")
_KEYS: Final = ("attribute", "direction", "field", "path")


class Sort:
    """Order by one attribute, of the rows themselves or, with `path`, of records that they refer to.

    Frozen, hashable, picklable, equal by content. `field` names the property of the value, which names, locations
    and interactions need. A path starts with the queried object or list and ends with the attribute to order by.

    >>> Sort("name", "desc", field="last_name")
    Sort("name", "desc", field="last_name")
    >>> Sort(path=[("sales", "parent_record"), ("companies", "name")]).to_json()
    {'direction': 'asc', 'path': [['sales', 'parent_record'], ['companies', 'name']]}
    """

    __slots__ = ("attribute", "direction", "field", "path")
    attribute: str | None
    direction: Direction
    field: str | None
    path: tuple[tuple[str, str], ...] | None

    def __init__(
        self,
        attribute: str | None = None,
        direction: Direction = "asc",
        *,
        field: str | None = None,
        path: Iterable[Iterable[str]] | None = None,
    ) -> None:
        if (attribute is None) is (path is None):
            raise ArgumentError(
                "Sort", attribute, "orders by an attribute or along a path", fix="pass one of them"
            )
        if direction not in _DIRECTIONS:
            raise ArgumentError(
                "Sort.direction",
                direction,
                "is no direction",
                allowed=_DIRECTIONS if isinstance(direction, str) else (),
            )
        members = {
            "attribute": None if attribute is None else _name(attribute, "Sort.attribute"),
            "direction": direction,
            "field": None if field is None else _name(field, "Sort.field"),
            "path": None if path is None else _path(path),
        }
        for name, value in members.items():
            object.__setattr__(self, name, value)

    @classmethod
    def parse(cls, given: Sort | str | Mapping[str, Any]) -> Sort:
        """Read "slug", "-slug", "slug.field", an object of Attio's JSON, or a Sort.

        >>> Sort.parse("-name.last_name")
        Sort("name", "desc", field="last_name")
        """
        if isinstance(given, Sort):
            return given
        if isinstance(given, str):
            plain = str.__str__(given)
            slug, field = split_dotted(plain.removeprefix("-"), "sorts")
            return cls(slug, "desc" if plain.startswith("-") else "asc", field=field)
        if not isinstance(given, Mapping):
            raise ArgumentTypeError("sorts", given, "is no sort", fix='write "slug", "-slug" or Sort("slug")')
        known = {key: value for key, value in given.items() if key in _KEYS}
        if len(known) != len(given):
            other = next(key for key in given if key not in _KEYS)
            raise ArgumentError("sorts", other, "is no key of a sort", allowed=_KEYS)
        attribute = known.pop("attribute", None)
        return cls(attribute, known.pop("direction", None) or "asc", **known)

    def to_json(self) -> dict[str, Any]:
        """Return Attio's JSON."""
        json: dict[str, Any] = {"direction": self.direction}
        if self.path is None:
            json["attribute"] = self.attribute
        else:
            json["path"] = [list(step) for step in self.path]
        if self.field is not None:
            json["field"] = self.field
        return json

    def _key(self) -> tuple[object, ...]:
        return (self.attribute, self.direction, self.field, self.path)

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Sort) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        from .filter_print import literal

        parts = [] if self.attribute is None else [literal(self.attribute)]
        if self.direction != "asc":
            parts.append(literal("desc") if parts else 'direction="desc"')
        if self.field is not None:
            parts.append(f"field={literal(self.field)}")
        if self.path is not None:
            parts.append(f"path={literal(self.path)}")
        return f"Sort({', '.join(parts)})"

    def __reduce__(self) -> tuple[Callable[..., Sort], tuple[Any, ...]]:
        return _rebuild, (self._key(),)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a Sort cannot be changed ({name}); build another one")

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)


SortInput: TypeAlias = Sort | str | Mapping[str, Any]
"""One sort: "slug", "-slug", "slug.field", Attio's JSON, or a `Sort`."""
SortsInput: TypeAlias = SortInput | Iterable[SortInput]
"""What `sorts=` takes: one sort, or several, the primary one first."""


def parse_sorts(sorts: SortsInput) -> tuple[Sort, ...]:
    """Read sorts in any spelling, the primary one first; raises ArgumentError.

    >>> parse_sorts("-created_at")
    (Sort("created_at", "desc"),)
    """
    if isinstance(sorts, (str, Sort, Mapping)) or not isinstance(sorts, Iterable):
        return (Sort.parse(cast("SortInput", sorts)),)
    return tuple(Sort.parse(one) for one in sorts)


def compile_sorts(
    sorts: SortsInput, types: Types | None = None, *, complete: bool = False
) -> list[dict[str, Any]]:
    """Compile sorts to Attio's JSON; raises ArgumentError for a field that the attribute's type lacks or needs.

    `types` and `complete` are those of `compile_filter`. Attio says nothing about where empty attributes come.
    """
    checked = checked_types(types)
    parsed = parse_sorts(sorts)
    for sort in parsed:
        _check(sort, checked, complete=complete)
    return [sort.to_json() for sort in parsed]


def _check(sort: Sort, types: Types | None, *, complete: bool) -> None:
    path: Path = sort.path or ((None, cast("str", sort.attribute)),)
    (_, first), (of, slug) = path[0], path[-1]
    if complete and not (len(path) > 1 and first == PARENT_RECORD):
        refuse_unknown(first, types, "sorts")
    kind = type_of(types, slug, of if len(path) > 1 else None)
    if kind is None:
        return
    where = f"sorts[{short(slug)}]"
    if sort.field is None:
        if kind in FIELD_TO_SORT:
            raise ArgumentError(
                where,
                slug,
                f"a {kind} attribute is ordered by one of its fields",
                fix=f"write {_first_field(slug, kind)!r}",
            )
    elif sort.field not in TYPES[kind]:
        raise ArgumentError(
            where, sort.field, f"a {kind} attribute has no such field", allowed=tuple(TYPES[kind])
        )


def _rebuild(key: tuple[Any, Direction, Any, Any]) -> Sort:
    attribute, direction, field, path = key
    return Sort(attribute, direction, field=field, path=path)


def _first_field(slug: str, kind: str) -> str:
    return f"{slug}.{'last_name' if kind == 'personal-name' else next(iter(TYPES[kind]))}"


def _name(value: object, argument: str) -> str:
    if not isinstance(value, str):
        raise ArgumentTypeError(argument, value, "is no slug and no id", fix='name it: "job_title"')
    plain = str.__str__(value)
    if not plain or plain[0] in "$.-+" or plain != plain.strip():
        raise ArgumentError(argument, plain, "is no slug and no id", fix='name it: "job_title"')
    return plain


def _path(steps: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for step in steps if is_array(steps) else ():
        pair: tuple[Any, ...] = tuple(step) if is_array(step) else ()
        if len(pair) != 2:
            raise ArgumentError(
                "Sort.path", step, "is no (object or list, attribute)", fix='("people", "company")'
            )
        found.append((_name(pair[0], "Sort.path"), _name(pair[1], "Sort.path")))
    if not 1 <= len(found) <= MAX_STEPS:
        raise ArgumentError(
            "Sort.path",
            steps,
            f"has 1 to {MAX_STEPS} steps",
            fix='[("people", "company"), ("companies", "name")]',
        )
    return tuple(found)
