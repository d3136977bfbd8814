"""Record what goes over the wire once, scrubbed, and answer with it from then on: vcrpy for this library."""

from __future__ import annotations

import json
import os
import re
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from attio.core.errors import ArgumentError, ConfigurationError, Error, MissingExtraError
from attio.testing.scrubbing import Mask, Scrubber, highest_number, leftovers
from attio.testing.unmatched import UnmatchedRequestError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping

Recording = Literal["once", "none", "new", "all"]

_MODES: Final[dict[str, str]] = {"once": "once", "none": "none", "new": "new_episodes", "all": "all"}
_SECRET_VARIABLES: Final = ("ATTIO_API_KEY", "ATTIO_ACCESS_TOKEN", "ATTIO_CLIENT_SECRET")
# What a test can depend on. The rest tells of machines between here and Attio, or would be wrong after scrubbing.
_REQUEST_HEADERS: Final = frozenset({"accept", "content-type"})
_RESPONSE_HEADERS: Final = frozenset(
    {
        "content-disposition",
        "content-type",
        "date",
        "location",
        "retry-after",
        "www-authenticate",
        "x-accurate-at",
    }
)
_BOUNDARY: Final = re.compile(r"boundary=\"?([^\";]+)\"?", re.IGNORECASE)
_SHOWN_LEFTOVERS: Final = 5
_ONE_LINE: Final = 2**31 - 1


class UnscrubbedError(Error):
    """A recording still holds what looks like a secret, so it was not written."""


@contextmanager
def cassette(
    path: str | Path,
    *,
    record: Recording | None = None,
    keep: Iterable[str] = (),
    secrets: Iterable[str] = (),
) -> Generator[Any]:
    """Answer the requests of the block from a file; record them into it when it is not there yet.

    ```python
    with attio.testing.cassette("tests/cassettes/people.yaml"):
        assert Attio().people.list(limit=1)
    ```

    Requests are matched by method, host (not scheme or port), path, query and body, each used once. `record` is
    "once" (the default, or "none" where the environment has CI), "none", "new" for what is not in the file, or
    "all" anew. Before anything is written tokens, secrets, cookies, e-mail addresses, names and phone numbers of
    people are replaced; `keep` names texts that were made up and stay, `secrets` further texts to take out. A file
    in which a secret is left is not written: UnscrubbedError. A request that is not in the file is an
    UnmatchedRequestError. Gives vcrpy's cassette. Needs the extra `testing`.
    """
    place = Path(path)
    vcr = _vcr()
    found = [os.environ[name] for name in _SECRET_VARIABLES if os.environ.get(name)]
    kept, taken = tuple(keep), (*secrets, *found)
    recorder = vcr.VCR()
    recorder.register_serializer("plain", _Yaml)
    persister = _Persister(vcr, kept, taken)
    recorder.register_persister(persister)
    for matcher in _matchers(Mask(keep=kept, secrets=taken)):
        recorder.register_matcher(matcher.__name__, matcher)
    try:
        with recorder.use_cassette(
            str(place),
            serializer="plain",
            record_mode=vcr.record_mode.RecordMode(_mode(record)),
            match_on=("method", "host", "same_path", "same_query", "same_body"),
            decode_compressed_response=True,
            record_on_exception=False,
        ) as playing:
            yield playing
    except vcr.errors.CannotOverwriteExistingCassetteException as failure:
        problem = str(failure).partition("\n\nHow to fix")[0]
    else:
        persister.write()
        return
    raise UnmatchedRequestError(f"{place} has no answer to a request: {problem}") from None


def _vcr() -> Any:
    """Import vcrpy, which has no types, or raise MissingExtraError."""
    try:
        vcr: Any = import_module("vcr")
        for part in ("errors", "persisters.filesystem", "record_mode", "request", "serialize"):
            import_module(f"vcr.{part}")
    except ImportError:
        raise MissingExtraError("testing", "attio.testing.cassette()", "vcrpy") from None
    return vcr


