"""Values of an answer that its rows do not give: days, hours, prices, numbers, addresses, names, states told in words.

What rows state as text is taken out of an answer first; whatever is left must follow from them. In a list each line is
held against its own training only.
"""

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final

from domain.dates import local
from domain.ports import Stored
from domain.question import Answer
from handlers.texts.markup import ELLIPSIS, clean
from tests.phrases.claims import states
from tests.phrases.stated import Rows, rows_of
from tests.phrases.wording import Wording, wording

_LEAST: Final = 4
_TELEPHONE: Final = 7
"""Digits from which a number looks like that of a telephone."""
_ITEM: Final = re.compile(r"(\d+)\. ")
_HOUR: Final = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?![\d:])")
_ADDRESS: Final = re.compile(r"\S+://\S+|\S+@\S+|\bwww\.\S+")
_SIGN: Final = re.compile(r"://|@|www")
"""What makes an address of the text around it: „(@)” is somebody's role, and a short one, which is left in."""
_COMMAND: Final = re.compile(r"/(?:zapisz|wypisz|register|withdraw) (\d+)")
_PRICE: Final = re.compile(r"(?<!\d)(\d[\d ]*(?:,\d\d)?) zł|PLN (\d[\d,]*(?:\.\d\d)?)")
_PHONE: Final = re.compile(r"\+?\d[\d -]{5,}\d")
_LEFT_OUT: Final = re.compile(r"… (?:i jeszcze|and) (\d+)")
_NUMBER: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TAKEN: Final = " ¦ "


def invented(text: str, answer: Answer, now: datetime) -> list[str]:
    """Return the values of an answer's plain text that its rows do not give; there should be none."""
    faq = answer.faq
    told = _without(
        "\n".join(map(clean, text.split("\n"))), map(clean, [faq.question, *faq.answer.splitlines()] if faq else [])
    )
    return [value for line in told.splitlines() for value in _in_line(line, answer, wording(answer.language), now)]


def _in_line(line: str, answer: Answer, spoken: Wording, now: datetime) -> Iterator[str]:
    """Yield what a line makes up; one that begins with a number is about the training of that number alone."""
    about: Sequence[Stored] = answer.about
    if len(about) > 1 and (item := _ITEM.match(line)):
        about = [stored for stored in about if stored.training.id == int(item[1])]
        line = line[item.end() :]
        if not about:
            yield f"training {item[1]}"
    rows = rows_of(about, answer)
    rest = _without(line, rows.texts)
    if about:
        told = states(rest, spoken.language)
        yield from (state for state, holds in told if not any(holds(stored, now) for stored in about))
    today = local(now, about[0].training.zone).date() if about else now.date()
    yield from _values(rest, rows, spoken, today)


def _values(rest: str, rows: Rows, spoken: Wording, today: date) -> Iterator[str]:
    signs = [text for text in rows.texts if _short(text) and _SIGN.search(text)]
    rest = yield from _taken(_ADDRESS, rest, lambda found: any(sign in found[0] for sign in signs))
    rest = yield from _taken(_COMMAND, rest, lambda found: int(found[1]) in rows.numbers)
    rest = yield from _taken(_LEFT_OUT, rest, lambda found: int(found[1]) < rows.longest)
    rest = yield from _taken(spoken.days, rest, lambda found: spoken.are_among(found, rows.days, today.year))
    rest = yield from _taken(spoken.weekdays, rest, lambda found: spoken.is_weekday_of(found[0], rows.days))
    if rows.days:
        rest = yield from _taken(spoken.relative, rest, lambda found: spoken.is_in_days(found[0], today) in rows.days)
    rest = yield from _taken(_HOUR, rest, lambda found: found[0] in rows.hours)
    rest = yield from _taken(_PRICE, rest, lambda found: spoken.amount(found[1] or found[2]) in rows.prices)
    rest = yield from _taken(_PHONE, rest, lambda _: False)
    short = {part for text in rows.texts if _short(text) for part in (*_NUMBER.findall(text), *_WORD.findall(text))}
    rest = yield from _taken(_NUMBER, rest, lambda found: int(found[0]) in rows.counts or found[0] in short)
    yield from (
        word for word in _WORD.findall(rest) if not (word.islower() or word.casefold() in spoken.own or word in short)
    )


def _taken(pattern: re.Pattern[str], text: str, holds: Callable[[re.Match[str]], bool]) -> Generator[str, None, str]:
    """Yield the matches that do not hold, and return the text without any of them."""
    yield from (found[0].strip() for found in pattern.finditer(text) if not holds(found))
    return pattern.sub(_TAKEN, text)


def _without(text: str, stated: Iterable[str]) -> str:
    """Return a text without those stated, the longest first, whole or cut short; very short ones are left in."""
    for each in sorted({each for each in stated if not _short(each)}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", _TAKEN, text)
        if ELLIPSIS in text:
            text = _without_beginning(text, each)
    return text


def _without_beginning(text: str, stated: str) -> str:
    """Return a text without the longest beginning of something stated that an ellipsis cuts short in it."""
    cut = next((stated[:end] + ELLIPSIS for end in range(len(stated), 0, -1) if stated[:end] + ELLIPSIS in text), None)
    return text.replace(cut, _TAKEN) if cut else text


def _short(text: str) -> bool:
    """Tell whether a text is left in: few letters, or a number that could be a count, a price or a year."""
    return len(text) < _LEAST or (text.isdecimal() and len(text) < _TELEPHONE)
