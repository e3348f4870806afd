"""What became of an organiser's act on drafts and trainings, for replies to put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.announced import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.announced import Act, Announcement, Drafted
    from domain.announcement import Problem
    from domain.chats import BoundChat
    from domain.news import Reach
    from domain.official import Official
    from domain.ports import Stored
    from domain.training import Details, Training


@dataclass(frozen=True, slots=True)
class Sheet:
    """An announcement with its drafts in order, as it is now."""

    announcement: Announcement
    drafts: tuple[Drafted, ...]

    @property
    def open(self) -> bool:
        """Whether it can still be worked on."""
        return self.announcement.stage is Stage.OPEN

    @property
    def incomplete(self) -> tuple[Drafted, ...]:
        """The drafts that cannot be published: without a title or a day."""
        return tuple(each for each in self.drafts if each.details is None)

    @property
    def outdated(self) -> tuple[Drafted, ...]:
        """The drafts whose trainings somebody else has changed meanwhile."""
        return tuple(each for each in self.drafts if each.outdated)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read from a text; ``unchanged`` are the trainings known already of which it tells nothing new."""

    sheet: Sheet
    problems: tuple[Problem, ...] = ()
    unchanged: tuple[Training, ...] = ()


@dataclass(frozen=True, slots=True)
class NothingFound:
    """A text that names nothing to come to, or nothing that is new: then ``unchanged`` says what it names."""

    problems: tuple[Problem, ...] = ()
    unchanged: tuple[Training, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such thing any more: published, discarded, or never there."""


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Somebody else was quicker; nothing was done, and this is how things stand now."""

    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Some drafts cannot be published yet; nothing was done."""

    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Change:
    """A published training and what is to be stated of it; whom it concerns, and who cannot come then.

    ``told`` counts those on the list and the followers who hear of it, ``clashing`` those with another training at the
    new time.
    """

    training: Training
    after: Details
    seated: int
    waiting: int
    told: int
    clashing: int


@dataclass(frozen=True, slots=True)
class Prospect:
    """What publishing a sheet would do now: how many people hear of new trainings, where they are posted, when.

    ``goes_at`` is the first instant at which news may go out, by the clock of the programme; ``again`` counts the new
    ones that are public already and would be there twice.
    """

    sheet: Sheet
    reach: Reach
    chats: tuple[BoundChat, ...]
    goes_at: datetime
    changes: tuple[Change, ...]
    again: int = 0


@dataclass(frozen=True, slots=True)
class Published:
    """The trainings are public, added or changed; how many people hear of new ones, in how many chats they are posted.

    ``told`` counts the people who hear of changes, once for each training.
    """

    announcement: Announcement
    added: tuple[Training, ...]
    changed: tuple[Training, ...]
    reach: Reach
    posts: int
    undo: int | None = None
    """The act that can be undone, when it is a single change."""
    told: int = 0


@dataclass(frozen=True, slots=True)
class Managed:
    """A published training as an organiser sees it; ``edit`` is the announcement in which this one is changing it.

    ``changed`` tells whether anything is stated otherwise there.
    """

    stored: Stored
    edit: int | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Calling:
    """What calling a training off would do: who would be told, who loses a seat, who waits."""

    stored: Stored
    told: int


@dataclass(frozen=True, slots=True)
class CalledOff:
    """It is called off; ``act`` is what can be undone, ``people`` are told unless it was silent."""

    training: Training
    act: int
    people: int


@dataclass(frozen=True, slots=True)
class Undone:
    """Everything is as it was before the act."""

    training: Training


@dataclass(frozen=True, slots=True)
class TooLate:
    """People have heard of it already, or somebody changed the training since."""

    act: Act


@dataclass(frozen=True, slots=True)
class Trail:
    """A page (from 1) of what organisers did, newest first; ``people`` are those to whom it was done, by id."""

    acts: tuple[Act, ...]
    people: Mapping[int, Official]
    page: int
    more: bool
    training: Training | None = None
    """The only one that it tells of, if so."""


@dataclass(frozen=True, slots=True)
class NoReason:
    """Calling off needs a reason that people can be told."""
