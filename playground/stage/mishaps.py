"""What a visitor lets go wrong once: the next message the bot sends meets a full queue, or a broken connection."""

from datetime import datetime

from playground.answers import Answer, Json
from playground.clock import Clock
from playground.faults import Failure, Fault, Faults, cut, too_many

RETRY_AFTER = 5
"""Seconds that Telegram asks a bot to wait, after which everything is well again."""

_KINDS: dict[str, Failure] = {"flood": too_many(RETRY_AFTER), "cut": cut()}
_SPARED = frozenset({"getUpdates", "answerCallbackQuery", "sendChatAction"})
"""Calls whose failing a visitor would not see."""


class Mishaps:
    """At most one planned of each kind, and the last one that came about."""

    def __init__(self, faults: Faults, clock: Clock) -> None:
        self._faults = faults
        self._clock = clock
        self._planned: dict[str, Fault] = {}
        self._struck: tuple[str, datetime] | None = None

    def plan(self, kind: str, *, on: bool) -> None:
        """Plan a mishap, or take it back; raises KeyError for a kind that is none."""
        failure = _KINDS[kind]
        if kind in self._planned:
            self._planned.pop(kind).times = 0
        if on:
            self._planned[kind] = self._faults.add(Fault(self._striking(kind, failure), spares=_SPARED))

    def told(self) -> Json:
        """Tell of each kind whether it is still to come, and which `struck` last, `at` milliseconds since 1970."""
        struck = self._struck and {"kind": self._struck[0], "at": round(self._struck[1].timestamp() * 1000)}
        return {**{kind: kind in self._planned for kind in _KINDS}, "struck": struck}

    def _striking(self, kind: str, failure: Failure) -> Failure:
        def strike(true: Answer | None) -> Answer:
            self._planned.pop(kind, None)
            self._struck = kind, self._clock.now()
            return failure(true)

        return strike
