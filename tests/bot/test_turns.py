"""Turns: one person in order, people in parallel, three attempts, and nothing half done."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from telegram import Update
from telegram.ext import MessageHandler, filters

from bot import turns
from bot.cli.demo.town import Town, found
from bot.exchanges import ANSWER_TIMEOUT
from bot.serving import invite_first_administrator
from domain.official import Official
from handlers.context import Context
from playground.faults import Fault, hang
from storage import sqlite_session

BOOM = "bum"


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Keep the tracebacks of failures that are meant from being drawn, which takes longer than the failures."""
    with capture_logs():
        yield


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with found(database=f"sqlite:///{tmp_path}/town.db") as town:
        yield town


def inbox(tmp_path: Path) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(tmp_path / "town.db")) as connection:
        return connection.execute("SELECT state, attempts FROM inbox ORDER BY update_id").fetchall()


def break_on_boom(town: Town, error: BaseException, times: int = 99) -> list[int]:
    """Let an additional handler, asked before all others, write something and raise."""
    raised: list[int] = []

    async def fail(_: Update, context: Context) -> None:
        if len(raised) < times:
            raised.append(len(raised))
            await context.office.transaction.officials.save(Official(context.official.id, name="Pół Roboty"))
            raise error

    town.bot.dispatcher.add_handler(MessageHandler(filters.Text([BOOM]), fail), group=-1)
    return raised


async def stored(town: Town, official_id: int) -> Official | None:
    async with town.bot.storage.reading() as transaction:
        return await transaction.officials.get(official_id)


@pytest.mark.parametrize("error", [ValueError("x"), asyncio.CancelledError()], ids=["error", "cancelled"])
async def test_update_that_fails_three_times_is_set_aside_with_an_apology(
    town: Town, tmp_path: Path, error: BaseException
) -> None:
    raised = break_on_boom(town, error)
    anna = town.resident("Anna", "Nowak")
    anna.person.writes(BOOM)
    await town.settle()
    assert inbox(tmp_path) == [("new", 1)]
    for _ in range(3):
        await town.passes(timedelta(seconds=10))
    assert inbox(tmp_path) == [("dead", 3)]
    assert len(raised) == 3
    assert len(anna.heard) == 1
    assert "Zapisy są bezpieczne" in anna.heard[0].replace("\xa0", " ")
    assert await stored(town, anna.person.id) is None


async def test_failed_handler_lets_no_other_one_run(town: Town) -> None:
    break_on_boom(town, ValueError("x"))
    anna = town.resident("Anna", "Nowak")
    anna.person.writes(BOOM)
    await town.settle()
    assert anna.heard == []


async def test_update_waits_for_a_full_disk_for_as_long_as_that_takes(town: Town, tmp_path: Path) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorname = "SQLITE_FULL"
    break_on_boom(town, full, times=6)
    anna = town.resident("Anna", "Nowak")
    anna.person.writes(BOOM)
    for _ in range(8):
        await town.passes(timedelta(seconds=10))
    assert inbox(tmp_path) == [("done", 1)]
    assert len(anna.heard) == 1


async def test_second_attempt_that_succeeds_answers_once(town: Town, tmp_path: Path) -> None:
    break_on_boom(town, ValueError("x"), times=1)
    anna = town.resident("Anna", "Nowak")
    anna.person.writes(BOOM)
    await town.settle()
    await town.passes(timedelta(seconds=10))
    assert inbox(tmp_path) == [("done", 2)]
    assert len(anna.heard) == 1


async def test_update_that_killed_the_process_is_set_aside_untried(town: Town, tmp_path: Path) -> None:
    anna = town.resident("Anna", "Nowak")
    anna.person.writes("/start")
    await town.bot.intake.poll(0)
    for _ in range(3):  # three processes took it and died
        await town.bot.storage.next_turns((), town.clock.now(), 10)
    await town.settle()
    assert inbox(tmp_path) == [("dead", 4)]
    assert len(anna.heard) == 1


async def test_update_of_an_impossible_sender_is_set_aside_with_an_alarm(town: Town, tmp_path: Path) -> None:
    maria = town.resident("Maria", "Wiśniewska")
    await maria.starts(f"i{await invite_first_administrator(town.bot, lambda _: None)}")
    await maria.presses("Przyjmuję")
    before = len(maria.heard)
    sender = {"id": 2**70, "is_bot": False, "first_name": "X"}
    chat = {"id": 2**70, "type": "private", "first_name": "X"}
    message = {"message_id": 1, "date": 0, "chat": chat, "from": sender, "text": "/start"}
    town.world.enqueue({"message": message})
    await town.settle()
    for _ in range(4):
        await town.passes(timedelta(seconds=10))
    assert inbox(tmp_path)[-1] == ("dead", 3)
    assert len(maria.heard) == before + 1


