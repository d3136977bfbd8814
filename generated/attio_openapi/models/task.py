from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.actor import Actor
    from ..models.task_assignee import TaskAssignee
    from ..models.task_ids import TaskIds
    from ..models.task_link import TaskLink


T = TypeVar("T", bound="Task")


@_attrs_define
class Task:
    assignees: list[TaskAssignee]
    content_plaintext: str
    created_at: str
    created_by_actor: Actor
    deadline_at: None | str
    id: TaskIds
    is_completed: bool
    linked_records: list[TaskLink]
    completed_at: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assignees = []
        for assignees_item_data in self.assignees:
            assignees_item = assignees_item_data.to_dict()
            assignees.append(assignees_item)

        content_plaintext = self.content_plaintext

        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        deadline_at: None | str
        deadline_at = self.deadline_at

        id = self.id.to_dict()

        is_completed = self.is_completed

        linked_records = []
        for linked_records_item_data in self.linked_records:
            linked_records_item = linked_records_item_data.to_dict()
            linked_records.append(linked_records_item)

        completed_at: None | str | Unset
        if isinstance(self.completed_at, Unset):
            completed_at = UNSET
        else:
            completed_at = self.completed_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assignees": assignees,
                "content_plaintext": content_plaintext,
                "created_at": created_at,
                "created_by_actor": created_by_actor,
                "deadline_at": deadline_at,
                "id": id,
                "is_completed": is_completed,
                "linked_records": linked_records,
            }
        )
        if completed_at is not UNSET:
            field_dict["completed_at"] = completed_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor import Actor  # noqa: PLC0415
        from ..models.task_assignee import TaskAssignee  # noqa: PLC0415
        from ..models.task_ids import TaskIds  # noqa: PLC0415
        from ..models.task_link import TaskLink  # noqa: PLC0415

        d = dict(src_dict)
        assignees = []
        _assignees = d.pop("assignees")
        for assignees_item_data in _assignees:
            assignees_item = TaskAssignee.from_dict(assignees_item_data)

            assignees.append(assignees_item)

        content_plaintext = d.pop("content_plaintext")

        created_at = d.pop("created_at")

        created_by_actor = Actor.from_dict(d.pop("created_by_actor"))

        def _parse_deadline_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        deadline_at = _parse_deadline_at(d.pop("deadline_at"))

        id = TaskIds.from_dict(d.pop("id"))

        is_completed = d.pop("is_completed")

        linked_records = []
        _linked_records = d.pop("linked_records")
        for linked_records_item_data in _linked_records:
            linked_records_item = TaskLink.from_dict(linked_records_item_data)

            linked_records.append(linked_records_item)

        def _parse_completed_at(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        completed_at = _parse_completed_at(d.pop("completed_at", UNSET))

        task = cls(
            assignees=assignees,
            content_plaintext=content_plaintext,
            created_at=created_at,
            created_by_actor=created_by_actor,
            deadline_at=deadline_at,
            id=id,
            is_completed=is_completed,
            linked_records=linked_records,
            completed_at=completed_at,
        )

        task.additional_properties = d
        return task

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
