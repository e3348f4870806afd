"""Reconciling: what was left unfinished is mended, and administrators hear of what is wrong, once an hour."""

from datetime import timedelta

from bot.cli.demo.town import Resident, Town
from domain.desks.reconciling import Reconciling
from domain.finding import Invariant
from domain.notice import REMINDERS, Kind, Planned
from tests.conversations.hearing import heard
from tests.conversations.programmes import training
from tests.conversations.test_roles import administrator
from tests.conversations.towns import signed_up, town_of
from tests.storage.conftest import by_hand

HOUR = timedelta(hours=1)
WRONG = "W danych bota coś się nie zgadza."
MENDED = "Bot posprzątał po sobie"
LATE = "Coś czeka zbyt długo"
FATES = "SELECT fate FROM notice WHERE kind LIKE 'reminder%' AND kind <> 'reminder_week'"


async def reconciled(town: Town, *, reachable: bool = True) -> tuple[list[Invariant], list[Invariant]]:
    mended, wrong = await Reconciling(town.bot.storage).reconcile(town.clock.now(), reachable=reachable)
    return [each.invariant for each in mended], [each.invariant for each in wrong]


def alarms(person: Resident, phrase: str) -> int:
    return sum(phrase in text for text in heard(person))


async def test_sound_records_are_left_alone_and_nobody_hears_of_them() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        await signed_up(town, "Anna")
        before = heard(maria)
        assert await reconciled(town) == ([], [])
        await town.settle()
        assert heard(maria) == before


async def test_what_cannot_be_mended_is_told_to_administrators_once_an_hour() -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        async with town.bot.storage.transaction() as transaction:
            await transaction.notices.drop(anna.person.id, 1, REMINDERS, "lost", town.clock.now())
        for _ in range(3):
            assert await reconciled(town) == ([], [Invariant.REMINDERS_MISSING])
            await town.settle()
        assert alarms(maria, WRONG) == 1
        assert "reminders_missing" in heard(maria)[-1]
        await town.passes(HOUR)
        await reconciled(town)
        await town.settle()
        assert alarms(maria, WRONG) == 2
        assert alarms(anna, WRONG) == 0


async def test_lease_that_was_never_ended_is_mended_and_the_reminder_comes() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        await signed_up(town, "Anna")
        await by_hand(town.bot.storage)(
            "UPDATE notice SET fate = 'sending', lease = 'x', lease_until = 1 WHERE kind = 'reminder_hour'"
        )
        assert await reconciled(town) == ([Invariant.LEASES_OVER], [])
        await town.settle()
        assert alarms(maria, MENDED) == 1
        await town.passes(timedelta(days=10))
        assert await by_hand(town.bot.storage)(FATES) == [("delivered",)] * 2


async def test_texts_that_a_night_did_not_forget_are_forgotten() -> None:
    async with town_of(training()) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("Ile kosztuje szkolenie?")
        await town.passes(timedelta(days=3))
        assert await reconciled(town) == ([Invariant.TEXTS_KEPT], [])
        assert await by_hand(town.bot.storage)("SELECT text FROM question") == [(None,)]


async def test_what_is_late_because_telegram_is_away_needs_nobody() -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        overdue = Planned(Kind.ALARM, anna.person.id, "k", town.clock.now() - HOUR)
        async with town.bot.storage.transaction() as transaction:
            await transaction.notices.plan([overdue])
        assert await reconciled(town, reachable=False) == ([], [])
        assert await reconciled(town) == ([], [Invariant.NOTICES_OVERDUE])
        await town.settle()
        assert alarms(maria, LATE) == 1
