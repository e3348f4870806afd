"""Which trainings fit a query: by what they are about, where, with whom, when, and by what else they must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from domain.folding import fold
from domain.question.index import FAINT, Contents, Listed
from domain.question.query import Filter, Query
from domain.question.terms import Sort, Term
from domain.question.when import When
from domain.training import Admission, Mode, Status, Training

FLOOR: Final = 0.5
"""The share of what a question says of its subject that a training must have."""
BESIDE_TITLE: Final = 0.3
"""How much a word tells that is not part of the title beside one that is said."""
NEAR_BEST: Final = 0.8
FAR_IN_TITLE: Final = 0.1
"""How much an unknown word tells beside words that stand as in a title."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The trainings that fit, by start, and how much of what was said of the subject the best of them has (0–1)."""

    numbers: tuple[int, ...]
    share: float


def matched(query: Query, index: Contents, now: datetime) -> Matched:
    """Return the trainings that fit; seats are not looked at here, for they change by the minute."""
    possible = _possible(query, index)
    instant = now.timestamp()
    best = Matched((), 0.0)
    for over in _eras(query, now.date()):
        era = (each for each in possible if (each.ends_at <= instant) is over)
        best = _narrowed(query, index, [each.number for each in era if fits(each, query)])
        if best.numbers:
            break
    return best


def _possible(query: Query, index: Contents) -> Iterable[Listed]:
    """Return the trainings that have any of what is named, by start: the only ones worth looking at."""
    kinds = query.of(Sort.KIND)
    strong = tuple(term for term in query.of(Sort.SUBJECT) if not term.weak)
    groups = [query.of(Sort.PLACE), query.of(Sort.PERSON), strong, () if _loosely(kinds, index) else kinds]
    found = [set[int]().union(*(term.found for term in terms)) for terms in groups if terms]
    if not found:
        return index.listed.values()
    return sorted((index.listed[number] for number in set.intersection(*found)), key=lambda each: each.place)


def _eras(query: Query, today: date) -> tuple[bool, ...]:
    """Return what is looked through, in order: what is not over, or what is over if the question asks for that.

    What is over is also found when it is named by its title.
    """
    days = query.when.days if query.when else ()
    gone = bool(days) and all(span.last is not None and span.last < today for span in days)
    if query.past or gone:
        return (True, False) if query.topical else (True,)
    return (False, True) if query.topical and not query.many and not query.when else (False,)


def fits(listed: Listed, query: Query) -> bool:
    """Tell whether a training has the day, hour, price and the rest that a query wants."""
    details = listed.training.details
    if query.when and not _timely(listed, query.when):
        return False
    if query.price and not query.price.hold(details.price_pln):
        return False
    if any(listed.number in term.found for term in query.without):
        return False
    if query.never and _timely(listed, query.never):
        return False
    if any(_FILTERS[each](listed.training) for each in query.lacking):
        return False
    return all(_FILTERS[each](listed.training) for each in query.filters if each in _FILTERS)


def _timely(listed: Listed, when: When) -> bool:
    if when.days and not any(days.touches(listed.first, listed.last) for days in when.days):
        return False
    window = when.window
    if window is None:
        return True
    if listed.hour is None:
        return False
    return (window.opening is None or window.opening <= listed.hour) and (
        window.closing is None or listed.hour <= window.closing
    )


def level_of(training: Training) -> Filter | None:
    """Return which of the three levels a stated level is, if any."""
    level = fold(training.details.level or "")
    if "sredni" in level or "intermediate" in level:
        return Filter.INTERMEDIATE
    if "zaawansowan" in level or "advanced" in level or "eksper" in level:
        return Filter.ADVANCED
    basic = ("podstaw", "poczatk", "basic", "beginner", "wstep")
    return Filter.BASIC if any(word in level for word in basic) else None


def attendable_online(training: Training) -> bool:
    """Tell whether people can attend without travelling."""
    mode = training.details.mode
    return mode in {Mode.ONLINE, Mode.HYBRID} or (mode is None and bool(training.details.online_url))


def _members(training: Training) -> bool:
    rule = training.details.eligibility
    return rule is not None and rule.who is Admission.MEMBERS


