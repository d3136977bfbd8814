"""A person's name from one text."""

from __future__ import annotations

from .plain import PersonalName

_PARTICLE_WORDS = (
    "af al ap av bin da das de del della den der des di do dos du el ibn la le ten ter te "
    "van ver von zu zum zur"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})


def split_name(text: str) -> PersonalName:
    """Split a full name into the three parts that Attio keeps.

    - "Last, First" is taken at its comma; the full name then reads "First Last".
    - Otherwise the last word is the last name, together with the particles before it (van, de, bin, ...) and
      a suffix after it (Jr, III, ...); what comes before is the first name.
    - One word is a first name; the last name is then empty.

    Whoever needs another split passes a PersonalName.

    >>> split_name("Ludwig van Beethoven")
    PersonalName(first_name='Ludwig', last_name='van Beethoven', full_name='Ludwig van Beethoven')
    """
    last, comma, first = text.partition(",")
    if comma and first.strip() and first.strip().rstrip(".").lower() not in _SUFFIXES:
        first, last = " ".join(first.split()), " ".join(last.split())
        return PersonalName(first, last, f"{first} {last}".strip())
    words = text.replace(",", " ").split()
    start = len(words) - 1
    if start > 1 and words[start].rstrip(".").lower() in _SUFFIXES:
        start -= 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    start = max(start, 1)
    return PersonalName(" ".join(words[:start]), " ".join(words[start:]), " ".join(words))
