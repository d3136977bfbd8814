from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_level import AccessLevel
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.member_access_input import MemberAccessInput


T = TypeVar("T", bound="ListUpdate")


@_attrs_define
class ListUpdate:
    api_slug: str | Unset = UNSET
    name: str | Unset = UNSET
    workspace_access: AccessLevel | None | Unset = UNSET
    workspace_member_access: list[MemberAccessInput] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        api_slug = self.api_slug

        name = self.name

        workspace_access: None | str | Unset
        if isinstance(self.workspace_access, Unset):
            workspace_access = UNSET
        elif isinstance(self.workspace_access, AccessLevel):
            workspace_access = self.workspace_access.value
        else:
            workspace_access = self.workspace_access

        workspace_member_access: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.workspace_member_access, Unset):
            workspace_member_access = []
            for workspace_member_access_item_data in self.workspace_member_access:
                workspace_member_access_item = workspace_member_access_item_data.to_dict()
                workspace_member_access.append(workspace_member_access_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if api_slug is not UNSET:
            field_dict["api_slug"] = api_slug
        if name is not UNSET:
            field_dict["name"] = name
        if workspace_access is not UNSET:
            field_dict["workspace_access"] = workspace_access
        if workspace_member_access is not UNSET:
            field_dict["workspace_member_access"] = workspace_member_access

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.member_access_input import MemberAccessInput  # noqa: PLC0415

        d = dict(src_dict)
        api_slug = d.pop("api_slug", UNSET)

        name = d.pop("name", UNSET)

        def _parse_workspace_access(data: object) -> AccessLevel | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                workspace_access_type_0 = AccessLevel(data)

                return workspace_access_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessLevel | None | Unset, data)

        workspace_access = _parse_workspace_access(d.pop("workspace_access", UNSET))

        _workspace_member_access = d.pop("workspace_member_access", UNSET)
        workspace_member_access: list[MemberAccessInput] | Unset = UNSET
        if _workspace_member_access is not UNSET:
            workspace_member_access = []
            for workspace_member_access_item_data in _workspace_member_access:
                workspace_member_access_item = MemberAccessInput.from_dict(workspace_member_access_item_data)

                workspace_member_access.append(workspace_member_access_item)

        list_update = cls(
            api_slug=api_slug,
            name=name,
            workspace_access=workspace_access,
            workspace_member_access=workspace_member_access,
        )

        list_update.additional_properties = d
        return list_update

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
