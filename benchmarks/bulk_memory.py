"""100,000 upserts from a generator: how much memory a run takes, with and without a journal.

Prints the growth of the process's peak (after a run of 1,000 rows that brings everything in), and what the
report holds at the end.

    python -m benchmarks.bulk_memory [rows]
"""

from __future__ import annotations

import asyncio
import gc
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from attio import AsyncAttio, Attio

ROWS = 100_000


def rows(count: int) -> Iterator[dict[str, Any]]:
    """Rows of a kilobyte, one after the other."""
    for at in range(count):
        yield {
            "email_addresses": [f"p{at}@bench.example"],
            "job_title": f"No {at}",
            "description": "x" * 1_000,
        }


def answer(request: httpx.Request) -> httpx.Response:
    """Answer every upsert with a record of its own."""
    if request.url.path == "/v2/self":
        return httpx.Response(200, json={"active": True, "workspace_id": "w-1", "scope": ""})
    number = int(request.content.partition(b"@bench")[0].rpartition(b"p")[2])
    own = f"{number:08d}-0000-4000-8000-000000000000"
    body = (
        b'{"data":{"id":{"record_id":"%s"},"created_at":"2026-01-01T00:00:00.000000000Z","values":{}}}'
        % own.encode()
    )
    return httpx.Response(200, content=body, headers={"date": "Thu, 01 Jan 2026 00:00:00 GMT"})


def run(kind: str, count: int, journal: Path | None) -> Any:
    """Upsert so many rows."""
    options: Any = {"api_key": "k" * 64, "transport": httpx.MockTransport(answer), "rate_limiter": "off"}
    settings: Any = {"matching": "email_addresses", "journal": journal}
    if kind == "sync":
        with Attio(**options) as client:
            return client.people.bulk_upsert(rows(count), **settings)

    async def main() -> Any:
        async with AsyncAttio(**options) as client:
            return await client.people.bulk_upsert(rows(count), **settings)

    return asyncio.run(main())


def peak_mb() -> float:
    """The most memory that this process has had."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        for number, (kind, journalled) in enumerate([("async", False), ("sync", False), ("async", True)]):
            run(kind, 1_000, Path(folder) / f"warm{number}.db" if journalled else None)
            gc.collect()
            before, began = peak_mb(), time.perf_counter()
            report = run(kind, count, Path(folder) / f"{number}.db" if journalled else None)
            took = time.perf_counter() - began
            held = len(report.results._codes) + len(report.results._ids)
            print(
                f"{kind:<6} {'journal' if journalled else 'plain':<8} {len(report.results)} rows: peak grows "
                f"{peak_mb() - before:5.1f} MB, results hold {held / 1e6:.1f} MB, {count / took:,.0f} rows/s without a limit"
            )


if __name__ == "__main__":
    main()
