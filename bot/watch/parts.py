"""The parts as the watch sees them: what is measured, and what it means for each. Never imports handlers or storage."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.pulse import Polls, Pulse, Seconds
from domain.health import Beat, Condition, Part
from domain.ports import Waiting

FAILING = 20.0
"""Seconds after which polls that fail are told of."""
QUIET = 15.0
"""Seconds that an answer may take beyond the time for which Telegram was asked to wait."""
POLL_OVER = 45.0
"""Seconds beyond that time after which an attempt cannot be under way any more: it has time-outs of its own."""
TAKEN_LATE, TAKEN_NEVER = 30.0, 120.0
"""Seconds an update may be the next one before that is told, and before nothing takes updates any more."""
SAID_LATE, SAID_NEVER = 45.0, 600.0
"""The same for what the courier has to do: where Telegram hangs, a batch of fifty takes minutes."""
REFUSED = "InvalidToken"
REFUSES = "Telegram refuses the token; check it with @BotFather."


@dataclass(frozen=True, slots=True)
class Parts:
    """What the running parts show of themselves.

    ``looked`` beats when the inbox was read, ``moved`` when a turn began or ended, ``busy`` are those whose turn it is;
    until ``paused`` nothing can be sent, because of Telegram or the network.
    """

    polls: Polls
    looked: Pulse
    moved: Pulse
    busy: Callable[[], Collection[int]]
    paused: Callable[[], datetime | None]


class Queue:
    """Remembers for how long the same row has been the next one, on a clock that nobody sets."""

    def __init__(self, seconds: Seconds) -> None:
        self._seconds = seconds
        self._since: dict[Waiting, float] = {}

    def longest(self, rows: Sequence[Waiting]) -> float:
        """Return for how many seconds any of these rows has been the next of its kind."""
        now = self._seconds()
        self._since = {row: self._since.get(row, now) for row in rows}
        return max((now - since for since in self._since.values()), default=0.0)


def intake(polls: Polls, now: datetime) -> Beat:
    """Tell how the intake is: deaf only when it does not even try."""
    heard = polls.answered.age
    failing = heard > (FAILING if polls.trouble else polls.wait + QUIET)
    if polls.idle > polls.wait + POLL_OVER:
        return Beat(Part.INTAKE, now, Condition.STUCK, f"Telegram was not asked for anything for {polls.idle:.0f} s.")
    if failing and polls.trouble == REFUSED:
        return Beat(Part.INTAKE, now, Condition.WAITING, REFUSES)
    if failing:
        trouble = f" ({polls.trouble})" if polls.trouble else ""
        said = f"Telegram has not answered for {heard:.0f} s{trouble}; the bot goes on trying."
        return Beat(Part.INTAKE, now, Condition.WAITING, said)
    return Beat(Part.INTAKE, now, said=f"Telegram answered {heard:.0f} s ago.")


def turns(parts: Parts, waits: float, now: datetime) -> Beat:
    """Tell how the turns are, when the next update has waited for its turn for some seconds."""
    if parts.looked.age > TAKEN_NEVER or (waits > TAKEN_NEVER and parts.moved.age > TAKEN_NEVER):
        said = f"Nobody has looked into the inbox for {max(waits, parts.looked.age):.0f} s."
        return Beat(Part.TURNS, now, Condition.STUCK, said)
    if waits > TAKEN_LATE:
        return Beat(Part.TURNS, now, Condition.WAITING, f"An update has waited for {waits:.0f} s.")
    return Beat(Part.TURNS, now, said="Nobody waits for an answer.")


def paused(parts: Parts, now: datetime) -> datetime | None:
    """Return until when nothing can be sent, if that is not over."""
    until = parts.paused()
    return until if until and until > now else None


def courier(parts: Parts, waits: float, now: datetime) -> Beat:
    """Tell how the courier is, when the next thing that it has to do has waited for some seconds."""
    if until := paused(parts, now):
        rest = (until - now).total_seconds()
        return Beat(Part.COURIER, now, Condition.WAITING, f"Nothing can be sent; it is tried again in {rest:.0f} s.")
    if waits > SAID_NEVER:
        return Beat(Part.COURIER, now, Condition.STUCK, f"Nothing that is due was sent for {waits:.0f} s.")
    if waits > SAID_LATE:
        return Beat(Part.COURIER, now, Condition.WAITING, f"Something due has waited for {waits:.0f} s.")
    return Beat(Part.COURIER, now, said="Nothing is late.")
