"""Double taps: what follows a tap follows it once."""

from tests.conversations.hearing import heard
from tests.conversations.programmes import training
from tests.conversations.test_signing_up import WHICH_INSTITUTION
from tests.conversations.towns import town_of


async def test_a_confirmation_tapped_twice_asks_for_the_institution_once() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        for _ in range(2):
            anna.person.presses("Potwierdzam zapis")
        await town.settle()
        assert [text for text in heard(anna) if "Który urząd" in text] == [WHICH_INSTITUTION]
