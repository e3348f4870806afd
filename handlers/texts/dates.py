"""Days and hours in words, on the clock of the training's zone. Never guesses an hour, never shows one as 0:00."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from babel.dates import format_date

from domain.dates import MIDNIGHT, local
from handlers.texts.catalogue import tie
from handlers.texts.markup import Markup

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from zoneinfo import ZoneInfo

    from domain.official import Language
    from domain.training import Training
    from domain.wall import Wall
    from handlers.texts import Words

A_WEEK: Final = 7
_NEAR: Final = ("day.today", "day.tomorrow", "day.after_tomorrow")
_UNTIL_NEAR: Final = ("until.today", "until.tomorrow", "until.after_tomorrow")
_ON: Final = (
    "day.on_monday",
    "day.on_tuesday",
    "day.on_wednesday",
    "day.on_thursday",
    "day.on_friday",
    "day.on_saturday",
    "day.on_sunday",
)
_BY: Final = (
    "day.by_monday",
    "day.by_tuesday",
    "day.by_wednesday",
    "day.by_thursday",
    "day.by_friday",
    "day.by_saturday",
    "day.by_sunday",
)


def today(words: Words, zone: ZoneInfo) -> date:
    """Return the day that the wall clock of a zone shows now."""
    return local(words.now, zone).date()


def clock(hour: time) -> Markup:
    """Return an hour: ``9:00``."""
    return Markup(f"{hour.hour}:{hour.minute:02}")


def month(words: Words, first: date) -> Markup:
    """Return a month by itself: ``wrzesień 2024``."""
    return _written(words, first, "LLLL y")


def short(words: Words, training: Training) -> Markup:
    """Return when it starts, for a list: ``czw., 12 września, 9:00``, ``dziś, 9:00``, ``dziś, do 7 września``."""
    start, now = training.details.start, today(words, training.zone)
    last = _last(training)
    if start.day <= now <= last and start.day < last:
        return words("date.until_day", day=day(words, last, now))
    if start.day < last:
        return _days(words, start.day, last, now, "EEE")
    name = _short_day(words, start.day, now)
    return words("date.short", day=name, hour=clock(start.hour)) if start.hour else name


def dated(words: Words, training: Training) -> Markup:
    """Return when it starts by date, however near, its month in full: ``czw., 12 września, 9:00``, ``6–7 września``."""
    start, last, now = training.details.start, _last(training), today(words, training.zone)
    if start.day < last:
        return _range(words, start.day, last, now)
    name = _written(words, start.day, words.plain("qa.pattern") + _year(start.day, now))
    return words("date.short", day=name, hour=clock(start.hour)) if start.hour else name


def full(words: Words, training: Training) -> Markup:
    """Return when it takes place: ``czwartek, 12 września 2024, godz. 9:00–12:00``."""
    details = training.details
    return span(words, details.start, details.end, training.zone, daily=details.daily_hours)


def span(words: Words, start: Wall, end: Wall | None, zone: ZoneInfo, daily: tuple[time, time] | None = None) -> Markup:
    """Return a stretch of time: one day or several, with the hours that are known."""
    now = today(words, zone)
    last = end.day if end else start.day
    days = _days(words, start.day, last, now)
    several = last > start.day
    if daily and (several or not start.hour):
        return words("date.daily" if several else "date.at", day=days, hours=_hours(*daily))
    if not start.hour:
        return words("date.unknown_hours" if several else "date.unknown_hour", day=days)
    if not several or not end:
        return words("date.at", day=days, hours=_hours(start.hour, end.hour if end else None))
    if not end.hour:
        return words("date.from", day=days, hour=clock(start.hour))
    return words("date.span", start=wall(words, start, zone), end=wall(words, end, zone))


def wall(words: Words, moment: Wall, zone: ZoneInfo) -> Markup:
    """Return a day with its hour if one is known: ``czwartek, 12 września, godz. 9:00``."""
    name = _weekday(words, moment.day, today(words, zone))
    return words("date.at", day=name, hours=clock(moment.hour)) if moment.hour else name


def day(words: Words, which: date, now: date) -> Markup:
    """Return a day of the year: ``12 września``, with the year unless it is this one."""
    return _written(words, which, "d MMMM" + _year(which, now))


def brief_day(words: Words, moment: Wall) -> Markup:
    """Return a day in figures with its weekday and year, and its hour if known: ``czw., 12.09.2024, 9:00``."""
    name = _written(words, moment.day, words.plain("pattern.figures"))
    return words("date.short", day=name, hour=clock(moment.hour)) if moment.hour else name


def on_day(words: Words, which: date, now: date) -> Markup:
    """Return the day on which something happens: ``jutro``, ``w czwartek``, ``we wtorek, 5 maja``."""
    ahead = (which - now).days
    if 0 <= ahead < len(_NEAR):
        return words(_NEAR[ahead])
    name = words(_ON[which.weekday()])
    return name if 0 < ahead < A_WEEK else words("day.on_date", day=name, date=day(words, which, now))


def moment(words: Words, instant: datetime, zone: ZoneInfo) -> Markup:
    """Return when something happens: ``w środę o 14:00``, ``jutro o 8:00``, ``we wtorek, 5 maja, o 12:00``."""
    then, now = local(instant, zone), today(words, zone)
    near = 0 <= (then.date() - now).days < A_WEEK
    return words("moment.near" if near else "moment.far", day=on_day(words, then.date(), now), hour=clock(then.time()))


def start(words: Words, training: Training) -> Markup:
    """Return when to come: ``w czwartek o 9:00``, ``we wtorek, 5 maja``."""
    begins = training.details.start
    if begins.hour:
        return moment(words, training.starts_at, training.zone)
    return on_day(words, begins.day, today(words, training.zone))


def until(words: Words, instant: datetime, zone: ZoneInfo) -> Markup:
    """Return until when: ``dziś do 12:00``, ``do jutra do 8:00``, ``do wtorku, 17 września, do 12:00``."""
    then, now = local(instant, zone), today(words, zone)
    if midnight := then.time() == MIDNIGHT:
        then -= timedelta(days=1)
    ahead = (then.date() - now).days
    if 0 <= ahead < len(_UNTIL_NEAR):
        key = "until.near_day" if midnight else "until.near"
        return words(key, day=words(_UNTIL_NEAR[ahead]), hour=clock(then.time()))
    name, date = words(_BY[then.weekday()]), day(words, then.date(), now)
    return words("until.far_day" if midnight else "until.far", day=name, date=date, hour=clock(then.time()))


def deadline(words: Words, stated: Wall, zone: ZoneInfo) -> Markup:
    """Return a deadline to follow "until": ``11 września, 12:00``."""
    name = day(words, stated.day, today(words, zone))
    return words("date.short", day=name, hour=clock(stated.hour)) if stated.hour else name


def passed(words: Words, stated: Wall, zone: ZoneInfo) -> Markup:
    """Return when something came to its end: ``11 września o 12:00``."""
    name = day(words, stated.day, today(words, zone))
    return (
        words("date.passed", day=name, hour=clock(stated.hour)) if stated.hour else words("date.passed_day", day=name)
    )


def _hours(start: time, end: time | None) -> Markup:
    return Markup(f"{clock(start)}–{clock(end)}") if end else clock(start)


def _last(training: Training) -> date:
    end = training.details.end
    return end.day if end else training.details.start.day


def _days(words: Words, first: date, last: date, now: date, weekday: str = "EEEE") -> Markup:
    """Return a day, or several as a range: ``środa–czwartek, 6–7 września``."""
    if last <= first:
        return _weekday(words, first, now)
    names = Markup(f"{_written(words, first, weekday)}–{_written(words, last, weekday)}")
    return words("date.day", weekday=names, day=_range(words, first, last, now))


def _range(words: Words, first: date, last: date, now: date) -> Markup:
    if first.year != last.year:
        return Markup(f"{_written(words, first, 'd MMMM y')}–{_written(words, last, 'd MMMM y')}")
    if first.month != last.month:
        return Markup(f"{_written(words, first, 'd MMMM')}–{day(words, last, now)}")
    return Markup(f"{first.day}–{day(words, last, now)}")


def _short_day(words: Words, which: date, now: date) -> Markup:
    if which in (now, now + timedelta(days=1)):
        return words(_NEAR[(which - now).days])
    return _written(words, which, words.plain("pattern.short") + _year(which, now))


def _weekday(words: Words, which: date, now: date) -> Markup:
    return words("date.day", weekday=_written(words, which, "EEEE"), day=day(words, which, now))


def _year(which: date, now: date) -> str:
    return "" if which.year == now.year else " y"


def _written(words: Words, which: date, pattern: str) -> Markup:
    return _formatted(which, pattern, words.language)


@lru_cache(maxsize=4096)
def _formatted(which: date, pattern: str, language: Language) -> Markup:
    return Markup(tie(format_date(which, pattern, locale=language.value), language))
