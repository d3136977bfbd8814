from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.equals_condition import EqualsCondition
    from ..models.not_equals_condition import NotEqualsCondition
    from ..models.unknown_webhook_condition import UnknownWebhookCondition


T = TypeVar("T", bound="WebhookFilterOr")


@_attrs_define
class WebhookFilterOr:
    or_: list[EqualsCondition | NotEqualsCondition | UnknownWebhookCondition]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.equals_condition import EqualsCondition  # noqa: PLC0415
        from ..models.not_equals_condition import NotEqualsCondition  # noqa: PLC0415

        or_ = []
        for or_item_data in self.or_:
            or_item: dict[str, Any]
            if isinstance(or_item_data, EqualsCondition):
                or_item = or_item_data.to_dict()
            elif isinstance(or_item_data, NotEqualsCondition):
                or_item = or_item_data.to_dict()
            else:
                or_item = or_item_data.to_dict()

            or_.append(or_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "$or": or_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.equals_condition import EqualsCondition  # noqa: PLC0415
        from ..models.not_equals_condition import NotEqualsCondition  # noqa: PLC0415
        from ..models.unknown_webhook_condition import UnknownWebhookCondition  # noqa: PLC0415

        d = dict(src_dict)
        or_ = []
        _or_ = d.pop("$or")
        for or_item_data in _or_:

            def _parse_or_item(
                data: object,
            ) -> EqualsCondition | NotEqualsCondition | UnknownWebhookCondition:
                if isinstance(data, dict):
                    tag = data.get("operator")
                    if tag == "equals":
                        return EqualsCondition.from_dict(data)
                    if tag == "not_equals":
                        return NotEqualsCondition.from_dict(data)
                    return UnknownWebhookCondition.from_dict(data)
                raise TypeError(f"expected an object, got {type(data).__name__}")

            or_item = _parse_or_item(or_item_data)

            or_.append(or_item)

        webhook_filter_or = cls(
            or_=or_,
        )

        webhook_filter_or.additional_properties = d
        return webhook_filter_or

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
