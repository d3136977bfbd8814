"""Go on without something that is out of reach, and find out when it is back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attio.core.clock import SYSTEM_CLOCK
from attio.core.logging import library_logger
from attio.core.redact import redact_text

if TYPE_CHECKING:
    from attio.core.clock import Clock

FIRST_PAUSE_S: Final = 1.0
LONGEST_PAUSE_S: Final = 15.0


class Outage:
    """Whether a shared thing may be asked: always while it answers, now and then while it does not.

    An outage is logged when it begins (WARNING) and when it ends (INFO), not at every call in between. While
    it lasts one caller at a time tries again, after 1 s first and after 15 s at most, so that the others are
    not held up by what does not answer.
    """

    def __init__(self, what: str, meanwhile: str, *, clock: Clock | None = None) -> None:
        self._what = what
        self._meanwhile = meanwhile
        self._clock = clock or SYSTEM_CLOCK
        self._next_try = 0.0
        self._pause_s = 0.0
        self.is_on = False

    def may_ask(self) -> bool:
        """Tell whether to ask now. During an outage the caller who hears True is the one who tries."""
        if not self.is_on:
            return True
        now = self._clock.monotonic()
        if now < self._next_try:
            return False
        self._next_try = now + self._pause_s
        return True

    def is_quiet(self) -> bool:
        """Tell whether asking is out of the question now, without becoming the one who tries."""
        return self.is_on and self._clock.monotonic() < self._next_try

    def failed(self, failure: BaseException) -> bool:
        """Note a failure; tell whether the outage began with it."""
        begins = not self.is_on
        self._pause_s = FIRST_PAUSE_S if begins else min(self._pause_s * 2.0, LONGEST_PAUSE_S)
        self._next_try = self._clock.monotonic() + self._pause_s
        self.is_on = True
        if begins:
            said = redact_text(" ".join(str(failure).split()))[:200]
            library_logger().warning(
                "%s is out of reach (%s: %s); %s",
                self._what,
                type(failure).__name__,
                said,
                self._meanwhile,
            )
        return begins

    def answered(self) -> bool:
        """Note an answer; tell whether an outage ended with it."""
        if not self.is_on:
            return False
        self.is_on = False
        library_logger().info("%s is back", self._what)
        return True
