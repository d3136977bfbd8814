"""SQL over the workspace: an in-memory SQLite with a table per object and per list, made for each query.

A column per attribute: single values as text, number or boolean, multi-values as JSON arrays. A reference is the id
of its record, an option or status its title, an actor its id; names are full names, locations and interactions JSON
objects. Tables of lists have `parent_record_id` besides. Attio does not publish its own layout.
"""

from __future__ import annotations

import re
import sqlite3
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import msgspec

from attio.testing.normalise.locations import LOCATION_PARTS
from attio.testing.replies import Refusal
from attio.testing.stamps import stamp
from attio.testing.state.collections import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from attio.testing.state.attributes import Attribute
    from attio.testing.state.collections import Collection, Row

MAX_ROWS: Final = 100_000
MAX_SQL: Final = 100_000
_MAX_VALUE_BYTES: Final = 20_000_000
_STEPS_AT_ONCE: Final = 50_000
# About two seconds of work.
_MAX_LOOKS: Final = 1_000
_BOOLEAN: Final = "attio_boolean"
_JSON: Final = "attio_json"
_COUNT_ALL: Final = re.compile(r"count\s*\(\s*\*\s*\)", re.IGNORECASE)
_ALLOWED: Final = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE})
_FORBIDDEN_FUNCTIONS: Final = frozenset({"load_extension", "fts3_tokenizer", "randomblob", "zeroblob"})

_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode

# The types have names of their own, so nobody else's columns are converted.
sqlite3.register_converter(_BOOLEAN, lambda raw: raw != b"0")
sqlite3.register_converter(_JSON, _decode)

_PLAIN: Final[dict[str, Callable[[Any], Any]]] = {
    "checkbox": bool,
    "timestamp": stamp,
    "select": lambda payload: payload.title,
    "status": lambda payload: payload.title,
    "email-address": lambda payload: payload if isinstance(payload, str) else payload[0],
    "personal-name": lambda payload: payload[2],
    "phone-number": lambda payload: payload[0],
    "location": lambda payload: dict(zip(LOCATION_PARTS, payload, strict=True)),
    "record-reference": lambda payload: payload[1],
    "actor-reference": lambda payload: payload[1],
    "interaction": lambda payload: {"interaction_type": payload[0], "interacted_at": stamp(payload[1])},
}
_TYPES: Final = {
    "checkbox": _BOOLEAN,
    "number": "NUMERIC",
    "rating": "NUMERIC",
    "currency": "NUMERIC",
    "location": _JSON,
    "interaction": _JSON,
}


def run(homes: Iterable[Collection], sql: str) -> list[dict[str, Any]]:
    """Run one SELECT over some objects and lists; anything else is refused with filter_error."""
    if len(sql) > MAX_SQL:
        raise _refused(f"The query is longer than {MAX_SQL} characters")
    connection = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES, isolation_level=None)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE_BYTES)
        _fill(connection, homes, sql)
        for table in ("json_each", "json_tree"):
            # These make themselves at their first use, which the authorizer would take for a CREATE TABLE.
            connection.execute(f"SELECT 1 FROM {table}('[]')")  # noqa: S608 - two names from above
        connection.set_authorizer(_authorise)
        connection.set_progress_handler(_Patience(), _STEPS_AT_ONCE)
        return list(_rows(connection, sql))
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        raise _refused(str(error)) from None
    finally:
        connection.close()


def _refused(problem: str) -> Refusal:
    return Refusal(400, "filter_error", f"Error in SQL: {problem.rstrip('.')}.")


class _Patience:
    """Ends a query that works too long."""

    def __init__(self) -> None:
        self._looks = 0

    def __call__(self) -> bool:
        self._looks += 1
        return self._looks > _MAX_LOOKS


def _authorise(action: int, _first: str | None, second: str | None, _db: str | None, _by: str | None) -> int:
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in _FORBIDDEN_FUNCTIONS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _rows(connection: sqlite3.Connection, sql: str) -> Iterator[dict[str, Any]]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description or ()]
    for row in islice(cursor, MAX_ROWS):
        yield dict(zip(names, map(_shown, row), strict=True))
    if cursor.fetchone() is not None:
        raise _refused(f"The result has more than {MAX_ROWS} rows: give it a LIMIT")


def _shown(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


def _fill(connection: sqlite3.Connection, homes: Iterable[Collection], sql: str) -> None:
    """Make the tables that a query may mean, with the columns that it may mean."""
    text = sql.lower()
    wants_all = "*" in _COUNT_ALL.sub("", text)
    made: set[str] = set()
    for home in homes:
        slug = home.slug.lower()
        if slug not in text or slug in made:
            continue
        made.add(slug)
        _fill_table(connection, home, text, wants_all=wants_all)


def _fill_table(connection: sqlite3.Connection, home: Collection, text: str, *, wants_all: bool) -> None:
    chosen: dict[str, Attribute] = {}
    for attribute in home.live_attributes():
        slug = attribute.slug.lower()
        # SQLite knows no case in names, and a table needs one column at least.
        if slug not in chosen and (wants_all or slug in text or not chosen):
            chosen[slug] = attribute
    is_list = home.kind == "lists"
    columns = [f"{_quoted(each.slug)} {_type(each)}" for each in chosen.values()]
    if is_list:
        columns.append('"parent_record_id" TEXT')
    table = _quoted(home.slug)
    connection.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
    marks = ", ".join("?" * len(columns))
    rows = (_cells(row, list(chosen.values()), is_list=is_list) for row in home.rows.values())
    connection.execute("BEGIN")
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - names are quoted
    connection.execute("COMMIT")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _type(attribute: Attribute) -> str:
    return _JSON if attribute.is_multiselect else _TYPES.get(attribute.type, "TEXT")


def _cells(row: Row, attributes: list[Attribute], *, is_list: bool) -> list[Any]:
    cells = [_cell(attribute, row) for attribute in attributes]
    if is_list and isinstance(row, Entry):
        cells.append(row.parent_id)
    return cells


def _cell(attribute: Attribute, row: Row) -> Any:
    values = row.values(attribute)
    if not values:
        return None
    plain = _PLAIN.get(attribute.type)
    found = [payload if plain is None else plain(payload) for payload, _, _ in values]
    kind = _type(attribute)
    if kind == _JSON:
        return _encode(found if attribute.is_multiselect else found[0]).decode()
    return found[0]
