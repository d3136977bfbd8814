from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.activity_base import ActivityBase
    from ..models.activity_ids import ActivityIds


T = TypeVar("T", bound="Activity")


@_attrs_define
class Activity:
    api_slug: str
    created_at: str
    extends: list[ActivityBase]
    id: ActivityIds
    is_system_activity: bool
    plural_noun: str
    singular_noun: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        api_slug = self.api_slug

        created_at = self.created_at

        extends = []
        for extends_item_data in self.extends:
            extends_item = extends_item_data.to_dict()
            extends.append(extends_item)

        id = self.id.to_dict()

        is_system_activity = self.is_system_activity

        plural_noun = self.plural_noun

        singular_noun = self.singular_noun

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "api_slug": api_slug,
                "created_at": created_at,
                "extends": extends,
                "id": id,
                "is_system_activity": is_system_activity,
                "plural_noun": plural_noun,
                "singular_noun": singular_noun,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.activity_base import ActivityBase  # noqa: PLC0415
        from ..models.activity_ids import ActivityIds  # noqa: PLC0415

        d = dict(src_dict)
        api_slug = d.pop("api_slug")

        created_at = d.pop("created_at")

        extends = []
        _extends = d.pop("extends")
        for extends_item_data in _extends:
            extends_item = ActivityBase.from_dict(extends_item_data)

            extends.append(extends_item)

        id = ActivityIds.from_dict(d.pop("id"))

        is_system_activity = d.pop("is_system_activity")

        plural_noun = d.pop("plural_noun")

        singular_noun = d.pop("singular_noun")

        activity = cls(
            api_slug=api_slug,
            created_at=created_at,
            extends=extends,
            id=id,
            is_system_activity=is_system_activity,
            plural_noun=plural_noun,
            singular_noun=singular_noun,
        )

        activity.additional_properties = d
        return activity

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
