"""Stating: an organiser's typed answer becomes a part of a draft, or a reason why it cannot. No clock, no Telegram."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from domain import dates
from domain.programme.texts import LONGEST_TITLE
from domain.stating import agenda, order, people, places, texts, times
from domain.stating.field import Field, Misfit, Unclear, UnclearError
from domain.stating.words import says
from domain.training import Admission, Draft, Eligibility, Minimum, Mode
from domain.wall import Wall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

LONGEST_KIND: Final = 40
MOST_TOPICS: Final = 20


def state(draft: Draft, field: Field, text: str, now: datetime, zone: ZoneInfo) -> Draft | Unclear:
    """Return the draft with what a typed answer states, or why it cannot be taken.

    ``now`` is aware, ``zone`` that of the training's hours. „-” and „brak” make a field empty.
    """
    told = texts.cleaned(text)
    try:
        if says(told, "nothing"):
            return _emptied(draft, field)
        return order.checked(_RULES[field](draft, told, dates.local(now, zone)), zone)
    except UnclearError as error:
        return Unclear(error.misfit)


def moment(text: str, now: datetime, zone: ZoneInfo) -> datetime | Unclear:
    """Return the instant to come that a typed answer tells, or why it tells none."""
    try:
        return times.instant(texts.cleaned(text), dates.local(now, zone)).astimezone(now.tzinfo)
    except UnclearError as error:
        return Unclear(error.misfit)


def _emptied(draft: Draft, field: Field) -> Draft:
    match field:
        case Field.TITLE:
            raise UnclearError(Misfit.NEEDED)
        case Field.WHEN:
            return replace(draft, start=None, end=None, daily_hours=None)
        case Field.HOURS:
            return order.without_hours(draft)
        case Field.ONLINE:
            return replace(draft, mode=None, online_url=None)
        case _:
            emptied: dict[str, Any] = {_NAMES.get(field, field.value): None}
            return replace(draft, **emptied)


_NAMES: Final[Mapping[Field, str]] = {Field.DEADLINE: "signup_deadline", Field.PRICE: "price_pln"}


def _when(draft: Draft, text: str, now: datetime) -> Draft:
    return order.timed(draft, times.told(text, now))


def _hours(draft: Draft, text: str, _: datetime) -> Draft:
    return order.timed(draft, times.Told(None, times.hours(text)))


def _place(draft: Draft, text: str, _: datetime) -> Draft:
    if says(text, "online"):
        return replace(draft, mode=Mode.ONLINE, place=None)
    return replace(draft, place=places.place(text, draft.place))


def _online(draft: Draft, text: str, _: datetime) -> Draft:
    mode, link = places.online(text, draft)
    return replace(draft, mode=mode, online_url=link)


def _capacity(draft: Draft, text: str, _: datetime) -> Draft:
    return replace(draft, capacity=None if says(text, "unlimited") else texts.number(text))


def _deadline(draft: Draft, text: str, now: datetime) -> Draft:
    return replace(draft, signup_deadline=Wall(*times.until(text, now)))


def _topics(draft: Draft, text: str, _: datetime) -> Draft:
    topics = [texts.line(each) for each in re.split(r"[,;\n]", text) if each.strip()]
    if len(topics) > MOST_TOPICS:
        raise UnclearError(Misfit.TOO_LONG)
    return replace(draft, topics=tuple(dict.fromkeys(topics)))


def _eligibility(draft: Draft, text: str, _: datetime) -> Draft:
    known = draft.eligibility or Eligibility()
    if says(text, "everybody"):
        return replace(draft, eligibility=Eligibility(per_institution=known.per_institution))
    if says(text, "members"):
        return replace(draft, eligibility=replace(known, who=Admission.MEMBERS))
    raise UnclearError(Misfit.UNREAD)


def _minimum(draft: Draft, text: str, now: datetime) -> Draft:
    """Read „10” and „10 osób do 5.09”."""
    found = re.match(
        r"\D{0,20}(\d+)(?:\s+(?:osób|osoby|people))?(?:[\s,;]+(?=\S))?(.*)", text, re.IGNORECASE | re.DOTALL
    )
    if not found:
        raise UnclearError(Misfit.NO_NUMBER)
    decide_by = Wall(*times.until(found[2], now)) if found[2] else None
    return replace(draft, minimum=Minimum(texts.number(found[1], least=1), decide_by))


_RULES: Final[Mapping[Field, Callable[[Draft, str, datetime], Draft]]] = {
    Field.TITLE: lambda draft, text, _: replace(draft, title=texts.line(text, LONGEST_TITLE)),
    Field.WHEN: _when,
    Field.HOURS: _hours,
    Field.PLACE: _place,
    Field.ONLINE: _online,
    Field.CAPACITY: _capacity,
    Field.WAITING_LIST: lambda draft, text, _: replace(draft, waiting_list=texts.yes(text)),
    Field.DEADLINE: _deadline,
    Field.SIGNUP_URL: lambda draft, text, _: replace(draft, signup_url=texts.link(text)),
    Field.PRICE: lambda draft, text, _: replace(draft, price_pln=texts.price(text)),
    Field.AUDIENCE: lambda draft, text, _: replace(draft, audience=texts.line(text, LONGEST_TITLE)),
    Field.LEVEL: lambda draft, text, _: replace(draft, level=texts.line(text)),
    Field.SPEAKERS: lambda draft, text, _: replace(draft, speakers=people.speakers(text)),
    Field.CONTACT: lambda draft, text, _: replace(draft, contact=people.contact(text)),
    Field.CERTIFICATE: lambda draft, text, _: replace(draft, certificate=texts.yes(text)),
    Field.KIND: lambda draft, text, _: replace(draft, kind=texts.line(text, LONGEST_KIND).lower()),
    Field.TOPICS: _topics,
    Field.SUMMARY: lambda draft, text, _: replace(draft, summary=texts.lines(text)),
    Field.AGENDA: lambda draft, text, now: replace(draft, agenda=agenda.agenda(text, draft, now)),
    Field.ELIGIBILITY: _eligibility,
    Field.MINIMUM: _minimum,
    Field.NOTE: lambda draft, text, _: replace(draft, note=texts.lines(text)),
}
