"""Keep one's place in an ordered list that is read by offset while rows come and go. Pure."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REMEMBERED: Final = 10_000
"""Ids kept on either side of the place that was reached, 2 MB; two pages' worth where that is more."""


class Window:
    """Tell which rows of a page are new, and where the next page begins.

    Each page begins at the last row of the page before it. When no row of a page is known, so many rows were
    deleted (or added) before it that there may be a gap: `read` returns None and the window steps back, by
    doubling steps while every id is still remembered and by whole pages after that, until it meets a known
    row or the beginning.

    The ids handed out are kept in the order in which the server has their rows: `behind` up to the place that
    was reached, `ahead` those that were not met again where they were expected, which means that they are gone
    or that rows were added before them. What is forgotten first lies before all of them; `complete` tells that
    nothing of that kind was forgotten.
    """

    __slots__ = ("ahead", "behind", "complete", "known", "offset", "remembered", "step")

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self.remembered = remembered
        self.restart(())

    def restart(self, ids: Iterable[str]) -> None:
        """Begin at the top of a list of which only these rows are known."""
        self.behind = deque(ids)
        self.ahead: deque[str] = deque()
        self.known = set(self.behind)
        self.complete = True
        self.offset = 0
        self.step = 0

    @property
    def overlap(self) -> int:
        """How many rows of the next page are expected to be known already."""
        return 1 if self.offset else len(self.known)

    def read(self, ids: Sequence[str], size: int) -> list[int] | None:
        """Take the ids of the page at `offset`; return the positions of the new rows, in order.

        None means that the page cannot be used and that one further back, of `size` rows, is needed.
        """
        first = next((at for at, one in enumerate(ids) if one in self.known), None)
        if first is None and self.known:
            if self.offset:
                self._step_back(size)
                return None
            if ids and not self.complete:
                raise _lost(len(self.known))
        # Before the first known row an unknown one is new for certain only while nothing has been forgotten.
        fresh = self._unknown(ids, 0 if self.complete else first or 0)
        if ids:
            self._settle(ids, [ids[at] for at in fresh], first)
        self.offset += max(0, len(ids) - 1)
        self.step = 0
        return fresh

    def _step_back(self, size: int) -> None:
        # Only with all ids at hand can a step not leap over the remembered rows into forgotten ones.
        self.step = self.step * 2 if self.step and self.complete else size
        self.offset = max(0, self.offset - self.step)

    def _unknown(self, ids: Sequence[str], start: int) -> list[int]:
        found: list[int] = []
        for at in range(start, len(ids)):
            if ids[at] not in self.known:
                self.known.add(ids[at])
                found.append(at)
        return found

    def _settle(self, ids: Sequence[str], added: list[str], first: int | None) -> None:
        """Move the place to the end of a page, with the added ids where the page has them."""
        if first is None:
            # The top of the list, and nothing known: what was handed out is gone, or lies further on.
            self.ahead.extendleft(reversed(self.behind))
            self.behind = deque(added)
        elif ids[0] == self.behind[-1] and len(added) == len(ids) - 1:
            self.behind.extend(added)
        elif added or ids[-1] != self.behind[-1]:
            order = _merged([*self.behind, *self.ahead], ids, set(added))
            reached = order.index(ids[-1]) + 1
            self.behind, self.ahead = deque(order[:reached]), deque(order[reached:])
        bound = max(self.remembered, 2 * len(ids))
        while len(self.behind) > bound:
            self.known.discard(self.behind.popleft())
            self.complete = False
        while len(self.ahead) > bound:
            self.known.discard(self.ahead.pop())


def _merged(order: list[str], ids: Sequence[str], added: set[str]) -> list[str]:
    """Put the added ids of a page at their places among the ids remembered before."""
    place = {one: at for at, one in enumerate(order)}
    done = next(place[one] for one in ids if one in place)
    merged = order[:done]
    for one in ids:
        if one in added:
            merged.append(one)
            added.discard(one)
        elif place.get(one, -1) >= done:
            merged.extend(order[done : place[one] + 1])
            done = place[one] + 1
    return merged + order[done:]


def _lost(count: int) -> Exception:
    from attio.core.errors import Error

    return Error(
        f"the iteration lost its place: none of the {count} rows that it remembers is found any more, so rows that"
        " are new to it cannot be told from earlier ones; start it again"
    )
