from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.actor_reference_output_value import ActorReferenceOutputValue
    from ..models.checkbox_output_value import CheckboxOutputValue
    from ..models.currency_output_value import CurrencyOutputValue
    from ..models.date_output_value import DateOutputValue
    from ..models.domain_output_value import DomainOutputValue
    from ..models.email_address_output_value import EmailAddressOutputValue
    from ..models.interaction_output_value import InteractionOutputValue
    from ..models.location_output_value import LocationOutputValue
    from ..models.number_output_value import NumberOutputValue
    from ..models.personal_name_output_value import PersonalNameOutputValue
    from ..models.phone_number_output_value import PhoneNumberOutputValue
    from ..models.rating_output_value import RatingOutputValue
    from ..models.record_reference_output_value import RecordReferenceOutputValue
    from ..models.select_output_value import SelectOutputValue
    from ..models.status_output_value import StatusOutputValue
    from ..models.text_output_value import TextOutputValue
    from ..models.timestamp_output_value import TimestampOutputValue
    from ..models.unknown_output_value import UnknownOutputValue


T = TypeVar("T", bound="ValueHistory")


@_attrs_define
class ValueHistory:
    data: list[
        ActorReferenceOutputValue
        | CheckboxOutputValue
        | CurrencyOutputValue
        | DateOutputValue
        | DomainOutputValue
        | EmailAddressOutputValue
        | InteractionOutputValue
        | LocationOutputValue
        | NumberOutputValue
        | PersonalNameOutputValue
        | PhoneNumberOutputValue
        | RatingOutputValue
        | RecordReferenceOutputValue
        | SelectOutputValue
        | StatusOutputValue
        | TextOutputValue
        | TimestampOutputValue
        | UnknownOutputValue
    ]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.actor_reference_output_value import ActorReferenceOutputValue  # noqa: PLC0415
        from ..models.checkbox_output_value import CheckboxOutputValue  # noqa: PLC0415
        from ..models.currency_output_value import CurrencyOutputValue  # noqa: PLC0415
        from ..models.date_output_value import DateOutputValue  # noqa: PLC0415
        from ..models.domain_output_value import DomainOutputValue  # noqa: PLC0415
        from ..models.email_address_output_value import EmailAddressOutputValue  # noqa: PLC0415
        from ..models.interaction_output_value import InteractionOutputValue  # noqa: PLC0415
        from ..models.location_output_value import LocationOutputValue  # noqa: PLC0415
        from ..models.number_output_value import NumberOutputValue  # noqa: PLC0415
        from ..models.personal_name_output_value import PersonalNameOutputValue  # noqa: PLC0415
        from ..models.phone_number_output_value import PhoneNumberOutputValue  # noqa: PLC0415
        from ..models.rating_output_value import RatingOutputValue  # noqa: PLC0415
        from ..models.record_reference_output_value import RecordReferenceOutputValue  # noqa: PLC0415
        from ..models.select_output_value import SelectOutputValue  # noqa: PLC0415
        from ..models.status_output_value import StatusOutputValue  # noqa: PLC0415
        from ..models.text_output_value import TextOutputValue  # noqa: PLC0415
        from ..models.timestamp_output_value import TimestampOutputValue  # noqa: PLC0415

        data = []
        for data_item_data in self.data:
            data_item: dict[str, Any]
            if isinstance(data_item_data, LocationOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, EmailAddressOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, InteractionOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, PersonalNameOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, PhoneNumberOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, ActorReferenceOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, DomainOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, RecordReferenceOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, SelectOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, StatusOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, CheckboxOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, CurrencyOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, DateOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, NumberOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, RatingOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, TextOutputValue):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, TimestampOutputValue):
                data_item = data_item_data.to_dict()
            else:
                data_item = data_item_data.to_dict()

            data.append(data_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor_reference_output_value import ActorReferenceOutputValue  # noqa: PLC0415
        from ..models.checkbox_output_value import CheckboxOutputValue  # noqa: PLC0415
        from ..models.currency_output_value import CurrencyOutputValue  # noqa: PLC0415
        from ..models.date_output_value import DateOutputValue  # noqa: PLC0415
        from ..models.domain_output_value import DomainOutputValue  # noqa: PLC0415
        from ..models.email_address_output_value import EmailAddressOutputValue  # noqa: PLC0415
        from ..models.interaction_output_value import InteractionOutputValue  # noqa: PLC0415
        from ..models.location_output_value import LocationOutputValue  # noqa: PLC0415
        from ..models.number_output_value import NumberOutputValue  # noqa: PLC0415
        from ..models.personal_name_output_value import PersonalNameOutputValue  # noqa: PLC0415
        from ..models.phone_number_output_value import PhoneNumberOutputValue  # noqa: PLC0415
        from ..models.rating_output_value import RatingOutputValue  # noqa: PLC0415
        from ..models.record_reference_output_value import RecordReferenceOutputValue  # noqa: PLC0415
        from ..models.select_output_value import SelectOutputValue  # noqa: PLC0415
        from ..models.status_output_value import StatusOutputValue  # noqa: PLC0415
        from ..models.text_output_value import TextOutputValue  # noqa: PLC0415
        from ..models.timestamp_output_value import TimestampOutputValue  # noqa: PLC0415
        from ..models.unknown_output_value import UnknownOutputValue  # noqa: PLC0415

        d = dict(src_dict)
        data = []
        _data = d.pop("data")
        for data_item_data in _data:

            def _parse_data_item(
                data: object,
            ) -> (
                ActorReferenceOutputValue
                | CheckboxOutputValue
                | CurrencyOutputValue
                | DateOutputValue
                | DomainOutputValue
                | EmailAddressOutputValue
                | InteractionOutputValue
                | LocationOutputValue
                | NumberOutputValue
                | PersonalNameOutputValue
                | PhoneNumberOutputValue
                | RatingOutputValue
                | RecordReferenceOutputValue
                | SelectOutputValue
                | StatusOutputValue
                | TextOutputValue
                | TimestampOutputValue
                | UnknownOutputValue
            ):
                if isinstance(data, dict):
                    tag = data.get("attribute_type")
                    if tag == "location":
                        return LocationOutputValue.from_dict(data)
                    if tag == "email-address":
                        return EmailAddressOutputValue.from_dict(data)
                    if tag == "interaction":
                        return InteractionOutputValue.from_dict(data)
                    if tag == "personal-name":
                        return PersonalNameOutputValue.from_dict(data)
                    if tag == "phone-number":
                        return PhoneNumberOutputValue.from_dict(data)
                    if tag == "actor-reference":
                        return ActorReferenceOutputValue.from_dict(data)
                    if tag == "domain":
                        return DomainOutputValue.from_dict(data)
                    if tag == "record-reference":
                        return RecordReferenceOutputValue.from_dict(data)
                    if tag == "select":
                        return SelectOutputValue.from_dict(data)
                    if tag == "status":
                        return StatusOutputValue.from_dict(data)
                    if tag == "checkbox":
                        return CheckboxOutputValue.from_dict(data)
                    if tag == "currency":
                        return CurrencyOutputValue.from_dict(data)
                    if tag == "date":
                        return DateOutputValue.from_dict(data)
                    if tag == "number":
                        return NumberOutputValue.from_dict(data)
                    if tag == "rating":
                        return RatingOutputValue.from_dict(data)
                    if tag == "text":
                        return TextOutputValue.from_dict(data)
                    if tag == "timestamp":
                        return TimestampOutputValue.from_dict(data)
                    return UnknownOutputValue.from_dict(data)
                raise TypeError(f"expected an object, got {type(data).__name__}")

            data_item = _parse_data_item(data_item_data)

            data.append(data_item)

        value_history = cls(
            data=data,
        )

        value_history.additional_properties = d
        return value_history

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
