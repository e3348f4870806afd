"""Rounds: one at once, one after each ring."""

import asyncio

import pytest

from bot.rounds import Rounds


async def test_rounds_are_made_at_once_and_after_each_ring() -> None:
    rung, made = asyncio.Event(), asyncio.Queue[int]()
    numbers = iter(range(9))

    async def work() -> None:
        await made.put(next(numbers))

    rounds = asyncio.get_running_loop().create_task(Rounds(work, rung).run())
    assert await made.get() == 0
    rung.set()
    assert await made.get() == 1
    rounds.cancel()
    with pytest.raises(asyncio.CancelledError):
        await rounds
    assert made.empty()
