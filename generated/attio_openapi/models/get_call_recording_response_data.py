from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.list_call_recordings_response_data_item_status import ListCallRecordingsResponseDataItemStatus

if TYPE_CHECKING:
    from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
        CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,
    )
    from ..models.get_call_recording_response_data_transcript import GetCallRecordingResponseDataTranscript
    from ..models.list_call_recordings_response_data_item_ids import ListCallRecordingsResponseDataItemIds


T = TypeVar("T", bound="GetCallRecordingResponseData")


@_attrs_define
class GetCallRecordingResponseData:
    created_at: str
    created_by_actor: CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor
    id: ListCallRecordingsResponseDataItemIds
    status: ListCallRecordingsResponseDataItemStatus
    transcript: GetCallRecordingResponseDataTranscript | None
    video_url: None | str
    web_url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.get_call_recording_response_data_transcript import (
            GetCallRecordingResponseDataTranscript,  # noqa: PLC0415
        )

        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        id = self.id.to_dict()

        status = self.status.value

        transcript: dict[str, Any] | None
        if isinstance(self.transcript, GetCallRecordingResponseDataTranscript):
            transcript = self.transcript.to_dict()
        else:
            transcript = self.transcript

        video_url: None | str
        video_url = self.video_url

        web_url = self.web_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "created_by_actor": created_by_actor,
                "id": id,
                "status": status,
                "transcript": transcript,
                "video_url": video_url,
                "web_url": web_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,  # noqa: PLC0415
        )
        from ..models.get_call_recording_response_data_transcript import (
            GetCallRecordingResponseDataTranscript,  # noqa: PLC0415
        )
        from ..models.list_call_recordings_response_data_item_ids import ListCallRecordingsResponseDataItemIds  # noqa: PLC0415

        d = dict(src_dict)
        created_at = d.pop("created_at")

        created_by_actor = (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor.from_dict(
                d.pop("created_by_actor")
            )
        )

        id = ListCallRecordingsResponseDataItemIds.from_dict(d.pop("id"))

        status = ListCallRecordingsResponseDataItemStatus(d.pop("status"))

        def _parse_transcript(data: object) -> GetCallRecordingResponseDataTranscript | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                transcript_type_0 = GetCallRecordingResponseDataTranscript.from_dict(data)

                return transcript_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GetCallRecordingResponseDataTranscript | None, data)

        transcript = _parse_transcript(d.pop("transcript"))

        def _parse_video_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        video_url = _parse_video_url(d.pop("video_url"))

        web_url = d.pop("web_url")

        get_call_recording_response_data = cls(
            created_at=created_at,
            created_by_actor=created_by_actor,
            id=id,
            status=status,
            transcript=transcript,
            video_url=video_url,
            web_url=web_url,
        )

        get_call_recording_response_data.additional_properties = d
        return get_call_recording_response_data

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
