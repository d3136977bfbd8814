from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.create_activity_record_response_data_values_value_item_interaction_interaction_type import (
    CreateActivityRecordResponseDataValuesValueItemInteractionInteractionType,
)

if TYPE_CHECKING:
    from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
        CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,
    )


T = TypeVar("T", bound="CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt")


@_attrs_define
class CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt:
    interacted_at: datetime.datetime
    interaction_type: CreateActivityRecordResponseDataValuesValueItemInteractionInteractionType
    owner_actor: CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        interacted_at = self.interacted_at.isoformat()

        interaction_type = self.interaction_type.value

        owner_actor = self.owner_actor.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "interacted_at": interacted_at,
                "interaction_type": interaction_type,
                "owner_actor": owner_actor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,  # noqa: PLC0415
        )

        d = dict(src_dict)
        interacted_at = datetime.datetime.fromisoformat(d.pop("interacted_at"))

        interaction_type = CreateActivityRecordResponseDataValuesValueItemInteractionInteractionType(
            d.pop("interaction_type")
        )

        owner_actor = CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor.from_dict(
            d.pop("owner_actor")
        )

        create_attribute_body_data_default_value_static_template_item_interacted_at = cls(
            interacted_at=interacted_at,
            interaction_type=interaction_type,
            owner_actor=owner_actor,
        )

        create_attribute_body_data_default_value_static_template_item_interacted_at.additional_properties = d
        return create_attribute_body_data_default_value_static_template_item_interacted_at

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
