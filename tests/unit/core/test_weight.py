"""What the core costs: imports, and time a call."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

KEY = "k" * 64


def test_what_is_light_imports_nothing_heavy() -> None:
    """Errors, settings, arguments, pages and snapshots do not load httpx, asyncio, logging or the table."""
    heavy = [
        "httpx",
        "asyncio",
        "logging",
        "dataclasses",
        "attr",
        "dateutil",
        "email",
        "ssl",
        "difflib",
        "attio_openapi.operations",
    ]
    for module in ("errors", "config", "arguments", "pages", "snapshot", "redact", "defaults", "hooks"):
        code = f"import sys, attio.core.{module}; print([name for name in {heavy!r} if name in sys.modules])"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]", (module, done.stdout)


def test_a_request_costs_little_over_httpx(tools: Any) -> None:
    """With limiter and retries on, a small call takes at most 1.7 times what httpx alone takes, in this process."""
    import httpx

    from attio.core.limits import InProcessLimiter, Lane

    class Wide(InProcessLimiter):
        def reserve(self, key: str, lanes: Any, now: float, **more: Any) -> Any:
            return super().reserve(key, [Lane(lane.name, 1e9) for lane in lanes], now, **more)

    body = {"data": {"title": "x", "content": "y" * 100}}

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=body)

    client = httpx.Client(
        transport=httpx.MockTransport(answer),
        base_url="https://api.attio.com",
        headers={"Authorization": "Bearer x"},
    )
    session = tools.session(answer, rate_limiter=Wide())
    request = tools.request("create_note", body=body)

    def measured(work: Any) -> float:
        best = float("inf")
        for _ in range(5):
            started = time.perf_counter()
            for _ in range(100):
                work()
            best = min(best, time.perf_counter() - started)
        return best

    measured(lambda: session.send(request).json())
    ratio = measured(lambda: session.send(request).json()) / measured(
        lambda: client.post("/v2/notes", json=body).json()
    )
    client.close()
    # A tracer that counts our lines, and not those of httpx, leaves nothing to compare.
    assert ratio <= 1.7 or sys.gettrace() is not None
