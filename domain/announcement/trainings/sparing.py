"""Days that belong to titles, and so hide none of them: „Zmiany w kodeksie od 1 stycznia".

Knows the roles of days and the look of headlines; decides not which of them names a training.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.announcement.layout.days import Dated
from domain.announcement.layout.page import Page, Range
from domain.announcement.trainings import headlines
from domain.announcement.trainings.role import Role

_GOVERNS = re.compile(r"[^\W\d_]{3,} (?:od|do|po|przed|na|z)(?: dnia)? $")


def titled(page: Page, roles: Sequence[Role]) -> frozenset[Range]:
    """Return the days that belong to titles: of another thing, in the line of a training's day or in a headline."""
    told = list(zip(page.days, roles, strict=True))
    numbers = {page.line_at(dated.start).number for dated, role in told if role is Role.EVENT}
    return frozenset(
        (dated.start, dated.end)
        for dated, role in told
        if (role is Role.OTHER and page.line_at(dated.start).number in numbers)
        or (role in {Role.OTHER, Role.MENTIONED} and numbers and _governed(page, dated))
    )


def _governed(page: Page, dated: Dated) -> bool:
    """Tell whether a day in a headline only says from when its subject is: „Zmiany w kodeksie od 1 stycznia"."""
    line = page.line_at(dated.start)
    plain = not any(segment.labels for segment in line.segments) and headlines.headlike(page, line.body, line.end)
    return plain and bool(_GOVERNS.search(page.folded, line.body, dated.start))
