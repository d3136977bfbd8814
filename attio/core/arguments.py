"""Check arguments before anything is sent, so that a wrong one is named here and not by a server. Pure."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from attio.core.error_tree import ArgumentError, ArgumentTypeError
from attio.core.shapes import is_container, is_iterable, is_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from attio_openapi.operations import Operation

T = TypeVar("T")
Kind = Literal["id", "slug", "title"]

_SEGMENT_LIMIT: Final = 512
_TITLED: Final = ("option", "status")


def segment(value: object, argument: str, *, kind: Kind | None = None) -> str:
    """Give one step of a path: from a model, an id, a UUID or a text.

    An ``id`` holds no slash and no dot, a ``slug`` no slash; a ``title`` (of an option or a status) may hold
    both, since steps are percent-encoded; nothing may consist of dots. ``kind`` follows from the argument's
    name when it is not given: ``..._id`` is an id; option, status and ``..._or_title`` a title; everything
    else a slug.
    """
    text = identity(value, argument)
    if kind is None:
        titled = argument in _TITLED or argument.endswith("_title")
        kind = "title" if titled else "id" if _is_id(argument) else "slug"
    if not text.strip():
        raise ArgumentError(argument, value, "is empty", fix=f"give {_wanted(kind)}")
    if text.strip(".") == "":
        raise ArgumentError(argument, value, "consists of dots, which would leave its route")
    if len(text) > _SEGMENT_LIMIT:
        raise ArgumentError(argument, value, f"is {len(text)} characters long", fix=f"give {_wanted(kind)}")
    if not text.isprintable():
        raise ArgumentError(argument, value, "holds a line break or a control character")
    if kind != "title":
        for sign in "/\\?#%" + ("." if kind == "id" else ""):
            if sign in text:
                raise ArgumentError(argument, value, f"holds {sign!r}", fix=f"give {_wanted(kind)}")
        if text != text.strip() or " " in text:
            raise ArgumentError(argument, value, "holds a space", fix=f"give {_wanted(kind)}")
    return text


def identity(value: object, argument: str) -> str:
    """Give the id that a model, an id, a UUID or a text stands for, as it is written."""
    if isinstance(value, str):
        return str.__str__(value)
    if type(value).__name__ == "UUID" and type(value).__module__ == "uuid":
        return str(value)
    if isinstance(value, type):
        slug = getattr(value, "__attio_slug__", None)
        if isinstance(slug, str):
            return slug
    elif value is not None and not isinstance(value, (bytes, int, float)) and not is_container(value):
        held: object = getattr(value, "id", None)
        if isinstance(held, str):
            return str.__str__(held)
        if held is None and hasattr(value, "id"):
            raise ArgumentError(argument, value, "has no id yet", fix="create it first")
    raise ArgumentTypeError(
        argument, value, f"cannot be {type(value).__name__}", fix="give a model, its id, a uuid.UUID or a str"
    )


def _is_id(argument: str) -> bool:
    return argument == "id" or (argument.endswith("_id") and not argument.endswith("slug_or_id"))


def _wanted(kind: Kind) -> str:
    return {"id": "a UUID as Attio gives it", "slug": "a slug or an id", "title": "a title or an id"}[kind]


def integer(value: object, argument: str, *, least: int | None = None, most: int | None = None) -> int:
    """Give a whole number within its bounds; True and 1.0 are not whole numbers."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise ArgumentTypeError(argument, value, f"must be an int, not {type(value).__name__}")
    if (least is not None and value < least) or (most is not None and value > most):
        raise ArgumentError(argument, value, "is out of range", fix=_range(least, most))
    return int(value)


def _range(least: int | None, most: int | None) -> str:
    if most is None:
        return f"give {least} or more"
    return f"give {most} or less" if least is None else f"give {least} to {most}"


def limit(value: object, operation: str, argument: str = "limit") -> int | None:
    """Give a page size that the operation takes, 1 to its maximum; None (its default) stays None."""
    if value is None:
        return None
    from attio_openapi.operations import OPERATIONS

    return page_size_of(argument, value, OPERATIONS[operation])


def page_size_of(argument: str, value: object, row: Operation) -> int | None:
    """Give a page size that an operation of the table takes, 1 to its maximum; None stays None."""
    return None if value is None else integer(value, argument, least=1, most=row.page_max)


def offset(value: object, argument: str = "offset") -> int | None:
    """Give a number of rows to skip, 0 or more; None stays None."""
    return None if value is None else integer(value, argument, least=0)


