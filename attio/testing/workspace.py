"""`LocalWorkspace`: a whole Attio workspace in this process, without sockets."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import parse_qsl

from attio_openapi.operations import OPERATIONS

from attio.core.errors import ArgumentError
from attio.testing import access, router
from attio.testing.call import Call
from attio.testing.clock import CallableClock, SteppingClock, SystemClock
from attio.testing.identifiers import Identifiers
from attio.testing.recorder import Calls, RecordedCall
from attio.testing.replies import (
    CAMEL_STATUS_OPERATIONS,
    Answer,
    LocalResponse,
    Refusal,
    invalid,
    respond,
    unknown_endpoint,
)
from attio.testing.seeds import read_seed
from attio.testing.standard import OPTIONAL_OBJECTS, add_standard_objects
from attio.testing.state.activities import Activities
from attio.testing.state.collections import View
from attio.testing.state.members import Member
from attio.testing.state.workspace_state import Event, Settings, WorkspaceState
from attio.testing.surroundings import Surroundings

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from attio_openapi.operations import Operation

    from attio.testing.clock import Clock
    from attio.testing.transport import WorkspaceTransport

_MAX_BODY_BYTES: Final = 64_000_000
# Reads that recorded answers show without x-accurate-at.
_INACCURATE: Final = frozenset({router.SELF, "download_file"})
# Recorded: these two stamp whole milliseconds, every other read microseconds.
_QUERIES: Final = frozenset({"list_records", "list_entries"})

Listener = Callable[[list[Event]], None]


class Incoming(NamedTuple):
    """A request before it is answered; `operation` is None when there is no such route."""

    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    body: bytes
    operation: Operation | None


Next = Callable[[Incoming], LocalResponse]
Layer = Callable[[Incoming, Next], LocalResponse]


class LocalWorkspace(Surroundings):
    """Attio on your laptop: state, tokens, and `handle`, which answers any of the API's requests.

    >>> workspace = LocalWorkspace()
    >>> workspace.handle("GET", "/v2/objects/people", headers={"authorization": f"Bearer {workspace.token}"}).status
    200

    `seed` fills it: "demo", "big", a path to a JSON or YAML file, or what such a file holds. A seeded workspace is
    deterministic: the same requests give the same ids and times (`clock` and `random_seed` override either).
    `standard_objects` are switched on besides people and companies. `without` names tags whose routes do not exist,
    as where a feature is not provisioned. `layers` wrap every answer (faults, rate limits); `listeners` get the
    events of a request after it succeeded. Safe to use from several threads: one request is answered at a time.
    """

    def __init__(
        self,
        seed: str | Path | Mapping[str, Any] | None = None,
        *,
        clock: Clock | Callable[[], datetime] | None = None,
        random_seed: int | str | None = None,
        name: str = "Local Workspace",
        slug: str = "local-workspace",
        token: str = access.FULL_ACCESS_TOKEN,
        standard_objects: Collection[str] = OPTIONAL_OBJECTS,
        settings: Settings | None = None,
        without: Collection[str] = (),
    ) -> None:
        document: Mapping[str, Any] = {} if seed is None else read_seed(seed)
        if random_seed is None and seed is not None:
            random_seed = seed if isinstance(seed, str) else "seed"
        self.clock: Clock = _clock(clock, is_seeded=random_seed is not None)
        self.token = token
        self.calls = Calls()
        self.layers: list[Layer] = []
        self.listeners: list[Listener] = []
        self.without = frozenset(without)
        self.tokens: dict[str, access.Token] = {}
        self._lock = threading.RLock()
        # Ids of answers come from a source of their own: what is stored does not depend on how often one asks.
        self._execution_ids = Identifiers(None if random_seed is None else f"{random_seed}/answers")
        ids = Identifiers(random_seed)
        about = document.get("workspace", {})
        identity = {
            "id": about.get("id") or ids.uuid(),
            "name": about.get("name", name),
            "slug": about.get("slug", slug),
            "logo_url": about.get("logo_url"),
        }
        self.state = WorkspaceState(ids, identity, settings or Settings())
        now_us = self.clock.now_us() // 1000 * 1000
        add_standard_objects(self.state, document.get("standard_objects", standard_objects), now_us)
        self.state.store(Activities)
        if "members" not in document:
            self.add_member("Local", "Admin", "admin@local-workspace.example", access_level="admin")
        if document:
            from attio.testing.seeds.planter import Planter

            Planter(self).plant(document)
        self._add_usual_tokens()

    # Who may ask

    def add_member(
        self, first_name: str, last_name: str, email_address: str, *, access_level: str = "member"
    ) -> Member:
        """Add a workspace member."""
        member = Member(
            self.state.ids.uuid(),
            first_name,
            last_name,
            email_address,
            access_level=access_level,
            created_us=self.clock.now_us() // 1000 * 1000,
        )
        self.state.members.add(member)
        self.state.emit("workspace-member.created", access.SYSTEM, workspace_member_id=member.id)
        self.publish()
        return member

    def add_token(
        self,
        value: str,
        *,
        scopes: Collection[str] = access.FULL_SCOPES,
        level: access.Level = "workspace",
        member: Member | None = None,
        is_app: bool = False,
    ) -> access.Token:
        """Add an access token of 64 characters; `member` is who authorised it, and who a user-level token acts as."""
        token = access.Token(
            value,
            scopes=scopes,
            client_id=self.state.ids.uuid(),
            level=level,
            kind="app" if is_app else "api-token",
            member_id=member.id if member is not None else None,
            issued_at_s=self.clock.now_us() // 1_000_000,
        )
        self.tokens[value] = token
        return token

    def add_view(self, home: str, title: str, filter: Mapping[str, Any] | None = None) -> View:
        """Save a view of an object or a list, by slug or id; Attio's API only lists and applies them."""
        collection = self.state.find_object(home) or self.state.find_list(home)
        if collection is None:
            raise ArgumentError("home", home, "is no object and no list of the workspace")
        now_us = self.clock.now_us() // 1000 * 1000
        view = View(self.state.ids.uuid(), title, now_us, None if filter is None else dict(filter))
        collection.views[view.id] = view
        return view

    def _add_usual_tokens(self) -> None:
        member = next(iter(self.state.members.by_id.values()), None)
        usual = (
            (self.token, access.FULL_SCOPES, "workspace"),
            (access.READ_ONLY_TOKEN, access.READ_SCOPES, "workspace"),
            (access.NO_SCOPES_TOKEN, frozenset[str](), "workspace"),
            (access.USER_TOKEN, access.FULL_SCOPES, "user"),
        )
        for value, scopes, level in usual:
            if value not in self.tokens:
                self.add_token(
                    value, scopes=scopes, level="user" if level == "user" else "workspace", member=member
                )

    # Requests

    def transport(self) -> WorkspaceTransport:
        """Return an httpx transport, for sync and async clients, whose requests end here."""
        from attio.testing.transport import WorkspaceTransport

        return WorkspaceTransport(self)

    def handle(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | str | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> LocalResponse:
        """Answer one request.

        `path` is percent-encoded and may carry the query behind a question mark; header names are taken in any case.
        """
        if "?" in path:
            path, _, query = path.partition("?")
        if isinstance(query, str):
            query = dict(parse_qsl(query, keep_blank_values=True))
        found = router.match(method, path)
        if found is not None and found.operation.tag in self.without:
            found = None
        incoming = Incoming(
            method,
            path,
            dict(query or {}),
            {name.lower(): value for name, value in (headers or {}).items()},
            body,
            None if found is None else found.operation,
        )

        def innermost(request: Incoming) -> LocalResponse:
            page = None if found is not None else self._visit(request)
            return self._answer(request, found) if page is None else page

        at_us = self.clock.now_us()
        chain: Next = innermost
        for layer in reversed(self.layers):
            chain = _wrap(layer, chain)
        status = 0
        content = b""
        try:
            response = chain(incoming)
            status, content = response.status, response.body
        finally:
            if self._is_private(path):
                incoming, content = incoming._replace(body=b""), b""
            self._record(incoming, at_us, status, content)
        return response

    def request(self, method: str, path: str, json: Any = None, *, token: str | None = None) -> LocalResponse:
        """Answer one request with a JSON body, as the full-access token unless another is given."""
        from attio.testing.replies import encode

        return self.handle(
            method,
            path,
            headers={"authorization": f"Bearer {token or self.token}", "content-type": "application/json"},
            body=b"" if json is None else encode(json),
        )

    def _answer(self, request: Incoming, found: router.Match | None) -> LocalResponse:
        precise_us = self.clock.now_us()
        events: list[Event] = []
        camel_status = False
        accurate_us: int | None = None
        with self._lock:
            try:
                if found is None:
                    raise unknown_endpoint(request.method, request.path)
                camel_status = found.operation.id in CAMEL_STATUS_OPERATIONS
                answer = self._run(request, found, precise_us // 1000 * 1000)
                events, self.state.events = self.state.events, []
                if answer.accurate if answer.accurate is not None else _is_accurate(found.operation):
                    accurate_us = precise_us
                    if found.operation.id in _QUERIES:
                        accurate_us = precise_us // 1000 * 1000
            except Refusal as refusal:
                self.state.events.clear()
                answer = Answer(refusal.body(camel_status=camel_status), refusal.status, refusal.headers)
        response = respond(
            answer, execution_id=self._execution_ids.uuid(), now_us=precise_us, accurate_us=accurate_us
        )
        if events:
            self._tell(events)
        return response

    def _run(self, request: Incoming, found: router.Match, now_us: int) -> Answer:
        operation = found.operation
        if found.handler is None:
            return Answer(access.introspect(self.tokens, request.headers, self.state.identity))
        token = access.authenticate(self.tokens, request.headers)
        access.authorise(token, operation, found.params)
        if len(request.body) > _MAX_BODY_BYTES:
            raise invalid(f"The body is larger than {_MAX_BODY_BYTES} bytes.", status=413)
        call = Call(
            self.state,
            operation,
            found.params,
            query=request.query,
            headers=request.headers,
            body=request.body,
            token=token,
            now_us=now_us,
        )
        result = found.handler(call)
        return result if isinstance(result, Answer) else Answer(result)

    def _record(self, request: Incoming, at_us: int, status: int, content: bytes) -> None:
        headers = {name: value for name, value in request.headers.items() if name != "authorization"}
        self.calls.add(
            RecordedCall(
                request.operation.id if request.operation is not None else None,
                request.method,
                request.path,
                request.query,
                headers,
                request.body,
                status,
                at_us,
                content,
            )
        )

    def __repr__(self) -> str:
        rows = sum(len(home.rows) for home in self.state.objects.values())
        return f"<LocalWorkspace {self.state.identity['slug']!r}: {len(self.state.objects)} objects, {rows} records>"


def operations() -> dict[str, bool]:
    """Return every operationId and whether the local workspace answers it."""
    handled = router.handled()
    return {operation: operation in handled for operation in OPERATIONS}


def _wrap(layer: Layer, inner: Next) -> Next:
    return lambda request: layer(request, inner)


def _is_accurate(operation: Operation) -> bool:
    return operation.retry == "safe" and operation.id not in _INACCURATE


def _clock(clock: Clock | Callable[[], datetime] | None, *, is_seeded: bool) -> Clock:
    if clock is None:
        return SteppingClock() if is_seeded else SystemClock()
    return CallableClock(clock) if callable(clock) else clock
