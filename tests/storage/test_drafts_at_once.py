"""Drafts that two people change at once: one comes second and is told so, and neither waits for the other for ever."""

import asyncio
from dataclasses import replace

from domain.announced import Announcement, Origin, Stage
from domain.announcement import Found
from domain.training import Draft
from storage.database import open_storage
from tests.storage.samples import DAY, NOW

from .conftest import by_hand


async def test_correcting_a_draft_while_it_is_published_comes_second(empty_postgres: str) -> None:
    storage = await open_storage(empty_postgres)
    settled = asyncio.Event()
    try:
        async with storage.transaction() as transaction:
            await transaction.trainings.add_programme("Program", None, "Europe/Warsaw", "{}")
            (programme,) = await transaction.trainings.programmes()
            number = await transaction.announcements.begin(Announcement(0, programme, Origin.FORM, 7, NOW))
            draft_id = await transaction.announcements.add_draft(number, Found(Draft(title="Budżet")))
            begun, drafted = (
                await transaction.announcements.get(number),
                await transaction.announcements.draft(draft_id),
            )
        assert begun
        assert drafted
        planned = replace(begun, publish_at=NOW + DAY)

        async def publish() -> bool:
            async with storage.transaction() as transaction:
                assert await transaction.announcements.settle(planned, Stage.SCHEDULED, NOW)
                settled.set()
                while not await by_hand(storage)("SELECT 1 FROM pg_catalog.pg_locks WHERE NOT granted"):
                    pass
                return await transaction.announcements.drop_draft(drafted)

        async def correct() -> bool:
            await settled.wait()
            async with storage.transaction() as transaction:
                return await transaction.announcements.restate(drafted, Found(Draft(title="Budżet gminy")))

        assert tuple(await asyncio.gather(publish(), correct())) == (True, False)
    finally:
        await storage.close()
