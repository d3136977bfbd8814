"""The local workspace against recorded answers of the real API (May 2026)."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from attio.testing import LocalWorkspace, router

TRAFFIC = Path(__file__).resolve().parents[3] / "shared" / "real-traffic"

# Keys that answers have gained since they were recorded, with where that is known from.
SINCE = {
    # changes file: GET /v2/self, "active variant adds required token_level"
    ("get", "/v2/self"): {"$.token_level"},
}


def _recorded() -> list[tuple[str, dict[str, Any]]]:
    if not TRAFFIC.is_dir():
        return []
    return [
        (f"{path.stem}-{index}", interaction)
        for path in sorted(TRAFFIC.glob("*.json"))
        for index, interaction in enumerate(json.loads(path.read_text(encoding="utf-8"))["interactions"])
    ]


RECORDED = _recorded()
pytestmark = pytest.mark.skipif(not RECORDED, reason="../shared/real-traffic is not beside the repository")


def _body(name: str) -> Any:
    return next(each for key, each in RECORDED if key == f"{name}-0")["response"]["body"]["data"]


def _referred(records: list[Any]) -> dict[str, list[dict[str, Any]]]:
    """Bare records for what recorded values refer to, so that the references have somewhere to go."""
    known = {record["id"]["record_id"] for record in records}
    found: dict[str, dict[str, Any]] = {}
    for record in records:
        for values in record["values"].values():
            for value in values:
                if value["attribute_type"] == "record-reference" and value["target_record_id"] not in known:
                    found[value["target_record_id"]] = {"object": value["target_object"]}
    objects: dict[str, list[dict[str, Any]]] = {}
    for record_id, raw in found.items():
        objects.setdefault(raw["object"], []).append({"id": record_id})
    return objects


def _attributes_of(records: list[Any], described: list[Any], statuses: dict[str, Any]) -> list[Any]:
    """Attributes as recorded, and for an object whose attributes were not recorded, what its records show."""
    if described:
        options: dict[str, dict[str, Any]] = {}
        for record in records:
            for slug, values in record["values"].items():
                for value in values:
                    if "option" in value:
                        options.setdefault(slug, {})[value["option"]["id"]["option_id"]] = value["option"]
        return [
            {
                **each,
                **(
                    {"options": list(options[each["api_slug"]].values())}
                    if each["api_slug"] in options
                    else {}
                ),
            }
            for each in described
        ]
    shown: dict[str, Any] = {}
    for record in records:
        for slug, values in record["values"].items():
            for value in values:
                shown[slug] = {"api_slug": slug, "type": value["attribute_type"]}
                if "status" in value:
                    shown[slug] |= {"statuses": statuses[slug], "id": value["status"]["id"]}
            shown.setdefault(slug, {"api_slug": slug, "type": "text"})
    return list(shown.values())


@pytest.fixture(scope="module")
def workspace() -> LocalWorkspace:
    """A workspace seeded with what the recordings show, in Attio's own JSON."""
    me = next(each for key, each in RECORDED if key.startswith("self_identify"))["response"]["body"]
    records = {"companies": _body("companies_query"), "deals": _body("deals_query"), "people": []}
    described = {"companies": _body("attributes_list_companies"), "people": _body("attributes_list_people")}
    referred = _referred([record for rows in records.values() for record in rows])
    objects = []
    for raw in _body("objects_list"):
        slug = raw["api_slug"]
        rows = records.get(slug, [])
        objects.append(
            {
                **raw,
                "attributes": _attributes_of(
                    rows, described.get(slug, []), {"stage": _body("statuses_list_deals_stage")}
                ),
                "records": [*rows, *(each for each in referred.get(slug, []))],
                "views": _body("views_list_for_people") if slug == "people" else [],
            }
        )
    made = LocalWorkspace(
        {
            "workspace": {
                "id": me["workspace_id"],
                "name": me["workspace_name"],
                "slug": me["workspace_slug"],
            },
            "standard_objects": ["deals"],
            "members": _body("workspace_members_list"),
            "objects": objects,
            "lists": _body("lists_list"),
        }
    )
    for slug, extra in referred.items():
        # they only stood for what the recordings do not show
        home = made.state.find_object(slug)
        assert home is not None
        for each in extra:
            home._order = None
            del home.rows[each["id"]]
    return made


