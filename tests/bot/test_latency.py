"""Latency: what is usual is learnt, what is later is noticed, and counts as having left later."""

import asyncio
from random import Random

import pytest

from bot.lanes import Lanes
from bot.latency import MEMORY, Latency
from domain.notice import Lane
from tests.bot.test_lanes import Seconds

USUAL = 0.06


def used_to(usual: float, spread: float = 0.0) -> Latency:
    latency, dice = Latency(), Random(1)  # noqa: S311 - it only has to be repeatable
    for _ in range(10 * MEMORY):
        latency.late(usual + dice.uniform(-spread, spread))
    return latency


@pytest.mark.parametrize(("spread", "later", "noticed"), [(0, 0.001, 0), (0, 0.02, 0.02), (0.02, 0.02, 0)])
def test_answer_is_late_when_it_comes_later_than_most(spread: float, later: float, noticed: float) -> None:
    assert used_to(USUAL, spread).late(USUAL + later) == pytest.approx(noticed, abs=0.001)


def test_another_latency_becomes_usual() -> None:
    latency = used_to(USUAL)
    for _ in range(4 * MEMORY):
        latency.late(3 * USUAL)
    assert latency.late(3 * USUAL) == 0


def test_call_that_hung_says_nothing_of_others() -> None:
    latency = used_to(USUAL)
    latency.late(30.0)
    assert latency.late(USUAL + 0.02) == pytest.approx(0.02, abs=0.002)


@pytest.mark.parametrize("late", [0.0, 0.05])
async def test_what_was_answered_late_counts_as_having_left_late(late: float) -> None:
    seconds = Seconds()
    lanes, left = Lanes(10, seconds), []
    for number in range(30):
        given = asyncio.get_running_loop().create_task(lanes.slots(Lane.TIMELY, 1))
        while not given.done():
            await asyncio.sleep(0)
            seconds.now += 0.001
            lanes.give()
        (slot,) = given.result()
        seconds.now = slot
        left.append(lanes.left(slot))
        seconds.now += USUAL + (late if number == 19 else 0)
        lanes.answered(left[-1])
    assert left[29] - left[19] == pytest.approx(1.02 + late, abs=0.01)
