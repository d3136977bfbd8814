"""Records: create, change, replace, upsert, delete."""

from __future__ import annotations

import pytest

from attio.testing import LocalWorkspace, Settings
from attio.testing.identifiers import is_uuid


def path_of(record, object="people"):
    return f"objects/{object}/records/{record['id']['record_id']}"


def emails(record):
    return [each["email_address"] for each in record["values"]["email_addresses"]]


def test_a_record_shows_every_attribute_in_order(api):
    """Empty ones are empty arrays; system values are there from the start."""
    record = api.create("people", name="Lovelace, Ada")
    slugs = [each["api_slug"] for each in api.get("objects/people/attributes")]
    assert list(record["values"]) == slugs
    assert record["values"]["job_title"] == []
    assert record["values"]["record_id"][0]["value"] == record["id"]["record_id"]
    assert record["values"]["created_at"][0]["value"] == record["created_at"]
    assert record["web_url"] == f"https://app.attio.com/local-workspace/person/{record['id']['record_id']}"
    assert record == api.get(path_of(record))


@pytest.mark.parametrize(
    ("object", "segment"), [("companies", "company"), ("workspaces", "workspaces/record")]
)
def test_web_addresses(api, object, segment):
    """Companies have their own word, other objects their slug."""
    record = api.create(object, **({"workspace_id": "w"} if object == "workspaces" else {}))
    assert f"/{segment}/{record['id']['record_id']}" in record["web_url"]


def test_attributes_go_by_slug_or_id(api):
    """Both name the same attribute in a write."""
    title = api.get("objects/people/attributes/job_title")
    record = api.create("people", **{title["id"]["attribute_id"]: "Engineer"})
    assert record["values"]["job_title"][0]["value"] == "Engineer"
    assert api.get(f"objects/people/attributes/{title['id']['attribute_id'].upper()}") == title


def test_an_unknown_attribute_is_value_not_found(api):
    """The slug is quoted, and nothing is stored."""
    body = {"data": {"values": {"foo": "x", "job_title": "y"}}}
    error = api.refused("POST", "objects/people/records", body, status=400, code="value_not_found")
    assert error["message"] == 'Cannot find attribute with slug/ID "foo".'
    assert api.find("people") == []


@pytest.mark.parametrize("slug", ["record_id", "created_at", "created_by", "avatar_url", "last_interaction"])
def test_system_values_cannot_be_written(api, slug):
    """What the system sets, nobody else does."""
    body = {"data": {"values": {slug: "x"}}}
    api.refused("POST", "objects/people/records", body, status=400, code="system_edit_unauthorized")


def test_a_taken_unique_value_names_attribute_and_holder(api):
    """400, nothing stored, and since 2026 the id of who holds it."""
    first = api.create("people", email_addresses=["Ada@x.example"])
    body = {"data": {"values": {"email_addresses": ["new@x.example", "ADA@x.example"], "job_title": "y"}}}
    error = api.refused("POST", "objects/people/records", body, status=400, code="uniqueness_conflict")
    assert '"email_addresses"' in error["message"]
    assert first["id"]["record_id"] in error["message"]
    assert len(api.find("people")) == 1


def test_a_freed_unique_value_can_be_taken(api):
    """Cleared or deleted, the value is free again."""
    first = api.create("people", email_addresses=["a@x.example", "b@x.example"])
    api.put(path_of(first), {"values": {"email_addresses": ["b@x.example"]}})
    api.create("people", email_addresses=["a@x.example"])
    api.delete(path_of(first))
    assert emails(api.create("people", email_addresses=["b@x.example"])) == ["b@x.example"]


def test_patch_puts_new_values_in_front_and_doubles_none(api):
    """Existing values are never removed, moved or doubled; addresses compare in any case."""
    record = api.create("people", email_addresses=["a@x.example", "b@x.example"])
    changed = api.patch(
        path_of(record), {"values": {"email_addresses": ["c@x.example", "B@X.example", "d@x.example"]}}
    )
    assert emails(changed) == ["c@x.example", "d@x.example", "a@x.example", "b@x.example"]
    kept = changed["values"]["email_addresses"][-1]
    assert kept == record["values"]["email_addresses"][1]
    assert emails(api.patch(path_of(record), {"values": {"email_addresses": []}})) == emails(changed)


def test_put_leaves_exactly_what_is_sent_in_that_order(api):
    """Values that stay keep their times; [] clears."""
    record = api.create("people", email_addresses=["a@x.example", "b@x.example"])
    changed = api.put(path_of(record), {"values": {"email_addresses": ["c@x.example", "a@x.example"]}})
    assert emails(changed) == ["c@x.example", "a@x.example"]
    assert changed["values"]["email_addresses"][1] == record["values"]["email_addresses"][0]
    assert emails(api.put(path_of(record), {"values": {"email_addresses": []}})) == []


