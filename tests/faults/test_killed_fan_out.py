"""`kill -9` amid thousands of reminders: all have theirs, nobody thrice, no more twice than were in flight."""

from collections.abc import Callable
from random import Random

import pytest

from tests.faults import crowds, invariants
from tests.faults.processes import IN_FLIGHT, Served

KILLS = 4
PEOPLE = 10_000


@pytest.mark.whole
@pytest.mark.timeout(400)
@pytest.mark.case("F01")
async def test_ten_thousand_reminders_killed_four_times_reach_everybody(
    bot: Served, dice: Random, tell: Callable[[str], None]
) -> None:
    bot.settings |= {"TERMINARZ_SENDING__RATE": "1000", "TERMINARZ_SENDING__CONCURRENCY": str(IN_FLIGHT)}
    crowd = await crowds.reminded(bot, "Szkolenie za godzinę", PEOPLE)
    for _ in range(KILLS):
        await bot.killed_after(dice.randint(1, PEOPLE // (KILLS + 1)), lambda: len(crowd.calls()))
    async with bot.running():
        await bot.until(crowd.over, within=200.0)
        await invariants.hold(bot)
    tell(f"{KILLS} kills: {crowd.figures()}")
    copies = crowd.copies()
    assert (copies[0], crowd.false()) == (0, 0), "somebody has none"
    assert max(copies) <= 2, "more than two copies"
    assert copies[2] <= KILLS * IN_FLIGHT, "more copies than were in flight"
