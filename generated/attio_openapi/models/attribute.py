from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.attribute_type import AttributeType

if TYPE_CHECKING:
    from ..models.attribute_config import AttributeConfig
    from ..models.attribute_ids import AttributeIds
    from ..models.attribute_relationship import AttributeRelationship
    from ..models.dynamic_default import DynamicDefault
    from ..models.static_default import StaticDefault
    from ..models.unknown_attribute_default import UnknownAttributeDefault


T = TypeVar("T", bound="Attribute")


@_attrs_define
class Attribute:
    api_slug: str
    config: AttributeConfig
    created_at: str
    default_value: DynamicDefault | None | StaticDefault | UnknownAttributeDefault
    description: None | str
    id: AttributeIds
    is_archived: bool
    is_default_value_enabled: bool
    is_multiselect: bool
    is_required: bool
    is_system_attribute: bool
    is_unique: bool
    is_writable: bool
    relationship: AttributeRelationship | None
    title: str
    type_: AttributeType
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.attribute_relationship import AttributeRelationship  # noqa: PLC0415
        from ..models.dynamic_default import DynamicDefault  # noqa: PLC0415
        from ..models.static_default import StaticDefault  # noqa: PLC0415
        from ..models.unknown_attribute_default import UnknownAttributeDefault  # noqa: PLC0415

        api_slug = self.api_slug

        config = self.config.to_dict()

        created_at = self.created_at

        default_value: dict[str, Any] | None
        if isinstance(self.default_value, DynamicDefault):
            default_value = self.default_value.to_dict()
        elif isinstance(self.default_value, StaticDefault):
            default_value = self.default_value.to_dict()
        elif isinstance(self.default_value, UnknownAttributeDefault):
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
        if isinstance(self.relationship, AttributeRelationship):
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
        from ..models.attribute_config import AttributeConfig  # noqa: PLC0415
        from ..models.attribute_ids import AttributeIds  # noqa: PLC0415
        from ..models.attribute_relationship import AttributeRelationship  # noqa: PLC0415
        from ..models.dynamic_default import DynamicDefault  # noqa: PLC0415
        from ..models.static_default import StaticDefault  # noqa: PLC0415
        from ..models.unknown_attribute_default import UnknownAttributeDefault  # noqa: PLC0415

        d = dict(src_dict)
        api_slug = d.pop("api_slug")

        config = AttributeConfig.from_dict(d.pop("config"))

        created_at = d.pop("created_at")

        def _parse_default_value(
            data: object,
        ) -> DynamicDefault | None | StaticDefault | UnknownAttributeDefault:
            if data is None:
                return data
            if isinstance(data, dict):
                tag = data.get("type")
                if tag == "dynamic":
                    return DynamicDefault.from_dict(data)
                if tag == "static":
                    return StaticDefault.from_dict(data)
                return UnknownAttributeDefault.from_dict(data)
            raise TypeError(f"expected an object, got {type(data).__name__}")

        default_value = _parse_default_value(d.pop("default_value"))

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        id = AttributeIds.from_dict(d.pop("id"))

        is_archived = d.pop("is_archived")

        is_default_value_enabled = d.pop("is_default_value_enabled")

        is_multiselect = d.pop("is_multiselect")

        is_required = d.pop("is_required")

        is_system_attribute = d.pop("is_system_attribute")

        is_unique = d.pop("is_unique")

        is_writable = d.pop("is_writable")

        def _parse_relationship(data: object) -> AttributeRelationship | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                relationship_type_0 = AttributeRelationship.from_dict(data)

                return relationship_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributeRelationship | None, data)

        relationship = _parse_relationship(d.pop("relationship"))

        title = d.pop("title")

        type_ = AttributeType(d.pop("type"))

        attribute = cls(
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

        attribute.additional_properties = d
        return attribute

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
