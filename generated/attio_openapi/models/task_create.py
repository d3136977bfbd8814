from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.member_match_by_email import MemberMatchByEmail
    from ..models.member_match_by_id import MemberMatchById
    from ..models.record_match_by_attribute import RecordMatchByAttribute
    from ..models.record_match_by_id import RecordMatchById


T = TypeVar("T", bound="TaskCreate")


@_attrs_define
class TaskCreate:
    assignees: list[MemberMatchByEmail | MemberMatchById]
    content: str
    deadline_at: None | str
    format_: Literal["plaintext"]
    is_completed: bool
    linked_records: list[RecordMatchByAttribute | RecordMatchById | str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.member_match_by_id import MemberMatchById  # noqa: PLC0415
        from ..models.record_match_by_attribute import RecordMatchByAttribute  # noqa: PLC0415
        from ..models.record_match_by_id import RecordMatchById  # noqa: PLC0415

        assignees = []
        for assignees_item_data in self.assignees:
            assignees_item: dict[str, Any]
            if isinstance(assignees_item_data, MemberMatchById):
                assignees_item = assignees_item_data.to_dict()
            else:
                assignees_item = assignees_item_data.to_dict()

            assignees.append(assignees_item)

        content = self.content

        deadline_at: None | str
        deadline_at = self.deadline_at

        format_ = self.format_

        is_completed = self.is_completed

        linked_records = []
        for linked_records_item_data in self.linked_records:
            linked_records_item: dict[str, Any] | str
            if isinstance(linked_records_item_data, RecordMatchById):
                linked_records_item = linked_records_item_data.to_dict()
            elif isinstance(linked_records_item_data, RecordMatchByAttribute):
                linked_records_item = linked_records_item_data.to_dict()
            else:
                linked_records_item = linked_records_item_data

            linked_records.append(linked_records_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assignees": assignees,
                "content": content,
                "deadline_at": deadline_at,
                "format": format_,
                "is_completed": is_completed,
                "linked_records": linked_records,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.member_match_by_email import MemberMatchByEmail  # noqa: PLC0415
        from ..models.member_match_by_id import MemberMatchById  # noqa: PLC0415
        from ..models.record_match_by_attribute import RecordMatchByAttribute  # noqa: PLC0415
        from ..models.record_match_by_id import RecordMatchById  # noqa: PLC0415

        d = dict(src_dict)
        assignees = []
        _assignees = d.pop("assignees")
        for assignees_item_data in _assignees:

            def _parse_assignees_item(data: object) -> MemberMatchByEmail | MemberMatchById:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_member_match_type_0 = MemberMatchById.from_dict(data)

                    return componentsschemas_member_match_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_member_match_type_1 = MemberMatchByEmail.from_dict(data)

                return componentsschemas_member_match_type_1

            assignees_item = _parse_assignees_item(assignees_item_data)

            assignees.append(assignees_item)

        content = d.pop("content")

        def _parse_deadline_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        deadline_at = _parse_deadline_at(d.pop("deadline_at"))

        format_ = cast(Literal["plaintext"], d.pop("format"))
        if format_ != "plaintext":
            raise ValueError(f"format must match const 'plaintext', got '{format_}'")

        is_completed = d.pop("is_completed")

        linked_records = []
        _linked_records = d.pop("linked_records")
        for linked_records_item_data in _linked_records:

            def _parse_linked_records_item(data: object) -> RecordMatchByAttribute | RecordMatchById | str:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_record_match_type_0 = RecordMatchById.from_dict(data)

                    return componentsschemas_record_match_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_record_match_type_1 = RecordMatchByAttribute.from_dict(data)

                    return componentsschemas_record_match_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(RecordMatchByAttribute | RecordMatchById | str, data)

            linked_records_item = _parse_linked_records_item(linked_records_item_data)

            linked_records.append(linked_records_item)

        task_create = cls(
            assignees=assignees,
            content=content,
            deadline_at=deadline_at,
            format_=format_,
            is_completed=is_completed,
            linked_records=linked_records,
        )

        task_create.additional_properties = d
        return task_create

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
