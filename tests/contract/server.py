"""A server that answers as it is told, on a clock that only moves when somebody waits."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterable
from email.utils import formatdate
from typing import Any

import httpx

import attio
from attio import AsyncAttio, Attio
from attio.core.clock import Clock
from attio.core.reply import Reply
from attio_openapi.operations import OPERATIONS
from tests.contract.calls import Row
from tests.contract.sampling import (
    ROUTES,
    SCHEMAS,
    body_validator,
    branches,
    problems,
    schema_of_body,
    validator,
)

REQUEST_ID = "c0deb022-5b1a-4e57-9f3c-0123456789ab"
KEY = "k" * 64
FILE = b"%PDF-1.7 \x00\xff not text"
STORAGE = "https://files.example.net/signed/file?signature=s3cret"
WORLDS = ("sync", "async")

Answer = Callable[[httpx.Request], httpx.Response]


class StillClock(Clock):
    """Time passes by waiting only, and chance is always the same."""

    def __init__(self) -> None:
        self.at = 1000.0
        self.waits: list[float] = []

    def monotonic(self) -> float:
        """Seconds so far."""
        return self.at

    def now(self) -> float:
        """A day in 2026."""
        return 1_780_000_000.0 + self.at

    def random(self) -> float:
        """Half."""
        return 0.5

    def sleep(self, seconds: float) -> None:
        """Note the wait."""
        self.waits.append(seconds)
        self.at += seconds

    async def asleep(self, seconds: float) -> None:
        """Note the wait."""
        self.sleep(seconds)


class Server(httpx.MockTransport):
    """Gives its answers one after the other, and fails the test when more is asked."""

    def __init__(self, *answers: Answer | Exception) -> None:
        super().__init__(self._answer)
        self.attio_clock = StillClock()
        self.answers = list(answers)
        self.asked: list[httpx.Request] = []

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        if not self.answers:
            raise AssertionError(f"asked {len(self.asked)} times: {request.method} {request.url}")
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer(request)

    @property
    def waited_s(self) -> float:
        """Seconds that somebody waited."""
        return sum(self.attio_clock.waits)


def answer(
    status: int = 200,
    value: Any = None,
    *,
    body: bytes | None = None,
    request_id: str | None = REQUEST_ID,
    **headers: str,
) -> Answer:
    """An answer of Attio's: JSON, or bytes as they are."""
    content = json.dumps(value).encode() if body is None else body
    named = {name.replace("_", "-"): text for name, text in headers.items()}

    if request_id is not None:
        named["x-attio-execution-id"] = request_id

    def give(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, content=content, headers={"content-type": "application/json", **named})

    return give


def success(operation: str, value: Any) -> list[Answer]:
    """The answers of a call that goes well, one for each request that it takes."""
    if operation == "download_file":
        return [answer(302, body=b"", location=STORAGE), answer(body=FILE, content_type="application/pdf")]
    status = OPERATIONS[operation].success[-1]
    return [answer(status, body=b"") if status == 204 else answer(status, value)]


def too_many(*, wait_s: int) -> Answer:
    """A 429 of a server whose clock is years ahead, to be repeated at a date."""
    served = 1_900_000_000.0
    return answer(
        429,
        {
            "status_code": 429,
            "type": "rate_limit_error",
            "code": "rate_limit_exceeded",
            "message": "Rate limit exceeded",
        },
        date=formatdate(served, usegmt=True),
        retry_after=formatdate(served + wait_s, usegmt=True),
    )


def failing(
    status: int, type_: str = "api_error", code: str = "internal_error", spelling: str = "status_code"
) -> Answer:
    """An error answer in Attio's shape."""
    return answer(status, {spelling: status, "type": type_, "code": code, "message": f"It is {code}."})


