"""Somebody erases everything while messages to them are on their way: those arrive, and none after them."""

from datetime import timedelta

import pytest

from playground.faults import Fault, slow
from playground.persons import Person
from tests.faults.invariants import hold
from tests.faults.prepared import SOON, reminded, training
from tests.faults.processes import Served, rows, said

SECONDS = 4.0


def offered(person: Person, label: str) -> bool:
    return any(label in row for message in person.chat for row in message.labels)


@pytest.mark.case("F63")
@pytest.mark.whole
async def test_nothing_follows_what_was_on_its_way_when_somebody_erased_everything(bot: Served) -> None:
    soon = await training(bot, "Szkolenie za godzinę", after=SOON)
    next_ = await training(bot, "Szkolenie za dwa dni", after=timedelta(days=2))
    anna = await reminded(bot, "Anna Nowak", 1_000, soon, next_)
    others = [await reminded(bot, "Jan Kowal", 2_000 + number, soon) for number in range(10)]
    late = bot.world.faults.add(Fault(slow(SECONDS), "sendMessage", chat=anna.id, after=True))
    async with bot.running():
        await bot.until(lambda: late.hits)
        anna.writes("/prywatnosc")
        await bot.until(lambda: offered(anna, "Usuń moje dane"))
        anna.presses("Usuń moje dane")
        await bot.until(lambda: offered(anna, "Usuń dane"))
        anna.presses("Usuń dane")
        await bot.until(lambda: said(anna.chat, "Dane usunięte"))
        heard = len(anna.chat)
        await bot.until(lambda: all(said(person.chat, "Szkolenie za godzinę") for person in others))
        await hold(bot)
        assert len(anna.chat) == heard
    assert len(said(anna.chat, "Szkolenie za godzinę")) == 1
    assert rows(bot.file, f"SELECT COUNT(*) FROM notice WHERE official_id = {anna.id}") == [(0,)]  # noqa: S608
    assert rows(bot.file, f"SELECT COUNT(*) FROM official WHERE id = {anna.id}") == [(0,)]  # noqa: S608
