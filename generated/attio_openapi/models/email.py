from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.email_direction import EmailDirection

if TYPE_CHECKING:
    from ..models.email_ids import EmailIds
    from ..models.email_participant import EmailParticipant
    from ..models.linked_record import LinkedRecord


T = TypeVar("T", bound="Email")


@_attrs_define
class Email:
    direction: EmailDirection
    id: EmailIds
    linked_records: list[LinkedRecord]
    participants: list[EmailParticipant]
    sent_at: str
    subject_line: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        direction = self.direction.value

        id = self.id.to_dict()

        linked_records = []
        for linked_records_item_data in self.linked_records:
            linked_records_item = linked_records_item_data.to_dict()
            linked_records.append(linked_records_item)

        participants = []
        for participants_item_data in self.participants:
            participants_item = participants_item_data.to_dict()
            participants.append(participants_item)

        sent_at = self.sent_at

        subject_line: None | str
        subject_line = self.subject_line

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "direction": direction,
                "id": id,
                "linked_records": linked_records,
                "participants": participants,
                "sent_at": sent_at,
                "subject_line": subject_line,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.email_ids import EmailIds  # noqa: PLC0415
        from ..models.email_participant import EmailParticipant  # noqa: PLC0415
        from ..models.linked_record import LinkedRecord  # noqa: PLC0415

        d = dict(src_dict)
        direction = EmailDirection(d.pop("direction"))

        id = EmailIds.from_dict(d.pop("id"))

        linked_records = []
        _linked_records = d.pop("linked_records")
        for linked_records_item_data in _linked_records:
            linked_records_item = LinkedRecord.from_dict(linked_records_item_data)

            linked_records.append(linked_records_item)

        participants = []
        _participants = d.pop("participants")
        for participants_item_data in _participants:
            participants_item = EmailParticipant.from_dict(participants_item_data)

            participants.append(participants_item)

        sent_at = d.pop("sent_at")

        def _parse_subject_line(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        subject_line = _parse_subject_line(d.pop("subject_line"))

        email = cls(
            direction=direction,
            id=id,
            linked_records=linked_records,
            participants=participants,
            sent_at=sent_at,
            subject_line=subject_line,
        )

        email.additional_properties = d
        return email

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
