from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime

import pytest

from attio.core.snapshot import Headers, ResponseSnapshot

RAW = [
    (b"Content-Type", b"application/json"),
    (b"X-Attio-Execution-Id", b"id-1"),
    (b"Set-Cookie", b"_cfuvid=secret"),
    (b"Vary", b"Origin"),
    (b"vary", b"Accept"),
    (b"Date", b"Sat, 16 May 2026 01:34:05 GMT"),
]


def test_headers_are_found_in_any_case_and_repeated_ones_joined() -> None:
    """Header names have no case, and a header sent twice is one value."""
    headers = Headers(RAW)
    assert headers["content-TYPE"] == "application/json"
    assert headers.get("VARY") == "Origin, Accept"
    assert "Date" in headers
    assert "nope" not in headers
    assert 1 not in headers
    assert len(headers) == 5
    assert headers.get("nope") is None
    with pytest.raises(KeyError):
        headers["nope"]


def test_a_snapshot_shows_and_pickles_no_cookie() -> None:
    """Neither a repr nor a pickle of a snapshot holds what a cookie said."""
    snapshot = ResponseSnapshot(200, Headers(RAW), 0.25)
    assert "_cfuvid=secret" not in repr(snapshot.headers)
    data = pickle.dumps(snapshot)
    assert b"_cfuvid=secret" not in data
    again = pickle.loads(data)
    assert again.status == 200
    assert dict(again.headers) == dict(snapshot.headers)
    assert copy.deepcopy(snapshot).headers["set-cookie"] == "[redacted]"


def test_a_snapshot_names_the_request_its_date_and_its_cost() -> None:
    """Request id, server time and query score are read from the headers, None where there are none."""
    snapshot = ResponseSnapshot(200, Headers([*RAW, (b"x-attio-record-query-score", b"12")]))
    assert snapshot.request_id == "id-1"
    assert snapshot.date == datetime(2026, 5, 16, 1, 34, 5, tzinfo=UTC)
    assert snapshot.query_score == 12.0
    bare = ResponseSnapshot(200, Headers())
    assert bare.request_id is None
    assert bare.date is None
    assert bare.query_score is None
    assert ResponseSnapshot(200, Headers([(b"x-attio-record-query-score", b"?")])).query_score is None


def test_a_snapshot_is_frozen_and_prints_its_facts() -> None:
    """A snapshot cannot be changed, and its repr says status, request and size."""
    snapshot = ResponseSnapshot(404, Headers(RAW), 0.25, b"{}")
    with pytest.raises(AttributeError):
        snapshot.status = 200  # type: ignore[misc]
    assert repr(snapshot) == "<ResponseSnapshot 404 request=id-1 250 ms body=2 bytes>"
    assert repr(ResponseSnapshot(200, Headers())) == "<ResponseSnapshot 200 request=None 0 ms>"
