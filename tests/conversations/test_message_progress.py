"""The one message that shows how far a message to many has come: edited at most every two seconds, right in the end."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise

from bot.cli.demo.town import Town
from domain.official import Official, Preferences
from tests.conversations.hearing import heard
from tests.conversations.messages import composed, copies, crowd, organiser
from tests.conversations.programmes import training
from tests.conversations.towns import at, town_of

MANY = 20
SECOND = timedelta(seconds=1)


async def _woken_one_by_one(town: Town, people: list[int]) -> None:
    """Let the quiet time of each person end a second after that of the one before, from nine on."""
    async with town.bot.storage.transaction() as transaction:
        for second, number in enumerate(people):
            known = await transaction.officials.get(number) or Official(number)
            awake = Preferences(quiet_until=time(9, 0, second))
            await transaction.officials.save(replace(known, preferences=awake))


def _edits(town: Town) -> list[datetime]:
    """Return when messages were edited."""
    return [call.at for call in town.world.calls if call.method == "editMessageText"]


async def test_progress_is_one_message_edited_at_most_every_two_seconds() -> None:
    async with town_of(training(), now="2026-04-27T08:30") as town:
        people = await crowd(town, MANY)
        await _woken_one_by_one(town, [each.person.id for each in people])
        olga = await organiser(town)
        await composed(olga)
        await olga.presses("Wyślij do")
        messages = len(heard(olga))
        assert "Dalszy ciąg: dziś o 9:00" in heard(olga)[-1]
        begun = town.clock.now()
        await town.until(at("2026-04-27T09:05"))
        edits = [edit for edit in _edits(town) if edit > begun]
        assert min(then - first for first, then in pairwise(edits)) >= 2 * SECOND
        assert len(edits) > MANY // 2
        assert heard(olga)[-1].startswith("Wysłano\nDostarczono do 20 osób")
        assert len(heard(olga)) == messages
        assert [copies(each) for each in people] == [1] * MANY


async def test_nothing_is_edited_while_nothing_changes() -> None:
    async with town_of(training(), now="2026-04-27T20:30") as town:
        await crowd(town, 3)
        olga = await organiser(town)
        await composed(olga)
        await olga.presses("Wyślij do")
        await town.passes(timedelta(seconds=30))
        before = _edits(town)
        assert await town.next_due() == at("2026-04-28T08:00")
        await town.until(at("2026-04-28T07:59"))
        assert _edits(town) == before


async def test_pause_is_shown_within_two_seconds_and_costs_no_edit_of_its_own() -> None:
    async with town_of(training(), now="2026-04-27T08:30") as town:
        await crowd(town, MANY, MANY // 2)
        olga = await organiser(town)
        await composed(olga)
        await olga.presses("Wyślij do")
        before = _edits(town)
        await olga.presses("Wstrzymaj")
        assert _edits(town) == before
        await town.passes(2 * SECOND)
        assert heard(olga)[-1].startswith("Wstrzymano po 10 z 20")
        assert len(_edits(town)) == len(before) + 1


async def test_progress_that_cannot_be_shown_stops_nothing() -> None:
    async with town_of(training()) as town:
        people = await crowd(town, 60)
        olga = await organiser(town)
        number = await composed(olga)
        olga.person.presses("Wyślij do")
        olga.person.blocks()
        await town.settle()
        await town.passes(timedelta(minutes=1))
        assert [copies(each) for each in people] == [1] * 60
        async with town.bot.storage.reading() as transaction:
            seen = await transaction.broadcasts.progress(number)
        assert seen is not None
        assert (seen.broadcast.phase, seen.totals.delivered) == ("done", 60)
        assert len(_edits(town)) < 10