def _mode(record: object) -> str:
    if record is None:
        return "none" if os.environ.get("CI") else "once"
    if record not in _MODES:
        raise ArgumentError("record", record, "is no way to record", allowed=tuple(_MODES))
    return _MODES[str(record)]


# Matching


def _matchers(mask: Mask) -> list[Any]:
    def same_path(one: Any, two: Any) -> None:
        first, second = mask.text(one.path), mask.text(two.path)
        _must_be(first, second)

    def same_query(one: Any, two: Any) -> None:
        first, second = (
            sorted(
                (name, mask.text(f"{name}={value}")) for name, value in parse_qsl(each.parsed_uri.query, True)
            )
            for each in (one, two)
        )
        _must_be(first, second)

    def same_body(one: Any, two: Any) -> None:
        first, second = (_comparable(_content(each), _boundary(each), mask) for each in (one, two))
        _must_be(first, second)

    return [same_path, same_query, same_body]


def _must_be(given: Any, recorded: Any) -> None:
    if given != recorded:
        raise AssertionError(f"{_shown(given)} is not {_shown(recorded)}")


def _comparable(content: bytes, boundary: str | None, mask: Mask) -> str | bytes:
    if boundary is not None:
        content = content.replace(boundary.encode(), b"boundary")
    try:
        # As text, since True == 1 in Python and not in JSON.
        return json.dumps(mask.json(json.loads(content)), sort_keys=True) if content else "nothing"
    except (ValueError, RecursionError):
        return mask.body(content)


def _shown(body: Any) -> str:
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else str(body)
    return text if len(text) <= 300 else text[:297] + "..."


def _content(request: Any) -> bytes:
    body = request.body
    return body if isinstance(body, bytes) else b"".join(body or ())


def _boundary(request: Any) -> str | None:
    found = _BOUNDARY.search(_header(request.headers.get("content-type")))
    return None if found is None else found[1]


def _header(value: Any) -> str:
    return str(value or "")


# Writing


class _Yaml:
    """YAML with one line for one text, so that a difference of two recordings shows."""

    @staticmethod
    def serialize(content: Any) -> str:
        """Write a cassette's content."""
        import yaml

        # libyaml's, where it is there: ten times as fast.
        dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
        return yaml.dump(content, Dumper=dumper, sort_keys=False, allow_unicode=True, width=_ONE_LINE)

    @staticmethod
    def deserialize(text: str) -> Any:
        """Read a cassette's content."""
        import yaml

        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


