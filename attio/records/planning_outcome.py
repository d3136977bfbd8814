"""Whether an upsert created or updated: Attio answers both alike, so the times tell (no I/O).

Attio says when a record was created, to the millisecond, and when it answered, to the second. A record that is
older than the request was updated. What lies within the answer's second needs our own clock: it counts while no
answer contradicts it, and the answers of a run tell more and more exactly how far it is from Attio's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from attio.records.planning import Answer, Outcome, Seen

_TICK_S: Final = 1.0
"""A Date header has whole seconds, cut off."""
_MILLISECOND_S: Final = 0.002
"""What created_at may have been cut off by, and our reading of the clock delayed."""
_SKEW_S: Final = 0.25
"""How far Attio's own clocks may be apart: what writes created_at is not what writes the Date header."""
EARLIER_S: Final = 60.0
"""How far our clock may have been from Attio's when an earlier run sent a row."""


class ServerClock:
    """How far Attio's clock is ahead of ours, as far as the Date headers of a run tell."""

    __slots__ = ("least_s", "most_s")

    def __init__(self) -> None:
        self.least_s = float("-inf")
        self.most_s = float("inf")

    @property
    def agrees(self) -> bool:
        """Whether no answer contradicts that our clock is right."""
        return self.least_s <= 0.0 <= self.most_s

    def note(self, date_s: float, sent_s: float, received_s: float) -> None:
        """Learn from an answer: its Date was written between sending the request and receiving the answer."""
        least_s = max(self.least_s, date_s - received_s)
        most_s = min(self.most_s, date_s + _TICK_S - sent_s)
        if least_s > most_s:  # one of the clocks was set, or this is another server: begin anew
            least_s, most_s = date_s - received_s, date_s + _TICK_S - sent_s
        self.least_s, self.most_s = least_s, most_s


def outcome_of_upsert(answer: Answer, clock: ServerClock, seen: Seen | None = None) -> Outcome:
    """Tell created from updated; "unknown" where the times are too close, or an earlier attempt may have created it.

    A record that somebody else creates while the request is under way counts as created.
    """
    if answer.created_at is None or answer.date is None:
        return "unknown"
    made_s, date_s = answer.created_at.timestamp(), answer.date.timestamp()
    clock.note(date_s, answer.sent_s, answer.received_s)
    if made_s > date_s + _TICK_S + _SKEW_S:  # in the future, by Attio's own clock
        return "unknown"
    if made_s >= answer.sent_s - _MILLISECOND_S + (0.0 if clock.agrees else clock.least_s):
        return "created"
    if made_s >= answer.first_sent_s + clock.least_s - _SKEW_S:
        return "unknown"
    if (
        seen is not None
        and seen.state == "sent"
        and is_of_attempt(answer.created_at, seen.sent_at, EARLIER_S)
    ):
        return "unknown"
    return "updated"


def is_of_attempt(made: datetime | None, sent_s: float, slack_s: float) -> bool:
    """Tell whether a record may have been made by what was sent then, or later."""
    return made is None or made.timestamp() >= sent_s - slack_s
