"""What groups the days of a list: cards whose day stands below their heading, and headings above items with days.

Knows lines and days; decides not which days are those of trainings.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.announcement.language import names
from domain.announcement.layout.days import Dated
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import leftovers

FAR = 12
"""Lines above a day in which the town of its paragraph is looked for."""
HIGHEST = 3
"""Lines above its day at which a card begins, at most."""
MANY = 2
"""Cards, or headings, from which on they are a list."""


def cards(page: Page, days: Sequence[Dated]) -> dict[Dated, int]:
    """Return where the card of each day begins, when all days stand equally far below the first lines of theirs."""
    tops = [_top(page, page.line_at(each.start)) for each in days]
    offsets = {page.line_at(day.start).number - top.number for day, top in zip(days, tops, strict=True) if top}
    apart = len({top.number for top in tops if top}) == len(days)
    if len(days) < MANY or None in tops or len(offsets) != 1 or not apart:
        return {}
    return {day: top.start for day, top in zip(days, tops, strict=True) if top}


def _top(page: Page, line: Line) -> Line | None:
    """Return the first line of the paragraph, or the item, in whose second or later line a day stands."""
    if line.bulleted or line.row:
        return None
    near = page.lines[max(0, line.number - HIGHEST) : line.number]
    above = [each for each in near if each.paragraph == line.paragraph]
    if not above or any(segment.labels - {"agenda"} for each in above for segment in each.segments):
        return None
    items = [each for each in above if each.bulleted]
    first = items[-1] if items else above[0]
    begins = bool(items) or first.number == 0 or page.lines[first.number - 1].paragraph != line.paragraph
    return first if begins else None


def headings(page: Page, heads: Sequence[int]) -> list[Range | None]:
    """Return for each head the heading above its items, „Świetlica w Rudnie:", when there are several such headings."""
    found = [_heading(page, page.line_at(each)) for each in heads]
    several = len({line.number for line in found if line}) >= MANY
    return [_whole(page, line) if line and several else None for line in found]


def _whole(page: Page, top: Line) -> Range:
    """Return a heading with the lines of its paragraph that stand above the first day and the first item."""
    end = top.end
    for line in page.lines[top.number + 1 :]:
        dated = beginning(page.days, line.start, line.end)
        if line.paragraph != top.paragraph or line.bulleted or dated:
            break
        end = line.end
    return top.start, end


def _town(page: Page, line: Line) -> Line | None:
    """Return the town that stands alone on top of the paragraph of a line."""
    above = [each for each in page.lines[max(0, line.number - FAR) : line.number] if each.paragraph == line.paragraph]
    top = above[0] if above and not line.row else None
    return top if top and names.geographic(page.text.words(top.body, top.end).strip(" :")) else None


def _continues(page: Page, line: Line) -> bool:
    """Tell whether a line tells the hour of the item above it: „- 26.01 powiat gdański / Pruszcz, godz. 13"."""
    above = page.lines[line.number - 1] if line.number else None
    if above is None or above.paragraph != line.paragraph or not above.bulleted:
        return False
    timed, dated = beginning(page.hours, line.start, line.end), beginning(page.days, above.start, above.end)
    return bool(timed and dated) and not beginning(page.hours, above.start, above.end)


def _heading(page: Page, line: Line) -> Line | None:
    if not line.bulleted:
        return _town(page, line)
    above = next((each for each in reversed(page.lines[: line.number]) if not each.bulleted), None)
    if above is None or beginning(page.days, above.start, above.end) or _continues(page, above):
        return None
    colon = page.folded[above.end - 1] == ":"
    return above if colon or leftovers.placelike(page, above.body, above.end) else None
