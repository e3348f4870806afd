"""The page outlives what it shows: a server that goes away and comes back, and a town that begins anew."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import expect

from playground.stage import Stage
from tests.page import demonstration
from tests.page.handset import Handset
from tests.page.visits import Visits

ROOT = Path(__file__).parents[2]
BROKEN_OFF = ("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_CONNECTION_RESET")
AWAY = "Demo nie odpowiada."


async def test_page_comes_back_with_its_server(stage: Stage, visits: Visits) -> None:
    visits.complain_of(*BROKEN_OFF)
    async with demonstration.served(stage) as address:
        page = await visits.open(address)
        anna = Handset(page, "Anna Nowak")
        await anna.presses("START")
        await anna.opens("Referat szkoleń")
        await anna.line.fill("Zaczęte zdanie")
    await expect(page.get_by_role("alert")).to_contain_text(AWAY)
    group = next(iter(stage.world.groups))
    group.writes(stage.phones[1].person, "Powiedziane tymczasem")
    async with demonstration.served(stage, urlsplit(address).port or 0):
        await anna.shows("Powiedziane tymczasem")
        await expect(page.get_by_role("alert")).to_be_hidden()
        await expect(anna.line).to_have_value("Zaczęte zdanie")
        await expect(anna.line).to_be_focused()
        await anna.opens("Terminarz")
        await anna.presses("Najbliższe szkolenia")
        await anna.shows("8 terminów")


async def test_clock_stands_while_the_server_is_away(stage: Stage, visits: Visits) -> None:
    visits.complain_of(*BROKEN_OFF)
    async with demonstration.served(stage) as address:
        page = await visits.open(address)
        await page.clock.install()
        await page.reload()
        now = page.get_by_role("region", name="Zegar").get_by_role("time")
        await page.get_by_role("button", name="×60").click()
        await expect(now).not_to_have_text("8:00:00")
    await expect(page.get_by_role("alert")).to_contain_text(AWAY)
    stood = await now.text_content() or ""
    await page.clock.run_for(10_000)
    await expect(now).to_have_text(stood)


async def test_town_begins_anew_when_that_is_confirmed(visits: Visits) -> None:
    visits.complain_of(*BROKEN_OFF)
    async with played() as address:
        page = await visits.open(address)
        anna = Handset(page, "Anna Nowak")
        await anna.presses("START")
        await anna.shows("Dzień dobry!")
        await page.get_by_role("button", name="+1 dzień").click()
        await page.get_by_role("button", name="Od nowa").click()
        sure = page.get_by_role("dialog", name="Zacząć od nowa?")
        await sure.get_by_role("button", name="Anuluj").click()
        await expect(sure).to_be_hidden()
        await anna.shows("Dzień dobry!")
        await page.get_by_role("button", name="Od nowa").click()
        await sure.get_by_role("button", name="Od nowa").click()
        await expect(anna.messages).to_have_count(0)
        await expect(page.get_by_role("region", name="Zegar")).to_contain_text("poniedziałek, 27 kwietnia 2026")
        await anna.presses("START")
        await anna.shows("Dzień dobry!")
        await expect(page.get_by_role("alert")).to_be_hidden()


@asynccontextmanager
async def played() -> AsyncIterator[str]:
    """Start the command as a visitor does; yields the page's address."""
    words = [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0"]
    process = await asyncio.create_subprocess_exec(*words, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        async for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line.decode()):
                yield found[0]
                break
    finally:
        process.kill()
        await process.communicate()
