"""Drafts that two people change at once: one comes second and is told so, and neither waits for the other for ever."""

import asyncio
from dataclasses import replace

from domain.announced import Announcement, Origin, Stage
from domain.announcement import Found
from domain.desks.drafts import DraftsDesk
from domain.drafting import Sheet
from domain.official import Grant, Official, Role
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


async def test_correcting_all_drafts_waits_for_who_corrects_one_of_them(empty_postgres: str) -> None:
    storage = await open_storage(empty_postgres)
    corrected = asyncio.Event()
    maria = Official(7)
    try:
        async with storage.transaction() as transaction:
            await transaction.officials.save(maria)
            await transaction.organisers.grant(Grant(maria.id, Role.ADMINISTRATOR))
            await transaction.trainings.add_programme("Program", None, "Europe/Warsaw", "{}")
            (programme,) = await transaction.trainings.programmes()
            number = await transaction.announcements.begin(Announcement(0, programme, Origin.FORM, 7, NOW))
            for title in ("Budżet", "Spory"):
                await transaction.announcements.add_draft(number, Found(Draft(title=title)))
            _, second = await transaction.announcements.drafts(number)

        async def correct() -> bool:
            async with storage.transaction() as transaction:
                restated = await transaction.announcements.restate(second, Found(Draft(title="Spory w gminie")))
                corrected.set()
                while not await by_hand(storage)("SELECT 1 FROM pg_catalog.pg_locks WHERE NOT granted"):
                    pass
                return restated

        async def correct_all() -> list[tuple[str | None, int | None]]:
            await corrected.wait()
            async with storage.transaction() as transaction:
                rule = DraftsDesk(transaction, NOW).restate_all
                seen = await rule(maria, number, lambda draft: replace(draft, capacity=20))
                assert isinstance(seen, Sheet)
                return [(each.draft.title, each.draft.capacity) for each in seen.drafts]

        assert tuple(await asyncio.gather(correct(), correct_all())) == (
            True,
            [("Budżet", 20), ("Spory w gminie", 20)],
        )
    finally:
        await storage.close()
