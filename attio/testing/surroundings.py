"""What a workspace has around its records: webhooks, faults, limits, sign-in, storage, snapshots."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, cast

from attio.testing.replies import LocalResponse, respond

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from attio.testing.app import App
    from attio.testing.deliveries import Webhooks
    from attio.testing.faults import Faults
    from attio.testing.limits import RateLimits
    from attio.testing.oauth import LocalOAuth
    from attio.testing.state.workspace_state import Event
    from attio.testing.workspace import Incoming, LocalWorkspace


class Surroundings:
    """The part of `LocalWorkspace` that is not the API itself; each piece is made when it is first looked at."""

    @cached_property
    def faults(self) -> Faults:
        """Let things go wrong: `workspace.faults.add("timeout", operation="create_record", times=1)`."""
        from attio.testing.faults import Faults

        return Faults(self._workspace)

    @cached_property
    def limits(self) -> RateLimits:
        """Enforce Attio's rate limits: `workspace.limits.enforce()`."""
        from attio.testing.limits import RateLimits

        return RateLimits(self._workspace)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Deliver events: `workspace.webhooks.route(handler)`, `.advance(3600)`, `.deliveries`."""
        from attio.testing.deliveries import Webhooks

        return Webhooks(self._workspace)

    @cached_property
    def oauth(self) -> LocalOAuth:
        """Stand in for the sign-in of app.attio.com: `workspace.oauth.add_app(...)`, `.approve = False`."""
        from attio.testing.oauth import LocalOAuth

        return LocalOAuth(self._workspace)

    @cached_property
    def app(self) -> App:
        """Do what people do in Attio's app and its API does not offer: resolve a thread, sync an e-mail, enrich."""
        from attio.testing.app import App

        return App(self._workspace)

    @property
    def _workspace(self) -> LocalWorkspace:
        return cast("LocalWorkspace", self)

    def new_execution_id(self) -> str:
        """Return an id for one answer."""
        return self._workspace._execution_ids.uuid()

    # Events

    def publish(self) -> None:
        """Hand out the events of a change that was made without a request."""
        workspace = self._workspace
        with workspace._lock:
            events, workspace.state.events = workspace.state.events, []
        if events:
            self._tell(events)

    def _tell(self, events: list[Event]) -> None:
        """Give events to listeners and webhooks; the workspace is not locked meanwhile."""
        from attio.testing.state.webhooks import Subscribers

        for listener in self._workspace.listeners:
            listener(events)
        if self._workspace.state.store(Subscribers).by_id:
            self.webhooks.take(events)

    # Other hosts than the API's

    def _visit(self, request: Incoming) -> LocalResponse | None:
        """Answer a request to the sign-in pages or the file storage; None when it is to neither."""
        from attio.testing import oauth, storage

        workspace = self._workspace
        if request.path.startswith(storage.PREFIX):
            now_us = workspace.clock.now_us()
            return storage.answer(
                workspace.state,
                request.path,
                request.query,
                request.headers,
                method=request.method,
                now_us=now_us,
            )
        if request.path in oauth.PATHS:
            with workspace._lock:
                answer = self.oauth.answer(request)
            return respond(
                answer,
                execution_id=self.new_execution_id(),
                now_us=workspace.clock.now_us(),
                accurate_us=None,
            )
        return None

    def _is_private(self, path: str) -> bool:
        """Tell whether bodies of a path hold secrets, which are not recorded."""
        return path.startswith("/oauth/")

    # Snapshots and copies

    def save(self, path: str | Path | None = None) -> None:
        """Write everything to a file, by default the one it was opened from.

        The file appears whole or not at all: what was there before stays until then, also when this process is killed.
        Raises SnapshotError where another process has the file open, OSError where it cannot be written.
        """
        from attio.testing import snapshot

        snapshot.save(self._workspace, path)

    @classmethod
    def open(
        cls, path: str | Path, *, seed: str | Path | Mapping[str, Any] | None = None, **settings: Any
    ) -> Self:
        """Open a workspace that was saved, or begin one (from `seed`) where there is no such file yet.

        It is this process's alone until `close`; a second one gets a SnapshotError that says so. As a context manager
        it saves itself at the end, unless an exception ends it. `settings` are those of LocalWorkspace.
        """
        from attio.testing import snapshot

        make = cast("type[LocalWorkspace]", cls)
        return cast("Self", snapshot.open_workspace(make, path, seed, settings))

    def close(self, *, save: bool = False) -> None:
        """End deliveries by post and let go of the file it was opened from, after saving if asked."""
        from attio.testing import snapshot

        snapshot.close(self._workspace, save=save)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *exc: object) -> None:
        self.close(save=kind is None)

    @classmethod
    def from_live(
        cls,
        client: Any,
        *,
        records: bool | Collection[str] = False,
        max_records: int | None = None,
        **settings: Any,
    ) -> Self:
        """Copy the schema of the workspace of a client, and if asked its records, into a new local one.

        Objects, attributes with options and statuses, lists, views and members are copied, with their ids. `records`
        says of which objects and lists rows are copied too (True for all), `max_records` how many of each at most.
        It reads only. What leads to records that were not copied is left out. Costs a request per object, attribute
        with choices and list, and one per 500 rows.
        """
        from attio.testing.live import read_workspace

        document = read_workspace(client, records=records, max_records=max_records)
        make = cast("type[LocalWorkspace]", cls)
        return cast("Self", make(document, **settings))
