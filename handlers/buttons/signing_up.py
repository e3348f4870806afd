"""Presses that change a registration, or what is needed for one. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.buttons.kinds import About, AboutPerhaps, AboutSignUp, Number, Plain


class SignUp(AboutSignUp):
    """A seat, please."""

    code = "s"


class JoinQueue(AboutSignUp):
    """A place on the waiting list, please."""

    code = "q"


class ConfirmHold(About):
    """The name is right, sign me up."""

    code = "h"


class ChangeName(AboutPerhaps):
    """The name is another."""

    code = "hn"


class DeclineHold(About):
    """Not now; forget that a seat was held."""

    code = "hd"


@dataclass(frozen=True, slots=True)
class PickInstitution(Plain):
    """This is my institution."""

    code = "i"

    institution: Number
    training: Number = 0


class OtherInstitution(AboutPerhaps):
    """My institution is none of these."""

    code = "io"


class SkipInstitution(AboutPerhaps):
    """No institution, please."""

    code = "is"


class AskInstitution(AboutPerhaps):
    """Let me say where I work."""

    code = "ia"


class TakeSeat(About):
    """The offered or open seat is taken."""

    code = "t"


class Withdraw(About):
    """The seat, the offer or the place in the queue is given up."""

    code = "w"


class Undo(About):
    """The withdrawal was not meant."""

    code = "u"


class Attend(About):
    """I will be there."""

    code = "a"


class Follow(About):
    """Remind me of a training signed up for elsewhere."""

    code = "f"


class Unfollow(About):
    """Remind me of it no longer."""

    code = "fu"


SigningUp = (
    SignUp
    | JoinQueue
    | ConfirmHold
    | ChangeName
    | DeclineHold
    | PickInstitution
    | OtherInstitution
    | SkipInstitution
    | AskInstitution
    | TakeSeat
    | Withdraw
    | Undo
    | Attend
    | Follow
    | Unfollow
)
