"""Vital signs: told by the bot, read beside it by whoever asks, on each engine."""

from datetime import timedelta

import pytest

from domain.finding import Invariant
from domain.health import Beat, Condition, Part
from domain.ports import Storage
from storage.database import open_storage
from storage.refusal import StorageRefused
from storage.vitals import heartbeats
from tests.storage.samples import NOW, add_training

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


async def test_memory_can_only_be_read_by_its_own_process() -> None:
    with pytest.raises(StorageRefused):
        await open_storage("sqlite:///:memory:", reading=True)
