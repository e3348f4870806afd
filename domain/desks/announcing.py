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
    from collections.abc import Callable, Collection, Mapping
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


def _postponed(before: Details, after: Details, was: Mapping[str, str]) -> bool:
    """Tell whether a training was put off without a new date: called moved, while its day and hours stayed."""
    moved = after.status is Status.MOVED and before.status is not Status.MOVED
    return moved and not was.keys() & {"was_start", "was_end"}


def _says_cancelled(told: Planned | None) -> bool:
    return told is not None and told.kind is Kind.CANCELLATION


def _former(args: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in args.items() if name.startswith("was_") and name != "was_status"}


def _kept(told: Planned | None) -> dict[str, str]:
    """Return what a cancellation keeps of a change before it, of which the person had not heard yet."""
    return _former(told.args) if told and _says_cancelled(told) else {}


def _untrue(training: Training, was: Mapping[str, str], told: Planned | None) -> dict[str, str]:
    """Return the status that a person was told of last, where that is not so any more."""
    if _says_cancelled(told):
        return {"was_status": Status.CANCELLED}
    still = training.details.status is Status.MOVED and "was_start" not in was
    return {"was_status": Status.MOVED} if told and "postponed" in told.args and not still else {}


def _shortening(until: datetime) -> Callable[[Roster], Decision[None]]:
    return lambda seen: roster.shorten_offer(seen, until)


@dataclass(frozen=True, slots=True)
class Announcing:
    """Writes the notices that a change causes, in the transaction of the change.

    A cancellation is told after some ``patience``, so that whoever made it can take it back unheard.
    """

    transaction: Transaction
    now: datetime
    patience: timedelta = timedelta()

    async def changed(self, before: Training, after: Training, *, silent: bool) -> None:
        """Tell everybody concerned, date the reminders anew and offer seats that came free."""
        if after.cancelled and not before.cancelled:
            await self._called_off(after, silent=silent)
        elif not after.cancelled:
            await self._differs(before, after, silent=silent)
        await self._decide(after, 0, lambda seen: roster.refill(seen, self.now))
        await self.transaction.posts.touch(after.id, self.now)

    async def _decide(self, training: Training, official_id: int, rule: Callable[[Roster], Decision[None]]) -> None:
        await self.transaction.rosters.decide(training.id, official_id, rule, self.now)

    async def _called_off(self, training: Training, *, silent: bool) -> None:
        await self._decide(training, 0, roster.recall)
        concerned = await self._concerned(training)
        await self._drop(concerned, training, (*REMINDERS, Kind.OFFER, Kind.SEAT_OPEN), "cancelled")
        if not silent:
            changes = await self.transaction.notices.pending(training.id, Kind.CHANGE)
            untold = {each.official_id: _former(each.args) for each in changes}
            await self._drop(concerned, training, (Kind.CHANGE,), "cancelled")
            last = await self._last_told(training)
            news = {
                each: {"reason": training.details.note or "", **untold.get(each, {})}
                for each in concerned
                if not _says_cancelled(last.get(each))
            }
            await self._tell(training, Kind.CANCELLATION, news, self.now + self.patience)

    async def _differs(self, before: Training, after: Training, *, silent: bool) -> None:
        was = differences(before.details, after.details)
        if _postponed(before.details, after.details, was):
            was["postponed"] = str(after.details.start)
            await self._drop(await self._concerned(after), after, REMINDERS, "postponed")
        elif (
            before.details.status is not after.details.status
            or was.keys() & {"was_start", "was_online_url"}
            or before.details.mode != after.details.mode
        ):
            await self._redate(after)
        unheard = await self.transaction.notices.pending(after.id, Kind.CANCELLATION)
        await self._drop([each.official_id for each in unheard], after, (Kind.CANCELLATION,), "taken back")
        if not silent and (was or before.details.status is not after.details.status):
            news = await self._news_of(after, was, {each.official_id: each for each in unheard})
            await self._tell(after, Kind.CHANGE, news, self.now + MERGED_WITHIN)

    async def _news_of(
        self, training: Training, was: Mapping[str, str], unheard: Mapping[int, Planned]
    ) -> dict[int, Mapping[str, str]]:
        """Return what each person is to be told of a change: what differs from what they know, if anything."""
        last = await self._last_told(training)
        news = {
            each: {
                **was,
                **_kept(unheard.get(each)),
                **_kept(last.get(each)),
                **_untrue(training, was, last.get(each)),
            }
            for each in await self._concerned(training)
        }
        return {official_id: args for official_id, args in news.items() if args}

    async def _last_told(self, training: Training) -> dict[int, Planned]:
        """Return what people heard last of a training's changes, by person."""
        told = await self.transaction.notices.told(training.id, (Kind.CHANGE, Kind.CANCELLATION))
        return {each.official_id: each for each in told}

    async def _redate(self, training: Training) -> None:
        """Plan reminders anew for those who have a seat, or gave one up so lately that undo may bring it back."""
        for registration, official in await self.transaction.rosters.members(training.id, (State.OFFERED,)):
            until = offer.answer_by(self.now, training, official.preferences)
            await self._decide(training, registration.official_id, _shortening(until))
        members = await self.transaction.rosters.members(training.id, (State.SEATED, State.LEAVING))
        seated = [person for each, person in members if State.SEATED in {each.state, each.former}]
        followers = await self.transaction.rosters.followers(training.id)
        reminded = list({each.id: each for each in (*seated, *followers)}.values())
        await self._drop([each.id for each in reminded], training, REMINDERS, "re-dated")
        await self.transaction.notices.plan(reminders.plan_all(training, reminded, self.now))

    async def _tell(
        self, training: Training, kind: Kind, news: Mapping[int, Mapping[str, str]], due_at: datetime
    ) -> None:
        """Write one notice a person; one still waiting is replaced, its former values and its hour kept."""
        waiting = {each.official_id: each for each in await self.transaction.notices.pending(training.id, kind)}
        await self._drop(news, training, (kind,), "merged")
        planned = []
        for official_id, args in news.items():
            earlier = waiting.get(official_id)
            planned.append(
                Planned(
                    kind=kind,
                    official_id=official_id,
                    training_id=training.id,
                    key=f"{kind}:{training.id}:{official_id}:{micros(self.now)}",
                    due_at=earlier.due_at if earlier else due_at,
                    useful_until=training.ends_at,
                    args={**args, **earlier.args} if earlier else args,
                )
            )
        await self.transaction.notices.plan(planned)

    async def _drop(self, officials: Collection[int], training: Training, kinds: tuple[Kind, ...], reason: str) -> None:
        await self.transaction.notices.drop_all(officials, training.id, kinds, reason, self.now)

    async def _concerned(self, training: Training) -> list[int]:
        members = await self.transaction.rosters.members(training.id, ACTIVE)
        followers = await self.transaction.rosters.followers(training.id)
        return list(dict.fromkeys([person.id for _, person in members] + [person.id for person in followers]))
