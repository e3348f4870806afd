"""Days of something else that is told in the past beside trainings to come: „pięć lat temu", „zmieniły się 1 września".

Corrects the roles that single days were given; knows no titles and no lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.announcement.language import words
from domain.announcement.layout.days import Dated
from domain.announcement.layout.page import Page
from domain.announcement.trainings import tenses
from domain.announcement.trainings.role import Role

MONTHS = 10
"""Months before the latest day of a text, from which on a day told in the past is a memory."""
NEAR = 25
"""Signs between „lat temu" and its day, at most."""
_AGO = re.compile(rf"(?<!\w)(?:{words.alternatives('before', 'ago')})(?!\w)[^\w]*(?:\w+ ){{0,2}}$")
_HANGS = re.compile(rf" ?(?:{words.alternatives('before', 'hangs')})(?!\w)")
"""What a clause begins with that hangs on another: „(przypominamy,) że zasady zmieniły się"."""
_OPEN = frozenset({Role.EVENT, Role.MENTIONED})


def corrected(page: Page, found: Sequence[Role]) -> list[Role]:
    """Return the roles with the days made others that the text only remembers."""
    told = [_month(each) for each, role in zip(page.days, found, strict=True) if role is Role.EVENT]
    return [
        Role.OTHER if role in _OPEN and _remembered(page, dated, role, told) else role
        for dated, role in zip(page.days, found, strict=True)
    ]


def _remembered(page: Page, dated: Dated, role: Role, told: Sequence[int]) -> bool:
    """Tell whether a day is only remembered; ``told`` are the months of trainings."""
    if dated.ranged or page.segment_at(dated.start).labels:
        return False
    clause = tenses.clause(page, dated.start, dated.end)
    if role is Role.MENTIONED and _HANGS.match(page.folded, *clause) and tenses.was(page, clause):
        return True
    low, high = page.sentence(dated.start)
    others = len(told) > (role is Role.EVENT)
    if others and _AGO.search(page.folded, max(low, dated.start - NEAR), dated.start):
        return True
    age = max(told, default=0) - _month(dated)
    return dated.first.year is not None and age >= MONTHS and tenses.over(page, (low, high))


def _month(dated: Dated) -> int:
    """Return the month of a day counted from the first of all, nothing for one without a year."""
    return dated.first.year * 12 + dated.first.month if dated.first.year else 0
