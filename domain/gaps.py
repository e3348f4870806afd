"""Gaps: what a draft still lacks, and what remains to be asked after an organiser stated something by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from domain.announcement import Fact, Why, missing
from domain.stating import Field
from domain.training import Contact, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from domain.announcement import Found
    from domain.training import Draft

_NOWHERE: Final = Place()
_NOBODY: Final = Contact()

VALUES: Final[Mapping[Fact, Callable[[Draft], object]]] = {
    Fact.TITLE: lambda draft: draft.title,
    Fact.KIND: lambda draft: draft.kind,
    Fact.START: lambda draft: draft.start,
    Fact.END: lambda draft: draft.end,
    Fact.DAILY_HOURS: lambda draft: draft.daily_hours,
    Fact.PLACE: lambda draft: (draft.place or _NOWHERE).name,
    Fact.CITY: lambda draft: (draft.place or _NOWHERE).city,
    Fact.ROOM: lambda draft: (draft.place or _NOWHERE).room,
    Fact.ONLINE: lambda draft: draft.mode,
    Fact.ONLINE_URL: lambda draft: draft.online_url,
    Fact.SIGNUP_URL: lambda draft: draft.signup_url,
    Fact.SIGNUP_DEADLINE: lambda draft: draft.signup_deadline,
    Fact.CONTACT_NAME: lambda draft: (draft.contact or _NOBODY).name,
    Fact.CONTACT_EMAIL: lambda draft: (draft.contact or _NOBODY).email,
    Fact.CONTACT_PHONE: lambda draft: (draft.contact or _NOBODY).phone,
    Fact.SPEAKERS: lambda draft: draft.speakers,
    Fact.CAPACITY: lambda draft: draft.capacity,
    Fact.PRICE: lambda draft: draft.price_pln,
    Fact.AUDIENCE: lambda draft: draft.audience,
    Fact.AGENDA: lambda draft: draft.agenda,
    Fact.STATUS: lambda draft: draft.status,
}
"""How to read each fact from a draft; ``None`` = not stated."""


FACTS: Final[Mapping[Field, tuple[Fact, ...]]] = {
    Field.TITLE: (Fact.TITLE,),
    Field.KIND: (Fact.KIND,),
    Field.WHEN: (Fact.START, Fact.END, Fact.DAILY_HOURS),
    Field.PLACE: (Fact.PLACE, Fact.CITY, Fact.ROOM),
    Field.ONLINE: (Fact.ONLINE, Fact.ONLINE_URL),
    Field.DEADLINE: (Fact.SIGNUP_DEADLINE,),
    Field.SIGNUP_URL: (Fact.SIGNUP_URL,),
    Field.CAPACITY: (Fact.CAPACITY,),
    Field.PRICE: (Fact.PRICE,),
    Field.AUDIENCE: (Fact.AUDIENCE,),
    Field.SPEAKERS: (Fact.SPEAKERS,),
    Field.CONTACT: (Fact.CONTACT_NAME, Fact.CONTACT_EMAIL, Fact.CONTACT_PHONE),
    Field.AGENDA: (Fact.AGENDA,),
}
"""The facts that stand behind a field: beyond doubt once an organiser has stated it. Other fields no text states."""


def restated(found: Found, draft: Draft, stated: Field | None = None) -> Found:
    """Return what was found with another draft in it: what was stated by hand needs no evidence and no question.

    While the day stays, so do the words that it came from and what its year was taken from.
    """
    kept = {fact for fact, value in VALUES.items() if value(found.draft) == value(draft)}
    settled = FACTS.get(stated, ()) if stated else ()
    if _day(found.draft) == _day(draft):
        kept.add(Fact.START)
    doubts = tuple(
        each
        for each in found.questions
        if each.why is not Why.MISSING and each.about in kept and each.about not in settled
    )
    doubted = {each.about for each in doubts}
    return replace(
        found,
        draft=draft,
        evidence={fact: span for fact, span in found.evidence.items() if fact in kept},
        questions=doubts + tuple(each for each in missing(draft) if each.about not in doubted),
        year_by=found.year_by if Fact.START in kept else None,
    )


def _day(draft: Draft) -> date | None:
    return draft.start.day if draft.start else None
