"""The traffic between Telegram and the bot, as raw as it is: the newest calls and updates."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime

from playground.answers import Json
from playground.state import Event
from playground.world import Call, World

KEPT = 100
_POLL = "getupdates"


@dataclass(frozen=True, slots=True)
class Passed:
    """One update that went to the bot, or one call that came from it, with its answer; `number` grows."""

    number: int
    at: datetime
    subject: Call | Json


class Traffic:
    """Keeps what passed last. A poll that went well is not kept: the updates it fetched are."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._count = 0
        self.passed: deque[Passed] = deque(maxlen=KEPT)
        world.watch(self._notice)

    def _notice(self, event: Event) -> None:
        match event.subject:
            case Call(status=200) as call if call.method.lower() == _POLL:
                pass
            case Call() as call:
                self._keep(call)
            case dict() as update if event.kind == "update":
                self._keep(update)

    def _keep(self, subject: Call | Json) -> None:
        self._count += 1
        self.passed.append(Passed(self._count, self._world.clock.now(), subject))
