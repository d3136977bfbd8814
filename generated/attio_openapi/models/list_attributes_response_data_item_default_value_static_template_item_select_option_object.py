from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_activity_record_response_data_values_value_item_select_option import (
        CreateActivityRecordResponseDataValuesValueItemSelectOption,
    )


T = TypeVar("T", bound="ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject")


@_attrs_define
class ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject:
    attribute_type: Literal["select"]
    option: CreateActivityRecordResponseDataValuesValueItemSelectOption
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attribute_type = self.attribute_type

        option = self.option.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attribute_type": attribute_type,
                "option": option,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_activity_record_response_data_values_value_item_select_option import (
            CreateActivityRecordResponseDataValuesValueItemSelectOption,  # noqa: PLC0415
        )

        d = dict(src_dict)
        attribute_type = cast(Literal["select"], d.pop("attribute_type"))
        if attribute_type != "select":
            raise ValueError(f"attribute_type must match const 'select', got '{attribute_type}'")

        option = CreateActivityRecordResponseDataValuesValueItemSelectOption.from_dict(d.pop("option"))

        list_attributes_response_data_item_default_value_static_template_item_select_option_object = cls(
            attribute_type=attribute_type,
            option=option,
        )

        list_attributes_response_data_item_default_value_static_template_item_select_option_object.additional_properties = d
        return list_attributes_response_data_item_default_value_static_template_item_select_option_object

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
