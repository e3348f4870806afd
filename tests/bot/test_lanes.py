"""Lanes: the most urgent goes first, announcements leave something to the others, a flood slows down."""

import asyncio

from bot.lanes import FLOODED, GAP, Lanes
from domain.notice import Lane


async def order_of(lanes: Lanes, asked: list[Lane]) -> list[Lane]:
    """Return in which order lanes that ask at once get their slots."""
    given: list[Lane] = []

    async def ask(lane: Lane) -> None:
        await lanes.slots(lane, 1)
        given.append(lane)

    await lanes.slots(Lane.ANNOUNCEMENTS, 99)
    await asyncio.gather(*map(ask, asked))
    return given


async def test_taps_go_before_what_is_timely_and_that_before_announcements() -> None:
    asked = [Lane.ANNOUNCEMENTS, Lane.TIMELY, Lane.TAPS] * 3
    assert await order_of(Lanes(200), asked) == sorted(asked)


async def test_slots_are_given_for_a_moment_ahead_and_never_more_than_asked_for() -> None:
    lanes = Lanes(1000)
    first = await lanes.slots(Lane.ANNOUNCEMENTS, 500)
    assert 1 < len(first) < 50
    assert first == sorted(first)
    assert len(await lanes.slots(Lane.ANNOUNCEMENTS, 3)) == 3


class Seconds:
    """Monotonic seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def count(lanes: Lanes, seconds: Seconds, lane: Lane) -> int:
    """Return how many slots a lane gets in ten seconds, looked at every millisecond."""
    given = 0
    asking = asyncio.get_running_loop().create_task(lanes.slots(lane, 1))
    for _ in range(10_000):
        seconds.now += 0.001
        lanes.give()
        await asyncio.sleep(0)
        if asking.done():
            given += 1
            asking = asyncio.get_running_loop().create_task(lanes.slots(lane, 1))
            await asyncio.sleep(0)
    asking.cancel()
    return given


async def test_announcements_have_everything_while_nobody_else_wants_it() -> None:
    seconds = Seconds()
    assert 294 <= await count(Lanes(30, seconds), seconds, Lane.ANNOUNCEMENTS) <= 300


async def test_announcements_leave_five_a_second_while_others_have_work() -> None:
    seconds = Seconds()
    lanes = Lanes(30, seconds)
    await lanes.slots(Lane.TAPS, 1)
    lately = await count(lanes, seconds, Lane.ANNOUNCEMENTS)
    assert 265 <= lately <= 275  # five seconds at 25, five at 30


async def test_several_chats_refused_at_once_mean_all_of_them_but_taps_go_on() -> None:
    seconds = Seconds()
    lanes = Lanes(30, seconds)
    for chat in range(FLOODED):
        lanes.refused(chat, 5.0)
    seconds.now += GAP
    assert await lanes.slots(Lane.TAPS, 1) == [seconds.now]
    assert 130 <= await count(lanes, seconds, Lane.TIMELY) <= 146  # five seconds, a tenth slower


async def test_one_chat_refused_means_that_chat() -> None:
    seconds = Seconds()
    lanes = Lanes(30, seconds)
    for _ in range(9):
        lanes.refused(7, 60.0)
    assert 294 <= await count(lanes, seconds, Lane.TIMELY) <= 300


async def test_whoever_waits_no_more_takes_no_slot() -> None:
    lanes = Lanes(50)
    await lanes.slots(Lane.TAPS, 9)
    gone = asyncio.get_running_loop().create_task(lanes.slots(Lane.TAPS, 1))
    stays = asyncio.get_running_loop().create_task(lanes.slots(Lane.TIMELY, 1))
    await asyncio.sleep(0)
    gone.cancel()
    assert len(await stays) == 1


async def test_what_is_timely_is_not_kept_back_for_ever_by_taps() -> None:
    seconds = Seconds()
    lanes = Lanes(30, seconds)
    taps = [asyncio.get_running_loop().create_task(lanes.slots(Lane.TAPS, 1)) for _ in range(100)]
    timely = asyncio.get_running_loop().create_task(lanes.slots(Lane.TIMELY, 1))
    for _ in range(6_000):  # as many taps as can be answered, all the time
        seconds.now += 0.001
        lanes.give()
        await asyncio.sleep(0)
        taps = [
            each if not each.done() else asyncio.get_running_loop().create_task(lanes.slots(Lane.TAPS, 1))
            for each in taps
        ]
    assert timely.done()
    for each in (*taps, timely):
        each.cancel()


async def test_what_is_timely_waits_out_a_pause_behind_every_tap() -> None:
    seconds = Seconds()
    lanes = Lanes(30, seconds)
    await lanes.slots(Lane.TIMELY, 1)
    timely = asyncio.get_running_loop().create_task(lanes.slots(Lane.TIMELY, 1))
    await asyncio.sleep(0)
    for chat in range(FLOODED):
        lanes.refused(chat, 60.0)
    assert await count(lanes, seconds, Lane.TAPS) > 200
    assert not timely.done()
    seconds.now += 60
    lanes.give()
    assert await timely
