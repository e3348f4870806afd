"""Lanes of the courier: one that fails keeps nothing else from being done."""

from datetime import datetime

import pytest

from domain.desks.courier import Courier
from domain.desks.stillness import Stillness
from tests.conversations.programmes import training
from tests.conversations.towns import town_of


async def test_a_lane_that_fails_stops_no_other() -> None:
    handled: list[str] = []

    async def fails(_: datetime) -> int:
        raise LookupError("a lane")

    async def works(now: datetime) -> int:
        handled.append(f"{now:%H:%M}")
        return 0

    async with town_of(training()) as town:
        bot = town.bot
        courier = Courier(bot.storage, bot.clock, bot.alarm, Stillness(), (fails, works), (fails, works))
        with pytest.raises(ExceptionGroup) as raised:
            await courier.deliver_due()
    assert [str(each) for each in raised.value.exceptions] == ["a lane", "a lane"]
    assert handled == ["06:00", "06:00"]
