"""A programme file that questions are asked about: its rows as an import makes them, and what understands them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from domain import programme, question
from domain.official import Language
from domain.ports import Occupancy
from domain.question import Knowledge
from domain.training import Contact, Programme, Training
from handlers.replies.questions import answer, plain
from handlers.service import Service
from handlers.texts import Words, dates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from domain.programme import ProgrammeFile
    from domain.question import Answer, Index

LONGEST: Final = 1000
MOST_BEFORE: Final = 20
"""Earlier questions of a chat that are looked at; in a chat only those of some minutes count."""
_NOBODY: Final = Service("Terminarz", "")


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: what was understood, and its text without markup."""

    understood: Answer
    text: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers questions about one programme as at one moment (``now`` returns it), in ``language`` if one is set."""

    index: Index
    occupancies: Mapping[int, Occupancy]
    now: Callable[[], datetime]
    language: Language | None

    @classmethod
    def over(cls, file: ProgrammeFile, now: Callable[[ZoneInfo], datetime], language: Language | None) -> Desk:
        """Return a desk over a programme file."""
        entry = json.loads(file.entry)
        whose = _programme(file, entry)
        trainings = _trainings(file, whose)
        faqs = tuple(replace(faq, id=number, programme_id=1) for number, faq in enumerate(file.faq, start=1))
        index = question.build(Knowledge(trainings, faqs), question.available())
        occupancies = {
            number: Occupancy(0, listed.free_seats, 0) for number, listed in enumerate(file.trainings, start=1)
        }
        _load_texts(now(whose.zone))
        return cls(index, occupancies, lambda: now(whose.zone), language)

    def answer(self, asked: str, before: Sequence[str] = (), language: Language | None = None) -> Said:
        """Answer a question that follows ``before``; a long one is read as far as its thousandth character."""
        now = self.now()
        asked_all = [text[:LONGEST] for text in (*before[-MOST_BEFORE:], asked)]
        considered = self.index.consider(asked_all, now, language or self.language)
        understood = considered.answer(self.occupancies)
        return Said(understood, plain(answer(Words(understood.language, now), understood, _NOBODY)))


def _programme(file: ProgrammeFile, entry: Mapping[str, Any]) -> Programme:
    coordinator = entry["coordinator"]
    return Programme(
        id=1,
        name=file.name,
        organiser=file.organiser,
        zone=ZoneInfo(file.timezone),
        coordinator=Contact(**coordinator) if coordinator else None,
        signup_url=entry["signup_url"],
    )


def _trainings(file: ProgrammeFile, whose: Programme) -> tuple[Training, ...]:
    return tuple(
        Training(number, listed.key, whose, listed.details, programme.seats(listed.details, listed.free_seats, taken=0))
        for number, listed in enumerate(file.trainings, start=1)
    )


def _load_texts(now: datetime) -> None:
    """Load all texts beforehand, so that no question waits for them."""
    for language in Language:
        words = Words(language, now)
        words("menu", service=dates.month(words, now.date()))
