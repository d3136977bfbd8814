"""The ways into a mock: `mock`, `sandbox`, and stubs for the one that is open."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from attio.core.errors import ArgumentTypeError
from attio.testing.mocks import Mock, innermost
from attio.testing.workspace import LocalWorkspace

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from pathlib import Path

    from attio.testing.stubs import Stub


def mock(workspace: LocalWorkspace | None = None) -> Mock:
    """Keep every client of this process off the network while a `with` block runs; stubs answer instead.

    ```python
    with attio.testing.mock() as mocked:
        mocked.stub("GET", "/v2/notes/{note_id}", {"title": "Hello"})
        assert attio.Note.get(note_id).title == "Hello"
        assert len(mocked.calls) == 1
    ```

    A request that no stub answers raises UnmatchedRequestError, and the block does so again at its end if the
    tested code hid it. With a `workspace`, that one answers what no stub does. No key is needed, retries do not
    wait (`mocked.waits` tells for how long they would have), no limits hold. Mocks nest; the innermost answers.
    """
    if workspace is not None and not isinstance(workspace, LocalWorkspace):
        raise ArgumentTypeError("workspace", workspace, "must be a LocalWorkspace")
    return Mock(workspace)


@contextmanager
def sandbox(
    seed: str | Path | Mapping[str, Any] | None = None,
    *,
    workspace: LocalWorkspace | None = None,
    **settings: Any,
) -> Generator[LocalWorkspace]:
    """Point the default client, and every other one, at a fresh LocalWorkspace while a `with` block runs.

    ```python
    with attio.testing.sandbox("demo") as workspace:
        attio.Person.create(values={"name": "Ada Lovelace"})
        assert workspace.calls.of("create_record")
    ```

    `seed` and `settings` are those of LocalWorkspace; without a seed it is empty, and deterministic all the same.
    Any API key opens it, save that the workspace's own tokens keep their scopes. `stub(...)` puts single answers
    before it.
    """
    if workspace is None:
        if seed is None:
            settings.setdefault("random_seed", "sandbox")
        workspace = LocalWorkspace(seed, **settings)
    elif seed is not None or settings:
        raise ArgumentTypeError(
            "workspace", workspace, "was given together with what a new one would be made of"
        )
    with mock(workspace):
        yield workspace


def stub(
    method: str,
    path: str,
    response: Any = None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    query: Mapping[str, object] | None = None,
    json: Any = None,
    times: int | None = None,
    raises: BaseException | type[BaseException] | None = None,
) -> Stub:
    """Answer requests of a method and a path, in the mock that is open or in test mode.

    In `path`, `{anything}` or `*` stands for one segment; a whole address stands for another host, such as that of
    a download. Of `query` and `json` only what is given has to match, and `...` matches anything. `response` is
    what Attio's answer holds under "data", or the whole of it; also a model, bytes or str for what is no JSON, a
    LocalResponse, or a function of the request that returns one of these. Without it an empty answer is sent, or
    Attio's usual error for that `status`. `raises` breaks the connection: `raises=httpx.ReadTimeout`. `times`
    ends it after so many requests; `.then(...)` says what the next request gets. The last stub that matches answers.
    """
    return innermost().stub(
        method,
        path,
        response,
        status=status,
        headers=headers,
        query=query,
        json=json,
        times=times,
        raises=raises,
    )


def mock_response(*, method: str, path: str, response: Any = None, status: int = 200) -> Stub:
    """Answer requests of a method and a path; the short form of `stub`, all by keyword."""
    return innermost().mock_response(method=method, path=path, response=response, status=status)
