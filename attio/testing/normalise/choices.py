"""Select options and statuses: by id or by exact title, never created by a write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.testing.normalise.breaches import bad_value, unwrapped
from attio.testing.replies import value_not_found
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from attio.testing.state.attributes import Attribute, Option
    from attio.testing.state.workspace_state import WorkspaceState


def _chosen(attribute: Attribute, raw: Any, key: str) -> Option:
    name = unwrapped(attribute, raw, key, "string")
    if not isinstance(name, str):
        raise bad_value(attribute, wrong_type(name, (), "string"))
    option = attribute.option(name)
    if option is None or option.is_archived:
        noun = "select option" if key == "option" else "status"
        raise value_not_found(f'Cannot find {noun} "{name}" for attribute with slug "{attribute.slug}".')
    return option


def select_option(_state: WorkspaceState, attribute: Attribute, raw: Any) -> Option:
    """Take `"Title"`, `"<uuid>"` or `{"option": ...}`."""
    return _chosen(attribute, raw, "option")


def status_option(_state: WorkspaceState, attribute: Attribute, raw: Any) -> Option:
    """Take `"Title"`, `"<uuid>"` or `{"status": ...}`."""
    return _chosen(attribute, raw, "status")
