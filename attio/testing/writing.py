"""Writes of rows: everything is checked before anything is changed, so a refused write leaves no trace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attio.testing import relations
from attio.testing.access import SYSTEM
from attio.testing.clock import moment
from attio.testing.normalise import payloads
from attio.testing.normalise.dates import after
from attio.testing.normalise.emails import business_domain
from attio.testing.replies import Refusal, unknown_attribute
from attio.testing.state.collections import Entry, ListType, ObjectType, Row

if TYPE_CHECKING:
    from attio.testing.access import Actor
    from attio.testing.state.attributes import Attribute, Payload
    from attio.testing.state.collections import Collection, Value
    from attio.testing.state.workspace_state import WorkspaceState

Mode = Literal["append", "overwrite"]
Plan = dict["Attribute", tuple["Payload", ...]]


def uniqueness_conflict(attribute: Attribute, holder_id: str) -> Refusal:
    """Build the error of a unique value that another row holds."""
    message = (
        f'A value provided for attribute with slug "{attribute.slug}" conflicts with one already in the system. '
        f'It belongs to the record with ID "{holder_id}".'
    )
    return Refusal(400, "uniqueness_conflict", message)


def missing_value(attribute: Attribute) -> Refusal:
    """Build the error of a required attribute without a value; Attio names the id, not the slug."""
    return Refusal(
        400, "missing_value", f'Required value for attribute with ID "{attribute.id}" was not provided.'
    )


class Edit:
    """Writes of one request: the state they change, the moment they happen at, who makes them.

    `privileged` writes may set attributes that the API does not let anyone write; seeds and side effects use it.
    """

    __slots__ = ("actor", "now_us", "privileged", "state")

    def __init__(self, state: WorkspaceState, now_us: int, actor: Actor, *, privileged: bool = False) -> None:
        self.state = state
        self.now_us = now_us
        self.actor = actor
        self.privileged = privileged

    def plan(self, home: Collection, values: dict[str, Any]) -> Plan:
        """Normalise what a body gives, or refuse it."""
        plan: Plan = {}
        for name, raw in values.items():
            attribute = home.attribute(name, archived=False)
            if attribute is None:
                raise unknown_attribute(name)
            if attribute.virtual is not None or not (attribute.is_writable or self.privileged):
                message = (
                    f'Attribute with slug "{attribute.slug}" is set by the system and cannot be written.'
                )
                raise Refusal(400, "system_edit_unauthorized", message)
            plan[attribute] = payloads(self.state, attribute, raw)
        return plan

    def plan_new(self, home: Collection, values: dict[str, Any]) -> Plan:
        """Normalise what the body of a new row gives, with defaults, or refuse it."""
        plan = self.plan(home, values)
        self._complete(home, plan)
        self.refuse_conflicts(home, plan, None)
        return plan

    def _complete(self, home: Collection, plan: Plan) -> None:
        """Add default values to the plan of a new row and refuse it when a required value is missing."""
        for attribute in home.attributes.values():
            if not (attribute.is_required or attribute.default is not None):
                continue
            if attribute.is_archived or attribute.virtual is not None or plan.get(attribute):
                continue
            if attribute.default is not None and attribute not in plan:
                plan[attribute] = self._default(attribute)
            if attribute.is_required and not plan.get(attribute):
                raise missing_value(attribute)

    def _default(self, attribute: Attribute) -> tuple[Payload, ...]:
        kind, template = attribute.default or ("static", ())
        if kind == "static":
            return tuple(template)
        if attribute.type == "actor-reference":
            return (self.actor,)
        at_us = after(self.now_us, str(template))
        if attribute.type == "date":
            return (moment(at_us).date().isoformat(),)
        return (at_us,)

    def refuse_conflicts(self, home: Collection, plan: Plan, row: Row | None) -> None:
        """Refuse unique values that a row other than `row` holds."""
        for attribute, wanted in plan.items():
            if not attribute.is_unique:
                continue
            for payload in wanted:
                for holder_id in home.holders(attribute, payload):
                    if row is None or holder_id != row.id:
                        raise uniqueness_conflict(attribute, holder_id)

    def create_record(self, home: ObjectType, values: dict[str, Any], *, id: str | None = None) -> Row:
        """Create a record; its relationships, its company and its event included."""
        plan = self.plan_new(home, values)
        row = Row(id or self.state.ids.uuid(), self.now_us, self.actor)
        home.insert(row)
        for attribute, wanted in plan.items():
            if wanted:
                self.put(home, row, attribute, wanted)
        self._link_company(home, row, plan)
        self.state.emit("record.created", self.actor, object_id=home.id, record_id=row.id)
        return row

    def create_entry(
        self, home: ListType, parent_id: str, values: dict[str, Any], *, id: str | None = None
    ) -> Entry:
        """Add a record to a list."""
        plan = self.plan_new(home, values)
        entry = Entry(id or self.state.ids.uuid(), self.now_us, self.actor, home.parent.id, parent_id)
        home.insert(entry)
        for attribute, wanted in plan.items():
            if wanted:
                self.put(home, entry, attribute, wanted)
        self._entry_event("list-entry.created", home, entry)
        return entry

    def update(
        self,
        home: Collection,
        row: Row,
        values: dict[str, Any],
        mode: Mode,
        matching: Attribute | None = None,
    ) -> None:
        """Change a row. `append` adds to multi-values, `overwrite` replaces them; single values are replaced by both.

        `matching` is the attribute of an upsert: its values are added whatever the mode.
        """
        plan = self.plan(home, values)
        for attribute, wanted in plan.items():
            if attribute.is_required and not wanted and (mode == "overwrite" or not attribute.is_multiselect):
                raise missing_value(attribute)
        self.refuse_conflicts(home, plan, row)
        for attribute, given in plan.items():
            wanted = given
            if attribute.is_multiselect and (mode == "append" or attribute is matching):
                wanted = _prepended(attribute, row, given)
            if self.put(home, row, attribute, wanted):
                self._updated(home, row, attribute)

    def put(self, home: Collection, row: Row, attribute: Attribute, wanted: tuple[Payload, ...]) -> bool:
        """Make these the values of an attribute; values that stay keep their times. Tell whether anything changed."""
        current = row.cells.get(attribute.key, ())
        if not current:
            values = tuple([(payload, self.now_us, self.actor) for payload in wanted])
            fresh = wanted
        else:
            held = {attribute.identity(value[0]): value for value in current}
            values = tuple(
                [
                    held.get(attribute.identity(payload)) or (payload, self.now_us, self.actor)
                    for payload in wanted
                ]
            )
            fresh = tuple([payload for payload in wanted if attribute.identity(payload) not in held])
        if values == current:
            return False
        over: tuple[Value, ...] = ()
        if current:
            over = relations.replace_values(home, row, attribute, values, self.now_us)
        else:
            home.set_cell(row, attribute, values)
        if attribute.inverse is not None:
            gone = [value[0] for value in over]
            for inverse, target in relations.mirror(
                attribute, row, added=fresh, removed=gone, now_us=self.now_us, actor=self.actor
            ):
                self._updated(inverse.collection, target, inverse)
        return True

    def delete_record(self, home: ObjectType, row: Row) -> None:
        """Delete a record, its entries and every reference to it."""
        for each in self.state.lists.values():
            for entry_id in list(each.by_parent.get(row.id, ())):
                self.delete_entry(each, each.rows[entry_id])
        home.remove(row)
        relations.forget_record(self.state, home, row.id, self.now_us)
        for store in self.state.stores():
            store.row_deleted(home, row.id)
        self.state.emit("record.deleted", self.actor, object_id=home.id, record_id=row.id)

    def delete_entry(self, home: ListType, row: Row) -> None:
        """Take an entry off a list; its record stays."""
        home.remove(row)
        for store in self.state.stores():
            store.row_deleted(home, row.id)
        self._entry_event("list-entry.deleted", home, row)

    def _updated(self, home: Collection, row: Row, attribute: Attribute) -> None:
        if isinstance(home, ListType):
            self._entry_event("list-entry.updated", home, row, attribute_id=attribute.id)
        elif isinstance(home, ObjectType):
            self.state.emit(
                "record.updated", self.actor, object_id=home.id, record_id=row.id, attribute_id=attribute.id
            )

    def _entry_event(self, event_type: str, home: ListType, row: Row, **ids: str) -> None:
        parent = {"parent_object_id": home.parent.id, "parent_record_id": getattr(row, "parent_id", "")}
        self.state.emit(event_type, self.actor, extra=parent, list_id=home.id, entry_id=row.id, **ids)

    def _link_company(self, home: ObjectType, person: Row, plan: Plan) -> None:
        """Create or link the company that a new person's business email points at."""
        if not (self.state.settings.link_companies and home.slug == "people" and home.is_system):
            return
        emails = home.by_slug.get("email_addresses")
        company = home.by_slug.get("company")
        companies = None if company is None or company.inverse is None else company.inverse.collection
        domains = None if companies is None else companies.by_slug.get("domains")
        if emails is None or company is None or domains is None or company in plan:
            return
        found = next(filter(None, map(business_domain, plan.get(emails, ()))), None)
        if found is None or not isinstance(companies, ObjectType):
            return
        by_system = Edit(self.state, self.now_us, SYSTEM, privileged=True)
        holders = companies.holders(domains, found)
        record_id = holders[0] if holders else by_system.create_record(companies, {"domains": [found]}).id
        by_system.put(home, person, company, ((companies.id, record_id),))


def _prepended(attribute: Attribute, row: Row, given: tuple[Payload, ...]) -> tuple[Payload, ...]:
    """New values in front; those that exist stay where they are and are not doubled."""
    existing = [value[0] for value in row.values(attribute)]
    known = {attribute.identity(payload) for payload in existing}
    return (*[payload for payload in given if attribute.identity(payload) not in known], *existing)
