"""A message to many that is sent twice, held or ended on the way: one for each, and the numbers shown are true."""

from collections.abc import Callable
from random import Random

import pytest

from tests.faults import crowds, invariants
from tests.faults.prepared import administrator
from tests.faults.processes import IN_FLIGHT, Served, rows, said

ORGANISER = 5_000
TITLE = "Szkolenie z dowodem"
PEOPLE = 100
SHARE = 40
STOPS_WITHIN = 2.0
MANY = 400


@pytest.mark.whole
@pytest.mark.case("F36")
async def test_message_sent_three_times_over_a_death_is_one_message(
    bot: Served, dice: Random, tell: Callable[[str], None]
) -> None:
    olga = await administrator(bot, "Olga Lis", ORGANISER)
    crowd, number = await crowds.composed(bot, TITLE, MANY, ORGANISER)
    shown = olga.writes("/ogloszenie")
    for _ in range(2):
        olga.forges(f"rg:{number}:{MANY}", shown)
    await bot.killed_after(dice.randint(1, 20), lambda: len(crowd.calls()))
    olga.forges(f"rg:{number}:{MANY}", shown)
    async with bot.running():
        await bot.until(crowd.over)
        await invariants.hold(bot)
    tell(crowd.figures())
    assert rows(bot.file, "SELECT COUNT(*), COUNT(DISTINCT official_id) FROM notice WHERE kind = 'message'") == [
        (MANY, MANY)
    ]
    copies, fates = crowd.copies(), crowd.fates()
    assert max(copies) == 1
    assert copies[0] <= fates.get("uncertain", 0) <= IN_FLIGHT
    assert fates["delivered"] >= MANY - IN_FLIGHT
    assert rows(bot.file, "SELECT COUNT(*) FROM act WHERE deed = 'messaged'") == [(1,)]


@pytest.mark.case("F37")
async def test_message_that_is_held_and_ended_stops_at_once_and_tells_true_numbers(
    bot: Served, tell: Callable[[str], None]
) -> None:
    bot.settings["TERMINARZ_SENDING__RATE"] = "40"
    olga = await administrator(bot, "Olga Lis", ORGANISER)
    crowd = await crowds.written_to(bot, TITLE, PEOPLE, ORGANISER)
    async with bot.running():
        await bot.until(lambda: crowd.heard() >= SHARE and said(olga.chat, "Wysyłamy…"))
        pressed = bot.world.clock.now()
        olga.presses("Wstrzymaj")
        await bot.until(lambda: said(olga.chat, "Wstrzymano"))
        await invariants.recovered(bot)
        held = crowd.copies()[1]
        assert said(olga.chat, f"Wstrzymano po {held} z {PEOPLE}")
        olga.presses("Zakończ bez reszty")
        await bot.until(lambda: said(olga.chat, f"zakończono: {PEOPLE - held}"))
        await invariants.hold(bot)
    stopped = (crowd.calls()[-1].at - pressed).total_seconds()
    tell(f"held at {SHARE} of {PEOPLE}: the last left {max(0.0, stopped):.2f} s after the press; {crowd.fates()}")
    assert stopped < STOPS_WITHIN
    assert said(olga.chat, f"Dostarczono do {held} osób")
    assert (crowd.copies(), crowd.fates()) == (
        {0: PEOPLE - held, 1: held},
        {"delivered": held, "dropped": PEOPLE - held},
    )
