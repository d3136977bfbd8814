"""The local workspace over uvicorn: requests a second on loopback, by wrk where it is installed, else by asyncio.

Server and load share the machine's cores, so the figure is that of both together.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import time

from attio.testing import FULL_ACCESS_TOKEN as TOKEN

SECONDS, CONNECTIONS = 6, 16
HEADER = f"Authorization: Bearer {TOKEN}"


def by_wrk(url: str) -> float:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", HEADER, url]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in text, text
    found = re.search(r"Requests/sec:\s+([\d.]+)", text)
    assert found is not None, text
    return float(found[1])


async def by_asyncio(url: str) -> float:
    host, _, rest = url.removeprefix("http://").partition(":")
    port, _, path = rest.partition("/")
    request = f"GET /{path} HTTP/1.1\r\nhost: {host}\r\n{HEADER}\r\n\r\n".encode()
    end = time.perf_counter() + SECONDS
    done = 0

    async def ask() -> None:
        nonlocal done
        reader, writer = await asyncio.open_connection(host, int(port))
        while time.perf_counter() < end:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200")
            length = re.search(rb"content-length: (\d+)", head)
            assert length is not None
            await reader.readexactly(int(length[1]))
            done += 1
        writer.close()

    await asyncio.gather(*(ask() for _ in range(CONNECTIONS)))
    return done / SECONDS


def main() -> None:
    command = [sys.executable, "-m", "attio.testing", "serve", "--port", "0", "--seed", "demo"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        url = next(found[1] for line in server.stdout if (found := re.search(r"page +(http://\S+)/", line)))
        print(f"{os.cpu_count()} cores, {CONNECTIONS} connections")
        for path in ("/v2/self", "/v2/objects", "/v2/workspace_members"):
            if shutil.which("wrk"):
                print(f"GET {path} by wrk: {by_wrk(url + path):.0f} requests/s  (bar 800)")
            print(f"GET {path} by asyncio: {asyncio.run(by_asyncio(url + path)):.0f} requests/s  (bar 800)")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
