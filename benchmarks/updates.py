"""Updates: from JSON to a handler, beside PTB and aiogram; to a committed answer; and a long backlog."""

import tempfile
from collections.abc import Callable, Coroutine
from itertools import cycle
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import orjson
from aiogram import Bot as AiogramBot
from aiogram import Dispatcher as AiogramDispatcher
from aiogram.filters import Command as AiogramCommand
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, CommandHandler, MessageHandler, filters

from benchmarks.measuring import signups
from benchmarks.measuring.large import NOW
from benchmarks.measuring.loops import run
from benchmarks.measuring.processes import in_child, most_resident_mb, resident_mb
from benchmarks.measuring.rows import Work, aim, ratio, tell, working
from benchmarks.measuring.wire import TOKEN, Wire, knows, numbered, pressed, wired, written
from bot.application import Bot, build_application
from bot.cli.demo.town import town_settings
from domain import programme
from domain.desks.programmes import ProgrammesDesk
from domain.official import Official
from domain.ports import Storage
from handlers.buttons import SignUp, encode
from handlers.context import Exchange
from playground.clock import ManualClock
from storage.database import open_storage
from tests.phrases.corpus import PROGRAMMES, phrases

N = 2_000
ROUNDS = 3
HANDLERS = 40
APPLIED = 600
WARM = 50
BACKLOG = 10_000
WORKED_OFF = 2_000
PROGRAMME = "spring"
CONCURRENCY = 8
PERSON = 700_000_000
Entry = Callable[[str], Coroutine[Any, Any, object]]


async def entries() -> None:
    """Print what it takes from an update's JSON to its handler: a sentence, which comes after all the commands."""
    storage = await open_storage("sqlite:///:memory:")
    bot = await wired(storage, ManualClock())
    ways: dict[str, Entry] = {
        "peer: bare Update.de_json": _parsing(bot),
        "from JSON to handler": _ours(bot),
        f"peer: PTB, {HANDLERS} handlers": await _ptb(),
        f"peer: aiogram, {HANDLERS} handlers": _aiogram(),
    }
    texts = [written(number, PERSON, "Kiedy jest szkolenie z zamówień publicznych?") for number in range(N)]
    best: dict[str, Work] = {}
    for _ in range(ROUNDS):
        for what, entry in ways.items():
            with working(N) as work:
                for text in texts:
                    await entry(text)
            best[what] = min(best.get(what, work), work, key=lambda each: each.cpu)
    bare, ours, ptb, aiogram = (tell(what, best[what]).cpu for what in ways)
    ratio("from JSON to handler / bare Update.de_json", ours / bare, most=1.25)
    ratio(f"from JSON to handler / PTB, {HANDLERS} handlers", ours / ptb)
    ratio(f"from JSON to handler / aiogram, {HANDLERS} handlers", ours / aiogram)
    await bot.dispatcher.shutdown()
    await storage.close()


def _parsing(bot: Bot) -> Entry:
    async def parse(text: str) -> object:
        return Update.de_json(orjson.loads(text), bot.dispatcher.bot)

    return parse


async def _reached(*_: object) -> None:
    """Stand where a handler's work would begin."""


def _ours(bot: Bot) -> Entry:
    for group in bot.dispatcher.handlers.values():
        for handler in group:
            handler.callback = _reached

    async def enter(text: str) -> None:
        update = Update.de_json(orjson.loads(text), bot.dispatcher.bot)
        office: Any = None  # nobody asks it before the handler
        exchange = Exchange(office, Official(PERSON), bot.service, PERSON, "Anna Nowak")
        await bot.dispatcher.take(update, exchange)

    return enter


async def _ptb() -> Entry:
    application: Application[Any, Any, Any, Any, Any, Any] = (
        ApplicationBuilder()
        .token(TOKEN)
        .request(Wire())
        .get_updates_request(Wire())
        .updater(None)
        .job_queue(None)
        .build()
    )
    for number in range(HANDLERS - 1):
        application.add_handler(CommandHandler(f"c{number}", _reached))
    application.add_handler(MessageHandler(filters.TEXT, _reached))
    await application.initialize()

    async def enter(text: str) -> None:
        await application.process_update(Update.de_json(orjson.loads(text), application.bot))

    return enter


def _aiogram() -> Entry:
    dispatcher, bot = AiogramDispatcher(), AiogramBot(TOKEN)

    async def reached(_: object) -> None:
        """Stand where a handler's work would begin."""

    for number in range(HANDLERS - 1):
        dispatcher.message.register(reached, AiogramCommand(f"c{number}"))
    dispatcher.message.register(reached)

    async def enter(text: str) -> None:
        await dispatcher.feed_raw_update(bot, orjson.loads(text))

    return enter


