"""The trainings' desk: published trainings copied, repeated, changed, called off; every act is kept.

Deny by default, as with roles.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING

from domain import gaps
from domain.announced import Announcement, Deed, Origin
from domain.announcement import Found
from domain.desks.changing import Changing
from domain.desks.drafts import DraftsDesk
from domain.desks.organisers import Denial
from domain.desks.rights import scope_of
from domain.drafting import CalledOff, Calling, Gone, Managed, NoReason, Overtaken, Sheet, TooLate, Undone
from domain.notice import Kind
from domain.ports import Stored
from domain.stating.repeating import MOST
from domain.training import Draft, Status
from domain.wall import Wall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.desks.drafts import Answered
    from domain.official import Official
    from domain.ports import Transaction
    from domain.training import Details, Training

PAGE = 8
_OF_ITS_DAY = ("start", "end", "signup_deadline", "agenda", "minimum", "status", "note")
"""What a copy does not take over: it is true of one day only."""
_HOURS = ("start", "end", "daily_hours")


@dataclass(frozen=True, slots=True)
class TrainingsDesk:
    """Keeps published trainings; every act is one of the ``official`` who asks for it."""

    transaction: Transaction
    now: datetime

    async def organises(self, official: Official, training: Training) -> bool:
        """Tell whether a person keeps this training."""
        return (await scope_of(self.transaction, official.id)).covers(training.programme)

    async def managed(self, official: Official, training_id: int) -> Managed | Gone | Denial:
        """Return a training as its organisers see it."""
        stored = await self._stored(official, training_id)
        if not isinstance(stored, Stored):
            return stored
        edit = await self.transaction.announcements.edit_of(training_id, official.id)
        seen = await self._drafts.sheet(official, edit) if edit else None
        changed = isinstance(seen, Sheet) and any(each.details != each.base for each in seen.drafts)
        return Managed(stored, edit, changed)

    async def edit(self, official: Official, training_id: int) -> Answered:
        """Begin to change a training, or go on where this person is changing it already."""
        managed = await self.managed(official, training_id)
        if not isinstance(managed, Managed):
            return managed
        if managed.edit:
            return await self._drafts.sheet(official, managed.edit)
        training = managed.stored.training
        return await self._begin(official, training, Origin.EDIT, [training.details], training)

    async def copy(self, official: Official, training_id: int) -> Answered:
        """Begin a training like another one, on a day to be chosen."""
        stored = await self._stored(official, training_id)
        if not isinstance(stored, Stored):
            return stored
        return await self._begin(official, stored.training, Origin.COPY, [_undated(stored.training.details)])

    async def at_its_hours(self, official: Official, training_id: int, copied: Draft) -> Draft:
        """Return a copy of a training at that one's hours, where only its day is stated."""
        stored = await self._stored(official, training_id)
        if not isinstance(stored, Stored) or copied.start is None or copied.start.hour or copied.end:
            return copied
        alike = _on(stored.training.details, copied.start)
        return replace(copied, start=alike.start, end=alike.end)

    async def series(self, official: Official, training_id: int, days: Sequence[Wall]) -> Answered:
        """Begin trainings like another one on several days, at its hours where a day has none of its own."""
        stored = await self._stored(official, training_id)
        if not isinstance(stored, Stored):
            return stored
        details = stored.training.details
        repeated = [_on(details, day) for day in dict.fromkeys(days[:MOST])]
        return await self._begin(official, stored.training, Origin.SERIES, repeated)

    async def form(self, official: Official, programme_id: int) -> Sheet | Denial:
        """Begin a training of which nothing is stated yet."""
        programmes = await self._drafts.programmes(official)
        programme = next((each for each in programmes if each.id == programme_id), None)
        if programme is None:
            return Denial.NO_RIGHTS
        new = Announcement(0, programme, Origin.FORM, official.id, self.now)
        return await self._drafts.begin(new, [(gaps.restated(Found(Draft()), Draft()), None)])

    async def rebase(self, official: Official, draft_id: int) -> Answered | Overtaken:
        """Put one's changes on a training that somebody else has changed meanwhile; theirs stay where mine are none."""
        seen = await self._drafts.draft(official, draft_id)
        if not isinstance(seen, tuple):
            return seen
        sheet, drafted = seen
        if drafted.training is None or drafted.base is None or not sheet.open:
            return Gone()
        mine = _mine(drafted.base, drafted.draft, drafted.training.details)
        if not await self.transaction.announcements.rebase(drafted, gaps.restated(drafted.found, mine)):
            return Overtaken(sheet)
        return await self._drafts.sheet(official, drafted.announcement_id)

    async def calling(self, official: Official, training_id: int) -> Calling | Gone | Denial:
        """Return what calling a training off would do."""
        stored = await self._stored(official, training_id)
        if not isinstance(stored, Stored):
            return stored
        training = stored.training
        status = Status.PLANNED if training.cancelled else Status.CANCELLED
        after = replace(training.details, status=status)
        concerned = await Changing(self.transaction, self.now, official).concerned(training, after)
        return Calling(stored, concerned.told)

    async def call_off(
        self, official: Official, training_id: int, version: int, reason: str, *, silent: bool
    ) -> CalledOff | NoReason | Calling | Gone | Denial:
        """Call a training off as it was seen at a version of it; ``Calling`` = that is not how it stands any more."""
        calling = await self.calling(official, training_id)
        if not isinstance(calling, Calling):
            return calling
        training = calling.stored.training
        if training.version != version or training.cancelled or training.over(self.now):
            return calling
        if not reason and not silent:
            return NoReason()
        after = replace(training.details, status=Status.CANCELLED, note=reason or training.details.note)
        changing = Changing(self.transaction, self.now, official)
        changed, act = await changing.apply(
            training, after, Deed.CANCELLED, silent=silent, args={"reason": reason} if reason else {}
        )
        return CalledOff(changed, act, 0 if silent else calling.told)

    async def revive(self, official: Official, training_id: int, version: int) -> Undone | Calling | Gone | Denial:
        """Let a training take place after all, with the note that it had before it was called off."""
        calling = await self.calling(official, training_id)
        if not isinstance(calling, Calling):
            return calling
        training = calling.stored.training
        if training.version != version or not training.cancelled or training.over(self.now):
            return calling
        acts = await self.transaction.acts.on_training(training_id, PAGE)
        ended = next((each for each in acts if each.deed is Deed.CANCELLED), None)
        before = ended.before if ended and ended.before else replace(training.details, status=Status.PLANNED)
        after = replace(training.details, status=before.status, note=before.note)
        changing = Changing(self.transaction, self.now, official)
        changed, _ = await changing.apply(training, after, Deed.REVIVED, silent=bool(ended and "silent" in ended.args))
        return Undone(changed)

    async def undo(self, official: Official, act_id: int) -> Undone | TooLate | Gone | Denial:
        """Put back what an act changed, as long as nobody has heard of it and nobody has changed it since."""
        act = await self.transaction.acts.get(act_id)
        stored = await self._stored(official, act.training.id if act and act.training else 0)
        if not isinstance(stored, Stored):
            return stored
        if act is None or act.before is None:
            return Gone()
        kind = Kind.CANCELLATION if act.deed is Deed.CANCELLED else Kind.CHANGE
        silent = "silent" in act.args
        heard = not silent and await self.transaction.notices.said_since(stored.training.id, kind, act.done_at)
        if heard or stored.training.version != act.left_version or act.deed is Deed.UNDONE:
            return TooLate(act)
        changing = Changing(self.transaction, self.now, official)
        return Undone(await changing.undo(stored.training, act, act.before, silent=silent))

    @property
    def _drafts(self) -> DraftsDesk:
        return DraftsDesk(self.transaction, self.now)

    async def _begin(
        self,
        official: Official,
        like: Training,
        origin: Origin,
        drafts: Sequence[Draft],
        changed: Training | None = None,
    ) -> Sheet:
        new = Announcement(0, like.programme, origin, official.id, self.now)
        return await self._drafts.begin(new, [(gaps.restated(Found(each), each), changed) for each in drafts])

    async def _stored(self, official: Official, training_id: int) -> Stored | Gone | Denial:
        covered = await scope_of(self.transaction, official.id)
        stored = await self.transaction.trainings.get(training_id)
        if not covered or (stored and not covered.covers(stored.training.programme)):
            return Denial.NO_RIGHTS
        return stored or Gone()


