"""Whatever is pressed about a training that was called off, nobody is told that it takes place."""

import pytest

from tests.conversations.hearing import words
from tests.conversations.programmes import programme_of, training
from tests.conversations.towns import signed_up, town_of

CALLED_OFF = programme_of(training(seats=2, status="cancelled"))


@pytest.mark.parametrize("press", ["s:1:", "q:1:", "h:1", "t:1", "a:1"])
async def test_a_seat_is_answered_with_the_cancellation(press: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(CALLED_OFF, silent=True)
        assert "To szkolenie jest odwołane." in words(await anna.forges(press))


async def test_a_hold_is_answered_with_the_cancellation() -> None:
    async with town_of(training(seats=2)) as town:
        piotr = town.resident("Piotr", "Lis")
        await piotr.writes("/zapisz 1")
        await town.imports(CALLED_OFF, silent=True)
        assert "To szkolenie jest odwołane." in words(await piotr.writes("/zapisz 1"))
        assert "To szkolenie jest odwołane." in words(await piotr.forges("h:1"))


async def test_undo_is_answered_with_the_cancellation() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/wypisz 1")
        await town.imports(CALLED_OFF, silent=True)
        assert "To szkolenie jest odwołane." in words(await anna.forges("u:1"))
