from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_level import AccessLevel

if TYPE_CHECKING:
    from ..models.member_access_input import MemberAccessInput


T = TypeVar("T", bound="ListCreate")


@_attrs_define
class ListCreate:
    api_slug: str
    name: str
    parent_object: str
    workspace_access: AccessLevel | None
    workspace_member_access: list[MemberAccessInput]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        api_slug = self.api_slug

        name = self.name

        parent_object = self.parent_object

        workspace_access: None | str
        if isinstance(self.workspace_access, AccessLevel):
            workspace_access = self.workspace_access.value
        else:
            workspace_access = self.workspace_access

        workspace_member_access = []
        for workspace_member_access_item_data in self.workspace_member_access:
            workspace_member_access_item = workspace_member_access_item_data.to_dict()
            workspace_member_access.append(workspace_member_access_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "api_slug": api_slug,
                "name": name,
                "parent_object": parent_object,
                "workspace_access": workspace_access,
                "workspace_member_access": workspace_member_access,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.member_access_input import MemberAccessInput  # noqa: PLC0415

        d = dict(src_dict)
        api_slug = d.pop("api_slug")

        name = d.pop("name")

        parent_object = d.pop("parent_object")

        def _parse_workspace_access(data: object) -> AccessLevel | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                workspace_access_type_0 = AccessLevel(data)

                return workspace_access_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessLevel | None, data)

        workspace_access = _parse_workspace_access(d.pop("workspace_access"))

        workspace_member_access = []
        _workspace_member_access = d.pop("workspace_member_access")
        for workspace_member_access_item_data in _workspace_member_access:
            workspace_member_access_item = MemberAccessInput.from_dict(workspace_member_access_item_data)

            workspace_member_access.append(workspace_member_access_item)

        list_create = cls(
            api_slug=api_slug,
            name=name,
            parent_object=parent_object,
            workspace_access=workspace_access,
            workspace_member_access=workspace_member_access,
        )

        list_create.additional_properties = d
        return list_create

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
