"""What a stub answers: a body as Attio would send it, made of what is short to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.shapes import is_mapping
from attio.testing.replies import LocalResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from attio_openapi.operations import Operation

    from attio.testing.recorder import RecordedCall

# Its answer has its keys at the top; every other operation's is under "data" (a test holds this to the spec).
_BARE: Final = "get_self"

# Status -> type and code, as Attio sends them when there is nothing more particular to say.
_ERRORS: Final[dict[int, tuple[str, str]]] = {
    400: ("invalid_request_error", "validation_type"),
    401: ("auth_error", "unauthorized"),
    403: ("auth_error", "unauthorized"),
    404: ("invalid_request_error", "not_found"),
    409: ("invalid_request_error", "slug_conflict"),
    413: ("invalid_request_error", "validation_type"),
    429: ("rate_limit_error", "rate_limit_exceeded"),
}


class Canned(NamedTuple):
    """One prepared answer: a response in one of its forms, or an exception that is raised instead."""

    response: Any
    status: int
    headers: Mapping[str, str]
    raises: BaseException | type[BaseException] | None


def canned(
    response: Any,
    *,
    status: int,
    headers: Mapping[str, str] | None,
    raises: BaseException | type[BaseException] | None,
) -> Canned:
    """Check an answer; what cannot be sent is refused here and not in the middle of a test."""
    if isinstance(status, bool) or not isinstance(status, int) or not 100 <= status <= 599:
        raise ArgumentError("status", status, "must be a status of HTTP, 100 to 599")
    is_class = isinstance(raises, type) and issubclass(raises, BaseException)
    if raises is not None and not is_class and not isinstance(raises, BaseException):
        raise ArgumentTypeError("raises", raises, "must be an exception, or a class of one")
    if raises is not None and response is not None:
        raise ArgumentError("raises", raises, "was given together with a response", fix="give one of them")
    if headers is not None and not is_mapping(headers):
        raise ArgumentTypeError("headers", headers, "must be a mapping of names to texts")
    if not callable(response):
        encode(response)
    return Canned(response, status, dict(headers or {}), raises)


def encode(body: object) -> bytes:
    """Encode a body; models and ids are taken as the JSON that they came from."""
    if isinstance(body, bytes):
        return body
    try:
        return msgspec.json.encode(body, enc_hook=_raw)
    except (TypeError, ValueError, OverflowError, RecursionError) as failure:
        raise ArgumentTypeError("response", body, f"cannot be sent as JSON: {failure}") from None


def _raw(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    for found in (value, getattr(value, "raw", None)):
        if is_mapping(found):
            return dict(found)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def respond(answer: Canned, call: RecordedCall, operation: Operation | None, number: int) -> LocalResponse:
    """Turn a prepared answer into status, headers and bytes; raises what it is to raise.

    A LocalResponse is sent as it is. Otherwise bytes and str are the body as it stands; anything else becomes
    JSON, put under "data" where Attio does.
    """
    if answer.raises is not None:
        raise _exception(answer.raises)
    response = answer.response
    if callable(response):
        produce: Callable[[RecordedCall], Any] = response
        response = produce(call)
    if isinstance(response, LocalResponse):
        return response
    kind = "application/json; charset=utf-8"
    if isinstance(response, bytes):
        body = response
    elif isinstance(response, str) and type(response) is str:
        body = response.encode()
        kind = (
            "text/html; charset=utf-8" if response.lstrip().startswith("<") else "text/plain; charset=utf-8"
        )
    elif answer.status == 204:
        body = b""
    else:
        body = encode(_completed(response, answer.status, operation))
    headers = {
        "content-type": kind,
        "x-attio-execution-id": f"00000000-0000-4000-8000-{number:012d}",
        **{name.lower(): str(value) for name, value in answer.headers.items()},
    }
    return LocalResponse(answer.status, list(headers.items()), body)


def _exception(raises: BaseException | type[BaseException]) -> BaseException:
    if isinstance(raises, BaseException):
        return raises
    try:
        return raises()
    except TypeError:  # those of httpx want a message
        return raises(f"stubbed {raises.__name__}")


def _completed(response: Any, status: int, operation: Operation | None) -> Any:
    if status >= 300:
        return _error(status) if response is None else response
    if operation is None or operation.id == _BARE:
        return {} if response is None else response
    if response is None:
        if operation.method == "DELETE":
            return {}
        response = [] if operation.id.startswith("list_") or operation.paging.startswith("offset") else {}
    if is_mapping(response) and ("data" in response or operation.method == "DELETE"):
        return response
    if operation.paging == "cursor":
        return {"data": response, "pagination": {"next_cursor": None}}
    return {"data": response}


def _error(status: int) -> dict[str, Any]:
    if status not in _ERRORS:
        return {}
    kind, code = _ERRORS[status]
    return {
        "status_code": status,
        "type": kind,
        "code": code,
        "message": f"Stubbed answer with status {status}.",
    }
