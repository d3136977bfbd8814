"""One call of one operation: what it is given, written as JSON, and how it is made through a client."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, NamedTuple

from attio_openapi.operations import OPERATIONS

from attio.core.shapes import is_dict, is_list

_BYTES = "$bytes"
_RECORD = "$record"


class Call(NamedTuple):
    """The arguments of one call, JSON but for bytes and for records, which are pairs of object and id."""

    arguments: list[Any]
    keywords: dict[str, Any]

    def make(self, client: Any, operation: str) -> Any:
        """Call an operation where a client has it; what comes back from an async client is to be awaited."""
        return attrgetter(OPERATIONS[operation].client)(client)(*self.arguments, **self.keywords)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {"arguments": [_written(each) for each in self.arguments], "keywords": _written(self.keywords)}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Call:
        """Read what ``to_json`` gave."""
        return cls([_read(each) for each in value["arguments"]], _read(value["keywords"]))


def call(*arguments: Any, **keywords: Any) -> Call:
    """Put the arguments of a call together."""
    return Call(list(arguments), keywords)


def _written(value: Any) -> Any:
    if isinstance(value, bytes):
        return {_BYTES: value.decode()}
    if isinstance(value, tuple):
        return {_RECORD: [*value]}  # pyright: ignore[reportUnknownVariableType]
    if is_dict(value):
        return {key: _written(item) for key, item in value.items()}
    return [_written(item) for item in value] if is_list(value) else value


def _read(value: Any) -> Any:
    if is_dict(value):
        if _BYTES in value:
            return value[_BYTES].encode()
        return (
            tuple(value[_RECORD]) if _RECORD in value else {key: _read(each) for key, each in value.items()}
        )
    return [_read(item) for item in value] if is_list(value) else value
