from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_country_code import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemCountryCode,
    )
    from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_domain import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain,
    )
    from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_email_address import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress,
    )
    from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_value import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValue,
    )
    from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_value_number import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValueNumber,
    )


T = TypeVar("T", bound="CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute")


@_attrs_define
class CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute:
    slug_or_id_of_matching_attribute: list[
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemCountryCode
        | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain
        | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress
        | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValue
        | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValueNumber
    ]
    target_object: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_country_code import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemCountryCode,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_domain import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_email_address import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_value import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValue,  # noqa: PLC0415
        )

        slug_or_id_of_matching_attribute = []
        for slug_or_id_of_matching_attribute_item_data in self.slug_or_id_of_matching_attribute:
            slug_or_id_of_matching_attribute_item: dict[str, Any]
            if isinstance(
                slug_or_id_of_matching_attribute_item_data,
                CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemCountryCode,
            ):
                slug_or_id_of_matching_attribute_item = slug_or_id_of_matching_attribute_item_data.to_dict()
            elif isinstance(
                slug_or_id_of_matching_attribute_item_data,
                CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain,
            ):
                slug_or_id_of_matching_attribute_item = slug_or_id_of_matching_attribute_item_data.to_dict()
            elif isinstance(
                slug_or_id_of_matching_attribute_item_data,
                CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress,
            ):
                slug_or_id_of_matching_attribute_item = slug_or_id_of_matching_attribute_item_data.to_dict()
            elif isinstance(
                slug_or_id_of_matching_attribute_item_data,
                CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValue,
            ):
                slug_or_id_of_matching_attribute_item = slug_or_id_of_matching_attribute_item_data.to_dict()
            else:
                slug_or_id_of_matching_attribute_item = slug_or_id_of_matching_attribute_item_data.to_dict()

            slug_or_id_of_matching_attribute.append(slug_or_id_of_matching_attribute_item)

        target_object = self.target_object

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "[slug_or_id_of_matching_attribute]": slug_or_id_of_matching_attribute,
                "target_object": target_object,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_country_code import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemCountryCode,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_domain import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_email_address import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_value import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValue,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_value_number import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValueNumber,  # noqa: PLC0415
        )

        d = dict(src_dict)
        slug_or_id_of_matching_attribute = []
        _slug_or_id_of_matching_attribute = d.pop("[slug_or_id_of_matching_attribute]")
        for slug_or_id_of_matching_attribute_item_data in _slug_or_id_of_matching_attribute:

            def _parse_slug_or_id_of_matching_attribute_item(
                data: object,
            ) -> (
                CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemCountryCode
                | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain
                | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress
                | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValue
                | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValueNumber
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_type_0 = CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemCountryCode.from_dict(
                        data
                    )

                    return componentsschemas_create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_type_1 = CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain.from_dict(
                        data
                    )

                    return componentsschemas_create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_type_2 = CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress.from_dict(
                        data
                    )

                    return componentsschemas_create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_type_3 = CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValue.from_dict(
                        data
                    )

                    return componentsschemas_create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_type_3
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_type_4 = CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValueNumber.from_dict(
                    data
                )

                return componentsschemas_create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_type_4

            slug_or_id_of_matching_attribute_item = _parse_slug_or_id_of_matching_attribute_item(
                slug_or_id_of_matching_attribute_item_data
            )

            slug_or_id_of_matching_attribute.append(slug_or_id_of_matching_attribute_item)

        target_object = d.pop("target_object")

        create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute = cls(
            slug_or_id_of_matching_attribute=slug_or_id_of_matching_attribute,
            target_object=target_object,
        )

        create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute.additional_properties = d
        return create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute

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
