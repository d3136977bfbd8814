from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_attribute_body_data_default_value_static_template_item_currency_value import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemCurrencyValue,
    )
    from ..models.create_attribute_body_data_default_value_static_template_item_first_name import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemFirstName,
    )
    from ..models.create_attribute_body_data_default_value_static_template_item_interacted_at import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt,
    )
    from ..models.create_attribute_body_data_default_value_static_template_item_latitude import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemLatitude,
    )
    from ..models.create_attribute_body_data_default_value_static_template_item_option import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemOption,
    )
    from ..models.create_attribute_body_data_default_value_static_template_item_original_phone_number import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemOriginalPhoneNumber,
    )
    from ..models.create_attribute_body_data_default_value_static_template_item_status import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemStatus,
    )
    from ..models.create_attribute_body_data_default_value_static_template_item_value import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemValue,
    )
    from ..models.create_attribute_body_data_default_value_static_template_item_value_boolean import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemValueBoolean,
    )
    from ..models.create_attribute_body_data_default_value_static_template_item_value_number import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemValueNumber,
    )
    from ..models.create_task_body_data_assignees_item_referenced_actor_id import (
        CreateTaskBodyDataAssigneesItemReferencedActorId,
    )
    from ..models.create_task_body_data_assignees_item_workspace_member_email_address import (
        CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress,
    )
    from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute,
    )
    from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_domain import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain,
    )
    from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_email_address import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress,
    )
    from ..models.create_task_body_data_linked_records_array_0_item_target_object import (
        CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject,
    )


T = TypeVar("T", bound="CreateAttributeBodyDataDefaultValueStatic")


