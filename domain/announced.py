"""Announcements and drafts as they are kept, and the acts of organisers; how a text is read is not told here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.announcement import Found

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from domain.official import Official
    from domain.training import Details, Draft, Programme, Training


class Origin(StrEnum):
    """What the drafts of an announcement were made from."""

    TEXT = "text"
    FORM = "form"
    COPY = "copy"
    SERIES = "series"
    EDIT = "edit"
    """Published trainings that are to be changed."""


class Stage(StrEnum):
    """Where an announcement stands."""

    OPEN = "open"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class Announcement:
    """Drafts that are published together, and the text that they were read from; ``id`` 0 = not kept yet.

    ``dated_on`` is the publication date that the text carries, ``made_by`` ``None`` after the person was erased,
    ``ended_at`` when it was published or discarded. ``version`` grows with every change of its stage or drafts.
    """

    id: int
    programme: Programme
    origin: Origin
    made_by: int | None
    made_at: datetime
    text: str | None = None
    dated_on: date | None = None
    stage: Stage = Stage.OPEN
    silent: bool = False
    publish_at: datetime | None = None
    ended_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft as it is kept; with a ``training`` it changes that one, which stated ``base`` at ``base_version``."""

    id: int
    announcement_id: int
    found: Found
    training: Training | None = None
    base_version: int | None = None
    base: Details | None = None
    version: int = 1

    @property
    def draft(self) -> Draft:
        """What is stated so far."""
        return self.found.draft

    @property
    def details(self) -> Details | None:
        """What could be published, if the draft is complete."""
        return self.draft.details()

    @property
    def outdated(self) -> bool:
        """Whether somebody else has changed the training since the draft was begun."""
        return self.training is not None and self.training.version != self.base_version


class Deed(StrEnum):
    """What an organiser did."""

    PUBLISHED = "published"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    REVIVED = "revived"
    """A cancellation was taken back."""
    UNDONE = "undone"
    SCHEDULED = "scheduled"
    UNSCHEDULED = "unscheduled"
    IMPORTED = "imported"
    MESSAGED = "messaged"
    PAUSED = "paused"
    RESUMED = "resumed"
    STOPPED = "stopped"
    DELETED = "deleted"
    """A message was deleted where it had been delivered."""
    HELD = "held"
    """A group of notices waits until somebody lets it go."""
    RELEASED = "released"
    MOVED = "moved"
    """A group of notices goes out at another hour."""
    HASTENED = "hastened"
    """A group of notices goes out at once."""
    BOUND = "bound"
    UNBOUND = "unbound"
    INVITED = "invited"
    ACCEPTED = "accepted"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Act:
    """An organiser's act: ``args`` hold what replies need to tell of it; ``official`` is ``None`` once erased.

    ``id`` 0 = not kept yet. A change keeps what was stated ``before`` and ``after`` it, and the version that it left.
    """

    deed: Deed
    official: Official | None
    done_at: datetime
    programme: Programme | None = None
    training: Training | None = None
    args: Mapping[str, str] = field(default_factory=dict)
    before: Details | None = None
    after: Details | None = None
    left_version: int | None = None
    id: int = 0

    @property
    def whom(self) -> int | None:
        """The person to whom it was done; ``None`` when it was done to nobody, or once that person is erased."""
        return int(self.args["whom"]) if self.args.get("whom") else None
