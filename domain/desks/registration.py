"""The registration desk: signing up, waiting, withdrawing, following; one roster decision a verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from domain import outcome, reminders, roster
from domain.notice import REMINDERS
from domain.registration import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from domain.official import Official
    from domain.ports import Transaction
    from domain.roster import Decision, Roster

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class RegistrationDesk:
    """Acts on one person's places; ``controller_named`` tells whether the settings say who is responsible for data.

    Every verb returns ``None`` when there is no such training.
    """

    transaction: Transaction
    now: datetime
    controller_named: bool

    async def sign_up(
        self, official: Official, training_id: int, *, waits: bool = False, despite_overlap: bool = False
    ) -> outcome.Signup | None:
        """Give a seat, a hold or a place in the queue."""
        return await self._join(
            training_id,
            official,
            lambda listed: roster.place(listed, official, self.now, waits=waits, despite_overlap=despite_overlap),
        )

    async def prospect(self, official: Official, training_id: int) -> outcome.Signup | None:
        """Return what signing up would give now, and write nothing."""
        return await self._join(
            training_id, official, lambda listed: roster.Decision(roster.place(listed, official, self.now).outcome)
        )

    async def confirm(self, official: Official, training_id: int) -> outcome.Signup | None:
        """Turn a first sign-up's hold into a place."""
        return await self._join(training_id, official, lambda listed: roster.confirm(listed, official, self.now))

    async def take(self, official: Official, training_id: int) -> outcome.Acceptance | None:
        """Take an offered or open seat."""
        return await self._decide(training_id, official, lambda listed: roster.take(listed, official, self.now))

    async def withdraw(self, official: Official, training_id: int) -> outcome.Withdrawal | None:
        """Give a place up, undone for a minute."""
        return await self._decide(training_id, official, lambda listed: roster.withdraw(listed, self.now))

    async def undo(self, official: Official, training_id: int) -> outcome.Return | None:
        """Take a withdrawal back."""
        return await self._decide(training_id, official, lambda listed: roster.undo(listed, official, self.now))

    async def attend(self, official: Official, training_id: int) -> outcome.Attendance | None:
        """Promise to come."""
        return await self._decide(training_id, official, lambda listed: roster.attend(listed, self.now))

    async def follow(self, official: Official, training_id: int) -> outcome.Followed | outcome.Refusal | None:
        """Remind of a training signed up for elsewhere."""
        stored = await self.transaction.trainings.get(training_id)
        if stored is None:
            return None
        if not self.controller_named:
            return outcome.NoController(stored.training)
        if stored.training.cancelled:
            return outcome.CalledOff(stored.training)
        if stored.training.begun(self.now):
            return outcome.Started(stored.training)
        await self.transaction.officials.save(official)
        new = await self.transaction.rosters.follow(training_id, official.id)
        await self.transaction.notices.plan(
            reminders.plan(stored.training, official.id, official.preferences, self.now)
        )
        return outcome.Followed(stored.training, new)

    async def unfollow(self, official: Official, training_id: int) -> bool:
        """Remind no longer of a training signed up for elsewhere."""
        await self.transaction.notices.drop(official.id, training_id, REMINDERS, "unfollowed", self.now)
        return await self.transaction.rosters.unfollow(training_id, official.id)

    async def replan(self, official: Official) -> None:
        """Plan all reminders of a person anew, after the person chose other ones."""
        await self.transaction.notices.drop(official.id, None, REMINDERS, "settings changed", self.now)
        places = await self.transaction.rosters.places(official.id)
        seated = [place.training for place in places if place.registration.state is State.SEATED]
        for training in (*seated, *await self.transaction.rosters.followed(official.id)):
            await self.transaction.notices.plan(reminders.plan(training, official.id, official.preferences, self.now))

    async def leave_all(self, official_id: int) -> int:
        """Free every place of a person through the promotion rule; return how many there were."""
        places = await self.transaction.rosters.places(official_id)
        for place in sorted(places, key=lambda place: place.training.id):  # rosters are locked in this order everywhere
            await self.transaction.rosters.decide(
                place.training.id, official_id, lambda listed: roster.remove(listed, self.now), self.now
            )
        return len(places)

    async def _join(
        self, training_id: int, official: Official, rule: Callable[[Roster], Decision[outcome.Signup]]
    ) -> outcome.Signup | None:
        """Apply a rule that may put a person on the list, unless nobody is named who answers for the data."""

        def guarded(listed: Roster) -> Decision[outcome.Signup]:
            if not self.controller_named and not listed.active:
                return roster.Decision(outcome.NoController(listed.training))
            return rule(listed)

        return await self._decide(training_id, official, guarded)

    async def _decide(
        self, training_id: int, official: Official, rule: Callable[[Roster], Decision[Outcome]]
    ) -> Outcome | None:
        return await self.transaction.rosters.decide(training_id, official.id, rule, self.now)
