"""Which trainings a filtered list shows, and what it can be filtered by. Works on what it is given, asks nobody."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from handlers.buttons import ONLINE, ShowList, mark
from handlers.replies import facts, seats
from handlers.texts import dates
from handlers.texts.markup import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from domain.ports import Stored
    from domain.training import Training
    from handlers.buttons.kinds import Filtered
    from handlers.texts import Words


def shown_list(chosen: Filtered) -> ShowList:
    """Return the first page of the list with this filter."""
    return ShowList(1, chosen.topic, chosen.month, chosen.place, chosen.free)


def matching(words: Words, stored: Iterable[Stored], chosen: Filtered) -> list[Stored]:
    """Return the trainings that every part of the filter lets through."""
    return [each for each in stored if _fits(words, each, chosen)]


def _fits(words: Words, stored: Stored, chosen: Filtered) -> bool:
    training = stored.training
    return (
        (not chosen.topic or chosen.topic in _marks(training.details.topics or ()))
        and (not chosen.month or chosen.month in _months(training))
        and (not chosen.place or chosen.place == _spot(training))
        and (not chosen.free or seats.open_now(stored, words.now))
    )


def topics(words: Words, stored: Iterable[Stored], chosen: Filtered) -> list[tuple[str, str, int]]:
    """Return topics as (mark, name, number of trainings), the commonest first, by the rest of the filter."""
    left = matching(words, stored, replace(shown_list(chosen), topic=""))
    return _counted((mark(topic), clean(topic)) for each in left for topic in _once(each.training.details.topics))


def places(words: Words, stored: Iterable[Stored], chosen: Filtered) -> list[tuple[str, str, int]]:
    """Return towns, and online, as (mark, name, number of trainings), the commonest first."""
    left = [each.training for each in matching(words, stored, replace(shown_list(chosen), place=""))]
    return _counted((spot, _name(words, training)) for training in left if (spot := _spot(training)))


def months(words: Words, stored: Iterable[Stored], chosen: Filtered) -> list[tuple[str, str, int]]:
    """Return months as (``2026-05``, name, number of trainings), the next first."""
    left = [each.training for each in matching(words, stored, replace(shown_list(chosen), month=""))]
    counted = _counted((month, month_name(words, month)) for training in left for month in _months(training))
    return sorted(counted)


def active(words: Words, stored: Sequence[Stored], chosen: ShowList) -> Iterator[str]:
    """Yield the names of the parts of the filter that are on; one that nothing is left of is called by its kind."""
    everything = ShowList()
    if chosen.topic:
        named = {sought: name for sought, name, _ in topics(words, stored, everything)}
        yield named.get(chosen.topic, words.plain("filter.topic_gone"))
    if chosen.month:
        yield month_name(words, chosen.month)
    if chosen.place:
        named = {sought: name for sought, name, _ in places(words, stored, everything)}
        yield named.get(chosen.place, words.plain("filter.place_gone"))
    if chosen.free:
        yield words.plain("filter.free")


def month_name(words: Words, month: str) -> str:
    """Return the name of a month written ``2026-05``."""
    year, number = month.split("-")
    return dates.month(words, date(int(year), int(number), 1))


def _counted(found: Iterable[tuple[str, str]]) -> list[tuple[str, str, int]]:
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for sought, name in found:
        names.setdefault(sought, name)
        counts[sought] += 1
    return [(sought, names[sought], number) for sought, number in counts.most_common()]


def _once(stated: Sequence[str] | None) -> list[str]:
    return list({mark(topic): topic for topic in stated or () if clean(topic)}.values())


def _marks(stated: Sequence[str]) -> set[str]:
    return {mark(topic) for topic in stated}


def _months(training: Training) -> list[str]:
    """Return every month that a training touches."""
    start, end = training.details.start.day, (training.details.end or training.details.start).day
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return [f"{each // 12}-{each % 12 + 1:02}" for each in range(first, max(first, min(last, first + 12)) + 1)]


def _spot(training: Training) -> str:
    if facts.online(training):
        return ONLINE
    place = training.details.place
    named = place and (place.city or place.name)
    return mark(named) if named else ""


def _name(words: Words, training: Training) -> str:
    if facts.online(training) or not training.details.place:
        return words.plain("place.online")
    return clean(training.details.place.city or training.details.place.name or "")
