from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.entry_comment import EntryComment
    from ..models.record_comment import RecordComment
    from ..models.thread_reply import ThreadReply


T = TypeVar("T", bound="CommentCreateBody")


@_attrs_define
class CommentCreateBody:
    data: EntryComment | RecordComment | ThreadReply
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry_comment import EntryComment  # noqa: PLC0415
        from ..models.record_comment import RecordComment  # noqa: PLC0415

        data: dict[str, Any]
        if isinstance(self.data, EntryComment):
            data = self.data.to_dict()
        elif isinstance(self.data, RecordComment):
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
        from ..models.entry_comment import EntryComment  # noqa: PLC0415
        from ..models.record_comment import RecordComment  # noqa: PLC0415
        from ..models.thread_reply import ThreadReply  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_data(data: object) -> EntryComment | RecordComment | ThreadReply:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_comment_create_type_0 = EntryComment.from_dict(data)

                return componentsschemas_comment_create_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_comment_create_type_1 = RecordComment.from_dict(data)

                return componentsschemas_comment_create_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_comment_create_type_2 = ThreadReply.from_dict(data)

            return componentsschemas_comment_create_type_2

        data = _parse_data(d.pop("data"))

        comment_create_body = cls(
            data=data,
        )

        comment_create_body.additional_properties = d
        return comment_create_body

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