@pytest.mark.parametrize("method", ["patch", "put"])
def test_single_values_are_replaced_by_both(api, method):
    """A new value takes over, the same one keeps its time, attributes not mentioned stay."""
    record = api.create("people", job_title="A", description="x")
    same = getattr(api, method)(path_of(record), {"values": {"job_title": "A"}})
    assert same["values"]["job_title"] == record["values"]["job_title"]
    changed = getattr(api, method)(path_of(record), {"values": {"job_title": "B"}})
    assert changed["values"]["job_title"][0]["active_from"] > record["values"]["job_title"][0]["active_from"]
    assert changed["values"]["description"] == record["values"]["description"]
    assert getattr(api, method)(path_of(record), {"values": {"job_title": None}})["values"]["job_title"] == []


def test_a_conflict_refuses_the_whole_update(api):
    """Nothing of a refused change is applied."""
    api.create("people", email_addresses=["a@x.example"])
    record = api.create("people", job_title="Old")
    body = {"data": {"values": {"job_title": "New", "email_addresses": ["a@x.example"]}}}
    api.refused("PATCH", path_of(record), body, status=400, code="uniqueness_conflict")
    assert api.get(path_of(record)) == record


# Upsert


def upsert(api, matching, **values):
    return api.put(f"objects/people/records?matching_attribute={matching}", {"values": values})


def test_upsert_creates_then_updates(api):
    """Both answer 200 and nothing tells which; the record is the same."""
    first = upsert(api, "email_addresses", email_addresses=["a@x.example"], job_title="A")
    second = upsert(api, "email_addresses", email_addresses=["A@x.example"], job_title="B")
    assert second["id"] == first["id"]
    assert second["values"]["job_title"][0]["value"] == "B"
    assert len(api.find("people")) == 1


def test_upsert_adds_matching_values_and_overwrites_the_others(things):
    """The matching attribute grows; every other multi-value is exactly what was sent."""
    first = upsert(
        things,
        "email_addresses",
        email_addresses=["a@x.example"],
        phone_numbers=["+4755512346", "+4755512347"],
        description="kept",
    )
    second = upsert(
        things,
        "email_addresses",
        email_addresses=["b@x.example", "a@x.example"],
        phone_numbers=["+4755512348"],
    )
    assert second["id"] == first["id"]
    assert emails(second) == ["b@x.example", "a@x.example"]
    assert [each["phone_number"] for each in second["values"]["phone_numbers"]] == ["+4755512348"]
    assert second["values"]["description"][0]["value"] == "kept"


def test_upsert_by_id_and_by_the_attributes_own_id(api):
    """record_id works as matching attribute, and an attribute may be named by id."""
    record = api.create("people", email_addresses=["a@x.example"])
    record_id = record["id"]["record_id"]
    for form in (record_id, [record_id.upper()], [{"value": record_id}]):
        assert upsert(api, "record_id", record_id=form, job_title="X")["id"] == record["id"]
    by_id = api.get("objects/people/attributes/email_addresses")["id"]["attribute_id"]
    assert upsert(api, by_id, **{by_id: ["a@x.example"]})["id"] == record["id"]
    made = upsert(api, "record_id", record_id="7f7f7f7f-0000-4000-8000-000000000000", job_title="Y")
    assert made["id"] != record["id"]


@pytest.mark.parametrize(
    ("query", "values", "code"),
    [
        ("", {}, "validation_type"),
        ("?matching_attribute=", {}, "validation_type"),
        ("?matching_attribute=ghost", {}, "value_not_found"),
        ("?matching_attribute=job_title", {"job_title": "x"}, "matching_attribute_definition_not_unique"),
        ("?matching_attribute=email_addresses", {"job_title": "x"}, "missing_value"),
        ("?matching_attribute=email_addresses", {"email_addresses": []}, "missing_value"),
        (
            "?matching_attribute=email_addresses",
            {"email_addresses": ["a@x.example", "b@x.example"]},
            "multiple_match_results",
        ),
    ],
)
def test_upserts_that_cannot_match_are_refused(api, query, values, code):
    """Each way to ask for an impossible match has its own code."""
    api.create("people", email_addresses=["a@x.example"])
    api.create("people", email_addresses=["b@x.example"])
    api.refused("PUT", f"objects/people/records{query}", {"data": {"values": values}}, status=400, code=code)


# Required values, defaults, deletion


