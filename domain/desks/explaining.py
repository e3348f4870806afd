"""The explaining desk: why a message came or did not come, from the ledger and the rules; to the person it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import reminders
from domain.entry import LIVE, Cause, ended_by
from domain.notice import REMINDERS, Fate
from domain.registration import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from domain.entry import Entry
    from domain.notice import Kind
    from domain.official import Official
    from domain.ports import Place, Stored, Transaction
    from domain.reminders import Unplanned
    from domain.training import Training

MOST_OF_ONE = 40
"""Notices about one training and person that are looked at."""
PLANNED_ANEW = (Cause.SETTINGS, Cause.RE_DATED, Cause.UNFOLLOWED, Cause.WITHDRAWN, Cause.REMOVED)
"""Why a reminder was dropped that would have been planned again since, if it could."""


@dataclass(frozen=True, slots=True)
class Account:
    """A page of what was said to a person, or is to be: what is still to come first, then the newest."""

    entries: Sequence[Entry]
    count: int
    page: int = 1


@dataclass(frozen=True, slots=True)
class Concerning:
    """Everything about one training that concerns a person; ``unplanned`` are the reminders that were never made."""

    stored: Stored
    place: Place | None
    following: bool
    entries: Sequence[Entry]
    unplanned: Mapping[Kind, Unplanned]


@dataclass(frozen=True, slots=True)
class ExplainingDesk:
    """Reads what was said to whoever asks, and never to anybody else."""

    transaction: Transaction
    now: datetime

    async def last(self, official: Official, page: int, most: int) -> Account:
        """Return a page, at ``most`` so many, of what was said to a person or is to be."""
        count = await self.transaction.ledger.count(official.id)
        page = max(1, min(page, -(-count // most)))
        entries = await self.transaction.ledger.last(official.id, most, (page - 1) * most)
        return Account(entries, count, page)

    async def told_in(self, official: Official, message_id: int) -> Entry | None:
        """Return the notice that came to a person in a message."""
        return await self.transaction.ledger.told_in(official.id, message_id)

    async def about(self, official: Official, training_id: int) -> Concerning | None:
        """Return everything about one training that concerns a person; ``None`` = there is no such training."""
        stored = await self.transaction.trainings.get(training_id)
        if stored is None:
            return None
        place = await self.transaction.rosters.mine(official.id, training_id)
        followed = await self.transaction.rosters.followed(official.id)
        following = any(training.id == training_id for training in followed)
        entries = await self.transaction.ledger.about(official.id, training_id, MOST_OF_ONE)
        reminded = following or _seated(place)
        unplanned = self._unplanned(official, stored.training, entries) if reminded else {}
        return Concerning(stored, place, following, entries, unplanned)

    def _unplanned(self, official: Official, training: Training, entries: Sequence[Entry]) -> Mapping[Kind, Unplanned]:
        """Return the reminders of which the ledger knows nothing, as the training and the settings are now."""
        if training.cancelled or training.begun(self.now):
            return {}
        lacking = reminders.lacks(training, official.preferences, self.now)
        planned = {each.notice.kind for each in entries if _of_now(each, training)}
        return {kind: lacking[kind] for kind in REMINDERS if kind in lacking and kind not in planned}


def _seated(place: Place | None) -> bool:
    return place is not None and place.registration.state is State.SEATED


def _of_now(entry: Entry, training: Training) -> bool:
    """Tell whether an entry says all there is to say of a reminder, as the training is dated now."""
    if entry.fate in LIVE:
        return True
    anew = entry.fate is Fate.DROPPED and ended_by(entry.fate, entry.reason) in PLANNED_ANEW
    return not anew and entry.notice.args.get("start") == str(training.details.start)
