"""Dialogues through kills: whatever step a process died at, the next one goes on there with the same draft."""

import sqlite3
from contextlib import closing
from functools import partial
from random import Random

import pytest

from tests.faults import invariants
from tests.faults.prepared import training
from tests.faults.processes import Served, known, rows, said

STEPS = ("/zapisz 1", "Anna Nowak", "Urząd Gminy Wzorowo")
"""What somebody says who signs up and was never here before."""
KEPT = """
    SELECT official.name, institution.name, registration.state FROM official
    JOIN institution ON institution.id = official.institution_id
    JOIN registration ON registration.official_id = official.id
"""


def ended(bot: Served, number: int) -> bool:
    return bool(rows(bot.file, "SELECT COUNT(*) FROM inbox WHERE state = 'done'")[0][0] >= number)


def answered(bot: Served, number: int) -> bool:
    return bool(rows(bot.file, "SELECT COUNT(*) FROM reply WHERE fate = 'delivered'")[0][0] >= number)


@pytest.mark.whole
@pytest.mark.case("F50")
async def test_sign_up_goes_on_after_a_kill_at_each_step(bot: Served, dice: Random) -> None:
    await training(bot, "Szkolenie zimowe")
    anna = known(bot.world, "Anna", "Nowak1", 1_000)  # not a name to be offered
    for number, words in enumerate(STEPS, 1):
        anna.writes(words)
        reached = dice.choice((ended, answered))
        async with bot.running():
            await bot.until(partial(reached, bot, number))
    await invariants.hold(bot)
    shown = [message.text for message in anna.chat]
    assert rows(bot.file, KEPT) == [("Anna Nowak", "Urząd Gminy Wzorowo", "seated")], shown
    assert said(anna.chat, "✅ Miejsce potwierdzone\n")


@pytest.mark.case("F51")
async def test_messages_sent_faster_than_they_are_answered_are_taken_in_order(bot: Served) -> None:
    await training(bot, "Szkolenie zimowe")
    people = [known(bot.world, "Anna", f"Nowak{number}", 1_000 + number) for number in range(10)]
    for words in STEPS:
        for person in people:
            person.writes(words)
    await invariants.hold(bot)
    assert rows(bot.file, KEPT) == [("Anna Nowak", "Urząd Gminy Wzorowo", "seated")] * 10


@pytest.mark.whole
@pytest.mark.case("F52")
async def test_button_of_long_ago_acts_on_the_world_as_it_is(bot: Served) -> None:
    await training(bot, "Szkolenie zimowe", seats=1)
    anna, ewa = known(bot.world, "Anna", "Nowak", 1_000), known(bot.world, "Ewa", "Zając", 1_001)
    anna.writes("/szkolenia 1")
    async with bot.running():
        await bot.until(partial(answered, bot, 1))
        card = anna.last
    for words in STEPS:
        ewa.writes(words)
    async with bot.running():
        await bot.until(partial(answered, bot, 4))
        with closing(sqlite3.connect(bot.file)) as connection, connection:
            connection.execute("UPDATE training SET starts_at = starts_at - 15552000000000")
        anna.forges("s:1", card)
        anna.forges("q:1:1", card)
        anna.forges("c:99", card)
        await invariants.hold(bot, besides={"I5"})  # it was not an organiser who moved it to the past
    assert not said(anna.chat, "Miejsce potwierdzone")