def _undated(details: Details) -> Draft:
    values = {each.name: getattr(details, each.name) for each in fields(details) if each.name not in _OF_ITS_DAY}
    return Draft(**values)


def _on(details: Details, day: Wall) -> Draft:
    """Return a training like another one on a day; it lasts as long, by the clock on the wall."""
    start = Wall(day.day, day.hour or details.start.hour)
    if details.end is None:
        return replace(_undated(details), start=start)
    if start.hour is None or details.start.hour is None or details.end.hour is None:
        end = Wall(start.day + (details.end.day - details.start.day), details.end.hour)
        return replace(_undated(details), start=start, end=end)
    lasts = datetime.combine(details.end.day, details.end.hour) - datetime.combine(
        details.start.day, details.start.hour
    )
    ends = datetime.combine(start.day, start.hour) + lasts
    return replace(_undated(details), start=start, end=Wall(ends.date(), ends.time()))


def _mine(base: Details, mine: Draft, theirs: Details) -> Draft:
    """Return what they state now, but for what I changed from what both of us began with; hours change as a whole."""
    names = [each.name for each in fields(base)]
    changed = {name: getattr(mine, name) for name in names if getattr(mine, name) != getattr(base, name)}
    if changed.keys() & set(_HOURS):
        changed |= {name: getattr(mine, name) for name in _HOURS}
    draft = Draft(**{name: getattr(theirs, name) for name in names})
    return replace(draft, **changed)
