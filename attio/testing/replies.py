"""Answers of the workspace: success, and errors with the bodies that Attio sends."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import msgspec

from attio.testing.stamps import http_date, stamp

# 400s of these three operations spell the key in camel case, and so do the facts file and the changes file.
CAMEL_STATUS_OPERATIONS: Final = frozenset({"create_comment", "create_meeting", "unsubscribe_emails"})

Problem = dict[str, Any]
Path = tuple[str | int, ...]
Header = tuple[str, str]

_encode = msgspec.json.Encoder().encode

_FIXED_HEADERS: Final[tuple[Header, ...]] = (
    ("content-type", "application/json; charset=utf-8"),
    ("strict-transport-security", "max-age=7776000; includeSubDomains; preload"),
    ("x-frame-options", "DENY"),
    ("vary", "Origin"),
    ("access-control-allow-origin", "*"),
    (
        "access-control-expose-headers",
        (
            "x-attio-client, x-attio-execution-id, x-attio-platform, x-attio-platform-version, "
            "x-attio-record-query-score, x-attio-app-installation-bundle-id, WWW-Authenticate"
        ),
    ),
)


class LocalResponse(NamedTuple):
    """What a workspace answers: status, header pairs in order, body bytes.

    `delay_s` is how long a transport lets the caller wait for it. A content-length above the length of the body
    means that the connection breaks before the end.
    """

    status: int
    headers: list[Header]
    body: bytes
    delay_s: float = 0.0

    def json(self) -> Any:
        """Decode the body."""
        return msgspec.json.decode(self.body)

    def header(self, name: str) -> str | None:
        """Return the first header of this name in any case, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


class Answer(NamedTuple):
    """What a route handler returns when a plain 200 with a JSON body is not enough.

    `body` is a JSON-able object, bytes to send as they are (then give the content type in `headers`), or None
    for an empty body. `accurate` overrides whether x-accurate-at is sent; by default reads send it.
    """

    body: Any
    status: int = 200
    headers: tuple[Header, ...] = ()
    accurate: bool | None = None


class Refusal(Exception):
    """An error answer: raise it anywhere below `handle` and nothing of the request is applied."""

    def __init__(
        self, status: int, code: str, message: str, *, type: str = "invalid_request_error", **extra: Any
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.type = type
        self.message = message
        self.extra = extra
        self.headers: tuple[Header, ...] = ()

    def body(self, *, camel_status: bool = False) -> dict[str, Any]:
        """Return the four usual keys and whatever this kind of error adds."""
        key = "statusCode" if camel_status and self.status == 400 else "status_code"
        return {key: self.status, "type": self.type, "code": self.code, "message": self.message, **self.extra}


def unknown_endpoint(method: str, path: str) -> Refusal:
    """Say that there is no such route; the query string is not part of the message (recorded May 2026)."""
    return not_found(f'Could not find endpoint "{method} {path}".')


def not_found(message: str) -> Refusal:
    """Build a 404."""
    return Refusal(404, "not_found", message)


def missing(noun: str, id: str) -> Refusal:
    """Build the 404 of one thing addressed by its id."""
    return not_found(f'{noun} with ID "{id}" not found.')


def missing_named(noun: str, name: str) -> Refusal:
    """Build the 404 of one thing addressed by slug or id."""
    return not_found(f'{noun} with slug/ID "{name}" not found.')


def value_not_found(message: str, status: int = 400) -> Refusal:
    """Build the error for something named in a body that does not exist."""
    return Refusal(status, "value_not_found", message)


def unknown_attribute(name: str) -> Refusal:
    """Build the error of a write that names an attribute the object or list does not have."""
    return value_not_found(f'Cannot find attribute with slug/ID "{name}".')


def invalid(message: str, problems: list[Problem] | None = None, *, status: int = 400) -> Refusal:
    """Build a validation error; `problems` becomes the key validation_errors."""
    if problems is None:
        return Refusal(status, "validation_type", message)
    return Refusal(status, "validation_type", message, validation_errors=problems)


def invalid_body(problems: list[Problem]) -> Refusal:
    """Build the error of a body that breaks its schema."""
    return invalid("Body payload validation error.", problems)


def invalid_query(*problems: Problem) -> Refusal:
    """Build the error of query parameters that break their schema."""
    return invalid("Query params validation error.", list(problems))


def slug_conflict(message: str) -> Refusal:
    """Build the error of a slug or title that is already in use, archived ones included."""
    return Refusal(409, "slug_conflict", message)


def forbidden(message: str, code: str = "unauthorized") -> Refusal:
    """Build a 403."""
    return Refusal(403, code, message, type="auth_error")


def unauthorized(message: str) -> Refusal:
    """Build a 401."""
    return Refusal(401, "unauthorized", message, type="auth_error")


def rate_limited(retry_at_s: int) -> Refusal:
    """Build a 429 whose Retry-After is the HTTP date of a whole second since 1970."""
    refusal = Refusal(
        429, "rate_limit_exceeded", "Rate limit exceeded, please try again later", type="rate_limit_error"
    )
    refusal.headers = (("Retry-After", http_date(retry_at_s)),)
    return refusal


def required(path: Path, expected: str = "string") -> Problem:
    """Describe a key that is not there."""
    return {
        "code": "invalid_type",
        "path": list(path),
        "message": "Required",
        "expected": expected,
        "received": "undefined",
    }


def problem(path: Path, message: str, code: str = "invalid", **extra: Any) -> Problem:
    """Describe any other breach at `path`."""
    return {"code": code, "path": list(path), "message": message, **extra}


def encode(body: Any) -> bytes:
    """Encode a JSON body."""
    return _encode(body)


def respond(answer: Answer, *, execution_id: str, now_us: int, accurate_us: int | None) -> LocalResponse:
    """Turn an answer into status, headers and bytes."""
    headers = [
        *_FIXED_HEADERS,
        ("date", http_date(now_us // 1_000_000)),
        ("x-attio-execution-id", execution_id),
    ]
    if accurate_us is not None:
        headers.append(("x-accurate-at", stamp(accurate_us)))
    if answer.headers:
        own = {name.lower() for name, _ in answer.headers}
        headers = [pair for pair in headers if pair[0] not in own]
        headers.extend(answer.headers)
    body = answer.body
    if body is None:
        content = b""
    elif isinstance(body, bytes):
        content = body
    else:
        content = _encode(body)
    return LocalResponse(answer.status, headers, content)
