from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_activity_record_response_data_values_value_item_actor_reference import (
        CreateActivityRecordResponseDataValuesValueItemActorReference,
    )
    from ..models.create_activity_record_response_data_values_value_item_checkbox import (
        CreateActivityRecordResponseDataValuesValueItemCheckbox,
    )
    from ..models.create_activity_record_response_data_values_value_item_currency import (
        CreateActivityRecordResponseDataValuesValueItemCurrency,
    )
    from ..models.create_activity_record_response_data_values_value_item_date import (
        CreateActivityRecordResponseDataValuesValueItemDate,
    )
    from ..models.create_activity_record_response_data_values_value_item_domain import (
        CreateActivityRecordResponseDataValuesValueItemDomain,
    )
    from ..models.create_activity_record_response_data_values_value_item_email_address import (
        CreateActivityRecordResponseDataValuesValueItemEmailAddress,
    )
    from ..models.create_activity_record_response_data_values_value_item_interaction import (
        CreateActivityRecordResponseDataValuesValueItemInteraction,
    )
    from ..models.create_activity_record_response_data_values_value_item_location import (
        CreateActivityRecordResponseDataValuesValueItemLocation,
    )
    from ..models.create_activity_record_response_data_values_value_item_number import (
        CreateActivityRecordResponseDataValuesValueItemNumber,
    )
    from ..models.create_activity_record_response_data_values_value_item_personal_name import (
        CreateActivityRecordResponseDataValuesValueItemPersonalName,
    )
    from ..models.create_activity_record_response_data_values_value_item_phone_number import (
        CreateActivityRecordResponseDataValuesValueItemPhoneNumber,
    )
    from ..models.create_activity_record_response_data_values_value_item_rating import (
        CreateActivityRecordResponseDataValuesValueItemRating,
    )
    from ..models.create_activity_record_response_data_values_value_item_record_reference import (
        CreateActivityRecordResponseDataValuesValueItemRecordReference,
    )
    from ..models.create_activity_record_response_data_values_value_item_select import (
        CreateActivityRecordResponseDataValuesValueItemSelect,
    )
    from ..models.create_activity_record_response_data_values_value_item_status import (
        CreateActivityRecordResponseDataValuesValueItemStatus,
    )
    from ..models.create_activity_record_response_data_values_value_item_text import (
        CreateActivityRecordResponseDataValuesValueItemText,
    )
    from ..models.create_activity_record_response_data_values_value_item_timestamp import (
        CreateActivityRecordResponseDataValuesValueItemTimestamp,
    )
    from ..models.unknown_create_activity_record_response_data_values_value_item import (
        UnknownCreateActivityRecordResponseDataValuesValueItem,
    )


T = TypeVar("T", bound="CreateActivityRecordResponseDataValues")


