"""What a visitor lets go wrong once: the next message the bot sends meets a full queue, or a broken connection."""

from playground.answers import Json
from playground.faults import Failure, Fault, Faults, cut, too_many

RETRY_AFTER = 5
"""Seconds that Telegram asks a bot to wait, after which everything is well again."""

_KINDS: dict[str, Failure] = {"flood": too_many(RETRY_AFTER), "cut": cut()}
_SPARED = frozenset({"getUpdates", "answerCallbackQuery", "sendChatAction"})
"""Calls whose failing a visitor would not see."""


class Mishaps:
    """At most one planned of each kind."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._planned: dict[str, Fault] = {}

    def plan(self, kind: str, *, on: bool) -> None:
        """Plan a mishap, or take it back; raises KeyError for a kind that is none."""
        failure = _KINDS[kind]
        if not on:
            self._planned.pop(kind, Fault(failure)).times = 0
        elif not self.told()[kind]:
            self._planned[kind] = self._faults.add(Fault(failure, spares=_SPARED))

    def told(self) -> Json:
        """Tell of each kind whether it is still to come."""
        return {kind: kind in self._planned and not self._planned[kind].hits for kind in _KINDS}
