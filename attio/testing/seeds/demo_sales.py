"""People, companies, deals, users and workspaces of the demo."""

from __future__ import annotations

from typing import Any, Final

_MIRA: Final = "mira@harbourlight.example"
_JONAS: Final = "jonas@harbourlight.example"


def _met(kind: str, at: str) -> dict[str, Any]:
    """Write an interaction the way Attio shows one; nobody can write it through the API."""
    return {
        "attribute_type": "interaction",
        "interaction_type": kind,
        "interacted_at": at,
        "owner_actor": {"type": "system", "id": None},
    }


COMPANIES: Final[list[dict[str, Any]]] = [
    {
        "key": "northsea",
        "created_at": "2025-03-12T09:10:00Z",
        "values": {
            "name": "North Sea Ferries",
            "domains": ["northseaferries.example", "nsf.example"],
            "description": "Runs eleven car ferries between Norway, Denmark and Scotland.",
            "categories": ["Transportation", "Maritime", "B2C"],
            "primary_location": {
                "line_1": "Strandkaien 2",
                "line_2": None,
                "line_3": None,
                "line_4": None,
                "locality": "Bergen",
                "region": "Vestland",
                "postcode": "5013",
                "country_code": "NO",
                "latitude": "60.3947000",
                "longitude": "5.3236000",
            },
            "employee_range": "251-1K",
            "estimated_arr_usd": "$50M-$100M",
            "foundation_date": "1987-04-01",
            "linkedin": "https://www.linkedin.com/company/north-sea-ferries",
            "logo_url": "https://logos.example/northsea.png",
            "twitter_follower_count": 18200,
            "first_interaction": _met("email", "2025-03-11T16:20:00Z"),
            "last_interaction": _met("calendar-event", "2025-12-16T09:00:00Z"),
            "strongest_connection_strength": "Very strong",
            "strongest_connection_user": _MIRA,
        },
    },
    {
        "key": "baltic",
        "created_at": "2025-05-20T13:00:00Z",
        "created_by": _JONAS,
        "values": {
            "name": "Baltic Rowing",
            "domains": ["balticrowing.example"],
            "description": "A rowing club with forty boats and a workshop.",
            "categories": ["Sporting Goods"],
            "primary_location": "Pirita tee 26, Tallinn, 11911",
            "employee_range": "11-50",
            "strongest_connection_strength": "Good",
        },
    },
    {
        "key": "aurora",
        "created_at": "2025-08-05T07:45:00Z",
        "values": {
            "name": "Aurora Charter",
            "domains": ["auroracharter.example"],
            "categories": ["Travel & Leisure"],
            "funding_raised_usd": 2400000,
            "employee_range": "1-10",
        },
    },
    {
        "key": "pressroom",
        "created_at": "2025-10-01T12:00:00Z",
        "values": {
            "name": "Deck & Rudder Magazine",
            "domains": ["deckandrudder.example"],
            "categories": ["Media"],
        },
    },
]

