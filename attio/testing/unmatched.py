"""The failure of a request that nobody expected, told so that the mistake shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attio.core.routes import find_operation
from attio.core.show import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attio.testing.recorder import RecordedCall
    from attio.testing.stubs import Stub

_SHOWN_DIFFERENCES: Final = 6
_PATH_LIMIT: Final = 300


class UnmatchedRequestError(AssertionError):
    """A request that no stub answers, inside `attio.testing.mock()` or in test mode; it reached no network.

    It is no `attio.Error`, so that code which handles those does not hide it. `call` is the request, `nearest`
    the stub that came closest (None when there is none) and `differences` what separates the two.
    """

    def __init__(
        self,
        message: str,
        call: RecordedCall | None = None,
        nearest: Stub | None = None,
        differences: Sequence[str] = (),
    ) -> None:
        super().__init__(message)
        self.call = call
        self.nearest = nearest
        self.differences = tuple(differences)


def unmatched(call: RecordedCall, stubs: Sequence[Stub]) -> UnmatchedRequestError:
    """Build the error of a request, naming the nearest stub and what differs."""
    path = call.path if len(call.path) <= _PATH_LIMIT else call.path[: _PATH_LIMIT - 3] + "..."
    query = "&".join(f"{name}={short(value, name)[1:-1]}" for name, value in sorted(call.query.items()))
    request = f"{call.method} {path}{'?' + query if query else ''}"
    lines = [f"no stub answers {request}" + (f" ({call.operation})" if call.operation else "")]
    if call.body:
        lines.append(f"  its body: {_body(call)}")
    nearest = min(stubs, key=lambda stub: stub.distance(call), default=None)
    differences: list[str] = []
    if nearest is None:
        lines.append("  there are no stubs")
    else:
        differences = nearest.differences(call)
        others = f", of {len(stubs)}" if len(stubs) > 1 else ""
        lines.append(f"  the nearest stub is {nearest.method} {nearest.path}{others}; what differs:")
        lines.extend(f"    {text}" for text in differences[:_SHOWN_DIFFERENCES])
        if len(differences) > _SHOWN_DIFFERENCES:
            lines.append(f"    and {len(differences) - _SHOWN_DIFFERENCES} more")
    if call.operation == "list_attributes":
        lines.append(
            '  the client reads attributes to know which hold lists; Attio(schema="off") does without'
        )
    if not find_operation(call.method, call.path):
        lines.append("  Attio's API has no such route")
    lines.append(f'  to answer it: attio.testing.stub("{call.method}", "{path}", response=...)')
    return UnmatchedRequestError("\n".join(lines), call, nearest, differences)


def _body(call: RecordedCall) -> str:
    try:
        return short(call.json())
    except ValueError:
        return f"{len(call.body)} bytes that are no JSON"
