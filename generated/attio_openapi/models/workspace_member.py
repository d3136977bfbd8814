from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.member_role import MemberRole

if TYPE_CHECKING:
    from ..models.member_ids import MemberIds


T = TypeVar("T", bound="WorkspaceMember")


@_attrs_define
class WorkspaceMember:
    access_level: MemberRole
    avatar_url: None | str
    created_at: str
    email_address: str
    first_name: str
    id: MemberIds
    last_name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_level = self.access_level.value

        avatar_url: None | str
        avatar_url = self.avatar_url

        created_at = self.created_at

        email_address = self.email_address

        first_name = self.first_name

        id = self.id.to_dict()

        last_name = self.last_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "access_level": access_level,
                "avatar_url": avatar_url,
                "created_at": created_at,
                "email_address": email_address,
                "first_name": first_name,
                "id": id,
                "last_name": last_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.member_ids import MemberIds  # noqa: PLC0415

        d = dict(src_dict)
        access_level = MemberRole(d.pop("access_level"))

        def _parse_avatar_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        avatar_url = _parse_avatar_url(d.pop("avatar_url"))

        created_at = d.pop("created_at")

        email_address = d.pop("email_address")

        first_name = d.pop("first_name")

        id = MemberIds.from_dict(d.pop("id"))

        last_name = d.pop("last_name")

        workspace_member = cls(
            access_level=access_level,
            avatar_url=avatar_url,
            created_at=created_at,
            email_address=email_address,
            first_name=first_name,
            id=id,
            last_name=last_name,
        )

        workspace_member.additional_properties = d
        return workspace_member

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
