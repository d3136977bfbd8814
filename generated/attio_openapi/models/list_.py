from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_level import AccessLevel

if TYPE_CHECKING:
    from ..models.actor import Actor
    from ..models.list_ids import ListIds
    from ..models.member_access import MemberAccess


T = TypeVar("T", bound="List")


@_attrs_define
class List:
    api_slug: str
    created_at: str
    created_by_actor: Actor
    id: ListIds
    name: str
    parent_object: list[str]
    workspace_access: AccessLevel | None
    workspace_member_access: list[MemberAccess]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        api_slug = self.api_slug

        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        id = self.id.to_dict()

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
                "created_at": created_at,
                "created_by_actor": created_by_actor,
                "id": id,
                "name": name,
                "parent_object": parent_object,
                "workspace_access": workspace_access,
                "workspace_member_access": workspace_member_access,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor import Actor  # noqa: PLC0415
        from ..models.list_ids import ListIds  # noqa: PLC0415
        from ..models.member_access import MemberAccess  # noqa: PLC0415

        d = dict(src_dict)
        api_slug = d.pop("api_slug")

        created_at = d.pop("created_at")

        created_by_actor = Actor.from_dict(d.pop("created_by_actor"))

        id = ListIds.from_dict(d.pop("id"))

        name = d.pop("name")

        parent_object = cast(list[str], d.pop("parent_object"))

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
            workspace_member_access_item = MemberAccess.from_dict(workspace_member_access_item_data)

            workspace_member_access.append(workspace_member_access_item)

        list_ = cls(
            api_slug=api_slug,
            created_at=created_at,
            created_by_actor=created_by_actor,
            id=id,
            name=name,
            parent_object=parent_object,
            workspace_access=workspace_access,
            workspace_member_access=workspace_member_access,
        )

        list_.additional_properties = d
        return list_

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
