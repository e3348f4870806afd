"""Presses with which organisers keep published trainings: changing, calling off, copying. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from handlers.buttons.kinds import About, Flag, Number, Plain

Step = Literal["title", "when", "place", "capacity", "deadline", "done"]


class Manage(About):
    """What an organiser can do with a training."""

    code = "x"


class EditTraining(About):
    """Begin to change a training, or go on."""

    code = "xe"


@dataclass(frozen=True, slots=True)
class ShowProposal(Plain):
    """What changing it would mean."""

    code = "xp"

    announcement: Number


@dataclass(frozen=True, slots=True)
class ApplyEdit(Plain):
    """Change it as was shown."""

    code = "xa"

    announcement: Number
    version: Number
    silent: Flag = False


@dataclass(frozen=True, slots=True)
class Rebase(Plain):
    """Put my changes on top of somebody else's."""

    code = "xr"

    draft: Number


@dataclass(frozen=True, slots=True)
class DropEdit(Plain):
    """Forget my changes."""

    code = "xd"

    announcement: Number


class AskCallOff(About):
    """What calling it off would mean."""

    code = "xc"


@dataclass(frozen=True, slots=True)
class CallOff(Plain):
    """Call it off as it was at a version; the reason is what was typed last."""

    code = "xk"

    training: Number
    version: Number
    silent: Flag = False


class AskRevive(About):
    """What taking a cancellation back would mean."""

    code = "xv"


@dataclass(frozen=True, slots=True)
class Revive(Plain):
    """Take the cancellation back, of the training as it was at a version."""

    code = "xw"

    training: Number
    version: Number


@dataclass(frozen=True, slots=True)
class UndoAct(Plain):
    """The change or cancellation was not meant."""

    code = "xu"

    act: Number


class CopyTraining(About):
    """Another one like this, on another day."""

    code = "xy"


class RepeatTraining(About):
    """Several more like this, on other days."""

    code = "xs"


@dataclass(frozen=True, slots=True)
class ShowHistory(Plain):
    """A page of what was done with one training."""

    code = "xh"

    training: Number
    page: Number = 1


@dataclass(frozen=True, slots=True)
class ShowActs(Plain):
    """A page of what organisers did."""

    code = "xl"

    page: Number = 1


@dataclass(frozen=True, slots=True)
class FillForm(Plain):
    """A new training, asked for step by step; ``programme`` 0 = the only one, or to be chosen."""

    code = "xf"

    programme: Number = 0


@dataclass(frozen=True, slots=True)
class AskStep(Plain):
    """This question of the form, from the one before or after it; ``done`` = no more of them."""

    code = "xg"

    draft: Number
    step: Step


Changing = (
    Manage
    | EditTraining
    | ShowProposal
    | ApplyEdit
    | Rebase
    | DropEdit
    | AskCallOff
    | CallOff
    | AskRevive
    | Revive
    | UndoAct
    | CopyTraining
    | RepeatTraining
    | ShowHistory
    | ShowActs
    | FillForm
    | AskStep
)
