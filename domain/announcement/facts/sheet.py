"""What holds for a whole text, and the facts of one training while they are gathered."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from domain.announcement.facts.years import Era
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page, Range
from domain.announcement.reading import Fact, Question, Span, Why
from domain.announcement.trainings.event import Event
from domain.announcement.trainings.role import Role

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Background:
    """What holds for a whole text: its page, the roles of its days, when it was written and when it is read.

    ``busy`` are stretches that name no place: days, hours, addresses and titles.
    """

    page: Page
    roles: tuple[Role, ...]
    busy: tuple[Range, ...]
    era: Era
    now: datetime
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Shared:
    """The pieces that several trainings share, with what was read of them: the same for each, so it is read once."""

    pieces: tuple[Segment, ...]
    alike: bool = True
    """Whether all trainings of the text are of the same title."""
    told: dict[Hashable, Any] = field(default_factory=dict)

    def once(self, what: Hashable, read: Callable[[Sequence[Segment]], Found | None]) -> Found | None:
        """Return what was read of the pieces when it was first asked for."""
        if what not in self.told:
            self.told[what] = read(self.pieces)
        found: Found | None = self.told[what]
        return found


@dataclass(slots=True)
class Sheet:
    """One training while its facts are gathered: the pieces that are its own, and those it shares with others."""

    event: Event
    background: Background
    own: tuple[Segment, ...]
    common: Shared
    facts: dict[str, Any] = field(default_factory=dict)
    evidence: dict[Fact, Span] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)

    @property
    def page(self) -> Page:
        """The page on which the training stands."""
        return self.background.page

    @property
    def shared(self) -> tuple[Segment, ...]:
        """The pieces that it shares with others."""
        return self.common.pieces

    def put(self, name: str, value: object, fact: Fact, place: Range) -> None:
        """Take a fact down with its place."""
        self.facts[name] = value
        self.show(fact, place)

    def show(self, fact: Fact, place: Range) -> None:
        """Note where a fact stands."""
        self.evidence[fact] = self.page.text.span(*place)

    def ask(self, about: Fact, why: Why, options: Sequence[str] = ()) -> None:
        """Note that something has to be asked."""
        self.questions.append(Question(about, why, tuple(options)))

    def first(self, read: Callable[[Page, Sequence[Segment]], Found | None]) -> Found | None:
        """Return what is read of a training's own pieces, else of the shared ones."""
        return read(self.page, self.own) or self.common.once(read, lambda pieces: read(self.page, pieces))
