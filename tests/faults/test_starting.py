"""A start on something that cannot be used: one plain sentence, and nothing is touched. Telegram is waited for."""

import shutil
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from domain.official import Official
from playground.server import Address, serve
from playground.world import World
from storage.database import StorageRefused, open_storage
from tests.faults import health
from tests.faults.invariants import hold
from tests.faults.processes import Served, known, rows, served

BOUND = str(Path(__file__).with_name("bound.py"))
PAGE = 4096


@pytest.fixture
async def alone(tmp_path: Path, seed: int) -> AsyncIterator[Served]:
    """Return a bot whose folder holds nothing yet."""
    folder = tmp_path / "data"
    folder.mkdir()
    async with served(World(seed=seed), folder / "bot.db", recorded=False) as found:
        found.log.touch()
        yield found
    folder.chmod(0o700)


async def refused(bot: Served) -> str:
    """Start the bot, which will not run, and return its one sentence."""
    before = len(bot.log.read_text())
    process = await bot.started(BOUND, "-m", "bot", "run")
    try:
        status = await bot.ended(process)
    finally:
        await bot.kill(process)
    said = bot.log.read_text()[before:]
    assert (status, said.count("\n"), bot.world.calls) == (2, 1, []), said
    assert bot.world.token not in said
    return said.removesuffix("\n").replace(str(bot.folder), "…")


async def used(bot: Served, people: int = 300) -> None:
    """Let there be a database that a bot has used and left in order."""
    storage = await open_storage(bot.database, exclusive=True)
    async with storage.transaction() as transaction:
        for number in range(people):
            await transaction.officials.save(Official(number, name=f"Anna Nowak {number}" * 3))
    await storage.close()


def copied(bot: Served, step: str) -> Path:
    """Make a copy as it is made before the schema changes."""
    copy = bot.file.with_name(f"bot.db.before-{step}")
    shutil.copy(bot.file, copy)
    return copy


def spoil(file: Path, page: int) -> None:
    """Turn every bit of a page round, the first of which is number 1."""
    with file.open("r+b") as opened:
        opened.seek((page - 1) * PAGE)
        bits = opened.read(PAGE)
        opened.seek((page - 1) * PAGE)
        opened.write(bytes(bit ^ 0xFF for bit in bits))


@pytest.mark.case("F22")
@pytest.mark.parametrize("seconds", [2, pytest.param(60, marks=pytest.mark.whole)])
async def test_telegram_that_is_down_at_the_start_is_waited_for(
    tmp_path: Path, seed: int, seconds: int, figure: Callable[[str, float], None]
) -> None:
    world = World(seed=seed)
    anna = world.person("Anna", "Nowak", language="pl")
    async with served(world, tmp_path / "bot.db") as bot:
        bot.address = Address(f"http://127.0.0.1:{free_port()}")
        anna.writes("/pomoc")
        async with bot.running():
            down = monotonic()
            await bot.until(lambda: rows(bot.file, "SELECT 1 FROM heartbeat") and health.red(bot))
            figure("health red after", monotonic() - down)
            await bot.until(
                lambda: monotonic() - down > seconds and "does not answer; trying again" in bot.log.read_text(),
                within=seconds + 30,
            )
            assert "Traceback" not in bot.log.read_text()
            async with serve(world, port=bot.address.port):
                up = monotonic()
                await bot.until(lambda: any(message.from_bot for message in anna.chat), within=35)
                figure("answered after", monotonic() - up)
                await hold(bot)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.case("F40")
async def test_a_file_that_is_read_only_is_refused(alone: Served) -> None:
    await used(alone)
    alone.file.chmod(0o400)
    assert await refused(alone) == (
        "The database …/bot.db cannot be used:"
        " it cannot be written: check the permissions of the file and of its folder."
    )


@pytest.mark.case("F40")
@pytest.mark.whole
@pytest.mark.parametrize("lock_is_there", [True, False])
async def test_a_folder_that_is_read_only_is_refused(alone: Served, *, lock_is_there: bool) -> None:
    await used(alone)
    if not lock_is_there:
        alone.file.with_name("bot.db.lock").unlink()
    alone.folder.chmod(0o500)
    assert "it cannot be written: check the permissions" in await refused(alone)


