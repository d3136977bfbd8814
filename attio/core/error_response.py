"""Read an error answer, whatever its body is, into the error that says the most."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.decoding import decode_json
from attio.core.error_codes import UniquenessConflictError
from attio.core.error_status import (
    AuthenticationError,
    BadRequestError,
    ForbiddenError,
    RateLimitError,
    RedirectError,
    ScopeError,
    missing_scopes,
)
from attio.core.error_table import classify, combine
from attio.core.error_tree import ClientError, Error, MaybeSentError, ResponseError, ServerError
from attio.core.field_errors import FieldError, parameter, read_field_errors, sent_at
from attio.core.shapes import is_dict, is_list
from attio.core.show import listing, nearest, short

if TYPE_CHECKING:
    from attio_openapi.operations import Operation

    from attio.core.snapshot import ResponseSnapshot

_MESSAGE_LIMIT: Final = 500
_UUID: Final = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.IGNORECASE)
# Recorded messages name an attribute as: slug "x", slug/ID "x", attribute "x", attribute slug: x.
_ATTRIBUTE: Final = re.compile(
    r"(?:attribute|slug)[^\"']{0,20}[\"']([\w-]+)[\"']|attribute slug: ([\w-]+)", re.IGNORECASE
)
_SCOPE_WORDS: Final = re.compile(r"\bscopes?\b|\bpermissions?\b", re.IGNORECASE)
_TAG: Final = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)


def error_from_response(
    operation: Operation | None,
    snapshot: ResponseSnapshot,
    attempts: int = 1,
    maybe_sent: bool = False,
    *,
    method: str | None = None,
    path: str | None = None,
    body: object = None,
    held_scopes: tuple[str, ...] | None = None,
    retry_after_s: float | None = None,
) -> ClientError | ServerError:
    """Build the error for an answer of status 3xx, 4xx or 5xx. Pure; never fails, whatever the answer's body is.

    ``body`` is what was sent, to show the value that was refused; ``held_scopes`` are the token's, when
    known.
    """
    answer = _read(snapshot.body)
    status = snapshot.status
    code = _word(answer, "code")
    type_ = _word(answer, "type")
    parts: tuple[type[ResponseError], ...] = classify(status, type_, code)
    needed = _needed_scopes(operation, path) if ForbiddenError in parts else ()
    message = _message(answer, snapshot)
    if operation is not None and operation.path == "/v2/self" and status == 400 and code == "missing_value":
        parts = (AuthenticationError, BadRequestError)
    elif parts == (ForbiddenError,) and needed and _is_about_scopes(message, needed, held_scopes):
        parts = (ScopeError,)
    kinds: tuple[type[Error], ...] = (MaybeSentError, *parts) if maybe_sent else parts
    error = cast(
        "ClientError | ServerError",
        combine(*kinds)(
            message,
            code=code,
            type=type_,
            http_status=status,
            request_id=snapshot.request_id,
            response=snapshot,
            method=method or (operation.method if operation else None),
            path=path or (operation.path if operation else None),
            operation=operation.id if operation else None,
            attempts=attempts,
            maybe_sent=maybe_sent,
        ),
    )
    _add_fields(error, answer, message, body)
    if isinstance(error, ForbiddenError):
        error.needed_scopes, error.held_scopes = needed, held_scopes
        error.hints += _scope_hints(error, needed, held_scopes)
    elif isinstance(error, RateLimitError):
        error.retry_after_s = retry_after_s
    elif isinstance(error, RedirectError):
        error.location = snapshot.headers.get("location")
    return error


def _read(body: bytes | None) -> dict[str, Any]:
    try:
        answer = decode_json(body or b"")
    except (ValueError, RecursionError):
        return {}
    return answer if is_dict(answer) else {}


def _word(answer: dict[str, Any], key: str) -> str | None:
    value = answer.get(key)
    return value if isinstance(value, str) else None


def _message(answer: dict[str, Any], snapshot: ResponseSnapshot) -> str:
    # "error" and "error_description" are what OAuth endpoints say (RFC 6749).
    for key in ("message", "error_description", "error", "detail"):
        text = answer.get(key)
        if isinstance(text, str) and text:
            return text if len(text) <= _MESSAGE_LIMIT else text[: _MESSAGE_LIMIT - 3] + "..."
    if 300 <= snapshot.status < 400:
        return f"redirected to {snapshot.headers.get('location') or 'nowhere'}, which is not followed with a token"
    text = (snapshot.body or b"")[:4096].decode("utf-8", "replace").strip()
    if not text:
        return "the answer has no body"
    title = _TAG.search(text)
    if title:
        return f"the answer is an HTML page, not JSON: {' '.join(title[1].split())[:120]}"
    return f"the answer is not what Attio sends: {short(' '.join(text.split()))}"


def _add_fields(error: ResponseError, answer: dict[str, Any], message: str, body: object) -> None:
    error.errors = read_field_errors(answer.get("validation_errors"), body)
    steps = answer.get("path")
    path = tuple(str(step) for step in steps) if is_list(steps) else ()
    if not error.errors and path:
        # Filter errors carry one path beside the message instead of a list.
        filtered = sent_at(body, ("filter", *path))
        error.errors = (FieldError(parameter(path), message, error.code, path, sent=filtered),)
    if error.errors:
        error.param = error.errors[0].field or None
    error.attribute = _attribute(message, error.errors)
    error.allowed = next((item.options for item in error.errors if item.options), ())
    error.hints = tuple(_field_hint(item, message) for item in error.errors[:3])
    error.hints = tuple(hint for hint in error.hints if hint)
    if isinstance(error, UniquenessConflictError):
        found = _UUID.search(message)
        error.conflicting_record_id = found[0] if found else None


def _attribute(message: str, errors: tuple[FieldError, ...]) -> str | None:
    found = _ATTRIBUTE.search(message)
    if found:
        return found[1] or found[2]
    for item in errors:
        for holder in ("values", "entry_values"):
            if holder in item.path[:-1]:
                return item.path[item.path.index(holder) + 1]
    return None


def _field_hint(item: FieldError, message: str) -> str:
    said = f": {item.message}" if item.message and item.message != message else ""
    text = f"{item.field}{said}" if item.field else item.message
    if item.sent is not None:
        text += f" (sent {short(item.sent, item.field)})"
    elif item.expected:
        text += f" (expected {item.expected}, received {item.received or 'nothing'})"
    if item.options:
        near = nearest(item.sent if item.sent is not None else item.received, item.options)
        meant = f"did you mean {near!r}? " if near else ""
        text += f"; {meant}allowed: {listing(item.options)}"
    return text if text != message else ""


def _needed_scopes(operation: Operation | None, path: str | None) -> tuple[str, ...]:
    if operation is None:
        return ()
    steps = (path or "").split("/")
    more = next((scopes for target, scopes in operation.scopes_by_target if target in steps), ())
    return (*operation.scopes, *more)


def _is_about_scopes(message: str, needed: tuple[str, ...], held: tuple[str, ...] | None) -> bool:
    if held is not None:
        return bool(missing_scopes(needed, held))
    return _SCOPE_WORDS.search(message) is not None


def _scope_hints(
    error: ForbiddenError, needed: tuple[str, ...], held: tuple[str, ...] | None
) -> tuple[str, ...]:
    if not needed:
        return ()
    text = f"this operation needs the scope{'s' if len(needed) > 1 else ''} {', '.join(needed)}"
    if held is None:
        return (text,)
    lacking = missing_scopes(needed, held)
    if lacking:
        return (f"{text}; the token lacks {', '.join(lacking)}",)
    return () if not isinstance(error, ScopeError) else (text,)
