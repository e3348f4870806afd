"""The days on which trainings begin, each with its title and the place where the words about it begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.announcement.language import names, words
from domain.announcement.layout.days import Dated
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import (
    candidates,
    entries,
    grouping,
    headlines,
    leftovers,
    openings,
    siblings,
    timetable,
    titles,
    weeks,
)
from domain.announcement.trainings.candidates import leading
from domain.announcement.trainings.role import Role
from domain.announcement.trainings.titles import Title

SENTENCE = 160
"""A longer line is prose."""
_TOLD = words.phrase("before", "happens", "happened")
_HAPPENED = words.phrase("before", "happened")
_TOWN = re.compile(r"(?:^|(?<=[\s,;(]))([A-ZŁŚŻŹĆŃ][^\W\d]+(?:[ -][A-ZŁŚŻŹĆŃ][^\W\d]+){0,2})\s?[:–—(,-]\s?$")
_TERM = re.compile(r"(?:termin|data|kiedy)(?!\w)[^.;]{0,30}$")
_MEETS = re.compile(r"(?<!\w)(?:spotkaja sie|spotkamy sie|spotykamy sie|odbedzie sie|odbeda sie|zbierze sie)(?!\w)")
_SEPARATED = re.compile(r"(?:[\s,(]|r\.|roku|o|w|godz\w*\.?|\d{1,2}[:.]\d\d|\d{1,2}(?= )|\))*[–—:|\t-]")
_RELATIVE = re.compile(r", (?:\w{1,8} )?ktor\w+ [^,.;]{3,120}(?=,)")
"""What a clause says of a thing in the line of a list: „Spotkanie klubu, na którym będzie mowa o drogach, 4.10"."""
_AGAIN = re.compile(
    rf"(?<!\w)(?:{words.alternatives('several', 'choice')}|drug\w+ (?:grup|termin|edycj|tur)\w*"
    rf"|kolejn\w+ (?:termin|edycj|grup)\w*|powtorz\w+)(?!\w)"
    r"|(?<!\w)(?:drug|trzec|czwart|piat|szost|kolejn|nastepn|ostatni)\w* (?:- |– )?$"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day of a training, where the words about it begin, and its title; ``alone`` = its line names no other day."""

    dated: Dated
    head: int
    title: Title | None = None
    alone: bool = True


def anchors(page: Page, hidden: Sequence[Range], roles: Sequence[Role]) -> list[Anchor]:
    """Return the days of trainings in the order of the text."""
    days = candidates.found(page, roles)
    below = weeks.items(page, hidden, days) or timetable.hourly(page, hidden, days)
    below = below or entries.entered(page, hidden, days)
    cards = grouping.cards(page, days)
    found: list[Anchor] = []
    previous = 0
    for index, dated in enumerate(days):
        following = cards.get(later := days[index + 1], later.start) if index + 1 < len(days) else len(page.folded)
        if dated in below:
            found += [Anchor(dated, at.start, title) for at, title in below[dated]]
        elif sites := _sited(page, dated):
            found += sites
        else:
            down = bool(found) and _down(page, hidden, found[-1])
            bounds = max(previous, cards.get(dated, 0)), following
            made = _anchor(page, hidden, dated, bounds, down=down)
            found.append(_carded(page, hidden, made, cards[dated]) if dated in cards else made)
        title = found[-1].title if found else None
        previous = max(dated.end, title.end if title and title.end < following else 0)
    return _meant(page, found if cards else _headless(page, found))


def _carded(page: Page, hidden: Sequence[Range], anchor: Anchor, top: int) -> Anchor:
    """Let a training begin where its card does, by the name that stands there."""
    line = page.line_at(top)
    named = anchor.title if anchor.title and anchor.title.start >= top else None
    named = named or next(leftovers.line_titles(page, hidden, (line.body, line.end), titles.LINE), None)
    return replace(anchor, head=min(anchor.head, top), title=named or anchor.title)


def _sited(page: Page, dated: Dated) -> list[Anchor]:
    """Return a training for each hour of a row that has a house behind each: „10.00 remiza i 13.00 dom kultury"."""
    row = page.row(dated)
    sites = row[1].sites if row else ()
    heads = [page.line_at(dated.start).start, *(low for low, _ in sites[1:])]
    return [Anchor(dated, head) for head in heads] if sites else []


def _headless(page: Page, found: list[Anchor]) -> list[Anchor]:
    """Let the first day of a list begin in its line where the title above is of all: the others have none."""
    first, others = found[:1], found[1:]
    if not others or first[0].title is None or not first[0].alone or any(own(each) for each in others):
        return found
    line = page.line_at(first[0].dated.start)
    above = first[0].title.end <= line.start
    return [replace(first[0], head=line.start) if above else first[0], *others]


def _down(page: Page, hidden: Sequence[Range], anchor: Anchor) -> bool:
    """Tell whether the title of a day that stands alone in its line is below it: so are those that follow."""
    line = page.line_at(anchor.dated.start)
    return anchor.title is not None and anchor.title.start >= line.end and timetable.bare(page, hidden, line)


def _anchor(page: Page, hidden: Sequence[Range], dated: Dated, bounds: Range, *, down: bool) -> Anchor:
    """Find the title that belongs to a day, between the days around it: in its line, in its sentence, or above.

    ``down`` = the one before has its title below.
    """
    previous, following = bounds
    line = page.line_at(dated.start)
    if line.start < previous or following < line.end:
        return _among(page, hidden, dated, previous, min(following, line.end))
    if body := openings.body(page, dated):
        return Anchor(dated, line.start, body)
    if listed(page, dated):
        own = openings.led(page, hidden, line, dated) or _line_title(page, hidden, (line.body, line.end))
        if own:
            return Anchor(dated, _town_above(page, line.number, previous), own)
    alone = timetable.bare(page, hidden, line) if down else _alone(page, hidden, dated, previous)
    if alone and not timetable.numbered(page, dated) and (below := _below(page, hidden, line.number, following)):
        return Anchor(dated, line.start, below)
    if previous and timetable.numbered(page, dated):
        return Anchor(dated, line.start)
    found = titles.best(list(titles.titles(page, hidden, [(line.start, line.end)])))
    if found and found.sure >= titles.PHRASE and not page.segment_at(dated.start).labels:
        return Anchor(dated, line.start, found)
    return _above(page, hidden, dated, previous)


def listed(page: Page, dated: Dated) -> bool:
    """Tell whether a day stands in a line of a list: a row, after a bullet, first, or in a line that is no sentence."""
    line = page.line_at(dated.start)
    piece = page.segment_at(dated.start)
    planned = piece.labels == {"agenda"} and not piece.own and not page.folded[line.body : dated.start].strip()
    if piece.labels and not line.row and not planned and (piece.own or "date" not in piece.labels):
        return False
    if line.row or line.bulleted:
        return True
    first = leading(page, dated)
    if line.end - line.start > SENTENCE and not first:
        return False
    low, high = page.sentence(dated.start)
    if titles.VERB.search(_RELATIVE.sub("", page.folded[low:high])):
        return False
    if not first and _TOLD.search(_RELATIVE.sub("", page.folded[line.start : line.end])):
        return False
    told = page.folded[line.end - 1] == "." and not _SEPARATED.match(page.folded, dated.end, line.end)
    if told and leftovers.spoken(page, line.body, line.end):
        return False
    return line.end - line.start <= SENTENCE or (first and high >= line.end)


def _town_above(page: Page, number: int, previous: int) -> int:
    """Return where a line begins, or the line above it when that is nothing but a town."""
    line = page.lines[number]
    above = page.lines[number - 1] if number else None
    if above and above.start >= previous and not above.bulleted:
        written = page.text.words(above.body, above.end).strip(" :")
        if names.geographic(written.title() if written.isupper() else written):
            return above.start
    return line.start


def _line_title(page: Page, hidden: Sequence[Range], stretch: Range) -> Title | None:
    """Return the title that stands in the line of a day itself."""
    found = [each for each in titles.titles(page, hidden, [stretch]) if each.sure > titles.HEADING]
    line = page.line_at(stretch[0])
    if line.row:
        cells = [each for each in page.pieces([stretch]) if not each.labels]
        left = [
            each for cell in cells for each in leftovers.line_titles(page, hidden, (cell.start, cell.end), titles.LINE)
        ]
        found += sorted(left, key=lambda each: each.start - each.end)[:1]
    else:
        found += leftovers.line_titles(page, hidden, stretch, titles.LINE)
    return titles.best(found)


def _among(page: Page, hidden: Sequence[Range], dated: Dated, previous: int, following: int) -> Anchor:
    """Find the title of one of several days in a line: the surest right before it or right after it."""
    line = page.line_at(dated.start)
    start = max(previous, line.start)
    before = titles.best(
        [each for each in titles.titles(page, hidden, [(start, dated.start)]) if each.sure >= titles.PHRASE]
    )
    limit = max(dated.end, candidates.reach(page, dated, following))
    after = titles.best(
        [each for each in titles.titles(page, hidden, [(dated.end, limit)]) if each.sure >= titles.PHRASE]
    )
    if before and (
        after is None or before.sure >= after.sure or (before.sure > titles.PHRASE and previous <= line.start)
    ):
        kinds = [each.start for each in page.kinds if start <= each.start <= before.start]
        return Anchor(
            dated, line.start if previous <= line.start else min([before.start, *kinds[-1:]]), before, alone=False
        )
    if after is None and previous > line.start and ";" in page.folded[previous : dated.start]:
        rest = leftovers.line_titles(page, hidden, (dated.end, following), titles.LINE)
        after = next((each for each in rest if len(each.value.split()) > 1), None)
    if (match := _TOWN.search(page.text.plain, start, dated.start)) and names.geographic(match[1]):
        return Anchor(dated, match.start(1), after, alone=False)
    first = previous <= line.start and after is None
    return Anchor(dated, line.start if first else dated.start, after, alone=False)


def _alone(page: Page, hidden: Sequence[Range], dated: Dated, previous: int) -> bool:
    """Tell whether a line is nothing but a day and its hour, with no title right above: it stands below."""
    line = page.line_at(dated.start)
    if not timetable.bare(page, hidden, line):
        return False
    above = page.lines[line.number - 1] if line.number else None
    if above is None or above.paragraph != line.paragraph:
        return True
    told = any(segment.labels for segment in above.segments) and above.start >= previous
    return told or not headlines.headlike(page, above.body, above.end)


def _below(page: Page, hidden: Sequence[Range], number: int, following: int) -> Title | None:
    """Return the title in the lines of the same paragraph below a day."""
    lines = [
        each
        for each in page.lines[number + 1 :]
        if each.start < following and each.paragraph == page.lines[number].paragraph
    ]
    found = [each for line in lines for each in titles.titles(page, hidden, [(line.start, line.end)])]
    for line in lines[:2]:
        found += headlines.heading(page, hidden, (line.start, line.end))
        found += [] if found else leftovers.line_titles(page, hidden, (line.body, line.end), titles.PLAIN)
    return titles.best(found)


def _above(page: Page, hidden: Sequence[Range], dated: Dated, previous: int) -> Anchor:
    """Find the title in the lines above: the nearest that is not labelled, and those joined with it."""
    line = page.line_at(dated.start)
    head, paragraph = line.start, -1
    chosen: Title | None = None
    rowed = page.row(dated)
    for other in reversed(page.lines[: line.number]):
        if rowed and rowed[0].local and _passing_on(page, other, line):
            continue
        if other.start < previous or (chosen and other.paragraph != paragraph):
            break
        near = other.number == line.number - 1 and other.paragraph == line.paragraph
        if other.bulleted and not line.bulleted and not near:
            continue
        found = _heading(page, hidden, other.start, other.end)
        if found:
            chosen = found if chosen is None or found.sure > chosen.sure else chosen
            paragraph, head = other.paragraph, other.start
        elif chosen and not any(each.labels for each in other.segments):
            break
    return Anchor(dated, head if chosen else line.start, chosen)


def _passing_on(page: Page, line: Line, below: Line) -> bool:
    """Tell whether a line right above rows of places only leads to them: „Następne gminy:"."""
    leads = line.number == below.number - 1 and page.folded[line.end - 1] == ":"
    return leads and not beginning(page.kinds, line.body, line.end)


def _heading(page: Page, hidden: Sequence[Range], start: int, end: int) -> Title | None:
    found = [each for each in titles.titles(page, hidden, [(start, end)]) if each.sure >= titles.PHRASE]
    return titles.best([*found, *headlines.heading(page, hidden, (start, end))])


def own(anchor: Anchor) -> bool:
    """Tell whether a day has a title that stands with it, not only above all days."""
    return anchor.title is not None and anchor.title.start >= anchor.head


def _meant(page: Page, found: list[Anchor]) -> list[Anchor]:
    """Leave out days in prose that name nothing, where others do: „w ubiegłym roku, 25 września, gościł nas Tczew"."""
    sure = {id(each) for each in found if (each.title or _announced(page, each)) and _sure(page, each)}
    kept: list[Anchor] = []
    single = {(each.dated.first.day, each.dated.first.month) for each in found if len(each.dated.days) == 1}
    for anchor in found:
        titled = any(each.title for each in kept) or bool(sure - {id(anchor)})
        again = any(each.dated.first.same(anchor.dated.first) for each in kept)
        if len(found) == 1 or again or _covers(anchor, single) or not _vague(page, anchor, titled=titled):
            kept.append(anchor)
    return kept or found


def _announced(page: Page, anchor: Anchor) -> bool:
    """Tell whether a line says that a day is that of the training: „Termin spotkania – 9 grudnia"."""
    return bool(_TERM.match(page.folded, page.line_at(anchor.dated.start).body, anchor.dated.start))


def _covers(anchor: Anchor, single: set[tuple[int, int]]) -> bool:
    """Tell whether several days named together are named one by one elsewhere: the days of one training."""
    days = {(each.day, each.month) for each in anchor.dated.days}
    return len(days) > 1 and days <= single


def _vague(page: Page, anchor: Anchor, *, titled: bool) -> bool:
    """Tell whether a day in prose is named in passing only."""
    line = page.line_at(anchor.dated.start)
    if anchor.title and anchor.title.sure >= titles.LINE:
        return False
    if listed(page, anchor.dated) or page.segment_at(anchor.dated.start).labels:
        return False
    if timetable.numbered(page, anchor.dated):
        return False
    low, high = page.sentence(anchor.dated.start)
    if gathering(page, anchor.dated) or _told(page, anchor, (low, high)):
        return False
    if siblings.appointed(page, anchor.dated):
        return False
    happened = _HAPPENED.search(page.folded, low, high)
    if (
        happened
        and words.phrase("kinds").search(page.folded, low, high)
        and not siblings.AGO.search(page.folded, low, high)
    ):
        return False
    told = titled or happened
    return bool(told) and not _AGAIN.search(page.folded, max(line.start, low), anchor.dated.start)


def gathering(page: Page, dated: Dated) -> bool:
    """Tell whether a paragraph begins with a day on which people meet: „9 września w ratuszu spotkają się …"."""
    _, high = page.sentence(dated.start)
    return leading(page, dated) and bool(_MEETS.search(page.folded, dated.end, high))


def _told(page: Page, anchor: Anchor, sentence: Range) -> bool:
    """Tell whether a sentence says of a training that it names when it will be."""
    named = anchor.title is not None and sentence[0] <= anchor.title.start < sentence[1]
    meets = _MEETS.search(page.folded, *sentence)
    return named and meets is not None and any(sentence[0] <= each.start < meets.start() for each in page.kinds)


def _sure(page: Page, anchor: Anchor) -> bool:
    """Tell whether a day certainly has a title: it is surely one, or the day stands in a list or after a label."""
    certain = anchor.title is not None and anchor.title.sure >= titles.LINE
    return certain or listed(page, anchor.dated) or bool(page.segment_at(anchor.dated.start).labels)
