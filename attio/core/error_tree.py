"""The trunk of the tree of errors; the branches by status and by code are in the modules beside this one."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, Final

from attio.core.redact import HIDDEN
from attio.core.show import listing, nearest, short, sounds_secret

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attio.core.field_errors import FieldError
    from attio.core.snapshot import ResponseSnapshot

_PATH_LIMIT: Final = 200
_PLAIN: Final = (str, int, float, bool, type(None))


class Error(Exception):
    """Be the root of everything that this library raises.

    ``str()`` says in one line what a support person needs: status, code, method, path, message and request
    id.
    """

    code: str | None
    type: str | None
    http_status: int | None
    request_id: str | None
    response: ResponseSnapshot | None
    method: str | None
    path: str | None
    operation: str | None
    attempts: int
    maybe_sent: bool
    hints: tuple[str, ...]

    def __init__(
        self,
        message: str = "",
        *,
        code: str | None = None,
        type: str | None = None,
        http_status: int | None = None,
        request_id: str | None = None,
        response: ResponseSnapshot | None = None,
        method: str | None = None,
        path: str | None = None,
        operation: str | None = None,
        attempts: int = 0,
        maybe_sent: bool = False,
        hints: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.type = type
        self.http_status = http_status
        self.request_id = request_id
        self.response = response
        self.method = method
        self.path = path
        self.operation = operation
        self.attempts = attempts
        self.maybe_sent = maybe_sent
        self.hints = hints

    def __str__(self) -> str:
        head = " ".join(str(part) for part in (self.http_status, self.code) if part is not None)
        if self.method is not None and self.path is not None:
            route = f"{self.method} {_shortened(self.path)}"
            head = f"{head} on {route}" if head else route
        tail = [*self.hints]
        if isinstance(self, MaybeSentError):
            tail.append(MaybeSentError.advice)
        text = "; ".join(part for part in (self.message, *tail) if part)
        text = f"{head}: {text}" if head else text
        about = [] if self.attempts < 2 else [f"{self.attempts} attempts"]
        if self.request_id:
            about.append(f"request {self.request_id}")
        return f"{text} ({', '.join(about)})" if about else text

    def __repr__(self) -> str:
        return f"{builtins.type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_restore, (_recipe(builtins.type(self)), self.__dict__.copy(), self.args))


def _shortened(path: str) -> str:
    return path if len(path) <= _PATH_LIMIT else path[: _PATH_LIMIT - 3] + "..."


def _recipe(kind: type) -> tuple[type, ...] | type:
    # A combined class (error_table.combine) is made when it is first needed, so a pickle names its parts
    # instead.
    return getattr(kind, "_parts", None) or kind


def _restore(
    recipe: tuple[type[Error], ...] | type[Error], state: dict[str, Any], args: tuple[Any, ...]
) -> Error:
    if isinstance(recipe, tuple):
        from attio.core.error_table import combine

        recipe = combine(*recipe)
    error = recipe.__new__(recipe, *args)
    error.args = args
    error.__dict__.update(state)
    return error


AttioError = Error


class ConfigurationError(Error, ValueError):
    """A setting of the client is missing or wrong."""


class ClientClosedError(Error, RuntimeError):
    """The client, or the event loop it belongs to, is closed."""


class UnboundModelError(Error):
    """A model that belongs to no client was asked to do I/O; ``client.bind(model)`` gives it one."""


class MissingExtraError(Error, ImportError):
    """A feature needs an optional dependency that is not installed."""

    def __init__(self, extra: str, feature: str, package: str | None = None) -> None:
        needed = f" ({package} is missing)" if package else ""
        super().__init__(f"{feature} needs an extra{needed}: pip install 'attio-client[{extra}]'")
        self.extra = extra


class ArgumentError(Error, ValueError):
    """An argument was refused before anything was sent: ``.argument``, ``.value`` and ``.allowed`` say which."""

    def __init__(
        self,
        argument: str,
        value: object,
        problem: str,
        *,
        fix: str | None = None,
        allowed: Sequence[str] = (),
    ) -> None:
        text = f"{argument}: {problem} (got {short(value, argument)})"
        tips = [fix] if fix else []
        if allowed:
            tips.append(_suggestion(value, allowed))
        super().__init__("; ".join([text, *tips]))
        self.argument = argument
        self.value = HIDDEN if sounds_secret(argument) else value
        self.allowed = tuple(allowed)

    def __reduce__(self) -> tuple[Any, ...]:
        kind, (recipe, state, args) = super().__reduce__()
        if not isinstance(self.value, _PLAIN):
            # What was refused may be anything, also something that cannot be pickled or is megabytes long.
            state["value"] = short(self.value)
        return (kind, (recipe, state, args))


class ArgumentTypeError(ArgumentError, TypeError):
    """An argument is of a type that has no meaning there."""


class APIConnectionError(Error, builtins.ConnectionError):
    """No usable answer came: the connection failed, broke, or was not Attio's."""


class APITimeoutError(APIConnectionError, builtins.TimeoutError):
    """No answer came in time: a phase took longer than ``timeout_s``, or the call longer than ``deadline_s``."""


class DecodeError(Error):
    """A 2xx body is not what the API promises."""


class InvalidSignatureError(Error):
    """A webhook delivery was not signed with the webhook's secret."""


class MaybeSentError(Error):
    """An unsafe write whose outcome is unknown.

    What is raised is also its real cause's class (timeout, connection, 5xx). It was not sent again, because
    that could do it twice.
    """

    advice: Final = (
        "this write may have taken effect and was not sent again: read or list what it would have changed before"
        " repeating it"
    )


class ResponseError(Error):
    """Attio answered with an error status; ``.errors`` and ``.param`` name the fields where it said which."""

    errors: tuple[FieldError, ...] = ()
    param: str | None = None
    attribute: str | None = None
    allowed: tuple[str, ...] = ()


class ClientError(ResponseError):
    """Attio refused the request (4xx)."""


class ServerError(ResponseError):
    """Attio, or what stands before it, failed (5xx)."""


def _suggestion(value: object, allowed: Sequence[str]) -> str:

    near = nearest(value, allowed)
    return f"did you mean {near!r}? allowed: {listing(allowed)}" if near else f"allowed: {listing(allowed)}"
