"""Differences: what is stated of a training beside what was stated before, field by field. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.training import Mode, Status
from handlers.replies import facts
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from zoneinfo import ZoneInfo

    from domain.training import Draft
    from handlers.texts import Words

LONGEST_VALUE: Final = 80
NAMES: Final = {
    "title": "doubt.name.title",
    "start": "doubt.name.start",
    "end": "doubt.name.start",
    "daily_hours": "doubt.name.start",
    "place": "doubt.name.place",
    "mode": "doubt.name.online",
    "online_url": "doubt.name.online_url",
    "capacity": "doubt.name.capacity",
    "signup_deadline": "doubt.name.signup_deadline",
    "signup_url": "doubt.name.signup_url",
    "kind": "doubt.name.kind",
    "topics": "edit.name.topics",
    "summary": "edit.name.summary",
    "speakers": "doubt.name.speakers",
    "waiting_list": "edit.name.waiting_list",
    "level": "edit.name.level",
    "audience": "doubt.name.audience",
    "contact": "edit.name.contact",
    "price_pln": "doubt.name.price_pln",
    "certificate": "edit.name.certificate",
    "materials": "edit.name.materials",
    "agenda": "doubt.name.agenda",
    "eligibility": "edit.name.eligibility",
    "minimum": "edit.name.minimum",
    "status": "edit.name.status",
    "note": "edit.name.note",
}
"""Every field in the order in which it is told; the three that make up the hours are told as one."""
_HOURS: Final = ("start", "end", "daily_hours")
_REWRITTEN: Final = ("materials", "agenda", "eligibility", "minimum")
"""Made of too many parts to stand beside their former selves."""
_MODES: Final = {Mode.ON_SITE: "edit.mode.on_site", Mode.ONLINE: "edit.mode.online", Mode.HYBRID: "edit.mode.hybrid"}
_STATUSES: Final = {
    Status.PLANNED: "edit.status.planned",
    Status.CANCELLED: "edit.status.cancelled",
    Status.MOVED: "edit.status.moved",
}


def changed(before: Draft, after: Draft) -> tuple[str, ...]:
    """Return the names of the fields that differ; the hours as the one field ``start``."""
    names = (name for name in NAMES if getattr(before, name) != getattr(after, name))
    return tuple(dict.fromkeys("start" if name in _HOURS else name for name in names))


def differences(words: Words, zone: ZoneInfo, before: Draft, after: Draft) -> list[Markup]:
    """Return a line for every field that differs: ``Termin: czwartek, 12 września → wtorek, 17 września``."""
    return [_difference(words, zone, name, before, after) for name in changed(before, after)]


def fitting(words: Words, told: Sequence[Markup], left: int, more: str = "edit.more") -> Iterator[Markup]:
    """Yield as many lines as fit into so many characters, then how many ``more`` there are."""
    for number, line in enumerate(told):
        left -= units(line) + 1
        if left < 0:
            yield words.plural(more, len(told) - number)
            return
        yield line


def _difference(words: Words, zone: ZoneInfo, name: str, before: Draft, after: Draft) -> Markup:
    label = words(NAMES[name])
    was, now = (value(words, zone, each, name) for each in (before, after))
    if name in _REWRITTEN or was == now:  # they differ beyond what there is room to show
        return words("edit.rewritten", name=label)
    return words("edit.difference", name=label, was=was, now=now)


def value(words: Words, zone: ZoneInfo, stated: Draft, name: str) -> Markup:
    """Return what is stated in a field, in words."""
    if getattr(stated, name) is None:
        return words("edit.nothing")
    read = _VALUES.get(name)
    return read(words, zone, stated) if read else escape(getattr(stated, name), LONGEST_VALUE)


def _when(words: Words, zone: ZoneInfo, stated: Draft) -> Markup:
    if stated.start is None:
        return words("edit.nothing")
    return dates.span(words, stated.start, stated.end, zone, daily=stated.daily_hours)


def _deadline(words: Words, zone: ZoneInfo, stated: Draft) -> Markup:
    return dates.deadline(words, stated.signup_deadline, zone) if stated.signup_deadline else words("edit.nothing")


def _place(words: Words, _: ZoneInfo, stated: Draft) -> Markup:
    return facts.spot(words, stated.place)


def _contact(words: Words, _: ZoneInfo, stated: Draft) -> Markup:
    return facts.person(stated.contact) or words("edit.nothing")


def _price(words: Words, _: ZoneInfo, stated: Draft) -> Markup:
    return facts.cost(words, stated.price_pln) if stated.price_pln is not None else words("edit.nothing")


def _mode(words: Words, _: ZoneInfo, stated: Draft) -> Markup:
    return words(_MODES[stated.mode]) if stated.mode else words("edit.nothing")


def _status(words: Words, _: ZoneInfo, stated: Draft) -> Markup:
    return words(_STATUSES[stated.status])


def _line(name: str) -> Callable[[Words, ZoneInfo, Draft], Markup]:
    return lambda _words, _zone, stated: escape(" ".join(getattr(stated, name).split()), LONGEST_VALUE)


def _topics(words: Words, _: ZoneInfo, stated: Draft) -> Markup:
    return escape(", ".join(stated.topics or ()), LONGEST_VALUE) or words("edit.nothing")


def _speakers(words: Words, _: ZoneInfo, stated: Draft) -> Markup:
    return escape(", ".join(each.name for each in stated.speakers or ()), LONGEST_VALUE) or words("edit.nothing")


def _yes_or_no(name: str) -> Callable[[Words, ZoneInfo, Draft], Markup]:
    return lambda words, _, stated: words("edit.yes" if getattr(stated, name) else "edit.no")


_VALUES: Final[dict[str, Callable[[Words, ZoneInfo, Draft], Markup]]] = {
    "start": _when,
    "place": _place,
    "mode": _mode,
    "signup_deadline": _deadline,
    "topics": _topics,
    "speakers": _speakers,
    "waiting_list": _yes_or_no("waiting_list"),
    "contact": _contact,
    "price_pln": _price,
    "certificate": _yes_or_no("certificate"),
    "status": _status,
    "summary": _line("summary"),
    "note": _line("note"),
}
