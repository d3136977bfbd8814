from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.member_match_by_email import MemberMatchByEmail
    from ..models.member_match_by_id import MemberMatchById
    from ..models.record_match_by_attribute import RecordMatchByAttribute
    from ..models.record_match_by_id import RecordMatchById


T = TypeVar("T", bound="TaskUpdate")


@_attrs_define
class TaskUpdate:
    assignees: list[MemberMatchByEmail | MemberMatchById] | Unset = UNSET
    deadline_at: None | str | Unset = UNSET
    is_completed: bool | Unset = UNSET
    linked_records: list[RecordMatchByAttribute | RecordMatchById | str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.member_match_by_id import MemberMatchById  # noqa: PLC0415
        from ..models.record_match_by_attribute import RecordMatchByAttribute  # noqa: PLC0415
        from ..models.record_match_by_id import RecordMatchById  # noqa: PLC0415

        assignees: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.assignees, Unset):
            assignees = []
            for assignees_item_data in self.assignees:
                assignees_item: dict[str, Any]
                if isinstance(assignees_item_data, MemberMatchById):
                    assignees_item = assignees_item_data.to_dict()
                else:
                    assignees_item = assignees_item_data.to_dict()

                assignees.append(assignees_item)

        deadline_at: None | str | Unset
        if isinstance(self.deadline_at, Unset):
            deadline_at = UNSET
        else:
            deadline_at = self.deadline_at

        is_completed = self.is_completed

        linked_records: list[dict[str, Any] | str] | Unset = UNSET
        if not isinstance(self.linked_records, Unset):
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

        field_dict.update({})
        if assignees is not UNSET:
            field_dict["assignees"] = assignees
        if deadline_at is not UNSET:
            field_dict["deadline_at"] = deadline_at
        if is_completed is not UNSET:
            field_dict["is_completed"] = is_completed
        if linked_records is not UNSET:
            field_dict["linked_records"] = linked_records

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.member_match_by_email import MemberMatchByEmail  # noqa: PLC0415
        from ..models.member_match_by_id import MemberMatchById  # noqa: PLC0415
        from ..models.record_match_by_attribute import RecordMatchByAttribute  # noqa: PLC0415
        from ..models.record_match_by_id import RecordMatchById  # noqa: PLC0415

        d = dict(src_dict)
        _assignees = d.pop("assignees", UNSET)
        assignees: list[MemberMatchByEmail | MemberMatchById] | Unset = UNSET
        if _assignees is not UNSET:
            assignees = []
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

        def _parse_deadline_at(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        deadline_at = _parse_deadline_at(d.pop("deadline_at", UNSET))

        is_completed = d.pop("is_completed", UNSET)

        _linked_records = d.pop("linked_records", UNSET)
        linked_records: list[RecordMatchByAttribute | RecordMatchById | str] | Unset = UNSET
        if _linked_records is not UNSET:
            linked_records = []
            for linked_records_item_data in _linked_records:

                def _parse_linked_records_item(
                    data: object,
                ) -> RecordMatchByAttribute | RecordMatchById | str:
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

        task_update = cls(
            assignees=assignees,
            deadline_at=deadline_at,
            is_completed=is_completed,
            linked_records=linked_records,
        )

        return task_update
