"""The page with the real bot behind it, as a browser meets it: acts go in, server-sent events come out."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from bot.cli.demo.life import Life
from bot.cli.demo.town import found
from playground import page
from playground.clock import RunningClock
from playground.server import serve
from playground.stage import Phone, Stage
from tests.playground.pages import Browser

ROOT = Path(__file__).parents[2]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    clock = RunningClock()
    async with found(clock=clock) as town, Life(town).lived() as life:
        phone = Phone(town.world.person("Anna", "Nowak", language="pl"), "official")
        stage = Stage(town.world, clock, life, [phone])
        async with serve(stage.world, routes=page.routes(stage)) as address, Browser.opened(address.root) as opened:
            yield opened


async def test_visitor_starts_presses_and_sees_the_message_change(browser: Browser) -> None:
    anna = browser.heard[0][1]["people"][0]
    assert [command["command"] for command in anna["commands"][str(anna["id"])]][:2] == ["szkolenia", "moje"]
    await browser.acts("start", who=anna["id"], payload="")
    said = await browser.hears("message", sender=0)
    assert said["text"].startswith("Dzień dobry!")
    listed = next(button for row in said["rows"] for button in row if button["label"] == "Najbliższe szkolenia")
    await browser.acts("press", who=anna["id"], chat=anna["id"], message=said["id"], data=listed["data"])
    changed = await browser.hears("edited", id=said["id"])
    assert "Ochrona danych w sekretariacie" in changed["text"]
    assert [name for name, _ in browser.heard].count("message") == 2


async def test_clock_waits_at_every_reminder_on_its_way(browser: Browser) -> None:
    anna = browser.heard[0][1]["people"][0]["id"]
    await sign_up(browser, anna)
    assert (await browser.acts("next"))[1] == {"came": True}
    day_before = await browser.hears("message", sender=0)
    assert (await browser.acts("pass", minutes=60 * 24))[0] == 200
    same_day = await browser.hears("message", sender=0)
    assert all("Ochrona danych w sekretariacie" in said["text"] for said in (day_before, same_day))
    assert [warsaw(said["at"]) for said in (day_before, same_day)] == ["2026-04-29 14:00", "2026-04-30 09:00"]


async def test_fast_clock_is_served_on_time(browser: Browser) -> None:
    anna = browser.heard[0][1]["people"][0]["id"]
    await sign_up(browser, anna)
    await browser.acts("pass", minutes=2 * 24 * 60 + 6 * 60 - 1)
    await browser.acts("run", speed=60)
    day_before = await browser.hears("message", chat=anna, sender=0)
    assert "Ochrona danych w sekretariacie" in day_before["text"]
    assert warsaw(day_before["at"]) == "2026-04-29 14:00"


async def sign_up(browser: Browser, person: int) -> None:
    """Take a seat in the first training of the list."""
    await browser.acts("start", who=person, payload="")
    await browser.hears("message", sender=0)
    await browser.acts("write", who=person, chat=person, text="/zapisz")
    said = await browser.hears("message", sender=0)
    for label in (said["rows"][0][0]["label"], "Potwierdzam zapis"):
        data = next(button["data"] for row in said["rows"] for button in row if button["label"] == label)
        await browser.acts("press", who=person, chat=person, message=said["id"], data=data)
        said = await browser.hears("edited", id=said["id"])
    await browser.hears("message", sender=0)


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
        try:
            yield process, lines_up_to_address(process.stdout)
        finally:
            process.kill()


def lines_up_to_address(output: IO[str]) -> list[str]:
    lines = [output.readline().rstrip()]
    while lines[-1] and "http://127.0.0.1" not in lines[-1]:
        lines.append(output.readline().rstrip())
    return lines


def test_demo_says_where_it_is_and_ends_quietly() -> None:
    with demo("--port", "0", TERMINARZ_TOKEN="1:real", TERMINARZ_DATABASE="nowhere") as (process, lines):
        assert lines[0] == "TERMINARZ_TOKEN is set; the demo never uses a real token and goes on without it."
        assert re.search(r"http://127\.0\.0\.1:\d+/ .*Ctrl-C", lines[-1])
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=10)
        assert (rest.strip(), process.returncode) == ("", 0)


async def test_demo_warns_of_a_token_that_may_be_real_and_does_not_repeat_it() -> None:
    token = f"123456789:{'Ab' * 17}"
    with demo("--port", "0") as (process, lines):
        [root] = re.findall(r"http://[\d.:]+", lines[-1])
        async with aiohttp.ClientSession() as http, http.get(f"{root}/bot{token}/getMe") as answer:
            assert answer.status == 401
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=10)
    assert "may be a real bot" in rest
    assert token not in rest


def test_demo_takes_the_next_port_when_one_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with demo("--port", str(port)) as (_, lines):
            assert f"Port {port} is taken, trying the next." in lines
            assert f"127.0.0.1:{port}/" not in lines[-1]


async def test_demo_of_today_has_trainings_ahead() -> None:
    with demo("--port", "0", "--today") as (_, lines):
        [root] = re.findall(r"http://[\d.:]+", lines[-1])
        async with Browser.opened(root) as browser:
            anna = browser.heard[0][1]["people"][0]["id"]
            await browser.acts("start", who=anna, payload="")
            await browser.hears("message", sender=0)
            await browser.acts("write", who=anna, chat=anna, text="/szkolenia")
            assert "Trudne rozmowy z mieszkańcami" in (await browser.hears("message", sender=0))["text"]


async def test_demo_keeps_people_and_the_time_when_told_to(tmp_path: Path) -> None:
    reminded_at = 0
    for times in range(2):
        with demo("--port", "0", "--keep", str(tmp_path / "town.db")) as (_, lines):
            [root] = re.findall(r"http://[\d.:]+", lines[-1])
            async with Browser.opened(root) as browser:
                anna = browser.heard[0][1]["people"][0]["id"]
                if times == 0:
                    await sign_up(browser, anna)
                    await browser.acts("next")
                    reminded_at = (await browser.hears("message", sender=0))["at"]
                else:
                    assert browser.heard[0][1]["clock"]["now"] >= reminded_at
                    await browser.acts("start", who=anna, payload="")
                    await browser.hears("message", sender=0)
                    await browser.acts("write", who=anna, chat=anna, text="/moje")
                    said = await browser.hears("message", sender=0)
                    assert "Ochrona danych w sekretariacie" in said["text"]


async def test_demo_begins_anew_where_it_was() -> None:
    with demo("--port", "0") as (process, lines):
        [root] = re.findall(r"http://[\d.:]+", lines[-1])
        async with Browser.opened(root) as browser:
            before = browser.heard[0][1]
            assert before["resettable"]
            anna = before["people"][0]["id"]
            await browser.acts("start", who=anna, payload="")
            await browser.hears("message", sender=0)
            assert await browser.acts("reset") == (200, {})
            await browser.ends()
        assert process.stdout is not None
        assert lines_up_to_address(process.stdout)[-1] == lines[-1]
        async with Browser.opened(root) as browser:
            after = browser.heard[0][1]
    assert after["era"] != before["era"]
    assert after["people"][0]["status"] == "left"
    assert [chat["messages"] for chat in after["chats"] if chat["type"] == "private"] == [[], []]


async def test_demo_that_keeps_is_not_begun_anew_by_the_page(tmp_path: Path) -> None:
    with demo("--port", "0", "--keep", str(tmp_path / "town.db")) as (_, lines):
        [root] = re.findall(r"http://[\d.:]+", lines[-1])
        async with Browser.opened(root) as browser:
            assert not browser.heard[0][1]["resettable"]
            assert (await browser.acts("reset"))[0] == 400
