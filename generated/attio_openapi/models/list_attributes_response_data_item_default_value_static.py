from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.list_attributes_response_data_item_default_value_static_template_item_actor_reference import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemActorReference,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_checkbox import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemCheckbox,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_currency import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemCurrency,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_date import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemDate,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_domain import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemDomain,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_email_address import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemEmailAddress,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_interaction import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemInteraction,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_location import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemLocation,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_number import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemNumber,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_personal_name import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemPersonalName,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_phone_number import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemPhoneNumber,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_rating import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemRating,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_record_reference import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemRecordReference,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_select import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelect,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_select_option_object import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_status import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatus,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_status_status_object import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatusStatusObject,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_text import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemText,
    )
    from ..models.list_attributes_response_data_item_default_value_static_template_item_timestamp import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemTimestamp,
    )
    from ..models.unknown_list_attributes_response_data_item_default_value_static_template_item import (
        UnknownListAttributesResponseDataItemDefaultValueStaticTemplateItem,
    )


T = TypeVar("T", bound="ListAttributesResponseDataItemDefaultValueStatic")


@_attrs_define
class ListAttributesResponseDataItemDefaultValueStatic:
    template: list[
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemActorReference
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemCheckbox
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemCurrency
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemDate
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemDomain
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemEmailAddress
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemInteraction
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemLocation
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemNumber
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemPersonalName
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemPhoneNumber
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemRating
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemRecordReference
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelect
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatus
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatusStatusObject
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemText
        | ListAttributesResponseDataItemDefaultValueStaticTemplateItemTimestamp
        | UnknownListAttributesResponseDataItemDefaultValueStaticTemplateItem
    ]
    type_: Literal["static"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_attributes_response_data_item_default_value_static_template_item_actor_reference import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemActorReference,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_checkbox import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemCheckbox,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_currency import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemCurrency,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_date import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemDate,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_domain import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemDomain,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_email_address import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemEmailAddress,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_interaction import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemInteraction,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_location import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemLocation,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_number import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemNumber,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_personal_name import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemPersonalName,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_phone_number import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemPhoneNumber,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_rating import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemRating,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_record_reference import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemRecordReference,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_select import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelect,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_select_option_object import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_status import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatus,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_status_status_object import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatusStatusObject,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_text import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemText,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_timestamp import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemTimestamp,  # noqa: PLC0415
        )

        template = []
        for template_item_data in self.template:
            template_item: dict[str, Any]
            if isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemLocation
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemEmailAddress
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemInteraction
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemPersonalName
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemPhoneNumber
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemActorReference
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemDomain
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data,
                ListAttributesResponseDataItemDefaultValueStaticTemplateItemRecordReference,
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemCheckbox
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemCurrency
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemDate
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemNumber
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemRating
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelect
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data,
                ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject,
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatus
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data,
                ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatusStatusObject,
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemText
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, ListAttributesResponseDataItemDefaultValueStaticTemplateItemTimestamp
            ):
                template_item = template_item_data.to_dict()
            else:
                template_item = template_item_data.to_dict()

            template.append(template_item)

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "template": template,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_attributes_response_data_item_default_value_static_template_item_actor_reference import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemActorReference,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_checkbox import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemCheckbox,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_currency import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemCurrency,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_date import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemDate,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_domain import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemDomain,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_email_address import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemEmailAddress,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_interaction import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemInteraction,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_location import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemLocation,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_number import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemNumber,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_personal_name import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemPersonalName,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_phone_number import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemPhoneNumber,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_rating import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemRating,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_record_reference import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemRecordReference,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_select import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelect,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_select_option_object import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_status import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatus,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_status_status_object import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatusStatusObject,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_text import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemText,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static_template_item_timestamp import (
            ListAttributesResponseDataItemDefaultValueStaticTemplateItemTimestamp,  # noqa: PLC0415
        )
        from ..models.unknown_list_attributes_response_data_item_default_value_static_template_item import (
            UnknownListAttributesResponseDataItemDefaultValueStaticTemplateItem,  # noqa: PLC0415
        )

        d = dict(src_dict)
        template = []
        _template = d.pop("template")
        for template_item_data in _template:

            def _parse_template_item(
                data: object,
            ) -> (
                ListAttributesResponseDataItemDefaultValueStaticTemplateItemActorReference
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemCheckbox
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemCurrency
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemDate
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemDomain
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemEmailAddress
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemInteraction
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemLocation
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemNumber
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemPersonalName
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemPhoneNumber
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemRating
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemRecordReference
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelect
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatus
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatusStatusObject
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemText
                | ListAttributesResponseDataItemDefaultValueStaticTemplateItemTimestamp
                | UnknownListAttributesResponseDataItemDefaultValueStaticTemplateItem
            ):
                if isinstance(data, dict):
                    tag = data.get("attribute_type")
                    if tag == "location":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemLocation.from_dict(
                            data
                        )
                    if tag == "email-address":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemEmailAddress.from_dict(
                            data
                        )
                    if tag == "interaction":
                        return (
                            ListAttributesResponseDataItemDefaultValueStaticTemplateItemInteraction.from_dict(
                                data
                            )
                        )
                    if tag == "personal-name":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemPersonalName.from_dict(
                            data
                        )
                    if tag == "phone-number":
                        return (
                            ListAttributesResponseDataItemDefaultValueStaticTemplateItemPhoneNumber.from_dict(
                                data
                            )
                        )
                    if tag == "actor-reference":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemActorReference.from_dict(
                            data
                        )
                    if tag == "domain":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemDomain.from_dict(
                            data
                        )
                    if tag == "record-reference":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemRecordReference.from_dict(
                            data
                        )
                    if tag == "checkbox":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemCheckbox.from_dict(
                            data
                        )
                    if tag == "currency":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemCurrency.from_dict(
                            data
                        )
                    if tag == "date":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemDate.from_dict(
                            data
                        )
                    if tag == "number":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemNumber.from_dict(
                            data
                        )
                    if tag == "rating":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemRating.from_dict(
                            data
                        )
                    if tag == "select":
                        try:
                            return (
                                ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelect.from_dict(
                                    data
                                )
                            )
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject.from_dict(
                            data
                        )
                    if tag == "status":
                        try:
                            return (
                                ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatus.from_dict(
                                    data
                                )
                            )
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatusStatusObject.from_dict(
                            data
                        )
                    if tag == "text":
                        return ListAttributesResponseDataItemDefaultValueStaticTemplateItemText.from_dict(
                            data
                        )
                    if tag == "timestamp":
                        return (
                            ListAttributesResponseDataItemDefaultValueStaticTemplateItemTimestamp.from_dict(
                                data
                            )
                        )
                    return UnknownListAttributesResponseDataItemDefaultValueStaticTemplateItem.from_dict(data)
                raise TypeError(f"expected an object, got {type(data).__name__}")

            template_item = _parse_template_item(template_item_data)

            template.append(template_item)

        type_ = cast(Literal["static"], d.pop("type"))
        if type_ != "static":
            raise ValueError(f"type must match const 'static', got '{type_}'")

        list_attributes_response_data_item_default_value_static = cls(
            template=template,
            type_=type_,
        )

        list_attributes_response_data_item_default_value_static.additional_properties = d
        return list_attributes_response_data_item_default_value_static

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
