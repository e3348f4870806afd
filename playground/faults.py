"""A plan of what goes wrong: which calls fail, how, how often, and whether Telegram did its part first.

world.faults.add(Fault(too_many(3), method="sendMessage", chat=anna.id, times=2))
world.faults.add(Fault(cut(), method="sendMessage", after=True))
world.faults.add(Fault(bad_gateway(), probability=0.25, times=None))
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from playground import answers
from playground.answers import Answer

Failure = Callable[[Answer | None], Answer]
"""Makes the answer that goes out from the true one, which is None when the call was not carried out."""


@dataclass(slots=True, eq=False)
class Fault:
    """One rule. `method` and `chat` narrow it; `skip` lets that many calls pass first; `times` None means for ever.

    `spares` are methods it does not concern, however they are written.
    With `after`, the call is carried out and only its answer is lost or spoilt.
    """

    failure: Failure
    method: str | None = None
    chat: int | None = None
    times: int | None = 1
    skip: int = 0
    probability: float = 1.0
    after: bool = False
    spares: frozenset[str] = frozenset()
    hits: int = field(default=0, init=False)

    def concerns(self, method: str, chat_id: int) -> bool:
        """Whether a call is of the kind meant and the rule is not used up."""
        if self.method is not None and self.method.lower() != method.lower():
            return False
        if method.lower() in map(str.lower, self.spares):
            return False
        if self.chat is not None and self.chat != chat_id:
            return False
        return self.times is None or self.hits < self.times


class Faults:
    """The plan; the first rule that applies to a call wins."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)  # noqa: S311 - to be repeatable, not secret
        self._plan: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Plan a fault; its `hits` tells later how often it struck."""
        self._plan.append(fault)
        return fault

    def clear(self) -> None:
        """Let everything work again."""
        self._plan.clear()

    def strike(self, method: str, chat_id: int) -> Fault | None:
        """Choose the fault that hits this call, if any."""
        for fault in self._plan:
            if not fault.concerns(method, chat_id):
                continue
            if fault.skip > 0:
                fault.skip -= 1
            elif self._random.random() < fault.probability:
                fault.hits += 1
                return fault
        return None


def too_many(seconds: int | None) -> Failure:
    """Answer 429; None leaves the waiting time out, as proxies do."""
    if seconds is None:
        return _always(answers.Refusal(429, "Too Many Requests").answer())
    return _always(answers.too_many(seconds).answer())


def server_error() -> Failure:
    """Answer 500."""
    return _always(answers.Refusal(500, "Internal Server Error").answer())


def bad_gateway() -> Failure:
    """Answer 502 with a proxy's page in place of JSON."""
    return _always(Answer(502, b"<html><head><title>502 Bad Gateway</title></head></html>"))


def refused(refusal: answers.Refusal) -> Failure:
    """Answer with any refusal: `answers.unauthorized()`, `answers.not_found()`, `answers.forbidden("…")`."""
    return _always(refusal.answer())


def conflicting() -> Failure:
    """Answer 409, as if another instance polled."""
    other = "terminated by other getUpdates request; make sure that only one bot instance is running"
    return refused(answers.conflict(other))


def garbage() -> Failure:
    """Answer 200 with something that is not JSON."""
    return _always(Answer(200, b'{"ok":true,"resu'))


def cut() -> Failure:
    """Break the connection without an answer."""
    return _always(Answer(0, b"", cut=True))


def hang(seconds: float) -> Failure:
    """Say nothing for so long, then break the connection."""
    return _always(Answer(0, b"", delay=seconds, cut=True))


def slow(seconds: float) -> Failure:
    """Give the true answer late; plan it with `after=True`."""
    return lambda true: replace(true or Answer(504, b""), delay=seconds)


def _always(answer: Answer) -> Failure:
    return lambda _true: answer
