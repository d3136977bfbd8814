from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.checkbox_input_value import CheckboxInputValue
    from ..models.currency_input_value import CurrencyInputValue
    from ..models.domain_input_value import DomainInputValue
    from ..models.email_address_input_value import EmailAddressInputValue
    from ..models.interaction_input_value import InteractionInputValue
    from ..models.location_input_value import LocationInputValue
    from ..models.member_match_by_email import MemberMatchByEmail
    from ..models.member_match_by_id import MemberMatchById
    from ..models.number_input_value import NumberInputValue
    from ..models.personal_name_input_value import PersonalNameInputValue
    from ..models.phone_number_input_value import PhoneNumberInputValue
    from ..models.record_match_by_attribute import RecordMatchByAttribute
    from ..models.record_match_by_id import RecordMatchById
    from ..models.select_input_value import SelectInputValue
    from ..models.status_input_value import StatusInputValue
    from ..models.text_input_value import TextInputValue


T = TypeVar("T", bound="StaticDefaultInput")


@_attrs_define
class StaticDefaultInput:
    template: list[
        CheckboxInputValue
        | CurrencyInputValue
        | DomainInputValue
        | EmailAddressInputValue
        | InteractionInputValue
        | LocationInputValue
        | MemberMatchByEmail
        | MemberMatchById
        | NumberInputValue
        | PersonalNameInputValue
        | PhoneNumberInputValue
        | RecordMatchByAttribute
        | RecordMatchById
        | SelectInputValue
        | StatusInputValue
        | TextInputValue
    ]
    type_: Literal["static"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.checkbox_input_value import CheckboxInputValue  # noqa: PLC0415
        from ..models.currency_input_value import CurrencyInputValue  # noqa: PLC0415
        from ..models.domain_input_value import DomainInputValue  # noqa: PLC0415
        from ..models.email_address_input_value import EmailAddressInputValue  # noqa: PLC0415
        from ..models.interaction_input_value import InteractionInputValue  # noqa: PLC0415
        from ..models.location_input_value import LocationInputValue  # noqa: PLC0415
        from ..models.member_match_by_email import MemberMatchByEmail  # noqa: PLC0415
        from ..models.member_match_by_id import MemberMatchById  # noqa: PLC0415
        from ..models.number_input_value import NumberInputValue  # noqa: PLC0415
        from ..models.phone_number_input_value import PhoneNumberInputValue  # noqa: PLC0415
        from ..models.record_match_by_attribute import RecordMatchByAttribute  # noqa: PLC0415
        from ..models.record_match_by_id import RecordMatchById  # noqa: PLC0415
        from ..models.select_input_value import SelectInputValue  # noqa: PLC0415
        from ..models.status_input_value import StatusInputValue  # noqa: PLC0415
        from ..models.text_input_value import TextInputValue  # noqa: PLC0415

        template = []
        for template_item_data in self.template:
            template_item: dict[str, Any]
            if isinstance(template_item_data, MemberMatchById):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, LocationInputValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, InteractionInputValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, RecordMatchById):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, CurrencyInputValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, SelectInputValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, PhoneNumberInputValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, StatusInputValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, RecordMatchByAttribute):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, CheckboxInputValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, NumberInputValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, TextInputValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, MemberMatchByEmail):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, DomainInputValue):
                template_item = template_item_data.to_dict()
            elif isinstance(template_item_data, EmailAddressInputValue):
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
        from ..models.checkbox_input_value import CheckboxInputValue  # noqa: PLC0415
        from ..models.currency_input_value import CurrencyInputValue  # noqa: PLC0415
        from ..models.domain_input_value import DomainInputValue  # noqa: PLC0415
        from ..models.email_address_input_value import EmailAddressInputValue  # noqa: PLC0415
        from ..models.interaction_input_value import InteractionInputValue  # noqa: PLC0415
        from ..models.location_input_value import LocationInputValue  # noqa: PLC0415
        from ..models.member_match_by_email import MemberMatchByEmail  # noqa: PLC0415
        from ..models.member_match_by_id import MemberMatchById  # noqa: PLC0415
        from ..models.number_input_value import NumberInputValue  # noqa: PLC0415
        from ..models.personal_name_input_value import PersonalNameInputValue  # noqa: PLC0415
        from ..models.phone_number_input_value import PhoneNumberInputValue  # noqa: PLC0415
        from ..models.record_match_by_attribute import RecordMatchByAttribute  # noqa: PLC0415
        from ..models.record_match_by_id import RecordMatchById  # noqa: PLC0415
        from ..models.select_input_value import SelectInputValue  # noqa: PLC0415
        from ..models.status_input_value import StatusInputValue  # noqa: PLC0415
        from ..models.text_input_value import TextInputValue  # noqa: PLC0415

        d = dict(src_dict)
        template = []
        _template = d.pop("template")
        for template_item_data in _template:

            def _parse_template_item(
                data: object,
            ) -> (
                CheckboxInputValue
                | CurrencyInputValue
                | DomainInputValue
                | EmailAddressInputValue
                | InteractionInputValue
                | LocationInputValue
                | MemberMatchByEmail
                | MemberMatchById
                | NumberInputValue
                | PersonalNameInputValue
                | PhoneNumberInputValue
                | RecordMatchByAttribute
                | RecordMatchById
                | SelectInputValue
                | StatusInputValue
                | TextInputValue
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_0 = MemberMatchById.from_dict(data)

                    return componentsschemas_input_value_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_1 = LocationInputValue.from_dict(data)

                    return componentsschemas_input_value_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_2 = InteractionInputValue.from_dict(data)

                    return componentsschemas_input_value_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_3 = RecordMatchById.from_dict(data)

                    return componentsschemas_input_value_type_3
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_4 = CurrencyInputValue.from_dict(data)

                    return componentsschemas_input_value_type_4
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_5 = SelectInputValue.from_dict(data)

                    return componentsschemas_input_value_type_5
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_6 = PhoneNumberInputValue.from_dict(data)

                    return componentsschemas_input_value_type_6
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_7 = StatusInputValue.from_dict(data)

                    return componentsschemas_input_value_type_7
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_8 = RecordMatchByAttribute.from_dict(data)

                    return componentsschemas_input_value_type_8
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_9 = CheckboxInputValue.from_dict(data)

                    return componentsschemas_input_value_type_9
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_10 = NumberInputValue.from_dict(data)

                    return componentsschemas_input_value_type_10
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_11 = TextInputValue.from_dict(data)

                    return componentsschemas_input_value_type_11
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_12 = MemberMatchByEmail.from_dict(data)

                    return componentsschemas_input_value_type_12
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_13 = DomainInputValue.from_dict(data)

                    return componentsschemas_input_value_type_13
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_input_value_type_14 = EmailAddressInputValue.from_dict(data)

                    return componentsschemas_input_value_type_14
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_input_value_type_15 = PersonalNameInputValue.from_dict(data)

                return componentsschemas_input_value_type_15

            template_item = _parse_template_item(template_item_data)

            template.append(template_item)

        type_ = cast(Literal["static"], d.pop("type"))
        if type_ != "static":
            raise ValueError(f"type must match const 'static', got '{type_}'")

        static_default_input = cls(
            template=template,
            type_=type_,
        )

        static_default_input.additional_properties = d
        return static_default_input

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
