# Derived from attio/_async by scripts/unasync: edit there.
"""`Outbox`: writes that wait on disk until there is a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from attio_openapi.api.records import create_record, delete_record, update_record, upsert_record

from attio.bulk.outbox_file import OutboxFile, OutboxReport, seen_of
from attio.core.arguments import segment, text
from attio.core.errors import (
    APIConnectionError,
    ArgumentError,
    ArgumentTypeError,
    AuthenticationError,
    ClientClosedError,
    RateLimitError,
    ServerError,
)
from attio.core.gather import Aside
from attio.core.routes import plan_for
from attio.records.bodies_records import values_body
from attio.records.json_shapes import as_object
from attio.records.planning import Rules, Task
from attio.records.planning_rows import Work
from attio.records.planning_steps import Prepared
from attio.records.shape import default_rule

from .bulk_records import RecordTarget
from .bulk_steps import RowDriver

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import Self
    from uuid import UUID

    from attio_openapi import Request

    from attio.bulk.journal_file import JournalPath
    from attio.bulk.outbox_file import OutboxItem
    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.data import RecordData
    from attio.records.planning import Settled, Verb
    from attio.records.planning_steps import Prepare
    from attio.records.row import RowData
    from attio.records.shape import ShapeRule
    from attio.records.structure import ObjectData

    from .client import Attio

_TEMPORARY = (APIConnectionError, ServerError, RateLimitError, AuthenticationError, ClientClosedError)
"""What ends a flush: the items behind would meet the same."""


class Outbox:
    """A queue of single writes that outlives the process: add them offline, flush them in order later.

    Kept in an SQLite file that one process at a time may open. Adding needs no network; a `flush` sends what
    waits, oldest first, one after the other. A flush that is killed can be done again: a write that may be
    repeated without harm is sent again, another one (a create) is looked up by the unique attributes of its record,
    and set aside as "unknown" where it has none. No token is kept, and writes go only to the workspace that the
    outbox was first flushed to.
    """

    def __init__(self, client: Attio, path: JournalPath) -> None:
        """Open an outbox, or begin one; raises JournalError when the file is in use or something else."""
        from .client import Attio

        if not isinstance(client, Attio):
            raise ArgumentTypeError(
                "client", client, f"{type(self).__name__} sends through an {Attio.__name__}"
            )
        self._client = client
        self._file = OutboxFile(path)
        self._aside = Aside()

    # Adding

    def add(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        query: Mapping[str, Any] | None = None,
        key: str | None = None,
    ) -> int:
        """Keep a write to any route; returns its number, by which it is kept until it is done.

        With a `key` the same write is kept once: adding it again gives the number of the first, even after that was
        sent. Raises ArgumentError for a route that only reads, and for a body that is not JSON.
        """
        request = self._client.session._raw(method, path, query, body)
        if plan_for("", request.method, request.path).retry == "safe":
            raise ArgumentError("method", f"{method} {path}", "only reads, and an outbox is for writes")
        return self._add(request, key)

    def _add(self, request: Request, key: str | None) -> int:
        named = None if key is None else text(key, "key")
        return self._aside.run(self._file.add, request, named, self._client.session.clock.now())

    def create(self, object: ObjectData | str, values: Mapping[str, Any], *, key: str | None = None) -> int:
        """Keep the creation of a record; values are checked as far as that goes offline."""
        slug = _slug(object)
        body = self._body(slug, values, creating=True)
        return self._add(create_record.build_request(slug, body=body), key)

    def upsert(
        self,
        object: ObjectData | str,
        values: Mapping[str, Any],
        *,
        matching: str,
        key: str | None = None,
    ) -> int:
        """Keep the upsert of a record: the kind of write that can always be flushed again."""
        slug, attribute = _slug(object), segment(matching, "matching")
        body = self._body(slug, values, matching=attribute)
        request = upsert_record.build_request(slug, matching_attribute=attribute, body=body)
        return self._add(request, key)

    def update(
        self,
        object: ObjectData | str,
        record_id: RecordData | UUID | str,
        values: Mapping[str, Any],
        *,
        key: str | None = None,
    ) -> int:
        """Keep a change of a record; what is sent for a multi-valued attribute is ADDED."""
        slug, own = _slug(object), segment(record_id, "record_id")
        return self._add(update_record.build_request(slug, own, body=self._body(slug, values)), key)

    def delete(
        self, object: ObjectData | str, record_id: RecordData | UUID | str, *, key: str | None = None
    ) -> int:
        """Keep the deletion of a record."""
        request = delete_record.build_request(_slug(object), segment(record_id, "record_id"))
        return self._add(request, key)

    def _body(
        self, slug: str, values: Mapping[str, Any], *, creating: bool = False, matching: str | None = None
    ) -> dict[str, Any]:
        known = self._client.schemas.known("objects", slug)
        return values_body(values, slug, known, creating=creating, matching=matching)

    # Sending

    def flush(self, *, options: RequestOptions | None = None) -> OutboxReport:
        """Send what waits, in order, and say what came of it.

        Ends early, with `stopped_by` in the report, when Attio cannot be reached, fails, or refuses the token: what
        is left waits for the next flush. A write that Attio refuses is set aside (see `set_aside`) and the
        next one is sent. Costs one request more, the first time, to learn whose token this is.
        """
        self._file.enter()
        try:
            return self._flush(options)
        finally:
            self._file.leave()

    def _flush(self, options: RequestOptions | None) -> OutboxReport:
        report = OutboxReport(waiting=self._file.count())
        item = self._file.first()
        try:
            if item is not None:
                self._check_workspace(options)
        except _TEMPORARY as error:
            report.stopped_by = error
        while item is not None and report.stopped_by is None:
            self._count(report, item, self._carry_out(item, options))
            item = self._file.first(item.number)
        report.waiting = self._file.count()
        return report

    def _check_workspace(self, options: RequestOptions | None) -> None:
        known = None if options and "api_key" in options else self._client.session.workspace_id
        workspace = known or (self._client.whoami(options=options)).workspace_id
        if workspace is None:
            raise AuthenticationError("this token is not active, so there is nobody to send for")
        self._file.bind(workspace)

    def _carry_out(self, item: OutboxItem, options: RequestOptions | None) -> Settled:
        target = OutboxTarget(self._client, item)
        task = Task(item.number, f"item {item.number}", b"", item, target.work, seen_of(item))
        rules = Rules(target.verb, "record", ("objects", target.object or ""))
        return RowDriver(target, options, self._file).carry_out(task, rules)

    def _count(self, report: OutboxReport, item: OutboxItem, settled: Settled) -> None:
        error = settled.error
        if settled.mark == "done":
            report.sent += 1
        elif isinstance(error, _TEMPORARY):
            report.stopped_by = error
            if settled.mark == "failed":
                self._file.put(item.number, "waiting")
        elif settled.outcome == "unknown":
            report.unknown += 1
            self._file.put(item.number, "unknown", error)
        else:
            report.refused += 1
            self._file.put(item.number, "refused", error)

    # What is in it

    def waiting(self) -> list[OutboxItem]:
        """Return what waits, in order."""
        return self._file.waiting()

    def set_aside(self) -> list[OutboxItem]:
        """Return what Attio refused and what nobody knows about; each has its `error`."""
        return self._file.set_aside()

    def retry(self, number: int) -> None:
        """Let a write that was set aside wait again, at its old place; one that is unknown may then be done twice."""
        self._file.put(number, "waiting")

    def discard(self, number: int) -> None:
        """Forget a write that was not done."""
        self._file.drop(number)

    def close(self) -> None:
        """Let go of the file; what waits stays in it."""
        self._file.close()

    def __len__(self) -> int:
        return self._file.count()

    def __bool__(self) -> bool:
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._file.path}>"


def _slug(object: ObjectData | str) -> str:
    return segment(getattr(object, "api_slug", object), "object")


class OutboxTarget:
    """One write of an outbox, as the protocol of rows sees it."""

    def __init__(self, client: Attio, item: OutboxItem) -> None:
        self._client = client
        self._item = item
        plan = plan_for("", item.method, item.path)
        self.object = unquote(item.path.split("/")[3]) if plan.operation == "create_record" else None
        self.verb: Verb = "delete" if item.method == "DELETE" else "update"
        if plan.retry == "unsafe":
            self.verb = "create"
        values = as_object(as_object(as_object(item.body).get("data")).get("values"))
        self.work = Work(values if self.object else {})

    def _bulk_rule(self, options: RequestOptions | None) -> ShapeRule:  # noqa: ARG002
        return default_rule(None)

    def _bulk_prepare(self, step: Prepare, work: Work, options: RequestOptions | None) -> Prepared:  # noqa: ARG002
        item = self._item
        request = self._client.session._raw(item.method, item.path, item.query, item.body)
        return Prepared(request, {})

    def _bulk_find(
        self, wanted: Mapping[str, list[Any]], work: Work, options: RequestOptions | None
    ) -> Sequence[RowData]:
        return self._records()._bulk_find(wanted, work, options)

    def _bulk_unique(
        self, values: Mapping[str, Any], options: RequestOptions | None
    ) -> Mapping[str, list[Any]]:
        return self._records()._bulk_unique(values, options) if values else {}

    def _records(self) -> RecordTarget:
        return RecordTarget(self._client.object(self.object or ""))

    def _bulk_answer(self, reply: Reply) -> tuple[str, datetime | None]:  # noqa: ARG002
        return "", None
