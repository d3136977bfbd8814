from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.actor_reference_default_value import ActorReferenceDefaultValue
    from ..models.checkbox_default_value import CheckboxDefaultValue
    from ..models.currency_default_value import CurrencyDefaultValue
    from ..models.date_default_value import DateDefaultValue
    from ..models.domain_default_value import DomainDefaultValue
    from ..models.email_address_default_value import EmailAddressDefaultValue
    from ..models.interaction_default_value import InteractionDefaultValue
    from ..models.location_default_value import LocationDefaultValue
    from ..models.number_default_value import NumberDefaultValue
    from ..models.personal_name_default_value import PersonalNameDefaultValue
    from ..models.phone_number_default_value import PhoneNumberDefaultValue
    from ..models.rating_default_value import RatingDefaultValue
    from ..models.record_reference_default_value import RecordReferenceDefaultValue
    from ..models.select_default_value import SelectDefaultValue
    from ..models.select_id_default_value import SelectIdDefaultValue
    from ..models.status_default_value import StatusDefaultValue
    from ..models.status_id_default_value import StatusIdDefaultValue
    from ..models.text_default_value import TextDefaultValue
    from ..models.timestamp_default_value import TimestampDefaultValue
    from ..models.unknown_default_value import UnknownDefaultValue


T = TypeVar("T", bound="StaticDefault")


