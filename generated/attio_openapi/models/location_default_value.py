from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.country_code import CountryCode

T = TypeVar("T", bound="LocationDefaultValue")


@_attrs_define
class LocationDefaultValue:
    attribute_type: Literal["location"]
    country_code: CountryCode | None
    latitude: None | str
    line_1: None | str
    line_2: None | str
    line_3: None | str
    line_4: None | str
    locality: None | str
    longitude: None | str
    postcode: None | str
    region: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attribute_type = self.attribute_type

        country_code: None | str
        if isinstance(self.country_code, CountryCode):
            country_code = self.country_code.value
        else:
            country_code = self.country_code

        latitude: None | str
        latitude = self.latitude

        line_1: None | str
        line_1 = self.line_1

        line_2: None | str
        line_2 = self.line_2

        line_3: None | str
        line_3 = self.line_3

        line_4: None | str
        line_4 = self.line_4

        locality: None | str
        locality = self.locality

        longitude: None | str
        longitude = self.longitude

        postcode: None | str
        postcode = self.postcode

        region: None | str
        region = self.region

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attribute_type": attribute_type,
                "country_code": country_code,
                "latitude": latitude,
                "line_1": line_1,
                "line_2": line_2,
                "line_3": line_3,
                "line_4": line_4,
                "locality": locality,
                "longitude": longitude,
                "postcode": postcode,
                "region": region,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attribute_type = cast(Literal["location"], d.pop("attribute_type"))
        if attribute_type != "location":
            raise ValueError(f"attribute_type must match const 'location', got '{attribute_type}'")

        def _parse_country_code(data: object) -> CountryCode | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                country_code_type_0 = CountryCode(data)

                return country_code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CountryCode | None, data)

        country_code = _parse_country_code(d.pop("country_code"))

        def _parse_latitude(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        latitude = _parse_latitude(d.pop("latitude"))

        def _parse_line_1(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        line_1 = _parse_line_1(d.pop("line_1"))

        def _parse_line_2(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        line_2 = _parse_line_2(d.pop("line_2"))

        def _parse_line_3(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        line_3 = _parse_line_3(d.pop("line_3"))

        def _parse_line_4(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        line_4 = _parse_line_4(d.pop("line_4"))

        def _parse_locality(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        locality = _parse_locality(d.pop("locality"))

        def _parse_longitude(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        longitude = _parse_longitude(d.pop("longitude"))

        def _parse_postcode(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        postcode = _parse_postcode(d.pop("postcode"))

        def _parse_region(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        region = _parse_region(d.pop("region"))

        location_default_value = cls(
            attribute_type=attribute_type,
            country_code=country_code,
            latitude=latitude,
            line_1=line_1,
            line_2=line_2,
            line_3=line_3,
            line_4=line_4,
            locality=locality,
            longitude=longitude,
            postcode=postcode,
            region=region,
        )

        location_default_value.additional_properties = d
        return location_default_value

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
