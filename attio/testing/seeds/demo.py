"""The seed `demo`: Harbour Light, a small company that sells sensors for boats, and the people it deals with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.testing.seeds.demo_projects import PROJECTS
from attio.testing.seeds.demo_sales import COMPANIES, DEALS, PEOPLE, USERS, WORKSPACES
from attio.testing.seeds.demo_talk import sections

if TYPE_CHECKING:
    from attio.testing.seeds import SeedDocument

_MEMBERS: list[dict[str, Any]] = [
    {
        "first_name": "Mira",
        "last_name": "Solberg",
        "email_address": "mira@harbourlight.example",
        "access_level": "admin",
        "created_at": "2025-03-03T08:00:00Z",
    },
    {
        "first_name": "Jonas",
        "last_name": "Okoye",
        "email_address": "jonas@harbourlight.example",
        "created_at": "2025-03-10T08:30:00Z",
    },
    {
        "first_name": "Petra",
        "last_name": "Lind",
        "email_address": "petra@harbourlight.example",
        "access_level": "suspended",
        "created_at": "2025-03-10T09:00:00Z",
    },
]

_PIPELINE: dict[str, Any] = {
    "api_slug": "sales_pipeline",
    "name": "Sales pipeline",
    "parent_object": "companies",
    "created_at": "2025-04-01T10:00:00Z",
    "attributes": [
        {
            "api_slug": "stage",
            "title": "Stage",
            "type": "status",
            "statuses": [
                {"title": "Prospect", "target_time_in_status": "P14D"},
                {"title": "Trial", "target_time_in_status": "P30D"},
                {"title": "Customer", "celebration_enabled": True},
                "Churned",
            ],
        },
        {"api_slug": "owner", "title": "Owner", "type": "actor-reference"},
        {
            "api_slug": "expected_value",
            "title": "Expected value",
            "type": "currency",
            "config": {"currency": {"default_currency_code": "EUR", "display_type": "symbol"}},
        },
        {
            "api_slug": "interests",
            "title": "Interests",
            "type": "select",
            "is_multiselect": True,
            "options": ["Hull sensors", "Weather", "Fleet view"],
        },
        {"api_slug": "decision_by", "title": "Decision by", "type": "date"},
    ],
    "entries": [
        {
            "parent": "northsea",
            "created_at": "2025-04-02T09:00:00Z",
            "values": {
                "stage": "Customer",
                "owner": "mira@harbourlight.example",
                "expected_value": 48000,
                "interests": ["Hull sensors", "Fleet view"],
            },
            "history": {
                "stage": [
                    {
                        "value": "Prospect",
                        "active_from": "2025-04-02T09:00:00Z",
                        "active_until": "2025-05-12T09:00:00Z",
                    },
                    {
                        "value": "Trial",
                        "active_from": "2025-05-12T09:00:00Z",
                        "active_until": "2025-06-20T14:00:00Z",
                    },
                ]
            },
        },
        {
            "parent": "baltic",
            "created_at": "2025-09-15T12:00:00Z",
            "values": {
                "stage": "Trial",
                "owner": "jonas@harbourlight.example",
                "expected_value": 12500.5,
                "interests": ["Weather"],
                "decision_by": "2026-02-28",
            },
        },
        {
            "parent": "aurora",
            "created_at": "2025-11-20T08:15:00Z",
            "values": {"stage": "Prospect", "owner": "jonas@harbourlight.example"},
        },
    ],
    "views": [
        {"title": "Everything", "created_at": "2025-04-01T10:00:05Z"},
        {
            "title": "In trial",
            "created_at": "2025-05-01T10:00:00Z",
            "filter": {"stage": {"$eq": "Trial"}},
        },
    ],
}

_HIRING: dict[str, Any] = {
    "api_slug": "hiring",
    "name": "Hiring",
    "parent_object": "people",
    "workspace_access": "read-only",
    "created_at": "2025-08-01T10:00:00Z",
    "attributes": [
        {
            "api_slug": "step",
            "title": "Step",
            "type": "status",
            "statuses": ["Applied", "Interview", "Offer", "Hired", "Declined"],
        },
        {"api_slug": "score", "title": "Score", "type": "rating"},
        {"api_slug": "referred", "title": "Referred", "type": "checkbox"},
        {
            "api_slug": "referrer",
            "title": "Referrer",
            "type": "record-reference",
            "allowed_objects": ["people"],
        },
    ],
    "entries": [
        {
            "parent": "noor",
            "created_at": "2025-10-06T07:30:00Z",
            "values": {"step": "Interview", "score": 4, "referred": True, "referrer": {"$ref": "ines"}},
        },
        {
            "parent": "tariq",
            "created_at": "2025-10-08T07:30:00Z",
            "values": {"step": "Applied", "score": 3, "referred": False},
        },
    ],
}


def document() -> SeedDocument:
    """Return the seed document."""
    return {
        "workspace": {"name": "Harbour Light", "slug": "harbour-light"},
        "members": _MEMBERS,
        "objects": [
            {"api_slug": "companies", "records": COMPANIES},
            {
                "api_slug": "people",
                "attributes": [
                    {
                        "api_slug": "tags",
                        "title": "Tags",
                        "type": "select",
                        "is_multiselect": True,
                        "options": ["Champion", "Press", "Investor", "Candidate"],
                    },
                    {"api_slug": "newsletter", "title": "Newsletter", "type": "checkbox"},
                ],
                "records": PEOPLE,
                "views": [
                    {
                        "title": "Recently Contacted People",
                        "created_at": "2025-03-03T08:00:02Z",
                        "filter": {"last_interaction": {"interacted_at": {"$gte": "2025-12-01T00:00:00Z"}}},
                    },
                    {
                        "title": "Champions",
                        "created_at": "2025-07-07T11:00:00Z",
                        "filter": {"tags": {"$eq": "Champion"}},
                    },
                ],
            },
            {"api_slug": "deals", "records": DEALS},
            {"api_slug": "users", "records": USERS},
            {"api_slug": "workspaces", "records": WORKSPACES},
            PROJECTS,
        ],
        "lists": [_PIPELINE, _HIRING],
        **sections(),
    }
