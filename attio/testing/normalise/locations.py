"""Locations: ten parts, or a free address that is taken apart by rule (Attio asks a geocoder)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from attio.testing.json_types import is_object
from attio.testing.normalise.breaches import bad_value
from attio.testing.normalise.countries import COUNTRY_CODES, COUNTRY_NAMES
from attio.testing.replies import Problem, problem, required
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.workspace_state import WorkspaceState

Location = tuple[str | None, ...]

LOCATION_PARTS: Final = (
    "line_1",
    "line_2",
    "line_3",
    "line_4",
    "locality",
    "region",
    "postcode",
    "country_code",
    "latitude",
    "longitude",
)
_LATITUDE: Final = re.compile(r"[-+]?(?:[1-8]?\d(?:\.\d{1,9})?|90(?:\.0{1,9})?)")
_LONGITUDE: Final = re.compile(r"[-+]?(?:180(?:\.0{1,9})?|(?:1[0-7]\d|[1-9]?\d)(?:\.\d{1,9})?)")
_POSTCODE: Final = re.compile(r"\b(?:\d{4,6}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b")


def location(_state: WorkspaceState, attribute: Attribute, raw: Any) -> Location:
    """Take an object with all ten keys (null allowed) or a free address."""
    if isinstance(raw, str):
        return parse_address(raw)
    if not is_object(raw):
        raise bad_value(attribute, wrong_type(raw, (), "string"))
    problems: list[Problem] = []
    for part in LOCATION_PARTS:
        if part not in raw:
            problems.append(required((part,)))
        elif raw[part] is not None and not isinstance(raw[part], str):
            problems.append(wrong_type(raw[part], (part,), "string"))
    if not problems:
        problems = _odd_parts(raw)
    if problems:
        raise bad_value(attribute, *problems)
    return tuple(raw[part] for part in LOCATION_PARTS)


def _odd_parts(raw: dict[str, str | None]) -> list[Problem]:
    found: list[Problem] = []
    country = raw["country_code"]
    if country is not None and country not in COUNTRY_CODES:
        found.append(problem(("country_code",), "Invalid option, expected a country code", "invalid_option"))
    for part, pattern in (("latitude", _LATITUDE), ("longitude", _LONGITUDE)):
        value = raw[part]
        if value is not None and pattern.fullmatch(value) is None:
            found.append(problem((part,), f"Invalid {part}", "invalid_string", string_validation="regex"))
    return found


def parse_address(text: str) -> Location:
    """Take a free address apart: street before town before region before country, split at commas."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    country: str | None = None
    if parts:
        last = parts[-1]
        country = COUNTRY_NAMES.get(last.lower())
        if country is None and len(parts) > 1 and last in COUNTRY_CODES:
            country = last
        if country is not None:
            parts.pop()
    postcode: str | None = None
    for index in range(len(parts) - 1, -1, -1):
        found = _POSTCODE.search(parts[index])
        if found is not None and (index > 0 or found.end() == len(parts[0])):
            postcode = found[0]
            parts[index] = (parts[index][: found.start()] + parts[index][found.end() :]).strip()
            break
    parts = [part for part in parts if part]
    has_street = bool(parts) and (parts[0][0].isdigit() or len(parts) > 2)
    line = parts.pop(0) if has_street else None
    second = parts.pop(0) if len(parts) > 2 else None
    locality = parts[0] if parts else None
    region = parts[1] if len(parts) > 1 else None
    return (line, second, None, None, locality, region, postcode, country, None, None)
