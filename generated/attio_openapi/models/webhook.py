from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_status import WebhookStatus

if TYPE_CHECKING:
    from ..models.webhook_ids import WebhookIds
    from ..models.webhook_subscription import WebhookSubscription


T = TypeVar("T", bound="Webhook")


@_attrs_define
class Webhook:
    created_at: str
    id: WebhookIds
    status: WebhookStatus
    subscriptions: list[WebhookSubscription]
    target_url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at

        id = self.id.to_dict()

        status = self.status.value

        subscriptions = []
        for subscriptions_item_data in self.subscriptions:
            subscriptions_item = subscriptions_item_data.to_dict()
            subscriptions.append(subscriptions_item)

        target_url = self.target_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "id": id,
                "status": status,
                "subscriptions": subscriptions,
                "target_url": target_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.webhook_ids import WebhookIds  # noqa: PLC0415
        from ..models.webhook_subscription import WebhookSubscription  # noqa: PLC0415

        d = dict(src_dict)
        created_at = d.pop("created_at")

        id = WebhookIds.from_dict(d.pop("id"))

        status = WebhookStatus(d.pop("status"))

        subscriptions = []
        _subscriptions = d.pop("subscriptions")
        for subscriptions_item_data in _subscriptions:
            subscriptions_item = WebhookSubscription.from_dict(subscriptions_item_data)

            subscriptions.append(subscriptions_item)

        target_url = d.pop("target_url")

        webhook = cls(
            created_at=created_at,
            id=id,
            status=status,
            subscriptions=subscriptions,
            target_url=target_url,
        )

        webhook.additional_properties = d
        return webhook

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
