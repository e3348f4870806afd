"""Lanes of the courier: one that fails keeps nothing else from being done."""

from datetime import datetime, timedelta

import pytest

from domain.desks.courier import Courier
from domain.desks.stillness import Stillness
from domain.notice import Kind, Planned
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


@pytest.mark.parametrize(("due_in", "rings_in"), [(-60, 1.0), (0, 1.0), (0.01, 0.05), (0.3, 0.3), (90, 90)])
async def test_alarm_rings_at_the_instant_and_in_a_second_for_what_waits(due_in: float, rings_in: float) -> None:
    async with town_of(training()) as town:
        now = town.clock.now()
        async with town.bot.storage.transaction() as transaction:
            await transaction.notices.plan([Planned(Kind.ALARM, 5, "alarm", now + timedelta(seconds=due_in))])
        await town.bot.delivery.courier.set_alarm()
        assert town.bot.alarm.next == now + timedelta(seconds=rings_in)
