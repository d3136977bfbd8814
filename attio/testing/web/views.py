"""What the page shows of a workspace."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import msgspec

from attio.testing.render import entry_json, record_json
from attio.testing.state.collections import Entry, ListType, ObjectType
from attio.testing.web.markup import Html, document, joined, table, tag

if TYPE_CHECKING:
    from attio.testing.recorder import RecordedCall
    from attio.testing.state.collections import Collection, Row
    from attio.testing.workspace import LocalWorkspace

PREFIX: Final = "/browse/"
_SHOWN_CALLS: Final = 200
_SHOWN_BYTES: Final = 20_000
_ROWS_A_PAGE: Final = 50
_COLUMNS: Final = 7
_TEXT_LIMIT: Final = 120
_SHOWN_VALUES: Final = 10
# What a value is called by, first one first.
_TELLING: Final = (
    "full_name",
    "email_address",
    "phone_number",
    "domain",
    "title",
    "currency_value",
    "referenced_actor_id",
    "interacted_at",
    "value",
    "line_1",
    "locality",
    "country_code",
)


def home(workspace: LocalWorkspace) -> bytes:
    """Show what there is, and the last requests."""
    state = workspace.state
    name = state.identity["name"]
    objects = [
        (
            link(each),
            f"{each.singular_noun}, {each.plural_noun}",
            sum(1 for _ in each.live_attributes()),
            len(each.rows),
        )
        for each in state.objects.values()
    ]
    lists = [(link(each), each.name, each.parent.slug, len(each.rows)) for each in state.lists.values()]
    # Iterating makes a copy, so a request that comes in meanwhile does no harm.
    calls = list(workspace.calls)[-_SHOWN_CALLS:][::-1]
    numbers = frozenset({2, 3})
    return document(
        f"{name}: local workspace",
        tag("h1", name),
        tag("p", "A local workspace: Attio's API on this machine. Nothing here is Attio's.", class_="soft"),
        tag("p", "Token with full access: ", tag("code", workspace.token)),
        tag("h2", "Objects"),
        table(("slug", "nouns", "attributes", "records"), objects, numbers=numbers),
        tag("h2", "Lists"),
        table(("slug", "name", "of", "entries"), lists, numbers=frozenset({3}))
        if lists
        else tag("p", "none"),
        tag("h2", f"Requests, the last {len(calls)} of {len(workspace.calls)}, newest first"),
        *map(_call, calls),
    )


def rows(workspace: LocalWorkspace, collection: Collection, page: int) -> bytes:
    """Show fifty rows of an object or list, newest last."""
    count = len(collection.rows)
    attributes = [each for each in collection.live_attributes() if not _is_dull(each.slug)][:_COLUMNS]
    shown = islice(collection.rows.values(), page * _ROWS_A_PAGE, (page + 1) * _ROWS_A_PAGE)
    body: list[tuple[object, ...]] = []
    for row in shown:
        values = _values(_json(workspace, collection, row))
        cells = (_cell(workspace, values.get(each.slug, ())) for each in attributes)
        short = tag("code", tag("a", row.id[:8], href=_address(collection, row.id)))
        body.append((short, *cells))
    around = [
        tag("a", text, href=f"?page={number}")
        for text, number in (("before", page - 1), ("after", page + 1))
        if number >= 0 and number * _ROWS_A_PAGE < count
    ]
    return document(
        f"{collection.slug}: local workspace",
        tag("nav", tag("a", "workspace", href="/")),
        tag("h1", collection.slug),
        tag("p", f"{count} rows, {_ROWS_A_PAGE} a page", class_="soft"),
        table(("id", *(each.slug for each in attributes)), body),
        tag("nav", *(piece for each in around for piece in (each, " "))),
    )


def row(workspace: LocalWorkspace, collection: Collection, found: Row) -> bytes:
    """Show one record or entry: its values, and its JSON as the API sends it."""
    shown = _json(workspace, collection, found)
    values = [(slug, _cell(workspace, each)) for slug, each in _values(shown).items() if each]
    name = _label(_values(shown)) or found.id
    return document(
        f"{name}: {collection.slug}",
        tag("nav", tag("a", "workspace", href="/"), " / ", link(collection)),
        tag("h1", name),
        table(("attribute", "values"), values),
        tag("h2", "JSON"),
        tag("pre", _pretty(msgspec.json.encode(shown), whole=True)),
    )


def nothing(path: str) -> bytes:
    """Show that there is nothing at an address."""
    return document(
        "Nothing here", tag("nav", tag("a", "workspace", href="/")), tag("h1", "Nothing here"), path
    )


def link(collection: Collection) -> Html:
    """Link to the rows of an object or list."""
    return tag("a", collection.slug, href=_address(collection))


def _address(collection: Collection, row_id: str = "") -> str:
    rest = f"/{row_id}" if row_id else ""
    return f"{PREFIX}{collection.kind}/{quote(collection.slug, safe='')}{rest}"


def _json(workspace: LocalWorkspace, collection: Collection, found: Row) -> dict[str, Any]:
    if isinstance(collection, ListType):
        assert isinstance(found, Entry)
        return entry_json(workspace.state, collection, found)
    assert isinstance(collection, ObjectType)
    return record_json(workspace.state, collection, found)


def _values(shown: dict[str, Any]) -> dict[str, list[Any]]:
    values: dict[str, list[Any]] = shown.get("values") or shown.get("entry_values") or {}
    return values


def _is_dull(slug: str) -> bool:
    return slug in {"record_id", "entry_id", "created_by"}


def _cell(workspace: LocalWorkspace, values: Any) -> Html:
    pieces = [_told(workspace, value) for value in islice(values, _SHOWN_VALUES)]
    if len(values) > _SHOWN_VALUES:
        pieces.append(f"and {len(values) - _SHOWN_VALUES} more")
    return joined(piece for at, each in enumerate(pieces) for piece in ((", ", each) if at else (each,)))


def _told(workspace: LocalWorkspace, value: dict[str, Any]) -> object:
    if "target_record_id" in value:
        return _reference(workspace, value["target_object"], value["target_record_id"])
    chosen = value.get("option") or value.get("status") or value
    found = next((chosen[key] for key in _TELLING if chosen.get(key) not in (None, "")), "")
    unit = value.get("currency_code") or value.get("referenced_actor_type")
    text = str(found)
    text = text if len(text) <= _TEXT_LIMIT else text[: _TEXT_LIMIT - 3] + "..."
    return f"{text} {unit}" if unit else text


def _reference(workspace: LocalWorkspace, slug: str, record_id: str) -> object:
    home = workspace.state.find_object(slug)
    row = None if home is None else home.rows.get(record_id)
    if home is None or row is None:
        return f"{slug} {record_id}"
    values = _values(record_json(workspace.state, home, row))
    return tag("a", _label(values) or record_id[:8], href=_address(home, record_id))


def _label(values: dict[str, list[Any]]) -> str:
    """Return what people call a record: its name, or its title."""
    for slug in ("name", "title"):
        for value in values.get(slug, ()):
            return str(value.get("full_name") or value.get("value") or "")
    return ""


def _call(call: RecordedCall) -> Html:
    query = "&".join(f"{name}={value}" for name, value in call.query.items())
    status = tag("b", call.status or "broken", class_="bad" if not 200 <= call.status < 400 else "")
    line = [tag("b", call.method), " ", status, " ", tag("code", call.path + (f"?{query}" if query else ""))]
    operation = tag("span", f"  {call.operation or 'no such route'}", class_="soft")
    parts = [tag("summary", *line, operation)]
    for title, content in (("request", call.body), ("response", call.response)):
        if content:
            parts.append(joined([tag("div", title, class_="soft"), tag("pre", _pretty(content))]))
    return tag("details", *parts)


def _pretty(content: bytes, *, whole: bool = False) -> str:
    try:
        decoded = msgspec.json.decode(content)
        text = msgspec.json.format(msgspec.json.encode(decoded), indent=2).decode()
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        text = content.decode("utf-8", "replace")
    if whole or len(text) <= _SHOWN_BYTES:
        return text
    return f"{text[:_SHOWN_BYTES]}\n... and {len(text) - _SHOWN_BYTES} more characters"