class _Persister:
    """Write a cassette scrubbed, whole or not at all."""

    def __init__(self, vcr: Any, keep: tuple[str, ...], secrets: tuple[str, ...]) -> None:
        self._vcr = vcr
        self._keep = keep
        self._secrets = secrets
        self._pending: tuple[str, Mapping[str, Any], Any] | None = None

    def load_cassette(self, path: str, serializer: Any) -> Any:
        """Read a cassette, as vcrpy asks for it."""
        try:
            text = Path(path).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise self._vcr.persisters.filesystem.CassetteNotFoundError from None
        except (OSError, UnicodeDecodeError) as failure:
            raise ConfigurationError(f"{path} cannot be read as a cassette: {failure}") from None
        try:
            return self._vcr.serialize.deserialize(text, serializer)
        except Exception as failure:  # noqa: BLE001 - what is no cassette fails in as many ways as YAML has
            problem = " ".join(str(failure).split())[:200]
        raise ConfigurationError(f"{path} is no cassette: {problem}; delete it to record it anew")

    def save_cassette(self, path: str, content: Mapping[str, Any], serializer: Any) -> None:
        """Keep what is to be written: an error in here would leave vcrpy's patches in place."""
        self._pending = (path, content, serializer)

    def write(self) -> None:
        """Write the cassette, if anything was recorded; raises UnscrubbedError where a secret would be left."""
        if self._pending is None:
            return
        path, content, serializer = self._pending
        given = list(zip(content["requests"], content["responses"], strict=True))
        tokens = (_header(request.headers.get("authorization")).partition(" ")[2] for request, _ in given)
        bodies = (body for request, response in given for body in (_content(request), _bytes(response)))
        scrubber = Scrubber(
            keep=self._keep,
            secrets=(*self._secrets, *tokens),
            used=max(map(highest_number, bodies), default=0),
        )
        for request, response in given:
            # What is learned here of names is also found where they came up before.
            scrubber.body(_content(request))
            scrubber.body(_bytes(response))
        requests = [self._request(request, scrubber) for request, _ in given]
        responses = [_scrubbed_response(response, scrubber) for _, response in given]
        text = self._vcr.serialize.serialize({"requests": requests, "responses": responses}, serializer)
        _refuse_leftovers(path, text, _pieces(requests, responses), scrubber)
        target = Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.{os.getpid()}")
        draft.write_text(text, encoding="utf-8")
        draft.replace(target)

    def _request(self, request: Any, scrubber: Scrubber) -> Any:
        content, boundary = _content(request), _boundary(request)
        headers = {name.lower(): _header(value) for name, value in request.headers.items()}
        headers = {name: value for name, value in headers.items() if name in _REQUEST_HEADERS}
        if boundary is not None:
            content = content.replace(boundary.encode(), b"boundary")
            headers["content-type"] = headers["content-type"].replace(boundary, "boundary")
        return self._vcr.request.Request(
            request.method,
            _portless(scrubber.text(request.uri)),
            scrubber.body(content) if content else None,
            {name: scrubber.text(value) for name, value in headers.items()},
        )


def _portless(uri: str) -> str:
    """Leave the port out: the one of a server on this machine is another one each time."""
    parts = urlsplit(uri)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    return urlunsplit((parts.scheme, host, parts.path, parts.query, ""))


def _bytes(response: Mapping[str, Any]) -> bytes:
    content = response["body"]["string"]
    return content.encode() if isinstance(content, str) else content or b""


def _scrubbed_response(response: Mapping[str, Any], scrubber: Scrubber) -> dict[str, Any]:
    headers = {
        name.lower(): [_scrubbed_header(name, value, scrubber) for value in values]
        for name, values in response["headers"].items()
        if name.lower() in _RESPONSE_HEADERS or name.lower().startswith("x-attio-")
    }
    return {**response, "headers": headers, "body": {"string": scrubber.body(_bytes(response))}}


def _scrubbed_header(name: str, value: str, scrubber: Scrubber) -> str:
    text = scrubber.text(value)
    return _portless(text) if name.lower() == "location" else text


def _pieces(requests: list[Any], responses: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Walk the texts of a cassette as they are: in the file long ones are quoted, and bytes are in base64."""
    for number, (request, response) in enumerate(zip(requests, responses, strict=True), 1):
        yield f"the address of request {number}", request.uri
        for name, value in request.headers.items():
            yield f"the headers of request {number}", f"{name}: {value}"
        for name, values in response["headers"].items():
            yield from ((f"the headers of response {number}", f"{name}: {value}") for value in values)
        for what, content in (("request", _content(request)), ("response", _bytes(response))):
            yield f"the body of {what} {number}", content.decode("latin-1")


def _refuse_leftovers(path: str, text: str, pieces: Iterable[tuple[str, str]], scrubber: Scrubber) -> None:
    found = dict.fromkeys(
        f"{kind} in {where}" for where, piece in pieces for kind in leftovers(piece, scrubber)
    )
    if not found and any(secret in text for secret in scrubber.secrets):
        found = {"a secret that was given in the file": None}
    if found:
        more = f" and {len(found) - _SHOWN_LEFTOVERS} more" if len(found) > _SHOWN_LEFTOVERS else ""
        raise UnscrubbedError(
            f"{path} was not written, it would still hold {', '.join([*found][:_SHOWN_LEFTOVERS])}{more}; "
            "give secrets=[...] to take texts out, keep=[...] for those that were made up"
        )
