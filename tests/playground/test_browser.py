"""The page with the real bot behind it, as a browser meets it: acts go in, server-sent events come out."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.cli.demo.life import Life
from bot.cli.demo.town import found
from playground import page
from playground.clock import RunningClock
from playground.server import serve
from tests.playground.pages import Browser

ROOT = Path(__file__).parents[2]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    clock = RunningClock()
    async with found(clock=clock) as town:
        life = Life(town)
        phone = page.Phone(town.world.person("Anna", "Nowak", language="pl"), "official")
        stage = page.Stage(town.world, clock, life, (phone,))
        living = asyncio.get_running_loop().create_task(life.go_on())
        async with serve(stage.world, routes=page.routes(stage)) as address, Browser.opened(address.root) as browser:
            yield browser
        living.cancel()
        with suppress(asyncio.CancelledError):
            await living


async def test_visitor_starts_presses_and_sees_the_message_change(browser: Browser) -> None:
    anna = browser.heard[0][1]["phones"][0]
    assert [command["command"] for command in anna["commands"]][:2] == ["szkolenia", "moje"]
    await browser.acts("start", who=anna["id"], payload="")
    said = await browser.hears("message", mine=False)
    assert said["text"].startswith("Dzień dobry!")
    listed = next(button for row in said["rows"] for button in row if button["label"] == "Najbliższe szkolenia")
    await browser.acts("press", who=anna["id"], message=said["id"], data=listed["data"])
    changed = await browser.hears("edited", id=said["id"])
    assert "Ochrona danych w sekretariacie" in changed["text"]
    assert [name for name, _ in browser.heard].count("message") == 2


async def test_clock_waits_at_every_reminder_on_its_way(browser: Browser) -> None:
    anna = browser.heard[0][1]["phones"][0]["id"]
    await sign_up(browser, anna)
    assert (await browser.acts("next"))[1] == {"came": True}
    day_before = await browser.hears("message", mine=False)
    assert (await browser.acts("pass", minutes=60 * 24))[0] == 200
    same_day = await browser.hears("message", mine=False)
    assert all("Ochrona danych w sekretariacie" in said["text"] for said in (day_before, same_day))
    assert [warsaw(said["at"]) for said in (day_before, same_day)] == ["2026-04-29 14:00", "2026-04-30 09:00"]


async def sign_up(browser: Browser, person: int) -> None:
    """Take a seat in the first training of the list."""
    await browser.acts("start", who=person, payload="")
    await browser.hears("message", mine=False)
    await browser.acts("write", who=person, text="/zapisz")
    said = await browser.hears("message", mine=False)
    for label in (said["rows"][0][0]["label"], "Potwierdzam zapis"):
        data = next(button["data"] for row in said["rows"] for button in row if button["label"] == label)
        await browser.acts("press", who=person, message=said["id"], data=data)
        said = await browser.hears("edited", id=said["id"])
    await browser.hears("message", mine=False)


def warsaw(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, ZoneInfo("Europe/Warsaw")).isoformat(" ", "minutes")[:16]


@contextmanager
def demo(*options: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """Start the command as a visitor does; yields it with what it printed up to the page's address."""
    command = [sys.executable, "-m", "bot", "demo", "--no-browser", *options]
    known = {name: value for name, value in os.environ.items() if not name.startswith("TERMINARZ_")}
    with subprocess.Popen(
        command, cwd=ROOT, env=known | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line.rstrip())
            if "http://127.0.0.1" in line:
                break
        try:
            yield process, lines
        finally:
            process.kill()


def test_demo_says_where_it_is_and_ends_quietly() -> None:
    with demo("--port", "0", TERMINARZ_TOKEN="1:real", TERMINARZ_DATABASE="nowhere") as (process, lines):
        assert lines[0] == "TERMINARZ_TOKEN is set; the demo never uses a real token and goes on without it."
        assert re.search(r"https://t\.me/terminarz_demo_bot\?start=i\S+", lines[1])
        assert re.search(r"http://127\.0\.0\.1:\d+/ .*Ctrl-C", lines[-1])
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=10)
        assert (rest.strip(), process.returncode) == ("", 0)


def test_demo_takes_the_next_port_when_one_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with demo("--port", str(port)) as (_, lines):
            assert f"Port {port} is taken, trying the next." in lines
            assert f"127.0.0.1:{port}/" not in lines[-1]


async def test_demo_keeps_people_when_told_to(tmp_path: Path) -> None:
    for times in range(2):
        with demo("--port", "0", "--keep", str(tmp_path / "town.db")) as (_, lines):
            [root] = re.findall(r"http://[\d.:]+", lines[-1])
            async with Browser.opened(root) as browser:
                anna = browser.heard[0][1]["phones"][0]["id"]
                if times == 0:
                    await sign_up(browser, anna)
                else:
                    await browser.acts("start", who=anna, payload="")
                    await browser.hears("message", mine=False)
                    await browser.acts("write", who=anna, text="/moje")
                    said = await browser.hears("message", mine=False)
                    assert "Ochrona danych w sekretariacie" in said["text"]
