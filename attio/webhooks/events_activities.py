"""The events of activities: kinds of timeline events, their attributes and their records.

What is in their ids is inferred from the other events (openapi/webhooks.yaml marks it as unverified), so nothing
here fails where a member is missing: it reads as None, and `.id.raw` holds what came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

from attio.records.ids import ActivityId, ActivityRecordId, AttributeId
from attio.records.model import identifier

from .event import Event

if TYPE_CHECKING:
    from attio.core.config import RequestOptions

    from .hydration import HasActivities, HasActivityRecords

T = TypeVar("T")


class ActivityEvent(Event):
    """Something happened to a kind of activity."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = ("activity.created", "activity.updated", "activity.deleted")
    id = identifier(ActivityId, "Id of the activity.")

    @property
    def activity_id(self) -> str | None:
        """The activity."""
        return self._member("activity_id")

    @overload
    def activity(self, client: HasActivities[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def activity(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def activity(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the activity as it is now; raises NotFoundError when it is gone. Costs one request."""
        return self._through(client).activities.get(self._needed("activity_id"), options=options)


class ActivityCreated(ActivityEvent):
    """A kind of activity was made."""

    __slots__ = ()
    event_types = ("activity.created",)


class ActivityUpdated(ActivityEvent):
    """A kind of activity was changed."""

    __slots__ = ()
    event_types = ("activity.updated",)


class ActivityDeleted(ActivityEvent):
    """A kind of activity was deleted."""

    __slots__ = ()
    event_types = ("activity.deleted",)


class ActivityAttributeEvent(Event):
    """Something happened to an attribute of an activity, which has no route to be fetched by."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = ("activity-attribute.created", "activity-attribute.updated")
    id = identifier(AttributeId, "Id of the attribute.")

    @property
    def activity_id(self) -> str | None:
        """The activity that has the attribute."""
        return self._member("activity_id")

    @property
    def attribute_id(self) -> str | None:
        """The attribute."""
        return self._member("attribute_id")


class ActivityAttributeCreated(ActivityAttributeEvent):
    """An activity got an attribute."""

    __slots__ = ()
    event_types = ("activity-attribute.created",)


class ActivityAttributeUpdated(ActivityAttributeEvent):
    """An attribute of an activity was configured anew."""

    __slots__ = ()
    event_types = ("activity-attribute.updated",)


class ActivityRecordEvent(Event):
    """Something happened to a record of an activity; nothing tells of its updates."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = ("activity-record.created", "activity-record.deleted")
    id = identifier(ActivityRecordId, "Id of the record, with `.activity_id` beside it.")

    @property
    def activity_id(self) -> str | None:
        """The activity that the record is of."""
        return self._member("activity_id")

    @property
    def record_id(self) -> str | None:
        """The record of the activity."""
        return self._member("record_id")

    @overload
    def activity_record(
        self, client: HasActivityRecords[T], *, options: RequestOptions | None = None
    ) -> T: ...
    @overload
    def activity_record(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def activity_record(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the record of the activity as it is now. Costs one request."""
        records = self._through(client).activity_records
        return records.get(self._needed("activity_id"), self._needed("record_id"), options=options)


class ActivityRecordCreated(ActivityRecordEvent):
    """An activity got a record."""

    __slots__ = ()
    event_types = ("activity-record.created",)


class ActivityRecordDeleted(ActivityRecordEvent):
    """A record of an activity was deleted."""

    __slots__ = ()
    event_types = ("activity-record.deleted",)
