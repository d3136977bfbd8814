"""The seed `big`: many people and companies, written straight into rows."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any, Final

from attio.testing.access import SYSTEM
from attio.testing.seeds.vocabulary import (
    AREA_CODES,
    COMPANY_KINDS,
    COMPANY_STEMS,
    FIRST_NAMES,
    JOB_TITLES,
    LAST_NAMES,
    PLACES,
)
from attio.testing.state.collections import Row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from attio.testing.access import Actor
    from attio.testing.seeds import SeedDocument
    from attio.testing.seeds.planter import Planter
    from attio.testing.state.attributes import Attribute, Option
    from attio.testing.state.collections import ObjectType, Value

_PEOPLE: Final = 100_000
_COMPANIES: Final = 5_000
_STEP_US: Final = 60_000_000


def document() -> SeedDocument:
    """Return the seed document."""
    return {
        "workspace": {"name": "Big Workspace", "slug": "big-workspace"},
        "members": [
            {
                "first_name": "Robin",
                "last_name": "Berg",
                "email_address": "robin@big-workspace.example",
                "access_level": "admin",
            }
        ],
        "generate": {"people": _PEOPLE, "companies": _COMPANIES},
    }


def generate(planter: Planter, counts: Mapping[str, int]) -> None:
    """Make so many people and companies, a minute apart up to now, each person at one of the companies."""
    # Millions of small tuples are made and none is garbage: collections in between would only look at them again.
    was_on = gc.isenabled()
    gc.disable()
    try:
        people_home = planter.state.find_object("people")
        companies_home = planter.state.find_object("companies")
        if people_home is None or companies_home is None:
            return
        companies = _companies(planter, companies_home, counts.get("companies", 0))
        _people(planter, people_home, companies_home, companies, counts.get("people", 0))
    finally:
        if was_on:
            gc.enable()


def _options(home: ObjectType, slug: str) -> list[Option]:
    return list(home.by_slug[slug].options.values())


def _places() -> list[tuple[str | None, ...]]:
    return [
        (line, None, None, None, town, region, code, country, None, None)
        for line, town, region, code, country in PLACES
    ]


def _companies(planter: Planter, home: ObjectType, count: int) -> list[tuple[Row, str]]:
    random = planter.state.ids.random
    actor = planter.actor()
    keys = {slug: attribute.key for slug, attribute in home.by_slug.items()}
    places = _places()
    categories, ranges = _options(home, "categories"), _options(home, "employee_range")
    made: list[tuple[Row, str]] = []
    rows: dict[str, Row] = {}
    for index in range(count):
        at_us = planter.now_us - (count - index) * _STEP_US
        row = Row(planter.state.ids.uuid(), at_us, actor)
        stem = COMPANY_STEMS[index % len(COMPANY_STEMS)]
        kind = COMPANY_KINDS[index // len(COMPANY_STEMS) % len(COMPANY_KINDS)]
        domain = f"{stem}{kind}{index}.example".lower()
        row.cells = {
            keys["domains"]: ((domain, at_us, actor),),
            keys["name"]: ((f"{stem} {kind} {index}", at_us, actor),),
            keys["description"]: ((f"{stem} {kind} works in {kind.lower()}.", at_us, SYSTEM),),
            keys["categories"]: ((random.choice(categories), at_us, SYSTEM),),
            keys["primary_location"]: ((random.choice(places), at_us, SYSTEM),),
            keys["employee_range"]: ((random.choice(ranges), at_us, SYSTEM),),
            keys["funding_raised_usd"]: ((random.randrange(1, 400) * 250_000, at_us, SYSTEM),),
            keys["foundation_date"]: ((f"{random.randrange(1980, 2025)}-01-01", at_us, SYSTEM),),
        }
        rows[row.id] = row
        made.append((row, domain))
    home.insert_many(rows)
    return made


class _Person:
    """What the cells of all generated people share."""

    def __init__(self, planter: Planter, home: ObjectType) -> None:
        self.actor = planter.actor()
        self.random: Random = planter.state.ids.random
        self.keys = {slug: attribute.key for slug, attribute in home.by_slug.items()}
        self.places = _places()
        self.strengths = _options(home, "strongest_connection_strength")
        self.phones = [
            (number := f"+1{area}55501{last:02d}", number, "US") for area in AREA_CODES for last in range(100)
        ]
        self.descriptions = [
            f"{title} who likes {kind.lower()}." for title in JOB_TITLES for kind in COMPANY_KINDS
        ]

    def cells(self, index: int, at_us: int, domain: str) -> dict[int, tuple[Value, ...]]:
        """Return a dozen filled attributes."""
        random, actor, keys = self.random, self.actor, self.keys
        first = FIRST_NAMES[index % len(FIRST_NAMES)]
        last = LAST_NAMES[index // len(FIRST_NAMES) % len(LAST_NAMES)]
        handle = f"{first}-{last}-{index}".lower()
        email = f"{first}.{last}.{index}@{domain}".lower()
        seen: Actor = actor
        return {
            keys["name"]: (((first, last, f"{first} {last}"), at_us, actor),),
            keys["email_addresses"]: ((email, at_us, actor),),
            keys["description"]: ((random.choice(self.descriptions), at_us, SYSTEM),),
            keys["job_title"]: ((random.choice(JOB_TITLES), at_us, actor),),
            keys["avatar_url"]: ((f"https://avatars.example/{index}.png", at_us, SYSTEM),),
            keys["phone_numbers"]: ((random.choice(self.phones), at_us, actor),),
            keys["primary_location"]: ((random.choice(self.places), at_us, actor),),
            keys["linkedin"]: ((f"https://www.linkedin.com/in/{handle}", at_us, SYSTEM),),
            keys["twitter_follower_count"]: ((random.randrange(20_000), at_us, SYSTEM),),
            keys["strongest_connection_strength"]: ((random.choice(self.strengths), at_us, SYSTEM),),
            keys["last_interaction"]: ((("email", at_us, seen), at_us, SYSTEM),),
            keys["strongest_connection_user"]: ((actor, at_us, SYSTEM),),
        }


def _people(
    planter: Planter,
    home: ObjectType,
    companies_home: ObjectType,
    companies: list[tuple[Row, str]],
    count: int,
) -> None:
    person = _Person(planter, home)
    company: Attribute = home.by_slug["company"]
    team: Attribute = companies_home.by_slug["team"]
    teams: dict[str, list[Any]] = {}
    references = {row.id: (companies_home.id, row.id) for row, _ in companies}
    rows: dict[str, Row] = {}
    for index in range(count):
        at_us = planter.now_us - (count - index) * _STEP_US
        row = Row(planter.state.ids.uuid(), at_us, person.actor)
        employer, domain = companies[index % len(companies)] if companies else (None, "people.example")
        row.cells = person.cells(index, at_us, domain)
        if employer is not None:
            row.cells[company.key] = ((references[employer.id], at_us, person.actor),)
            teams.setdefault(employer.id, []).append(((home.id, row.id), at_us, person.actor))
        rows[row.id] = row
    home.insert_many(rows)
    for company_id, values in teams.items():
        companies_home.set_cell(companies_home.rows[company_id], team, tuple(values))
