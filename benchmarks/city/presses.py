"""People who press buttons while something goes on, and how long each of them waits for what the press changes."""

import asyncio
import random
import time
from collections.abc import Sequence

from benchmarks.city.database import CARD
from benchmarks.city.served import City, share
from playground.chats import Message
from playground.persons import Person
from playground.state import Event
from playground.world import Call

PRESSES_A_SECOND = 10


class Presses:
    """People who press buttons in turn, and how many milliseconds each waited for the toast and for the screen."""

    def __init__(self, city: City, people: Sequence[Person]) -> None:
        self.toasts: list[float] = []
        self.screens: list[float] = []
        self._city = city
        self._people = people
        self._pressed: dict[int, float] = {}
        self._answered: dict[int, float] = {}
        self._random = random.Random(0)  # noqa: S311 - to be repeatable, not secret
        city.world.watch(self._saw)

    @property
    def unanswered(self) -> int:
        """How many have no screen yet."""
        return len(self._pressed)

    async def go_on(self) -> None:
        """Press at uneven moments until cancelled, the card and the menu in turn."""
        places = [(each, self._shown(each)) for each in self._people]
        data = f"c:{CARD}"
        while True:
            for person, message in places:
                await asyncio.sleep(self._random.expovariate(PRESSES_A_SECOND))
                if person.id not in self._pressed:
                    self._pressed[person.id] = self._answered[person.id] = time.perf_counter()
                    person.forges(data, message)
            data = "m" if data != "m" else f"c:{CARD}"

    def _shown(self, person: Person) -> Message:
        state = self._city.world.state
        return state.post(person.private, state.bot, {"text": "Menu"})

    def _saw(self, event: Event) -> None:
        if not isinstance(event.subject, Call):
            return
        if event.subject.method == "answerCallbackQuery":
            person = int(event.subject.params["callback_query_id"]) >> 32
            if began := self._answered.pop(person, None):
                self.toasts.append(1000 * (time.perf_counter() - began))
        elif began := self._pressed.pop(event.chat_id, None):
            self.screens.append(1000 * (time.perf_counter() - began))

    @property
    def told(self) -> dict[str, float]:
        """What the people saw, for a row."""
        return {
            "presses": len(self.screens),
            "unanswered": self.unanswered,
            "press_p50_ms": share(self.screens, 0.5),
            "press_p95_ms": share(self.screens, 0.95),
            "press_p99_ms": share(self.screens, 0.99),
            "toast_p95_ms": share(self.toasts, 0.95),
        }
