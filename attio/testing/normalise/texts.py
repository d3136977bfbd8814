"""Text values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.normalise.breaches import bad_value, unwrapped
from attio.testing.replies import problem
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.workspace_state import WorkspaceState

_LIMIT_BYTES: Final = 10_000_000


def text(_state: WorkspaceState, attribute: Attribute, raw: Any) -> str:
    """Take `"x"` or `{"value": "x"}` of up to 10 MB."""
    value = unwrapped(attribute, raw, "value", "string")
    if not isinstance(value, str):
        raise bad_value(attribute, wrong_type(value, (), "string"))
    if len(value) * 4 > _LIMIT_BYTES and len(value.encode()) > _LIMIT_BYTES:
        raise bad_value(attribute, problem((), f"Text must not be larger than {_LIMIT_BYTES} bytes"))
    return value
