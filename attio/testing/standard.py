"""The objects that Attio ships: people, companies, deals, users, workspaces, with their attributes in API order.

People and companies are as recorded in May 2026, deals as far as recorded records show; users and workspaces as
documented. Flags: W writable, U unique, M several values, R required on create, E filled by enrichment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attio.testing.state.attributes import (
    VIRTUAL_CREATED_AT,
    VIRTUAL_CREATED_BY,
    VIRTUAL_ID,
    Attribute,
    Option,
    Status,
)
from attio.testing.state.collections import ObjectType

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection

    from attio.testing.state.collections import Collection
    from attio.testing.state.workspace_state import WorkspaceState

ALWAYS_ON: Final = ("people", "companies")
OPTIONAL_OBJECTS: Final = ("deals", "users", "workspaces")

_NOUNS: Final = {
    "people": ("Person", "People"),
    "companies": ("Company", "Companies"),
    "deals": ("Deal", "Deals"),
    "users": ("User", "Users"),
    "workspaces": ("Workspace", "Workspaces"),
}
_WEB_PATHS: Final = {"people": "person", "companies": "company"}

# slug | title | type | flags | other side of the relationship
_CONTACT: Final = """first_calendar_interaction | First calendar interaction | interaction | E
last_calendar_interaction | Last calendar interaction | interaction | E
next_calendar_interaction | Next calendar interaction | interaction | E
first_email_interaction | First email interaction | interaction | E
last_email_interaction | Last email interaction | interaction | E
first_interaction | First interaction | interaction | E
last_interaction | Last interaction | interaction | E
next_interaction | Next interaction | interaction | E
strongest_connection_strength_legacy | Connection strength (legacy) | number | E
strongest_connection_strength | Connection strength | select | E
strongest_connection_user | Strongest connection | actor-reference | E"""
_ATTRIBUTES: Final = {
    "people": f"""
        record_id | Record ID | text | U
        name | Name | personal-name | W
        email_addresses | Email addresses | email-address | WUM
        description | Description | text | W
        company | Company | record-reference | W | companies.team
        job_title | Job title | text | W
        avatar_url | Avatar URL | text | E
        phone_numbers | Phone numbers | phone-number | WM
        primary_location | Primary location | location | W
        angellist | AngelList | text | W
        facebook | Facebook | text | W
        instagram | Instagram | text | W
        linkedin | LinkedIn | text | W
        twitter | Twitter | text | W
        twitter_follower_count | Twitter follower count | number | E
{_CONTACT}
        associated_deals | Associated deals | record-reference | WM | deals.associated_people
        associated_users | Associated users | record-reference | WM | users.person
        created_at | Created at | timestamp | -
        created_by | Created by | actor-reference | -
    """,
    "companies": f"""
        record_id | Record ID | text | U
        domains | Domains | domain | WUM
        name | Name | text | W
        description | Description | text | WE
        team | Team | record-reference | WM | people.company
        categories | Categories | select | WME
        primary_location | Primary location | location | WE
        logo_url | Logo URL | text | E
        angellist | AngelList | text | WE
        facebook | Facebook | text | WE
        instagram | Instagram | text | WE
        linkedin | LinkedIn | text | WE
        twitter | Twitter | text | WE
        twitter_follower_count | Twitter follower count | number | E
        estimated_arr_usd | Estimated ARR | select | WE
        funding_raised_usd | Funding raised | currency | WE
        foundation_date | Foundation date | date | WE
        employee_range | Employee range | select | WE
{_CONTACT}
        associated_deals | Associated deals | record-reference | WM | deals.associated_company
        associated_workspaces | Associated workspaces | record-reference | WM | workspaces.company
        created_at | Created at | timestamp | -
        created_by | Created by | actor-reference | -
    """,
    "deals": """
        record_id | Record ID | text | U
        name | Name | text | WR
        stage | Deal stage | status | WR
        owner | Deal owner | actor-reference | WR
        value | Deal value | currency | W
        associated_people | Associated people | record-reference | WM | people.associated_deals
        associated_company | Associated company | record-reference | W | companies.associated_deals
        created_at | Created at | timestamp | -
        created_by | Created by | actor-reference | -
    """,
    "users": """
        record_id | Record ID | text | U
        person | Person | record-reference | W | people.associated_users
        primary_email_address | Primary email address | email-address | WUR
        user_id | ID | text | WUR
        workspace | Workspaces | record-reference | WM | workspaces.users
        created_at | Created at | timestamp | -
        created_by | Created by | actor-reference | -
    """,
    "workspaces": """
        record_id | Record ID | text | U
        workspace_id | ID | text | WUR
        name | Name | text | W
        users | Users | record-reference | WM | users.workspace
        company | Company | record-reference | W | companies.associated_workspaces
        avatar_url | Avatar URL | text | W
        created_at | Created at | timestamp | -
        created_by | Created by | actor-reference | -
    """,
}

_DESCRIPTIONS: Final = {
    ("people", "associated_deals"): "Deal records associated with a Person record",
    ("companies", "associated_deals"): "Deal records associated with a Company record",
}
_CURRENCY: Final = "USD"
_CONNECTION: Final = "Very weak; Weak; Good; Strong; Very strong"
_OPTIONS: Final = {
    ("people", "strongest_connection_strength"): _CONNECTION,
    ("companies", "strongest_connection_strength"): _CONNECTION,
    ("companies", "employee_range"): "1-10; 11-50; 51-250; 251-1K; 1K-5K; 5K-10K; 10K-50K; 50K-100K; 100K+",
    (
        "companies",
        "estimated_arr_usd",
    ): "$0-$1M; $1M-$10M; $10M-$50M; $50M-$100M; $100M-$250M; $250M-$500M; $500M-$1B; $1B-$10B; $10B+",
    ("companies", "categories"): """
    3D Printing; Accounting; Aerospace & Defense; Agriculture; Airlines; Alternative Medicine;
    Animation; Apparel & Footwear; Architecture; Arts; Arts & Crafts; Asset Management; Audio;
    Automation; Automotive; B2B; B2C; Banking & Mortgages; Beverages; Biotechnology; Broadcasting;
    Building Materials; Business Supplies; Chemicals; Civil Engineering; Cloud Services; Communications;
    Computer Hardware; Construction; Construction Contractors & Services; Consulting & Professional
    Services; Consumer Discretionary; Consumer Electronics; Consumer Goods; Consumer Staples; Corporate
    & Business; Cosmetics; Design; E-commerce; E-Commerce & Marketplaces; E-Learning; Education;
    Electrical; Energy; Energy & Utilities; Enterprise; Entertainment & Recreation; Events; Eyewear;
    Facilities; Family Services; Finance; Financial Services; Fine Art; Firearms; Fishery; Food; Food
    Production; Forums; Fundraising; Gambling & Casinos; Government; Ground Transportation; Health &
    Wellness; Health Care; Higher Education; Home & Furniture; Home Improvement; Human Resources; Import
    & Export; Industrials & Manufacturing; Information Technology & Services; Insurance; International
    Relations; International Trade; Internet; Investment; Investment Banking; Investment Management;
    ISP; Jewelry Watches & Luxury Goods; Judiciary; Law Enforcement; Legal Services; Libraries;
    Machinery; Maritime; Market Research; Marketing & Advertising; Marketplace; Mechanical Engineering;
    Media; Medicine; Military; Mining & Metals; Mobile; Movies & TV; Museums; Music; Nanotechnology;
    Networking; Non-Profit & Philanthropy; Oil & Gas; Outsourcing; Packaging & Containers; Paper Goods;
    Payments; Performing Arts; Pharmaceuticals; Pharmacy; Photography; Plastics; Plumbing; Political
    Organization; Pornography; Primary & Secondary Education; Printing; Public Relations; Publishing;
    Ranching; Real Estate; Religion; Renewables & Environment; Restaurants; Retail; SAAS; Sanitization
    Services; Scientific & Academic Research; Security; Services; Shipbuilding; Shipping & Logistics;
    Society; Sporting Goods; Sports & Fitness; Stores; Talent Agencies; Technology; Telecommunications;
    Textiles; Tobacco; Tools; Translation; Transportation; Travel & Leisure; Utilities; Venture Capital;
    Veterinary; Video Games; Warehousing; Web Services & Apps; Wholesale
    """,
}
# title, celebration
_STATUSES: Final = {
    ("deals", "stage"): (("Lead", False), ("In Progress", False), ("Won 🎉", True), ("Lost", False)),
}
_SYSTEM: Final = {
    "record_id": VIRTUAL_ID,
    "entry_id": VIRTUAL_ID,
    "created_at": VIRTUAL_CREATED_AT,
    "created_by": VIRTUAL_CREATED_BY,
}
_SYSTEM_DEFAULTS: Final = {"created_at": ("dynamic", "PT0S"), "created_by": ("dynamic", "current-user")}


class _Line(NamedTuple):
    slug: str
    title: str
    type: str
    flags: str
    other_side: str | None


def _lines(table: str) -> list[_Line]:
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [_Line(row[0], row[1], row[2], row[3], row[4] if len(row) > 4 else None) for row in rows]


def add_system_attribute(
    state: WorkspaceState, home: Collection, slug: str, title: str, type: str, *, id: str | None = None
) -> Attribute:
    """Give an object or list one of the attributes that every one has."""
    attribute = Attribute(
        home, id or state.ids.uuid(), slug=slug, title=title, type=type, created_us=home.created_us
    )
    attribute.is_system = True
    attribute.is_writable = False
    attribute.virtual = _SYSTEM[slug]
    attribute.is_unique = attribute.virtual == VIRTUAL_ID
    attribute.default = _SYSTEM_DEFAULTS.get(slug)
    home.add_attribute(attribute)
    return attribute


def add_standard_objects(state: WorkspaceState, switched_on: AnyCollection[str], now_us: int) -> None:
    """Put the standard objects into an empty workspace: people and companies, and those that are switched on."""
    names = [name for name in _NOUNS if name in ALWAYS_ON or name in switched_on]
    for name in names:
        singular, plural = _NOUNS[name]
        home = ObjectType(state.ids.uuid(), name, now_us, singular_noun=singular, plural_noun=plural)
        home.is_system = True
        home.web_path = _WEB_PATHS.get(name)
        state.objects[home.id] = home
        for line in _lines(_ATTRIBUTES[name]):
            if line.other_side is None or line.other_side.partition(".")[0] in names:
                _add(state, home, line)
    _relate(state, names)


def _add(state: WorkspaceState, home: ObjectType, line: _Line) -> None:
    if line.slug in _SYSTEM:
        add_system_attribute(state, home, line.slug, line.title, line.type)
        return
    attribute = Attribute(
        home, state.ids.uuid(), slug=line.slug, title=line.title, type=line.type, created_us=home.created_us
    )
    attribute.is_system = True
    attribute.is_writable = "W" in line.flags
    attribute.is_unique = "U" in line.flags
    attribute.is_multiselect = "M" in line.flags
    attribute.is_required = "R" in line.flags
    attribute.is_enriched = "E" in line.flags
    where = (home.slug, line.slug)
    attribute.description = _DESCRIPTIONS.get(where)
    if line.type == "currency":
        attribute.currency_code = _CURRENCY
        attribute.display_type = "symbol"
    for title in _OPTIONS.get(where, "").replace("\n", " ").split(";"):
        if clean := " ".join(title.split()):
            option = Option(state.ids.uuid(), clean)
            attribute.options[option.id] = option
    for title, celebrates in _STATUSES.get(where, ()):
        status = Status(state.ids.uuid(), title, celebration_enabled=celebrates)
        attribute.options[status.id] = status
    home.add_attribute(attribute)


def _relate(state: WorkspaceState, names: list[str]) -> None:
    homes = {home.slug: home for home in state.objects.values()}
    for name in names:
        for line in _lines(_ATTRIBUTES[name]):
            attribute = homes[name].by_slug.get(line.slug)
            if attribute is None or line.other_side is None:
                continue
            other, _, slug = line.other_side.partition(".")
            attribute.allowed_ids = [homes[other].id]
            attribute.inverse = homes[other].by_slug[slug]
