"""The local workspace: create + get without a client, through the client against bare httpx, and at 100,000 records."""

from __future__ import annotations

import gc
import json
import resource
import time
from collections.abc import Callable

import httpx

from attio import Attio
from attio.testing import LocalWorkspace

ROUNDS, PAIRS = 30, 60


def best(work: Callable[[], object]) -> float:
    """The fastest of several rounds, in seconds for one piece of work."""
    found = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        start = time.perf_counter()
        for _ in range(PAIRS):
            work()
        found = min(found, (time.perf_counter() - start) / PAIRS)
    return found


def once(work: Callable[[], object]) -> float:
    """The fastest of five, in seconds."""
    found = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        work()
        found = min(found, time.perf_counter() - start)
    return found


def pair_of_a_workspace() -> tuple[float, bytes]:
    """Create and get a person through `handle` alone; gives the time and a record's JSON."""
    workspace = LocalWorkspace(random_seed="pair")
    headers = {"authorization": f"Bearer {workspace.token}", "content-type": "application/json"}
    body = b'{"data": {"values": {"name": "Ada Lovelace", "job_title": "Engineer"}}}'
    bodies: list[bytes] = []

    def work() -> None:
        made = workspace.handle("POST", "/v2/objects/people/records", headers=headers, body=body)
        record_id = made.json()["data"]["id"]["record_id"]
        got = workspace.handle("GET", f"/v2/objects/people/records/{record_id}", headers=headers)
        assert got.status == 200
        bodies[:] = [got.body]

    return best(work), bodies[0]


def pair_of_a_client() -> float:
    """Create and get a person through the client and the workspace."""
    client = Attio(transport=LocalWorkspace(random_seed="pair").transport(), schema="off")
    values = {"name": "Ada Lovelace", "job_title": "Engineer"}

    def work() -> None:
        made = client.people.create(values)
        assert client.people.get(made.id)["job_title"] == "Engineer"

    return best(work)


def pair_of_bare_httpx(answer: bytes) -> float:
    """Post and get the same JSON through httpx and a mock transport, decoded by json."""

    def respond(request: httpx.Request) -> httpx.Response:
        json.loads(request.content or b"null")
        return httpx.Response(200, content=answer, headers={"content-type": "application/json"})

    url = "https://api.attio.com/v2/objects/people/records"
    body = {"data": {"values": {"name": [{"full_name": "Ada Lovelace"}], "job_title": ["Engineer"]}}}
    with httpx.Client(
        transport=httpx.MockTransport(respond), headers={"authorization": "Bearer " + "k" * 64}
    ) as client:

        def work() -> None:
            made = client.post(url, json=body).json()
            record_id = made["data"]["id"]["record_id"]
            assert client.get(f"{url}/{record_id}").json()["data"]["values"]["job_title"]

        return best(work)


def big() -> None:
    """Build the big seed, and query it."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    workspace = LocalWorkspace("big")
    seconds = time.perf_counter() - start
    used = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    people = workspace.state.find_object("people")
    assert people is not None
    assert len(people.rows) == 100_000
    print(f"seed big, {len(people.rows):,} people: {seconds:.1f} s, {used:.0f} MB  (bars 15 s, 600 MB)")
    path = "/v2/objects/people/records/query"
    row = workspace.request("POST", path, {"limit": 1, "offset": 70_000}).json()["data"][0]
    address = row["values"]["email_addresses"][0]["email_address"]

    def equal() -> None:
        found = workspace.request("POST", path, {"filter": {"email_addresses": address}, "limit": 1})
        assert len(found.json()["data"]) == 1

    def page() -> None:
        assert workspace.request("POST", path, {"limit": 500}).status == 200

    print(f"query by an indexed attribute: {once(equal) * 1e3:.2f} ms  (bar 5 ms)")
    print(f"page of 500: {once(page) * 1e3:.1f} ms  (bar 30 ms)")


def main() -> None:
    handle, answer = pair_of_a_workspace()
    print(f"workspace.handle, create + get: {handle * 1e6:.0f} us  (bar 200 us)")
    bare = pair_of_bare_httpx(answer)
    client = pair_of_a_client()
    print(f"the same pair on bare httpx and a mock transport: {bare * 1e6:.0f} us = 1.00")
    print(f"client + workspace: {client * 1e6:.0f} us = {client / bare:.2f}  (bar 3.00)")
    big()


if __name__ == "__main__":
    main()
