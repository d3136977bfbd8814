from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.list_webhooks_response_data_item_subscriptions_item_event_type import (
    ListWebhooksResponseDataItemSubscriptionsItemEventType,
)

if TYPE_CHECKING:
    from ..models.list_webhooks_response_data_item_subscriptions_item_filter_and import (
        ListWebhooksResponseDataItemSubscriptionsItemFilterAnd,
    )
    from ..models.list_webhooks_response_data_item_subscriptions_item_filter_or import (
        ListWebhooksResponseDataItemSubscriptionsItemFilterOr,
    )


T = TypeVar("T", bound="ListWebhooksResponseDataItemSubscriptionsItem")


@_attrs_define
class ListWebhooksResponseDataItemSubscriptionsItem:
    event_type: ListWebhooksResponseDataItemSubscriptionsItemEventType
    filter_: (
        ListWebhooksResponseDataItemSubscriptionsItemFilterAnd
        | ListWebhooksResponseDataItemSubscriptionsItemFilterOr
        | None
    )
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_webhooks_response_data_item_subscriptions_item_filter_and import (
            ListWebhooksResponseDataItemSubscriptionsItemFilterAnd,  # noqa: PLC0415
        )
        from ..models.list_webhooks_response_data_item_subscriptions_item_filter_or import (
            ListWebhooksResponseDataItemSubscriptionsItemFilterOr,  # noqa: PLC0415
        )

        event_type = self.event_type.value

        filter_: dict[str, Any] | None
        if isinstance(self.filter_, ListWebhooksResponseDataItemSubscriptionsItemFilterAnd):
            filter_ = self.filter_.to_dict()
        elif isinstance(self.filter_, ListWebhooksResponseDataItemSubscriptionsItemFilterOr):
            filter_ = self.filter_.to_dict()
        else:
            filter_ = self.filter_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_type": event_type,
                "filter": filter_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_webhooks_response_data_item_subscriptions_item_filter_and import (
            ListWebhooksResponseDataItemSubscriptionsItemFilterAnd,  # noqa: PLC0415
        )
        from ..models.list_webhooks_response_data_item_subscriptions_item_filter_or import (
            ListWebhooksResponseDataItemSubscriptionsItemFilterOr,  # noqa: PLC0415
        )

        d = dict(src_dict)
        event_type = ListWebhooksResponseDataItemSubscriptionsItemEventType(d.pop("event_type"))

        def _parse_filter_(
            data: object,
        ) -> (
            ListWebhooksResponseDataItemSubscriptionsItemFilterAnd
            | ListWebhooksResponseDataItemSubscriptionsItemFilterOr
            | None
        ):
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_list_webhooks_response_data_item_subscriptions_item_filter_type_0 = (
                    ListWebhooksResponseDataItemSubscriptionsItemFilterAnd.from_dict(data)
                )

                return componentsschemas_list_webhooks_response_data_item_subscriptions_item_filter_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_list_webhooks_response_data_item_subscriptions_item_filter_type_1 = (
                    ListWebhooksResponseDataItemSubscriptionsItemFilterOr.from_dict(data)
                )

                return componentsschemas_list_webhooks_response_data_item_subscriptions_item_filter_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                ListWebhooksResponseDataItemSubscriptionsItemFilterAnd
                | ListWebhooksResponseDataItemSubscriptionsItemFilterOr
                | None,
                data,
            )

        filter_ = _parse_filter_(d.pop("filter"))

        list_webhooks_response_data_item_subscriptions_item = cls(
            event_type=event_type,
            filter_=filter_,
        )

        list_webhooks_response_data_item_subscriptions_item.additional_properties = d
        return list_webhooks_response_data_item_subscriptions_item

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
