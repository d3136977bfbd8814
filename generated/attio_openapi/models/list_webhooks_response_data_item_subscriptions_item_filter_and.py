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


T = TypeVar("T", bound="ListWebhooksResponseDataItemSubscriptionsItemFilterAnd")


@_attrs_define
class ListWebhooksResponseDataItemSubscriptionsItemFilterAnd:
    and_: list[
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

        and_ = []
        for and_item_data in self.and_:
            and_item: dict[str, Any]
            if isinstance(and_item_data, ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals):
                and_item = and_item_data.to_dict()
            elif isinstance(
                and_item_data, ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals
            ):
                and_item = and_item_data.to_dict()
            else:
                and_item = and_item_data.to_dict()

            and_.append(and_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "$and": and_,
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
        and_ = []
        _and_ = d.pop("$and")
        for and_item_data in _and_:

            def _parse_and_item(
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

            and_item = _parse_and_item(and_item_data)

            and_.append(and_item)

        list_webhooks_response_data_item_subscriptions_item_filter_and = cls(
            and_=and_,
        )

        list_webhooks_response_data_item_subscriptions_item_filter_and.additional_properties = d
        return list_webhooks_response_data_item_subscriptions_item_filter_and

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
