"""`run` as a process of its own, against a Bot API at any address."""

import asyncio
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from playground import answers
from playground.answers import Answer
from playground.faults import Fault, refused
from playground.world import World
from tests.faults.processes import Served, served


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Served]:
    async with served(World(), tmp_path / "bot.db") as served_world:
        yield served_world


@asynccontextmanager
async def started(bot: Served, *words: str, **settings: str) -> AsyncIterator[Process]:
    environment = {name: value for name, value in (bot.environment() | settings).items() if value}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *(words or ("run",)), env=environment, cwd=bot.folder, stdout=PIPE, stderr=PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def line_with(process: Process, phrase: str) -> str:
    """Return the next line on standard error that holds a phrase."""
    assert process.stderr
    async with asyncio.timeout(20):
        while line := (await process.stderr.readline()).decode():
            if phrase in line:
                return line
    raise AssertionError(f"The process ended without saying {phrase!r}.")


async def ended(process: Process) -> tuple[int, str]:
    async with asyncio.timeout(20):
        _, errors = await process.communicate()
    assert process.returncode is not None
    return process.returncode, errors.decode()


async def test_run_serves_and_stops_quietly(bot: Served) -> None:
    anna = bot.world.person("Anna", "Nowak", language="pl")
    anna.starts()
    async with started(bot) as process:
        await bot.until(lambda: len(anna.chat) == 2)
        assert "Dzień dobry" in anna.last.text
        process.send_signal(signal.SIGTERM)
        status, errors = await ended(process)
    assert status == 0
    assert "Traceback" not in errors
    assert bot.world.token not in errors


@pytest.mark.parametrize("result", [b"null", b"[]", b"{}", b'"x"', b"0"])
async def test_start_outlives_answers_that_are_none(bot: Served, result: bytes) -> None:
    answer = Answer(200, b'{"ok":true,"result":%s}' % result)
    for method in ("getMe", "getMyDescription"):
        bot.world.faults.add(Fault(lambda _: answer, method))
    anna = bot.world.person("Anna", "Nowak", language="pl")
    anna.starts()
    async with started(bot) as process:
        await line_with(process, "trying again")
        await bot.until(lambda: len(anna.chat) == 2)


async def test_run_sets_commands_and_descriptions_once(bot: Served) -> None:
    for _ in range(2):
        async with started(bot) as process:
            await line_with(process, "Serving as")
    assert len(bot.world.called("setMyCommands")) == 2
    assert len(bot.world.called("setMyDescription")) == 2
    anna = bot.world.person("Anna", language="pl")
    assert ("szkolenia", "Najbliższe szkolenia") in anna.commands


async def test_link_of_the_first_administrator_is_printed_until_used(bot: Served) -> None:
    maria = bot.world.person("Maria", "Wiśniewska", language="pl")
    async with started(bot) as process:
        line = await line_with(process, "no administrator")
        link = re.search(r"https://\S+", line)
        assert link
        maria.opens(link[0])
        await bot.until(lambda: len(maria.chat) == 2)
        maria.presses("Przyjmuję")
        await bot.until(lambda: "przyjęta" in maria.last.text)
    async with started(bot) as process:
        await line_with(process, "Serving as")
        process.send_signal(signal.SIGTERM)
        _, errors = await ended(process)
    assert "no administrator" not in errors


async def test_second_instance_on_one_database_is_refused(bot: Served) -> None:
    async with started(bot) as first:
        await line_with(first, "Serving as")
        async with started(bot) as second:
            status, errors = await ended(second)
    assert status == 2
    assert errors.count("\n") == 1
    assert "another" in errors.lower()


async def test_webhook_set_earlier_is_taken_over_without_loss(bot: Served) -> None:
    anna = bot.world.person("Anna", "Nowak")
    await bot.world.ask("setWebhook", url="https://bot.example.org/hook")
    anna.starts()
    async with started(bot):
        await bot.until(lambda: len(anna.chat) == 2)
    assert bot.world.called("deleteWebhook")[-1].params.get("drop_pending_updates") in {None, False}


async def test_refused_token_is_tried_again_until_telegram_takes_it(bot: Served) -> None:
    bot.world.faults.add(Fault(refused(answers.unauthorized()), method="getMe", times=1))
    async with started(bot) as process:
        await line_with(process, "Telegram refuses the token")
        await line_with(process, "Serving as")


async def test_run_without_a_token_tells_how_to_get_one(bot: Served) -> None:
    async with started(bot, TERMINARZ_TOKEN="") as process:
        status, errors = await ended(process)
    assert status == 2
    assert len(errors.splitlines()) == 4
    assert "BotFather" in errors


@pytest.mark.parametrize("database", ["sqlite:////nowhere/at/all/bot.db", "postgresql://nobody@127.0.0.1:1/none"])
async def test_database_that_cannot_be_opened_is_one_sentence(bot: Served, database: str) -> None:
    async with started(bot, TERMINARZ_DATABASE=database) as process:
        status, errors = await ended(process)
    assert status == 2
    assert errors.count("\n") == 1
    assert "Traceback" not in errors


async def test_health_is_well_beside_a_running_bot_and_the_audit_finds_nothing(bot: Served) -> None:
    async with started(bot) as process:
        await line_with(process, "Serving as")
        async with asyncio.timeout(60):
            while await status_of(bot, "health"):
                assert process.returncode is None
        assert await status_of(bot, "audit") == 0
    assert await status_of(bot, "audit") == 0


async def status_of(bot: Served, command: str) -> int:
    async with started(bot, command) as looking:
        return (await ended(looking))[0]


async def test_import_and_export_work_beside_a_running_bot(bot: Served, tmp_path: Path) -> None:
    programme = Path(__file__).parents[2] / "playground/programmes/coast.json"
    anna = bot.world.person("Anna", "Nowak", language="pl")
    async with started(bot) as process:
        await line_with(process, "Serving as")
        async with started(bot, "import", str(programme)) as importing:
            assert (await ended(importing))[0] == 0
        async with started(bot, "export", str(tmp_path / "out.json")) as exporting:
            assert (await ended(exporting))[0] == 0
        anna.writes("/szkolenia")
        await bot.until(lambda: len(anna.chat) == 2)
    assert (tmp_path / "out.json").stat().st_size > 1000


async def test_import_refuses_with_line_and_path_and_imports_nothing(bot: Served, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"programme": "P",\n "trainings": [\n{"id": "a", "title": "A", "start": 1}]}')
    async with started(bot, "import", str(tmp_path / "bad.json")) as importing:
        status, errors = await ended(importing)
    assert status == 1
    assert "line 3, trainings[0].start:" in errors
    async with started(bot, "export", "-") as exporting:
        assert (await ended(exporting))[0] == 1
