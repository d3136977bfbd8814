"""Every operation, sync and async: what goes out is what Attio takes, what comes back is all there."""

from __future__ import annotations

import inspect
import json
import ssl
from functools import partial
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from attio import Attio, RecordRef
from attio_openapi.operations import OPERATIONS
from tests.contract.calls import CALLS
from tests.contract.sampling import ROUTES, samples
from tests.contract.server import (
    KEY,
    WORLDS,
    Server,
    answer,
    check_request,
    check_result,
    run,
    success,
    touch,
)


def _values(operation: str) -> list[Any]:
    return [sample.value for sample in samples(operation)] or [None]


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_succeeds(operation: str, world: str) -> None:
    """One valid request, and from each answer that the spec allows a whole result of the right world."""
    row = CALLS[operation]
    for value in _values(operation):
        answers = success(operation, value)
        server = Server(*answers)
        result = run(world, row, server)
        assert len(server.asked) == len(answers)
        check_request(operation, server.asked[0])
        check_result(row, world, value, result)
        touch(result)
        assert server.waited_s == 0


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_way_of_calling_sends_a_valid_request(operation: str, world: str) -> None:
    """Also with all of its arguments, an operation sends one request that Attio takes, the same in both worlds."""
    row = CALLS[operation]
    for at in range(len(row.calls)):
        value = _values(operation)[0]
        server = Server(*success(operation, value))
        run(world, partial(row, at=at), server)
        check_request(operation, server.asked[0])
        _check_places(operation, at, server.asked[0])


def _check_places(operation: str, at: int, request: httpx.Request) -> None:
    """What was given is where it belongs: in the path, in the query or in the body, under its own name."""
    row = CALLS[operation]
    call = row.calls[at]
    with Attio(api_key=KEY, transport=Server()) as client:
        given = inspect.signature(row.method(client)).bind(*call.values, **call.names).arguments
    path = request.url.raw_path.decode().partition("?")[0].split("/")
    for step, known in zip(path, ROUTES[operation][1].split("/"), strict=True):
        name = known.strip("{}").removesuffix("_slug_or_id").removesuffix("_id_or_title")
        if known == name:
            assert step == known
        elif name == "target":
            assert step == ("objects" if "object" in given else "lists")
        elif name == "identifier":
            assert step == given.get("object", given.get("list"))
        else:
            assert unquote(step) == given[name]
    for name, text in request.url.params.multi_items():
        if isinstance(given.get(name), (str, int)):
            assert text == json.dumps(given[name]).strip('"')
    for name, value in _body(request).items():
        # Members, sorts and defaults go out as objects; what is plain stays plain.
        if isinstance(given.get(name), (str, int)) and not isinstance(value, (dict, list)):
            assert value == given[name]


def _body(request: httpx.Request) -> dict[str, Any]:
    if not request.headers.get("content-type", "").startswith("application/json"):
        return {}
    body: dict[str, Any] = json.loads(request.content)
    return {**body, **body["data"]} if "data" in body else body


@pytest.mark.parametrize("world", WORLDS)
def test_a_merge_that_is_under_way_is_accepted(world: str) -> None:
    """200 and 202 mean the same to a merge: the new id is known."""
    row, value = CALLS["merge_records"], samples("merge_records")[0].value
    for status in OPERATIONS["merge_records"].success:
        found = run(world, row, Server(answer(status, value)))
        assert found == RecordRef("people", value["data"]["new_record_id"])


@pytest.mark.parametrize("world", WORLDS)
def test_a_given_transport_is_all_that_is_made(world: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No operation makes a connection pool or an SSL context of its own, which would cost 20 ms a client."""

    def made(*_: Any, **__: Any) -> None:
        raise AssertionError("the client made something that it was given")

    for name in ("HTTPTransport", "AsyncHTTPTransport"):
        monkeypatch.setattr(httpx, name, made)
    monkeypatch.setattr(ssl, "create_default_context", made)
    for operation, row in CALLS.items():
        run(world, row, Server(*success(operation, _values(operation)[0])))


@pytest.mark.parametrize("world", WORLDS)
def test_the_raw_answer_is_beside_the_result(world: str) -> None:
    """`with_raw_response` gives the very bytes of every operation, and the result as ever."""
    for operation, row in CALLS.items():
        value = _values(operation)[0]
        if operation == "download_file":
            continue
        raw = run(world, lambda client: row(client.with_raw_response), Server(*success(operation, value)))
        check_result(row, world, value, raw.parsed)
        assert raw.content == (b"" if value is None else json.dumps(value).encode())
