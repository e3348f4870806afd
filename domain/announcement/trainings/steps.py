"""Steps of a programme on which nobody meets: „4 lutego Ogłoszenie wyników", „17–28 stycznia Możesz się zapisać".

Corrects the roles that single days were given; knows no titles and no lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.announcement.language import words
from domain.announcement.layout.days import Dated
from domain.announcement.layout.page import Page, beginning
from domain.announcement.trainings.role import Role

_ACT, _OBJECT = words.alternatives("steps", "act"), words.alternatives("steps", "object")
_ASKS, _SIGNUP = words.alternatives("steps", "asks"), words.alternatives("before", "signup")
_STEP = re.compile(
    rf"[\s,:|)–—-]*(?:(?:r|roku)\b\.?[\s,:–—-]*)?(?:(?:{_ACT}) (?:\w+ ){{0,2}}?(?:{_OBJECT})(?!\w)"
    rf"|(?:{_ASKS})(?!\w)[^.;]{{0,40}}?(?<!\w)(?:{_SIGNUP})(?!\w)"
    rf"|(?:{_OBJECT})(?: (?:{words.alternatives('steps', 'of')})(?!\w)[^.;]*|\W*$))"
)


def corrected(page: Page, found: Sequence[Role]) -> list[Role]:
    """Return the roles with those made others whose line goes on with a step, where people come on other days."""
    steps = {index for index, role in enumerate(found) if role is Role.EVENT and _step(page, page.days[index])}
    others = any(role is Role.EVENT and index not in steps for index, role in enumerate(found))
    return [Role.OTHER if others and index in steps else role for index, role in enumerate(found)]


def _step(page: Page, dated: Dated) -> bool:
    """Tell whether a day is followed by a step in its line, and by no kind of training."""
    line = page.line_at(dated.start)
    step = _STEP.match(page.folded, dated.end, line.end)
    return step is not None and not beginning(page.kinds, step.end(), line.end)
