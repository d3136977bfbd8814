from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.create_attribute_body_data_type import CreateAttributeBodyDataType
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_attribute_body_data_config import CreateAttributeBodyDataConfig
    from ..models.create_attribute_body_data_default_value_static import (
        CreateAttributeBodyDataDefaultValueStatic,
    )
    from ..models.create_attribute_body_data_relationship import CreateAttributeBodyDataRelationship
    from ..models.list_attributes_response_data_item_default_value_dynamic import (
        ListAttributesResponseDataItemDefaultValueDynamic,
    )


T = TypeVar("T", bound="CreateAttributeBodyData")


@_attrs_define
class CreateAttributeBodyData:
    api_slug: str
    config: CreateAttributeBodyDataConfig
    description: None | str
    is_multiselect: bool
    is_required: bool
    is_unique: bool
    title: str
    type_: CreateAttributeBodyDataType
    default_value: (
        CreateAttributeBodyDataDefaultValueStatic
        | ListAttributesResponseDataItemDefaultValueDynamic
        | None
        | Unset
    ) = UNSET
    relationship: CreateAttributeBodyDataRelationship | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.create_attribute_body_data_default_value_static import (
            CreateAttributeBodyDataDefaultValueStatic,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_relationship import CreateAttributeBodyDataRelationship  # noqa: PLC0415
        from ..models.list_attributes_response_data_item_default_value_dynamic import (
            ListAttributesResponseDataItemDefaultValueDynamic,  # noqa: PLC0415
        )

        api_slug = self.api_slug

        config = self.config.to_dict()

        description: None | str
        description = self.description

        is_multiselect = self.is_multiselect

        is_required = self.is_required

        is_unique = self.is_unique

        title = self.title

        type_ = self.type_.value

        default_value: dict[str, Any] | None | Unset
        if isinstance(self.default_value, Unset):
            default_value = UNSET
        elif isinstance(self.default_value, ListAttributesResponseDataItemDefaultValueDynamic):
            default_value = self.default_value.to_dict()
        elif isinstance(self.default_value, CreateAttributeBodyDataDefaultValueStatic):
            default_value = self.default_value.to_dict()
        else:
            default_value = self.default_value

        relationship: dict[str, Any] | None | Unset
        if isinstance(self.relationship, Unset):
            relationship = UNSET
        elif isinstance(self.relationship, CreateAttributeBodyDataRelationship):
            relationship = self.relationship.to_dict()
        else:
            relationship = self.relationship

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "api_slug": api_slug,
                "config": config,
                "description": description,
                "is_multiselect": is_multiselect,
                "is_required": is_required,
                "is_unique": is_unique,
                "title": title,
                "type": type_,
            }
        )
        if default_value is not UNSET:
            field_dict["default_value"] = default_value
        if relationship is not UNSET:
            field_dict["relationship"] = relationship

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_attribute_body_data_config import CreateAttributeBodyDataConfig  # noqa: PLC0415
        from ..models.create_attribute_body_data_default_value_static import (
            CreateAttributeBodyDataDefaultValueStatic,  # noqa: PLC0415
        )
        from ..models.create_attribute_body_data_relationship import CreateAttributeBodyDataRelationship  # noqa: PLC0415
        from ..models.list_attributes_response_data_item_default_value_dynamic import (
            ListAttributesResponseDataItemDefaultValueDynamic,  # noqa: PLC0415
        )

        d = dict(src_dict)
        api_slug = d.pop("api_slug")

        config = CreateAttributeBodyDataConfig.from_dict(d.pop("config"))

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        is_multiselect = d.pop("is_multiselect")

        is_required = d.pop("is_required")

        is_unique = d.pop("is_unique")

        title = d.pop("title")

        type_ = CreateAttributeBodyDataType(d.pop("type"))

        def _parse_default_value(
            data: object,
        ) -> (
            CreateAttributeBodyDataDefaultValueStatic
            | ListAttributesResponseDataItemDefaultValueDynamic
            | None
            | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, dict):
                tag = data.get("type")
                if tag == "dynamic":
                    return ListAttributesResponseDataItemDefaultValueDynamic.from_dict(data)
                if tag == "static":
                    return CreateAttributeBodyDataDefaultValueStatic.from_dict(data)
                raise ValueError(f"unknown type {tag!r}")
            raise TypeError(f"expected an object, got {type(data).__name__}")

        default_value = _parse_default_value(d.pop("default_value", UNSET))

        def _parse_relationship(data: object) -> CreateAttributeBodyDataRelationship | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                relationship_type_0 = CreateAttributeBodyDataRelationship.from_dict(data)

                return relationship_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CreateAttributeBodyDataRelationship | None | Unset, data)

        relationship = _parse_relationship(d.pop("relationship", UNSET))

        create_attribute_body_data = cls(
            api_slug=api_slug,
            config=config,
            description=description,
            is_multiselect=is_multiselect,
            is_required=is_required,
            is_unique=is_unique,
            title=title,
            type_=type_,
            default_value=default_value,
            relationship=relationship,
        )

        create_attribute_body_data.additional_properties = d
        return create_attribute_body_data

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
