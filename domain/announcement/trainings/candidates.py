"""The days of a text on which people come, before anything is known of their titles.

Reads the roles of days; leaves out texts that are about something else: a tender, a vacancy, a contest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.announcement.language import words
from domain.announcement.layout.days import Dated
from domain.announcement.layout.page import Page, beginning
from domain.announcement.trainings import tenses
from domain.announcement.trainings.role import Role
from domain.announcement.trainings.roles import leads

SENTENCE = 160
"""A longer line is prose."""
HEADS = 6
"""Lines among which the headline of a text is looked for."""
_TOPIC = words.phrase("refusals", "topics")
_HEADED = words.phrase("refusals", "headed")
_INVITES = re.compile(r"(?<!\w)(?:zaprasza\w*|zaproszenie|invit\w+)(?!\w)")
_JOINED = re.compile(r"[^.;:|]{0,60}(?: i| oraz| a|,)(?: w dniu| dnia)? ")
_LEAD_WORDS = re.compile(
    r"dni\w+|grup\w+|edycj\w+|termin\w*|dzien|data|kiedy|zjazd|tura|spotkanie|modul|czesc|dnia|planowan\w+|from|when|date|starting"
)


def found(page: Page, roles: Sequence[Role]) -> list[Dated]:
    """Return the days that people come on; with none, those that nothing tells about, if the text invites at all."""
    told = [dated for dated, role in zip(page.days, roles, strict=True) if role is Role.EVENT]
    mentioned = [dated for dated, role in zip(page.days, roles, strict=True) if role is Role.MENTIONED]
    mentioned = [] if len(mentioned) > 1 and all(_was(page, each) for each in mentioned) else mentioned
    if _elsewise(page, min((dated.start for dated in [*told, *mentioned]), default=0)):
        return []
    invites = bool(page.kinds or _INVITES.search(page.folded)) or any(
        line.bearing("signup", "deadline", "speakers") for line in page.lines
    )
    if told:
        listed = [
            each for each in told if leading(page, each) or page.segment_at(each.start).labels or leads(page, each)
        ]
        return told if invites or listed else []
    return mentioned if invites or (mentioned and len(page.lines) <= 3) else []  # noqa: PLR2004 -- a note


def _was(page: Page, dated: Dated) -> bool:
    """Tell whether a day is told of in the past, as all are in a digest of news: „Rząd przyjął projekt (4 maja)"."""
    around = tenses.clause(page, dated.start, dated.end), page.sentence(dated.start)
    return any(tenses.was(page, each) for each in around)


def reach(page: Page, dated: Dated, following: int) -> int:
    """Return how far a title of a day may stand in its sentence: up to the next day, over one that is joined to it.

    „11 grudnia w Lipianach i 13 grudnia w Pełczycach odbyły się warsztaty" are the same on both days.
    """
    end = page.sentence(dated.start)[1]
    joined = following < end and _JOINED.fullmatch(page.folded, dated.end, following)
    return end if joined and not beginning(page.kinds, dated.end, following) else min(following, end)


def _elsewise(page: Page, first: int) -> bool:
    """Tell whether what stands above the first day is about something else: a tender, a vacancy, a contest."""
    above = [line for line in page.lines[:HEADS] if line.end <= first]
    if not page.kinds and any(_TOPIC.search(page.folded, line.body, line.end) for line in above):
        return True
    heads = [line for line in above if line.end - line.body <= SENTENCE]
    told = any(_HEADED.match(page.folded, line.body, line.end) for line in heads)
    return told and not _INVITES.search(page.folded)


def leading(page: Page, dated: Dated) -> bool:
    """Tell whether nothing but „w dniu", a number or a sign stands before a day in its line."""
    line = page.line_at(dated.start)
    lead = _LEAD_WORDS.sub("", page.folded[line.body : dated.start])
    return len(lead) <= 12 and not re.search(r"[a-z]{4,}", lead)  # noqa: PLR2004 -- „w dniu", a sign
