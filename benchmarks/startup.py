"""Starting: what `import attio` and a new process's first record cost, next to httpx alone.

Whole processes, the fastest of many, net of an interpreter that does nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

TRIES = 25

BODY = """
import json
row = {"id": {"workspace_id": "w", "object_id": "o", "record_id": "r"}, "created_at": "2026-01-01T00:00:00.000000000Z",
       "values": {"name": [{"attribute_type": "text", "value": "x", "active_from": "2026-01-01T00:00:00.000000000Z"}]}}
body = json.dumps({"data": [row] * 5}).encode()
"""
BARE = (
    BODY
    + """
import httpx
client = httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(200, content=body)))
answer = client.post("https://api.attio.com/v2/objects/companies/records/query", json={"limit": 5})
assert answer.json()["data"][0]["values"]["name"][0]["value"] == "x"
"""
)
OURS = (
    BODY
    + """
import httpx
from attio import Attio
client = Attio(api_key="k" * 64, transport=httpx.MockTransport(lambda request: httpx.Response(200, content=body)))
assert client.companies.list(limit=5)[0]["name"] == "x"
"""
)
ENDPOINT = "import attio_openapi.api.records.upsert_record"


def seconds(codes: list[str]) -> list[float]:
    """Take turns, so that a busy moment of the machine hits all alike; the fastest of each counts."""
    found = [float("inf")] * len(codes)
    for _ in range(TRIES):
        for index, code in enumerate(codes):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
            )
            found[index] = min(found[index], time.perf_counter() - start)
    return found


def main() -> None:
    nothing, httpx, attio, bare, ours, endpoint = seconds(
        ["pass", "import httpx", "import attio", BARE, OURS, ENDPOINT]
    )
    base = httpx - nothing
    print(f"interpreter {nothing * 1e3:.0f} ms; import httpx {base * 1e3:.0f} ms net = 1.00")
    print(f"import attio                      {(attio - nothing) / base:5.2f}  (bar 0.35)")
    print(f"import one generated endpoint     {(endpoint - nothing) / base:5.2f}  (bar 1.50)")
    print(f"first record: bare httpx {(bare - nothing) * 1e3:.0f} ms = 1.00")
    print(f"first record: attio               {(ours - nothing) / (bare - nothing):5.2f}  (bar 1.40)")


if __name__ == "__main__":
    main()
