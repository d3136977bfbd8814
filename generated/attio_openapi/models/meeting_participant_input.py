from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.organizer_flag import OrganizerFlag
from ..models.participant_status import ParticipantStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="MeetingParticipantInput")


@_attrs_define
class MeetingParticipantInput:
    is_organizer: bool | OrganizerFlag
    status: ParticipantStatus
    email_address: str | Unset = UNSET
    name: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_organizer: bool | str
        if isinstance(self.is_organizer, OrganizerFlag):
            is_organizer = self.is_organizer.value
        else:
            is_organizer = self.is_organizer

        status = self.status.value

        email_address = self.email_address

        name = self.name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_organizer": is_organizer,
                "status": status,
            }
        )
        if email_address is not UNSET:
            field_dict["email_address"] = email_address
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_is_organizer(data: object) -> bool | OrganizerFlag:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                is_organizer_type_1 = OrganizerFlag(data)

                return is_organizer_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(bool | OrganizerFlag, data)

        is_organizer = _parse_is_organizer(d.pop("is_organizer"))

        status = ParticipantStatus(d.pop("status"))

        email_address = d.pop("email_address", UNSET)

        name = d.pop("name", UNSET)

        meeting_participant_input = cls(
            is_organizer=is_organizer,
            status=status,
            email_address=email_address,
            name=name,
        )

        meeting_participant_input.additional_properties = d
        return meeting_participant_input

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
