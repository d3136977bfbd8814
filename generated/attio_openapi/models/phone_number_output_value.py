from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.country_code import CountryCode

if TYPE_CHECKING:
    from ..models.actor import Actor


T = TypeVar("T", bound="PhoneNumberOutputValue")


@_attrs_define
class PhoneNumberOutputValue:
    active_from: datetime.datetime
    active_until: datetime.datetime | None
    attribute_type: Literal["phone-number"]
    country_code: CountryCode
    created_by_actor: Actor
    original_phone_number: str
    phone_number: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        active_from = self.active_from.isoformat()

        active_until: None | str
        if isinstance(self.active_until, datetime.datetime):
            active_until = self.active_until.isoformat()
        else:
            active_until = self.active_until

        attribute_type = self.attribute_type

        country_code = self.country_code.value

        created_by_actor = self.created_by_actor.to_dict()

        original_phone_number = self.original_phone_number

        phone_number = self.phone_number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "active_from": active_from,
                "active_until": active_until,
                "attribute_type": attribute_type,
                "country_code": country_code,
                "created_by_actor": created_by_actor,
                "original_phone_number": original_phone_number,
                "phone_number": phone_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor import Actor  # noqa: PLC0415

        d = dict(src_dict)
        active_from = datetime.datetime.fromisoformat(d.pop("active_from"))

        def _parse_active_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                active_until_type_0 = datetime.datetime.fromisoformat(data)

                return active_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        active_until = _parse_active_until(d.pop("active_until"))

        attribute_type = cast(Literal["phone-number"], d.pop("attribute_type"))
        if attribute_type != "phone-number":
            raise ValueError(f"attribute_type must match const 'phone-number', got '{attribute_type}'")

        country_code = CountryCode(d.pop("country_code"))

        created_by_actor = Actor.from_dict(d.pop("created_by_actor"))

        original_phone_number = d.pop("original_phone_number")

        phone_number = d.pop("phone_number")

        phone_number_output_value = cls(
            active_from=active_from,
            active_until=active_until,
            attribute_type=attribute_type,
            country_code=country_code,
            created_by_actor=created_by_actor,
            original_phone_number=original_phone_number,
            phone_number=phone_number,
        )

        phone_number_output_value.additional_properties = d
        return phone_number_output_value

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
