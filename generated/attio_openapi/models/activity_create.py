from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.activity_kind import ActivityKind

T = TypeVar("T", bound="ActivityCreate")


@_attrs_define
class ActivityCreate:
    api_slug: str
    extends: ActivityKind
    plural_noun: str
    singular_noun: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        api_slug = self.api_slug

        extends = self.extends.value

        plural_noun = self.plural_noun

        singular_noun = self.singular_noun

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "api_slug": api_slug,
                "extends": extends,
                "plural_noun": plural_noun,
                "singular_noun": singular_noun,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        api_slug = d.pop("api_slug")

        extends = ActivityKind(d.pop("extends"))

        plural_noun = d.pop("plural_noun")

        singular_noun = d.pop("singular_noun")

        activity_create = cls(
            api_slug=api_slug,
            extends=extends,
            plural_noun=plural_noun,
            singular_noun=singular_noun,
        )

        activity_create.additional_properties = d
        return activity_create

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
