"""Paces: even, never more than allowed in any span, whatever comes when."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat_paces import GROUP_SPAN, PRIVATE_SPAN, ChatPaces, Rests
from bot.pace import SLACK, Pace


def leaving(pace: Pace, asked: list[float]) -> list[float]:
    """Return when those who ask at these instants leave."""
    left: list[float] = []
    for now in asked:
        at = pace.soonest(max(now, left[-1] if left else now))
        pace.leave(at)
        left.append(at)
    return left


def most_within(span: float, instants: list[float]) -> int:
    return max(sum(first <= each < first + span for each in instants) for first in instants)


def test_pace_is_even() -> None:
    gaps = {round(later - earlier, 9) for earlier, later in pairwise(leaving(Pace(10, 1, late=0), [100.0] * 30))}
    assert gaps == {round((1 + SLACK) / 10, 9)}


def test_pace_saves_up_no_more_than_it_may_be_late() -> None:
    pace = Pace(100, 1, late=0.02)
    leaving(pace, [100.0])
    assert sum(at == 200.0 for at in leaving(pace, [200.0] * 9)) == 2


@given(st.lists(st.floats(0, 3), min_size=1, max_size=80), st.floats(0, 5))
def test_pace_never_lets_more_leave_in_any_span(asked: list[float], late: float) -> None:
    assert most_within(1, leaving(Pace(10, 1, late=late), sorted(asked))) <= 10


def test_pace_that_was_slowed_becomes_itself_again() -> None:
    pace = Pace(10, 1, late=0)
    pace.slow(1.25)
    assert (pace.slowed, pace.soonest(0)) == (1.25, 0)
    for _ in range(30):
        pace.slow(0.99)
    assert pace.slowed == 1


@pytest.mark.parametrize(("chat_id", "at_once", "in_a_minute"), [(5, 5, 60), (-5, 3, 20)])
def test_chat_gets_a_few_at_once_and_then_its_share(chat_id: int, at_once: int, in_a_minute: int) -> None:
    paces, left, now = ChatPaces(60), list[float](), 100.0
    while len(left) < 100:
        now += paces.wait(chat_id, now)
        paces.leave(chat_id, now)
        left.append(now)
    assert sum(at < left[0] + 0.001 for at in left) == at_once
    assert most_within(60, left) <= in_a_minute + (0 if chat_id < 0 else at_once)
    assert most_within(5, left) <= 5


@pytest.mark.parametrize(("chat_id", "other", "span"), [(5, 6, PRIVATE_SPAN), (-5, -6, GROUP_SPAN)])
@pytest.mark.parametrize("spans", [0.5, 0.99, 1.01, 1.2])
def test_chat_is_forgotten_when_nothing_that_it_got_counts_any_more(
    chat_id: int, other: int, span: float, spans: float
) -> None:
    paces, alone, now = ChatPaces(60), ChatPaces(60), 100.0
    while not paces.wait(chat_id, now):
        paces.leave(chat_id, now)
        alone.leave(chat_id, now)
    later = now + spans * span
    paces.leave(other, later)
    assert paces.wait(chat_id, later) == alone.wait(chat_id, later)


def test_chat_that_is_to_be_left_alone_holds_up_no_other() -> None:
    rests, now, later = Rests(), datetime(2026, 4, 27, 8, tzinfo=UTC), datetime(2026, 4, 27, 8, 1, tzinfo=UTC)
    rests.begin(5, now, later)
    assert (rests.wait(5, now), rests.wait(6, now), rests.wait(5, later)) == (60.0, 0.0, 0.0)
    assert rests.wait(5, now - timedelta(hours=2)) == 0.0
