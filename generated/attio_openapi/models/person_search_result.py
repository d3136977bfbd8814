from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.record_ids import RecordIds


T = TypeVar("T", bound="PersonSearchResult")


@_attrs_define
class PersonSearchResult:
    email_addresses: list[str]
    id: RecordIds
    object_slug: Literal["people"]
    phone_numbers: list[str]
    record_image: None | str
    record_text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email_addresses = self.email_addresses

        id = self.id.to_dict()

        object_slug = self.object_slug

        phone_numbers = self.phone_numbers

        record_image: None | str
        record_image = self.record_image

        record_text = self.record_text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "email_addresses": email_addresses,
                "id": id,
                "object_slug": object_slug,
                "phone_numbers": phone_numbers,
                "record_image": record_image,
                "record_text": record_text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.record_ids import RecordIds  # noqa: PLC0415

        d = dict(src_dict)
        email_addresses = cast(list[str], d.pop("email_addresses"))

        id = RecordIds.from_dict(d.pop("id"))

        object_slug = cast(Literal["people"], d.pop("object_slug"))
        if object_slug != "people":
            raise ValueError(f"object_slug must match const 'people', got '{object_slug}'")

        phone_numbers = cast(list[str], d.pop("phone_numbers"))

        def _parse_record_image(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        record_image = _parse_record_image(d.pop("record_image"))

        record_text = d.pop("record_text")

        person_search_result = cls(
            email_addresses=email_addresses,
            id=id,
            object_slug=object_slug,
            phone_numbers=phone_numbers,
            record_image=record_image,
            record_text=record_text,
        )

        person_search_result.additional_properties = d
        return person_search_result

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