PEOPLE: Final[list[dict[str, Any]]] = [
    {
        "key": "ines",
        "created_at": "2025-03-12T09:12:00Z",
        "values": {
            "name": {"first_name": "Ines", "last_name": "Haugen", "full_name": "Ines Haugen"},
            "email_addresses": ["Ines.Haugen@northseaferries.example", "ines@nsf.example"],
            "company": {"$ref": "northsea"},
            "job_title": "Fleet Director",
            "phone_numbers": ["+4755512345"],
            "primary_location": "Bergen, Norway",
            "linkedin": "https://www.linkedin.com/in/ines-haugen",
            "avatar_url": "https://avatars.example/ines.png",
            "tags": ["Champion"],
            "newsletter": True,
            "first_email_interaction": _met("email", "2025-03-11T16:20:00Z"),
            "first_interaction": _met("email", "2025-03-11T16:20:00Z"),
            "last_interaction": _met("calendar-event", "2025-12-16T09:00:00Z"),
            "strongest_connection_strength": "Very strong",
            "strongest_connection_user": _MIRA,
        },
        "history": {
            "job_title": [
                {
                    "value": "Head of Maintenance",
                    "active_from": "2025-03-12T09:12:00Z",
                    "active_until": "2025-09-01T08:00:00Z",
                }
            ]
        },
    },
    {
        "key": "oskar",
        "created_at": "2025-03-14T10:00:00Z",
        "values": {
            "name": {"first_name": "Oskar", "last_name": "Dahl", "full_name": "Oskar Dahl"},
            "email_addresses": ["oskar.dahl@northseaferries.example"],
            "company": {"$ref": "northsea"},
            "job_title": "Buyer",
            "newsletter": False,
        },
    },
    {
        "key": "kadri",
        "created_at": "2025-05-20T13:05:00Z",
        "created_by": _JONAS,
        "values": {
            "name": {"first_name": "Kadri", "last_name": "Tamm", "full_name": "Kadri Tamm"},
            "email_addresses": ["kadri@balticrowing.example"],
            "company": {"$ref": "baltic"},
            "job_title": "Club Manager",
            "phone_numbers": [{"original_phone_number": "51 234 567", "country_code": "EE"}],
            "tags": ["Champion"],
            "last_interaction": _met("email", "2025-11-02T08:00:00Z"),
        },
    },
    {
        "key": "leo",
        "created_at": "2025-08-05T07:50:00Z",
        "values": {
            "name": {"first_name": "Leo", "last_name": "Marchetti", "full_name": "Leo Marchetti"},
            "email_addresses": ["leo@auroracharter.example"],
            "company": {"$ref": "aurora"},
            "job_title": "Founder",
        },
    },
    {
        "key": "noor",
        "created_at": "2025-10-06T07:20:00Z",
        "values": {
            "name": {"first_name": "Noor", "last_name": "Visser", "full_name": "Noor Visser"},
            "email_addresses": ["noor.visser@gmail.com"],
            "tags": ["Candidate"],
            "primary_location": "Rotterdam, Netherlands",
        },
    },
    {
        "key": "tariq",
        "created_at": "2025-10-08T07:20:00Z",
        "values": {
            "name": {"first_name": "Tariq", "last_name": "Aziz-Bell", "full_name": "Tariq Aziz-Bell"},
            "email_addresses": ["tariq.azizbell@outlook.com"],
            "tags": ["Candidate"],
        },
    },
    {
        "key": "wanda",
        "created_at": "2025-10-01T12:10:00Z",
        "values": {
            "name": {"first_name": "Wanda", "last_name": "Pike", "full_name": "Wanda Pike"},
            "email_addresses": ["wanda@deckandrudder.example"],
            "company": {"$ref": "pressroom"},
            "job_title": "Editor",
            "tags": ["Press"],
            "twitter": "https://twitter.com/wandawrites",
            "twitter_follower_count": 5120,
        },
    },
    {
        "key": "nameless",
        "created_at": "2025-12-01T12:00:00Z",
        "values": {"email_addresses": ["office@aurora-mail.example"]},
    },
]

DEALS: Final[list[dict[str, Any]]] = [
    {
        "key": "ferry_fleet",
        "created_at": "2025-04-20T09:00:00Z",
        "values": {
            "name": "Sensors for the whole fleet",
            "stage": "Won 🎉",
            "owner": _MIRA,
            "value": 48000,
            "associated_people": [{"$ref": "ines"}, {"$ref": "oskar"}],
            "associated_company": {"$ref": "northsea"},
        },
        "history": {
            "stage": [
                {
                    "value": "Lead",
                    "active_from": "2025-04-20T09:00:00Z",
                    "active_until": "2025-05-10T09:00:00Z",
                },
                {
                    "value": "In Progress",
                    "active_from": "2025-05-10T09:00:00Z",
                    "active_until": "2025-06-20T14:00:00Z",
                },
            ]
        },
    },
    {
        "key": "rowing_trial",
        "created_at": "2025-09-15T12:00:00Z",
        "values": {
            "name": "Workshop trial",
            "stage": "In Progress",
            "owner": _JONAS,
            "value": 12500.5,
            "associated_people": [{"$ref": "kadri"}],
            "associated_company": {"$ref": "baltic"},
        },
    },
    {
        "key": "charter_lead",
        "created_at": "2025-11-20T08:15:00Z",
        "values": {
            "name": "Charter boats, first talk",
            "stage": "Lead",
            "owner": _JONAS,
            "associated_company": {"$ref": "aurora"},
        },
    },
]

WORKSPACES: Final[list[dict[str, Any]]] = [
    {
        "key": "northsea_workspace",
        "created_at": "2025-06-21T08:00:00Z",
        "values": {
            "workspace_id": "ws-northsea",
            "name": "North Sea Ferries",
            "company": {"$ref": "northsea"},
        },
    },
]

USERS: Final[list[dict[str, Any]]] = [
    {
        "key": "ines_user",
        "created_at": "2025-06-21T08:05:00Z",
        "values": {
            "user_id": "user-ines",
            "primary_email_address": "ines.haugen@northseaferries.example",
            "person": {"$ref": "ines"},
            "workspace": [{"$ref": "northsea_workspace"}],
        },
    },
]
