"""One answer to one kind of request: what it matches, what it says, and how a request differs from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.shapes import is_dict, is_list, is_mapping, is_plural
from attio.core.show import short
from attio.core.wire import METHODS
from attio.testing.canned import Canned, canned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio.testing.recorder import RecordedCall

# How much each part counts when the nearest stub is looked for: another route is further away than another body.
_PATH: Final = 4.0
_METHOD: Final = 3.0
_DETAIL: Final = 0.5
_PATH_FIX: Final = 'give a path such as "/v2/notes", or a whole address such as that of a download'


class Stub:
    """An answer for requests of one method and path; made by `stub(...)` or `mock_response(...)`.

    `stub.calls` are the requests that it answered.
    """

    __slots__ = ("_answers", "_json", "_query", "calls", "host", "method", "path", "times")

    def __init__(
        self,
        method: str,
        path: str,
        answer: Canned,
        *,
        query: Mapping[str, object] | None = None,
        json: Any = None,
        times: int | None = None,
    ) -> None:
        self.method = _method(method)
        self.host, self.path, in_path = _place(path)
        self.times = _times(times)
        self.calls: list[RecordedCall] = []
        self._answers = [answer]
        self._json = json
        self._query = {**in_path, **_query(query)}

    def then(
        self,
        response: Any = None,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        raises: BaseException | type[BaseException] | None = None,
    ) -> Stub:
        """Say what the next request gets; the last answer goes on being given. Returns the stub itself."""
        self._answers.append(canned(response, status=status, headers=headers, raises=raises))
        return self

    def next_answer(self, call: RecordedCall) -> Canned:
        """Count a request and return what it gets."""
        index = min(len(self.calls), len(self._answers) - 1)
        self.calls.append(call)
        return self._answers[index]

    @property
    def is_used_up(self) -> bool:
        """Whether it has answered as often as it may."""
        return self.times is not None and len(self.calls) >= self.times

    def differences(self, call: RecordedCall) -> list[str]:
        """Say in what a request differs from what is stubbed; nothing when it matches."""
        return [text for _, text in self._differences(call)]

    def distance(self, call: RecordedCall) -> float:
        """Return how far a request is from what is stubbed, 0 when it matches."""
        return sum(weight for weight, _ in self._differences(call))

    def _differences(self, call: RecordedCall) -> list[tuple[float, str]]:
        found: list[tuple[float, str]] = []
        if call.method != self.method:
            found.append((_METHOD, f"method: the request has {call.method}, the stub {self.method}"))
        host = call.headers.get("host", "")
        if self.host is not None and host != self.host:
            found.append((_PATH, f"host: the request has {short(host)}, the stub {short(self.host)}"))
        found.extend(_path_differences(call.path, self.path))
        for name, wanted in self._query.items():
            given = call.query.get(name)
            if given != wanted:
                has = "nothing" if given is None else short(given, name)
                found.append(
                    (_DETAIL, f"query {name}: the request has {has}, the stub {short(wanted, name)}")
                )
        if self._json is not None:
            try:
                body = call.json()
            except ValueError:
                found.append((_DETAIL, "body: the request's is no JSON"))
            else:
                found.extend((_DETAIL, text) for text in body_differences(body, self._json, "body"))
        if self.is_used_up:
            found.append((_DETAIL, f"times: the stub has answered {self.times} of {self.times} times"))
        return found

    def __repr__(self) -> str:
        query = "".join(f" {name}={value}" for name, value in self._query.items())
        return f"<Stub {self.method} {self.path}{query}: {len(self.calls)} calls>"


def body_differences(given: Any, wanted: Any, where: str) -> list[str]:
    """Say where a body lacks what is wanted of it: what is not mentioned may be anything, `...` matches all."""
    if wanted is ...:
        return []
    if is_mapping(wanted):
        if not is_dict(given):
            return [f"{where}: the request has {short(given)}, the stub an object"]
        found: list[str] = []
        for key, part in wanted.items():
            name = f"{where}.{key}"
            if key not in given:
                found.append(f"{name}: the request has nothing, the stub {_shown(part, str(key))}")
            else:
                found.extend(body_differences(given[key], part, name))
        return found
    if is_plural(wanted):
        if not is_list(given):
            return [f"{where}: the request has {short(given)}, the stub a list"]
        if len(given) != len(wanted):
            return [f"{where}: the request has {len(given)} items, the stub {len(wanted)}"]
        pairs = enumerate(zip(given, wanted, strict=True))
        return [
            text for index, (has, part) in pairs for text in body_differences(has, part, f"{where}[{index}]")
        ]
    if given == wanted and isinstance(given, bool) == isinstance(wanted, bool):
        return []
    name = where.rpartition(".")[2]
    return [f"{where}: the request has {_shown(given, name)}, the stub {_shown(wanted, name)}"]


def _shown(value: object, name: str) -> str:
    return "anything" if value is ... else short(value, name)


def _path_differences(given: str, wanted: str) -> list[tuple[float, str]]:
    asked = [unquote(segment) for segment in given.split("/")]
    known = [unquote(segment) for segment in wanted.split("/")]
    if len(asked) != len(known):
        off = abs(len(asked) - len(known)) + sum(not _fits(a, k) for a, k in zip(asked, known, strict=False))
        return [(_PATH * off, f"path: the request has {short(given)}, the stub {short(wanted)}")]
    return [
        (_PATH, f"path: the request has {short(a)}, the stub {short(k)}")
        for a, k in zip(asked, known, strict=True)
        if not _fits(a, k)
    ]


def _fits(segment: str, known: str) -> bool:
    return segment == known or (bool(segment) and is_placeholder(known))


def is_placeholder(segment: str) -> bool:
    """Tell whether a segment of a stub's path stands for any: `{record_id}` or `*`."""
    return segment == "*" or (segment.startswith("{") and segment.endswith("}"))


def _method(method: object) -> str:
    if not isinstance(method, str):
        raise ArgumentTypeError("method", method, "must be a str", fix='give "GET", "POST", ...')
    if method.upper() not in METHODS:
        raise ArgumentError("method", method, "is not a method of HTTP", allowed=METHODS)
    return method.upper()


def api_path(path: str) -> str:
    """Return a path from /v2/ on: a base_url may have one of its own before it."""
    at = path.find("/v2/")
    return path[at:] if at > 0 else path


def _place(path: object) -> tuple[str | None, str, dict[str, str]]:
    if not isinstance(path, str):
        raise ArgumentTypeError("path", path, "must be a str", fix=_PATH_FIX)
    parts = urlsplit(path)
    if parts.scheme in {"http", "https"} and parts.netloc:
        return parts.netloc, api_path(parts.path or "/"), dict(parse_qsl(parts.query, keep_blank_values=True))
    if not path.startswith("/v2/"):
        raise ArgumentError("path", path, "does not begin with /v2/", fix=_PATH_FIX)
    bare, _, query = path.partition("?")
    return None, bare, dict(parse_qsl(query, keep_blank_values=True))


def _query(query: Mapping[str, object] | None) -> dict[str, str]:
    if query is None:
        return {}
    if not is_mapping(query):
        raise ArgumentTypeError("query", query, "must be a mapping of names to values")
    return {str(name): _text(value) for name, value in query.items()}


def _text(value: object) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _times(times: object) -> int | None:
    if times is not None and (isinstance(times, bool) or not isinstance(times, int) or times < 1):
        raise ArgumentError("times", times, "must be a whole number from 1 on, or None for any number")
    return times
