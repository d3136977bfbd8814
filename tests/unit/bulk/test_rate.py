"""Runs go at Attio's limit and not above it, told by a server that enforces it on a clock that takes no time."""

from __future__ import annotations

import pytest

from benchmarks.bulk_rate import measure


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("sliding", [False, True])
def test_a_run_uses_the_limit_and_never_exceeds_it(kind, sliding):
    """On a fixed and on a sliding second: no 429, and nearly all of what is allowed."""
    found = measure(kind, 200, sliding=sliding)
    assert (found.refused, found.created) == (0, 200)
    assert 0.97 <= found.part <= 1.0


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_lower_limit_is_noticed_and_no_row_is_lost(kind):
    """The server of this test does refuse what is too much; rows that met a 429 are sent again."""
    found = measure(kind, 100, sliding=True, limit=20)
    assert found.refused > 0
    assert found.created == 100