async def test_administrators_hear_of_the_same_trouble_once_an_hour(town: Town) -> None:
    maria = town.resident("Maria", "Wiśniewska")
    await maria.starts(f"i{await invite_first_administrator(town.bot, lambda _: None)}")
    await maria.presses("Przyjmuję")
    before = len(maria.heard)
    break_on_boom(town, ValueError("x"))
    anna = town.resident("Anna", "Nowak")
    for _ in range(3):
        anna.person.writes(BOOM)
    for _ in range(12):
        await town.passes(timedelta(seconds=10))
    assert len(anna.heard) == 3
    assert len(maria.heard) == before + 1


async def test_press_whose_answer_hangs_is_given_up_soon(town: Town) -> None:
    anna = town.resident("Anna", "Nowak")
    await anna.starts()
    lost = town.world.faults.add(Fault(hang(ANSWER_TIMEOUT), method="answerCallbackQuery"))
    async with asyncio.timeout(ANSWER_TIMEOUT / 2):
        await anna.forges("?")
    assert lost.hits == 1


async def test_one_persons_updates_run_in_order_also_while_the_first_waits_for_retry(town: Town) -> None:
    break_on_boom(town, ValueError("x"), times=1)
    anna = town.resident("Anna", "Nowak")
    anna.person.writes(BOOM)
    anna.person.writes("/help")
    await town.settle()
    assert anna.heard == []
    await town.passes(timedelta(seconds=10))
    assert len(anna.heard) == 2
    assert "/szkolenia" in anna.heard[1]


def hang_on_boom(town: Town) -> asyncio.Queue[int]:
    """Let an additional handler, asked before all others, never come to an end; tell in whose turns it was asked."""
    hung = asyncio.Queue[int]()

    async def hang_up(_: Update, context: Context) -> None:
        hung.put_nowait(context.official.id)
        await asyncio.Event().wait()

    town.bot.dispatcher.add_handler(MessageHandler(filters.Text([BOOM]), hang_up), group=-1)
    return hung


async def test_handler_that_hangs_is_cut_three_times_and_set_aside(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LONGEST_TURN", 0.1)
    hung = hang_on_boom(town)
    anna, ewa = town.resident("Anna", "Nowak"), town.resident("Ewa", "Lis")
    anna.person.writes(BOOM)
    ewa.person.writes("/help")
    await town.settle()
    assert len(ewa.heard) == 1
    for _ in range(3):
        await town.passes(timedelta(seconds=10))
    assert hung.qsize() == 3
    assert "Zapisy są bezpieczne" in anna.heard[0].replace("\xa0", " ")


async def test_handler_that_hangs_keeps_nobody_from_the_database(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_session, "LONGEST_IDLE", 0.1)
    hung = hang_on_boom(town)
    anna, ewa = town.resident("Anna", "Nowak"), town.resident("Ewa", "Lis")
    running = asyncio.get_running_loop().create_task(town.bot.turns.run())
    anna.person.writes(BOOM)
    await town.bot.intake.poll(0)
    await hung.get()
    async with asyncio.timeout(turns.LONGEST_TURN / 2):
        ewa.person.writes("/help")
        await town.bot.intake.poll(0)
        await town.world.until(lambda: ewa.heard)
    await town.bot.turns.close(1.0)
    await running


@pytest.mark.parametrize(("deaths", "at_once"), [(0, 5), (1, 1)])
async def test_what_a_dead_process_was_at_is_taken_one_by_one(
    town: Town, tmp_path: Path, deaths: int, at_once: int
) -> None:
    taken: list[int] = []

    async def look(_: Update, __: Context) -> None:
        taken.append(inbox(tmp_path).count(("new", deaths + 1)))

    town.bot.dispatcher.add_handler(MessageHandler(filters.Text([BOOM]), look), group=-1)
    people = [town.resident(f"Osoba{n}") for n in range(5)]
    for person in people:
        person.person.writes(BOOM)
    await town.bot.intake.poll(0)
    for _ in range(deaths):
        await town.bot.storage.next_turns((), town.clock.now(), 10)
    running = asyncio.get_running_loop().create_task(town.bot.turns.run())
    await town.world.until(lambda: all(person.heard for person in people), within=15)
    await town.bot.turns.close(1.0)
    await running
    assert max(taken) == at_once


async def test_people_are_served_side_by_side_each_in_order(town: Town) -> None:
    people = [town.resident(f"Osoba{n}") for n in range(20)]
    for person in people:
        person.person.writes("dzień dobry")
        person.person.writes("/help")
    await town.bot.intake.poll(0)
    running = asyncio.get_running_loop().create_task(town.bot.turns.run())
    await town.world.until(lambda: all(len(person.heard) == 2 for person in people), within=15)
    await town.bot.turns.close(1.0)
    await running
    assert all("/szkolenia" in person.heard[1] for person in people)
    assert await town.bot.storage.unfinished() == 0
