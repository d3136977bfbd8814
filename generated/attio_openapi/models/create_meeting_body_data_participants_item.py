from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.list_meetings_response_data_item_participants_item_status import (
    ListMeetingsResponseDataItemParticipantsItemStatus,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateMeetingBodyDataParticipantsItem")


@_attrs_define
class CreateMeetingBodyDataParticipantsItem:
    is_organizer: bool | Literal["false"] | Literal["true"]
    status: ListMeetingsResponseDataItemParticipantsItemStatus
    email_address: str | Unset = UNSET
    name: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_organizer: bool | Literal["false"] | Literal["true"]
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

        def _parse_is_organizer(data: object) -> bool | Literal["false"] | Literal["true"]:
            is_organizer_type_1 = cast(Literal["false"], data)
            if is_organizer_type_1 != "false":
                raise ValueError(f"is_organizer_type_1 must match const 'false', got '{is_organizer_type_1}'")
            return is_organizer_type_1
            is_organizer_type_2 = cast(Literal["true"], data)
            if is_organizer_type_2 != "true":
                raise ValueError(f"is_organizer_type_2 must match const 'true', got '{is_organizer_type_2}'")
            return is_organizer_type_2
            return cast(bool | Literal["false"] | Literal["true"], data)

        is_organizer = _parse_is_organizer(d.pop("is_organizer"))

        status = ListMeetingsResponseDataItemParticipantsItemStatus(d.pop("status"))

        email_address = d.pop("email_address", UNSET)

        name = d.pop("name", UNSET)

        create_meeting_body_data_participants_item = cls(
            is_organizer=is_organizer,
            status=status,
            email_address=email_address,
            name=name,
        )

        create_meeting_body_data_participants_item.additional_properties = d
        return create_meeting_body_data_participants_item

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