@pytest.mark.case("F40")
@pytest.mark.whole
async def test_a_file_of_somebody_elses_is_refused(alone: Served) -> None:
    await used(alone)
    alone.file.chmod(0o000)
    assert "it cannot be written: check the permissions" in await refused(alone)


@pytest.mark.case("F40")
@pytest.mark.whole
async def test_a_folder_that_is_missing_is_named(alone: Served) -> None:
    alone.settings["TERMINARZ_DATABASE"] = f"sqlite:///{alone.folder}/nowhere/bot.db"
    assert await refused(alone) == (
        "The database …/nowhere/bot.db cannot be used: the folder …/nowhere does not exist."
    )


@pytest.mark.case("F41")
async def test_a_spoilt_page_is_found_and_the_newest_good_copy_named(alone: Served, dice: Random) -> None:
    await used(alone)
    good, newer = copied(alone, "0002"), copied(alone, "0003")
    spoil(newer, 2)
    spoil(alone.file, dice.randint(2, 6))
    before = alone.file.read_bytes()
    assert await refused(alone) == (
        f"The database …/bot.db cannot be used: it is damaged: restore a copy; {good.name} beside it is the newest"
        " good one."
    )
    assert alone.file.read_bytes() == before


@pytest.mark.case("F41")
async def test_every_spoilt_page_is_found_or_holds_nothing(tmp_path: Path, alone: Served) -> None:
    await used(alone)
    pages = alone.file.stat().st_size // PAGE
    unnoticed = []
    for page in range(1, pages + 1):
        spoilt = tmp_path / "spoilt.db"
        shutil.copy(alone.file, spoilt)
        spoil(spoilt, page)
        try:
            await (await open_storage(f"sqlite:///{spoilt}")).close()
        except StorageRefused:
            continue
        unnoticed.append(page)
    assert pages > 50
    assert unnoticed == []


@pytest.mark.case("F41")
@pytest.mark.whole
@pytest.mark.parametrize("length", [0, 50, PAGE, 10 * PAGE, 10 * PAGE + 7])
async def test_a_file_that_was_cut_off_is_refused(alone: Served, length: int) -> None:
    await used(alone)
    with alone.file.open("r+b") as opened:
        opened.truncate(length)
    assert "restore a copy" in await refused(alone)
    assert alone.file.stat().st_size == length


@pytest.mark.case("F41")
@pytest.mark.whole
async def test_a_log_that_was_deleted_takes_with_it_what_was_in_it_alone(bot: Served) -> None:
    anna = known(bot.world, "Anna", "Nowak", 7)
    async with bot.running() as process:
        anna.writes("/pomoc")
        await bot.until(lambda: any(message.from_bot for message in anna.chat))
        await bot.kill(process)
        bot.process = None
    bot.file.with_name("bot.db-wal").unlink()
    await hold(bot, besides=("I1", "I3"))


@pytest.mark.case("F45")
@pytest.mark.whole
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('token = "123456789:AAAA\n', "Correct config.toml at line 1: it is not TOML."),
        ("[sending]\nconcurrency = -5", "Set sending.concurrency in config.toml to a whole number from 1 to 500."),
    ],
)
async def test_settings_that_cannot_be_used_are_named(alone: Served, text: str, sentence: str) -> None:
    (alone.folder / "config.toml").write_text(text)
    assert sentence in await refused(alone)


@pytest.mark.case("F45")
@pytest.mark.whole
async def test_a_token_of_two_lines_is_refused_and_not_shown(alone: Served) -> None:
    secret = "A" * 35
    alone.settings["TERMINARZ_TOKEN"] = f"123456789:{secret}\n"
    sentence = await refused(alone)
    assert sentence.startswith("Set TERMINARZ_TOKEN to the token exactly as BotFather gave it")
    assert secret not in sentence


@pytest.mark.case("F45")
@pytest.mark.whole
async def test_empty_settings_are_settings(alone: Served) -> None:
    (alone.folder / "config.toml").write_text("")
    async with alone.running():
        await alone.until(lambda: "Serving as" in alone.log.read_text())
    assert alone.world.called("setMyCommands")
