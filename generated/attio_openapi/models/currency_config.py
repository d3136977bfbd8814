from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.currency_code import CurrencyCode
from ..models.currency_display_type import CurrencyDisplayType

T = TypeVar("T", bound="CurrencyConfig")


@_attrs_define
class CurrencyConfig:
    default_currency_code: CurrencyCode | None
    display_type: CurrencyDisplayType | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        default_currency_code: None | str
        if isinstance(self.default_currency_code, CurrencyCode):
            default_currency_code = self.default_currency_code.value
        else:
            default_currency_code = self.default_currency_code

        display_type: None | str
        if isinstance(self.display_type, CurrencyDisplayType):
            display_type = self.display_type.value
        else:
            display_type = self.display_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "default_currency_code": default_currency_code,
                "display_type": display_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_default_currency_code(data: object) -> CurrencyCode | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                default_currency_code_type_0 = CurrencyCode(data)

                return default_currency_code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CurrencyCode | None, data)

        default_currency_code = _parse_default_currency_code(d.pop("default_currency_code"))

        def _parse_display_type(data: object) -> CurrencyDisplayType | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                display_type_type_0 = CurrencyDisplayType(data)

                return display_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CurrencyDisplayType | None, data)

        display_type = _parse_display_type(d.pop("display_type"))

        currency_config = cls(
            default_currency_code=default_currency_code,
            display_type=display_type,
        )

        currency_config.additional_properties = d
        return currency_config

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
