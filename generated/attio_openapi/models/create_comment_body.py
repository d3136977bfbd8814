from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_comment_body_data_author import CreateCommentBodyDataAuthor
    from ..models.create_comment_body_data_entry import CreateCommentBodyDataEntry
    from ..models.create_comment_body_data_record import CreateCommentBodyDataRecord


T = TypeVar("T", bound="CreateCommentBody")


@_attrs_define
class CreateCommentBody:
    data: CreateCommentBodyDataAuthor | CreateCommentBodyDataEntry | CreateCommentBodyDataRecord
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.create_comment_body_data_author import CreateCommentBodyDataAuthor  # noqa: PLC0415
        from ..models.create_comment_body_data_entry import CreateCommentBodyDataEntry  # noqa: PLC0415

        data: dict[str, Any]
        if isinstance(self.data, CreateCommentBodyDataAuthor):
            data = self.data.to_dict()
        elif isinstance(self.data, CreateCommentBodyDataEntry):
            data = self.data.to_dict()
        else:
            data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_comment_body_data_author import CreateCommentBodyDataAuthor  # noqa: PLC0415
        from ..models.create_comment_body_data_entry import CreateCommentBodyDataEntry  # noqa: PLC0415
        from ..models.create_comment_body_data_record import CreateCommentBodyDataRecord  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_data(
            data: object,
        ) -> CreateCommentBodyDataAuthor | CreateCommentBodyDataEntry | CreateCommentBodyDataRecord:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_create_comment_body_data_type_0 = CreateCommentBodyDataAuthor.from_dict(
                    data
                )

                return componentsschemas_create_comment_body_data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_create_comment_body_data_type_1 = CreateCommentBodyDataEntry.from_dict(data)

                return componentsschemas_create_comment_body_data_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_create_comment_body_data_type_2 = CreateCommentBodyDataRecord.from_dict(data)

            return componentsschemas_create_comment_body_data_type_2

        data = _parse_data(d.pop("data"))

        create_comment_body = cls(
            data=data,
        )

        create_comment_body.additional_properties = d
        return create_comment_body

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
