from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AttributeRelationshipCreate")


@_attrs_define
class AttributeRelationshipCreate:
    api_slug: str
    is_multiselect: bool
    object_: str
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        api_slug = self.api_slug

        is_multiselect = self.is_multiselect

        object_ = self.object_

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "api_slug": api_slug,
                "is_multiselect": is_multiselect,
                "object": object_,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        api_slug = d.pop("api_slug")

        is_multiselect = d.pop("is_multiselect")

        object_ = d.pop("object")

        title = d.pop("title")

        attribute_relationship_create = cls(
            api_slug=api_slug,
            is_multiselect=is_multiselect,
            object_=object_,
            title=title,
        )

        attribute_relationship_create.additional_properties = d
        return attribute_relationship_create

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
