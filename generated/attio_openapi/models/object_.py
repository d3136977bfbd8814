from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.object_ids import ObjectIds


T = TypeVar("T", bound="Object")


@_attrs_define
class Object:
    api_slug: None | str
    created_at: str
    id: ObjectIds
    plural_noun: None | str
    singular_noun: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        api_slug: None | str
        api_slug = self.api_slug

        created_at = self.created_at

        id = self.id.to_dict()

        plural_noun: None | str
        plural_noun = self.plural_noun

        singular_noun: None | str
        singular_noun = self.singular_noun

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "api_slug": api_slug,
                "created_at": created_at,
                "id": id,
                "plural_noun": plural_noun,
                "singular_noun": singular_noun,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.object_ids import ObjectIds  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_api_slug(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        api_slug = _parse_api_slug(d.pop("api_slug"))

        created_at = d.pop("created_at")

        id = ObjectIds.from_dict(d.pop("id"))

        def _parse_plural_noun(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        plural_noun = _parse_plural_noun(d.pop("plural_noun"))

        def _parse_singular_noun(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        singular_noun = _parse_singular_noun(d.pop("singular_noun"))

        object_ = cls(
            api_slug=api_slug,
            created_at=created_at,
            id=id,
            plural_noun=plural_noun,
            singular_noun=singular_noun,
        )

        object_.additional_properties = d
        return object_

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
