"""One training found in a text: the days that name it, its title, and the stretches of text that tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.announcement.layout.days import Dated
from domain.announcement.layout.page import Range
from domain.announcement.trainings.titles import Title


@dataclass(frozen=True, slots=True)
class Event:
    """A training: the days that name it, its title, its own stretch and what it shares with the others."""

    dated: Dated
    own: Range
    title: Title | None = None
    shared: tuple[Range, ...] = ()
    also: tuple[Dated, ...] = ()
    """Other mentions of its days."""
    cuts: tuple[Range, ...] = ()
    """Sentences inside its stretch that tell of other days."""
    program: tuple[Dated, ...] = ()
    """Single days of a training that lasts several."""
    card: int | None = None
    """Where the town stands that heads its card."""
    under: Range | None = None
    """The heading above the items of which it is one."""
    left: Dated | None = None
    """The day in its line of a list from which a notice moved it."""
    notice: Range | None = None
    """The sentence outside its own stretch that moves it."""

    @property
    def stands(self) -> int:
        """Where the day of its own line stands."""
        return (self.left or self.dated).start
