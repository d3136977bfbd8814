from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.call_recording_status import CallRecordingStatus

if TYPE_CHECKING:
    from ..models.actor import Actor
    from ..models.call_recording_ids import CallRecordingIds
    from ..models.call_transcript import CallTranscript


T = TypeVar("T", bound="CallRecordingDetail")


@_attrs_define
class CallRecordingDetail:
    created_at: str
    created_by_actor: Actor
    id: CallRecordingIds
    status: CallRecordingStatus
    transcript: CallTranscript | None
    video_url: None | str
    web_url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.call_transcript import CallTranscript  # noqa: PLC0415

        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        id = self.id.to_dict()

        status = self.status.value

        transcript: dict[str, Any] | None
        if isinstance(self.transcript, CallTranscript):
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
        from ..models.actor import Actor  # noqa: PLC0415
        from ..models.call_recording_ids import CallRecordingIds  # noqa: PLC0415
        from ..models.call_transcript import CallTranscript  # noqa: PLC0415

        d = dict(src_dict)
        created_at = d.pop("created_at")

        created_by_actor = Actor.from_dict(d.pop("created_by_actor"))

        id = CallRecordingIds.from_dict(d.pop("id"))

        status = CallRecordingStatus(d.pop("status"))

        def _parse_transcript(data: object) -> CallTranscript | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                transcript_type_0 = CallTranscript.from_dict(data)

                return transcript_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CallTranscript | None, data)

        transcript = _parse_transcript(d.pop("transcript"))

        def _parse_video_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        video_url = _parse_video_url(d.pop("video_url"))

        web_url = d.pop("web_url")

        call_recording_detail = cls(
            created_at=created_at,
            created_by_actor=created_by_actor,
            id=id,
            status=status,
            transcript=transcript,
            video_url=video_url,
            web_url=web_url,
        )

        call_recording_detail.additional_properties = d
        return call_recording_detail

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
