"""Start and size: a command, a cold start to the first answer, and the memory of a bot that serves many people."""

import asyncio
import subprocess
import sys
import tempfile
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.measuring.large import Extent, made
from benchmarks.measuring.loops import run
from benchmarks.measuring.processes import most_resident_mb, resident_mb, worked_s
from benchmarks.measuring.rows import Work, aim, ratio, tell
from playground.clock import RunningClock
from playground.persons import Person
from playground.world import World
from tests.faults.processes import ROOT, Served, known, served

ROUNDS = 15
COLD = 5
ASKED = ("Co jest w maju?", "Kiedy są zamówienia publiczne?", "Gdzie jest najbliższe szkolenie?", "Ile jest miejsc?")
WITHIN_S = 60.0
PREPARED_S = 4.0
"""Seconds after which the bot has prepared what it does while nobody acts."""
FEW = Extent(trainings=50, upcoming=50, people=100, registrations=500)
MANY = Extent(trainings=500, upcoming=50, people=250_000, registrations=50_000)
ECHO = """
import sys
from telegram.ext import ApplicationBuilder, MessageHandler, filters
async def echo(update, context):
    await update.message.reply_text(update.message.text)
root, token = sys.argv[1:3]
application = ApplicationBuilder().token(token).base_url(f"{root}/bot").base_file_url(f"{root}/file/bot").build()
application.add_handler(MessageHandler(filters.ALL, echo))
application.run_polling()
"""
BARE = f"""
import re
from pathlib import Path
import aiohttp, aiosql, aiosqlite, apscheduler.schedulers.asyncio, babel.dates, dateutil.easter, morfeusz2, orjson
import pydantic_settings, rapidfuzz, structlog, uvloop
{ECHO.replace("application.run_polling()", "")}
dictionary = morfeusz2.Morfeusz()
for word in set(re.findall("[^\\W\\d_]+", Path(sys.argv[3]).read_text("utf-8"))):
    for _, _, reading in dictionary.analyse(word):
        dictionary.generate(reading[1])
application.run_polling()
"""
"""An echo that has loaded what we load from outside, and has asked the dictionary for as many words."""
WORDS = ROOT / "domain" / "question" / "lexicon" / "pl.toml"
Start = Callable[[], Awaitable[Process]]


def commands() -> None:
    """Print how long a command takes, beside the bare interpreter; in turn, so that a noisy moment hits both."""
    ways = {"peer: bare interpreter": ["-c", "pass"], "python -m bot version": ["-m", "bot", "version"]}
    works = {what: Work(ROUNDS) for what in ways}
    for _ in range(ROUNDS):
        for what, words in ways.items():
            began = perf_counter()
            _called(words)
            works[what].note(perf_counter() - began, 0)
    bare, version = (tell(what, work).p50_ms for what, work in works.items())
    ratio("python -m bot version / bare interpreter, by p50", version / bare)
    aim("python -m bot version, p50", version / 1000, "s", most=0.2)


def _called(words: list[str]) -> None:
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words


async def starts(folder: Path) -> None:
    """Print how long it takes from starting a process to the first answer, beside an echo on PTB alone."""
    few = await _database(folder, FEW)
    works = {"cold start to the first answer": Work(COLD), "peer: PTB's run_polling, an echo": Work(COLD)}
    for number in range(COLD):
        # Another seed numbers the updates otherwise: the bot forgets none that it has seen.
        async with served(World(RunningClock(datetime.now(UTC)), seed=number), few) as serving:
            anna = known(serving.world, "Anna", "Nowak", 1)
            ways: tuple[Start, ...] = (serving.start, partial(_echo, serving))
            for work, start in zip(works.values(), ways, strict=True):
                work.note(*await _first_answer(serving, anna, start, number))
    ours, echo = (tell(what, work).p50_ms for what, work in works.items())
    ratio("cold start / an echo on PTB, by p50", ours / echo)
    cold, bare = (work.cpu for work in works.values())
    ratio("cold start / an echo on PTB, by processor", cold / bare)
    aim("cold start to the first answer, p50", ours / 1000, "s", most=1.5)


async def starts_among_many(folder: Path) -> None:
    """Print how long it takes to the first answer where many people are known."""
    many = await _database(folder, MANY)
    what, work = f"cold start to the first answer, {MANY.people} people", Work(COLD)
    for number in range(COLD):
        async with served(World(RunningClock(datetime.now(UTC)), seed=number), many) as serving:
            anna = known(serving.world, "Anna", "Nowak", 1)
            work.note(*await _first_answer(serving, anna, serving.start, number))
    tell(what, work)
    aim(f"{what}, p50", work.p50_ms / 1000, "s", most=1.5)


async def _database(folder: Path, extent: Extent) -> Path:
    """Return a database of this extent, made once."""
    file = folder / f"{extent.people}.db"
    if not file.exists():
        await made(file, extent)
    return file


async def _echo(serving: Served, program: str = ECHO) -> Process:
    words = ("-c", program, serving.address.root, serving.world.token, str(WORDS))
    return await asyncio.create_subprocess_exec(sys.executable, *words, stdout=DEVNULL, stderr=DEVNULL)


async def _first_answer(serving: Served, person: Person, start: Start, number: int) -> tuple[float, float]:
    """Return the seconds, and those of the processor, that a process takes from nothing to its first answer."""
    heard = len(person.chat)
    person.writes("/pomoc" if number % 2 else "/menu")
    began = perf_counter()
    process = await start()
    await serving.until(lambda: any(message.from_bot for message in person.chat[heard:]), WITHIN_S)
    taken = perf_counter() - began, worked_s(process.pid)
    process.kill()
    await process.wait()
    return taken


async def sizes(folder: Path) -> None:
    """Print the memory of a bot that has answered questions, beside the libraries and the dictionary with an echo."""
    peer = "the libraries, the dictionary and an echo"
    bare = await _size(f"peer: {peer}", folder / "none.db", partial(_echo, program=BARE))
    for extent, most in ((FEW, 120), (MANY, 200)):
        file = await _database(folder, extent)
        what = f"a bot with {extent.people} people and {extent.trainings} trainings"
        now = await _size(what, file, Served.start)
        ratio(f"{what} / {peer}, by memory", now / bare)
        aim(f"{what}, memory", now, "mb", most=most)


async def _size(what: str, file: Path, start: Callable[[Served], Awaitable[Process]]) -> float:
    async with served(World(RunningClock(datetime.now(UTC))), file) as serving:
        person = known(serving.world, "Anna", "Nowak", 1)
        process = await start(serving)
        try:
            for question in ASKED:
                heard = len(person.chat)
                person.writes(question)
                await serving.until(lambda heard=heard: any(each.from_bot for each in person.chat[heard:]), WITHIN_S)  # type: ignore[misc]
            await asyncio.sleep(PREPARED_S)
            now = resident_mb(process.pid)
            tell(what, Work(len(ASKED)), resident_mb=now, most_resident_mb=most_resident_mb(process.pid))
        finally:
            await serving.kill(process)
    return now


async def main() -> None:
    """Print all rows."""
    commands()
    with tempfile.TemporaryDirectory() as name:
        await starts(Path(name))
        await starts_among_many(Path(name))
        await sizes(Path(name))


if __name__ == "__main__":
    run(main())
