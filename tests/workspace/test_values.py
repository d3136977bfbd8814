"""What a write may say for each attribute type, and what is stored of it."""

from __future__ import annotations

import sys

import pytest

from attio.core.errors import MissingExtraError
from attio.testing.normalise import dates, domains, locations, names, phones


@pytest.fixture
def api(things):
    return things


@pytest.fixture
def workspace(things):
    return things.workspace


def written(api, slug, value):
    return api.create("things", **{slug: value})["values"][slug]


def bare(values):
    """Values without what all of them share."""
    shared = ("active_from", "active_until", "created_by_actor", "attribute_type")
    return [{key: item for key, item in value.items() if key not in shared} for value in values]


ACCEPTED = [
    ("text", "x", {"value": "x"}),
    ("text", ["x"], {"value": "x"}),
    ("text", {"value": "x"}, {"value": "x"}),
    ("text", "", {"value": ""}),
    ("number", 5, {"value": 5}),
    ("number", 5.0, {"value": 5}),
    ("number", {"value": 2.25}, {"value": 2.25}),
    ("number", 1.234567, {"value": 1.2346}),
    ("number", -3e30, {"value": -3e30}),
    ("checkbox", True, {"value": True}),
    ("checkbox", "false", {"value": False}),
    ("checkbox", {"value": "true"}, {"value": True}),
    ("currency", 10000, {"currency_code": "EUR", "currency_value": 10000}),
    ("currency", "499.00", {"currency_code": "EUR", "currency_value": 499}),
    ("currency", {"currency_value": 0.5}, {"currency_code": "EUR", "currency_value": 0.5}),
    ("date", "2023", {"value": "2023-01-01"}),
    ("date", "2023-07", {"value": "2023-07-01"}),
    ("date", "2023-01-02", {"value": "2023-01-02"}),
    ("date", "2023-01-02T23:00:00-10:00", {"value": "2023-01-03"}),
    ("date", {"value": "9999-12-31"}, {"value": "9999-12-31"}),
    ("timestamp", "2024-02-29T10:00:00Z", {"value": "2024-02-29T10:00:00.000000000Z"}),
    ("timestamp", "2024-02-29T10:00:00", {"value": "2024-02-29T10:00:00.000000000Z"}),
    ("timestamp", "2024-02-29T10:00:00.123456789+02:00", {"value": "2024-02-29T08:00:00.123456000Z"}),
    ("rating", 0, {"value": 0}),
    ("rating", {"value": 5}, {"value": 5}),
    ("location", "Bergen, Norway", {"locality": "Bergen", "country_code": "NO", "line_1": None}),
    (
        "domain",
        "HTTPS://user@Mail.Acme.co.uk:8080/path?q#f",
        {"domain": "mail.acme.co.uk", "root_domain": "acme.co.uk"},
    ),
    ("domain", {"domain": "x.com"}, {"domain": "x.com", "root_domain": "x.com"}),
    (
        "email",
        "Ada.L@Mail.Acme.com",
        {
            "original_email_address": "Ada.L@Mail.Acme.com",
            "email_address": "ada.l@mail.acme.com",
            "email_domain": "mail.acme.com",
            "email_root_domain": "acme.com",
            "email_local_specifier": "ada.l",
        },
    ),
    (
        "email",
        {"email_address": "b@x.com"},
        {"email_address": "b@x.com", "original_email_address": "b@x.com"},
    ),
    ("phone", "+1 (415) 555-2671", {"phone_number": "+14155552671", "country_code": "US"}),
    (
        "phone",
        {"original_phone_number": "020 7946 0000", "country_code": "GB"},
        {"original_phone_number": "020 7946 0000", "phone_number": "+442079460000", "country_code": "GB"},
    ),
]


@pytest.mark.parametrize(("slug", "value", "stored"), ACCEPTED, ids=str)
def test_accepted_forms(api, slug, value, stored):
    """Each documented form is stored in the one form that reads show."""
    (found,) = bare(written(api, slug, value))
    assert found.items() >= stored.items()


