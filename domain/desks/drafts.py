"""The drafts' desk: announcements pasted, corrected, published, scheduled, discarded; deny by default as with roles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain import announcement, gaps, repasting
from domain.announced import Announcement, Deed, Origin, Stage
from domain.desks.organisers import Denial
from domain.desks.publishing import Publishing
from domain.desks.rights import scope_of
from domain.drafting import Gone, Incomplete, NothingFound, Overtaken, Pasted, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from domain.announced import Drafted
    from domain.announcement import Found, Reading
    from domain.drafting import Prospect, Published
    from domain.official import Official
    from domain.ports import Transaction
    from domain.scope import Scope
    from domain.stating import Field
    from domain.training import Draft, Programme, Training

Answered = Sheet | Gone | Denial


@dataclass(frozen=True, slots=True)
class DraftsDesk:
    """Takes announcements in and publishes them; every act is one of the ``official`` who asks for it."""

    transaction: Transaction
    now: datetime

    async def programmes(self, official: Official) -> Sequence[Programme]:
        """Return the programmes for which a person may publish; none at all = no right."""
        covered = await self._scope(official)
        return [each for each in await self.transaction.trainings.programmes() if covered.covers(each)]

    async def found_programme(self, official: Official, name: str, timezone: str) -> Programme | Denial:
        """Add a programme of this name, or return the one there is; only administrators may."""
        if not (await self._scope(official)).everywhere:
            return Denial.NO_RIGHTS
        known = {each.name: each for each in await self.transaction.trainings.programmes()}
        if name not in known:
            await self.transaction.trainings.add_programme(name, None, timezone, "{}")
            known = {each.name: each for each in await self.transaction.trainings.programmes()}
        return known[name]

    async def paste(self, official: Official, programme_id: int, text: str) -> Pasted | NothingFound | Denial:
        """Read a text into drafts: of what is known already only what the text tells anew."""
        programme = await self._programme(official, programme_id)
        if programme is None:
            return Denial.NO_RIGHTS
        reading = announcement.read(text, self.now, programme.zone)
        if not reading.found:
            return NothingFound(reading.problems)
        earlier = await self._earlier(programme, reading)
        founds, unchanged = await self._news(programme, earlier, reading)
        await self._put_away(earlier)
        if not founds:
            return NothingFound(reading.problems, unchanged)
        new = Announcement(0, programme, Origin.TEXT, official.id, self.now, text, reading.published)
        return Pasted(await self.begin(new, founds), reading.problems, unchanged)

    async def begin(self, new: Announcement, founds: Sequence[tuple[Found, Training | None]]) -> Sheet:
        """Keep a new announcement with its drafts; the caller has checked the right to it."""
        number = await self.transaction.announcements.begin(new)
        for found, training in founds:
            await self.transaction.announcements.add_draft(number, found, training)
        begun = await self._sheet(number)
        if begun is None:
            raise LookupError(number)
        return begun

    async def unfinished(self, official: Official) -> Sequence[Announcement]:
        """Return the announcements that this person may go on with, newest first."""
        covered = await self._scope(official)
        return await self.transaction.announcements.unfinished(covered.programmes) if covered else ()

    async def sheet(self, official: Official, announcement_id: int) -> Answered:
        """Return an announcement with its drafts, for an organiser of its programme."""
        found = await self._sheet(announcement_id)
        covered = await self._scope(official)
        if not covered or (found and not covered.covers(found.announcement.programme)):
            return Denial.NO_RIGHTS
        return found or Gone()

    async def draft(self, official: Official, draft_id: int) -> tuple[Sheet, Drafted] | Gone | Denial:
        """Return a draft on its sheet."""
        drafted = await self.transaction.announcements.draft(draft_id)
        sheet = await self.sheet(official, drafted.announcement_id if drafted else 0)
        if not isinstance(sheet, Sheet):
            return sheet
        return (sheet, drafted) if drafted else Gone()

    async def restate(
        self, official: Official, draft_id: int, version: int, draft: Draft, field: Field
    ) -> Answered | Overtaken:
        """Let a draft state something else in a field, as it was corrected at a version of it."""
        seen = await self.draft(official, draft_id)
        if not isinstance(seen, tuple):
            return seen
        sheet, drafted = seen
        if not sheet.open:
            return Gone()
        found = gaps.restated(drafted.found, draft, field)
        if drafted.version != version or not await self.transaction.announcements.restate(drafted, found):
            return Overtaken(sheet)
        return await self.sheet(official, drafted.announcement_id)

    async def restate_all(
        self, official: Official, announcement_id: int, rule: Callable[[Draft], Draft]
    ) -> Answered | Overtaken:
        """Let every draft of an announcement that the rule changes state something else: all of them or none."""
        seen = await self.sheet(official, announcement_id)
        if not isinstance(seen, Sheet):
            return seen
        await self.transaction.announcements.hold(announcement_id)
        sheet = await self.sheet(official, announcement_id)
        if not isinstance(sheet, Sheet):
            return sheet
        if not sheet.open:
            return Gone()
        for drafted in sheet.drafts:
            draft = rule(drafted.draft)
            if draft != drafted.draft and not await self.transaction.announcements.restate(
                drafted, gaps.restated(drafted.found, draft)
            ):
                return Overtaken(sheet)
        return await self.sheet(official, announcement_id)

    async def drop(self, official: Official, draft_id: int) -> Answered:
        """Remove a draft from its announcement."""
        seen = await self.draft(official, draft_id)
        if not isinstance(seen, tuple):
            return seen
        sheet, drafted = seen
        if not sheet.open:
            return Gone()
        await self.transaction.announcements.drop_draft(drafted)
        return await self.sheet(official, drafted.announcement_id)

    async def discard(self, official: Official, announcement_id: int) -> Answered:
        """Give an announcement up; until it is purged it can be taken back."""
        return await self._move(official, announcement_id, {Stage.OPEN, Stage.SCHEDULED}, Stage.DISCARDED)

    async def take_back(self, official: Official, announcement_id: int) -> Answered:
        """Go on with an announcement that was given up."""
        return await self._move(official, announcement_id, {Stage.DISCARDED}, Stage.OPEN)

    async def unschedule(self, official: Official, announcement_id: int) -> Answered:
        """Publish an announcement at no hour any more."""
        sheet = await self._move(official, announcement_id, {Stage.SCHEDULED}, Stage.OPEN)
        if isinstance(sheet, Sheet):
            await self._publishing(official).note(Deed.UNSCHEDULED, sheet)
        return sheet

    async def prospect(self, official: Official, announcement_id: int) -> Prospect | Gone | Denial:
        """Return what publishing an announcement would do now."""
        sheet = await self.sheet(official, announcement_id)
        return await self._publishing(official).prospect(sheet) if isinstance(sheet, Sheet) else sheet

    async def publish(
        self, official: Official, announcement_id: int, version: int, *, silent: bool
    ) -> Published | Incomplete | Overtaken | Gone | Denial:
        """Make an announcement public as it was seen at a version of it, and tell whom it concerns unless silent."""
        ready = await self._ready(official, announcement_id, version)
        if not isinstance(ready, Sheet):
            return ready
        responsible = replace(ready.announcement, made_by=official.id, silent=silent)
        return await self._publishing(official).publish(Sheet(responsible, ready.drafts)) or Overtaken(ready)

    async def schedule(
        self, official: Official, announcement_id: int, version: int, at: datetime, *, silent: bool
    ) -> Answered | Incomplete | Overtaken:
        """Let an announcement be published at an instant to come; whoever schedules it answers for it."""
        ready = await self._ready(official, announcement_id, version)
        if not isinstance(ready, Sheet):
            return ready
        planned = replace(ready.announcement, made_by=official.id, silent=silent, publish_at=at)
        if not await self.transaction.announcements.settle(planned, Stage.SCHEDULED, self.now):
            return Overtaken(ready)
        await self._publishing(official).note(Deed.SCHEDULED, ready, at=at.isoformat())
        return await self.sheet(official, announcement_id)

    def _publishing(self, official: Official) -> Publishing:
        return Publishing(self.transaction, self.now, official)

    async def _ready(
        self, official: Official, announcement_id: int, version: int
    ) -> Sheet | Incomplete | Overtaken | Gone | Denial:
        """Return the announcement if it can be published as it was seen."""
        sheet = await self.sheet(official, announcement_id)
        if not isinstance(sheet, Sheet):
            return sheet
        if not sheet.open or not sheet.drafts:
            return Gone()
        if sheet.announcement.version != version or sheet.outdated:
            return Overtaken(sheet)
        return Incomplete(sheet) if sheet.incomplete else sheet

    async def _move(self, official: Official, announcement_id: int, stages: set[Stage], to: Stage) -> Answered:
        sheet = await self.sheet(official, announcement_id)
        if not isinstance(sheet, Sheet):
            return sheet
        if sheet.announcement.stage not in stages:
            return Gone()
        if not await self.transaction.announcements.settle(sheet.announcement, to, self.now):
            return Gone()
        return await self.sheet(official, announcement_id)

    async def _earlier(self, programme: Programme, reading: Reading) -> list[Sheet]:
        """Return the open announcements of pasted texts that speak of the same trainings."""
        sheets = []
        for each in await self.transaction.announcements.unfinished([programme.id]):
            sheet = await self._sheet(each.id) if each.origin is Origin.TEXT and each.stage is Stage.OPEN else None
            if sheet and any(_matched(reading, sheet.drafts)):
                sheets.append(sheet)
        return sheets

    async def _put_away(self, earlier: Sequence[Sheet]) -> None:
        """Discard the earlier announcements of which every draft was taken over."""
        for each in earlier:
            now = await self._sheet(each.announcement.id)
            if now and not now.drafts:
                await self.transaction.announcements.settle(now.announcement, Stage.DISCARDED, self.now)

    async def _news(
        self, programme: Programme, earlier: Sequence[Sheet], reading: Reading
    ) -> tuple[list[tuple[Found, Training | None]], tuple[Training, ...]]:
        """Return what is to be drafted, and the trainings of which the text tells nothing new.

        Drafts of an earlier, unpublished paste are taken over with what was stated by hand.
        """
        drafts = [drafted for sheet in earlier for drafted in sheet.drafts]
        stored = await self.transaction.trainings.of_programme(programme.id)
        known = [each.training for each in stored if not each.training.over(self.now)]
        before = _matched(reading, drafts)
        published = repasting.matched([each.draft for each in reading.found], known, lambda training: training.details)
        founds: list[tuple[Found, Training | None]] = []
        unchanged = []
        for found, drafted, training in zip(reading.found, before, published, strict=True):
            basis = drafted.draft if drafted else training.details if training else None
            told = gaps.restated(found, repasting.laid_over(basis, found.draft)) if basis else found
            if drafted:
                await self.transaction.announcements.drop_draft(drafted)
            if training and told.draft.details() == training.details:
                unchanged.append(training)
            else:
                founds.append((told, training))
        return founds, tuple(unchanged)

    async def _sheet(self, announcement_id: int) -> Sheet | None:
        kept = await self.transaction.announcements.get(announcement_id)
        if kept is None:
            return None
        return Sheet(kept, tuple(await self.transaction.announcements.drafts(announcement_id)))

    async def _programme(self, official: Official, programme_id: int) -> Programme | None:
        return next((each for each in await self.programmes(official) if each.id == programme_id), None)

    async def _scope(self, official: Official) -> Scope:
        return await scope_of(self.transaction, official.id)


def _matched(reading: Reading, drafts: Sequence[Drafted]) -> list[Drafted | None]:
    return repasting.matched([each.draft for each in reading.found], drafts, lambda drafted: drafted.draft)
