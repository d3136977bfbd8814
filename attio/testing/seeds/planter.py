"""Puts a seed document into an empty workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.errors import ArgumentError
from attio.testing import normalise
from attio.testing.access import SYSTEM
from attio.testing.json_types import is_array, is_object
from attio.testing.replies import Refusal
from attio.testing.seeds import Section, SeedDocument, sections
from attio.testing.seeds.reading import actor_of, moment_us, own_id, payload_of
from attio.testing.seeds.structure import plant_list, plant_object, plant_relationships, plant_views
from attio.testing.state.collections import Entry, ObjectType, Row
from attio.testing.state.members import Member
from attio.testing.writing import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio.testing.access import Actor
    from attio.testing.state.attributes import Attribute, Payload
    from attio.testing.state.collections import Collection, ListType, Value
    from attio.testing.workspace import LocalWorkspace


def _plant_section(planter: Planter, plant: Section, name: str, given: Any) -> None:
    try:
        plant(planter, given)
    except (AttributeError, KeyError, TypeError) as error:
        problem = f"is not built as {name!r} must be ({type(error).__name__}: {error})"
        raise ArgumentError("seed", given, problem, fix="see attio.testing.seeds") from None


class Planter:
    """One planting: the workspace, and the records that the document gave a key."""

    def __init__(self, workspace: LocalWorkspace) -> None:
        self.workspace = workspace
        self.state = workspace.state
        self.now_us = workspace.clock.now_us() // 1000 * 1000
        self.keys: dict[str, tuple[ObjectType, str]] = {}
        # attributes of the document with what it says about them; relationships need all of them
        self.wanted: list[tuple[Attribute, Mapping[str, Any]]] = []
        self._later: list[tuple[Collection, Row, dict[str, Any]]] = []

    def plant(self, document: SeedDocument) -> None:
        """Plant every section; relationships come after all records exist."""
        links = self.state.settings.link_companies
        self.state.settings.link_companies = False
        try:
            self._members(document.get("members", ()))
            objects = [plant_object(self, raw) for raw in document.get("objects", ())]
            lists = [plant_list(self, raw) for raw in document.get("lists", ())]
            plant_relationships(self)
            for record_home, raw in objects:
                self._records(record_home, raw.get("records", ()))
                plant_views(self, record_home, raw.get("views", ()))
            for entry_home, raw in lists:
                self._entries(entry_home, raw.get("entries", ()))
                plant_views(self, entry_home, raw.get("views", ()))
            for home, row, values in self._later:
                self._fill(home, row, values)
            self._generate(document.get("generate", {}))
            for name, plant in sections().items():
                if name in document:
                    _plant_section(self, plant, name, document[name])
            for raw in document.get("tokens", ()):
                self._token(raw)
        except Refusal as refusal:
            raise ArgumentError("seed", refusal.extra or refusal.code, refusal.message) from None
        finally:
            self.state.settings.link_companies = links
            self.state.events.clear()

    def time(self, raw: Mapping[str, Any], key: str = "created_at") -> int:
        """Return a time that the document gives, or the moment of planting."""
        return moment_us(raw[key]) if raw.get(key) is not None else self.now_us

    def actor(self, raw: Any = None) -> Actor:
        """Return the actor that the document names by email, by id, as "system" or in Attio's JSON."""
        if raw is None:
            first = next(iter(self.state.members.by_id), None)
            return SYSTEM if first is None else ("workspace-member", first)
        if raw == "system":
            return SYSTEM
        if is_object(raw):
            return actor_of(raw)
        member = self.state.members.find(raw)
        if member is None:
            raise ArgumentError("seed", raw, "is no member of the workspace")
        return "workspace-member", member.id

    def record(self, key: str) -> tuple[ObjectType, str]:
        """Return object and id of the record with a key."""
        found = self.keys.get(key)
        if found is None:
            raise ArgumentError("seed", key, "is the key of no record", allowed=sorted(self.keys))
        return found

    def resolved(self, value: Any) -> Any:
        """Replace {$ref: key} and {$id: key} anywhere in a value."""
        if is_array(value):
            return [self.resolved(each) for each in value]
        if not is_object(value):
            return value
        if value.keys() == {"$ref"}:
            home, record_id = self.record(value["$ref"])
            return {"target_object": home.slug, "target_record_id": record_id}
        if value.keys() == {"$id"}:
            return self.record(value["$id"])[1]
        return {key: self.resolved(each) for key, each in value.items()}

    def _members(self, given: Any) -> None:
        for raw in given:
            member = Member(
                own_id(raw, "workspace_member_id") or self.state.ids.uuid(),
                raw["first_name"],
                raw["last_name"],
                raw["email_address"],
                access_level=raw.get("access_level", "member"),
                avatar_url=raw.get("avatar_url"),
                created_us=self.time(raw),
            )
            self.state.members.add(member)

    def _token(self, raw: Mapping[str, Any]) -> None:
        named = raw.get("member")
        member = self.state.members.find(named) if named else None
        optional = {"scopes": raw["scopes"]} if "scopes" in raw else {}
        self.workspace.add_token(raw["value"], level=raw.get("level", "workspace"), member=member, **optional)

    def _records(self, home: ObjectType, given: Any) -> None:
        for raw in given:
            row = Row(
                own_id(raw, "record_id") or self.state.ids.uuid(),
                self.time(raw),
                self._maker(raw, raw.get("values", {})),
            )
            home.insert(row)
            if "key" in raw:
                self.keys[raw["key"]] = (home, row.id)
            self._later.append((home, row, {**raw.get("values", {}), "$history": raw.get("history", {})}))

    def _entries(self, home: ListType, given: Any) -> None:
        for raw in given:
            parent = raw.get("parent_record_id") or self.record(raw["parent"])[1]
            if parent not in home.parent.rows:
                raise ArgumentError("seed", parent, f"is no record of {home.parent.slug!r}")
            values = raw.get("entry_values", raw.get("values", {}))
            entry = Entry(
                own_id(raw, "entry_id") or self.state.ids.uuid(),
                self.time(raw),
                self._maker(raw, values),
                home.parent.id,
                parent,
            )
            home.insert(entry)
            self._later.append((home, entry, {**values, "$history": raw.get("history", {})}))

    def _maker(self, raw: Mapping[str, Any], values: Mapping[str, Any]) -> Actor:
        """Return who made a row: as the document says, or as Attio's own JSON of the row shows."""
        shown = values.get("created_by")
        if "created_by" not in raw and shown:
            return shown[0]["referenced_actor_type"], shown[0]["referenced_actor_id"]
        return self.actor(raw.get("created_by"))

    def _fill(self, home: Collection, row: Row, values: dict[str, Any]) -> None:
        edit = Edit(self.state, row.created_us, row.actor, privileged=True)
        history = values.pop("$history")
        for name, raw in values.items():
            attribute = self._attribute(home, name)
            if attribute.virtual is None:
                planted = self._values(edit, attribute, raw)
                edit.put(home, row, attribute, tuple(value[0] for value in planted))
                by_payload = {attribute.identity(value[0]): value for value in planted}
                kept = row.cells.get(attribute.key, ())
                home.set_cell(
                    row, attribute, tuple(by_payload.get(attribute.identity(v[0]), v) for v in kept)
                )
        for name, spans in history.items():
            self._remember(home, row, self._attribute(home, name), spans)
        for attribute in home.live_attributes():
            if attribute.is_required and not row.values(attribute):
                raise ArgumentError(
                    "seed", attribute.slug, f"a record of {home.slug!r} lacks this required value"
                )

    def _remember(
        self, home: Collection, row: Row, attribute: Attribute, spans: list[dict[str, Any]]
    ) -> None:
        """Add values of the past; a single value in force starts where the last of them ends."""
        last_us = 0
        for span in spans:
            since, until = moment_us(span["active_from"]), moment_us(span["active_until"])
            actor = self.actor(span.get("created_by"))
            row.remember(attribute, [(self._payload(attribute, span["value"]), since, until, actor)])
            last_us = max(last_us, until)
        if not attribute.is_multiselect:
            current = row.cells.get(attribute.key, ())
            later = tuple((payload, max(since, last_us), actor) for payload, since, actor in current)
            home.set_cell(row, attribute, later)

    def _attribute(self, home: Collection, name: str) -> Attribute:
        attribute = home.attribute(name)
        if attribute is None:
            raise ArgumentError("seed", name, f"is no attribute of {home.slug!r}", allowed=list(home.by_slug))
        return attribute

    def _payload(self, attribute: Attribute, raw: Any) -> Payload:
        if is_object(raw) and "attribute_type" in raw:
            return payload_of(self.state, attribute, raw)
        return normalise.payload(self.state, attribute, self.resolved(raw))

    def _values(self, edit: Edit, attribute: Attribute, raw: Any) -> list[Value]:
        given = raw if is_array(raw) else [] if raw is None else [raw]
        values: list[Value] = []
        for each in given:
            since, actor = edit.now_us, edit.actor
            if is_object(each) and "active_from" in each:
                since, actor = moment_us(each["active_from"]), self.actor(each["created_by_actor"])
            values.append((self._payload(attribute, each), since, actor))
        edit.refuse_conflicts(attribute.collection, {attribute: tuple(value[0] for value in values)}, None)
        return values

    def _generate(self, counts: Mapping[str, int]) -> None:
        if counts:
            from attio.testing.seeds.big import generate

            generate(self, counts)
