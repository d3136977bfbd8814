from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.list_notes_response_data_item_tags_item_workspace_member import (
        ListNotesResponseDataItemTagsItemWorkspaceMember,
    )
    from ..models.search_records_body_request_as_workspace import SearchRecordsBodyRequestAsWorkspace
    from ..models.search_records_body_request_as_workspace_member_email_address import (
        SearchRecordsBodyRequestAsWorkspaceMemberEmailAddress,
    )


T = TypeVar("T", bound="SearchRecordsBody")


@_attrs_define
class SearchRecordsBody:
    objects: list[str]
    query: str
    request_as: (
        ListNotesResponseDataItemTagsItemWorkspaceMember
        | SearchRecordsBodyRequestAsWorkspace
        | SearchRecordsBodyRequestAsWorkspaceMemberEmailAddress
    )
    limit: float | Unset = 25.0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_notes_response_data_item_tags_item_workspace_member import (
            ListNotesResponseDataItemTagsItemWorkspaceMember,  # noqa: PLC0415
        )
        from ..models.search_records_body_request_as_workspace_member_email_address import (
            SearchRecordsBodyRequestAsWorkspaceMemberEmailAddress,  # noqa: PLC0415
        )

        objects = self.objects

        query = self.query

        request_as: dict[str, Any]
        if isinstance(self.request_as, ListNotesResponseDataItemTagsItemWorkspaceMember):
            request_as = self.request_as.to_dict()
        elif isinstance(self.request_as, SearchRecordsBodyRequestAsWorkspaceMemberEmailAddress):
            request_as = self.request_as.to_dict()
        else:
            request_as = self.request_as.to_dict()

        limit = self.limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "objects": objects,
                "query": query,
                "request_as": request_as,
            }
        )
        if limit is not UNSET:
            field_dict["limit"] = limit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_notes_response_data_item_tags_item_workspace_member import (
            ListNotesResponseDataItemTagsItemWorkspaceMember,  # noqa: PLC0415
        )
        from ..models.search_records_body_request_as_workspace import SearchRecordsBodyRequestAsWorkspace  # noqa: PLC0415
        from ..models.search_records_body_request_as_workspace_member_email_address import (
            SearchRecordsBodyRequestAsWorkspaceMemberEmailAddress,  # noqa: PLC0415
        )

        d = dict(src_dict)
        objects = cast(list[str], d.pop("objects"))

        query = d.pop("query")

        def _parse_request_as(
            data: object,
        ) -> (
            ListNotesResponseDataItemTagsItemWorkspaceMember
            | SearchRecordsBodyRequestAsWorkspace
            | SearchRecordsBodyRequestAsWorkspaceMemberEmailAddress
        ):
            if isinstance(data, dict):
                tag = data.get("type")
                if tag == "workspace-member":
                    try:
                        return ListNotesResponseDataItemTagsItemWorkspaceMember.from_dict(data)
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return SearchRecordsBodyRequestAsWorkspaceMemberEmailAddress.from_dict(data)
                if tag == "workspace":
                    return SearchRecordsBodyRequestAsWorkspace.from_dict(data)
                raise ValueError(f"unknown type {tag!r}")
            raise TypeError(f"expected an object, got {type(data).__name__}")

        request_as = _parse_request_as(d.pop("request_as"))

        limit = d.pop("limit", UNSET)

        search_records_body = cls(
            objects=objects,
            query=query,
            request_as=request_as,
            limit=limit,
        )

        search_records_body.additional_properties = d
        return search_records_body

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
