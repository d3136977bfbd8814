from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MemberMatchById")


@_attrs_define
class MemberMatchById:
    referenced_actor_id: str
    referenced_actor_type: Literal["workspace-member"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        referenced_actor_id = self.referenced_actor_id

        referenced_actor_type = self.referenced_actor_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "referenced_actor_id": referenced_actor_id,
                "referenced_actor_type": referenced_actor_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        referenced_actor_id = d.pop("referenced_actor_id")

        referenced_actor_type = cast(Literal["workspace-member"], d.pop("referenced_actor_type"))
        if referenced_actor_type != "workspace-member":
            raise ValueError(
                f"referenced_actor_type must match const 'workspace-member', got '{referenced_actor_type}'"
            )

        member_match_by_id = cls(
            referenced_actor_id=referenced_actor_id,
            referenced_actor_type=referenced_actor_type,
        )

        member_match_by_id.additional_properties = d
        return member_match_by_id

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
