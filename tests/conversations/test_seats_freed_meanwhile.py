"""Seats freed while the only one in the queue is leaving it: whoever comes back within the minute is offered one."""

from datetime import timedelta

from tests.conversations.hearing import heard, words
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.towns import queue_of, town_of

OFFER = f"🎉 Zwolniło się miejsce!\n{BUDGET}\n"
OFFERED = "🎉 czeka wolne miejsce"


async def test_undo_in_the_queue_brings_the_seat_freed_meanwhile() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(seconds=30))
        await ewa.writes("/wypisz 1")
        await town.passes(timedelta(seconds=31))
        before = len(heard(ewa))
        await ewa.presses("Cofnij rezygnację")
        await town.passes(timedelta(hours=1))
        assert [text.startswith(OFFER) for text in heard(ewa)[before:]] == [True]
        assert OFFERED in words(await ewa.writes("/moje"))


async def test_signing_up_again_brings_the_seat_added_meanwhile() -> None:
    async with town_of(training(seats=1)) as town:
        _, ewa = await queue_of(town, "Anna", "Ewa")
        await ewa.writes("/wypisz 1")
        await town.imports(programme_of(training(seats=2, free_seats=1)))
        await ewa.forges("q:1:1")
        await town.passes(timedelta(hours=1))
        assert words(ewa.last).startswith(OFFER)
        assert OFFERED in words(await ewa.writes("/moje"))
