"""Publishing: drafts become trainings, or change them; whoever is concerned hears of it. Checks no right by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import keys, news, programme, repasting
from domain.announced import Act, Deed, Origin, Stage
from domain.chats import opening
from domain.desks.changing import Changing
from domain.desks.news import News
from domain.desks.posts import Posts
from domain.desks.telling import tell
from domain.drafting import Prospect, Published
from domain.training import Training

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.announced import Announcement
    from domain.drafting import Sheet
    from domain.official import Official
    from domain.ports import Transaction
    from domain.training import Details


@dataclass(frozen=True, slots=True)
class Publishing:
    """Publishes for somebody; ``official`` is who answers for it."""

    transaction: Transaction
    now: datetime
    official: Official

    async def prospect(self, sheet: Sheet) -> Prospect:
        """Return what publishing an announcement would do now."""
        owner = sheet.announcement.programme
        new = [Training(0, "", owner, each) for each in _new(sheet)]
        coming = [each for each in new if news.worth_telling(each, self.now)]
        reach = await News(self.transaction, self.now).audience(coming)
        chats = await Posts(self.transaction, self.now).where(owner.id) if coming else ()
        changing = Changing(self.transaction, self.now, self.official)
        changes = [await changing.concerned(training, after) for training, after in _changed(sheet)]
        again = await public_already(self.transaction, sheet)
        return Prospect(sheet, reach, tuple(chats), opening(owner, self.now), tuple(changes), again)

    async def publish(self, sheet: Sheet) -> Published | None:
        """Make an announcement public as it stands; ``None`` when somebody else was quicker.

        Every draft of it is complete and not outdated.
        """
        announced = sheet.announcement
        if not await self.transaction.announcements.settle(announced, Stage.PUBLISHED, self.now):
            return None
        added = await self._add(announced, _new(sheet))
        changing = Changing(self.transaction, self.now, self.official)
        told = 0 if announced.silent else sum([(await changing.concerned(*each)).told for each in _changed(sheet)])
        changes = [
            await changing.apply(training, after, silent=announced.silent) for training, after in _changed(sheet)
        ]
        changed = tuple(training for training, _ in changes)
        if announced.origin is not Origin.EDIT:
            ids = [training.id for training in (*added, *changed)]
            await self.transaction.announcements.announce(announced, ids, self.now)
            only = added[0] if len(added) == 1 and not changed else None
            numbers = "" if only else "–".join(dict.fromkeys(str(each.id) for each in (*added[:1], *added[-1:])))
            counts = {"added": str(len(added)), "changed": str(len(changed))}
            await self.note(Deed.PUBLISHED, sheet, only, numbers=numbers, **counts)
        reach, posts = (news.Reach(), 0) if announced.silent else await tell(self.transaction, self.now, added)
        undo = changes[0][1] if len(changes) == 1 and not added else None
        return Published(announced, added, changed, reach, posts, undo, told)

    async def note(self, deed: Deed, sheet: Sheet, training: Training | None = None, **args: str) -> None:
        """Keep what was done with an announcement, and with which training if it is the only one."""
        told = {"announcement": str(sheet.announcement.id), "drafts": str(len(sheet.drafts)), **args}
        done = Act(deed, self.official, self.now, sheet.announcement.programme, training, told)
        await self.transaction.acts.note(done)

    async def _add(self, announced: Announcement, new: Sequence[Details]) -> tuple[Training, ...]:
        owner = announced.programme
        taken = {each.training.key for each in await self.transaction.trainings.of_programme(owner.id)}
        added = []
        for details in new:
            key = keys.key_of(details, taken)
            taken.add(key)
            seats = programme.seats(details, None, 0)
            number = await self.transaction.trainings.add(owner.id, key, details, seats)
            added.append(Training(number, key, owner, details, seats))
        return tuple(added)


def _new(sheet: Sheet) -> list[Details]:
    return [each.details for each in sheet.drafts if each.details and not each.training]


def _changed(sheet: Sheet) -> list[tuple[Training, Details]]:
    """Return the published trainings that a sheet changes, with what is to be stated of them.

    They are in the order of their numbers, in which everybody locks several of them.
    """
    found = ((each.training, each.details) for each in sheet.drafts)
    changed = [(before, after) for before, after in found if before and after and before.details != after]
    return sorted(changed, key=lambda change: change[0].id)


async def public_already(transaction: Transaction, sheet: Sheet) -> int:
    """Return how many that are to be new were published from elsewhere while they waited as drafts."""
    stored = await transaction.trainings.of_programme(sheet.announcement.programme.id)
    new = [each.draft for each in sheet.drafts if not each.training]
    return sum(any(repasting.repeated(draft, each.training.details) for each in stored) for draft in new)
