"""One request as a route handler sees it: parameters checked, body decoded, who asks and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from attio.testing.identifiers import is_uuid
from attio.testing.replies import (
    Problem,
    Refusal,
    invalid_body,
    invalid_query,
    missing,
    missing_named,
    problem,
    required,
)
from attio.testing.shapes import Shape, fields
from attio.testing.writing import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio_openapi.operations import Operation

    from attio.testing.access import Actor, Token
    from attio.testing.state.collections import Collection, ListType, ObjectType, Row
    from attio.testing.state.workspace_state import WorkspaceState

_decode = msgspec.json.Decoder().decode
_FLAGS: Final = {"true": True, "false": False}


class Call:
    """What a handler gets. `now_us` is one moment for the whole request, in whole milliseconds."""

    __slots__ = ("body", "headers", "now_us", "operation", "params", "query", "state", "token")

    def __init__(
        self,
        state: WorkspaceState,
        operation: Operation,
        params: dict[str, str],
        *,
        query: dict[str, str],
        headers: Mapping[str, str],
        body: bytes,
        token: Token,
        now_us: int,
    ) -> None:
        self.state = state
        self.operation = operation
        self.params = params
        self.query = query
        self.headers = headers
        self.body = body
        self.token = token
        self.now_us = now_us

    @property
    def actor(self) -> Actor:
        """Who makes the request, as values and events name it."""
        return self.token.actor

    def edit(self) -> Edit:
        """Return the writer for rows, bound to this request's moment and actor."""
        return Edit(self.state, self.now_us, self.actor)

    # Bodies

    def json(self, shape: Shape) -> Any:
        """Decode and check a body that is not wrapped in `data`; refuse it with every problem found."""
        problems: list[Problem] = []
        value = shape.check(self._decoded(shape), (), problems)
        if problems:
            raise invalid_body(problems)
        return value

    def data(self, shape: Shape) -> Any:
        """Decode and check what a body holds under its key `data`."""
        return self.json(fields(data=shape))["data"]

    def _decoded(self, shape: Shape) -> Any:
        kind = self.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
        if not self.body or not (kind == "application/json" or kind.endswith("+json")):
            raise invalid_body([required((), shape.expected)])
        try:
            return _decode(self.body)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise invalid_body([problem((), "Malformed JSON")]) from None
        except RecursionError:
            raise invalid_body([problem((), "JSON is nested too deeply")]) from None

    # Query parameters; unknown ones are never looked at

    def text(self, name: str) -> str | None:
        """Return a query parameter, or None when it is absent."""
        return self.query.get(name)

    def needed(self, name: str) -> str:
        """Return a query parameter that must be there."""
        value = self.query.get(name)
        if not value:
            raise invalid_query(required((name,)))
        return value

    def flag(self, name: str, default: bool | None = None) -> bool | None:
        """Return a boolean query parameter."""
        value = self.query.get(name)
        if value is None:
            return default
        if value not in _FLAGS:
            raise invalid_query(
                problem((name,), "Expected boolean, received string", "invalid_type", expected="boolean")
            )
        return _FLAGS[value]

    def whole(self, name: str, default: int, at_least: int, at_most: int | None = None) -> int:
        """Return a whole number from the query, within bounds."""
        value = self.query.get(name)
        if value is None:
            return default
        try:
            number = int(value)
        except ValueError:
            raise invalid_query(
                problem((name,), "Expected number, received string", "invalid_type", expected="number")
            ) from None
        if number < at_least:
            raise invalid_query(problem((name,), f"Number must be greater than or equal to {at_least}"))
        if at_most is not None and number > at_most:
            raise invalid_query(problem((name,), f"Number must be less than or equal to {at_most}"))
        return number

    def one_of(self, name: str, options: tuple[str, ...], default: str) -> str:
        """Return a query parameter of a closed set."""
        value = self.query.get(name, default)
        if value not in options:
            raise invalid_query(
                problem((name,), "Invalid option", "invalid_option", options=list(options)),
            )
        return value

    # What paths name

    def object(self) -> ObjectType:
        """Return the object of the path, or refuse with 404."""
        return self.object_named(self.params["object"])

    def object_named(self, name: str) -> ObjectType:
        """Return an object by slug or id, or refuse with 404."""
        found = self.state.find_object(name)
        if found is None:
            raise missing_named("Object", name)
        return found

    def list(self) -> ListType:
        """Return the list of the path, or refuse with 404; a user-level token sees only its member's lists."""
        name = self.params["list"]
        found = self.state.find_list(name)
        if found is None or not self.may_see(found):
            raise missing_named("List", name)
        return found

    def may_see(self, home: ListType) -> bool:
        """Tell whether a list is visible to the token."""
        if self.token.level == "workspace" or home.workspace_access is not None:
            return True
        return any(each["workspace_member_id"] == self.token.member_id for each in home.member_access)

    def target(self) -> Collection:
        """Return the object or list that an attribute route is about."""
        name = self.params["identifier"]
        if self.params["target"] == "objects":
            return self.object_named(name)
        found = self.state.find_list(name)
        if found is None or not self.may_see(found):
            raise missing_named("List", name)
        return found

    def record(self, home: ObjectType) -> Row:
        """Return the record of the path, or refuse with 404."""
        return self.record_by_id(home, self.params["record_id"])

    def record_by_id(self, home: ObjectType, id: str) -> Row:
        """Return a record by its id, or refuse with 404; one that a pending merge covers cannot be read."""
        wanted = self.uuid(id)
        row = home.rows.get(wanted)
        pending = self.state.merging.get(wanted) if self.state.merging else None
        if pending is not None and self.now_us < pending[0]:
            raise merge_in_progress(wanted, reading=self.operation.retry == "safe")
        if row is None:
            raise missing("Record", id)
        return row

    def uuid(self, text: str) -> str:
        """Return an id the way rows are filed; what is no UUID is simply not found."""
        return text.lower() if is_uuid(text) else ""


def merge_in_progress(record_id: str, *, reading: bool) -> Refusal:
    """Build the error of a record whose merge has not ended: 404 for reads, 400 for writes."""
    message = f'Record with ID "{record_id}" is being merged.'
    return Refusal(404 if reading else 400, "merge_in_progress", message)
