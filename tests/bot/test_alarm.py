"""The alarm on a machine whose clock is set back: what it does again and again goes on."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import ClassVar, Self

import apscheduler.schedulers.base
import pytest

from bot import alarm
from bot.alarm import WakingAlarm

NOON = datetime(2027, 3, 3, 12, tzinfo=UTC)


class Shown(datetime):
    """What the machine's clock shows."""

    off: ClassVar[timedelta] = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return super().now(tz) + cls.off

    @classmethod
    def set(cls, moment: datetime) -> None:
        cls.off = moment - datetime.now(UTC)


class Machine:
    @staticmethod
    def now() -> datetime:
        return Shown.now(UTC)


class Rung(asyncio.Event):
    """Notes that it was asked for, each time."""

    async def note(self) -> None:
        self.set()

    async def again(self) -> None:
        self.clear()
        async with asyncio.timeout(10):
            await self.wait()


class Alarmed:
    """An alarm that beats a hundred times a second, and what it has done."""

    def __init__(self) -> None:
        self.rung, self.nightly, self.reconciled = Rung(), Rung(), Rung()
        self.alarm = WakingAlarm(Machine(), self.rung.set)


@pytest.fixture
async def alarmed(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Alarmed]:
    monkeypatch.setattr(alarm, "datetime", Shown)
    monkeypatch.setattr(apscheduler.schedulers.base, "datetime", Shown)
    monkeypatch.setattr(alarm, "HEARTBEAT", timedelta(seconds=0.01))
    monkeypatch.setattr(alarm, "RECONCILED_EVERY", timedelta(seconds=0.1))
    Shown.set(NOON)
    made = Alarmed()
    made.alarm.start(made.nightly.note, made.reconciled.note)
    yield made
    made.alarm.stop()


async def test_records_are_looked_through_after_the_clock_was_set_back(alarmed: Alarmed) -> None:
    await alarmed.reconciled.again()
    Shown.set(NOON - timedelta(hours=2))
    await alarmed.reconciled.again()
    await alarmed.reconciled.again()


async def test_records_are_looked_through_after_the_clock_was_set_to_another_year(alarmed: Alarmed) -> None:
    await alarmed.reconciled.again()
    Shown.set(NOON + timedelta(days=40_000))
    await alarmed.reconciled.again()


async def test_nightly_chores_are_done_in_the_next_night_of_a_clock_set_back_by_a_year(alarmed: Alarmed) -> None:
    await alarmed.rung.again()
    Shown.set(NOON.replace(year=2026, hour=1, minute=29, second=59, microsecond=800_000))
    await alarmed.nightly.again()


async def test_nightly_chores_are_done_when_the_clock_is_set_past_their_hour(alarmed: Alarmed) -> None:
    await alarmed.rung.again()
    Shown.set(NOON + timedelta(days=1))
    await alarmed.nightly.again()
