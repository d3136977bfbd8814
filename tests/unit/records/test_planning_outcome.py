"""Created or updated: what the times of an answer tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.records.planning import Answer, Seen
from attio.records.planning_outcome import ServerClock, is_of_attempt, outcome_of_upsert

NOW = datetime(2026, 5, 1, 12, 0, 0, tzinfo=UTC)
NOW_S = NOW.timestamp()


def _outcome(made_s: float | None, *, sent_s: float = 0.40, received_s: float = 0.50, ahead_s: float = 0.0, first_s=None,
             date=True, clock=None, seen=None) -> str:  # fmt: skip
    """Judge an answer: times are seconds after NOW by Attio's clock, ours is that much behind it."""
    answer = Answer(
        "r-1",
        None if made_s is None else NOW + timedelta(seconds=made_s),
        NOW + timedelta(seconds=int(received_s // 1)) if date else None,
        NOW_S + (sent_s if first_s is None else first_s) - ahead_s,
        NOW_S + sent_s - ahead_s,
        NOW_S + received_s - ahead_s,
    )
    return outcome_of_upsert(answer, clock or ServerClock(), seen)


def test_a_record_of_the_call_was_created():
    """created_at lies between sending and answering."""
    assert _outcome(0.45) == "created"
    assert _outcome(0.4) == "created"


def test_an_older_record_was_updated():
    """Anything from before the answer's second is certain, whatever our clock says."""
    assert _outcome(-86400) == "updated"
    assert _outcome(-2.0) == "updated"


def test_a_record_of_a_moment_ago_is_unknown_at_first():
    """One answer tells the server's time to a second only: what lies closer cannot be decided."""
    assert _outcome(0.1) == "unknown"
    assert _outcome(-0.1) == "unknown"


def test_answers_teach_how_far_the_clocks_are_apart():
    """After answers around a tick of the server's clock, a record of half a second ago was certainly updated."""
    clock = ServerClock()
    for at in range(200):
        clock.note(NOW_S + (at * 0.04) // 1, NOW_S + at * 0.04 - 0.02, NOW_S + at * 0.04 + 0.02)
    assert -0.1 < clock.least_s <= 0.0 <= clock.most_s < 0.1
    assert _outcome(-0.05, clock=clock) == "updated"
    assert _outcome(0.2, clock=clock) == "unknown"
    assert _outcome(0.45, clock=clock) == "created"


@pytest.mark.parametrize("ahead_s", [-3600.0, -5.0, 5.0, 3600.0, 1e7])
def test_a_clock_of_ours_that_is_wrong_is_noticed(ahead_s):
    """Then only Attio's clocks count: the answer's own second is where a created record lies."""
    assert _outcome(0.45, ahead_s=ahead_s) == "created"
    assert _outcome(-3.0, ahead_s=ahead_s) == "updated"


def test_a_repeated_call_may_have_created_it_with_its_first_attempt():
    """Between the first attempt and the last one it cannot be told."""
    assert _outcome(10.0, first_s=5.0, sent_s=30.0, received_s=30.1) == "unknown"
    assert _outcome(30.05, first_s=5.0, sent_s=30.0, received_s=30.1) == "created"
    assert _outcome(1.0, first_s=5.0, sent_s=30.0, received_s=30.1) == "updated"


def test_what_was_in_flight_before_may_have_been_created_then():
    """A record that is not older than the attempt of an earlier run is unknown."""
    seen = Seen("sent", 0, sent_at=NOW_S - 600)
    assert _outcome(-590, seen=seen) == "unknown"
    assert _outcome(-6000, seen=seen) == "updated"
    assert _outcome(-590, seen=Seen("failed", 0, sent_at=NOW_S - 600)) == "updated"
    assert _outcome(0.45, seen=seen) == "created"


def test_without_times_nothing_is_claimed():
    """No created_at, no Date, or a record from the future: unknown."""
    assert _outcome(None) == "unknown"
    assert _outcome(0.45, date=False) == "unknown"
    assert _outcome(60.0) == "unknown"
    assert is_of_attempt(None, 0.0, 0.0)


def test_a_clock_that_is_set_is_learned_anew():
    """An answer that contradicts all before it starts from itself."""
    clock = ServerClock()
    clock.note(NOW_S, NOW_S + 0.1, NOW_S + 0.2)
    assert clock.agrees
    clock.note(NOW_S + 100, NOW_S + 0.3, NOW_S + 0.4)
    assert not clock.agrees
    assert 99 < clock.least_s < clock.most_s < 101


@given(
    st.floats(-20, 20),
    st.floats(-400, -0.5) | st.none(),
    st.lists(
        st.tuples(st.floats(0.001, 0.5), st.floats(0.001, 0.5), st.floats(0, 3)), min_size=1, max_size=30
    ),
)
@settings(max_examples=150)
def test_updated_is_never_said_of_a_record_that_the_call_created(ahead_s, older_s, calls):
    """Whatever the clocks: a created record is never called updated, one that is two seconds old never created."""
    clock, at = ServerClock(), 0.0
    for there_s, back_s, pause_s in calls:
        at += pause_s
        sent, made = at, at + there_s if older_s is None else at + older_s
        at += there_s + back_s
        answer = Answer(
            "r",
            NOW + timedelta(milliseconds=int(made * 1000)),
            NOW + timedelta(seconds=int((sent + there_s) // 1)),
            NOW_S + sent - ahead_s,
            NOW_S + sent - ahead_s,
            NOW_S + at - ahead_s,
        )
        told = outcome_of_upsert(answer, clock)
        if older_s is None:
            assert told != "updated"
        elif older_s < -2.0 - there_s - back_s:
            assert told == "updated"
