"""What a call gives back: the bytes of the answer and its snapshot."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from attio.core.decoding import decode_json
from attio.core.error_table import combine
from attio.core.error_tree import DecodeError, MaybeSentError
from attio.core.show import short

if TYPE_CHECKING:
    from collections.abc import Generator

    from attio.core.call import Call
    from attio.core.snapshot import ResponseSnapshot

T = TypeVar("T")

_captured: Final[ContextVar[list[Reply] | None]] = ContextVar("attio_captured", default=None)


class Reply:
    """A 2xx answer, read whole: ``response`` is its snapshot, ``content`` its bytes."""

    __slots__ = ("_call", "content", "response")

    def __init__(self, response: ResponseSnapshot, content: bytes, call: Call) -> None:
        self.response = response
        self.content = content
        self._call = call

    @property
    def is_of_write(self) -> bool:
        """Whether it answers a write, which must not be sent again because something after it failed."""
        return self._call.plan.retry != "safe"

    def json(self) -> Any:
        """Decode the body; None when there is none because the status says so (204)."""
        if not self.content and self.response.status == 204:
            return None
        try:
            return decode_json(self.content)
        except (ValueError, RecursionError) as failure:
            problem = str(failure)
        raise self.decode_error(problem)

    def decode(self, type: type[T]) -> T:
        """Decode the body as a type that msgspec knows."""
        try:
            return msgspec.json.decode(self.content, type=type)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as failure:
            problem = str(failure)
        raise self.decode_error(problem)

    def decode_error(self, problem: str) -> DecodeError:
        """Make the error for a body that is not what the API promises; for whoever reads more of it than its JSON."""
        call = self._call
        maybe_sent = call.plan.retry == "unsafe"
        shown = short(self.content[:200].decode("utf-8", "replace"))
        kind = combine(MaybeSentError, DecodeError) if maybe_sent else DecodeError
        error = kind(
            f"the answer is not what the API promises: {problem}; it begins {shown}",
            http_status=self.response.status,
            request_id=self.response.request_id,
            response=self.response,
            method=call.method,
            path=call.path,
            operation=call.plan.operation or None,
            attempts=call.attempts,
            maybe_sent=maybe_sent,
        )
        assert isinstance(error, DecodeError)
        return error

    def __repr__(self) -> str:
        return f"<Reply {self.response.status} {len(self.content)} bytes>"


@contextmanager
def captured_replies() -> Generator[list[Reply]]:
    """Collect every reply that this thread or task receives inside the block, in order."""
    replies: list[Reply] = []
    mark = _captured.set(replies)
    try:
        yield replies
    finally:
        _captured.reset(mark)


def note_reply(reply: Reply) -> Reply:
    """Give a reply to whoever captures them here."""
    replies = _captured.get()
    if replies is not None:
        replies.append(reply)
    return reply
