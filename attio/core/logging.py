"""The logger ``attio``: silent until an application asks; one line per request at DEBUG, never a token or a body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import logging

_logger: logging.Logger | None = None


def library_logger() -> logging.Logger:
    """Give the logger ``attio``; logging is imported when it is first asked for."""
    global _logger  # noqa: PLW0603 - made once
    if _logger is None:
        import logging

        made = logging.getLogger("attio")
        made.addHandler(logging.NullHandler())
        _logger = made
    return _logger


def wants_debug(logger: Any) -> bool:
    """Tell whether a line at DEBUG would be seen by anybody."""
    return logger.isEnabledFor(10) if hasattr(logger, "isEnabledFor") else True


def log_attempt(
    logger: Any,
    *,
    operation: str,
    method: str,
    path: str,
    status: int | str,
    elapsed_s: float,
    attempt: int,
    request_id: str | None,
) -> None:
    """Write the one line of an attempt."""
    logger.debug(
        "%s %s %s -> %s in %.1f ms (attempt %d, request %s)",
        operation or "request",
        method,
        path,
        status,
        elapsed_s * 1000,
        attempt,
        request_id or "-",
    )
