"""A clock set back: what was put off until later by the old hour is not put off until that hour comes again."""

from datetime import timedelta

from playground.answers import unauthorized
from playground.faults import Fault, refused
from tests.conversations.hearing import words
from tests.conversations.programmes import training
from tests.conversations.towns import town_of


async def test_an_answer_put_off_is_given_soon_after_the_clock_was_set_back() -> None:
    async with town_of(training(seats=1)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        town.world.faults.add(Fault(refused(unauthorized()), method="sendMessage"))
        await anna.writes("/moje")
        assert words(anna.last).startswith("Dzień dobry!\n")
        town.clock.set(town.clock.now() - timedelta(hours=2))
        await town.passes(timedelta(minutes=30))
        assert words(anna.last).startswith("Nie ma jeszcze żadnych zapisów.")
