from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.speaker import Speaker


T = TypeVar("T", bound="TranscriptSegment")


@_attrs_define
class TranscriptSegment:
    end_time: float
    speaker: Speaker
    speech: str
    start_time: float
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        end_time = self.end_time

        speaker = self.speaker.to_dict()

        speech = self.speech

        start_time = self.start_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "end_time": end_time,
                "speaker": speaker,
                "speech": speech,
                "start_time": start_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.speaker import Speaker  # noqa: PLC0415

        d = dict(src_dict)
        end_time = d.pop("end_time")

        speaker = Speaker.from_dict(d.pop("speaker"))

        speech = d.pop("speech")

        start_time = d.pop("start_time")

        transcript_segment = cls(
            end_time=end_time,
            speaker=speaker,
            speech=speech,
            start_time=start_time,
        )

        transcript_segment.additional_properties = d
        return transcript_segment

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
