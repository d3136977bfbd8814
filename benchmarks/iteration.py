"""Going through 100,000 records: how much memory grows, and what keeping one record of each page costs."""

from __future__ import annotations

import gc
import json
import resource
import tracemalloc

import httpx

from attio import Attio

PAGE, ROWS = 500, 100_000


def transport() -> httpx.MockTransport:
    """Serve pages by key: rows of about a kilobyte, made on demand."""

    def row(number: int) -> dict[str, object]:
        made = f"2026-01-01T00:{number // 60000:02d}:{number // 1000 % 60:02d}.{number % 1000:03d}000000Z"
        stamp = {
            "active_from": made,
            "active_until": None,
            "created_by_actor": {"type": "system", "id": None},
        }
        return {
            "id": {
                "workspace_id": "w",
                "object_id": "o",
                "record_id": f"{number:08d}-0000-4000-8000-000000000000",
            },
            "created_at": made,
            "values": {
                "created_at": [{**stamp, "attribute_type": "timestamp", "value": made}],
                "name": [{**stamp, "attribute_type": "text", "value": f"Company {number}"}],
                "domains": [
                    {**stamp, "attribute_type": "domain", "domain": f"c{number}.example", "root_domain": "x"}
                ],
                "description": [{**stamp, "attribute_type": "text", "value": "x" * 200}],
            },
        }

    times: dict[str, int] = {}

    def answer(request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)
        since = asked.get("filter", {}).get("created_at", {}).get("$gte")
        start = times.get(since, 0) + asked.get("offset", 0)
        rows = [row(number) for number in range(start, min(start + asked["limit"], ROWS))]
        times.clear()
        times.update({item["created_at"]: start + index for index, item in enumerate(rows)})
        return httpx.Response(200, content=json.dumps({"data": rows}).encode())

    return httpx.MockTransport(answer)


def main() -> None:
    client = Attio(api_key="k" * 64, transport=transport(), rate_limiter="off")
    next(iter(client.companies.iterate(page_size=PAGE)))
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    count = sum(1 for record in client.companies.iterate(page_size=PAGE) if record["name"])
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert count == ROWS, count
    print(f"iterating {count} records: peak memory grows {grown:.1f} MB  (bar 60)")
    tracemalloc.start()
    gc.collect()
    before_b = tracemalloc.get_traced_memory()[0]
    kept = [
        record
        for number, record in enumerate(client.companies.iterate(max_items=100 * PAGE))
        if number % PAGE == 0
    ]
    gc.collect()
    grown_b = (tracemalloc.get_traced_memory()[0] - before_b) / 1e6
    print(f"keeping {len(kept)} of {100 * PAGE}: {grown_b:.1f} MB  (bar 10)")


if __name__ == "__main__":
    main()
