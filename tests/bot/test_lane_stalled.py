"""The lane of notices where one of them cannot be written down, or its slots come late."""

import asyncio

import pytest

from bot.lanes import Lanes
from domain.notice import Lane
from domain.ports import Slot
from tests.bot.test_delivering import CROWD, alarm, crowded
from tests.conversations.programmes import training
from tests.conversations.towns import at, signed_up, town_of
from tests.storage.conftest import by_hand


async def test_notice_that_cannot_be_written_down_keeps_no_other_back() -> None:
    async with crowded() as (town, people):
        await alarm(town, people)
        sql = by_hand(town.bot.storage)
        await sql(
            "CREATE TRIGGER spoilt BEFORE UPDATE ON notice WHEN OLD.id = 1 AND NEW.fate = 'delivered' "
            "BEGIN SELECT RAISE(ABORT, 'spoilt'); END"
        )
        async with asyncio.timeout(20):
            with pytest.raises(ExceptionGroup):
                await town.bot.delivery.courier.deliver_due()
            await town.bot.delivery.courier.deliver_due()
        fates = await sql("SELECT fate, COUNT(*) FROM notice GROUP BY fate ORDER BY fate")
    assert fates == [("delivered", CROWD - 1), ("sending", 1)]


async def test_notice_that_waited_long_for_its_slot_is_judged_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    async with town_of(training(start="2026-05-06T09:00")) as town:
        anna = await signed_up(town, "Anna")
        await town.until(at("2026-05-06T07:59"))
        before, given = len(anna.heard), Lanes.slots

        async def late(lanes: Lanes, lane: Lane, most: int) -> list[Slot]:
            town.clock.set(at("2026-05-06T10:00"))
            return await given(lanes, lane, most)

        monkeypatch.setattr(Lanes, "slots", late)
        town.clock.set(at("2026-05-06T08:00"))
        await town.bot.delivery.courier.deliver_due()
        fates = await by_hand(town.bot.storage)("SELECT fate, attempts FROM notice WHERE kind = 'reminder_hour'")
    assert fates == [("missed", 0)]
    assert len(anna.heard) == before
