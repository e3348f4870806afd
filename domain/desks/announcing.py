"""Announcing changes: what people on a roster hear when a training moves, comes to light or is called off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from domain import offer, reminders, roster
from domain.dates import micros
from domain.notice import REMINDERS, Kind, Planned
from domain.registration import ACTIVE, State
from domain.training import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from domain.ports import Transaction
    from domain.roster import Decision, Roster
    from domain.training import Details, Training

MERGED_WITHIN = timedelta(minutes=10)


def differences(before: Details, after: Details) -> dict[str, str]:
    """Return what people must know of a change: the former date, hours, place and link, where they differ.

    The keys are ``was_start``, ``was_end``, ``was_place``, ``was_city``, ``was_room``, ``was_online_url``; a value that
    was not stated before is an empty text.
    """
    was, now = _facts(before), _facts(after)
    return {f"was_{key}": was[key] for key in was if was[key] != now[key]}


def _facts(details: Details) -> dict[str, str]:
    place = details.place
    return {
        "start": str(details.start),
        "end": str(details.end or ""),
        "place": (place and place.name) or "",
        "city": (place and place.city) or "",
        "room": (place and place.room) or "",
        "online_url": details.online_url or "",
    }


def _shortening(until: datetime) -> Callable[[Roster], Decision[None]]:
    return lambda seen: roster.shorten_offer(seen, until)


@dataclass(frozen=True, slots=True)
class Announcing:
    """Writes the notices that a change causes, in the transaction of the change."""

    transaction: Transaction
    now: datetime

    async def changed(self, before: Training, after: Training, *, silent: bool) -> None:
        """Tell everybody concerned, date the reminders anew and offer seats that came free."""
        if after.cancelled and not before.cancelled:
            await self._called_off(after, silent=silent)
        elif not after.cancelled:
            was = differences(before.details, after.details)
            if (
                before.cancelled
                or was.keys() & {"was_start", "was_online_url"}
                or before.details.mode != after.details.mode
            ):
                await self._redate(after)
            if before.cancelled:
                was |= await self._revived(after)
            if was and not silent:
                await self._tell(after, Kind.CHANGE, was, self.now + MERGED_WITHIN)
        await self._decide(after, 0, lambda seen: roster.refill(seen, self.now))

    async def _decide(self, training: Training, official_id: int, rule: Callable[[Roster], Decision[None]]) -> None:
        await self.transaction.rosters.decide(training.id, official_id, rule, self.now)

    async def _called_off(self, training: Training, *, silent: bool) -> None:
        for registration, _ in await self.transaction.rosters.members(training.id, (State.OFFERED,)):
            await self._decide(training, registration.official_id, roster.recall)
        for official_id in await self._concerned(training):
            kinds = (*REMINDERS, Kind.OFFER, Kind.SEAT_OPEN, Kind.CHANGE)
            await self.transaction.notices.drop(official_id, training.id, kinds, "cancelled")
        if not silent:
            await self._tell(training, Kind.CANCELLATION, {"reason": training.details.note or ""}, self.now)

    async def _revived(self, training: Training) -> dict[str, str]:
        """Return what to tell of a cancellation taken back: nothing when nobody has heard of it yet."""
        unheard = await self.transaction.notices.pending(training.id, Kind.CANCELLATION)
        for notice in unheard:
            await self.transaction.notices.drop(notice.official_id, training.id, (Kind.CANCELLATION,), "taken back")
        return {} if unheard else {"was_status": Status.CANCELLED}

    async def _redate(self, training: Training) -> None:
        """Plan reminders anew for those who have a seat, or gave one up so lately that undo may bring it back."""
        for registration, official in await self.transaction.rosters.members(training.id, (State.OFFERED,)):
            until = offer.answer_by(self.now, training, official.preferences)
            await self._decide(training, registration.official_id, _shortening(until))
        members = await self.transaction.rosters.members(training.id, (State.SEATED, State.LEAVING))
        seated = [person for each, person in members if State.SEATED in {each.state, each.former}]
        followers = await self.transaction.rosters.followers(training.id)
        for official in (*seated, *followers):
            await self.transaction.notices.drop(official.id, training.id, REMINDERS, "re-dated")
            await self.transaction.notices.plan(reminders.plan(training, official.id, official.preferences, self.now))

    async def _tell(self, training: Training, kind: Kind, args: Mapping[str, str], due_at: datetime) -> None:
        """Write one notice a person; one still waiting is replaced, its former values and its hour kept."""
        waiting = {each.official_id: each for each in await self.transaction.notices.pending(training.id, kind)}
        for official_id in await self._concerned(training):
            earlier = waiting.get(official_id)
            await self.transaction.notices.drop(official_id, training.id, (kind,), "merged")
            planned = Planned(
                kind=kind,
                official_id=official_id,
                training_id=training.id,
                key=f"{kind}:{training.id}:{official_id}:{micros(self.now)}",
                due_at=earlier.due_at if earlier else due_at,
                useful_until=training.ends_at,
                args={**args, **earlier.args} if earlier else args,
            )
            await self.transaction.notices.plan([planned])

    async def _concerned(self, training: Training) -> list[int]:
        members = await self.transaction.rosters.members(training.id, ACTIVE)
        followers = await self.transaction.rosters.followers(training.id)
        return list(dict.fromkeys([person.id for _, person in members] + [person.id for person in followers]))
