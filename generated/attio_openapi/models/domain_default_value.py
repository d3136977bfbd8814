from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DomainDefaultValue")


@_attrs_define
class DomainDefaultValue:
    attribute_type: Literal["domain"]
    domain: str
    root_domain: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attribute_type = self.attribute_type

        domain = self.domain

        root_domain = self.root_domain

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attribute_type": attribute_type,
                "domain": domain,
                "root_domain": root_domain,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attribute_type = cast(Literal["domain"], d.pop("attribute_type"))
        if attribute_type != "domain":
            raise ValueError(f"attribute_type must match const 'domain', got '{attribute_type}'")

        domain = d.pop("domain")

        root_domain = d.pop("root_domain")

        domain_default_value = cls(
            attribute_type=attribute_type,
            domain=domain,
            root_domain=root_domain,
        )

        domain_default_value.additional_properties = d
        return domain_default_value

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
