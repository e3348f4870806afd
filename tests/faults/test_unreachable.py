"""A line that is cut, or leads to a stranger: what was certainly not sent is tried freely, and arrives once."""

import asyncio
import shutil
import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

import aiohttp
import pytest

from bot.telegram import AiohttpRequest, NotConnectedError
from domain import roster
from domain.official import Official
from domain.ports import Transaction
from domain.training import Details
from playground.faults import Fault, hang
from playground.persons import Person
from playground.server import Address
from storage.database import open_storage
from tests.faults.invariants import hold
from tests.faults.line import line
from tests.faults.processes import ENTRY, HOUR_BEFORE_ALONE, Served, known, rows, said, wall

PEOPLE = 40
FIRST = 1_000


async def remind(bot: Served) -> list[Person]:
    """Let people be due to be reminded now, while the bot runs."""
    now = bot.world.clock.now()
    before = now - timedelta(days=3)
    storage = await open_storage(bot.database)
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Etc/UTC", ENTRY)
        soon = Details(title="Szkolenie za godzinę", start=wall(now + timedelta(minutes=59)))
        await transaction.trainings.add(programme, "soon", soon, None)
        for number in range(PEOPLE):
            official = Official(FIRST + number, name="Jan Kowal", preferences=HOUR_BEFORE_ALONE)
            await transaction.officials.save(official)
            await seat(transaction, official, before)
    await storage.close()
    return [known(bot.world, "Jan", f"Kowal{number}", FIRST + number) for number in range(PEOPLE)]


async def seat(transaction: Transaction, official: Official, before: datetime) -> None:
    await transaction.rosters.decide(1, official.id, lambda seen: roster.place(seen, official, before), before)


def begun(bot: Served) -> int:
    """Return how often somebody was to be told something."""
    return len(rows(bot.file, "SELECT 1 FROM seen_notice WHERE fate = 'sending' AND attempts > 0"))


@pytest.mark.case("F61")
@pytest.mark.whole
@pytest.mark.skipif(shutil.which("openssl") is None, reason="nothing here makes certificates")
@pytest.mark.parametrize("trouble", ["cut", "tap", "babble"])
async def test_no_connection_is_no_doubt(
    bot: Served, tmp_path: Path, trouble: str, figure: Callable[[str, float], None]
) -> None:
    async with line(bot.address.port, tmp_path) as way:
        bot.address = Address(way.address)
        bot.settings["SSL_CERT_FILE"] = str(way.certificate)
        async with bot.running():
            await bot.until(lambda: bot.world.updates.polled)
            await getattr(way, trouble)()
            people = await remind(bot)
            await bot.until(lambda: begun(bot) > PEOPLE)
            assert not bot.world.called("sendMessage")
            await way.connect()
            began = monotonic()
            await bot.until(lambda: all(said(person.chat, "Za ") for person in people))
            figure("everybody reminded after", monotonic() - began)
            await hold(bot)
    assert bot.log.read_text().count("sending failed") == 1
    assert rows(bot.file, "SELECT DISTINCT fate, attempts FROM notice") == [("delivered", 1)]
    assert [len(said(person.chat, "Za ")) for person in people] == [1] * PEOPLE


@pytest.mark.case("F61")
async def test_a_name_that_is_not_found_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    request = AiohttpRequest()
    await request.initialize()
    with pytest.raises(NotConnectedError):
        await request.do_request("https://telegram.example.org/", "POST")
    await request.shutdown()


@pytest.mark.case("F62")
async def test_no_free_connection_is_no_connection(bot: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.CONNECT_TIMEOUT", 0.2)
    hung = bot.world.faults.add(Fault(hang(60), "getMe"))
    request = AiohttpRequest()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as request._session:
        waiting = asyncio.get_running_loop().create_task(
            request.do_request(f"{bot.address.api}{bot.world.token}/getMe", "POST", read_timeout=5.5)
        )
        await bot.until(lambda: hung.hits)
        with pytest.raises(NotConnectedError):
            await request.do_request(f"{bot.address.api}{bot.world.token}/getMe", "POST", read_timeout=5.5)
        waiting.cancel()
    assert len(bot.world.called("getMe")) <= 1
