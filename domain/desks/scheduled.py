"""Scheduled announcements: published when their hour comes, if whoever scheduled them may still publish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.announced import Stage
from domain.desks.alarms import alert, report
from domain.desks.publishing import Publishing, public_already
from domain.desks.rights import scope_of
from domain.drafting import Sheet
from domain.official import Official

if TYPE_CHECKING:
    from datetime import datetime

    from domain.announced import Announcement
    from domain.ports import Storage, Transaction

BATCH = 20


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A lane of the courier: announcements whose hour has come."""

    storage: Storage

    async def publish_due(self, now: datetime) -> int:
        """Publish what is due, each in its own transaction; whoever scheduled it hears so.

        What cannot be published is open again, and all organisers of its programme hear of that.
        """
        async with self.storage.reading() as transaction:
            due = await transaction.announcements.due(now, BATCH)
        for each in due:
            async with self.storage.transaction() as transaction:
                await _publish(transaction, each.id, now)
        return len(due)


async def _publish(transaction: Transaction, announcement_id: int, now: datetime) -> None:
    announced = await transaction.announcements.get(announcement_id)
    if announced is None or announced.stage is not Stage.SCHEDULED:
        return
    sheet = Sheet(announced, tuple(await transaction.announcements.drafts(announcement_id)))
    official = await _responsible(transaction, announced)
    titles = (each.draft.title for each in sheet.drafts)
    title = next(filter(None, titles), "")
    ready = sheet.drafts and not sheet.incomplete and not sheet.outdated
    if official and ready and not await public_already(transaction, sheet):
        if outcome := await Publishing(transaction, now, official).publish(sheet):
            what = "published" if outcome.added else "published_changes"
            await report(transaction, now, official.id, what, title, len(outcome.added or outcome.changed))
        return
    await transaction.announcements.settle(announced, Stage.OPEN, now)
    await alert(transaction, now, [announced.programme], "not_published", title)


async def _responsible(transaction: Transaction, announced: Announcement) -> Official | None:
    """Return who scheduled it, unless the role for it was taken away since."""
    if announced.made_by is None:
        return None
    covered = await scope_of(transaction, announced.made_by)
    if not covered.covers(announced.programme):
        return None
    return await transaction.officials.get(announced.made_by) or Official(announced.made_by)
