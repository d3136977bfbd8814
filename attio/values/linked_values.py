"""Values with parts, or that point elsewhere: places, references, interactions, options, statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .plain import LOCATION_KEYS, ActorRef, Interaction, Location, Option, RecordRef, Status
from .timestamps import read_timestamp
from .value import TextField, Value

if TYPE_CHECKING:
    from datetime import datetime

    from dateutil.relativedelta import relativedelta


class LocationValue(Value):
    """A place."""

    __slots__ = ()
    type = "location"
    content_key = "locality"
    line_1 = TextField("line_1")
    line_2 = TextField("line_2")
    line_3 = TextField("line_3")
    line_4 = TextField("line_4")
    locality = TextField("locality")
    region = TextField("region")
    postcode = TextField("postcode")
    country_code = TextField("country_code")
    latitude = TextField("latitude")
    longitude = TextField("longitude")

    @property
    def plain(self) -> Any:
        """A Location."""
        return Location.of(*[getattr(self, key) for key in LOCATION_KEYS])


class RecordReferenceValue(Value):
    """A reference to a record."""

    __slots__ = ()
    type = "record-reference"
    content_key = "target_record_id"
    target_object = TextField("target_object")
    target_record_id = TextField("target_record_id")

    @property
    def plain(self) -> Any:
        """A RecordRef."""
        return RecordRef.of(self.target_object or "", self.target_record_id or "")


class ActorReferenceValue(Value):
    """A reference to a workspace member, or to another actor."""

    __slots__ = ()
    type = "actor-reference"
    content_key = "referenced_actor_id"
    referenced_actor_type = TextField("referenced_actor_type")
    referenced_actor_id = TextField("referenced_actor_id")

    @property
    def plain(self) -> Any:
        """An ActorRef."""
        return ActorRef.of(self.referenced_actor_type, self.referenced_actor_id)


class InteractionValue(Value):
    """A contact that Attio saw in mail or calendar."""

    __slots__ = ()
    type = "interaction"
    content_key = "interacted_at"
    interaction_type = TextField("interaction_type")

    @property
    def interacted_at(self) -> datetime | None:
        """When it happened."""
        return read_timestamp(self._raw.get("interacted_at"))

    @property
    def owner(self) -> ActorRef | None:
        """Whose contact it was."""
        return cast("Interaction", self.plain).owner

    @property
    def plain(self) -> Any:
        """An Interaction."""
        return Interaction.from_raw(self._raw)


class _ChoiceValue(Value):
    """What select and status values have in common: a title and an id one level down."""

    __slots__ = ()

    def _choice(self) -> dict[str, Any]:
        found = self._raw.get(self.content_key)
        # The spec also allows the bare id where the option itself is not expanded.
        return cast("dict[str, Any]", found) if isinstance(found, dict) else {}

    @property
    def title(self) -> str | None:
        """The title, which is also what a write takes."""
        found = self._choice().get("title")
        return found if type(found) is str else None

    @property
    def id(self) -> str | None:
        """The id of the option or status itself."""
        found = self._raw.get(self.content_key)
        if isinstance(found, dict):
            found = cast("dict[str, Any]", found).get("id")
        if isinstance(found, dict):
            found = cast("dict[str, Any]", found).get(f"{self.content_key}_id")
        return found if type(found) is str else None

    @property
    def is_archived(self) -> bool:
        """Whether it is hidden from new choices."""
        return self._choice().get("is_archived") is True

    @property
    def plain(self) -> Any:
        """The title; the id where Attio sent no title."""
        return self.title or self.id


class SelectValue(_ChoiceValue):
    """An option that was chosen."""

    __slots__ = ()
    type = "select"
    content_key = "option"

    @property
    def option(self) -> Option:
        """The option with its id."""
        return Option(self.title, self.id, is_archived=self.is_archived)


class StatusValue(_ChoiceValue):
    """A status that the record or entry is in."""

    __slots__ = ()
    type = "status"
    content_key = "status"

    @property
    def celebration_enabled(self) -> bool:
        """Whether Attio celebrates when a record gets here."""
        return self._choice().get("celebration_enabled") is True

    @property
    def target_time_in_status(self) -> relativedelta | None:
        """How long a record should stay in this status, None when nobody set it."""
        return self.status.target_time_in_status

    @property
    def status(self) -> Status:
        """The status with its id and its settings."""
        return Status(
            self.title,
            self.id,
            is_archived=self.is_archived,
            celebration_enabled=self.celebration_enabled,
            target_time_in_status_text=self._choice().get("target_time_in_status"),
        )
