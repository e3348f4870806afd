"""Re-pasting: which trainings an announcement speaks of that are known already, and what it tells of them anew."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final, TypeVar

from rapidfuzz import fuzz

from domain.folding import fold
from domain.training import Contact, Place, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from domain.training import Draft

Known = TypeVar("Known")
Part = TypeVar("Part", Place, Contact)

SAME_TITLE: Final = 90.0
"""Out of a hundred: so alike that they are one title, or one with a slip or an added subtitle."""
ALIKE: Final = 60.0
"""Enough on the same day at the same hour, where two trainings seldom are."""


def matched(drafts: Sequence[Draft], known: Sequence[Known], of: Callable[[Known], Draft]) -> list[Known | None]:
    """Return for each draft what it speaks of among the known, each of them at most once; ``None`` = it is new.

    The same title on the same day comes first, then an alike one on the same day, then the same title on another day if
    it is the only one: a training that was moved.
    """
    found: list[Known | None] = [None] * len(drafts)
    free = list(known)
    for fits in (_same, _alike_on_the_day, _moved):
        for at, draft in enumerate(drafts):
            if found[at] is None and (one := _only([each for each in free if fits(draft, of(each))], fits)):
                found[at] = one
                free = [each for each in free if each is not one]
    return found


def _only(fitting: list[Known], fits: object) -> Known | None:
    """Return the first that fits; where only the day tells trainings apart, nothing unless it is the only one."""
    return fitting[0] if fitting and (len(fitting) == 1 or fits is not _moved) else None


def _likeness(draft: Draft, known: Draft) -> float:
    one, other = fold(draft.title or ""), fold(known.title or "")
    if not one or not other:
        return 0.0
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other), _leading(one, other))


def _leading(one: str, other: str) -> float:
    """Return full likeness when one title only adds to the other."""
    shorter, longer = sorted((one, other), key=len)
    return 100.0 if longer.startswith(shorter) and len(shorter.split()) > 1 else 0.0


def _on_the_day(draft: Draft, known: Draft) -> bool:
    return draft.start is not None and known.start is not None and draft.start.day == known.start.day


def _same(draft: Draft, known: Draft) -> bool:
    return _on_the_day(draft, known) and _likeness(draft, known) >= SAME_TITLE


def _alike_on_the_day(draft: Draft, known: Draft) -> bool:
    return _on_the_day(draft, known) and draft.start == known.start and _likeness(draft, known) >= ALIKE


def _moved(draft: Draft, known: Draft) -> bool:
    return _likeness(draft, known) >= SAME_TITLE


def repeated(draft: Draft, known: Draft) -> bool:
    """Tell whether one is the other once more: its title, its day, and no other hour or house."""
    titled = bool(draft.title) and fold(draft.title or "") == fold(known.title or "")
    hours = {each.start.hour for each in (draft, known) if each.start and each.start.hour}
    houses = {fold(each.place.name) for each in (draft, known) if each.place and each.place.name}
    return titled and _on_the_day(draft, known) and len(hours) <= 1 and len(houses) <= 1


def laid_over(known: Draft, told: Draft) -> Draft:
    """Return what is known with what a text tells anew: what it leaves out stays as it was, places and people in part.

    An hour that only the known one has stays as long as the day does. Who moves or cancels a training calls it by any
    word for one, „szkolenie" for a workshop: its kind stays.
    """
    values = {each.name: getattr(told, each.name) for each in fields(told)}
    stated = {name: value for name, value in values.items() if value is not None}
    if told.start and known.start and told.start.day == known.start.day and told.start.hour is None:
        stated.pop("start")
        stated.pop("end", None)
    elif told.start and known.start and told.end is None and told.start != known.start:
        stated["end"] = None
    if told.status is Status.PLANNED and known.status is Status.MOVED:
        stated.pop("status")
    if told.status is not Status.PLANNED and known.kind is not None:
        stated.pop("kind", None)
    stated["place"] = _joined(known.place, told.place)
    stated["contact"] = _joined(known.contact, told.contact)
    if known.eligibility and told.eligibility:
        stated["eligibility"] = replace(known.eligibility, per_institution=told.eligibility.per_institution)
    return replace(known, **stated)


def _joined(known: Part | None, told: Part | None) -> Part | None:
    if known is None or told is None:
        return told or known
    told_parts = {each.name: getattr(told, each.name) for each in fields(told)}
    return replace(known, **{name: value for name, value in told_parts.items() if value is not None})
