"""Asking a phrase of the corpus as `ask` does, and judging what it says; each programme is read once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from bot.cli.ask.desk import Desk, Said
from domain import programme
from domain.official import Language
from tests.phrases.corpus import PROGRAMMES, Phrase, rows
from tests.phrases.values import invented
from tests.phrases.variants import with_slips, without_polish_letters

Variant = Callable[[str, str], str]
"""From a text and a seed to the text as it is typed."""

VARIANTS: Final[dict[str, Variant]] = {
    "as written": lambda text, _: text,
    "one slip": with_slips,
    "no Polish letters": lambda text, _: without_polish_letters(text),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What came back for a phrase: as what it was asked, what is wrong with the answer, what no row gives."""

    phrase: Phrase
    asked: tuple[str, ...]
    said: Said
    wrong: frozenset[str]
    invented: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether intent, behaviour, trainings and text are."""
        return not self.wrong

    @property
    def right_but_for_intent(self) -> bool:
        """Whether behaviour, trainings and text are."""
        return self.wrong <= {"intent"}

    @property
    def trainings(self) -> list[str]:
        """The trainings that the answer is about."""
        return [stored.training.key for stored in self.said.understood.about]


def judge(phrase: Phrase, variant: Variant = VARIANTS["as written"]) -> Judged:
    """Ask a phrase, what was asked before it included, and judge the answer."""
    *before, asked = (variant(text, f"{phrase.id}/{at}") for at, text in enumerate((*phrase.context, phrase.question)))
    now = moment(phrase)
    at_the_time = replace(desk(phrase.programme), now=lambda: now)
    said = at_the_time.answer(asked, before, Language(phrase.lang))
    return Judged(
        phrase=phrase,
        asked=(*before, asked),
        said=said,
        wrong=frozenset(_wrong(phrase, said)),
        invented=tuple(invented(said.text, said.understood, now)),
    )


@cache
def desk(name: str) -> Desk:
    """Return the desk over a programme of the corpus."""
    return Desk.over(programme.read((PROGRAMMES / f"{name}.json").read_bytes()), lambda _: datetime.now(UTC), None)


def moment(phrase: Phrase) -> datetime:
    """Return the instant of a question."""
    return datetime.fromisoformat(phrase.now).replace(tzinfo=zone(phrase.programme)).astimezone(UTC)


@cache
def zone(name: str) -> ZoneInfo:
    """Return the zone of a programme of the corpus."""
    return ZoneInfo(rows(name)["timezone"])


def _wrong(phrase: Phrase, said: Said) -> Sequence[str]:
    """Return which parts of an answer are wrong."""
    text = said.text.replace("\u00a0", " ")
    told = sorted(stored.training.key for stored in said.understood.about)
    right = {
        "intent": said.understood.intent == phrase.intent,
        "behaviour": said.understood.behaviour == phrase.behaviour,
        "trainings": told == sorted(phrase.trainings),
        "text": all(held in text for held in phrase.holds) and not any(lacked in text for lacked in phrase.lacks),
    }
    return [part for part, holds in right.items() if not holds]


def recognised(phrase: Phrase) -> bool:
    """Tell whether the language of a question is recognised."""
    considered = desk(phrase.programme).index.consider([*phrase.context, phrase.question], moment(phrase))
    return considered.language == phrase.lang
