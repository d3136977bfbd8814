"""Fetch or read a spec, and keep the record of where it came from."""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.normalize.problems import SourceError, TableError

LIVE_SPEC = "https://api.attio.com/openapi/api"
OFFLINE = "offline: make regen SPEC=openapi/attio.json"
ADDRESS = r"https?://"
TIMEOUT_S = 30
RECORD = re.compile(r"(<!-- written by regen -->\n).*?(<!-- end -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source:
    """A spec as it was read: where from, its digest, its content."""

    location: str
    sha256: str
    document: Any


def read_source(location: str) -> Source:
    """Read a spec from an http(s) address or a file; SourceError says in one line what went wrong."""
    raw = _fetch(location) if re.match(ADDRESS, location) else _read(Path(location))
    try:
        document = json.loads(raw)
    except ValueError as error:
        raise SourceError(f"{location} is not JSON ({error}); {OFFLINE}") from None
    return Source(location, hashlib.sha256(raw).hexdigest(), document)


def _fetch(address: str) -> bytes:
    request = urllib.request.Request(
        address, headers={"Accept": "application/json", "User-Agent": "attio-client-regen"}
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as response:
            body: bytes = response.read()
            return body
    except urllib.error.HTTPError as error:
        error.close()
        raise SourceError(f"cannot fetch {address} ({error.code} {error.reason}); {OFFLINE}") from None
    except (http.client.HTTPException, OSError) as error:
        reason = getattr(error, "reason", None) or error
        raise SourceError(f"cannot fetch {address} ({reason}); {OFFLINE}") from None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot read {path} ({error.strerror}); {OFFLINE}") from None


def with_record(text: str, source: Source, date: str) -> str:
    """Return SOURCE.md with its record of the spec replaced: address, date, sha256."""
    # Of a file only the name: where it lay is nobody's business.
    place = source.location if re.match(ADDRESS, source.location) else Path(source.location).name
    record = f"- spec: {place}\n- read on: {date}\n- sha256: {source.sha256}\n"
    result, count = RECORD.subn(lambda match: f"{match[1]}{record}{match[2]}", text)
    if count != 1:
        raise TableError(
            "openapi/SOURCE.md has lost the block that regen writes (<!-- written by regen --> ... <!-- end -->)"
        )
    return result
