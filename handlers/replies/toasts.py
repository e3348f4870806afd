"""The lines that flash over the chat after a press; alerts for refusals only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain import outcome as became
from handlers.reply import Toast

if TYPE_CHECKING:
    from domain.outcome import Acceptance, Confirmed, Return, Signup, Withdrawal
    from handlers.texts import Words


def toast(words: Words, outcome: Signup | Withdrawal | Return | Acceptance | Confirmed) -> Toast | None:
    """Return the toast of an outcome, or ``None`` when the message says enough."""
    match outcome:
        case became.Seated():
            return Toast(words.plain("toast.already" if outcome.again else "toast.seated"))
        case became.Waiting(again=True):
            return Toast(words.plain("toast.waiting_already"))
        case became.Undone():
            return Toast(words.plain("toast.undone"))
        case became.Confirmed():
            return Toast(words.plain("toast.thanks"))
        case _:
            key = _REFUSED.get(type(outcome))
            return Toast(words.plain(key), alert=True) if key else None


_REFUSED: Final = {
    became.Full: "toast.full",
    became.SeatGone: "toast.seat_gone",
    became.Started: "toast.started",
    became.Closed: "toast.closed",
    became.CalledOff: "toast.called_off",
}
