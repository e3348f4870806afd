"""Presses about new trainings: who hears of which, and what to do with such a message. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from handlers.buttons.kinds import About, Mark, Number, Plain

Hearing = Literal["all", "none", "once", "weekly"]


class ShowNews(Plain):
    """Of which new trainings I hear, and how often."""

    code = "v"


class HearLess(Plain):
    """The same, beside the message that was too much."""

    code = "vf"


@dataclass(frozen=True, slots=True)
class Hear(Plain):
    """Of all new trainings, of none; at once, or gathered once a week."""

    code = "vh"

    how: Hearing


@dataclass(frozen=True, slots=True)
class ChooseNews(Plain):
    """A page of topics to hear of."""

    code = "vt"

    page: Number = 1


@dataclass(frozen=True, slots=True)
class TurnTopic(Plain):
    """One of the topics to hear of, or no longer; ``page`` is where it stands."""

    code = "vx"

    topic: Mark
    page: Number = 1


class NotForMe(About):
    """This new training is not for me."""

    code = "vn"


class ShowSimilar(About):
    """What there is in place of this training."""

    code = "vl"


class HearOfNewDate(About):
    """Of new trainings like this one I want to hear."""

    code = "vd"


News = ShowNews | HearLess | Hear | ChooseNews | TurnTopic | NotForMe | ShowSimilar | HearOfNewDate
"""Every press of this module."""
