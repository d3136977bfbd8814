from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.call_recording_ids import CallRecordingIds
    from ..models.transcript_segment import TranscriptSegment


T = TypeVar("T", bound="RecordingTranscript")


@_attrs_define
class RecordingTranscript:
    id: CallRecordingIds
    raw_transcript: str
    transcript: list[TranscriptSegment]
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
        from ..models.call_recording_ids import CallRecordingIds  # noqa: PLC0415
        from ..models.transcript_segment import TranscriptSegment  # noqa: PLC0415

        d = dict(src_dict)
        id = CallRecordingIds.from_dict(d.pop("id"))

        raw_transcript = d.pop("raw_transcript")

        transcript = []
        _transcript = d.pop("transcript")
        for transcript_item_data in _transcript:
            transcript_item = TranscriptSegment.from_dict(transcript_item_data)

            transcript.append(transcript_item)

        web_url = d.pop("web_url")

        recording_transcript = cls(
            id=id,
            raw_transcript=raw_transcript,
            transcript=transcript,
            web_url=web_url,
        )

        recording_transcript.additional_properties = d
        return recording_transcript

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
