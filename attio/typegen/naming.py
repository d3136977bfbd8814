"""Names of a workspace as Python writes them: slugs, nouns and titles may be anything at all."""

from __future__ import annotations

import keyword
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_KEYWORDS = frozenset(keyword.kwlist)
_ANNOTATIONS = frozenset({"str", "int", "float", "bool", "list"})
"""What a class body would shadow: after a property called `list` an annotation's `list` means that."""


def identifier(text: str, otherwise: str) -> str:
    """Return a text as a name; `otherwise` begins it where the text alone cannot.

    >>> identifier("close-date", "attribute"), identifier("2nd try", "attribute"), identifier("🎉", "attribute")
    ('close_date', 'attribute_2nd_try', 'attribute')
    """
    # Python reads names in this form, so two that look different can be one.
    words = re.split(r"\W+|_", unicodedata.normalize("NFKC", text))
    name = "_".join(word for word in words if word)
    if name.isidentifier():
        return name
    name = f"{otherwise}_{name}" if name else otherwise
    return name if name.isidentifier() else otherwise


def camel(text: str, otherwise: str) -> str:
    """Return a text as the name of a class, empty when there is nothing in it to name anything by.

    >>> camel("sales pipeline", "List"), camel("3D model", "Object"), camel("🎉", "Object")
    ('SalesPipeline', 'Object3DModel', '')
    """
    words = [word for word in re.split(r"\W+|_", unicodedata.normalize("NFKC", text)) if word]
    name = "".join(word[0].upper() + word[1:] for word in words)
    if not name or name.isidentifier():
        return name
    name = f"{otherwise}{name}"
    return name if name.isidentifier() else ""


class Names:
    """Names that are taken, at one level of a module."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = {*_KEYWORDS, *reserved}

    def free(self, *names: str) -> bool:
        """Tell whether all of the names can be taken."""
        return not self._taken & set(names)

    def take(self, *names: str) -> None:
        """Take names."""
        self._taken.update(names)

    def first_free(self, wanted: str) -> str:
        """Take the name, or the first one with a number behind it that is free."""
        name, number = wanted, 2
        while not self.free(name):
            name, number = f"{wanted}_{number}" if wanted[-1:].isdigit() else f"{wanted}{number}", number + 1
        self.take(name)
        return name

    def family(self, *stems: str) -> str:
        """Take the first stem, of those that are not empty, of which all classes of a thing can be called."""
        for stem in filter(None, stems):
            if self._take_family(stem):
                return stem
        last, number = next(filter(None, reversed(stems))), 2
        while not self._take_family(f"{last}{number}"):
            number += 1
        return f"{last}{number}"

    def _take_family(self, stem: str) -> bool:
        members = (stem, f"Async{stem}", f"{stem}Fields")
        if not self.free(*members):
            return False
        self.take(*members)
        return True


def properties(slugs: Iterable[str], reserved: Iterable[str]) -> Mapping[str, str]:
    """Return the property of each slug: a name of its own, never a member of the class and never a keyword.

    A name that is reserved gets a trailing underscore. Slugs that are names keep theirs; of others that come
    to the same name the later ones (by slug) get a number.

    >>> properties(["id", "class", "a-b", "a b", "a_b"], ["id"])
    {'id': 'id_', 'class': 'class_', 'a-b': 'a_b_3', 'a b': 'a_b_2', 'a_b': 'a_b'}
    """
    all_slugs = [*slugs]
    barred = {*reserved, *_KEYWORDS, *_ANNOTATIONS}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for slug in sorted(all_slugs, key=lambda slug: (identifier(slug, "attribute") != slug, slug)):
        name = base = identifier(slug, "attribute")
        number = 2
        while name in taken or name in barred:
            if name in barred:
                name += "_"
            else:
                name, number = f"{base}_{number}", number + 1
        found[slug] = name
        taken.add(name)
    return {slug: found[slug] for slug in all_slugs}
