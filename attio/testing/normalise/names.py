"""Personal names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.json_types import is_object
from attio.testing.normalise.breaches import bad_value
from attio.testing.replies import Problem, required
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.workspace_state import WorkspaceState

_PARTS: Final = ("first_name", "last_name", "full_name")


def personal_name(_state: WorkspaceState, attribute: Attribute, raw: Any) -> tuple[str, str, str]:
    """Take an object with all three parts or `"Last, First"`; without a comma all of it is the first name."""
    if isinstance(raw, str):
        last, comma, first = raw.partition(",")
        if not comma:
            return raw.strip(), "", raw.strip()
        first, last = first.strip(), last.strip()
        return first, last, f"{first} {last}".strip()
    if not is_object(raw):
        raise bad_value(attribute, wrong_type(raw, (), "string"))
    problems: list[Problem] = []
    for part in _PARTS:
        if part not in raw:
            problems.append(required((part,)))
        elif not isinstance(raw[part], str):
            problems.append(wrong_type(raw[part], (part,), "string"))
    if problems:
        raise bad_value(attribute, *problems)
    return raw["first_name"], raw["last_name"], raw["full_name"]
