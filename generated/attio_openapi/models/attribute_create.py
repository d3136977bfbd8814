from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.creatable_attribute_type import CreatableAttributeType
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attribute_config_input import AttributeConfigInput
    from ..models.attribute_relationship_create import AttributeRelationshipCreate
    from ..models.dynamic_default import DynamicDefault
    from ..models.static_default_input import StaticDefaultInput


T = TypeVar("T", bound="AttributeCreate")


@_attrs_define
class AttributeCreate:
    api_slug: str
    config: AttributeConfigInput
    description: None | str
    is_multiselect: bool
    is_required: bool
    is_unique: bool
    title: str
    type_: CreatableAttributeType
    default_value: DynamicDefault | None | StaticDefaultInput | Unset = UNSET
    relationship: AttributeRelationshipCreate | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.attribute_relationship_create import AttributeRelationshipCreate  # noqa: PLC0415
        from ..models.dynamic_default import DynamicDefault  # noqa: PLC0415
        from ..models.static_default_input import StaticDefaultInput  # noqa: PLC0415

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
        elif isinstance(self.default_value, DynamicDefault):
            default_value = self.default_value.to_dict()
        elif isinstance(self.default_value, StaticDefaultInput):
            default_value = self.default_value.to_dict()
        else:
            default_value = self.default_value

        relationship: dict[str, Any] | None | Unset
        if isinstance(self.relationship, Unset):
            relationship = UNSET
        elif isinstance(self.relationship, AttributeRelationshipCreate):
            relationship = self.relationship.to_dict()
        else:
            relationship = self.relationship

        field_dict: dict[str, Any] = {}

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
        from ..models.attribute_config_input import AttributeConfigInput  # noqa: PLC0415
        from ..models.attribute_relationship_create import AttributeRelationshipCreate  # noqa: PLC0415
        from ..models.dynamic_default import DynamicDefault  # noqa: PLC0415
        from ..models.static_default_input import StaticDefaultInput  # noqa: PLC0415

        d = dict(src_dict)
        api_slug = d.pop("api_slug")

        config = AttributeConfigInput.from_dict(d.pop("config"))

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        is_multiselect = d.pop("is_multiselect")

        is_required = d.pop("is_required")

        is_unique = d.pop("is_unique")

        title = d.pop("title")

        type_ = CreatableAttributeType(d.pop("type"))

        def _parse_default_value(data: object) -> DynamicDefault | None | StaticDefaultInput | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, dict):
                tag = data.get("type")
                if tag == "dynamic":
                    return DynamicDefault.from_dict(data)
                if tag == "static":
                    return StaticDefaultInput.from_dict(data)
                raise ValueError(f"unknown type {tag!r}")
            raise TypeError(f"expected an object, got {type(data).__name__}")

        default_value = _parse_default_value(d.pop("default_value", UNSET))

        def _parse_relationship(data: object) -> AttributeRelationshipCreate | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                relationship_type_0 = AttributeRelationshipCreate.from_dict(data)

                return relationship_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributeRelationshipCreate | None | Unset, data)

        relationship = _parse_relationship(d.pop("relationship", UNSET))

        attribute_create = cls(
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

        return attribute_create
