"""Both kinds of client, for every test that asks for a world."""

from __future__ import annotations

import pytest

from tests.unit.bulk.world import World


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> World:
    """A fresh workspace with a client of either kind."""
    return World(request.param)