REFUSED = [
    ("text", 5),
    ("text", {"text": "x"}),
    ("text", ["a", "b"]),
    ("text", [None]),
    ("text", "x" * 10_000_001),
    ("number", "5"),
    ("number", True),
    ("checkbox", None),
    ("checkbox", 1),
    ("checkbox", "yes"),
    ("currency", "a lot"),
    ("currency", "NaN"),
    ("currency", "inf"),
    ("date", "01/02/2023"),
    ("date", "2023-13-01"),
    ("date", 2023),
    ("date", "2023-01-01Tnoon"),
    ("timestamp", 1700000000),
    ("timestamp", "tomorrow"),
    ("timestamp", "0001-01-01T00:00:00+14:00"),
    ("rating", 6),
    ("rating", -1),
    ("rating", 2.5),
    ("location", 5),
    ("location", {"locality": "Bergen"}),
    ("domain", "localhost"),
    ("domain", "-x.com"),
    ("domain", 7),
    ("email", "ada"),
    ("email", "a b@x.com"),
    ("email", "@x.com"),
    ("email", "a@x/com"),
    ("email", 5),
    ("phone", "020 7946 0000"),
    ("phone", "+1"),
    ("phone", "+1415"),
    ("phone", "+80012345678"),
    ("phone", 4155552671),
    ("phone", {"original_phone_number": "020 7946 0000", "country_code": "ZZ"}),
    ("phone", {"country_code": "GB"}),
]


@pytest.mark.parametrize(("slug", "value"), REFUSED, ids=lambda v: str(v)[:40])
def test_refused_forms(api, slug, value):
    """A value of the wrong form is a 400 that names the attribute, and nothing is stored."""
    before = len(api.find("things"))
    error = api.refused(
        "POST",
        "objects/things/records",
        {"data": {"values": {slug: value}}},
        status=400,
        code="validation_type",
    )
    assert error["message"] == f'An invalid value was passed to attribute with slug "{slug}".'
    assert error["validation_errors"][0]["path"][:3] == ["data", "values", slug]
    assert len(api.find("things")) == before


@pytest.mark.parametrize("empty", [None, []])
def test_null_and_an_empty_array_mean_no_value(api, empty):
    """Both clear, on create and on update."""
    assert written(api, "text", empty) == []
    record = api.create("things", text="x", select_many=["A"])
    path = f"objects/things/records/{record['id']['record_id']}"
    cleared = api.put(path, {"values": {"text": empty, "select_many": empty}})
    assert (cleared["values"]["text"], cleared["values"]["select_many"]) == ([], [])


def test_options_go_by_title_or_id_and_are_never_made(api):
    """Title and id lead to the same option; an unknown or archived one is value_not_found."""
    (by_title,) = written(api, "select", "A")
    option_id = by_title["option"]["id"]["option_id"]
    (by_id,) = written(api, "select", {"option": option_id})
    assert by_id["option"] == by_title["option"]
    for wrong in ("a", "None such", "Gone"):
        body = {"data": {"values": {"select": wrong}}}
        api.refused("POST", "objects/things/records", body, status=400, code="value_not_found")
    api.refused(
        "POST",
        "objects/things/records",
        {"data": {"values": {"select": 5}}},
        status=400,
        code="validation_type",
    )


def test_statuses_carry_their_settings(api):
    """A status value shows title, id, target time and celebration."""
    (value,) = written(api, "status", "Done")
    assert list(value["status"]) == [
        "id",
        "title",
        "is_archived",
        "target_time_in_status",
        "celebration_enabled",
    ]
    assert value["status"]["celebration_enabled"] is True
    (again,) = written(api, "status", {"status": value["status"]["id"]["status_id"]})
    assert again["status"] == value["status"]


def test_a_value_given_twice_counts_once(api):
    """The first of equal values stays, at its place."""
    values = written(api, "select_many", ["B", "A", "B"])
    assert [each["option"]["title"] for each in values] == ["B", "A"]


