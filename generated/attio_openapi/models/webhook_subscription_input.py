from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_event_type import WebhookEventType
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.webhook_filter_and import WebhookFilterAnd
    from ..models.webhook_filter_or import WebhookFilterOr


T = TypeVar("T", bound="WebhookSubscriptionInput")


@_attrs_define
class WebhookSubscriptionInput:
    event_type: WebhookEventType
    filter_: None | Unset | WebhookFilterAnd | WebhookFilterOr = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.webhook_filter_and import WebhookFilterAnd  # noqa: PLC0415
        from ..models.webhook_filter_or import WebhookFilterOr  # noqa: PLC0415

        event_type = self.event_type.value

        filter_: dict[str, Any] | None | Unset
        if isinstance(self.filter_, Unset):
            filter_ = UNSET
        elif isinstance(self.filter_, WebhookFilterAnd):
            filter_ = self.filter_.to_dict()
        elif isinstance(self.filter_, WebhookFilterOr):
            filter_ = self.filter_.to_dict()
        else:
            filter_ = self.filter_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_type": event_type,
            }
        )
        if filter_ is not UNSET:
            field_dict["filter"] = filter_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.webhook_filter_and import WebhookFilterAnd  # noqa: PLC0415
        from ..models.webhook_filter_or import WebhookFilterOr  # noqa: PLC0415

        d = dict(src_dict)
        event_type = WebhookEventType(d.pop("event_type"))

        def _parse_filter_(data: object) -> None | Unset | WebhookFilterAnd | WebhookFilterOr:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_webhook_filter_type_0 = WebhookFilterAnd.from_dict(data)

                return componentsschemas_webhook_filter_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_webhook_filter_type_1 = WebhookFilterOr.from_dict(data)

                return componentsschemas_webhook_filter_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WebhookFilterAnd | WebhookFilterOr, data)

        filter_ = _parse_filter_(d.pop("filter", UNSET))

        webhook_subscription_input = cls(
            event_type=event_type,
            filter_=filter_,
        )

        webhook_subscription_input.additional_properties = d
        return webhook_subscription_input

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