@_attrs_define
class CreateAttributeBodyDataDefaultValueStatic:
    template: list[
        CreateAttributeBodyDataDefaultValueStaticTemplateItemCurrencyValue
        | CreateAttributeBodyDataDefaultValueStaticTemplateItemFirstName
        | CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt
        | CreateAttributeBodyDataDefaultValueStaticTemplateItemLatitude
        | CreateAttributeBodyDataDefaultValueStaticTemplateItemOption
        | CreateAttributeBodyDataDefaultValueStaticTemplateItemOriginalPhoneNumber
        | CreateAttributeBodyDataDefaultValueStaticTemplateItemStatus
        | CreateAttributeBodyDataDefaultValueStaticTemplateItemValue
        | CreateAttributeBodyDataDefaultValueStaticTemplateItemValueBoolean
        | CreateAttributeBodyDataDefaultValueStaticTemplateItemValueNumber
        | CreateTaskBodyDataAssigneesItemReferencedActorId
        | CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress
        | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute
        | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain
        | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress
        | CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject
    ]
    type_: Literal["static"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.create_attribute_body_data_default_value_static_template_item_currency_value import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemCurrencyValue,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_interacted_at import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_latitude import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemLatitude,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_option import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemOption,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_original_phone_number import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemOriginalPhoneNumber,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_status import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemStatus,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_value import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemValue,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_value_boolean import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemValueBoolean,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_value_number import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemValueNumber,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_assignees_item_referenced_actor_id import (
            CreateTaskBodyDataAssigneesItemReferencedActorId,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_assignees_item_workspace_member_email_address import (
            CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_domain import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_email_address import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_target_object import (
            CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject,  # noqa: PLC0415
        )

        template = []
        for template_item_data in self.template:
            template_item: dict[str, Any]
            if isinstance(template_item_data, CreateTaskBodyDataAssigneesItemReferencedActorId):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, CreateAttributeBodyDataDefaultValueStaticTemplateItemLatitude
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, CreateAttributeBodyDataDefaultValueStaticTemplateItemCurrencyValue
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, CreateAttributeBodyDataDefaultValueStaticTemplateItemOption):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, CreateAttributeBodyDataDefaultValueStaticTemplateItemOriginalPhoneNumber
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, CreateAttributeBodyDataDefaultValueStaticTemplateItemStatus):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, CreateAttributeBodyDataDefaultValueStaticTemplateItemValue):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, CreateAttributeBodyDataDefaultValueStaticTemplateItemValueBoolean
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data, CreateAttributeBodyDataDefaultValueStaticTemplateItemValueNumber
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data,
                CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain,
            ):
                template_item = template_item_data.to_dict()
            elif isinstance(
                template_item_data,
                CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress,
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
        from ..models.create_attribute_body_data_default_value_static_template_item_currency_value import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemCurrencyValue,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_first_name import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemFirstName,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_interacted_at import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_latitude import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemLatitude,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_option import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemOption,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_original_phone_number import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemOriginalPhoneNumber,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_status import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemStatus,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_value import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemValue,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_value_boolean import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemValueBoolean,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_default_value_static_template_item_value_number import (
            CreateAttributeBodyDataDefaultValueStaticTemplateItemValueNumber,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_assignees_item_referenced_actor_id import (
            CreateTaskBodyDataAssigneesItemReferencedActorId,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_assignees_item_workspace_member_email_address import (
            CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_domain import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_email_address import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_target_object import (
            CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject,  # noqa: PLC0415
        )

        d = dict(src_dict)
        template = []
        _template = d.pop("template")
        for template_item_data in _template:

            def _parse_template_item(
                data: object,
            ) -> (
                CreateAttributeBodyDataDefaultValueStaticTemplateItemCurrencyValue
                | CreateAttributeBodyDataDefaultValueStaticTemplateItemFirstName
                | CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt
                | CreateAttributeBodyDataDefaultValueStaticTemplateItemLatitude
                | CreateAttributeBodyDataDefaultValueStaticTemplateItemOption
                | CreateAttributeBodyDataDefaultValueStaticTemplateItemOriginalPhoneNumber
                | CreateAttributeBodyDataDefaultValueStaticTemplateItemStatus
                | CreateAttributeBodyDataDefaultValueStaticTemplateItemValue
                | CreateAttributeBodyDataDefaultValueStaticTemplateItemValueBoolean
                | CreateAttributeBodyDataDefaultValueStaticTemplateItemValueNumber
                | CreateTaskBodyDataAssigneesItemReferencedActorId
                | CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress
                | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute
                | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain
                | CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress
                | CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_0 = (
                        CreateTaskBodyDataAssigneesItemReferencedActorId.from_dict(data)
                    )

                    return (
                        componentsschemas_create_attribute_body_data_default_value_static_template_item_type_0
                    )
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_1 = (
                        CreateAttributeBodyDataDefaultValueStaticTemplateItemLatitude.from_dict(data)
                    )

                    return (
                        componentsschemas_create_attribute_body_data_default_value_static_template_item_type_1
                    )
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_2 = (
                        CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt.from_dict(data)
                    )

                    return (
                        componentsschemas_create_attribute_body_data_default_value_static_template_item_type_2
                    )
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_3 = (
                        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute.from_dict(data)
                    )

                    return (
                        componentsschemas_create_attribute_body_data_default_value_static_template_item_type_3
                    )
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_4 = (
                        CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject.from_dict(data)
                    )

                    return (
                        componentsschemas_create_attribute_body_data_default_value_static_template_item_type_4
                    )
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_5 = (
                        CreateAttributeBodyDataDefaultValueStaticTemplateItemCurrencyValue.from_dict(data)
                    )

                    return (
                        componentsschemas_create_attribute_body_data_default_value_static_template_item_type_5
                    )
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_6 = (
                        CreateAttributeBodyDataDefaultValueStaticTemplateItemOption.from_dict(data)
                    )

                    return (
                        componentsschemas_create_attribute_body_data_default_value_static_template_item_type_6
                    )
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_7 = (
                        CreateAttributeBodyDataDefaultValueStaticTemplateItemOriginalPhoneNumber.from_dict(
                            data
                        )
                    )

                    return (
                        componentsschemas_create_attribute_body_data_default_value_static_template_item_type_7
                    )
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_8 = (
                        CreateAttributeBodyDataDefaultValueStaticTemplateItemStatus.from_dict(data)
                    )

                    return (
                        componentsschemas_create_attribute_body_data_default_value_static_template_item_type_8
                    )
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_9 = (
                        CreateAttributeBodyDataDefaultValueStaticTemplateItemValue.from_dict(data)
                    )

                    return (
                        componentsschemas_create_attribute_body_data_default_value_static_template_item_type_9
                    )
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_10 = CreateAttributeBodyDataDefaultValueStaticTemplateItemValueBoolean.from_dict(
                        data
                    )

                    return componentsschemas_create_attribute_body_data_default_value_static_template_item_type_10
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_11 = CreateAttributeBodyDataDefaultValueStaticTemplateItemValueNumber.from_dict(
                        data
                    )

                    return componentsschemas_create_attribute_body_data_default_value_static_template_item_type_11
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_12 = CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress.from_dict(
                        data
                    )

                    return componentsschemas_create_attribute_body_data_default_value_static_template_item_type_12
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_13 = CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain.from_dict(
                        data
                    )

                    return componentsschemas_create_attribute_body_data_default_value_static_template_item_type_13
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_attribute_body_data_default_value_static_template_item_type_14 = CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress.from_dict(
                        data
                    )

                    return componentsschemas_create_attribute_body_data_default_value_static_template_item_type_14
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_create_attribute_body_data_default_value_static_template_item_type_15 = (
                    CreateAttributeBodyDataDefaultValueStaticTemplateItemFirstName.from_dict(data)
                )

                return componentsschemas_create_attribute_body_data_default_value_static_template_item_type_15

            template_item = _parse_template_item(template_item_data)

            template.append(template_item)

        type_ = cast(Literal["static"], d.pop("type"))
        if type_ != "static":
            raise ValueError(f"type must match const 'static', got '{type_}'")

        create_attribute_body_data_default_value_static = cls(
            template=template,
            type_=type_,
        )

        create_attribute_body_data_default_value_static.additional_properties = d
        return create_attribute_body_data_default_value_static

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
