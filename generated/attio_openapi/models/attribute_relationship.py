from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.attribute_ids import AttributeIds


T = TypeVar("T", bound="AttributeRelationship")


@_attrs_define
class AttributeRelationship:
    api_slug: str
    id: AttributeIds
    is_multiselect: bool
    object_slug: str
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        api_slug = self.api_slug

        id = self.id.to_dict()

        is_multiselect = self.is_multiselect

        object_slug = self.object_slug

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "api_slug": api_slug,
                "id": id,
                "is_multiselect": is_multiselect,
                "object_slug": object_slug,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attribute_ids import AttributeIds  # noqa: PLC0415

        d = dict(src_dict)
        api_slug = d.pop("api_slug")

        id = AttributeIds.from_dict(d.pop("id"))

        is_multiselect = d.pop("is_multiselect")

        object_slug = d.pop("object_slug")

        title = d.pop("title")

        attribute_relationship = cls(
            api_slug=api_slug,
            id=id,
            is_multiselect=is_multiselect,
            object_slug=object_slug,
            title=title,
        )

        attribute_relationship.additional_properties = d
        return attribute_relationship

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
