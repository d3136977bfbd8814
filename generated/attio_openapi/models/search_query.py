from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.request_as_email import RequestAsEmail
    from ..models.request_as_member import RequestAsMember
    from ..models.request_as_workspace import RequestAsWorkspace


T = TypeVar("T", bound="SearchQuery")


@_attrs_define
class SearchQuery:
    objects: list[str]
    query: str
    request_as: RequestAsEmail | RequestAsMember | RequestAsWorkspace
    limit: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.request_as_email import RequestAsEmail  # noqa: PLC0415
        from ..models.request_as_member import RequestAsMember  # noqa: PLC0415

        objects = self.objects

        query = self.query

        request_as: dict[str, Any]
        if isinstance(self.request_as, RequestAsEmail):
            request_as = self.request_as.to_dict()
        elif isinstance(self.request_as, RequestAsMember):
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
        from ..models.request_as_email import RequestAsEmail  # noqa: PLC0415
        from ..models.request_as_member import RequestAsMember  # noqa: PLC0415
        from ..models.request_as_workspace import RequestAsWorkspace  # noqa: PLC0415

        d = dict(src_dict)
        objects = cast(list[str], d.pop("objects"))

        query = d.pop("query")

        def _parse_request_as(data: object) -> RequestAsEmail | RequestAsMember | RequestAsWorkspace:
            if isinstance(data, dict):
                tag = data.get("type")
                if tag == "workspace-member":
                    try:
                        return RequestAsEmail.from_dict(data)
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return RequestAsMember.from_dict(data)
                if tag == "workspace":
                    return RequestAsWorkspace.from_dict(data)
                raise ValueError(f"unknown type {tag!r}")
            raise TypeError(f"expected an object, got {type(data).__name__}")

        request_as = _parse_request_as(d.pop("request_as"))

        limit = d.pop("limit", UNSET)

        search_query = cls(
            objects=objects,
            query=query,
            request_as=request_as,
            limit=limit,
        )

        search_query.additional_properties = d
        return search_query

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
