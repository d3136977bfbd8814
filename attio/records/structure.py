"""What a workspace is made of: objects, attributes with options and statuses, lists, views (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from .ids import AttributeId, ListId, ObjectId, OptionId, StatusId, ViewId
from .json_shapes import as_object
from .model import (
    Field,
    Model,
    actor,
    flag,
    identifier,
    json_value,
    moment,
    optional_text,
    text,
    texts,
)

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta


class ObjectData(Model):
    """An object: a kind of record, standard (people, companies, ...) or custom."""

    __slots__ = ()
    kind: ClassVar[str] = "object"
    _title_keys: ClassVar[tuple[str, ...]] = ("api_slug",)

    id = identifier(ObjectId, "Id of the object.")
    api_slug = text("Slug that addresses the object, such as 'people'.")
    singular_noun = text("Name of one record of it, such as 'Person'.")
    plural_noun = text("Name of several, such as 'People'.")
    created_at = moment("When it was created.")


class ChoiceData(Model):
    """What options and statuses have in common."""

    __slots__ = ()
    kind: ClassVar[str] = "choice"

    title = text("Title; writes match it to the letter.")
    is_archived = flag("Whether it is hidden from new choices.")


class OptionData(ChoiceData):
    """One option of a select attribute."""

    __slots__ = ()
    kind: ClassVar[str] = "option"

    id = identifier(OptionId, "Id of the option.")


def _duration(value: Any) -> relativedelta | None:
    if value is None:
        return None
    from attio.values.timestamps import read_duration

    return read_duration(value)


class StatusData(ChoiceData):
    """One status of a status attribute."""

    __slots__ = ()
    kind: ClassVar[str] = "status"

    id = identifier(StatusId, "Id of the status.")
    celebration_enabled = flag("Whether the app celebrates a record that reaches it.")
    target_time_in_status = Field(_duration, "How long a record should stay in it at most, or None.")


class AttributeData(Model):
    """An attribute of an object or of a list: its type and its rules."""

    __slots__ = ()
    kind: ClassVar[str] = "attribute"
    _title_keys: ClassVar[tuple[str, ...]] = ("api_slug",)

    id = identifier(AttributeId, "Id of the attribute.")
    title = text("Title shown in the app.")
    description = optional_text("Description shown in the app.")
    api_slug = text("Slug that values are written and read under.")
    type = text("Attribute type, such as 'text' or 'record-reference'; new types are kept as they come.")
    is_system_attribute = flag("Whether Attio owns it (not editable).")
    is_writable = flag("Whether values can be written.")
    is_required = flag("Whether a create must give it a value.")
    is_unique = flag("Whether two records may not share a value; an upsert can match on it.")
    is_multiselect = flag("Whether it holds several values.")
    is_default_value_enabled = flag("Whether a create without it gets the default.")
    is_archived = flag("Whether it is archived; its slug stays taken.")
    default_value = json_value("Default as Attio sends it, or None.")
    relationship = json_value("The attribute on the other side of a two-way reference, or None.")
    config = json_value("Settings by type: currency code and display, allowed objects.")
    created_at = moment("When it was created.")

    @property
    def currency_code(self) -> str | None:
        """ISO code that all amounts of a currency attribute have, else None."""
        code: str | None = self._config("currency", "default_currency_code")
        return code

    @property
    def allowed_object_ids(self) -> tuple[str, ...] | None:
        """Ids of the objects that a record reference may point to; None means any."""
        ids = self._config("record_reference", "allowed_object_ids")
        return None if ids is None else tuple(ids)

    def _config(self, branch: str, key: str) -> Any:
        return as_object(as_object(self.raw.get("config")).get(branch)).get(key)


class ListData(Model):
    """A list: entries that point at records, with attributes of their own."""

    __slots__ = ()
    kind: ClassVar[str] = "list"
    _title_keys: ClassVar[tuple[str, ...]] = ("name", "api_slug")

    id = identifier(ListId, "Id of the list.")
    api_slug = text("Slug that addresses the list.")
    name = text("Name shown in the app.")
    workspace_access = optional_text("Level that every member has; None means private.")
    workspace_member_access = json_value("Levels of single members: [{workspace_member_id, level}].")
    parent_objects = texts("Slugs of the objects whose records can be entries.", key="parent_object")
    created_by = actor("Who created it.", key="created_by_actor")
    created_at = moment("When it was created.")

    @property
    def parent_object(self) -> str | None:
        """Slug of the object whose records can be entries; the first one where there are several."""
        return next(iter(self.parent_objects), None)


class ViewData(Model):
    """A saved view of an object or a list; its id filters queries (`filter_view_id`)."""

    __slots__ = ()
    kind: ClassVar[str] = "view"

    id = identifier(ViewId, "Id of the view.")
    title = text("Title shown in the app.")
    created_at = moment("When it was created.")
