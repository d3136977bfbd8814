from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.token_level import TokenLevel
from ..types import UNSET, Unset

T = TypeVar("T", bound="ActiveIdentity")


@_attrs_define
class ActiveIdentity:
    active: bool
    aud: str
    client_id: str
    exp: float | None
    iat: float
    iss: str
    scope: str
    sub: str
    token_type: str
    workspace_id: str
    workspace_logo_url: None | str
    workspace_name: str
    workspace_slug: str
    authorized_by_workspace_member_id: None | str | Unset = UNSET
    token_level: TokenLevel | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        active = self.active

        aud = self.aud

        client_id = self.client_id

        exp: float | None
        exp = self.exp

        iat = self.iat

        iss = self.iss

        scope = self.scope

        sub = self.sub

        token_type = self.token_type

        workspace_id = self.workspace_id

        workspace_logo_url: None | str
        workspace_logo_url = self.workspace_logo_url

        workspace_name = self.workspace_name

        workspace_slug = self.workspace_slug

        authorized_by_workspace_member_id: None | str | Unset
        if isinstance(self.authorized_by_workspace_member_id, Unset):
            authorized_by_workspace_member_id = UNSET
        else:
            authorized_by_workspace_member_id = self.authorized_by_workspace_member_id

        token_level: str | Unset = UNSET
        if not isinstance(self.token_level, Unset):
            token_level = self.token_level.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "active": active,
                "aud": aud,
                "client_id": client_id,
                "exp": exp,
                "iat": iat,
                "iss": iss,
                "scope": scope,
                "sub": sub,
                "token_type": token_type,
                "workspace_id": workspace_id,
                "workspace_logo_url": workspace_logo_url,
                "workspace_name": workspace_name,
                "workspace_slug": workspace_slug,
            }
        )
        if authorized_by_workspace_member_id is not UNSET:
            field_dict["authorized_by_workspace_member_id"] = authorized_by_workspace_member_id
        if token_level is not UNSET:
            field_dict["token_level"] = token_level

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        active = d.pop("active")

        aud = d.pop("aud")

        client_id = d.pop("client_id")

        def _parse_exp(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        exp = _parse_exp(d.pop("exp"))

        iat = d.pop("iat")

        iss = d.pop("iss")

        scope = d.pop("scope")

        sub = d.pop("sub")

        token_type = d.pop("token_type")

        workspace_id = d.pop("workspace_id")

        def _parse_workspace_logo_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        workspace_logo_url = _parse_workspace_logo_url(d.pop("workspace_logo_url"))

        workspace_name = d.pop("workspace_name")

        workspace_slug = d.pop("workspace_slug")

        def _parse_authorized_by_workspace_member_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        authorized_by_workspace_member_id = _parse_authorized_by_workspace_member_id(
            d.pop("authorized_by_workspace_member_id", UNSET)
        )

        _token_level = d.pop("token_level", UNSET)
        token_level: TokenLevel | Unset
        if isinstance(_token_level, Unset):
            token_level = UNSET
        else:
            token_level = TokenLevel(_token_level)

        active_identity = cls(
            active=active,
            aud=aud,
            client_id=client_id,
            exp=exp,
            iat=iat,
            iss=iss,
            scope=scope,
            sub=sub,
            token_type=token_type,
            workspace_id=workspace_id,
            workspace_logo_url=workspace_logo_url,
            workspace_name=workspace_name,
            workspace_slug=workspace_slug,
            authorized_by_workspace_member_id=authorized_by_workspace_member_id,
            token_level=token_level,
        )

        active_identity.additional_properties = d
        return active_identity

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
