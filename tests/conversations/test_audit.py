"""The audit of a lively town: whatever people did, nothing is wrong in the records."""

from datetime import timedelta

from bot.cli.demo.town import Town
from domain.finding import Finding, Invariant
from domain.notice import REMINDERS
from tests.conversations.conftest import Entries
from tests.conversations.messages import composed
from tests.conversations.programmes import programme_of, training
from tests.conversations.test_alarms import UNREADABLE, three_attempts
from tests.conversations.test_roles import administrator, invited
from tests.conversations.towns import queue_of, signed_up, town_of

DAY = timedelta(days=1)


async def findings(town: Town) -> list[Finding]:
    async with town.bot.storage.reading() as transaction:
        return list(await transaction.audit.findings(town.clock.now(), list(Invariant)))


async def test_town_of_the_demonstration_is_sound(town: Town) -> None:
    anna, ewa = await signed_up(town, "Anna"), town.resident("Ewa", "Lis")
    await ewa.starts("s14")
    await ewa.writes("Ile kosztuje KSeF?")
    assert await findings(town) == []
    await anna.writes("/moje")
    for _ in range(30):
        await town.passes(DAY)
        await town.bot.storage.forget(town.clock.now())
        assert await findings(town) == []


async def test_list_with_a_queue_is_sound_after_everybody_has_left() -> None:
    async with town_of(training(seats=1)) as town:
        people = await queue_of(town, "Anna", "Ewa", "Jan", "Ola")
        for person in people:
            await person.forges("w:1")
            assert await findings(town) == []
            await town.passes(timedelta(minutes=2))
            assert await findings(town) == []
            await town.passes(DAY)
            assert await findings(town) == []


async def test_message_to_many_adds_up_though_somebody_was_erased() -> None:
    async with town_of(training(seats=3)) as town:
        maria = await administrator(town)
        people = await queue_of(town, "Anna", "Ewa", "Jan")
        number = await composed(maria)
        await maria.forges(f"rg:{number}:3")
        await people[0].writes("/privacy")
        await people[0].forges("de")
        assert await findings(town) == []
        await town.passes(DAY)
        async with town.bot.storage.reading() as transaction:
            seen = await transaction.broadcasts.get(number)
        assert seen
        assert seen.begun_at
        assert await findings(town) == []


async def test_training_moved_called_off_and_taken_back_is_sound() -> None:
    async with town_of(training(seats=1)) as town:
        await queue_of(town, "Anna", "Ewa")
        for other in (training(start="2026-10-01T10:00"), training(status="cancelled"), training(seats=2)):
            await town.imports(programme_of(other))
            assert await findings(town) == []
            await town.passes(DAY)
            assert await findings(town) == []


async def test_update_that_was_set_aside_and_a_role_given_are_sound(mishaps: Entries) -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        town.world.enqueue(UNREADABLE)
        await three_attempts(town)
        assert await findings(town) == []
        mishaps.clear()


async def test_reminders_that_vanish_are_missed() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        async with town.bot.storage.transaction() as transaction:
            await transaction.notices.drop(anna.person.id, 1, REMINDERS, "lost", town.clock.now())
        assert [finding.invariant for finding in await findings(town)] == [Invariant.REMINDERS_MISSING]
