"""The forecast's desk: what goes out in the days to come, held, let go, moved and hastened by organisers.

Deny by default: what is of no programme of theirs is not there for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import forecast
from domain.announced import Act, Deed
from domain.broadcast import ON_ITS_WAY
from domain.desks.organisers import Denial
from domain.desks.publishing import Publishing
from domain.desks.rights import scope_of
from domain.drafting import Gone, Sheet
from domain.forecast import AHEAD, Appearing, Arranged, Coming, Forecast, Publication, Unarranged, Under, Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from domain.announced import Announcement
    from domain.forecast import Arranging, Counted, Entry, Which
    from domain.occupancy import Stored
    from domain.official import Official
    from domain.ports import Transaction
    from domain.scope import Scope

A_PAGE = 6
MOST_UNDER_WAY = 20
MOST_SCHEDULED = 20


@dataclass(frozen=True, slots=True)
class ForecastDesk:
    """Shows what will go out, and arranges it otherwise; every act asks for the right to it anew."""

    transaction: Transaction
    now: datetime

    async def ahead(self, organiser: Official, page: int) -> Forecast | Denial:
        """Return a page of what goes out in the next 14 days in the programmes of a person's roles."""
        rights = await scope_of(self.transaction, organiser.id)
        if not rights:
            return Denial.NO_RIGHTS
        counted = await self.transaction.dispatches.coming(self.now + AHEAD)
        known = _covered(rights, await self.transaction.trainings.everything())
        entries: list[Entry] = [
            *forecast.groups(counted, known, self.now),
            *await self._publications(rights, organiser),
            *await self._under_way(rights),
            *await self._posts(known),
        ]
        return _page(sorted(entries, key=lambda each: each.goes_at), page)

    async def look(self, organiser: Official, which: Which) -> Coming | Gone | Denial:
        """Return a group, or what has become of it."""
        rights = await scope_of(self.transaction, organiser.id)
        return await self._seen(rights, which) if rights else Denial.NO_RIGHTS

    async def hold(self, organiser: Official, which: Which) -> Arranging | Gone | Denial:
        """Let a group wait until somebody lets it go, or until it is of no use."""
        found = await self._found(organiser, which, held=False)
        if not isinstance(found, Coming):
            return found
        await self.transaction.dispatches.hold(found)
        return await self._arranged(organiser, Deed.HELD, found, forecast.turned(which, held=True))

    async def let_go(self, organiser: Official, which: Which) -> Arranging | Gone | Denial:
        """Hold a group no longer."""
        found = await self._found(organiser, which, held=True)
        if not isinstance(found, Coming):
            return found
        await self.transaction.dispatches.let_go(found)
        return await self._arranged(organiser, Deed.RELEASED, found, forecast.turned(which, held=False))

    async def move(self, organiser: Official, which: Which, at: datetime) -> Arranging | Gone | Denial:
        """Let a group go out at another hour, as far as people's quiet time allows."""
        found = await self._found(organiser, which)
        if not isinstance(found, Coming):
            return found
        if at <= self.now:
            return Unarranged(Why.PAST, found)
        if at >= found.useful_until:
            return Unarranged(Why.TOO_LATE, found)
        await self.transaction.dispatches.move(found, at)
        becomes = forecast.turned(which, held=False, due=at)
        return await self._arranged(organiser, Deed.MOVED, found, becomes, {"at": at.isoformat()})

    async def hasten(self, organiser: Official, which: Which, people: int) -> Arranging | Gone | Denial:
        """Let a group go out now, to as many people as were shown; each hears it when nothing keeps it quiet."""
        found = await self._found(organiser, which)
        if not isinstance(found, Coming):
            return found
        if found.people != people:
            return Unarranged(Why.CHANGED, found)
        await self.transaction.dispatches.hasten(found, self.now)
        return await self._arranged(organiser, Deed.HASTENED, found, forecast.turned(which, held=False, due=self.now))

    async def _found(
        self, organiser: Official, which: Which, *, held: bool | None = None
    ) -> Coming | Unarranged | Gone | Denial:
        """Return a group with which something may be done, exactly as the organiser saw it."""
        rights = await scope_of(self.transaction, organiser.id)
        if not rights:
            return Denial.NO_RIGHTS
        seen = await self._seen(rights, which)
        if isinstance(seen, Coming):
            await self.transaction.dispatches.lock(seen.about[0].training.id)
            seen = await self._seen(rights, which)  # somebody else may have been quicker
        if isinstance(seen, Gone):
            return seen
        if not seen.arrangeable:
            return Unarranged(Why.FIXED, seen)
        as_seen = seen.which == which and held in {None, which.held}
        return seen if as_seen else Unarranged(Why.CHANGED, seen)

    async def _seen(self, rights: Scope, which: Which) -> Coming | Gone:
        if which.of_what_is_new:
            counted = await self.transaction.dispatches.of_minute(which.kind, which.due)
        else:
            counted = await self.transaction.dispatches.of_training(which.kind, which.number)
        known = await self._trainings(rights, counted)
        return forecast.pick(forecast.groups(counted, known, self.now), which) or Gone()

    async def _trainings(self, rights: Scope, counted: Sequence[Counted]) -> Mapping[int, Stored]:
        numbers = dict.fromkeys(number for each in counted for number in each.numbers)
        stored = [await self.transaction.trainings.get(number) for number in numbers]
        return _covered(rights, [each for each in stored if each])

    async def _arranged(
        self, organiser: Official, deed: Deed, before: Coming, which: Which, args: Mapping[str, str] | None = None
    ) -> Arranged:
        """Keep the act in the trail and return the group as it is now."""
        about = None if which.of_what_is_new else before.about[0].training
        told = {"what": which.kind, "people": str(before.people), **(args or {})}
        await self.transaction.acts.note(Act(deed, organiser, self.now, before.programme, about, args=told))
        seen = await self.look(organiser, which)
        return Arranged(deed, before, seen if isinstance(seen, Coming) else None)

    async def _publications(self, rights: Scope, organiser: Official) -> Sequence[Publication]:
        due = await self.transaction.announcements.due(self.now + AHEAD, MOST_SCHEDULED)
        return [await self._publication(each, organiser) for each in due if rights.covers(each.programme)]

    async def _publication(self, announced: Announcement, organiser: Official) -> Publication:
        drafts = tuple(await self.transaction.announcements.drafts(announced.id))
        sheet = Sheet(announced, drafts)
        title = next((each.draft.title for each in drafts if each.draft.title), "")
        people = 0
        if drafts and not sheet.incomplete and not announced.silent:
            coming = await Publishing(self.transaction, self.now, organiser).prospect(sheet)
            people = coming.reach.people + sum(each.told for each in coming.changes)
        return Publication(announced, announced.publish_at or self.now, title, len(drafts), people)

    async def _posts(self, known: Mapping[int, Stored]) -> Sequence[Appearing]:
        due = await self.transaction.dispatches.posts(self.now + AHEAD)
        return [
            Appearing(known[number].training, max(at, self.now), chats) for number, at, chats in due if number in known
        ]

    async def _under_way(self, rights: Scope) -> Sequence[Under]:
        newest = await self.transaction.broadcasts.newest(rights.programmes, MOST_UNDER_WAY)
        going = [each for each in newest if each.broadcast.phase in ON_ITS_WAY and each.totals.left]
        return [Under(each, max(each.totals.next_at or self.now, self.now)) for each in going]


def _covered(rights: Scope, stored: Iterable[Stored]) -> dict[int, Stored]:
    return {each.training.id: each for each in stored if rights.covers(each.training.programme)}


def _page(entries: Sequence[Entry], page: int) -> Forecast:
    pages = max(1, -(-len(entries) // A_PAGE))
    page = max(1, min(page, pages))
    return Forecast(tuple(entries[(page - 1) * A_PAGE : page * A_PAGE]), page, pages)
