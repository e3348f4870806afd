"""A question as it is kept: what was asked, how the bot answered, and what became of it with the organisers.

Knows nothing of understanding questions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from domain.official import Official
    from domain.training import Programme, Training

FOLLOWED_UP_WITHIN = timedelta(minutes=10)
KEPT_UNPASSED = timedelta(hours=24)
KEPT_ENDED = timedelta(days=90)


class Intent(StrEnum):
    """What a question asks for."""

    WHEN = "when"
    WHERE = "where"
    SEATS = "seats"
    SIGNUP = "signup"
    LINK = "link"
    DEADLINE = "deadline"
    WITHDRAW = "withdraw"
    PRICE = "price"
    CERTIFICATE = "certificate"
    SPEAKERS = "speakers"
    LEVEL = "level"
    AUDIENCE = "audience"
    MATERIALS = "materials"
    AGENDA = "agenda"
    STATUS = "status"
    CONTACT = "contact"
    LIST = "list"
    DETAILS = "details"
    MINE = "mine"
    HELP = "help"
    SMALLTALK = "smalltalk"
    FAQ = "faq"
    OUT_OF_SCOPE = "out_of_scope"


class Behaviour(StrEnum):
    """How a question is answered."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    ABSTAIN = "abstain"
    NOT_FOUND = "not_found"
    DECLINE = "decline"
    SMALLTALK = "smalltalk"


class Standing(StrEnum):
    """What became of a question: asked of the bot, passed on to the organisers, answered by one, closed unanswered."""

    ASKED = "asked"
    PASSED = "passed"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the chat; ``id`` 0 = not stored.

    ``text`` (masked) and ``asker`` are ``None`` once it was forgotten: together, so that what is left is a number.
    ``training`` is set when it was about one, ``programme`` when it is known whose it is. ``ended_by`` is the id of
    whoever answered or closed it, ``answer`` what the asker was told.
    """

    id: int
    asker: Official | None
    text: str | None
    asked_at: datetime
    intent: Intent
    behaviour: Behaviour
    standing: Standing = Standing.ASKED
    training: Training | None = None
    programme: Programme | None = None
    ended_by: int | None = None
    ended_by_name: str | None = None
    answer: str | None = None

    @property
    def open(self) -> bool:
        """Whether somebody waits for an organiser's answer."""
        return self.standing is Standing.PASSED


@dataclass(frozen=True, slots=True)
class Missed:
    """How many questions of a kind the bot could not answer, and how many of them were passed on."""

    behaviour: Behaviour
    intent: Intent
    count: int
    passed: int
