from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.list_webhooks_response_data_item_subscriptions_item_filter_and_and_item_equals import (
        ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals,
    )
    from ..models.list_webhooks_response_data_item_subscriptions_item_filter_and_and_item_not_equals import (
        ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals,
    )
    from ..models.unknown_list_webhooks_response_data_item_subscriptions_item_filter_and_and_item import (
        UnknownListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItem,
    )


T = TypeVar("T", bound="ListWebhooksResponseDataItemSubscriptionsItemFilterOr")


@_attrs_define
class ListWebhooksResponseDataItemSubscriptionsItemFilterOr:
    or_: list[
        ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals
        | ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals
        | UnknownListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItem
    ]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_webhooks_response_data_item_subscriptions_item_filter_and_and_item_equals import (
            ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals,  # noqa: PLC0415
        )
        from ..models.list_webhooks_response_data_item_subscriptions_item_filter_and_and_item_not_equals import (
            ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals,  # noqa: PLC0415
        )

        or_ = []
        for or_item_data in self.or_:
            or_item: dict[str, Any]
            if isinstance(or_item_data, ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals):
                or_item = or_item_data.to_dict()
            elif isinstance(
                or_item_data, ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals
            ):
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
        from ..models.list_webhooks_response_data_item_subscriptions_item_filter_and_and_item_equals import (
            ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals,  # noqa: PLC0415
        )
        from ..models.list_webhooks_response_data_item_subscriptions_item_filter_and_and_item_not_equals import (
            ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals,  # noqa: PLC0415
        )
        from ..models.unknown_list_webhooks_response_data_item_subscriptions_item_filter_and_and_item import (
            UnknownListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItem,  # noqa: PLC0415
        )

        d = dict(src_dict)
        or_ = []
        _or_ = d.pop("$or")
        for or_item_data in _or_:

            def _parse_or_item(
                data: object,
            ) -> (
                ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals
                | ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals
                | UnknownListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItem
            ):
                if isinstance(data, dict):
                    tag = data.get("operator")
                    if tag == "equals":
                        return ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals.from_dict(
                            data
                        )
                    if tag == "not_equals":
                        return (
                            ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals.from_dict(
                                data
                            )
                        )
                    return UnknownListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItem.from_dict(
                        data
                    )
                raise TypeError(f"expected an object, got {type(data).__name__}")

            or_item = _parse_or_item(or_item_data)

            or_.append(or_item)

        list_webhooks_response_data_item_subscriptions_item_filter_or = cls(
            or_=or_,
        )

        list_webhooks_response_data_item_subscriptions_item_filter_or.additional_properties = d
        return list_webhooks_response_data_item_subscriptions_item_filter_or

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