def text(value: object, argument: str, *, empty: bool = False, longest: int | None = None) -> str:
    """Give a text; not an empty one unless that has a meaning."""
    if not isinstance(value, str):
        raise ArgumentTypeError(argument, value, f"must be a str, not {type(value).__name__}")
    if not empty and not value.strip():
        raise ArgumentError(argument, value, "is empty")
    if longest is not None and len(value) > longest:
        raise ArgumentError(
            argument, value, f"is {len(value)} characters long", fix=f"give at most {longest}"
        )
    return str.__str__(value)


def flag(value: object, argument: str) -> bool:
    """Give True or False; 0, 1 and "false" are neither."""
    if not isinstance(value, bool):
        raise ArgumentTypeError(argument, value, f"must be True or False, not {type(value).__name__}")
    return value


def number(value: object, argument: str) -> float:
    """Give a finite number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ArgumentTypeError(argument, value, f"must be a number, not {type(value).__name__}")
    if not math.isfinite(value):
        raise ArgumentError(argument, value, "is not a finite number")
    return value


def one_of(value: object, argument: str, allowed: Sequence[str]) -> str:
    """Give one of the allowed words."""
    if not isinstance(value, str):
        raise ArgumentTypeError(
            argument, value, f"must be a str, not {type(value).__name__}", allowed=allowed
        )
    if value not in allowed:
        raise ArgumentError(argument, value, "is not one of the allowed values", allowed=allowed)
    return str.__str__(value)


def sequence(value: object, argument: str, *, most: int | None = None) -> list[Any]:
    """Give a list of what was given as a list, a tuple, a set or an iterator; a single text is not several."""
    if isinstance(value, (str, bytes)) or is_mapping(value) or not is_iterable(value):
        raise ArgumentTypeError(
            argument, value, f"must be a list, not {type(value).__name__}", fix="put it in [...]"
        )
    items = list(value)
    if most is not None and len(items) > most:
        raise ArgumentError(argument, value, f"has {len(items)} members", fix=f"give at most {most}")
    return items


def mapping(value: object, argument: str) -> dict[str, Any]:
    """Give a dict of what was given as a mapping with texts for keys."""
    if not is_mapping(value):
        raise ArgumentTypeError(argument, value, f"must be a mapping, not {type(value).__name__}")
    for key in value:
        if not isinstance(key, str):
            raise ArgumentTypeError(argument, key, "has a key that is not a str")
    return dict(value)


def moment(value: object, argument: str) -> str:
    """Give a point in time as Attio writes it: from an aware datetime, or an ISO text that names its offset."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ArgumentError(
                argument, value, "has no time zone", fix="give one, such as tzinfo=timezone.utc"
            )
        moved = value.astimezone(UTC)
        return f"{moved:%Y-%m-%dT%H:%M:%S}.{moved.microsecond:06d}000Z"
    if isinstance(value, str):
        try:
            parsed = datetime.fromisoformat(value)
        except ValueError:
            parsed = None
        if parsed is None or parsed.tzinfo is None:
            raise ArgumentError(
                argument, value, "is not a time with its offset", fix="write 2026-01-31T12:00:00Z"
            )
        return str.__str__(value)
    raise ArgumentTypeError(argument, value, f"must be an aware datetime, not {type(value).__name__}")


def day(value: object, argument: str) -> str:
    """Give a date as Attio writes it: from a date, or an ISO text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise ArgumentError(argument, value, "is not a date", fix="write 2026-01-31") from None
    raise ArgumentTypeError(argument, value, f"must be a date, not {type(value).__name__}")


def exclusive(*, required: bool = False, **given: object) -> str | None:
    """Check that at most one of several arguments is given (exactly one when required); give its name."""
    names = [name for name, value in given.items() if value is not None]
    listed = " and ".join(given) if len(given) == 2 else ", ".join(given)
    if len(names) > 1:
        raise ArgumentError(
            names[1], given[names[1]], f"cannot be given with {names[0]}", fix=f"give one of {listed}"
        )
    if not names and required:
        first = next(iter(given))
        raise ArgumentError(first, None, "is missing", fix=f"give one of {listed}")
    return names[0] if names else None


def together(**given: object) -> bool:
    """Check that several arguments are given all or not at all; tell whether they are."""
    missing = [name for name, value in given.items() if value is None]
    if missing and len(missing) < len(given):
        present = next(name for name in given if name not in missing)
        raise ArgumentError(missing[0], None, f"is needed with {present}", fix="give both or neither")
    return not missing


def compact(values: Mapping[str, T | None]) -> dict[str, T]:
    """Leave out what is None."""
    return {name: value for name, value in values.items() if value is not None}
