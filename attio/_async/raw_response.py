"""`client.with_raw_response`: the same calls, with the answer beside the result."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from attio.core.reply import captured_replies

if TYPE_CHECKING:
    from attio.core.snapshot import ResponseSnapshot

    from .client import AsyncAttio


_GIVE_RESOURCES = frozenset({"object", "entries_in", "of"})
"""Methods that send nothing and return a resource."""


class AsyncRawResponse:
    """What a call returned and what Attio answered: status, headers, bytes.

    A call that needs several requests keeps the last answer.
    """

    __slots__ = ("content", "parsed", "response")

    def __init__(self, parsed: Any, response: ResponseSnapshot | None, content: bytes) -> None:
        self.parsed = parsed
        """What the call would have returned by itself."""
        self.response = response
        """The frozen snapshot: status, redacted headers, request_id, elapsed_s."""
        self.content = content
        """The body, byte for byte."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.response!r} {len(self.content)} bytes>"


class AsyncRawResponses:
    """The client's resources, where every call returns an `AsyncRawResponse`."""

    __slots__ = ("_of",)

    def __init__(self, of: AsyncAttio | Any) -> None:
        self._of = of

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._of, name)
        if not callable(found):
            return AsyncRawResponses(found)
        if name in _GIVE_RESOURCES:
            return self._giving(found)
        # Rows have the latest answer on themselves, so an iterator comes as it is.
        return found if name.startswith("iterate") else self._calling(found)

    def _giving(self, method: Any) -> Any:
        def give(*values: Any, **arguments: Any) -> AsyncRawResponses:
            return AsyncRawResponses(method(*values, **arguments))

        return give

    def _calling(self, method: Any) -> Any:
        async def call(*values: Any, **arguments: Any) -> AsyncRawResponse:
            with captured_replies() as replies:
                result = method(*values, **arguments)
                parsed = await result if inspect.isawaitable(result) else result
            if not replies:
                return AsyncRawResponse(parsed, None, b"")
            return AsyncRawResponse(parsed, replies[-1].response, replies[-1].content)

        call.__doc__ = method.__doc__
        return call

    def __dir__(self) -> list[str]:
        return dir(self._of)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._of!r}>"
