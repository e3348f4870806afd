"""Processes that end while updates are on their way in: none is lost, none takes effect twice."""

import signal
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from random import Random

import pytest

from playground.faults import Fault, hang
from tests.faults import invariants
from tests.faults.prepared import official, training
from tests.faults.processes import Served, rows, said

WHOLE = pytest.mark.whole
CONFIRMED = "✅ Miejsce potwierdzone\n"
LONG = 60.0
"""Seconds of a call that never ends: the process ends before it."""
SLOW_SIGN_UP = """
CREATE TRIGGER slow_sign_up AFTER INSERT ON registration
BEGIN
    UPDATE registration SET confirmed = confirmed WHERE id = NEW.id AND 0 < (
        WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < 900000000)
        SELECT MAX(number) FROM numbers
    );
END
"""
"""What keeps a process busy in the middle of a transaction for longer than it will live."""


def states(bot: Served) -> list[str]:
    return [state for (state,) in rows(bot.file, "SELECT state FROM inbox ORDER BY update_id")]


def seats(bot: Served) -> int:
    return len(rows(bot.file, "SELECT id FROM registration WHERE state = 'seated'"))


@pytest.mark.case("F02")
async def test_update_kept_but_not_confirmed_comes_again_and_counts_once(bot: Served) -> None:
    await training(bot, "Szkolenie zimowe")
    anna = await official(bot, "Anna Nowak", 1_000)
    bot.world.faults.add(Fault(hang(LONG), "getUpdates", times=None, skip=1))
    anna.writes("/zapisz 1")
    async with bot.running():
        await bot.until(lambda: rows(bot.file, "SELECT 1 FROM reply WHERE fate = 'delivered'"))
    assert len(bot.world.updates.pending) == 1, "it was confirmed"
    bot.world.faults.clear()
    await invariants.hold(bot)
    assert len(said(anna.chat, CONFIRMED)) == 1
    assert seats(bot) == 1


@pytest.mark.case("F03")
async def test_reply_that_was_not_sent_when_the_process_died_is_sent_by_the_next(bot: Served) -> None:
    await training(bot, "Szkolenie zimowe")
    anna = await official(bot, "Anna Nowak", 1_000)
    lost = bot.world.faults.add(Fault(hang(LONG), "sendMessage", anna.id))
    anna.writes("/zapisz 1")
    async with bot.running():
        await bot.until(lambda: lost.hits)
    assert (seats(bot), anna.chat[-1].from_bot) == (1, False)
    await invariants.hold(bot)
    assert len(said(anna.chat, CONFIRMED)) == 1


@pytest.mark.case("F04")
async def test_process_that_dies_within_a_transaction_leaves_nothing_of_it(bot: Served) -> None:
    await training(bot, "Szkolenie zimowe")
    anna = await official(bot, "Anna Nowak", 1_000)
    change(bot, SLOW_SIGN_UP)
    anna.writes("/zapisz 1")
    async with bot.running():
        await bot.until(lambda: rows(bot.file, "SELECT 1 FROM inbox WHERE attempts = 1") and writes(bot))
    assert (states(bot), rows(bot.file, "SELECT 1 FROM registration")) == (["new"], [])
    change(bot, "DROP TRIGGER slow_sign_up")
    await invariants.hold(bot)
    assert len(said(anna.chat, CONFIRMED)) == 1


@pytest.mark.case("F05", "F06")
@pytest.mark.parametrize(
    ("crowd", "signals"), [(15, 1), pytest.param(50, 1, marks=WHOLE), pytest.param(50, 2, marks=WHOLE)]
)
async def test_process_that_is_asked_to_stop_with_much_to_do_loses_nothing(
    bot: Served, dice: Random, crowd: int, signals: int
) -> None:
    await training(bot, "Szkolenie zimowe", seats=10)
    people = [await official(bot, f"Anna Nowak{number}", 1_000 + number) for number in range(crowd)]
    for person in people:
        for text in ("/moje", "/zapisz 1", "/szkolenia 1", "/moje", "/pomoc", "/szkolenia 1") + ("/moje",) * 4:
            person.writes(text)
    hung = bot.world.faults.add(Fault(hang(LONG), "sendMessage", people[0].id, times=None))
    async with bot.running() as process:
        handled = dice.randint(20, crowd * 4)
        await bot.until(lambda: hung.hits and states(bot).count("done") >= handled)
        for _ in range(signals):
            process.send_signal(signal.SIGTERM)
            await bot.until(partial(later, bot, bot.world.clock.now() + timedelta(seconds=1)))
        assert await bot.ended(process, within=10.0) == 0
    assert states(bot).count("done") < crowd * 10
    bot.world.faults.clear()
    await invariants.hold(bot)
    assert (states(bot).count("done"), seats(bot)) == (crowd * 10 + 1, 10)
    assert sum(bool(said(person.chat, CONFIRMED)) for person in people) == 10


@pytest.mark.whole
@pytest.mark.case("F05")
async def test_process_that_cannot_stop_in_time_is_killed_without_loss(bot: Served, dice: Random) -> None:
    await training(bot, "Szkolenie zimowe")
    people = [await official(bot, f"Anna Nowak{number}", 1_000 + number) for number in range(20)]
    for person in people:
        person.writes("/moje")
        person.writes("/zapisz 1")
    handled = dice.randint(1, 20)
    async with bot.running() as process:
        await bot.until(lambda: states(bot).count("done") >= handled)
        process.send_signal(signal.SIGTERM)
    await invariants.hold(bot)
    assert seats(bot) == 20


def later(bot: Served, moment: datetime) -> bool:
    return bot.world.clock.now() >= moment or bot.process is None or bot.process.returncode is not None


def change(bot: Served, statement: str) -> None:
    with closing(sqlite3.connect(bot.file)) as connection, connection:
        connection.execute(statement)


def writes(bot: Served) -> bool:
    """Tell whether somebody else is writing to the database at this moment."""
    with closing(sqlite3.connect(bot.file, timeout=0)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        return False
