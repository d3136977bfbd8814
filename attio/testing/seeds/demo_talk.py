"""What Harbour Light says, writes and plans around its records."""

from __future__ import annotations

from typing import Any, Final

_MIRA: Final = "mira@harbourlight.example"
_JONAS: Final = "jonas@harbourlight.example"
_INES: Final = "ines.haugen@northseaferries.example"

NOTES: Final[list[dict[str, Any]]] = [
    {
        "parent": "northsea",
        "title": "Kick-off",
        "format": "markdown",
        "content": (
            "# What they want\n\n- sensors on **all** ferries by summer\n- one bill a year\n\n"
            "Ask ==Ines== about the [dry dock](https://northseaferries.example/dock)."
        ),
        "created_at": "2025-04-02T10:30:00Z",
        "created_by": _MIRA,
        "meeting": "Kick-off with North Sea Ferries",
    },
    {
        "parent": "ines",
        "title": "Prefers the phone",
        "content": "Calls back within the hour, answers mail on Fridays.",
        "created_at": "2025-05-06T12:00:00Z",
        "created_by": _JONAS,
    },
]
TASKS: Final[list[dict[str, Any]]] = [
    {
        "content": "Send the offer for the second ferry",
        "deadline_at": "2026-01-12T16:00:00Z",
        "linked_records": ["northsea", "ferry_fleet"],
        "assignees": [_MIRA],
        "created_at": "2025-12-19T09:00:00Z",
        "created_by": _MIRA,
    },
    {
        "content": "Ask for a reference",
        "linked_records": ["ines"],
        "completed_at": "2025-11-03T15:20:00Z",
        "created_at": "2025-10-20T08:45:00Z",
        "created_by": _JONAS,
    },
    {"content": "Order new business cards", "created_at": "2025-12-01T11:00:00Z", "created_by": _JONAS},
]
THREADS: Final[list[dict[str, Any]]] = [
    {
        "record": "northsea",
        "comments": [
            {"content": "Are they ready to sign?", "author": _JONAS, "created_at": "2025-06-18T08:00:00Z"},
            {"content": "On Friday.", "author": _MIRA, "created_at": "2025-06-18T08:12:00Z"},
        ],
        "resolved_at": "2025-06-20T14:05:00Z",
        "resolved_by": _MIRA,
    },
    {
        "record": "baltic",
        "list": "sales_pipeline",
        "comments": [
            {"content": "Trial ends in February.", "author": _JONAS, "created_at": "2025-12-15T10:00:00Z"}
        ],
    },
]
MEETINGS: Final[list[dict[str, Any]]] = [
    {
        "title": "Kick-off with North Sea Ferries",
        "start": {"datetime": "2025-04-02T09:00:00Z", "timezone": "Europe/Oslo"},
        "end": {"datetime": "2025-04-02T10:00:00Z", "timezone": "Europe/Oslo"},
        "participants": [
            {"email_address": _MIRA, "name": "Mira Solberg", "is_organizer": True},
            {"email_address": _INES, "name": "Ines Haugen"},
        ],
        "linked_records": ["northsea", "ines"],
        "is_synced": True,
        "created_at": "2025-03-28T09:00:00Z",
        "created_by": "system",
        "recordings": [
            {
                "created_at": "2025-04-02T10:05:00Z",
                "created_by": _MIRA,
                "transcript": [
                    {
                        "speech": "Thank you for coming to Bergen.",
                        "start_time": 0.0,
                        "end_time": 2.4,
                        "speaker": "Mira Solberg",
                    },
                    {
                        "speech": "Show me the sensor first.",
                        "start_time": 2.9,
                        "end_time": 4.6,
                        "speaker": "Ines Haugen",
                    },
                ],
            }
        ],
    },
    {
        "title": "Boat show",
        "description": "Stand 14, hall B.",
        "start": "2026-02-14",
        "end": "2026-02-17",
        "participants": [_MIRA, _JONAS],
        "created_at": "2025-12-10T09:00:00Z",
        "created_by": _JONAS,
    },
]
EMAILS: Final[list[dict[str, Any]]] = [
    {
        "sent_at": "2025-12-18T07:45:00Z",
        "direction": "inbound",
        "subject_line": "Second ferry",
        "participants": [
            {"role": "from", "email_address": _INES, "name": "Ines Haugen"},
            {"role": "to", "email_address": _MIRA, "name": "Mira Solberg"},
        ],
    },
    {
        "sent_at": "2025-12-18T09:10:00Z",
        "direction": "outbound",
        "subject_line": "Re: Second ferry",
        "participants": [
            {"role": "from", "email_address": _MIRA, "name": "Mira Solberg"},
            {"role": "to", "email_address": _INES, "name": "Ines Haugen"},
            {"role": "cc", "email_address": _JONAS},
        ],
    },
    {
        "sent_at": "2025-12-20T00:00:00Z",
        "direction": "inbound",
        "subject_line": None,
        "participants": [
            {"role": "from", "email_address": "no-reply@northseaferries.example"},
            {"role": "to", "email_address": _MIRA},
        ],
    },
]
ACTIVITIES: Final[list[dict[str, Any]]] = [
    {
        "api_slug": "site_visits",
        "singular_noun": "Site visit",
        "plural_noun": "Site visits",
        "extends": "activities",
        "created_at": "2025-07-01T09:00:00Z",
        "attributes": [
            {"api_slug": "report_number", "type": "text", "is_unique": True},
            {"api_slug": "weather", "type": "select", "options": ["Calm", "Rain", "Storm"]},
        ],
        "records": [
            {
                "created_at": "2025-07-08T13:00:00Z",
                "values": {
                    "title": "Sensors fitted on the first ferry",
                    "occurred_at": "2025-07-08T09:00:00Z",
                    "linked_records": [{"$ref": "northsea"}, {"$ref": "keel"}],
                    "report_number": "SV-1",
                    "weather": "Calm",
                },
            }
        ],
    }
]
FILES: Final[list[dict[str, Any]]] = [
    {
        "parent": "northsea",
        "name": "Contracts",
        "file_type": "folder",
        "created_at": "2025-06-20T14:10:00Z",
        "created_by": _MIRA,
    },
    {
        "parent": "northsea",
        "folder": "Contracts",
        "name": "Frame contract.txt",
        "content_type": "text/plain",
        "content": "Harbour Light equips the ferries of North Sea Ferries with hull sensors.\n",
        "created_at": "2025-06-20T14:12:00Z",
        "created_by": _MIRA,
    },
    {
        "parent": "northsea",
        "file_type": "connected-folder",
        "storage_provider": "dropbox",
        "external_provider_file_id": "id:northsea-drawings",
        "created_at": "2025-07-02T08:00:00Z",
        "created_by": _JONAS,
    },
]


def sections() -> dict[str, Any]:
    """Return the sections of the seed document."""
    return {
        "notes": NOTES,
        "tasks": TASKS,
        "threads": THREADS,
        "meetings": MEETINGS,
        "emails": EMAILS,
        "activities": ACTIVITIES,
        "files": FILES,
        "unsubscribed_emails": ["press@pressroom.example"],
    }