@_attrs_define
class CreateActivityRecordResponseDataValues:
    additional_properties: dict[
        str,
        list[
            CreateActivityRecordResponseDataValuesValueItemActorReference
            | CreateActivityRecordResponseDataValuesValueItemCheckbox
            | CreateActivityRecordResponseDataValuesValueItemCurrency
            | CreateActivityRecordResponseDataValuesValueItemDate
            | CreateActivityRecordResponseDataValuesValueItemDomain
            | CreateActivityRecordResponseDataValuesValueItemEmailAddress
            | CreateActivityRecordResponseDataValuesValueItemInteraction
            | CreateActivityRecordResponseDataValuesValueItemLocation
            | CreateActivityRecordResponseDataValuesValueItemNumber
            | CreateActivityRecordResponseDataValuesValueItemPersonalName
            | CreateActivityRecordResponseDataValuesValueItemPhoneNumber
            | CreateActivityRecordResponseDataValuesValueItemRating
            | CreateActivityRecordResponseDataValuesValueItemRecordReference
            | CreateActivityRecordResponseDataValuesValueItemSelect
            | CreateActivityRecordResponseDataValuesValueItemStatus
            | CreateActivityRecordResponseDataValuesValueItemText
            | CreateActivityRecordResponseDataValuesValueItemTimestamp
            | UnknownCreateActivityRecordResponseDataValuesValueItem
        ],
    ] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.create_activity_record_response_data_values_value_item_actor_reference import (
            CreateActivityRecordResponseDataValuesValueItemActorReference,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_checkbox import (
            CreateActivityRecordResponseDataValuesValueItemCheckbox,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_currency import (
            CreateActivityRecordResponseDataValuesValueItemCurrency,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_date import (
            CreateActivityRecordResponseDataValuesValueItemDate,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_domain import (
            CreateActivityRecordResponseDataValuesValueItemDomain,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_email_address import (
            CreateActivityRecordResponseDataValuesValueItemEmailAddress,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_interaction import (
            CreateActivityRecordResponseDataValuesValueItemInteraction,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_location import (
            CreateActivityRecordResponseDataValuesValueItemLocation,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_number import (
            CreateActivityRecordResponseDataValuesValueItemNumber,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_personal_name import (
            CreateActivityRecordResponseDataValuesValueItemPersonalName,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_phone_number import (
            CreateActivityRecordResponseDataValuesValueItemPhoneNumber,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_rating import (
            CreateActivityRecordResponseDataValuesValueItemRating,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_record_reference import (
            CreateActivityRecordResponseDataValuesValueItemRecordReference,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_select import (
            CreateActivityRecordResponseDataValuesValueItemSelect,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_status import (
            CreateActivityRecordResponseDataValuesValueItemStatus,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_text import (
            CreateActivityRecordResponseDataValuesValueItemText,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_timestamp import (
            CreateActivityRecordResponseDataValuesValueItemTimestamp,  # noqa: PLC0415
        )

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = []
            for additional_property_item_data in prop:
                additional_property_item: dict[str, Any]
                if isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemLocation
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemEmailAddress
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemInteraction
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemPersonalName
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemPhoneNumber
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data,
                    CreateActivityRecordResponseDataValuesValueItemActorReference,
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemDomain
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data,
                    CreateActivityRecordResponseDataValuesValueItemRecordReference,
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemCheckbox
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemCurrency
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemDate
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemNumber
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemRating
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemSelect
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemStatus
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemText
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                elif isinstance(
                    additional_property_item_data, CreateActivityRecordResponseDataValuesValueItemTimestamp
                ):
                    additional_property_item = additional_property_item_data.to_dict()
                else:
                    additional_property_item = additional_property_item_data.to_dict()

                field_dict[prop_name].append(additional_property_item)

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_activity_record_response_data_values_value_item_actor_reference import (
            CreateActivityRecordResponseDataValuesValueItemActorReference,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_checkbox import (
            CreateActivityRecordResponseDataValuesValueItemCheckbox,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_currency import (
            CreateActivityRecordResponseDataValuesValueItemCurrency,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_date import (
            CreateActivityRecordResponseDataValuesValueItemDate,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_domain import (
            CreateActivityRecordResponseDataValuesValueItemDomain,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_email_address import (
            CreateActivityRecordResponseDataValuesValueItemEmailAddress,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_interaction import (
            CreateActivityRecordResponseDataValuesValueItemInteraction,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_location import (
            CreateActivityRecordResponseDataValuesValueItemLocation,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_number import (
            CreateActivityRecordResponseDataValuesValueItemNumber,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_personal_name import (
            CreateActivityRecordResponseDataValuesValueItemPersonalName,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_phone_number import (
            CreateActivityRecordResponseDataValuesValueItemPhoneNumber,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_rating import (
            CreateActivityRecordResponseDataValuesValueItemRating,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_record_reference import (
            CreateActivityRecordResponseDataValuesValueItemRecordReference,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_select import (
            CreateActivityRecordResponseDataValuesValueItemSelect,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_status import (
            CreateActivityRecordResponseDataValuesValueItemStatus,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_text import (
            CreateActivityRecordResponseDataValuesValueItemText,  # noqa: PLC0415
        )
        from ..models.create_activity_record_response_data_values_value_item_timestamp import (
            CreateActivityRecordResponseDataValuesValueItemTimestamp,  # noqa: PLC0415
        )
        from ..models.unknown_create_activity_record_response_data_values_value_item import (
            UnknownCreateActivityRecordResponseDataValuesValueItem,  # noqa: PLC0415
        )

        d = dict(src_dict)
        create_activity_record_response_data_values = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = []
            _additional_property = prop_dict
            for additional_property_item_data in _additional_property:

                def _parse_additional_property_item(
                    data: object,
                ) -> (
                    CreateActivityRecordResponseDataValuesValueItemActorReference
                    | CreateActivityRecordResponseDataValuesValueItemCheckbox
                    | CreateActivityRecordResponseDataValuesValueItemCurrency
                    | CreateActivityRecordResponseDataValuesValueItemDate
                    | CreateActivityRecordResponseDataValuesValueItemDomain
                    | CreateActivityRecordResponseDataValuesValueItemEmailAddress
                    | CreateActivityRecordResponseDataValuesValueItemInteraction
                    | CreateActivityRecordResponseDataValuesValueItemLocation
                    | CreateActivityRecordResponseDataValuesValueItemNumber
                    | CreateActivityRecordResponseDataValuesValueItemPersonalName
                    | CreateActivityRecordResponseDataValuesValueItemPhoneNumber
                    | CreateActivityRecordResponseDataValuesValueItemRating
                    | CreateActivityRecordResponseDataValuesValueItemRecordReference
                    | CreateActivityRecordResponseDataValuesValueItemSelect
                    | CreateActivityRecordResponseDataValuesValueItemStatus
                    | CreateActivityRecordResponseDataValuesValueItemText
                    | CreateActivityRecordResponseDataValuesValueItemTimestamp
                    | UnknownCreateActivityRecordResponseDataValuesValueItem
                ):
                    if isinstance(data, dict):
                        tag = data.get("attribute_type")
                        if tag == "location":
                            return CreateActivityRecordResponseDataValuesValueItemLocation.from_dict(data)
                        if tag == "email-address":
                            return CreateActivityRecordResponseDataValuesValueItemEmailAddress.from_dict(data)
                        if tag == "interaction":
                            return CreateActivityRecordResponseDataValuesValueItemInteraction.from_dict(data)
                        if tag == "personal-name":
                            return CreateActivityRecordResponseDataValuesValueItemPersonalName.from_dict(data)
                        if tag == "phone-number":
                            return CreateActivityRecordResponseDataValuesValueItemPhoneNumber.from_dict(data)
                        if tag == "actor-reference":
                            return CreateActivityRecordResponseDataValuesValueItemActorReference.from_dict(
                                data
                            )
                        if tag == "domain":
                            return CreateActivityRecordResponseDataValuesValueItemDomain.from_dict(data)
                        if tag == "record-reference":
                            return CreateActivityRecordResponseDataValuesValueItemRecordReference.from_dict(
                                data
                            )
                        if tag == "checkbox":
                            return CreateActivityRecordResponseDataValuesValueItemCheckbox.from_dict(data)
                        if tag == "currency":
                            return CreateActivityRecordResponseDataValuesValueItemCurrency.from_dict(data)
                        if tag == "date":
                            return CreateActivityRecordResponseDataValuesValueItemDate.from_dict(data)
                        if tag == "number":
                            return CreateActivityRecordResponseDataValuesValueItemNumber.from_dict(data)
                        if tag == "rating":
                            return CreateActivityRecordResponseDataValuesValueItemRating.from_dict(data)
                        if tag == "select":
                            return CreateActivityRecordResponseDataValuesValueItemSelect.from_dict(data)
                        if tag == "status":
                            return CreateActivityRecordResponseDataValuesValueItemStatus.from_dict(data)
                        if tag == "text":
                            return CreateActivityRecordResponseDataValuesValueItemText.from_dict(data)
                        if tag == "timestamp":
                            return CreateActivityRecordResponseDataValuesValueItemTimestamp.from_dict(data)
                        return UnknownCreateActivityRecordResponseDataValuesValueItem.from_dict(data)
                    raise TypeError(f"expected an object, got {type(data).__name__}")

                additional_property_item = _parse_additional_property_item(additional_property_item_data)

                additional_property.append(additional_property_item)

            additional_properties[prop_name] = additional_property

        create_activity_record_response_data_values.additional_properties = additional_properties
        return create_activity_record_response_data_values

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(
        self, key: str
    ) -> list[
        CreateActivityRecordResponseDataValuesValueItemActorReference
        | CreateActivityRecordResponseDataValuesValueItemCheckbox
        | CreateActivityRecordResponseDataValuesValueItemCurrency
        | CreateActivityRecordResponseDataValuesValueItemDate
        | CreateActivityRecordResponseDataValuesValueItemDomain
        | CreateActivityRecordResponseDataValuesValueItemEmailAddress
        | CreateActivityRecordResponseDataValuesValueItemInteraction
        | CreateActivityRecordResponseDataValuesValueItemLocation
        | CreateActivityRecordResponseDataValuesValueItemNumber
        | CreateActivityRecordResponseDataValuesValueItemPersonalName
        | CreateActivityRecordResponseDataValuesValueItemPhoneNumber
        | CreateActivityRecordResponseDataValuesValueItemRating
        | CreateActivityRecordResponseDataValuesValueItemRecordReference
        | CreateActivityRecordResponseDataValuesValueItemSelect
        | CreateActivityRecordResponseDataValuesValueItemStatus
        | CreateActivityRecordResponseDataValuesValueItemText
        | CreateActivityRecordResponseDataValuesValueItemTimestamp
        | UnknownCreateActivityRecordResponseDataValuesValueItem
    ]:
        return self.additional_properties[key]

    def __setitem__(
        self,
        key: str,
        value: list[
            CreateActivityRecordResponseDataValuesValueItemActorReference
            | CreateActivityRecordResponseDataValuesValueItemCheckbox
            | CreateActivityRecordResponseDataValuesValueItemCurrency
            | CreateActivityRecordResponseDataValuesValueItemDate
            | CreateActivityRecordResponseDataValuesValueItemDomain
            | CreateActivityRecordResponseDataValuesValueItemEmailAddress
            | CreateActivityRecordResponseDataValuesValueItemInteraction
            | CreateActivityRecordResponseDataValuesValueItemLocation
            | CreateActivityRecordResponseDataValuesValueItemNumber
            | CreateActivityRecordResponseDataValuesValueItemPersonalName
            | CreateActivityRecordResponseDataValuesValueItemPhoneNumber
            | CreateActivityRecordResponseDataValuesValueItemRating
            | CreateActivityRecordResponseDataValuesValueItemRecordReference
            | CreateActivityRecordResponseDataValuesValueItemSelect
            | CreateActivityRecordResponseDataValuesValueItemStatus
            | CreateActivityRecordResponseDataValuesValueItemText
            | CreateActivityRecordResponseDataValuesValueItemTimestamp
            | UnknownCreateActivityRecordResponseDataValuesValueItem
        ],
    ) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
