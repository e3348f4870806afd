"""The fields of a draft in words: their names, what they state, and how to state it. Never imports telegram."""

from __future__ import annotations

import html
from itertools import chain
from typing import TYPE_CHECKING, Final

from domain import gaps
from domain.stating import Field
from domain.training import Admission
from handlers.replies import differences
from handlers.replies.announcing.doubts import with_year
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, units

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zoneinfo import ZoneInfo

    from domain.announced import Drafted
    from domain.announcement import Fact
    from domain.training import Draft, Eligibility
    from handlers.texts import Words

LONGEST_ITEM: Final = 100
PAGES: Final[tuple[tuple[Field, ...], ...]] = (
    (
        Field.TITLE,
        Field.WHEN,
        Field.PLACE,
        Field.ONLINE,
        Field.CAPACITY,
        Field.WAITING_LIST,
        Field.DEADLINE,
        Field.SIGNUP_URL,
        Field.PRICE,
        Field.CONTACT,
    ),
    (
        Field.AUDIENCE,
        Field.LEVEL,
        Field.SPEAKERS,
        Field.CERTIFICATE,
        Field.KIND,
        Field.TOPICS,
        Field.SUMMARY,
        Field.AGENDA,
        Field.ELIGIBILITY,
        Field.MINIMUM,
        Field.NOTE,
    ),
)
"""The fields of a draft's two pages, in their order."""
_STATED: Final[Mapping[Field, str]] = {
    Field.WHEN: "start",
    Field.HOURS: "start",
    Field.ONLINE: "mode",
    Field.DEADLINE: "signup_deadline",
    Field.PRICE: "price_pln",
}
_ADMISSIONS: Final = {
    Admission.ALL: "draft.eligibility.all",
    Admission.MEMBERS: "draft.eligibility.members",
    Admission.LIST: "draft.eligibility.list",
}


def page_of(field: Field) -> int:
    """Return the page of a draft on which a field stands, from 1."""
    return next((number for number, page in enumerate(PAGES, start=1) if field in page), 1)


def facts(field: Field) -> tuple[Fact, ...]:
    """Return the facts of a text that state a field."""
    return gaps.FACTS.get(Field.WHEN if field is Field.HOURS else field, ())


def name(words: Words, field: Field) -> Markup:
    """Return the name of a field."""
    return words(f"draft.name.{field}")


def stated(draft: Draft, field: Field) -> bool:
    """Tell whether a draft states a field."""
    return getattr(draft, _STATED.get(field, field.value)) is not None or (
        field is Field.ONLINE and draft.online_url is not None
    )


def value(words: Words, zone: ZoneInfo, draft: Draft, field: Field, longest: int) -> Markup:
    """Return what a draft states in a field that it states; texts are cut to so many characters."""
    match field:
        case Field.WHEN | Field.HOURS:
            return differences.value(with_year(words), zone, draft, "start")
        case Field.DEADLINE if draft.signup_deadline:
            return dates.wall(with_year(words), draft.signup_deadline, zone)
        case Field.ONLINE:
            return _online(words, zone, draft, longest)
        case Field.AGENDA:
            return words.plural("draft.items", len(draft.agenda or ()))
        case Field.ELIGIBILITY if draft.eligibility:
            return _admission(words, draft.eligibility)
        case Field.MINIMUM:
            return _minimum(words, zone, draft)
        case _:
            told = differences.value(words, zone, draft, _STATED.get(field, field.value))
            return escape(str(html.unescape(told)), longest)


def items(draft: Draft, longest: int) -> list[Markup]:
    """Return the items of an agenda as they are typed, a line each, as many as so many characters hold."""
    told: list[Markup] = []
    for each in draft.agenda or ():
        hours = "–".join(dates.clock(wall.hour) for wall in (each.start, each.end) if wall and wall.hour)
        told.append(escape(f"{hours} {each.title}", LONGEST_ITEM))
        if units(lines(*told)) > longest:
            return [*told[:-1], Markup("…")]
    return told


def _admission(words: Words, rule: Eligibility) -> Markup:
    """Return who may sign up, and how many of one institution."""
    limit = words.plural("card.per_institution", rule.per_institution) if rule.per_institution is not None else None
    return Markup(", ".join(filter(None, (words(_ADMISSIONS[rule.who]), limit))))


def _online(words: Words, zone: ZoneInfo, draft: Draft, longest: int) -> Markup:
    mode = differences.value(words, zone, draft, "mode") if draft.mode else None
    link = escape(draft.online_url, longest) if draft.online_url else None
    return Markup(", ".join(filter(None, (mode, link))))


def _minimum(words: Words, zone: ZoneInfo, draft: Draft) -> Markup:
    if not draft.minimum:
        return words("edit.nothing")
    people = words.plural("draft.people", draft.minimum.people)
    if not draft.minimum.decide_by:
        return people
    return words("draft.minimum", people=people, day=dates.wall(with_year(words), draft.minimum.decide_by, zone))


def excerpt(drafted: Drafted, field: Field, text: str | None, longest: int) -> Markup | None:
    """Return the words of the announcement that a field came from, in their order; ``None`` when it was typed."""
    spans = [span for fact in facts(field) if (span := drafted.found.evidence.get(fact))]
    if not text or not spans:
        return None
    quoted: list[tuple[int, int]] = []
    for start, end in sorted({(span.start, span.end) for span in spans}):
        if quoted and start <= quoted[-1][1]:
            quoted[-1] = quoted[-1][0], max(end, quoted[-1][1])
        else:
            quoted.append((start, end))
    said = " … ".join(chain(text[start:end] for start, end in quoted))
    return escape(said, longest)
