from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.list_attributes_response_data_item_type import ListAttributesResponseDataItemType

if TYPE_CHECKING:
    from ..models.list_attributes_response_data_item_config import ListAttributesResponseDataItemConfig
    from ..models.list_attributes_response_data_item_default_value_dynamic import (
        ListAttributesResponseDataItemDefaultValueDynamic,
    )
    from ..models.list_attributes_response_data_item_default_value_static import (
        ListAttributesResponseDataItemDefaultValueStatic,
    )
    from ..models.list_attributes_response_data_item_ids import ListAttributesResponseDataItemIds
    from ..models.list_attributes_response_data_item_relationship import (
        ListAttributesResponseDataItemRelationship,
    )
    from ..models.unknown_list_attributes_response_data_item_default_value import (
        UnknownListAttributesResponseDataItemDefaultValue,
    )


T = TypeVar("T", bound="ListAttributesResponseDataItem")


@_attrs_define
class ListAttributesResponseDataItem:
    api_slug: str
    config: ListAttributesResponseDataItemConfig
    created_at: str
    default_value: (
        ListAttributesResponseDataItemDefaultValueDynamic
        | ListAttributesResponseDataItemDefaultValueStatic
        | None
        | UnknownListAttributesResponseDataItemDefaultValue
    )
    description: None | str
    id: ListAttributesResponseDataItemIds
    is_archived: bool
    is_default_value_enabled: bool
    is_multiselect: bool
    is_required: bool
    is_system_attribute: bool
    is_unique: bool
    is_writable: bool
    relationship: ListAttributesResponseDataItemRelationship | None
    title: str
    type_: ListAttributesResponseDataItemType
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_attributes_response_data_item_default_value_dynamic import (
            ListAttributesResponseDataItemDefaultValueDynamic,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static import (
            ListAttributesResponseDataItemDefaultValueStatic,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_relationship import (
            ListAttributesResponseDataItemRelationship,  # noqa: PLC0415
        )
        from ..models.unknown_list_attributes_response_data_item_default_value import (
            UnknownListAttributesResponseDataItemDefaultValue,  # noqa: PLC0415
        )

        api_slug = self.api_slug

        config = self.config.to_dict()

        created_at = self.created_at

        default_value: dict[str, Any] | None
        if isinstance(self.default_value, ListAttributesResponseDataItemDefaultValueDynamic):
            default_value = self.default_value.to_dict()
        elif isinstance(self.default_value, ListAttributesResponseDataItemDefaultValueStatic):
            default_value = self.default_value.to_dict()
        elif isinstance(self.default_value, UnknownListAttributesResponseDataItemDefaultValue):
            default_value = self.default_value.to_dict()
        else:
            default_value = self.default_value

        description: None | str
        description = self.description

        id = self.id.to_dict()

        is_archived = self.is_archived

        is_default_value_enabled = self.is_default_value_enabled

        is_multiselect = self.is_multiselect

        is_required = self.is_required

        is_system_attribute = self.is_system_attribute

        is_unique = self.is_unique

        is_writable = self.is_writable

        relationship: dict[str, Any] | None
        if isinstance(self.relationship, ListAttributesResponseDataItemRelationship):
            relationship = self.relationship.to_dict()
        else:
            relationship = self.relationship

        title = self.title

        type_ = self.type_.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "api_slug": api_slug,
                "config": config,
                "created_at": created_at,
                "default_value": default_value,
                "description": description,
                "id": id,
                "is_archived": is_archived,
                "is_default_value_enabled": is_default_value_enabled,
                "is_multiselect": is_multiselect,
                "is_required": is_required,
                "is_system_attribute": is_system_attribute,
                "is_unique": is_unique,
                "is_writable": is_writable,
                "relationship": relationship,
                "title": title,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_attributes_response_data_item_config import ListAttributesResponseDataItemConfig  # noqa: PLC0415
        from ..models.list_attributes_response_data_item_default_value_dynamic import (
            ListAttributesResponseDataItemDefaultValueDynamic,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_default_value_static import (
            ListAttributesResponseDataItemDefaultValueStatic,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_ids import ListAttributesResponseDataItemIds  # noqa: PLC0415
        from ..models.list_attributes_response_data_item_relationship import (
            ListAttributesResponseDataItemRelationship,  # noqa: PLC0415
        )
        from ..models.unknown_list_attributes_response_data_item_default_value import (
            UnknownListAttributesResponseDataItemDefaultValue,  # noqa: PLC0415
        )

        d = dict(src_dict)
        api_slug = d.pop("api_slug")

        config = ListAttributesResponseDataItemConfig.from_dict(d.pop("config"))

        created_at = d.pop("created_at")

        def _parse_default_value(
            data: object,
        ) -> (
            ListAttributesResponseDataItemDefaultValueDynamic
            | ListAttributesResponseDataItemDefaultValueStatic
            | None
            | UnknownListAttributesResponseDataItemDefaultValue
        ):
            if data is None:
                return data
            if isinstance(data, dict):
                tag = data.get("type")
                if tag == "dynamic":
                    return ListAttributesResponseDataItemDefaultValueDynamic.from_dict(data)
                if tag == "static":
                    return ListAttributesResponseDataItemDefaultValueStatic.from_dict(data)
                return UnknownListAttributesResponseDataItemDefaultValue.from_dict(data)
            raise TypeError(f"expected an object, got {type(data).__name__}")

        default_value = _parse_default_value(d.pop("default_value"))

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        id = ListAttributesResponseDataItemIds.from_dict(d.pop("id"))

        is_archived = d.pop("is_archived")

        is_default_value_enabled = d.pop("is_default_value_enabled")

        is_multiselect = d.pop("is_multiselect")

        is_required = d.pop("is_required")

        is_system_attribute = d.pop("is_system_attribute")

        is_unique = d.pop("is_unique")

        is_writable = d.pop("is_writable")

        def _parse_relationship(data: object) -> ListAttributesResponseDataItemRelationship | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                relationship_type_0 = ListAttributesResponseDataItemRelationship.from_dict(data)

                return relationship_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ListAttributesResponseDataItemRelationship | None, data)

        relationship = _parse_relationship(d.pop("relationship"))

        title = d.pop("title")

        type_ = ListAttributesResponseDataItemType(d.pop("type"))

        list_attributes_response_data_item = cls(
            api_slug=api_slug,
            config=config,
            created_at=created_at,
            default_value=default_value,
            description=description,
            id=id,
            is_archived=is_archived,
            is_default_value_enabled=is_default_value_enabled,
            is_multiselect=is_multiselect,
            is_required=is_required,
            is_system_attribute=is_system_attribute,
            is_unique=is_unique,
            is_writable=is_writable,
            relationship=relationship,
            title=title,
            type_=type_,
        )

        list_attributes_response_data_item.additional_properties = d
        return list_attributes_response_data_item

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
