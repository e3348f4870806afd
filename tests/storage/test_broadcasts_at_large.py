"""However a message to many is held, let go on and lost in between: everybody is told exactly once."""

from datetime import timedelta
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as some

from domain.broadcast import Phase
from domain.notice import Fate
from domain.ports import Storage
from storage.database import open_storage
from tests.storage.samples import MINUTE, NOW, add_training
from tests.storage.test_broadcasts import begin, claim, composed, got, totals, turn

PEOPLE = 8
STEPS = some.lists(some.sampled_from(["pause", "resume", "deliver", "abandon", "put off"]), max_size=14)

Step = Literal["pause", "resume", "deliver", "abandon", "put off"]


class Ledger:
    """Delivers a message by the rules of the courier and keeps who was told."""

    def __init__(self, storage: Storage, number: int) -> None:
        self.storage = storage
        self.number = number
        self.told: list[int] = []
        self.now = NOW

    async def take(self, step: Step) -> None:
        self.now += 5 * MINUTE
        match step:
            case "pause":
                await self._turn(Phase.SENDING, Phase.PAUSED)
            case "resume":
                await self._turn(Phase.PAUSED, Phase.SENDING)
            case _:
                await self.deliver(step)

    async def _turn(self, was: Phase, becomes: Phase) -> None:
        if (await got(self.storage, self.number)).phase is was:
            assert await turn(self.storage, self.number, becomes)

    async def deliver(self, step: Step) -> None:
        """Claim three; hold the message after the first was begun; then say, lose or put off what is still ours."""
        claimed = await claim(self.storage, 3, self.now)
        for place, notice in enumerate(claimed):
            async with self.storage.transaction() as transaction:
                begun = step != "abandon" and await transaction.notices.begin([notice])
            if place == 0 and len(self.told) % 2:
                await self._turn(Phase.SENDING, Phase.PAUSED)
            if not begun:
                continue
            async with self.storage.transaction() as transaction:
                if step == "put off":
                    assert await transaction.notices.postpone(notice, self.now, attempted=False)
                else:
                    self.told.append(notice.official.id)
                    assert await transaction.notices.settle(notice, Fate.DELIVERED, self.now, message_id=1)

    async def finish(self) -> None:
        await self.take("resume")
        for _ in range(PEOPLE * 2):
            self.now += timedelta(minutes=5)
            await self._turn(Phase.PAUSED, Phase.SENDING)
            await self.deliver("deliver")


@settings(max_examples=25, deadline=None)
@given(STEPS)
async def test_everybody_is_told_exactly_once_whatever_happens(steps: list[Step]) -> None:
    storage = await open_storage("sqlite:///:memory:")
    try:
        await add_training(storage)
        number = await composed(storage)
        await begin(storage, number, PEOPLE)
        ledger = Ledger(storage, number)
        for step in steps:
            await ledger.take(step)
        await ledger.finish()
        assert sorted(ledger.told) == list(range(1, PEOPLE + 1))
        assert (await totals(storage, number)).delivered == PEOPLE
    finally:
        await storage.close()
