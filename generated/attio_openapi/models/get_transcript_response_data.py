from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.get_call_recording_response_data_transcript_segments_item import (
        GetCallRecordingResponseDataTranscriptSegmentsItem,
    )
    from ..models.list_call_recordings_response_data_item_ids import ListCallRecordingsResponseDataItemIds


T = TypeVar("T", bound="GetTranscriptResponseData")


@_attrs_define
class GetTranscriptResponseData:
    id: ListCallRecordingsResponseDataItemIds
    raw_transcript: str
    transcript: list[GetCallRecordingResponseDataTranscriptSegmentsItem]
    web_url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id.to_dict()

        raw_transcript = self.raw_transcript

        transcript = []
        for transcript_item_data in self.transcript:
            transcript_item = transcript_item_data.to_dict()
            transcript.append(transcript_item)

        web_url = self.web_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "raw_transcript": raw_transcript,
                "transcript": transcript,
                "web_url": web_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.get_call_recording_response_data_transcript_segments_item import (
            GetCallRecordingResponseDataTranscriptSegmentsItem,  # noqa: PLC0415
        )
        from ..models.list_call_recordings_response_data_item_ids import ListCallRecordingsResponseDataItemIds  # noqa: PLC0415

        d = dict(src_dict)
        id = ListCallRecordingsResponseDataItemIds.from_dict(d.pop("id"))

        raw_transcript = d.pop("raw_transcript")

        transcript = []
        _transcript = d.pop("transcript")
        for transcript_item_data in _transcript:
            transcript_item = GetCallRecordingResponseDataTranscriptSegmentsItem.from_dict(
                transcript_item_data
            )

            transcript.append(transcript_item)

        web_url = d.pop("web_url")

        get_transcript_response_data = cls(
            id=id,
            raw_transcript=raw_transcript,
            transcript=transcript,
            web_url=web_url,
        )

        get_transcript_response_data.additional_properties = d
        return get_transcript_response_data

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
