"""What is changed while much goes out: nobody hears what is not true any more, everybody what is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.alteration import MERGED_WITHIN
from domain.desks.changing import Changing
from domain.official import Official
from tests.faults import crowds, invariants
from tests.faults.crowds import Crowd
from tests.faults.prepared import administrator, filling
from tests.faults.processes import IN_FLIGHT, Served, said, wall

PEOPLE = 120
SHARE = 40
ORGANISER = 5_000
TITLE = "Szkolenie za godzinę"
CANCELLED = "odwołane"
SLOW = "40"
"""Messages a second, so that much is left to send when something changes."""


async def slow_fan_out(bot: Served) -> Crowd:
    bot.settings["TERMINARZ_SENDING__RATE"] = SLOW
    await administrator(bot, "Olga Lis", ORGANISER)
    return await crowds.reminded(bot, TITLE, PEOPLE)


@pytest.mark.whole
@pytest.mark.case("F34")
async def test_cancellation_overtakes_the_reminders_that_are_not_sent_yet(
    bot: Served, tell: Callable[[str], None]
) -> None:
    crowd = await slow_fan_out(bot)
    async with bot.running():
        await bot.until(lambda: crowd.heard() >= SHARE)
        await crowds.call_off(bot, crowd.training, ORGANISER)
        at = len(bot.world.calls)
        await bot.until(lambda: all(said(person.chat, CANCELLED) for person in crowd.people))
        await invariants.hold(bot)
    reminded = crowd.fates()
    after = [CANCELLED in str(call.params) for call in bot.world.calls[at:] if call.chat_id in crowd.ids]
    tell(f"cancelled at {SHARE} of {PEOPLE}: {reminded}, reminders that left after the act {after.count(False)}")
    assert reminded.keys() == {"delivered", "dropped"}
    assert after.count(True) == PEOPLE
    assert after.count(False) <= IN_FLIGHT, "more than were on their way"
    assert all(said(person.chat[-1:], CANCELLED) for person in crowd.people), "somebody is reminded of it after all"


@pytest.mark.whole
@pytest.mark.case("F35")
async def test_everybody_ends_with_the_newest_of_two_changes_made_at_once(
    bot: Served, tell: Callable[[str], None]
) -> None:
    crowd = await slow_fan_out(bot)
    async with bot.running():
        await bot.until(lambda: crowd.heard() >= SHARE)
        older, newer = [await moved(bot, crowd.training, timedelta(days=days)) for days in (20, 21)]
        await bot.until(lambda: all(said(person.chat, newer) for person in crowd.people))
        await invariants.hold(bot)
    last = [next(message.text for message in reversed(person.chat) if message.from_bot) for person in crowd.people]
    copies = sum(len(said(person.chat, newer)) for person in crowd.people)
    former = sum(len(said(person.chat, older)) for person in crowd.people)
    tell(f"moved twice at {SHARE} of {PEOPLE}: {copies} told of the newest, {former} of the former")
    assert all(newer in text.replace("\xa0", " ") for text in last)
    assert copies == PEOPLE
    fates = crowd.fates()
    assert fates["delivered"] + fates["dropped"] == 2 * PEOPLE, "those of two former days"
    assert fates["pending"] == PEOPLE, "a reminder of the new day is missing"


async def moved(bot: Served, number: int, after: timedelta) -> str:
    """Move a training as if that had been done just so long ago that people may hear of it; return its day."""
    start = wall(bot.world.clock.now() + after)
    async with filling(bot) as transaction:
        stored = await transaction.trainings.get(number)
        assert stored
        changing = Changing(transaction, bot.world.clock.now() - MERGED_WITHIN, Official(ORGANISER))
        await changing.apply(stored.training, replace(stored.training.details, start=start), silent=False)
    return f" {start.day.day} "
