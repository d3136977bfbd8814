"""Activities: kinds of timeline events that a workspace defines (no I/O)."""

from __future__ import annotations

from typing import ClassVar

from .ids import ActivityId
from .model import Model, flag, identifier, json_value, moment, text


class ActivityData(Model):
    """A kind of activity; its records are the events."""

    __slots__ = ()
    kind: ClassVar[str] = "activity"
    _title_keys: ClassVar[tuple[str, ...]] = ("api_slug",)

    id = identifier(ActivityId, "Id of the activity.")
    api_slug = text("Slug that addresses it.")
    singular_noun = text("Name of one event of it.")
    plural_noun = text("Name of several.")
    extends = json_value("Schemas that it builds on: [{schema_id, schema_slug}].")
    is_system_activity = flag("Whether Attio owns it (it cannot be deleted).")
    created_at = moment("When it was created.")
