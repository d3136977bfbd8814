from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.linked_record_input import LinkedRecordInput
    from ..models.meeting_date import MeetingDate
    from ..models.meeting_date_time_input import MeetingDateTimeInput
    from ..models.meeting_participant_input import MeetingParticipantInput


T = TypeVar("T", bound="MeetingCreate")


@_attrs_define
class MeetingCreate:
    description: str
    end: MeetingDate | MeetingDateTimeInput
    is_all_day: bool
    participants: list[MeetingParticipantInput]
    start: MeetingDate | MeetingDateTimeInput
    title: str
    linked_records: list[LinkedRecordInput] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.meeting_date import MeetingDate  # noqa: PLC0415

        description = self.description

        end: dict[str, Any]
        if isinstance(self.end, MeetingDate):
            end = self.end.to_dict()
        else:
            end = self.end.to_dict()

        is_all_day = self.is_all_day

        participants = []
        for participants_item_data in self.participants:
            participants_item = participants_item_data.to_dict()
            participants.append(participants_item)

        start: dict[str, Any]
        if isinstance(self.start, MeetingDate):
            start = self.start.to_dict()
        else:
            start = self.start.to_dict()

        title = self.title

        linked_records: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.linked_records, Unset):
            linked_records = []
            for linked_records_item_data in self.linked_records:
                linked_records_item = linked_records_item_data.to_dict()
                linked_records.append(linked_records_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "description": description,
                "end": end,
                "is_all_day": is_all_day,
                "participants": participants,
                "start": start,
                "title": title,
            }
        )
        if linked_records is not UNSET:
            field_dict["linked_records"] = linked_records

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.linked_record_input import LinkedRecordInput  # noqa: PLC0415
        from ..models.meeting_date import MeetingDate  # noqa: PLC0415
        from ..models.meeting_date_time_input import MeetingDateTimeInput  # noqa: PLC0415
        from ..models.meeting_participant_input import MeetingParticipantInput  # noqa: PLC0415

        d = dict(src_dict)
        description = d.pop("description")

        def _parse_end(data: object) -> MeetingDate | MeetingDateTimeInput:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_meeting_time_input_type_0 = MeetingDate.from_dict(data)

                return componentsschemas_meeting_time_input_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_meeting_time_input_type_1 = MeetingDateTimeInput.from_dict(data)

            return componentsschemas_meeting_time_input_type_1

        end = _parse_end(d.pop("end"))

        is_all_day = d.pop("is_all_day")

        participants = []
        _participants = d.pop("participants")
        for participants_item_data in _participants:
            participants_item = MeetingParticipantInput.from_dict(participants_item_data)

            participants.append(participants_item)

        def _parse_start(data: object) -> MeetingDate | MeetingDateTimeInput:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_meeting_time_input_type_0 = MeetingDate.from_dict(data)

                return componentsschemas_meeting_time_input_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_meeting_time_input_type_1 = MeetingDateTimeInput.from_dict(data)

            return componentsschemas_meeting_time_input_type_1

        start = _parse_start(d.pop("start"))

        title = d.pop("title")

        _linked_records = d.pop("linked_records", UNSET)
        linked_records: list[LinkedRecordInput] | Unset = UNSET
        if _linked_records is not UNSET:
            linked_records = []
            for linked_records_item_data in _linked_records:
                linked_records_item = LinkedRecordInput.from_dict(linked_records_item_data)

                linked_records.append(linked_records_item)

        meeting_create = cls(
            description=description,
            end=end,
            is_all_day=is_all_day,
            participants=participants,
            start=start,
            title=title,
            linked_records=linked_records,
        )

        meeting_create.additional_properties = d
        return meeting_create

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
