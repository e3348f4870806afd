"""Presses with which organisers look at what became of everything said about a training. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.buttons.kinds import Number, Plain


@dataclass(frozen=True, slots=True)
class PageOfTraining(Plain):
    """A page of something about one training."""

    training: Number
    page: Number = 1


class ShowDeliveries(PageOfTraining):
    """What became of everything said about a training."""

    code = "dl"


class ShowUnheard(PageOfTraining):
    """Whom something about a training did not reach for certain."""

    code = "du"


Delivering = ShowDeliveries | ShowUnheard
