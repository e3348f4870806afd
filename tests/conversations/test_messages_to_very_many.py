"""A message to more people than are written for at once: promised, held, ended and restarted like any other."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot.cli.demo.town import Resident, Town, found
from domain.broadcast import Totals
from domain.desks.broadcasts import BroadcastsDesk
from domain.desks.composing import ComposingDesk
from domain.official import Official
from playground.clock import ManualClock
from storage.database import open_storage
from tests.conversations.hearing import heard
from tests.conversations.messages import composed, organiser
from tests.conversations.programmes import programme_of, training
from tests.conversations.towns import at
from tests.storage.test_broadcasts import totals
from tests.storage.test_fan_outs import MANY, PART, subscribed, told, write

EVENING = at("2026-04-27T20:30")
"""Nobody is told before the morning: what is written can be looked at in peace."""


@asynccontextmanager
async def _living(url: str, now: datetime, run: int) -> AsyncIterator[Town]:
    async with found(programme_of(training()), database=url, clock=ManualClock(now), seed=run) as town:
        yield town


async def _promised(town: Town) -> tuple[Resident, int]:
    """Let an organiser write to very many people, to the button that sends."""
    await subscribed(town.bot.storage)
    olga = await organiser(town)
    return olga, await composed(olga)


async def test_button_promises_as_many_as_are_written(tmp_path: Path) -> None:
    async with _living(f"sqlite:///{tmp_path / 'kept.db'}", EVENING, 1) as town:
        olga, number = await _promised(town)
        await olga.presses("Wyślij do 2503\N{NO-BREAK SPACE}osób")
        assert await told(town.bot.storage) == list(range(1, MANY + 1))
        assert (await totals(town.bot.storage, number)).left == MANY
        assert "0 z 2503" in heard(olga)[-1]


async def test_courier_writes_on_where_a_process_ended_between_two_chunks(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.db'}"
    async with _living(url, EVENING, 1) as town:
        olga, number = await _promised(town)
        person = olga.person.id
    storage = await open_storage(url)
    async with storage.transaction() as transaction:
        await ComposingDesk(transaction, EVENING).send(Official(person), number, MANY, person, None)
    assert await write(storage) == PART
    await storage.close()
    async with _living(url, EVENING + timedelta(minutes=1), 2) as town:
        await town.bot.delivery.courier.deliver_due()
        assert await told(town.bot.storage) == list(range(1, MANY + 1))
        assert (await totals(town.bot.storage, number)).left == MANY


async def test_message_ended_while_it_is_written_counts_everybody_and_reaches_no_more(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.db'}"
    async with _living(url, EVENING, 1) as town:
        olga, number = await _promised(town)
        storage, person = town.bot.storage, Official(olga.person.id)
        async with storage.transaction() as transaction:
            await ComposingDesk(transaction, EVENING).send(person, number, MANY, person.id, None)
        await write(storage)
        async with storage.transaction() as transaction:
            desk = BroadcastsDesk(transaction, EVENING)
            await desk.pause(person, number)
            await desk.stop(person, number)
        await town.bot.delivery.courier.deliver_due()
        assert len(await told(storage)) == PART
        assert await totals(storage, number) == Totals(dropped=MANY)
        assert "wysyłkę zakończono: 2503" in heard(olga)[-1]
