"""`RecordData` and `EntryData`: rows of Attio's as Python reads them, without I/O.

A page is cut into rows once; a value is decoded when somebody looks at it, and kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from attio.values.plain import RecordRef
from attio.values.uuids import like_uuid

from .ids import ActivityRecordId, EntryId, RecordId
from .raw_page import ambiguous_slugs, split_one, split_page
from .row import RowData
from .shape import ShapeRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attio.core.snapshot import ResponseSnapshot

    from .ids import Id

__all__ = [
    "ActivityRecordData",
    "EntryData",
    "RecordData",
    "RowData",
    "ShapeRule",
    "created_at_key",
    "decode_one",
    "decode_page",
    "identity_of",
    "schema_slugs",
    "set_rule",
]

RowT = TypeVar("RowT", bound=RowData)

_WEB_URL = re.compile(r"https?://[^/]+/[^/]+/(?:(?P<noun>company|person)|(?P<slug>[^/]+)/record)/[^/]+/?")
_SLUG_OF_NOUN = {"company": "companies", "person": "people"}


class RecordData(RowData):
    """Hold one record.

    >>> values = {"job_title": [{"attribute_type": "text", "value": "CTO"}]}
    >>> person = RecordData({"id": {"record_id": "r-1"}, "values": values}, scope="people")
    >>> person["job_title"], person.id, dict(person)
    ('CTO', RecordId('r-1'), {'job_title': 'CTO'})
    >>> person["job_title"] = "CEO"
    >>> person.changes()
    {'job_title': 'CEO'}
    """

    __slots__ = ()
    kind: ClassVar[str] = "record"
    _id_type: ClassVar[type[Id]] = RecordId

    @property
    def id(self) -> RecordId:
        """The record's own id, a `str` with `.object_id` and `.workspace_id` beside it."""
        return cast("RecordId", self._own_id())

    @property
    def object(self) -> str:
        """Slug of the object that the record is of; its id, or empty, where nothing told the slug."""
        return self._object_slug() or self.id.object_id or ""

    def _object_slug(self) -> str | None:
        if self._scope is None or like_uuid(self._scope):
            self._scope = _object_of(self.web_url) or self._scope
        return self._scope

    @property
    def web_url(self) -> str | None:
        """Where the record is in Attio's app; None where Attio did not say."""
        found = self._envelope().web_url
        return found if type(found) is str else None

    def reference(self) -> RecordRef:
        """Return what other records hold when they refer to this one."""
        return RecordRef(self.object, self.id)


def _object_of(web_url: str | None) -> str | None:
    match = _WEB_URL.fullmatch(web_url) if web_url else None
    return None if match is None else match["slug"] or _SLUG_OF_NOUN[match["noun"]]


class EntryData(RowData):
    """Hold one entry of a list: a record's place in it, with values of its own.

    >>> entry = EntryData({"id": {"entry_id": "e-1"}, "parent_object": "people", "parent_record_id": "r-1"})
    >>> entry.parent
    RecordRef(object='people', record_id='r-1')
    """

    __slots__ = ()
    kind: ClassVar[str] = "entry"
    _values_key: ClassVar[str] = "entry_values"
    _id_type: ClassVar[type[Id]] = EntryId

    @property
    def id(self) -> EntryId:
        """The entry's own id, a `str` with `.list_id` and `.workspace_id` beside it."""
        return cast("EntryId", self._own_id())

    @property
    def list_slug(self) -> str:
        """Slug of the list that the entry is in; its id, or empty, where nothing told the slug."""
        return self._scope or self.id.list_id or ""

    @property
    def parent_object(self) -> str:
        """Slug of the object that the parent record is of; empty where Attio did not say."""
        return _text(self._envelope().parent_object)

    @property
    def parent_record_id(self) -> RecordId:
        """Id of the record that the entry stands for."""
        return RecordId.from_raw(self._envelope().parent_record_id)

    @property
    def parent(self) -> RecordRef:
        """The record that the entry stands for."""
        return RecordRef(self.parent_object, self.parent_record_id)

    def _belongs_to(self) -> str | None:
        return self.id.list_id


class ActivityRecordData(RowData):
    """Hold one record of an activity: an event on a timeline."""

    __slots__ = ()
    kind: ClassVar[str] = "activity-record"
    _id_type: ClassVar[type[Id]] = ActivityRecordId

    @property
    def id(self) -> ActivityRecordId:
        """The event's own id, a `str` with `.activity_id` and `.workspace_id` beside it."""
        return cast("ActivityRecordId", self._own_id())

    @property
    def activity(self) -> str:
        """Slug of the activity; its id, or empty, where nothing told the slug."""
        return self._scope or self.id.activity_id or ""

    def _belongs_to(self) -> str | None:
        return self.id.activity_id


def _text(found: Any) -> str:
    if isinstance(found, list):
        # Lists carry their parent object as a list of one; entries may follow.
        found = next(iter(cast("Sequence[Any]", found)), None)
    return found if isinstance(found, str) else ""


def decode_page(
    body: bytes,
    kind: type[RowT],
    *,
    scope: str | None = None,
    rule: ShapeRule | None = None,
    client: Any = None,
    response: ResponseSnapshot | None = None,
) -> list[RowT]:
    """Read a page `{"data": [...]}` into rows; each keeps its own bytes alive, not the page's.

    `scope` is the slug of the object, list or activity; without `rule` the built-in table decides about
    lists. Raises ValueError when the body is not JSON.
    """
    return [kind(row, scope=scope, rule=rule, client=client, response=response) for row in split_page(body)]


def decode_one(
    body: bytes,
    kind: type[RowT],
    *,
    scope: str | None = None,
    rule: ShapeRule | None = None,
    client: Any = None,
    response: ResponseSnapshot | None = None,
) -> RowT:
    """Read `{"data": {...}}` into a row; raises ValueError when the body is not JSON."""
    return kind(split_one(body), scope=scope, rule=rule, client=client, response=response)


def schema_slugs(rows: Sequence[RowData]) -> set[str]:
    """Name the attributes of these rows whose shape only the schema can tell; empty means it is not needed.

    Those are the selects, record references and actor references outside the rows' rule. Load the schema,
    then give the rows its rule with `set_rule`, before anybody reads them.
    """
    if not rows:
        return set()
    return ambiguous_slugs((row._undecoded() for row in rows), rows[0].rule)


def set_rule(rows: Sequence[RowData], rule: ShapeRule) -> None:
    """Give fresh rows the rule that they keep.

    A rule for an object that is known by id only learns from the rows which object it is, and the slug of a
    list or activity, which may be that of a standard object, says nothing about attributes.
    """
    if rows and rule.object is not None:
        own = rows[0]._object_slug()
        if own != rule.object and (own is not None or rows[0].kind != RecordData.kind):
            rule = ShapeRule(own, multi=rule.multi, decimals=rule.decimals)
    for row in rows:
        row._rule = rule


def identity_of(row: RowData) -> str:
    """Return what tells rows of one listing apart: their own id."""
    return str(row._own_id())


def created_at_key(row: RowData) -> str | None:
    """Return the text of the attribute `created_at`, to page by; None where the row has none.

    It is never the envelope's, which may be seconds later: asking for rows from there on would lose some.
    """
    for value in row.values.get("created_at", ()):
        found = value.raw.get("value")
        if type(found) is str:
            return found
    return None
