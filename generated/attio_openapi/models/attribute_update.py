from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attribute_config_input import AttributeConfigInput
    from ..models.dynamic_default import DynamicDefault
    from ..models.static_default_input import StaticDefaultInput


T = TypeVar("T", bound="AttributeUpdate")


@_attrs_define
class AttributeUpdate:
    api_slug: str | Unset = UNSET
    config: AttributeConfigInput | Unset = UNSET
    default_value: DynamicDefault | None | StaticDefaultInput | Unset = UNSET
    description: None | str | Unset = UNSET
    is_archived: bool | Unset = UNSET
    is_required: bool | Unset = UNSET
    is_unique: bool | Unset = UNSET
    title: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.dynamic_default import DynamicDefault  # noqa: PLC0415
        from ..models.static_default_input import StaticDefaultInput  # noqa: PLC0415

        api_slug = self.api_slug

        config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.config, Unset):
            config = self.config.to_dict()

        default_value: dict[str, Any] | None | Unset
        if isinstance(self.default_value, Unset):
            default_value = UNSET
        elif isinstance(self.default_value, DynamicDefault):
            default_value = self.default_value.to_dict()
        elif isinstance(self.default_value, StaticDefaultInput):
            default_value = self.default_value.to_dict()
        else:
            default_value = self.default_value

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        is_archived = self.is_archived

        is_required = self.is_required

        is_unique = self.is_unique

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if api_slug is not UNSET:
            field_dict["api_slug"] = api_slug
        if config is not UNSET:
            field_dict["config"] = config
        if default_value is not UNSET:
            field_dict["default_value"] = default_value
        if description is not UNSET:
            field_dict["description"] = description
        if is_archived is not UNSET:
            field_dict["is_archived"] = is_archived
        if is_required is not UNSET:
            field_dict["is_required"] = is_required
        if is_unique is not UNSET:
            field_dict["is_unique"] = is_unique
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attribute_config_input import AttributeConfigInput  # noqa: PLC0415
        from ..models.dynamic_default import DynamicDefault  # noqa: PLC0415
        from ..models.static_default_input import StaticDefaultInput  # noqa: PLC0415

        d = dict(src_dict)
        api_slug = d.pop("api_slug", UNSET)

        _config = d.pop("config", UNSET)
        config: AttributeConfigInput | Unset
        if isinstance(_config, Unset):
            config = UNSET
        else:
            config = AttributeConfigInput.from_dict(_config)

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

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        is_archived = d.pop("is_archived", UNSET)

        is_required = d.pop("is_required", UNSET)

        is_unique = d.pop("is_unique", UNSET)

        title = d.pop("title", UNSET)

        attribute_update = cls(
            api_slug=api_slug,
            config=config,
            default_value=default_value,
            description=description,
            is_archived=is_archived,
            is_required=is_required,
            is_unique=is_unique,
            title=title,
        )

        return attribute_update
