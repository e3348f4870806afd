"""A change of the number of seats, undone: the bot may give as many as before, those taken elsewhere not among them."""

import pytest

from tests.conversations.hearing import words
from tests.conversations.organised import budget, changes, organised
from tests.conversations.programmes import Json
from tests.conversations.towns import signed_up


@pytest.mark.parametrize(
    ("stated", "typed"),
    [({"seats": 1}, "20"), ({"seats": 1, "capacity": 10}, "3"), ({"seats": 1, "capacity": 10}, "bez limitu")],
    ids=["only what is left was stated", "fewer than are taken elsewhere", "no limit"],
)
async def test_seats_are_as_they_were_after_undo(stated: Json, typed: str) -> None:
    async with organised(budget(**stated)) as (town, maria):
        assert "✅ Zmieniono" in await changes(maria, "Zmień", Liczba_miejsc=typed)
        assert "✅ Cofnięto" in words(await maria.presses("Cofnij"))
        anna, ewa = await signed_up(town, "Anna"), await signed_up(town, "Ewa")
        assert "✅ Miejsce jest już potwierdzone" in words(await anna.writes("/zapisz 1"))
        assert "lista rezerwowa" in words(await ewa.writes("/moje"))
