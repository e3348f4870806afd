"""How each language writes days, weekdays and prices, and the words that answers are made of beside values."""

import io
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Final

from babel.dates import get_day_names, get_month_names
from babel.messages.pofile import read_po

from domain.official import Language

_KEYS: Final = ("qa.", "list.", "card.", "refused.", "place.", "cost.", "contact", "full.", "date.", "button.")
_AHEAD: Final = {"dziś": 0, "jutro": 1, "jutra": 1, "pojutrze": 2, "day after tomorrow": 2, "today": 0, "tomorrow": 1}
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """A language: ``days`` finds days of the year, ``weekdays`` their names, ``own`` are the catalogue's words."""

    language: Language
    days: re.Pattern[str]
    weekdays: re.Pattern[str]
    relative: re.Pattern[str]
    months: dict[str, int]
    weekday_numbers: dict[str, int]
    own: frozenset[str]

    def are_among(self, found: re.Match[str], stated: frozenset[date], this_year: int) -> bool:
        """Tell whether the days of a match are stated; without a year the first of a range may be of any."""
        month = self.months[found["month"]]
        year = int(found["year"] or this_year)
        years = {day.year for day in stated} if found["more"] else {year}
        wanted = [int(day) for day in (found["first"], found["last"]) if day]
        return all(
            any((each.month, each.day) == (month, day) and each.year in years for each in stated) for day in wanted
        )

    def is_weekday_of(self, name: str, stated: frozenset[date]) -> bool:
        """Tell whether a stated day has this name."""
        return any(day.weekday() == self.weekday_numbers[name] for day in stated)

    def is_in_days(self, word: str, today: date) -> date:
        """Return the day that a word counts from today."""
        return today + timedelta(days=_AHEAD[word])

    def amount(self, written: str) -> Decimal:
        """Return the amount that a price writes."""
        if self.language is Language.POLISH:
            return Decimal(written.replace(" ", "").replace(",", "."))
        return Decimal(written.replace(",", ""))


@cache
def wording(language: Language) -> Wording:
    """Return the wording of a language."""
    locale = language.value
    months = {name: number for number, name in get_month_names("wide", locale=locale).items()}
    names = [get_day_names(width, locale=locale) for width in ("wide", "abbreviated")]
    weekdays = {name: number for each in names for number, name in each.items()}
    return Wording(
        language=language,
        days=re.compile(
            rf"(?<![\d.:])(?P<first>\d{{1,2}})(?:–(?P<last>\d{{1,2}}))? (?P<month>{_any_of(months)})\b"
            r"(?: (?P<year>\d{4}))?(?P<more>–)?"
        ),
        weekdays=re.compile(rf"(?<!\w)(?:{_any_of(weekdays)})(?!\w)"),
        relative=re.compile(rf"(?<!\w)(?:{_any_of(_AHEAD)})(?!\w)"),
        months=months,
        weekday_numbers=weekdays,
        own=_own(language),
    )


def _any_of(names: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _own(language: Language) -> frozenset[str]:
    source = files("handlers.texts").joinpath(f"{language}.po").read_bytes()
    texts = [
        text
        for message in read_po(io.BytesIO(source), locale=language.value)
        if str(message.id if isinstance(message.id, str) else message.id[0]).startswith(_KEYS)
        for text in ([message.string] if isinstance(message.string, str) else message.string or ())
    ]
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))
