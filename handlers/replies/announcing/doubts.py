"""What reading an announcement leaves open, in words: what it lacks, what is unclear, where a year came from.

The chat and the command line say it alike. Never imports telegram.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from domain.announcement import Fact, Why
from domain.wall import Wall
from handlers.replies import facts
from handlers.texts import Words, dates
from handlers.texts.markup import Markup, escape, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from domain.announcement import Found, Problem, Question

LONGEST_OPTION: Final = 120
_LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)


def question(words: Words, found: Found, asked: Question) -> Markup:
    """Return one question about one draft as a sentence: ``Brakuje godziny.``, ``Dzień: … Do wyboru: …``."""
    if asked.why is Why.MISSING:
        return words("doubt.missing", what=words(f"doubt.of.{_lacked(found, asked.about)}"))
    said = words(f"doubt.why.{asked.why}", what=words(f"doubt.name.{asked.about}"))
    if not asked.options:
        return said
    options = (_option(words, asked.about, each) for each in asked.options)
    return words("doubt.choice", said=said, options=Markup("; ".join(options)))


def lacking(words: Words, found: Sequence[Found]) -> Markup | None:
    """Return what drafts lack, each with the numbers of those: ``Brakuje: godziny (1–5), miejsca (2)``."""
    numbers: dict[str, list[int]] = {}
    for number, each in enumerate(found, start=1):
        for asked in each.questions:
            if asked.why is Why.MISSING:
                numbers.setdefault(_lacked(each, asked.about), []).append(number)
    if not numbers:
        return None
    told = (words(f"doubt.of.{name}") + _of(which, found) for name, which in numbers.items())
    return words("doubt.lacking", what=Markup(", ".join(told)))


def years(words: Words, found: Sequence[Found]) -> Markup | None:
    """Return where years that are not written came from, a line each: ``Rok 2024 wynika z dnia tygodnia (1–5)``."""
    numbers: dict[tuple[str, int], list[int]] = {}
    for number, each in enumerate(found, start=1):
        if each.year_by and each.draft.start:
            numbers.setdefault((each.year_by, each.draft.start.day.year), []).append(number)
    told = (words(f"doubt.year.{by}", year=year) + _of(which, found) for (by, year), which in numbers.items())
    return lines(*map(Markup, told)) or None


def problem(words: Words, found: Problem) -> Markup:
    """Return what is wrong with the text as a whole, and what to do."""
    return words(f"doubt.problem.{found}")


def with_year(words: Words) -> Words:
    """Return words that tell the year of every day, also of this year's: in a draft it may be a wrong one."""
    return Words(words.language, _LONG_AGO)


def ranges(numbers: Iterable[int]) -> str:
    """Return ascending numbers as people write them: ``1–3, 5``."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), lambda at: at[1] - at[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def _of(numbers: Sequence[int], found: Sequence[Found]) -> str:
    return f" ({ranges(dict.fromkeys(numbers))})" if len(found) > 1 else ""


def _lacked(found: Found, about: Fact) -> str:
    """Return the name of what is missing; of a start whose day is known, the hour is asked for."""
    return "hour" if about is Fact.START and found.draft.start and not found.draft.start.hour else about


def _option(words: Words, about: Fact, written: str) -> Markup:
    """Return a value to choose; days and hours stand in it as in the programme file, a price as a number."""
    if about is Fact.PRICE:
        return facts.cost(words, Decimal(written))
    try:
        return dates.wall(with_year(words), Wall.parse(written), ZoneInfo("UTC"))
    except ValueError:
        pass
    try:
        return dates.clock(time.fromisoformat(written))
    except ValueError:
        return escape(written, LONGEST_OPTION)