def _difference(real: Any, local: Any, where: str, allowed: set[str]) -> list[str]:
    """Where two bodies differ in keys, key order, types or nulls."""
    if isinstance(real, dict):
        if not isinstance(local, dict):
            return [f"{where}: {type(real).__name__} became {type(local).__name__}"]
        keys = [key for key in local if f"{where}.{key}" not in allowed]
        if list(real) != keys:
            return [f"{where}: keys {list(real)} became {keys}"]
        return [
            each for key in real for each in _difference(real[key], local[key], f"{where}.{key}", allowed)
        ]
    if isinstance(real, list):
        if not isinstance(local, list) or len(real) != len(local):
            return [
                f"{where}: {len(real)} items became {local if not isinstance(local, list) else len(local)}"
            ]
        pairs = enumerate(zip(real, local, strict=True))
        return [each for i, (a, b) in pairs for each in _difference(a, b, f"{where}[{i}]", allowed)]
    if type(real) is not type(local):
        return [f"{where}: {real!r} became {local!r}"]
    return []


def _send(workspace: LocalWorkspace, interaction: dict[str, Any], ids: dict[str, str]) -> Any:
    request = interaction["request"]
    parts = urlsplit(request["url"])
    path = parts.path
    for recorded, local in ids.items():
        path = path.replace(recorded, local)
    return workspace.request(
        request["method"], f"{path}?{parts.query}" if parts.query else path, request["body"]
    )


def _note_ids(real: Any, local: Any, ids: dict[str, str]) -> None:
    """Remember what was created: later requests of a recording name it by the recorded id."""
    if isinstance(real.get("data"), dict):
        ids.update(zip(real["data"]["id"].values(), local["data"]["id"].values(), strict=True))


def _is_answered(interaction: dict[str, Any]) -> bool:
    request = interaction["request"]
    known = router.match(request["method"], urlsplit(request["url"]).path) is not None
    return known or interaction["response"]["status"] == 404


FILES = {
    file: [each for name, each in RECORDED if name.rpartition("-")[0] == file]
    for file in dict.fromkeys(name.rpartition("-")[0] for name, _ in RECORDED)
}


@pytest.mark.parametrize("file", [file for file, all_ in FILES.items() if all(map(_is_answered, all_))])
def test_a_recorded_request_gets_the_recorded_answer(workspace: LocalWorkspace, file: str) -> None:
    """Status, keys and their order, types and nulls, headers: as the real API answered."""
    ids: dict[str, str] = {}
    for interaction in FILES[file]:
        answer = _send(workspace, interaction, ids)
        request, real = interaction["request"], interaction["response"]
        assert answer.status == real["status"]
        allowed = SINCE.get((request["method"].lower(), urlsplit(request["url"]).path), set())
        assert _difference(real["body"], answer.json(), "$", allowed) == []
        assert [name for name in real["headers"] if answer.header(name) is None] == []
        assert (answer.header("x-accurate-at") is None) == ("x-accurate-at" not in real["headers"])
        if real["status"] >= 400:
            assert answer.json() == real["body"]
        _note_ids(real["body"], answer.json(), ids)


@pytest.mark.parametrize("object", ["people", "companies"])
def test_attributes_are_the_recorded_ones_in_their_order(object: str) -> None:
    """A workspace with deals on has exactly the recorded system attributes, flags and order included."""
    fresh = LocalWorkspace(standard_objects=["deals"])
    local = fresh.request("GET", f"/v2/objects/{object}/attributes").json()["data"]
    real = [each for each in _body(f"attributes_list_{object}") if each["is_system_attribute"]]

    def facts(attribute: dict[str, Any]) -> dict[str, Any]:
        kept = {key: value for key, value in attribute.items() if key not in {"id", "created_at", "config"}}
        relationship = dict(kept["relationship"] or {})
        relationship.pop("id", None)
        return {**kept, "relationship": relationship, "currency": attribute["config"]["currency"]}

    assert [facts(each) for each in local] == [facts(each) for each in real]


@pytest.mark.parametrize("name", ["companies_query", "deals_query", "attributes_list_people", "lists_list"])
def test_planted_bodies_come_back_as_they_were(workspace: LocalWorkspace, name: str) -> None:
    """What was read from a real workspace and planted here is answered with the same content."""
    interaction = next(each for key, each in RECORDED if key == f"{name}-0")
    local = _send(workspace, interaction, {}).json()["data"]
    real = deepcopy(interaction["response"]["body"]["data"])
    if "query" in name:
        for record in (*local, *real):
            del record["web_url"]
            for slug in ("created_at", "team", "associated_deals", "record_id", "created_by"):
                record["values"].pop(slug, None)
    assert local == real
