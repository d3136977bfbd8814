from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.actor_type import ActorType

T = TypeVar("T", bound="ActorReferenceDefaultValue")


@_attrs_define
class ActorReferenceDefaultValue:
    attribute_type: Literal["actor-reference"]
    referenced_actor_id: None | str
    referenced_actor_type: ActorType
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attribute_type = self.attribute_type

        referenced_actor_id: None | str
        referenced_actor_id = self.referenced_actor_id

        referenced_actor_type = self.referenced_actor_type.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attribute_type": attribute_type,
                "referenced_actor_id": referenced_actor_id,
                "referenced_actor_type": referenced_actor_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attribute_type = cast(Literal["actor-reference"], d.pop("attribute_type"))
        if attribute_type != "actor-reference":
            raise ValueError(f"attribute_type must match const 'actor-reference', got '{attribute_type}'")

        def _parse_referenced_actor_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        referenced_actor_id = _parse_referenced_actor_id(d.pop("referenced_actor_id"))

        referenced_actor_type = ActorType(d.pop("referenced_actor_type"))

        actor_reference_default_value = cls(
            attribute_type=attribute_type,
            referenced_actor_id=referenced_actor_id,
            referenced_actor_type=referenced_actor_type,
        )

        actor_reference_default_value.additional_properties = d
        return actor_reference_default_value

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
