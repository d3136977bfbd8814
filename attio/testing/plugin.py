"""Fixtures for pytest, found by entry point; loading this module imports nothing but pytest.

`attio_workspace`, `attio_client`, `attio_async_client`, `attio_mock`, `attio_sandbox`, and `attio_seed` to fill the
workspace: `@pytest.mark.parametrize("attio_seed", ["demo"])`, or a fixture of that name of your own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

    from attio import AsyncAttio, Attio
    from attio.testing.mocks import Mock
    from attio.testing.workspace import LocalWorkspace

_FAILED: pytest.StashKey[bool] = pytest.StashKey()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test failed: its mock then has nothing to add."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest.fixture
def attio_seed() -> Any:
    """What fills `attio_workspace`: None for nothing, "demo", "big", a path, or what such a file holds."""
    return None


@pytest.fixture
def attio_workspace(attio_seed: Any) -> LocalWorkspace:
    """A LocalWorkspace of the test's own; the same requests give the same ids and times."""
    from attio.testing.workspace import LocalWorkspace

    return LocalWorkspace(attio_seed, random_seed="attio_workspace" if attio_seed is None else None)


@pytest.fixture
def attio_client(attio_workspace: LocalWorkspace) -> Generator[Attio]:
    """A client of `attio_workspace`, with full access."""
    from attio import Attio

    with Attio(transport=attio_workspace.transport()) as client:
        yield client


@pytest.fixture
def attio_async_client(attio_workspace: LocalWorkspace) -> AsyncAttio:
    """An async client of `attio_workspace`, with full access; for any event loop, and nothing needs closing."""
    from attio import AsyncAttio

    return AsyncAttio(transport=attio_workspace.transport())


@pytest.fixture
def attio_mock(request: pytest.FixtureRequest) -> Generator[Mock]:
    """`attio.testing.mock()` around the test: stubs answer, and a request that none answers fails the test."""
    from attio.testing.mocks import Mock

    mock = Mock()
    mock.open()
    try:
        yield mock
    finally:
        mock.close()
    if not request.node.stash.get(_FAILED, False):
        mock.raise_unmatched()


@pytest.fixture
def attio_sandbox(attio_workspace: LocalWorkspace) -> Generator[LocalWorkspace]:
    """`attio_workspace`, as what every client of this process talks to, also that of `attio.Person.list()`."""
    from attio.testing.sandboxes import sandbox

    with sandbox(workspace=attio_workspace):
        yield attio_workspace