def test_members_go_by_id_and_by_email(api, workspace):
    """An actor is a member; nothing else can be written."""
    member = next(iter(workspace.state.members.by_id.values()))
    forms = [
        member.id,
        member.email_address.upper(),
        {"referenced_actor_type": "workspace-member", "referenced_actor_id": member.id},
        {"workspace_member_email_address": member.email_address},
    ]
    for form in forms:
        assert bare(written(api, "actor", form)) == [
            {"referenced_actor_type": "workspace-member", "referenced_actor_id": member.id}
        ]
    for wrong, code in [
        ("nobody@x.com", "value_not_found"),
        ({"referenced_actor_type": "system", "referenced_actor_id": None}, "validation_type"),
        ({"referenced_actor_type": "workspace-member", "referenced_actor_id": None}, "validation_type"),
        (5, "validation_type"),
    ]:
        body = {"data": {"values": {"actor": wrong}}}
        api.refused("POST", "objects/things/records", body, status=400, code=code)


def test_references_go_by_id_by_unique_attribute_and_bare(api, workspace):
    """All forms lead to the same record."""
    (person,) = api.find("people", {"email_addresses": "kadri@balticrowing.example"})
    person_id = person["id"]["record_id"]
    forms = [
        person_id,
        person_id.upper(),
        "Kadri@BalticRowing.example",
        {"target_object": "people", "target_record_id": person_id},
        {"target_object": person["id"]["object_id"], "target_record_id": person_id},
        {"target_object": "people", "email_addresses": ["kadri@balticrowing.example"]},
        {"target_object": "people", "email_addresses": [{"email_address": "kadri@balticrowing.example"}]},
        {"target_object": "people", "record_id": person_id},
    ]
    for form in forms:
        assert bare(written(api, "anybody", form)) == [
            {"target_object": "people", "target_record_id": person_id}
        ]
    (company,) = api.find("companies", {"domains": "balticrowing.example"})
    assert (
        bare(written(api, "anybody", "balticrowing.example"))[0]["target_record_id"]
        == company["id"]["record_id"]
    )


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("nobody@x.com", "value_not_found"),
        ("7f7f7f7f-0000-4000-8000-000000000000", "value_not_found"),
        (
            {"target_object": "people", "target_record_id": "7f7f7f7f-0000-4000-8000-000000000000"},
            "value_not_found",
        ),
        ({"target_object": "people", "target_record_id": "x"}, "validation_type"),
        ({"target_object": "people"}, "validation_type"),
        ({"target_record_id": "x"}, "validation_type"),
        ({"target_object": "ghosts", "target_record_id": "x"}, "value_not_found"),
        ({"target_object": "deals", "target_record_id": "x"}, "validation_type"),
        ({"target_object": "people", "ghost": ["x"]}, "value_not_found"),
        ({"target_object": "people", "job_title": ["x"]}, "matching_attribute_definition_not_unique"),
        (
            {
                "target_object": "people",
                "email_addresses": ["kadri@balticrowing.example", "leo@auroracharter.example"],
            },
            "multiple_match_results",
        ),
        (5, "validation_type"),
    ],
    ids=str,
)
def test_references_that_lead_nowhere_are_refused(api, value, code):
    """The target has to exist, be allowed and be one."""
    api.refused(
        "POST", "objects/things/records", {"data": {"values": {"anybody": value}}}, status=400, code=code
    )


@pytest.mark.parametrize(
    ("value", "first", "last", "full"),
    [
        ("Lovelace, Ada", "Ada", "Lovelace", "Ada Lovelace"),
        ("Ada Lovelace", "Ada Lovelace", "", "Ada Lovelace"),
        ({"first_name": "A", "last_name": "L", "full_name": "A. L."}, "A", "L", "A. L."),
    ],
)
def test_names(api, value, first, last, full):
    """A comma parts last from first name; without one all of it is the first name."""
    (name,) = api.create("people", name=value)["values"]["name"]
    assert (name["first_name"], name["last_name"], name["full_name"]) == (first, last, full)


@pytest.mark.parametrize(
    "value", [{"first_name": "A"}, 5, {"first_name": 1, "last_name": "L", "full_name": "x"}]
)
def test_half_names_are_refused(api, value):
    """A name object needs all three parts."""
    error = api.refused(
        "POST",
        "objects/people/records",
        {"data": {"values": {"name": value}}},
        status=400,
        code="validation_type",
    )
    assert error["validation_errors"]


