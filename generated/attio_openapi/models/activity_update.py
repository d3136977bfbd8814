from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ActivityUpdate")


@_attrs_define
class ActivityUpdate:
    api_slug: str | Unset = UNSET
    plural_noun: str | Unset = UNSET
    singular_noun: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        api_slug = self.api_slug

        plural_noun = self.plural_noun

        singular_noun = self.singular_noun

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if api_slug is not UNSET:
            field_dict["api_slug"] = api_slug
        if plural_noun is not UNSET:
            field_dict["plural_noun"] = plural_noun
        if singular_noun is not UNSET:
            field_dict["singular_noun"] = singular_noun

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        api_slug = d.pop("api_slug", UNSET)

        plural_noun = d.pop("plural_noun", UNSET)

        singular_noun = d.pop("singular_noun", UNSET)

        activity_update = cls(
            api_slug=api_slug,
            plural_noun=plural_noun,
            singular_noun=singular_noun,
        )

        return activity_update