def run(
    world: str,
    call: Callable[[Any], Any],
    server: httpx.MockTransport,
    *,
    clock: Clock | None = None,
    **options: Any,
) -> Any:
    """Make a call through a client of one world; with a clock the event loop goes by it too."""
    settings: dict[str, Any] = {"api_key": KEY, "transport": server, "schema": "off", **options}
    if world == "sync":
        with Attio(**settings) as client:
            return call(client)

    async def main() -> Any:
        async with AsyncAttio(**settings) as client:
            return await call(client)

    with asyncio.Runner() as runner:
        if clock is not None:
            runner.get_loop().time = clock.monotonic  # type: ignore[method-assign]
        return runner.run(main())


def public_class(name: str, world: str) -> Any:
    """The class of one world that a name of the table means."""
    if name.endswith("Data"):
        from attio.records import correspondence, results

        return getattr(results, name, None) or getattr(correspondence, name)
    return getattr(attio, name if world == "sync" else f"Async{name}")


# What is sent


def check_request(operation: str, request: httpx.Request) -> None:
    """A request is one that the operation takes: route, query, headers and body."""
    method, template, described = ROUTES[operation]
    assert request.method == method
    assert request.url.host == "api.attio.com"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    parameters = described.get("parameters", [])
    path = request.url.raw_path.decode().partition("?")[0]
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(template))
    found = re.fullmatch(pattern, path)
    assert found, f"{path} is not {template}"
    for parameter in parameters:
        name, schema = parameter["name"], parameter["schema"]
        if parameter["in"] == "path":
            assert not problems(validator(schema), found[name])
    query = request.url.params.multi_items()
    known = {parameter["name"]: parameter for parameter in parameters if parameter["in"] == "query"}
    names = [name for name, _ in query]
    assert len(set(names)) == len(names), f"given twice: {names}"
    for name, text in query:
        assert name in known, f"{operation} has no parameter {name}"
        assert not problems(validator(known[name]["schema"]), _read(text, known[name]["schema"])), (
            name,
            text,
        )
    for name, parameter in known.items():
        assert name in names or not parameter["required"], f"{name} is missing"
    check_body(operation, request)


def _read(text: str, schema: dict[str, Any]) -> Any:
    kinds = schema.get("type", ())
    if "integer" in kinds or "number" in kinds:
        return json.loads(text)
    if "boolean" in kinds:
        return {"true": True, "false": False}.get(text, text)
    return text


def check_body(operation: str, request: httpx.Request) -> None:
    """A body is there where there has to be one, and is what the operation takes."""
    expected = schema_of_body(operation)
    content = request.content
    if expected is None:
        assert not content
        assert "content-type" not in request.headers
        return
    media = request.headers["content-type"]
    assert media.partition(";")[0] == expected[0]
    body = json.loads(content) if expected[0] == "application/json" else form(request)
    assert problems(body_validator(operation), body) == []


def form(request: httpx.Request) -> dict[str, str]:
    """The fields of a multipart body, read the way servers do."""
    from email.message import EmailMessage
    from email.parser import BytesParser
    from email.policy import HTTP

    head = f"content-type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.content)
    fields: dict[str, str] = {}
    for part in message.iter_parts():
        assert isinstance(part, EmailMessage)
        name = part.get_param("name", header="content-disposition")
        assert isinstance(name, str)
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        fields[name] = content.decode("latin-1").rstrip("\r\n")
    return fields


def sent_members(operation: str, request: httpx.Request) -> set[str]:
    """Names of what a request gives: query parameters, and members of the body (below ``data``)."""
    members = {name for name, _ in request.url.params.multi_items()}
    if not request.content:
        return members
    if request.headers["content-type"].startswith("multipart/"):
        return members | set(form(request))
    body = json.loads(request.content)
    return members | set(body.get("data", body))


def known_members(operation: str) -> set[str]:
    """Names of all that an operation takes, path parameters apart."""
    members = {one["name"] for one in ROUTES[operation][2].get("parameters", []) if one["in"] == "query"}
    found = schema_of_body(operation)
    return members | (_members(found[1]) if found else set())