async def committed(folder: Path) -> None:
    """Print what it takes from the JSON on the wire to the committed row of the answer."""
    asked = cycle([each.question for each in phrases() if each.programme == PROGRAMME and not each.context])
    await _committed("a question", folder, lambda number: written(number, PERSON + number, next(asked)), most=2.0)
    await _committed(
        "a sign-up",
        folder,
        lambda number: pressed(number, PERSON + number, encode(SignUp(1 + number // signups.SEATS))),
        most=2.5,
    )


async def _committed(what: str, folder: Path, make: Callable[[int], str], most: float) -> None:
    storage = await _furnished(folder / f"{what}.db", what)
    await knows(storage, range(PERSON, PERSON + WARM + APPLIED))
    bot = await wired(storage, ManualClock(NOW), numbered(0, make, WARM + APPLIED))
    await _applied(bot, WARM)
    work = tell(f"{what}, from JSON to the committed answer", await _applied(bot, APPLIED))
    aim(f"{what}, processor", work.cpu_ms, "cpu_ms", most=most)
    aim(f"{what}, on one core", 1000 / work.cpu_ms, "rate", least=400)
    await bot.dispatcher.shutdown()
    await storage.close()


async def _applied(bot: Bot, n: int) -> Work:
    """Take so many updates in and apply them as they come, in batches of a poll; nothing is sent."""
    work = Work(n)
    worked = process_time()
    while len(work.each_ms) < n and await bot.intake.poll(0):
        while turns := await bot.storage.next_turns((), bot.clock.now(), CONCURRENCY):
            for turn in turns:
                began = perf_counter()
                said = await bot.turns._exchanges.apply(turn)  # noqa: SLF001 - what a turn does before it sends
                if said.answer:
                    said.answer.close()
                work.note(perf_counter() - began, 0)
    work.cpu = process_time() - worked
    return work


async def _furnished(file: Path, what: str) -> Storage:
    """Return a database with something to ask about, or enough seats."""
    if what == "a sign-up":
        return await signups.prepared(file, 1 + (WARM + APPLIED) // signups.SEATS)
    storage = await open_storage(f"sqlite:///{file}")
    async with storage.transaction() as transaction:
        text = (PROGRAMMES / f"{PROGRAMME}.json").read_text("utf-8")
        await ProgrammesDesk(transaction, NOW).take_in(programme.read(text), silent=True)
    return storage


def backlog(folder: str) -> tuple[float, float, float]:
    """Return by how many MB a process grows when it takes a backlog in and begins to work it off, and the seconds."""
    told: list[float] = []
    run(_backlog(Path(folder), told))
    taken_in, worked_off, seconds = told
    return taken_in, worked_off, seconds


async def _backlog(folder: Path, told: list[float]) -> None:
    storage = await open_storage(f"sqlite:///{folder / 'backlog.db'}")
    wire = Wire(numbered(0, _help, WARM))
    bot = await build_application(town_settings(TOKEN), storage, ManualClock(NOW), wire)
    await bot.settle()
    before, began = resident_mb(), perf_counter()
    wire.updates = numbered(WARM, _help, BACKLOG)
    while await bot.intake.poll(0):
        pass
    seconds = perf_counter() - began
    taken_in = most_resident_mb() - before
    for _ in range(WORKED_OFF // CONCURRENCY):
        for turn in await storage.next_turns((), bot.clock.now(), CONCURRENCY):
            await bot.turns.take(turn)
    told += [taken_in, most_resident_mb() - before, seconds]
    await bot.dispatcher.shutdown()
    await storage.close()


def _help(number: int) -> str:
    return written(number, PERSON + number, "/pomoc")


def backlogged(folder: Path) -> None:
    """Print what a backlog takes, in a process of its own."""
    taken_in, worked_off, seconds = in_child(backlog, str(folder))
    tell("a backlog taken in", Work(BACKLOG, seconds), grown_mb=taken_in, grown_working_it_off_mb=worked_off)
    aim(f"a backlog of {BACKLOG}, memory", worked_off, "mb", most=20)


async def main() -> None:
    """Print all rows."""
    await entries()
    with tempfile.TemporaryDirectory() as name:
        await committed(Path(name))
        backlogged(Path(name))


if __name__ == "__main__":
    run(main())
