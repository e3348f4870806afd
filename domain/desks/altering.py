"""Altering: what a change of a training means for people on its list is written for them, a few at a time or all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import offer, reminders, roster
from domain.dates import micros
from domain.notice import REMINDERS, Kind, Planned
from domain.registration import State
from domain.training import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime

    from domain.alteration import Alteration
    from domain.fan_out import Altered
    from domain.ports import Transaction
    from domain.roster import Decision, Roster
    from domain.training import Training


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


async def write_next(transaction: Transaction, chunk: int) -> int | None:
    """Write what was altered first for the next people; return for how many, ``None`` when nothing is left to write."""
    altered = await transaction.alterations.next(chunk)
    if altered is None:
        return None
    await write(transaction, altered)
    return altered.people


async def write(transaction: Transaction, altered: Altered) -> None:
    """Write what was altered for these people, once."""
    if altered.officials:
        await _Altering(transaction, altered.alteration, altered.officials).write()
    await transaction.alterations.settle(altered)


@dataclass(frozen=True, slots=True)
class _Altering:
    """Writes everything as of the instant of the act, so that it is the same for whomever it is written later."""

    transaction: Transaction
    alteration: Alteration
    officials: Collection[int]

    @property
    def _training(self) -> Training:
        return self.alteration.after

    @property
    def _among(self) -> tuple[int, int]:
        return min(self.officials), max(self.officials)

    async def write(self) -> None:
        await (self._call_off() if self.alteration.calls_off else self._differ())

    async def _call_off(self) -> None:
        await self._drop(self.officials, REMINDERS, "cancelled")
        if not self.alteration.silent:
            untold = {number: _former(each.args) for number, each in (await self._pending(Kind.CHANGE)).items()}
            await self._drop(self.officials, (Kind.CHANGE,), "cancelled")
            last = await self._last_told()
            await self._tell(
                {
                    each: {"reason": self._training.details.note or "", **untold.get(each, {})}
                    for each in self.officials
                    if not _says_cancelled(last.get(each))
                }
            )

    async def _differ(self) -> None:
        if self.alteration.postpones:
            await self._drop(self.officials, REMINDERS, "postponed")
        elif self.alteration.redates:
            await self._redate()
        unheard = await self._pending(Kind.CANCELLATION)
        await self._drop(unheard, (Kind.CANCELLATION,), "taken back")
        if not self.alteration.silent and (self.alteration.was or self.alteration.turns):
            await self._tell(await self._news(unheard))

    async def _news(self, unheard: Mapping[int, Planned]) -> dict[int, Mapping[str, str]]:
        """Return what each person is to be told of a change: what differs from what they know, if anything."""
        last, was = await self._last_told(), self.alteration.was
        news = {
            each: {
                **was,
                **_kept(unheard.get(each)),
                **_kept(last.get(each)),
                **_untrue(self._training, was, last.get(each)),
            }
            for each in self.officials
        }
        return {official_id: args for official_id, args in news.items() if args}

    async def _pending(self, kind: Kind) -> dict[int, Planned]:
        """Return the notice of this kind that still waits, by person."""
        waiting = await self.transaction.notices.pending(self._training.id, kind, self._among)
        return {each.official_id: each for each in waiting if each.official_id in self.officials}

    async def _last_told(self) -> dict[int, Planned]:
        """Return what people heard last of a training's changes, by person."""
        kinds = (Kind.CHANGE, Kind.CANCELLATION)
        told = await self.transaction.notices.told(self._training.id, kinds, self._among)
        return {each.official_id: each for each in told}

    async def _redate(self) -> None:
        """Plan reminders anew for those who have a seat, or gave one up so lately that undo may bring it back."""
        training, at = self._training, self.alteration.at
        states = (State.OFFERED, State.SEATED, State.LEAVING)
        members = await self.transaction.rosters.members(training.id, states, self._among)
        for registration, official in members:
            if registration.state is State.OFFERED and official.id in self.officials:
                shortening = _shortening(offer.answer_by(at, training, official.preferences))
                await self.transaction.rosters.decide(training.id, official.id, shortening, at)
        seated = [person for each, person in members if State.SEATED in {each.state, each.former}]
        followers = await self.transaction.rosters.followers(training.id, self._among)
        reminded = {each.id: each for each in (*seated, *followers) if each.id in self.officials}
        await self._drop(reminded, REMINDERS, "re-dated")
        await self.transaction.notices.plan(reminders.plan_all(training, list(reminded.values()), at))

    async def _tell(self, news: Mapping[int, Mapping[str, str]]) -> None:
        """Write one notice a person; one still waiting is replaced, its former values and its hour kept."""
        kind, training = self.alteration.kind, self._training
        waiting = await self._pending(kind)
        await self._drop(news, (kind,), "merged")
        planned = []
        for official_id, args in news.items():
            earlier = waiting.get(official_id)
            planned.append(
                Planned(
                    kind=kind,
                    official_id=official_id,
                    training_id=training.id,
                    key=f"{kind}:{training.id}:{official_id}:{micros(self.alteration.at)}",
                    due_at=earlier.due_at if earlier else self.alteration.tells_at,
                    useful_until=training.ends_at,
                    args={**args, **earlier.args} if earlier else args,
                )
            )
        await self.transaction.notices.plan(planned)

    async def _drop(self, officials: Collection[int], kinds: tuple[Kind, ...], reason: str) -> None:
        await self.transaction.notices.drop_all(officials, self._training.id, kinds, reason, self.alteration.at)
