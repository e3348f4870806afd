"""Presses about what will go out: seen, held, let go, moved, hastened. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass

from domain.forecast import Which
from domain.notice import Kind
from handlers.buttons.kinds import Flag, Minute, Number, Plain


@dataclass(frozen=True, slots=True)
class ShowForecast(Plain):
    """A page of what will go out."""

    code = "fa"

    page: Number = 1


@dataclass(frozen=True, slots=True)
class AboutComing(Plain):
    """A press about one group of notices, as it was when the button was made."""

    kind: Kind
    number: Number
    minute: Minute
    held: Flag

    @property
    def which(self) -> Which:
        """The group."""
        return Which(self.kind, self.number, self.minute, self.held)


class ShowComing(AboutComing):
    """To how many it goes, and when."""

    code = "fb"


class ShowWording(AboutComing):
    """What it will say."""

    code = "fc"


class HoldComing(AboutComing):
    """It is held."""

    code = "fd"


class LetComingGo(AboutComing):
    """It is held no longer."""

    code = "fe"


class AskMove(AboutComing):
    """To which hour it is moved."""

    code = "fg"


@dataclass(frozen=True, slots=True)
class MoveComing(AboutComing):
    """It is moved to an hour, in minutes since 1970."""

    code = "fh"

    to: Minute


class AskHasten(AboutComing):
    """Sending it now, not confirmed yet."""

    code = "fk"


@dataclass(frozen=True, slots=True)
class HastenComing(AboutComing):
    """It is sent now, to as many people as were shown."""

    code = "fm"

    people: Number


Forecasting = (
    ShowForecast | ShowComing | ShowWording | HoldComing | LetComingGo | AskMove | MoveComing | AskHasten | HastenComing
)
