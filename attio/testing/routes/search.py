"""Record search over names, domains, emails, phone numbers and social handles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.replies import value_not_found
from attio.testing.router import route
from attio.testing.routes.records import visible
from attio.testing.shapes import array, choice, either, fields, number, optional, text, uuid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attio.testing.call import Call
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.collections import ObjectType, Row

_REQUEST_AS: Final = either(
    fields(type=choice("workspace")),
    fields(type=choice("workspace-member"), workspace_member_id=uuid()),
    fields(type=choice("workspace-member"), email_address=text(1)),
)
_SEARCH: Final = fields(
    query=text(0, 256),
    objects=array(text(1), 1),
    request_as=_REQUEST_AS,
    limit=optional(number(1, 25, whole=True)),
)
_MOST: Final = 25
_HANDLES: Final = ("angellist", "facebook", "instagram", "linkedin", "twitter")
_SEARCHED: Final = {
    "people": ("name", "email_addresses", "phone_numbers", *_HANDLES),
    "companies": ("name", "domains", *_HANDLES),
}
_IMAGES: Final = {"people": "avatar_url", "companies": "logo_url", "workspaces": "avatar_url"}
_MISS: Final = 9


@route("search_records", but="Attio's ranking, its kind of fuzziness, and the lag of the search index")
def search_records(call: Call) -> Any:
    """Find records by text, best match first."""
    body = call.json(_SEARCH)
    _check_member(call, body["request_as"])
    homes: list[ObjectType] = []
    for name in body["objects"]:
        home = call.state.find_object(name)
        if home is None:
            raise value_not_found(f'Cannot find object with slug/ID "{name}".')
        if home not in homes:
            homes.append(home)
    words = body["query"].casefold().split()
    ranked: list[tuple[int, int, str, ObjectType, Row]] = []
    for closeness in (_exactness, _nearness):
        for home in homes:
            fields_of = _searched(home)
            for row in visible(call, list(home.rows.values())):
                rank = closeness(words, list(_texts(row, fields_of)))
                if rank < _MISS:
                    ranked.append((rank, row.created_us, row.id, home, row))
        if ranked:
            break
    ranked.sort(key=lambda found: found[:3])
    limit = body.get("limit", _MOST)
    return {"data": [_result(call, home, row) for _, _, _, home, row in ranked[:limit]]}


def _check_member(call: Call, request_as: dict[str, Any]) -> None:
    wanted = request_as.get("workspace_member_id") or request_as.get("email_address")
    if wanted is not None and call.state.members.find(wanted) is None:
        raise value_not_found(f'Cannot find workspace member "{wanted}".')


def _searched(home: ObjectType) -> list[Attribute]:
    slugs = _SEARCHED.get(home.slug) if home.is_system else None
    if slugs is not None:
        return [home.by_slug[slug] for slug in slugs if slug in home.by_slug]
    label = label_attribute(home)
    return [] if label is None else [label]


def label_attribute(home: ObjectType) -> Attribute | None:
    """Return the attribute that names the records of an object: `name`, or its first text."""
    named = home.attribute("name", archived=False)
    if named is not None:
        return named
    texts = (each for each in home.live_attributes() if each.type == "text" and each.virtual is None)
    return next(texts, None)


def _plain(attribute: Attribute, payload: Any) -> str:
    if attribute.type == "personal-name":
        return str(payload[2])
    return str(attribute.identity(payload))


def _texts(row: Row, attributes: list[Attribute]) -> Iterator[str]:
    for attribute in attributes:
        for payload, _, _ in row.cells.get(attribute.key, ()):
            yield _plain(attribute, payload).casefold()


def _exactness(words: list[str], texts: list[str]) -> int:
    """Rank a record that holds every word somewhere: the whole text, its start, a word's start, or inside."""
    worst = 0
    for word in words:
        best = _MISS
        for held in texts:
            at = held.find(word)
            if at < 0:
                continue
            rank = (0 if held == word else 1) if at == 0 else 2 if held[at - 1] in " .@-" else 3
            best = min(best, rank)
        worst = max(worst, best)
    return worst


def _nearness(words: list[str], texts: list[str]) -> int:
    """Rank a record whose words are one letter away; asked only when nothing matches as it is written."""
    held = [part for each in texts for part in each.replace("@", " ").replace(".", " ").split()]
    if words and all(any(_one_edit(word, part) for part in held) for word in words):
        return 4
    return _MISS


def _one_edit(word: str, other: str) -> bool:
    if word == other:
        return True
    if len(word) < 4 or abs(len(word) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    return (
        word[start + 1 :] == other[start + 1 :]
        or word[start:] == other[start + 1 :]
        or word[start + 1 :] == other[start:]
    )


def record_text(home: ObjectType, row: Row) -> str:
    """Return what a record is called; its first searchable value, or its id, where it has no name."""
    label = label_attribute(home)
    attributes = ([] if label is None else [label]) + _searched(home)
    for attribute in attributes:
        for payload, _, _ in row.cells.get(attribute.key, ()):
            return _plain(attribute, payload)
    return row.id


def _listed(home: ObjectType, row: Row, slug: str) -> list[str]:
    attribute = home.by_slug[slug]
    return [_plain(attribute, payload) for payload, _, _ in row.values(attribute)]


def _result(call: Call, home: ObjectType, row: Row) -> dict[str, Any]:
    image = home.by_slug.get(_IMAGES.get(home.slug, ""))
    images = row.values(image) if image is not None else ()
    found: dict[str, Any] = {
        "id": {"workspace_id": call.state.id, "object_id": home.id, "record_id": row.id},
        "record_text": record_text(home, row),
        "record_image": images[0][0] if images else None,
        "object_slug": home.slug,
    }
    if home.is_system and home.slug == "people":
        found["email_addresses"] = _listed(home, row, "email_addresses")
        found["phone_numbers"] = _listed(home, row, "phone_numbers")
    elif home.is_system and home.slug == "companies":
        found["domains"] = _listed(home, row, "domains")
    return found
