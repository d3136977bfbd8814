"""Small parts of rows: the read-only view of typed values, the error for a wrong slug, the name in a repr."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from attio.values.types import Value

    from .row import RowData


class ValuesView(Mapping[str, "tuple[Value, ...]"]):
    """The typed values of a row by slug, decoded when they are asked for."""

    __slots__ = ("_row",)

    def __init__(self, row: RowData) -> None:
        self._row = row

    def __getitem__(self, slug: str) -> tuple[Value, ...]:
        try:
            return self._row._typed(slug)
        except KeyError:
            raise MissingAttributeError(slug, self, self._row._described()) from None

    def __contains__(self, slug: object) -> bool:
        self._row._envelope()
        return slug in self._row._values

    def __iter__(self) -> Iterator[str]:
        self._row._envelope()
        return iter(self._row._values)

    def __len__(self) -> int:
        self._row._envelope()
        return len(self._row._values)

    def __repr__(self) -> str:
        return repr(dict(self))


class MissingAttributeError(KeyError):
    """A row has no attribute of that slug; says which ones are near."""

    def __init__(self, slug: object, known: Iterable[str] = (), where: str = "this row") -> None:
        super().__init__(slug)
        from difflib import get_close_matches

        near = get_close_matches(slug, list(known), 3) if isinstance(slug, str) else []
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
        self._text = f"{where} has no attribute {slug!r}{hint}"

    def __str__(self) -> str:
        return self._text

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self.args, {"_text": self._text}


def items_of(found: Any) -> list[Any]:
    """Return what was read or assigned as a new list; None is no value, a lone value is one."""
    if found is None:
        return []
    if isinstance(found, (list, set, frozenset)) or type(found) is tuple:
        return list(cast("Iterable[Any]", found))
    return [found]


_LABELS = ("name", "title", "primary_email_address", "email_addresses", "domains", "user_id", "workspace_id")
_LABEL_LENGTH = 48


def label_of(row: RowData) -> str:
    """Return what a repr calls the row: its name, or the first thing that tells it from others."""
    for slug in _LABELS:
        found = row.first(slug)
        text = str(found) if found is not None else ""
        if text:
            return repr(text if len(text) <= _LABEL_LENGTH else f"{text[: _LABEL_LENGTH - 1]}…")
    return ""


def aware(moment: datetime) -> datetime:
    """Return the moment; refuses what is no aware datetime."""
    from datetime import datetime as kind

    from attio.core.errors import ArgumentError, ArgumentTypeError

    if not isinstance(moment, kind):
        raise ArgumentTypeError(
            "moment", moment, "is not a datetime", fix="pass datetime(..., tzinfo=timezone.utc)"
        )
    if moment.utcoffset() is None:
        raise ArgumentError(
            "moment",
            moment,
            "a datetime without a time zone does not say which moment is meant",
            fix="use datetime(..., tzinfo=timezone.utc) or another zone",
        )
    return moment
