from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.actor import Actor
    from ..models.linked_record import LinkedRecord
    from ..models.meeting_date import MeetingDate
    from ..models.meeting_date_time import MeetingDateTime
    from ..models.meeting_ids import MeetingIds
    from ..models.meeting_participant import MeetingParticipant


T = TypeVar("T", bound="Meeting")


@_attrs_define
class Meeting:
    created_at: str
    created_by_actor: Actor
    description: str
    end: MeetingDate | MeetingDateTime
    id: MeetingIds
    is_all_day: bool
    linked_records: list[LinkedRecord]
    participants: list[MeetingParticipant]
    start: MeetingDate | MeetingDateTime
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.meeting_date_time import MeetingDateTime  # noqa: PLC0415

        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        description = self.description

        end: dict[str, Any]
        if isinstance(self.end, MeetingDateTime):
            end = self.end.to_dict()
        else:
            end = self.end.to_dict()

        id = self.id.to_dict()

        is_all_day = self.is_all_day

        linked_records = []
        for linked_records_item_data in self.linked_records:
            linked_records_item = linked_records_item_data.to_dict()
            linked_records.append(linked_records_item)

        participants = []
        for participants_item_data in self.participants:
            participants_item = participants_item_data.to_dict()
            participants.append(participants_item)

        start: dict[str, Any]
        if isinstance(self.start, MeetingDateTime):
            start = self.start.to_dict()
        else:
            start = self.start.to_dict()

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "created_by_actor": created_by_actor,
                "description": description,
                "end": end,
                "id": id,
                "is_all_day": is_all_day,
                "linked_records": linked_records,
                "participants": participants,
                "start": start,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor import Actor  # noqa: PLC0415
        from ..models.linked_record import LinkedRecord  # noqa: PLC0415
        from ..models.meeting_date import MeetingDate  # noqa: PLC0415
        from ..models.meeting_date_time import MeetingDateTime  # noqa: PLC0415
        from ..models.meeting_ids import MeetingIds  # noqa: PLC0415
        from ..models.meeting_participant import MeetingParticipant  # noqa: PLC0415

        d = dict(src_dict)
        created_at = d.pop("created_at")

        created_by_actor = Actor.from_dict(d.pop("created_by_actor"))

        description = d.pop("description")

        def _parse_end(data: object) -> MeetingDate | MeetingDateTime:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_meeting_time_type_0 = MeetingDateTime.from_dict(data)

                return componentsschemas_meeting_time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_meeting_time_type_1 = MeetingDate.from_dict(data)

            return componentsschemas_meeting_time_type_1

        end = _parse_end(d.pop("end"))

        id = MeetingIds.from_dict(d.pop("id"))

        is_all_day = d.pop("is_all_day")

        linked_records = []
        _linked_records = d.pop("linked_records")
        for linked_records_item_data in _linked_records:
            linked_records_item = LinkedRecord.from_dict(linked_records_item_data)

            linked_records.append(linked_records_item)

        participants = []
        _participants = d.pop("participants")
        for participants_item_data in _participants:
            participants_item = MeetingParticipant.from_dict(participants_item_data)

            participants.append(participants_item)

        def _parse_start(data: object) -> MeetingDate | MeetingDateTime:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_meeting_time_type_0 = MeetingDateTime.from_dict(data)

                return componentsschemas_meeting_time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_meeting_time_type_1 = MeetingDate.from_dict(data)

            return componentsschemas_meeting_time_type_1

        start = _parse_start(d.pop("start"))

        title = d.pop("title")

        meeting = cls(
            created_at=created_at,
            created_by_actor=created_by_actor,
            description=description,
            end=end,
            id=id,
            is_all_day=is_all_day,
            linked_records=linked_records,
            participants=participants,
            start=start,
            title=title,
        )

        meeting.additional_properties = d
        return meeting

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
