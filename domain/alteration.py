"""Alterations: what a change of a training means for the people on its list; never who they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.notice import Kind
from domain.training import Status

if TYPE_CHECKING:
    from datetime import datetime

    from domain.training import Details, Training

MERGED_WITHIN = timedelta(minutes=10)
"""How long a change waits before it is told, so that those made after it are told with it."""


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


@dataclass(frozen=True, slots=True)
class Alteration:
    """A change of a training, made at an instant; if ``silent``, nobody hears of it.

    A cancellation is told after some ``patience``, so that whoever made it can take it back unheard.
    """

    before: Training
    after: Training
    at: datetime
    patience: timedelta = field(default=timedelta(), kw_only=True)
    silent: bool = field(default=False, kw_only=True)

    @property
    def calls_off(self) -> bool:
        """Tell whether the training does not take place any more."""
        return self.after.cancelled and not self.before.cancelled

    @property
    def kind(self) -> Kind:
        """What people hear of it."""
        return Kind.CANCELLATION if self.calls_off else Kind.CHANGE

    @property
    def tells_at(self) -> datetime:
        """When people hear of it, unless they were to hear of an earlier one sooner."""
        return self.at + (self.patience if self.calls_off else MERGED_WITHIN)

    @property
    def postpones(self) -> bool:
        """Tell whether the training was put off without a new date: called moved, while its day and hours stayed."""
        before, after = self.before.details, self.after.details
        moved = after.status is Status.MOVED and before.status is not Status.MOVED
        return moved and not differences(before, after).keys() & {"was_start", "was_end"}

    @property
    def was(self) -> dict[str, str]:
        """What was stated before of that which people must know."""
        was = differences(self.before.details, self.after.details)
        return {**was, "postponed": str(self.after.details.start)} if self.postpones else was

    @property
    def turns(self) -> bool:
        """Tell whether the training takes place otherwise than it did: as planned, called off, or moved."""
        return self.before.details.status is not self.after.details.status

    @property
    def redates(self) -> bool:
        """Tell whether reminders are to be planned anew."""
        before, after = self.before.details, self.after.details
        return self.turns or before.mode != after.mode or bool(self.was.keys() & {"was_start", "was_online_url"})

    @property
    def matters(self) -> bool:
        """Tell whether it concerns anybody on the list; nothing does of what was called off and still is."""
        return self.calls_off or (not self.after.cancelled and (self.redates or bool(self.was)))
