"""Activities, files and webhooks of a seed document.

activities:
  - api_slug: site_visits
    singular_noun: Site visit
    plural_noun: Site visits
    extends: activities
    attributes: [{api_slug: code, type: text, is_unique: true}]
    records: [{created_at, values: {title: Dock 4, linked_records: [{$ref: northsea}]}}]
files:
  - {parent: northsea, name: Offer.txt, content: "EUR 48,000", content_type: text/plain}
  - {parent: northsea, name: Contracts, file_type: folder}
  - {parent: northsea, file_type: connected-file, storage_provider: dropbox, external_provider_file_id: "7"}
webhooks:
  - {target_url: https://example.com/hook, events: [record.created], secret: "0123..."}
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any

from attio.core.errors import ArgumentError
from attio.testing.seeds import section
from attio.testing.seeds.linked import each_of, maker, need, parent_of
from attio.testing.seeds.reading import own_id
from attio.testing.state.activities import SCHEMAS, Activities, ActivityType
from attio.testing.state.attributes import Option, Status
from attio.testing.state.collections import Row
from attio.testing.state.files import FOLDER, File, Files
from attio.testing.state.webhooks import EVENT_TYPES, Subscribers, Subscription
from attio.testing.writing import Edit

if TYPE_CHECKING:
    from attio.testing.seeds.planter import Planter


@section("activities")
def plant_activities(planter: Planter, given: Any) -> None:
    """Make the activities of a document, with their attributes and events."""
    store = planter.state.store(Activities)
    for raw in each_of("activities", given):
        slug = need("activities", raw, "api_slug")
        home = store.find(slug)
        if home is None:
            extends = raw.get("extends", SCHEMAS[0])
            if extends not in SCHEMAS:
                raise ArgumentError("seed", extends, "is nothing to build on", allowed=SCHEMAS)
            noun = raw.get("singular_noun", slug.rstrip("s").replace("_", " ").capitalize())
            plural = raw.get("plural_noun", slug.replace("_", " ").capitalize())
            home = store.add(slug, noun, plural, extends, planter.time(raw), id=own_id(raw, "activity_id"))
        for each in raw.get("attributes", ()):
            _attribute(planter, store, home, each)
        for each in raw.get("records", ()):
            _event(planter, home, each)


def _attribute(planter: Planter, store: Activities, home: ActivityType, raw: dict[str, Any]) -> None:
    slug = need("activities", raw, "api_slug")
    title = raw.get("title", slug.replace("_", " ").capitalize())
    attribute = store.add_attribute(home, slug, title, need("activities", raw, "type"))
    attribute.is_unique = raw.get("is_unique", False)
    attribute.is_multiselect = raw.get("is_multiselect", False)
    attribute.is_required = raw.get("is_required", False)
    make = Status if attribute.type == "status" else Option
    for choice in raw.get("options", raw.get("statuses", ())):
        option = make(planter.state.ids.uuid(), choice)
        attribute.options[option.id] = option


def _event(planter: Planter, home: ActivityType, raw: dict[str, Any]) -> None:
    row = Row(own_id(raw, "record_id") or planter.state.ids.uuid(), planter.time(raw), maker(planter, raw))
    edit = Edit(planter.state, row.created_us, row.actor, privileged=True)
    plan = edit.plan_new(home, planter.resolved(raw.get("values", {})))
    home.insert(row)
    for attribute, wanted in plan.items():
        if wanted:
            edit.put(home, row, attribute, wanted)


@section("files")
def plant_files(planter: Planter, given: Any) -> None:
    """Store the files and folders of a document."""
    store = planter.state.store(Files)
    for raw in each_of("files", given):
        kind = raw.get("file_type", "file")
        file = File(
            own_id(raw, "file_id") or planter.state.ids.uuid(),
            kind,
            parent_of(planter, "files", raw),
            created_us=planter.time(raw),
            actor=maker(planter, raw),
        )
        if kind.startswith("connected-"):
            file.provider = need("files", raw, "storage_provider")
            file.external_id = need("files", raw, "external_provider_file_id")
            file.drive_id = raw.get("microsoft_drive_id")
        else:
            file.name = need("files", raw, "name")
            file.parent_folder_id = _folder_id(store, file, raw)
        if kind == "file":
            file.content_type = raw.get("content_type", "application/octet-stream")
            file.content = _content(raw)
        store.by_id[file.id] = file


def _folder_id(store: Files, file: File, raw: dict[str, Any]) -> str | None:
    named = raw.get("folder", raw.get("parent_folder_id"))
    if named is None:
        return None
    for each in store.by_id.values():
        if each.kind == FOLDER and each.parent == file.parent and named in {each.id, each.name}:
            return each.id
    raise ArgumentError("seed", named, "is no folder of the same record that stands before it")


def _content(raw: dict[str, Any]) -> bytes:
    if "content_base64" in raw:
        try:
            return base64.b64decode(raw["content_base64"], validate=True)
        except (binascii.Error, ValueError):
            raise ArgumentError("seed", raw["content_base64"], "is not base64") from None
    text: str = raw.get("content", "")
    return text.encode()


@section("webhooks")
def plant_webhooks(planter: Planter, given: Any) -> None:
    """Subscribe the webhooks of a document."""
    store = planter.state.store(Subscribers)
    for raw in each_of("webhooks", given):
        if "subscriptions" in raw:
            wanted = [Subscription(each["event_type"], each.get("filter")) for each in raw["subscriptions"]]
        else:
            wanted = [Subscription(each, raw.get("filter")) for each in raw.get("events", EVENT_TYPES)]
        for each in wanted:
            if each.event_type not in EVENT_TYPES:
                raise ArgumentError("seed", each.event_type, "is no event type", allowed=EVENT_TYPES)
        webhook = store.add(need("webhooks", raw, "target_url"), wanted, planter.time(raw))
        webhook.id = own_id(raw, "webhook_id") or webhook.id
        webhook.secret = raw.get("secret", webhook.secret)
        store.by_id = {each.id: each for each in store.by_id.values()}