def test_a_deal_needs_name_stage_and_owner(api):
    """Each missing one is a 400 that carries the attribute's id."""
    member = next(iter(api.workspace.state.members.by_id))
    whole = {"name": "Deal", "stage": "Lead", "owner": member}
    for slug in whole:
        body = {"data": {"values": {key: value for key, value in whole.items() if key != slug}}}
        error = api.refused("POST", "objects/deals/records", body, status=400, code="missing_value")
        assert api.get(f"objects/deals/attributes/{slug}")["id"]["attribute_id"] in error["message"]
    deal = api.create("deals", **whole)
    assert deal["values"]["stage"][0]["status"]["title"] == "Lead"
    api.refused(
        "PATCH",
        path_of(deal, "deals"),
        {"data": {"values": {"name": None}}},
        status=400,
        code="missing_value",
    )
    assert (
        api.patch(path_of(deal, "deals"), {"values": {"value": 5}})["values"]["value"][0]["currency_code"]
        == "USD"
    )
    body = {"data": {"values": {"name": "x"}}}
    api.refused(
        "PUT",
        "objects/deals/records?matching_attribute=name",
        body,
        status=400,
        code="matching_attribute_definition_not_unique",
    )


def test_defaults_fill_what_a_create_leaves_out(things, new_attribute):
    """Static values, the asking actor, and times from now on."""
    static = {"type": "static", "template": [{"value": "draft"}]}
    for slug, kind, default in (
        ("state", "text", static),
        ("maker", "actor-reference", {"type": "dynamic", "template": "current-user"}),
        ("due", "date", {"type": "dynamic", "template": "P1M"}),
        ("seen", "timestamp", {"type": "dynamic", "template": "PT0S"}),
    ):
        things.post("objects/things/attributes", new_attribute(slug, type=kind, default_value=default))
    record = things.create("things")
    assert record["values"]["state"][0]["value"] == "draft"
    assert record["values"]["maker"][0]["referenced_actor_type"] == "api-token"
    assert record["values"]["seen"][0]["value"] == record["created_at"]
    assert record["values"]["due"][0]["value"] > record["created_at"][:10]
    assert things.create("things", state=None)["values"]["state"] == []
    assert things.create("things", state="x")["values"]["state"][0]["value"] == "x"


def test_a_deleted_record_is_gone(api):
    """200 {} once, 404 from then on."""
    record = api.create("people")
    answer = api.send("DELETE", path_of(record))
    assert (answer.status, answer.json()) == (200, {})
    for method in ("GET", "DELETE"):
        error = api.refused(method, path_of(record), status=404, code="not_found")
        assert error["message"] == f'Record with ID "{record["id"]["record_id"]}" not found.'
    api.refused("PATCH", path_of(record), {"data": {"values": {}}}, status=404, code="not_found")


@pytest.mark.parametrize("id", ["nope", "7f7f7f7f-0000-4000-8000-000000000000", "%20"])
def test_ids_that_lead_nowhere_are_404(api, id):
    """What is no UUID is not found, like any other id."""
    api.refused("GET", f"objects/people/records/{id}", status=404, code="not_found")
    api.refused("GET", f"objects/{id}/records/{id}", status=404, code="not_found")


# Companies of people


@pytest.mark.parametrize(
    ("email", "linked"), [("ada@mail.Acme.co.uk", "acme.co.uk"), ("ada@gmail.com", None)]
)
def test_a_business_email_creates_the_company(api, email, linked):
    """The company by the root domain is made by the system; private mailboxes say nothing."""
    person = api.create("people", email_addresses=[email])
    companies = api.find("companies")
    if linked is None:
        assert companies == person["values"]["company"] == []
        return
    (company,) = companies
    assert company["values"]["domains"][0]["domain"] == linked
    assert person["values"]["company"][0]["target_record_id"] == company["id"]["record_id"]
    assert person["values"]["company"][0]["created_by_actor"] == {"type": "system", "id": None}
    assert company["values"]["team"][0]["target_record_id"] == person["id"]["record_id"]
    second = api.create("people", email_addresses=["bob@acme.co.uk"])
    assert second["values"]["company"][0]["target_record_id"] == company["id"]["record_id"]
    assert len(api.find("companies")) == 1


def test_a_company_that_is_given_is_not_replaced(api):
    """Naming a company, or none, settles it."""
    other = api.create("companies", name="Other")
    person = api.create("people", email_addresses=["a@acme.example"], company=other["id"]["record_id"])
    assert person["values"]["company"][0]["target_record_id"] == other["id"]["record_id"]
    assert api.create("people", email_addresses=["b@acme.example"], company=None)["values"]["company"] == []
    assert len(api.find("companies")) == 1


def test_linking_companies_can_be_switched_off():
    """The documented switch."""
    workspace = LocalWorkspace(settings=Settings(link_companies=False))
    body = {"data": {"values": {"email_addresses": ["a@acme.example"]}}}
    made = workspace.request("POST", "/v2/objects/people/records", body).json()["data"]
    assert made["values"]["company"] == []


def test_ids_are_uuids_of_three_levels(api):
    """An id carries workspace, object and record."""
    record = api.create("people")
    assert list(record["id"]) == ["workspace_id", "object_id", "record_id"]
    assert all(map(is_uuid, record["id"].values()))