_FILTERS: Final[Mapping[Filter, Callable[[Training], bool]]] = {
    Filter.ONLINE: attendable_online,
    Filter.ON_SITE: lambda training: training.details.mode is Mode.ON_SITE,
    Filter.HYBRID: lambda training: training.details.mode is Mode.HYBRID,
    Filter.FREE: lambda training: training.details.price_pln == 0,
    Filter.PAID: lambda training: bool(training.details.price_pln),
    Filter.BASIC: lambda training: level_of(training) is Filter.BASIC,
    Filter.INTERMEDIATE: lambda training: level_of(training) is Filter.INTERMEDIATE,
    Filter.ADVANCED: lambda training: level_of(training) is Filter.ADVANCED,
    Filter.CERTIFIED: lambda training: training.details.certificate is True,
    Filter.UNCERTIFIED: lambda training: training.details.certificate is False,
    Filter.MEMBERS: _members,
    Filter.PLANNED: lambda training: training.details.status is not Status.CANCELLED,
    Filter.CANCELLED: lambda training: training.details.status is Status.CANCELLED,
}


def _narrowed(query: Query, index: Contents, numbers: list[int]) -> Matched:
    """Return those that have the places, people and kinds named, and most of the subject."""
    for sort in (Sort.PLACE, Sort.PERSON):
        numbers = _having(numbers, query.of(sort))
    kinds = query.of(Sort.KIND)
    found = _about(query, index, _having(numbers, kinds))
    return found if found.numbers or not _loosely(kinds, index) else _about(query, index, numbers)


def _loosely(kinds: tuple[Term, ...], index: Contents) -> bool:
    """Tell whether the kinds named are ones that people say of anything."""
    return bool(kinds) and all(term.text in index.lexicon.generic for term in kinds)


def _having(numbers: list[int], terms: tuple[Term, ...]) -> list[int]:
    """Return the trainings that have all of the terms, or else any: „w Gdańsku albo w Toruniu”."""
    if not terms:
        return numbers
    every = [number for number in numbers if all(number in term.found for term in terms)]
    return every or [number for number in numbers if any(number in term.found for term in terms)]


def _about(query: Query, index: Contents, numbers: list[int]) -> Matched:
    said = query.of(Sort.SUBJECT)
    strong = tuple(term for term in said if not term.weak)
    otherwise = query.when or query.filters or query.price or query.excluding
    if not strong and not query.of(Sort.PLACE, Sort.PERSON, Sort.KIND) and not query.unknown and not otherwise:
        strong = said
    told = sum(weight for _, weight in query.unknown) * index.weight(0)
    unknown = told * FAR_IN_TITLE if query.titled else told
    if not strong:
        if query.subject_unknown:
            return Matched((), 0.0)
        return Matched(tuple(numbers) if otherwise else _specific(numbers, said), 1.0)
    aside = BESIDE_TITLE if query.titled and query.wordy else 1.0
    weights = [(term, term.weight if term.titled else term.weight * aside) for term in strong]
    whole = sum(weight for _, weight in weights) + unknown
    shares = {
        number: share
        for number in numbers
        if (share := sum(weight for term, weight in weights if number in term.found) / whole) > 0
    }
    best = max(shares.values(), default=0.0)
    if best < FLOOR:
        return Matched((), best)
    kept = [number for number in numbers if shares.get(number, 0.0) >= NEAR_BEST * best]
    return Matched(_specific(_firm(kept, strong), said), best)


def _firm(numbers: list[int], terms: tuple[Term, ...]) -> list[int]:
    """Return the trainings whose own fields have the terms, if there are any, else those whose agenda has them."""
    firm = {number: _count(number, terms, firm=True) for number in numbers}
    most = max(firm.values(), default=0)
    faint = max((_count(number, terms, firm=False) for number in numbers), default=0)
    if most == 0 or (faint > most):
        return numbers
    return [number for number in numbers if firm[number] == most or firm[number] == _count(number, terms, firm=False)]


def _count(number: int, terms: tuple[Term, ...], *, firm: bool) -> int:
    fields = (term.found.get(number, 0) for term in terms)
    return sum(1 for each in fields if each & ~FAINT or (each and not firm))


def _specific(numbers: list[int], terms: Iterable[Term]) -> tuple[int, ...]:
    """Leave out each training that has only some of the terms that another one has."""
    has = {number: frozenset(at for at, term in enumerate(terms) if number in term.found) for number in numbers}
    sets = set(has.values())
    return tuple(number for number in numbers if not any(has[number] < other for other in sets))
