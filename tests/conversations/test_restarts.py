"""Restarts: whatever step of a conversation the bot was stopped at, it goes on there; nothing is kept in memory."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.demo.town import Resident, Town, found
from domain.desks.leases import LEASE
from domain.desks.replying import DEATHS
from domain.ports import Outgoing
from playground.clock import ManualClock
from tests.conversations.hearing import heard, words
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.towns import at, queue_of, signed_up, town_of

MORNING = at("2026-04-27T08:00")
Step = Callable[[Resident], Awaitable[object]]


@asynccontextmanager
async def living(database: Path, now: datetime, run: int, seats: int = 1) -> AsyncIterator[Resident]:
    """Let the bot of a kept database serve for a while, and give somebody who meets it in every run."""
    text = programme_of(training(capacity=seats))
    async with found(text, database=f"sqlite:///{database}", clock=ManualClock(now), seed=run) as town:
        yield town.resident("Anna", "Nowak")


async def _holds(anna: Resident) -> None:
    await anna.writes("/zapisz 1")


async def _changes_name(anna: Resident) -> None:
    await anna.writes("/zapisz 1")
    await anna.presses("Zmień nazwisko")


async def _confirms(anna: Resident) -> None:
    await anna.writes("/zapisz 1")
    await anna.presses("Potwierdzam zapis")


async def _withdraws(anna: Resident) -> None:
    await _confirms(anna)
    await anna.writes("/wypisz 1")


@pytest.mark.parametrize(
    ("before", "after", "answer"),
    [
        (_holds, lambda anna: anna.forges("h:1"), "Który urząd lub jednostka?"),
        (_holds, lambda anna: anna.forges("hd:1"), "Nie ma zapisu"),
        (_changes_name, lambda anna: anna.writes("Maria Kowalska"), "Który urząd lub jednostka?"),
        (_confirms, lambda anna: anna.writes("Gdynia"), "✅ Zapisano: Urząd Miasta Gdyni"),
        (_confirms, lambda anna: anna.writes("/zapisz 1"), "✅ Miejsce jest już potwierdzone"),
        (_withdraws, lambda anna: anna.forges("u:1"), "✅ Zapis przywrócony. Do zobaczenia w środę, 6 maja, o 9:00!"),
    ],
    ids=["confirm", "decline", "type a name", "type an institution", "sign up again", "undo"],
)
async def test_a_conversation_goes_on_where_it_was(tmp_path: Path, before: Step, after: Step, answer: str) -> None:
    async with living(tmp_path / "kept.db", MORNING, run=1) as anna:
        await before(anna)
    async with living(tmp_path / "kept.db", MORNING + timedelta(seconds=30), run=2) as anna:
        await anna.starts()
        await after(anna)
        assert words(anna.last).split("\n")[0] == answer


async def test_a_minute_of_undo_that_ended_meanwhile_is_over(tmp_path: Path) -> None:
    async with living(tmp_path / "kept.db", MORNING, run=1) as anna:
        await _withdraws(anna)
    async with living(tmp_path / "kept.db", MORNING + timedelta(minutes=5), run=2) as anna:
        await anna.starts()
        assert words(await anna.forges("u:1")).startswith("Czas na cofnięcie minął, ale są wolne miejsca.")


async def test_a_hold_that_ran_out_meanwhile_is_free(tmp_path: Path) -> None:
    async with living(tmp_path / "kept.db", MORNING, run=1) as anna:
        await _holds(anna)
    async with living(tmp_path / "kept.db", MORNING + timedelta(hours=1), run=2) as anna:
        await anna.town.settle()
        assert "Miejsca: zostało 1 miejsce z 1" in words(await anna.writes("/szkolenia 1"))


async def test_an_offer_is_made_by_whoever_runs_when_it_is_due(tmp_path: Path) -> None:
    async with living(tmp_path / "kept.db", MORNING, run=1) as anna:
        await _confirms(anna)
        await queue_of(anna.town, "Ewa")
        await anna.writes("/wypisz 1")
    async with living(tmp_path / "kept.db", MORNING + timedelta(minutes=2), run=2) as anna:
        ewa = anna.town.resident("Ewa", "Nowak")
        ewa.person.private.members[anna.town.world.bot.id] = "member"
        await anna.town.settle()
        assert heard(ewa)[0].startswith(f"🎉 Zwolniło się miejsce!\n{BUDGET}\n")


async def test_reminders_survive_and_come_once(tmp_path: Path) -> None:
    async with living(tmp_path / "kept.db", MORNING, run=1) as anna:
        await signed_up(anna.town, "Ewa")
        await _holds(anna)
    counts = []
    for run, now in enumerate(("2026-05-05T14:00", "2026-05-05T14:01", "2026-05-06T08:00"), start=2):
        async with living(tmp_path / "kept.db", at(now), run=run) as anna:
            ewa = anna.town.resident("Ewa", "Nowak")
            ewa.person.private.members[anna.town.world.bot.id] = "member"
            await anna.town.settle()
            counts.append([text.split("\n")[0] for text in heard(ewa)])
    assert counts == [["🔔 Jutro szkolenie"], [], [f"🔔 Za godzinę: {BUDGET}"]]


@pytest.mark.parametrize("sent_late", [False, True])
async def test_a_reply_counted_with_its_act_comes_once(*, sent_late: bool) -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        chat, now = anna.person.id, town.clock.now()
        async with town.bot.storage.transaction() as transaction:
            said = Outgoing(chat, "sendMessage", {"chat_id": chat, "text": "Jest"}, begun=now)
            (reply,) = await transaction.replies.add([said], now, now + LEASE)
        if sent_late:
            town.clock.set(now + LEASE)
            await town.settle()
        await town.bot.turns._replying.send(reply)
        assert heard(anna).count("Jest") == 1


async def _dies_before_calling(town: Town) -> None:
    """Do what a process does that is killed when a call is counted and nothing of it has left."""
    now = town.clock.now()
    async with town.bot.storage.transaction() as transaction:
        for reply in await transaction.replies.claim(now, 1, now + LEASE):
            assert await transaction.replies.begin(reply)
    await town.bot.storage.recover(now)


@pytest.mark.parametrize(("deaths", "heard_of"), [(2, 1), (DEATHS - 1, 1), (DEATHS, 0)])
async def test_a_reply_outlives_several_deaths_but_not_every_number(deaths: int, heard_of: int) -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        chat, now = anna.person.id, town.clock.now()
        async with town.bot.storage.transaction() as transaction:
            said = Outgoing(chat, "sendMessage", {"chat_id": chat, "text": "Jest"})
            await transaction.replies.add([said], now, now)
        for _ in range(deaths):
            await _dies_before_calling(town)
        await town.settle()
        assert heard(anna).count("Jest") == heard_of