def _members(schema: Any) -> set[str]:
    schema = SCHEMAS[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if len(branches(schema)) > 1:
        return set().union(*(_members(one) for one in branches(schema)))
    properties = schema.get("properties", {})
    return _members(properties["data"]) if "data" in properties else set(properties)


def same_request(one: httpx.Request, other: httpx.Request) -> bool:
    """Tell whether two requests are the same, byte for byte; the boundary of an upload may differ."""

    def shown(request: httpx.Request) -> tuple[Any, ...]:
        boundary = request.headers.get("content-type", "").partition("boundary=")[2]
        headers = [(name, value) for name, value in request.headers.items() if name != "content-type"]
        content = request.content.replace(boundary.encode(), b"#") if boundary else request.content
        return request.method, str(request.url), headers, content

    return shown(one) == shown(other)


# What comes back


def check_result(row: Row, world: str, value: Any, result: Any) -> None:
    """A result is of the class of its world, holds all that Attio sent, and its request id."""
    kind = row.gives.removeprefix("page of ").removeprefix("list of ").removesuffix(" with its cursor")
    if row.gives == "nothing":
        assert result is None
    elif row.gives == "bytes":
        assert result == FILE
    elif row.gives == "reference":
        assert type(result) is attio.RecordRef
        assert (result.object, result.record_id) == ("people", value["data"]["new_record_id"])
    elif row.gives == "values":
        _check_values(result, value["data"])
    elif row.gives == "rows of SQL":
        assert list(result) == value["data"]["rows"]
        _check_response(result)
    elif row.gives.startswith("page of "):
        _check_page(row, world, kind, value, result)
    elif row.gives.startswith("list of "):
        _check_rows(kind, world, value["data"], result)
    else:
        expected = value if row.client == "whoami" else value["data"]
        if row.gives.endswith(" with its cursor"):
            expected = {**expected, "pagination": value["pagination"]}
            assert result.next_cursor == value["pagination"]["next_cursor"]
        _check_one(kind, world, expected, result)


def _check_class(thing: object, kind: str, world: str) -> None:
    assert type(thing) is public_class(kind, world)


def _check_page(row: Row, world: str, kind: str, value: Any, page: Any) -> None:
    _check_class(page, "Page", world)
    _check_response(page)
    if "pagination" in value:
        assert page.cursor == value["pagination"]["next_cursor"]
        assert page.has_more is (page.cursor is not None)
    if kind == "values":
        _check_values(page, value["data"])
    else:
        _check_rows(kind, world, value["data"], page)


def _check_rows(kind: str, world: str, expected: Iterable[Any], rows: Any) -> None:
    assert [row.raw for row in rows] == list(expected)
    for row, one in zip(rows, expected, strict=True):
        _check_one(kind, world, one, row)


def _check_one(kind: str, world: str, expected: Any, one: Any) -> None:
    _check_class(one, kind, world)
    assert one.raw == expected
    _check_response(one)
    for slug, raw in (expected.get("values") or expected.get("entry_values") or {}).items():
        _check_values(one.values[slug], raw)


def _check_values(values: Any, expected: Any) -> None:
    assert [value.raw for value in values] == list(expected)
    for value, raw in zip(values, expected, strict=True):
        assert isinstance(value, attio.Value)
        assert value.attribute_type == raw.get("attribute_type", value.attribute_type)


def _check_response(thing: Any) -> None:
    assert thing.response.request_id == REQUEST_ID
    assert thing.response.status in {200, 201, 202}


def touch(thing: Any) -> None:
    """Read everything that a person could read of a result."""
    from attio.records.data import RowData
    from attio.records.model import Field, Model

    repr(thing)
    if isinstance(thing, (list, tuple)) or type(thing).__name__.endswith("Page"):
        for item in thing:
            touch(item)
    elif isinstance(thing, (RowData, Model)):
        for name in dir(type(thing)):
            if isinstance(getattr(type(thing), name, None), (Field, property)) and name != "_me":
                touch(getattr(thing, name))
        if isinstance(thing, RowData):
            dict(thing)
            thing.to_dict(plain=True)
            for values in thing.values.values():
                touch(values)
    elif isinstance(thing, attio.Value):
        for name in dir(type(thing)):
            if not name.startswith("_"):
                getattr(thing, name)
    elif isinstance(thing, Reply):
        thing.json()
