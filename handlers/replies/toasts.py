"""The lines that flash over the chat after a press; alerts for refusals only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import outcome as became
from handlers.reply import Toast

if TYPE_CHECKING:
    from domain.outcome import Acceptance, Confirmed, Return, Signup, Withdrawal
    from handlers.texts import Words


def toast(words: Words, outcome: Signup | Withdrawal | Return | Acceptance | Confirmed) -> Toast | None:  # noqa: PLR0911 - one line an outcome
    """Return the toast of an outcome, or ``None`` when the message says enough."""
    match outcome:
        case became.Seated(again=True):
            return Toast(words.plain("toast.already"))
        case became.Seated():
            return Toast(words.plain("toast.seated"))
        case became.Waiting(again=True):
            return Toast(words.plain("toast.waiting_already"))
        case became.SeatGone():
            return Toast(words.plain("toast.seat_gone"), alert=True)
        case became.Started():
            return Toast(words.plain("toast.started"), alert=True)
        case became.Closed():
            return Toast(words.plain("toast.closed"), alert=True)
        case became.CalledOff():
            return Toast(words.plain("toast.called_off"), alert=True)
        case became.Undone():
            return Toast(words.plain("toast.undone"))
        case became.Confirmed():
            return Toast(words.plain("toast.thanks"))
        case _:
            return None


def switched(words: Words, *, on: bool) -> Toast:
    """Return the toast of a setting that was turned on or off."""
    return Toast(words.plain("toast.on" if on else "toast.off"))


def calendar_sent(words: Words) -> Toast:
    """Return the toast that points to the calendar file."""
    return Toast(words.plain("toast.calendar"))


def stale(words: Words) -> Toast:
    """Return the toast of a button that is out of date."""
    return Toast(words.plain("toast.stale"))


def no_rights(words: Words) -> Toast:
    """Return the toast of a press that is for organisers."""
    return Toast(words.plain("toast.no_rights"), alert=True)


def needs_start(words: Words) -> Toast:
    """Return the toast for a person who has to open the private chat first."""
    return Toast(words.plain("toast.needs_start"), alert=True)
