"""Precedence: what is long waits for who acts, what can wait for a moment in which nobody does."""

import asyncio

from domain.desks.precedence import LATELY, Precedence


async def test_nobody_is_waited_for_where_nobody_acts() -> None:
    precedence = Precedence()
    async with asyncio.timeout(LATELY / 2):
        assert not await precedence.given()
        await precedence.calm(60)


async def test_whoever_acted_a_moment_ago_may_be_back() -> None:
    precedence = Precedence()
    with precedence.taken():
        pass
    assert await precedence.given()
    loop = asyncio.get_running_loop()
    began = loop.time()
    await precedence.calm(60)
    assert loop.time() - began >= LATELY / 2
    assert not await precedence.given()


async def test_people_who_act_without_end_are_not_waited_for_longer_than_patience_lasts() -> None:
    precedence = Precedence()
    with precedence.taken():
        async with asyncio.timeout(LATELY / 2):
            await precedence.calm(0.1)
