"""Reading values: what parsing and reading a page of 500 company records costs, next to json.loads.

Prints ratios of one run, the best of several tries each; the page is the recorded one with its rows repeated.

    python benchmarks/values_read.py [path to companies_query.json]
"""

from __future__ import annotations

import gc
import json
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from attio.records.data import RecordData, decode_page

ROWS = 500
TRIES = 15
RECORDED = Path(__file__).parents[2] / "shared" / "real-traffic" / "companies_query.json"


def page(path: Path, rows: int = ROWS) -> bytes:
    """Repeat the recorded rows, each with an id of its own, into one page."""
    recorded = json.loads(path.read_text())["interactions"][0]["response"]["body"]["data"]
    out = []
    for number in range(rows):
        row = json.loads(json.dumps(recorded[number % len(recorded)]))
        row["id"]["record_id"] = f"{number:08d}-0000-4000-8000-000000000000"
        out.append(row)
    return json.dumps({"data": out}, separators=(",", ":"), ensure_ascii=False).encode()


def best(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest try."""
    found = float("inf")
    for _ in range(TRIES):
        gc.collect()
        start = time.perf_counter()
        work()
        found = min(found, time.perf_counter() - start)
    return found


def one_attribute(body: bytes) -> None:
    for record in decode_page(body, RecordData, scope="companies"):
        record["name"]


def every_value(body: bytes) -> None:
    for record in decode_page(body, RecordData, scope="companies"):
        for values in record.values.values():
            for value in values:
                value.plain


def every_field(body: bytes) -> None:
    for record in decode_page(body, RecordData, scope="companies"):
        for values in record.values.values():
            for value in values:
                value.plain, value.active_from, value.active_until, value.created_by


def kept(body: bytes, pages: int = 100) -> float:
    """Return the MB that one kept record of each page costs, every value of it read."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    keep = []
    for _ in range(pages):
        record = decode_page(bytes(bytearray(body)), RecordData, scope="companies")[250]
        record.to_dict(plain=True)
        keep.append(record)
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(keep) == pages
    return (after - before) / 1e6


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else RECORDED
    if not path.exists():
        print(f"no recorded page at {path}: give its path as the argument")
        return
    body = page(path)
    loads = best(lambda: json.loads(body))
    print(f"page of {ROWS} companies: {len(body) / 1e6:.1f} MB, json.loads {loads * 1e3:.1f} ms = 1.00")
    for name, work, bar in (
        ("parse, read one attribute of each", one_attribute, "<= 0.50"),
        ("parse, read every value", every_value, "<= 4.00"),
        ("parse, read every value, who and when", every_field, ""),
    ):
        print(f"{name:<40} {best(lambda: work(body)) / loads:.2f}  {bar}")
    print(f"{'1 record of each page kept, 100 pages':<40} {kept(body):.1f} MB  <= 10 MB")


if __name__ == "__main__":
    main()