@_attrs_define
class StaticDefault:
    template: list[
        ActorReferenceDefaultValue
        | CheckboxDefaultValue
        | CurrencyDefaultValue
        | DateDefaultValue
        | DomainDefaultValue
        | EmailAddressDefaultValue
        | InteractionDefaultValue
        | LocationDefaultValue
        | NumberDefaultValue
        | PersonalNameDefaultValue
        | PhoneNumberDefaultValue
        | RatingDefaultValue
        | RecordReferenceDefaultValue
        | SelectDefaultValue
        | SelectIdDefaultValue
        | StatusDefaultValue
        | StatusIdDefaultValue
        | TextDefaultValue
        | TimestampDefaultValue
        | UnknownDefaultValue
    ]
    type_: Literal["static"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.actor_reference_default_value import ActorReferenceDefaultValue  # noqa: PLC0415
        from ..models.checkbox_default_value import CheckboxDefaultValue  # noqa: PLC0415
        from ..models.currency_default_value import CurrencyDefaultValue  # noqa: PLC0415
        from ..models.date_default_value import DateDefaultValue  # noqa: PLC0415
        from ..models.domain_default_value import DomainDefaultValue  # noqa: PLC0415
        from ..models.email_address_default_value import EmailAddressDefaultValue  # noqa: PLC0415
        from ..models.interaction_default_value import InteractionDefaultValue  # noqa: PLC0415
        from ..models.location_default_value import LocationDefaultValue  # noqa: PLC0415
        from ..models.number_default_value import NumberDefaultValue  # noqa: PLC0415
        from ..models.personal_name_default_value import PersonalNameDefaultValue  # noqa: PLC0415
        from ..models.phone_number_default_value import PhoneNumberDefaultValue  # noqa: PLC0415
        from ..models.rating_default_value import RatingDefaultValue  # noqa: PLC0415
        from ..models.record_reference_default_value import RecordReferenceDefaultValue  # noqa: PLC0415
        from ..models.select_default_value import SelectDefaultValue  # noqa: PLC0415
        from ..models.select_id_default_value import SelectIdDefaultValue  # noqa: PLC0415
        from ..models.status_default_value import StatusDefaultValue  # noqa: PLC0415
        from ..models.status_id_default_value import StatusIdDefaultValue  # noqa: PLC0415
        from ..models.text_default_value import TextDefaultValue  # noqa: PLC0415
        from ..models.timestamp_default_value import TimestampDefaultValue  # noqa: PLC0415

        template = []
        for template_item_data in self.template:
            template_item: dict[str, Any]
            if isinstance(template_item_data, LocationDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, EmailAddressDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, InteractionDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, PersonalNameDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, PhoneNumberDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, ActorReferenceDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, DomainDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, RecordReferenceDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, SelectDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, StatusDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, CheckboxDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, CurrencyDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, DateDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, NumberDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, RatingDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, SelectIdDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, StatusIdDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, TextDefaultValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, TimestampDefaultValue):
                template_item = template_item_data.to_dict()
            else:
                template_item = template_item_data.to_dict()

            template.append(template_item)

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "template": template,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor_reference_default_value import ActorReferenceDefaultValue  # noqa: PLC0415
        from ..models.checkbox_default_value import CheckboxDefaultValue  # noqa: PLC0415
        from ..models.currency_default_value import CurrencyDefaultValue  # noqa: PLC0415
        from ..models.date_default_value import DateDefaultValue  # noqa: PLC0415
        from ..models.domain_default_value import DomainDefaultValue  # noqa: PLC0415
        from ..models.email_address_default_value import EmailAddressDefaultValue  # noqa: PLC0415
        from ..models.interaction_default_value import InteractionDefaultValue  # noqa: PLC0415
        from ..models.location_default_value import LocationDefaultValue  # noqa: PLC0415
        from ..models.number_default_value import NumberDefaultValue  # noqa: PLC0415
        from ..models.personal_name_default_value import PersonalNameDefaultValue  # noqa: PLC0415
        from ..models.phone_number_default_value import PhoneNumberDefaultValue  # noqa: PLC0415
        from ..models.rating_default_value import RatingDefaultValue  # noqa: PLC0415
        from ..models.record_reference_default_value import RecordReferenceDefaultValue  # noqa: PLC0415
        from ..models.select_default_value import SelectDefaultValue  # noqa: PLC0415
        from ..models.select_id_default_value import SelectIdDefaultValue  # noqa: PLC0415
        from ..models.status_default_value import StatusDefaultValue  # noqa: PLC0415
        from ..models.status_id_default_value import StatusIdDefaultValue  # noqa: PLC0415
        from ..models.text_default_value import TextDefaultValue  # noqa: PLC0415
        from ..models.timestamp_default_value import TimestampDefaultValue  # noqa: PLC0415
        from ..models.unknown_default_value import UnknownDefaultValue  # noqa: PLC0415

        d = dict(src_dict)
        template = []
        _template = d.pop("template")
        for template_item_data in _template:

            def _parse_template_item(
                data: object,
            ) -> (
                ActorReferenceDefaultValue
                | CheckboxDefaultValue
                | CurrencyDefaultValue
                | DateDefaultValue
                | DomainDefaultValue
                | EmailAddressDefaultValue
                | InteractionDefaultValue
                | LocationDefaultValue
                | NumberDefaultValue
                | PersonalNameDefaultValue
                | PhoneNumberDefaultValue
                | RatingDefaultValue
                | RecordReferenceDefaultValue
                | SelectDefaultValue
                | SelectIdDefaultValue
                | StatusDefaultValue
                | StatusIdDefaultValue
                | TextDefaultValue
                | TimestampDefaultValue
                | UnknownDefaultValue
            ):
                if isinstance(data, dict):
                    tag = data.get("attribute_type")
                    if tag == "location":
                        return LocationDefaultValue.from_dict(data)
                    if tag == "email-address":
                        return EmailAddressDefaultValue.from_dict(data)
                    if tag == "interaction":
                        return InteractionDefaultValue.from_dict(data)
                    if tag == "personal-name":
                        return PersonalNameDefaultValue.from_dict(data)
                    if tag == "phone-number":
                        return PhoneNumberDefaultValue.from_dict(data)
                    if tag == "actor-reference":
                        return ActorReferenceDefaultValue.from_dict(data)
                    if tag == "domain":
                        return DomainDefaultValue.from_dict(data)
                    if tag == "record-reference":
                        return RecordReferenceDefaultValue.from_dict(data)
                    if tag == "select":
                        try:
                            return SelectDefaultValue.from_dict(data)
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return SelectIdDefaultValue.from_dict(data)
                    if tag == "status":
                        try:
                            return StatusDefaultValue.from_dict(data)
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return StatusIdDefaultValue.from_dict(data)
                    if tag == "checkbox":
                        return CheckboxDefaultValue.from_dict(data)
                    if tag == "currency":
                        return CurrencyDefaultValue.from_dict(data)
                    if tag == "date":
                        return DateDefaultValue.from_dict(data)
                    if tag == "number":
                        return NumberDefaultValue.from_dict(data)
                    if tag == "rating":
                        return RatingDefaultValue.from_dict(data)
                    if tag == "text":
                        return TextDefaultValue.from_dict(data)
                    if tag == "timestamp":
                        return TimestampDefaultValue.from_dict(data)
                    return UnknownDefaultValue.from_dict(data)
                raise TypeError(f"expected an object, got {type(data).__name__}")

            template_item = _parse_template_item(template_item_data)

            template.append(template_item)

        type_ = cast(Literal["static"], d.pop("type"))
        if type_ != "static":
            raise ValueError(f"type must match const 'static', got '{type_}'")

        static_default = cls(
            template=template,
            type_=type_,
        )

        static_default.additional_properties = d
        return static_default

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
