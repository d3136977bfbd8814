"""Phone numbers, to E.164 through the phonenumbers library."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attio.core.errors import MissingExtraError
from attio.testing.json_types import is_object
from attio.testing.normalise.breaches import bad_value
from attio.testing.normalise.countries import COUNTRY_CODES
from attio.testing.replies import problem
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from types import ModuleType

    from attio.testing.state.attributes import Attribute
    from attio.testing.state.workspace_state import WorkspaceState


@lru_cache(maxsize=1)
def _library() -> ModuleType:
    try:
        import phonenumbers
    except ImportError as error:
        raise MissingExtraError(
            "testing", "normalising phone numbers in the local workspace", "phonenumbers"
        ) from error
    return phonenumbers


@lru_cache(maxsize=4096)
def parse_phone(written: str, country: str | None) -> tuple[str, str] | None:
    """Return E.164 and country code of a number; None when it is none."""
    library = _library()
    try:
        parsed = library.parse(written, country)
    except library.NumberParseException:
        return None
    if not library.is_possible_number(parsed):
        return None
    # numbers of no country, such as +800 ones, have a region that Attio's list does not know
    region = library.region_code_for_number(parsed)
    region = region if region in COUNTRY_CODES else country
    if region is None:
        return None
    return str(library.format_number(parsed, library.PhoneNumberFormat.E164)), str(region)


def phone_number(_state: WorkspaceState, attribute: Attribute, raw: Any) -> tuple[str, str, str]:
    """Take `"+15558675309"` or `{"original_phone_number", "country_code"}`; the national form needs the country."""
    country: Any = None
    written = raw
    if is_object(raw):
        written = raw.get("original_phone_number")
        country = raw.get("country_code")
    if not isinstance(written, str):
        raise bad_value(attribute, wrong_type(written, (), "string"))
    if country is not None and country not in COUNTRY_CODES:
        message = "Invalid option, expected a country code of two letters"
        raise bad_value(attribute, problem(("country_code",), message, "invalid_option"))
    parsed = parse_phone(written, country)
    if parsed is None:
        message = "Invalid phone number: write it as +<country><number>, or give country_code"
        raise bad_value(attribute, problem((), message, "invalid_string", string_validation="phone"))
    return parsed[0], written, parsed[1]
