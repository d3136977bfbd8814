"""One call under way: its limits, its patience, and what became of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.failures import DeadlineError

if TYPE_CHECKING:
    from attio.core.clock import Clock
    from attio.core.hooks import Hooks
    from attio.core.limits import Limiter
    from attio.core.routes import Plan


class Call:
    """What the policy and its driver share about one call; mutable, used by one call only."""

    __slots__ = (
        "attempts",
        "body",
        "clock",
        "content",
        "deadline",
        "deadline_s",
        "debug",
        "deleted_before",
        "due",
        "elapsed_s",
        "hooks",
        "limit_key",
        "limiter",
        "logger",
        "max_retries",
        "method",
        "path",
        "penalty_s",
        "plan",
        "repeatable",
        "replayable",
        "request_id",
        "retry_delay_s",
        "sent_at",
        "streamed",
        "tells_late",
        "throttled",
        "timeout_s",
        "uncertain",
        "waited_s",
        "watched",
    )

    def __init__(
        self,
        *,
        plan: Plan,
        method: str,
        path: str,
        clock: Clock,
        hooks: Hooks,
        logger: Any = None,
        debug: bool = False,
        watched: bool = False,
        limiter: Limiter | None = None,
        limit_key: str = "",
        timeout_s: float = 30.0,
        deadline_s: float | None = None,
        max_retries: int = 3,
        retry_delay_s: float = 1.0,
        repeatable: bool = False,
        replayable: bool = True,
        streamed: bool = False,
        body: object = None,
    ) -> None:
        self.plan = plan
        self.method = method
        self.path = path
        self.clock = clock
        self.hooks = hooks
        self.logger = logger
        self.debug = debug
        self.watched = watched
        self.limiter = limiter
        self.tells_late = hasattr(limiter, "late")
        self.limit_key = limit_key
        self.timeout_s = timeout_s
        self.deadline_s = deadline_s
        self.deadline = None if deadline_s is None else clock.monotonic() + deadline_s
        self.max_retries = max_retries
        self.retry_delay_s = retry_delay_s
        self.repeatable = repeatable
        """May be sent again although it may have been processed."""
        self.replayable = replayable
        """The body can be produced a second time."""
        self.streamed = streamed
        self.body = body
        self.attempts = 0
        self.elapsed_s = 0.0
        self.waited_s = 0.0
        self.penalty_s = 0.0
        self.throttled = False
        self.uncertain = False
        self.deleted_before = False
        self.content = b""
        self.due = 0.0
        """When the present attempt was to go out, by the limiter."""
        self.sent_at = 0.0
        """When it went out: once there was a connection, where the transport tells."""
        self.request_id: str | None = None
        """Of the answer to the present attempt; there is one also when the body breaks."""

    def trace(self, event: str, info: object) -> None:  # noqa: ARG002 - httpcore's
        """Note when a request really goes out; httpcore calls this at each of its steps."""
        if event.endswith(".send_request_headers.started"):
            self.sent_at = self.clock.monotonic()

    async def atrace(self, event: str, info: object) -> None:
        """Note when a request really goes out."""
        self.trace(event, info)

    def remaining_s(self) -> float:
        """Give the seconds until the deadline; infinity without one."""
        return float("inf") if self.deadline is None else self.deadline - self.clock.monotonic()

    def phase_timeout_s(self) -> float:
        """Give what a phase of an attempt may take: never longer than the call may still take."""
        return (
            self.timeout_s if self.deadline is None else max(0.001, min(self.timeout_s, self.remaining_s()))
        )

    def past_deadline(self, when: str, *, sent: bool = True) -> DeadlineError:
        """Make the exception that says that the deadline passed."""
        return DeadlineError(f"deadline_s={self.deadline_s or 0.0:g} passed {when}", sent=sent)

    def follow(self, plan: Plan, path: str) -> Call:
        """Make the call that follows a redirect: the same patience, what is left of it."""
        followed = Call(
            plan=plan,
            method=self.method,
            path=path,
            clock=self.clock,
            hooks=self.hooks,
            logger=self.logger,
            debug=self.debug,
            watched=self.watched,
            limiter=self.limiter if plan.lanes else None,
            limit_key=self.limit_key,
            timeout_s=self.timeout_s,
            max_retries=self.max_retries,
            retry_delay_s=self.retry_delay_s,
            repeatable=self.repeatable,
            streamed=self.streamed,
        )
        followed.deadline_s, followed.deadline = self.deadline_s, self.deadline
        followed.attempts = self.attempts
        return followed

    @property
    def maybe_sent(self) -> bool:
        """An unsafe write that may have taken effect."""
        return self.uncertain and self.plan.retry == "unsafe"
