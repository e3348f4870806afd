"""Vital signs: told by the bot, read beside it by whoever asks, on each engine."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from domain.finding import Invariant
from domain.health import Beat, Condition, Part
from domain.notice import Kind
from domain.ports import Incoming, Outgoing, Storage, Waiting
from domain.registration import Registration, State
from domain.roster import Decision, Write
from storage.database import open_storage
from storage.refusal import StorageRefused
from storage.vitals import heartbeats
from tests.storage.samples import HOUR, NOW, add_training, planned

BEATS = [Beat(part, NOW, Condition.AILING, "Fine.") for part in sorted(Part)]


async def test_beats_are_read_as_they_were_told_last(lasting_url: str) -> None:
    storage = await open_storage(lasting_url)
    for told in ([Beat(part, NOW - timedelta(minutes=1)) for part in Part], BEATS):
        async with storage.transaction() as transaction:
            await transaction.heartbeats.beat(told)
    assert await heartbeats(lasting_url) == BEATS
    await storage.close()
    assert await heartbeats(lasting_url) == BEATS


async def test_database_without_a_schema_has_no_vitals(lasting_url: str) -> None:
    with pytest.raises(StorageRefused):
        await heartbeats(lasting_url)


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.db", "postgresql://nobody@127.0.0.1:1/none"])
async def test_database_that_is_not_there_has_no_vitals(url: str) -> None:
    with pytest.raises(StorageRefused):
        await heartbeats(url)


async def test_a_file_that_is_not_there_is_said_not_to_be_there_and_not_made(tmp_path: Path) -> None:
    file = tmp_path / "town.db"
    told = f"The database {file} cannot be used: there is no such file yet: run the bot or import a programme first."
    with pytest.raises(StorageRefused) as of_health:
        await heartbeats(f"sqlite:///{file}")
    with pytest.raises(StorageRefused) as of_audit:
        await open_storage(f"sqlite:///{file}", reading=True)
    assert [str(of_health.value), str(of_audit.value)] == [told, told]
    assert not file.exists()


async def test_a_folder_or_another_programs_file_is_said_to_be_one(tmp_path: Path) -> None:
    recipes = tmp_path / "recipes.db"
    with closing(sqlite3.connect(recipes)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    for path, told in ((tmp_path, "it is a folder"), (recipes, "another program's database")):
        with pytest.raises(StorageRefused, match=told):
            await heartbeats(f"sqlite:///{path}")
        with pytest.raises(StorageRefused, match=told):
            await open_storage(f"sqlite:///{path}", reading=True)


async def test_what_is_opened_for_reading_can_be_read_and_not_written(lasting_url: str) -> None:
    storage = await open_storage(lasting_url)
    await add_training(storage)
    looking = await open_storage(lasting_url, reading=True)
    async with looking.reading() as transaction:
        assert await transaction.audit.findings(NOW, list(Invariant)) == []
    with pytest.raises(Exception, match=r"(?i)read.?only"):
        await write(looking)
    await looking.close()
    await storage.close()


async def write(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        await transaction.heartbeats.beat(BEATS)


async def test_next_of_each_kind_is_the_one_that_waits_longest_and_nobodys_turn(storage: Storage) -> None:
    number = await add_training(storage)
    past, later = NOW - HOUR, NOW + HOUR
    await storage.receive([Incoming(7, 70, "{}"), Incoming(8, 80, "{}")], past)
    async with storage.transaction() as transaction:
        await transaction.notices.plan([planned(1, key=f"{due}", due_at=due, kind=Kind.ALARM) for due in (later, past)])
        held = Registration(number, 5, State.HELD, seat=True, until=past)
        await transaction.rosters.decide(number, 5, lambda _: Decision(None, (Write(held),)), past)
        sent = await transaction.replies.add([Outgoing(1, "sendMessage", {})], past, past)
        await transaction.replies.postpone(sent[0], past, attempted=False)
    async with storage.reading() as transaction:
        update, due = await transaction.heartbeats.next(NOW, [70])
        earlier = await transaction.heartbeats.next(past - HOUR, [70, 80])
    assert update == Waiting("update", 8, past)
    assert [(each.kind, each.since) for each in due] == [("reply", past), ("notice", past), ("registration", past)]
    assert earlier == (None, [])


async def test_memory_can_only_be_read_by_its_own_process() -> None:
    with pytest.raises(StorageRefused):
        await open_storage("sqlite:///:memory:", reading=True)
