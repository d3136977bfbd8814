"""One field that Attio refused, as its ``validation_errors`` tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from attio.core.shapes import is_dict, is_list

if TYPE_CHECKING:
    from collections.abc import Iterator


class FieldError(msgspec.Struct, frozen=True):
    """Say what was wrong with one field of a request.

    Also reads like a mapping: ``error["field"]``, ``error["message"]``. ``sent`` is the value that the
    request had at ``path``, None where it had none.
    """

    field: str
    message: str
    code: str | None = None
    path: tuple[str, ...] = ()
    expected: str | None = None
    received: str | None = None
    options: tuple[str, ...] = ()
    sent: Any = None

    def __getitem__(self, key: str) -> Any:
        if key not in self.__struct_fields__:
            raise KeyError(key)
        return getattr(self, key)

    def __iter__(self) -> Iterator[str]:
        return iter(self.__struct_fields__)

    def keys(self) -> tuple[str, ...]:
        """Give the names that can be subscripted, so that ``dict(error)`` works."""
        return self.__struct_fields__


def parameter(path: tuple[str, ...]) -> str:
    """Name a path the way a caller knows it: dotted, without the envelope that this library adds itself."""
    return ".".join(path[1:] if len(path) > 1 and path[0] == "data" else path)


def sent_at(body: object, path: tuple[str, ...]) -> Any:
    """Give the value that a request body has at a path; None when the path leads nowhere."""
    found: Any = body
    for step in path:
        if is_dict(found) and step in found:
            found = found[step]
        elif is_list(found) and step.isdecimal() and int(step) < len(found):
            found = found[int(step)]
        else:
            return None
    return found


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if is_list(value) else ()


def read_field_errors(value: object, body: object = None) -> tuple[FieldError, ...]:
    """Read ``validation_errors`` of an error body, whatever shape it has; ``body`` is the request's own."""
    if not is_list(value):
        return ()
    read: list[FieldError] = []
    for item in value:
        if not is_dict(item):
            read.append(FieldError(field="", message=str(item)))
            continue
        path = _texts(item.get("path"))
        read.append(
            FieldError(
                field=parameter(path),
                message=str(item.get("message") or ""),
                code=_text(item.get("code")),
                path=path,
                expected=_text(item.get("expected")),
                received=_text(item.get("received")),
                options=_texts(item.get("options")),
                sent=sent_at(body, path) if path else None,
            ),
        )
    return tuple(read)
