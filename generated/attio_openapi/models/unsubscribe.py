from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Unsubscribe")


@_attrs_define
class Unsubscribe:
    email_addresses: list[str]

    def to_dict(self) -> dict[str, Any]:
        email_addresses = self.email_addresses

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email_addresses": email_addresses,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email_addresses = cast(list[str], d.pop("email_addresses"))

        unsubscribe = cls(
            email_addresses=email_addresses,
        )

        return unsubscribe