def test_locations_need_all_ten_parts_and_sane_coordinates(api):
    """Coordinates are text with up to nine decimals; countries are codes."""
    whole = dict.fromkeys(locations.LOCATION_PARTS) | {"latitude": "-90.000000000", "longitude": "179.9"}
    assert (
        api.create("people", primary_location=whole)["values"]["primary_location"][0]["latitude"]
        == "-90.000000000"
    )
    for change in (
        {"latitude": "90.1"},
        {"longitude": "181"},
        {"latitude": 5},
        {"country_code": "ZZ"},
        {"latitude": "1."},
    ):
        body = {"data": {"values": {"primary_location": whole | change}}}
        api.refused("POST", "objects/people/records", body, status=400, code="validation_type")
    assert api.create("people", primary_location=whole | {"country_code": "XK"})


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", {}),
        ("London", {"locality": "London"}),
        ("Berlin, Germany", {"locality": "Berlin", "country_code": "DE"}),
        ("10 Downing Street, London, SW1A 2AA, UK", {"line_1": "10 Downing Street", "postcode": "SW1A 2AA"}),
        (
            "1 Loop, Floor 2, Cupertino, CA 95014, US",
            {"line_1": "1 Loop", "line_2": "Floor 2", "region": "CA"},
        ),
        ("Bergen 5013, NO", {"locality": "Bergen", "postcode": "5013", "country_code": "NO"}),
    ],
)
def test_addresses_are_taken_apart(text, parts):
    """Street, town, region, postcode and country find their places."""
    found = dict(zip(locations.LOCATION_PARTS, locations.parse_address(text), strict=True))
    assert found.items() >= parts.items()
    assert all(value for key, value in found.items() if key in parts)


@pytest.mark.parametrize(
    ("host", "root"),
    [
        ("x.com", "x.com"),
        ("a.b.x.com", "x.com"),
        ("a.x.co.uk", "x.co.uk"),
        ("co.uk", "co.uk"),
        ("a.x.io", "x.io"),
    ],
)
def test_root_domains(host, root):
    """The registrable part keeps two labels, or three under endings like co.uk."""
    assert domains.root_domain(host) == root


@pytest.mark.parametrize(
    ("text", "months", "seconds"),
    [
        ("PT0S", 0, 0),
        ("P1Y2M", 14, 0),
        ("P1W", 0, 604800),
        ("P1DT2H3M4S", 0, 93784),
        ("P1.5D", None, 0),
        ("P", None, 0),
        ("PT", None, 0),
        ("1D", None, 0),
    ],
)
def test_durations(text, months, seconds):
    """ISO 8601 durations, months apart from the rest."""
    read = dates.parse_duration(text)
    assert (read is None) if months is None else (read[0], read[1].total_seconds()) == (months, seconds)


def test_a_month_after_the_31st_is_the_last_of_the_next():
    """Durations in months never skip one."""
    start = dates.parse_moment("2024-01-31T12:00:00Z")
    assert dates.after(start, "P1M") == dates.parse_moment("2024-02-29T12:00:00Z")
    assert dates.after(start, "P12MT1H") == dates.parse_moment("2025-01-31T13:00:00Z")


def test_without_the_phone_library_the_extra_is_named(monkeypatch):
    """A missing extra is said by name, at the first phone number."""
    phones._library.cache_clear()
    phones.parse_phone.cache_clear()
    monkeypatch.setitem(sys.modules, "phonenumbers", None)
    try:
        with pytest.raises(MissingExtraError, match=r"attio-client\[testing\]"):
            phones.parse_phone("+14155552671", None)
    finally:
        phones._library.cache_clear()


def test_what_no_normaliser_takes_is_refused(api):
    """Interactions are nobody's to write."""
    body = {"data": {"values": {"last_interaction": {"interaction_type": "email"}}}}
    api.refused("POST", "objects/people/records", body, status=400, code="system_edit_unauthorized")


def test_ten_megabytes_of_text_fit(api):
    """The limit is bytes, not characters."""
    assert len(written(api, "text", "x" * 10_000_000)[0]["value"]) == 10_000_000
    body = {"data": {"values": {"text": "é" * 5_000_001}}}
    api.refused("POST", "objects/things/records", body, status=400, code="validation_type")


def test_names_need_no_state():
    """Normalisers are plain functions of attribute and value."""
    assert names.personal_name(None, None, "Solo") == ("Solo", "", "Solo")
