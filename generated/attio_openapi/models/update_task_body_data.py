from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_task_body_data_assignees_item_referenced_actor_id import (
        CreateTaskBodyDataAssigneesItemReferencedActorId,
    )
    from ..models.create_task_body_data_assignees_item_workspace_member_email_address import (
        CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress,
    )
    from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute,
    )
    from ..models.create_task_body_data_linked_records_array_0_item_target_object import (
        CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject,
    )


T = TypeVar("T", bound="UpdateTaskBodyData")


@_attrs_define
class UpdateTaskBodyData:
    assignees: (
        list[
            CreateTaskBodyDataAssigneesItemReferencedActorId
            | CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress
        ]
        | Unset
    ) = UNSET
    deadline_at: None | str | Unset = UNSET
    is_completed: bool | Unset = UNSET
    linked_records: (
        list[
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute
            | CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject
        ]
        | list[str]
        | Unset
    ) = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.create_task_body_data_assignees_item_referenced_actor_id import (
            CreateTaskBodyDataAssigneesItemReferencedActorId,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute,  # noqa: PLC0415
        )

        assignees: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.assignees, Unset):
            assignees = []
            for assignees_item_data in self.assignees:
                assignees_item: dict[str, Any]
                if isinstance(assignees_item_data, CreateTaskBodyDataAssigneesItemReferencedActorId):
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

        linked_records: list[dict[str, Any]] | list[str] | Unset
        if isinstance(self.linked_records, Unset):
            linked_records = UNSET
        elif isinstance(self.linked_records, list):
            linked_records = self.linked_records

        else:
            linked_records = []
            for linked_records_type_1_item_data in self.linked_records:
                linked_records_type_1_item: dict[str, Any]
                if isinstance(
                    linked_records_type_1_item_data,
                    CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute,
                ):
                    linked_records_type_1_item = linked_records_type_1_item_data.to_dict()
                else:
                    linked_records_type_1_item = linked_records_type_1_item_data.to_dict()

                linked_records.append(linked_records_type_1_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
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
        from ..models.create_task_body_data_assignees_item_referenced_actor_id import (
            CreateTaskBodyDataAssigneesItemReferencedActorId,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_assignees_item_workspace_member_email_address import (
            CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute import (
            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute,  # noqa: PLC0415
        )
        from ..models.create_task_body_data_linked_records_array_0_item_target_object import (
            CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject,  # noqa: PLC0415
        )

        d = dict(src_dict)
        _assignees = d.pop("assignees", UNSET)
        assignees: (
            list[
                CreateTaskBodyDataAssigneesItemReferencedActorId
                | CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress
            ]
            | Unset
        ) = UNSET
        if _assignees is not UNSET:
            assignees = []
            for assignees_item_data in _assignees:

                def _parse_assignees_item(
                    data: object,
                ) -> (
                    CreateTaskBodyDataAssigneesItemReferencedActorId
                    | CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress
                ):
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_create_task_body_data_assignees_item_type_0 = (
                            CreateTaskBodyDataAssigneesItemReferencedActorId.from_dict(data)
                        )

                        return componentsschemas_create_task_body_data_assignees_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_task_body_data_assignees_item_type_1 = (
                        CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress.from_dict(data)
                    )

                    return componentsschemas_create_task_body_data_assignees_item_type_1

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

        def _parse_linked_records(
            data: object,
        ) -> (
            list[
                CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute
                | CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject
            ]
            | list[str]
            | Unset
        ):
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                linked_records_type_0 = cast(list[str], data)

                return linked_records_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, list):
                raise TypeError()
            linked_records_type_1 = []
            _linked_records_type_1 = data
            for linked_records_type_1_item_data in _linked_records_type_1:

                def _parse_linked_records_type_1_item(
                    data: object,
                ) -> (
                    CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute
                    | CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject
                ):
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_create_task_body_data_linked_records_array_0_item_type_0 = (
                            CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute.from_dict(
                                data
                            )
                        )

                        return componentsschemas_create_task_body_data_linked_records_array_0_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_create_task_body_data_linked_records_array_0_item_type_1 = (
                        CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject.from_dict(data)
                    )

                    return componentsschemas_create_task_body_data_linked_records_array_0_item_type_1

                linked_records_type_1_item = _parse_linked_records_type_1_item(
                    linked_records_type_1_item_data
                )

                linked_records_type_1.append(linked_records_type_1_item)

            return linked_records_type_1

        linked_records = _parse_linked_records(d.pop("linked_records", UNSET))

        update_task_body_data = cls(
            assignees=assignees,
            deadline_at=deadline_at,
            is_completed=is_completed,
            linked_records=linked_records,
        )

        update_task_body_data.additional_properties = d
        return update_task_body_data

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
