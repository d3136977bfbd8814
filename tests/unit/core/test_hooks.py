from __future__ import annotations

import logging
from typing import Any

import pytest

from attio.core.hooks import Hooks, RequestEvent, notify
from attio.core.logging import library_logger, log_attempt, wants_debug


def event() -> RequestEvent:
    return RequestEvent(operation="list_objects", method="GET", path="/v2/objects", attempt=1)


def test_a_raising_hook_is_logged_and_dropped(caplog: pytest.LogCaptureFixture) -> None:
    """What a hook raises goes to the log by its type, not to the caller and not with its message."""

    def hook(event: Any) -> None:
        raise ValueError("secret inside")

    with caplog.at_level(logging.WARNING, logger="attio"):
        notify(hook, event())
    assert "hook" in caplog.text
    assert "ValueError" in caplog.text
    assert "secret inside" not in caplog.text


def test_joined_hooks_are_all_called() -> None:
    """Each of several hooks sees the event, also after one that raised."""
    seen: list[str] = []

    def broken(event: Any) -> None:
        seen.append("broken")
        raise ValueError

    hooks = Hooks.all(
        Hooks(on_request=broken), Hooks(), Hooks(on_request=lambda event: seen.append("second"))
    )
    assert hooks.on_wait is None
    assert hooks.on_request is not None
    hooks.on_request(event())
    assert seen == ["broken", "second"]


def test_the_logger_is_silent_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    """Without any configuration of logging nothing is printed, not even a warning."""
    logger = library_logger()
    assert logger.name == "attio"
    assert any(isinstance(handler, logging.NullHandler) for handler in logger.handlers)
    before = logging.root.handlers[:]
    logging.root.handlers[:] = []
    try:
        logger.warning("nobody asked")
    finally:
        logging.root.handlers[:] = before
    assert capsys.readouterr() == ("", "")


def test_the_line_of_an_attempt(caplog: pytest.LogCaptureFixture) -> None:
    """One line says operation, method, path, status, time, attempt and request id."""
    with caplog.at_level(logging.DEBUG, logger="attio"):
        log_attempt(
            library_logger(),
            operation="",
            method="GET",
            path="/v2/x",
            status=200,
            elapsed_s=0.0123,
            attempt=2,
            request_id=None,
        )
    assert caplog.messages == ["request GET /v2/x -> 200 in 12.3 ms (attempt 2, request -)"]


def test_loggers_without_levels_are_served() -> None:
    """A logger of another library that has no levels gets every line."""
    assert wants_debug(object()) is True
    assert wants_debug(logging.getLogger("attio.nobody")) is False
