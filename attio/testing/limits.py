"""Attio's rate limits, enforced: `workspace.limits`."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Final, Literal

from attio.core.errors import ArgumentError
from attio.testing.replies import Answer, rate_limited, respond

if TYPE_CHECKING:
    from attio.testing.replies import LocalResponse
    from attio.testing.workspace import Incoming, LocalWorkspace, Next

WindowKind = Literal["sliding", "fixed"]

_SECOND_US: Final = 1_000_000
_SCORED: Final = frozenset({"list_records", "list_entries"})
_SCORE_HEADER: Final = "x-attio-record-query-score"
_SCORES_OVER_S: Final = 10


class Window:
    """One limit: so much weight within so many seconds.

    `sliding` looks back from each moment; `fixed` counts per whole second of the clock (per ten seconds for scores),
    so that twice the limit fits around its border. Attio does not say which of the two it has.
    """

    def __init__(self, limit: float, kind: WindowKind, seconds: int = 1) -> None:
        self.limit = limit
        self.kind = kind
        self._span_us = seconds * _SECOND_US
        self._held: deque[tuple[int, float]] = deque()
        self._sum = 0.0

    def free_at_us(self, now_us: int, weight: float = 1.0) -> int:
        """Return when this weight fits: now, or later."""
        start = now_us - now_us % self._span_us if self.kind == "fixed" else now_us - self._span_us + 1
        while self._held and self._held[0][0] < start:
            self._sum -= self._held.popleft()[1]
        if self._sum + weight <= self.limit or not self._held:
            return now_us
        if self.kind == "fixed":
            return start + self._span_us
        over = self._sum + weight - self.limit
        for at_us, held in self._held:
            over -= held
            if over <= 0:
                return at_us + self._span_us
        return now_us + self._span_us

    def take(self, now_us: int, weight: float = 1.0) -> None:
        """Count something that was let through."""
        self._held.append((now_us, weight))
        self._sum += weight


class RateLimits:
    """The limits of a workspace, over all its tokens. Off until `enforce`.

    A transport made while they are on lets clients keep to the limits by themselves, as against the real API; without
    limits clients are told not to bother.
    """

    def __init__(self, workspace: LocalWorkspace) -> None:
        self._workspace = workspace
        self._lock = threading.Lock()
        self._windows: dict[str, Window] = {}
        self._kind: WindowKind = "sliding"
        self._per_endpoint = True
        self._largest_score: float | None = None
        self._scores: Window | None = None
        self.refused = 0

    @property
    def enforced(self) -> bool:
        """Whether requests are counted."""
        return self._layer in self._workspace.layers

    def enforce(
        self,
        *,
        window: WindowKind = "sliding",
        reads_per_s: float = 100,
        writes_per_s: float = 25,
        per_endpoint: bool = True,
        query_score: float | None = None,
        query_scores_per_10_s: float | None = None,
        deliveries_per_s: int | None = 25,
    ) -> None:
        """Count requests by the workspace's clock and answer 429 above the limits, with the date to come back at.

        `per_endpoint` adds the lower limits of single operations (uploads 1/s, SQL 2/s, merges 5/s ...). Scores of
        queries have no published ceiling: give `query_score` for one query, `query_scores_per_10_s` for all of ten
        seconds. `deliveries_per_s` spaces what is sent to one webhook address; None does not.
        """
        if window not in {"sliding", "fixed"}:
            raise ArgumentError("window", window, "is no window", allowed=("sliding", "fixed"))
        for name, limit in (("reads_per_s", reads_per_s), ("writes_per_s", writes_per_s)):
            if limit < 1:
                raise ArgumentError(name, limit, "lets nothing through")
        with self._lock:
            self._kind = window
            self._per_endpoint = per_endpoint
            self._windows = {"read": Window(reads_per_s, window), "write": Window(writes_per_s, window)}
            self._largest_score = query_score
            self._scores = None
            if query_scores_per_10_s is not None:
                self._scores = Window(query_scores_per_10_s, window, _SCORES_OVER_S)
            self.refused = 0
        self._workspace.webhooks.deliveries_per_s = deliveries_per_s
        if not self.enforced:
            self._workspace.layers.append(self._layer)

    def lift(self) -> None:
        """Let everything through again."""
        if self.enforced:
            self._workspace.layers.remove(self._layer)
        self._workspace.webhooks.deliveries_per_s = None

    def _layer(self, request: Incoming, inner: Next) -> LocalResponse:
        operation = request.operation
        if operation is None:
            return inner(request)
        now_us = self._workspace.clock.now_us()
        with self._lock:
            windows = [self._windows[operation.rate]]
            if self._per_endpoint and operation.rate_limit_per_s is not None:
                own = self._windows.get(operation.id)
                if own is None:
                    own = self._windows[operation.id] = Window(operation.rate_limit_per_s, self._kind)
                windows.append(own)
            free_us = max(window.free_at_us(now_us) for window in windows)
            if free_us > now_us:
                return self._refusal(now_us, free_us)
            for window in windows:
                window.take(now_us)
        response = inner(request)
        if operation.id in _SCORED and response.status == 200:
            return self._scored(response, now_us)
        return response

    def _scored(self, response: LocalResponse, now_us: int) -> LocalResponse:
        score = float(response.header(_SCORE_HEADER) or 0)
        with self._lock:
            if self._largest_score is not None and score > self._largest_score:
                return self._refusal(now_us, now_us + 1)
            if self._scores is not None:
                free_us = self._scores.free_at_us(now_us, score)
                if free_us > now_us or score > self._scores.limit:
                    return self._refusal(now_us, max(free_us, now_us + 1))
                self._scores.take(now_us, score)
        return response

    def _refusal(self, now_us: int, free_us: int) -> LocalResponse:
        self.refused += 1
        refusal = rate_limited(-(-free_us // _SECOND_US))
        return respond(
            Answer(refusal.body(), refusal.status, refusal.headers),
            execution_id=self._workspace.new_execution_id(),
            now_us=now_us,
            accurate_us=None,
        )
