"""Days that follow each other: those of one training that lasts several, or of several trainings of a day each.

Knows lines and their titles; decides not which days those are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from domain.announcement.language import dictionary, words
from domain.announcement.layout.days import Dated, Day
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range
from domain.announcement.trainings import anchors, timetable, titles
from domain.announcement.trainings.anchors import Anchor
from domain.announcement.trainings.candidates import leading
from domain.announcement.trainings.masks import left

_CHOICE = re.compile(rf"(?<!\w)(?:{words.alternatives('several', 'choice')})(?!\w)")
_PROGRAMME = re.compile(rf"(?:{words.alternatives('labels', 'agenda')})(?: [^\W\d]+){{0,3}} ?:?")
_OF_WHOLE = frozenset({"capacity", "place", "room", "deadline", "signup", "price"})
"""Labels of what is told once of a training, however many days it lasts."""
DAY_OF = re.compile(
    r"[^\w]*(?:dzien|day|(?:[ivx]+|\d)\.? dzien|pierwszy dzien|drugi dzien|trzeci dzien"
    r"|(?:[ivx]+|\d)\.? (?:etap|czesc|zjazd|modul))\b"
)


def joined(page: Page, hidden: Sequence[Range], found: list[Anchor]) -> tuple[list[Anchor], list[Dated]]:
    """Make one training of days that follow each other, each in its line without a title of its own."""
    runs: list[list[Anchor]] = []
    for anchor in found:
        if runs and _scheduled(page, hidden, runs[-1], anchor):
            runs[-1] = [replace(each, title=None) for each in (*runs[-1], anchor)]
        elif runs and _goes_on(page, hidden, runs[-1][-1], anchor):
            runs[-1].append(anchor)
        else:
            runs.append([anchor])
    runs = [part for run in runs for part in ([[each] for each in run] if _chance(page, run, runs) else [run])]
    single = [each.dated for run in runs if len(run) > 1 for each in run]
    return [_whole(run) for run in runs], single


def _whole(run: Sequence[Anchor]) -> Anchor:
    """Return the training that lasts some days."""
    days = tuple(day for each in run for day in each.dated.days)
    return replace(run[0], dated=replace(run[0].dated, days=days, ranged=True)) if len(run) > 1 else run[0]


def _chance(page: Page, run: Sequence[Anchor], runs: Sequence[Sequence[Anchor]]) -> bool:
    """Tell whether days of a list follow each other by chance: another of the same title stands alone in its line.

    „10 września", „11 września", „17 września" under one title are three trainings of a day.
    """
    if len(run) == 1 or not _plain(page, run[0]) or not all(_plain(page, each) for each in run[1:]):
        return False
    others = [each for other in runs if len(other) == 1 for each in other if each.head > run[0].head]
    return any(not anchors.own(each) and _plain(page, each) for each in others)


def _plain(page: Page, anchor: Anchor) -> bool:
    """Tell whether a line begins with a single day, or a label with it, that is not told to be one of several."""
    dated = anchor.dated
    line = page.line_at(dated.start)
    led = leading(page, dated) or "date" in page.segment_at(dated.start).labels
    told = DAY_OF.match(page.folded, line.body) or timetable.numbered(page, dated)
    return led and not told and not line.row and len(dated.days) == 1


def _differ(page: Page, hidden: Sequence[Range], *two: Anchor) -> bool:
    """Tell whether two lines of a list tell different things besides a day and its hours: where each one is."""
    lines = [page.line_at(each.dated.start) for each in two]
    rest = [[page.folded[low:high] for low, high in left(page, hidden, (each.body, each.end))] for each in lines]
    told = all(rest) and lines[0].number != lines[1].number
    return (
        told
        and rest[0] != rest[1]
        and not any(
            DAY_OF.match(page.folded, line.body) or timetable.numbered(page, each.dated)
            for line, each in zip(lines, two, strict=True)
        )
    )


def elsewhere(page: Page, one: Anchor, other: Anchor) -> bool:
    """Tell whether the lines of two days name different towns or houses."""
    return timetable.apart(page, one.dated, other.dated) or timetable.elsewhere(page, one.dated, other.dated)


def _scheduled(page: Page, hidden: Sequence[Range], run: Sequence[Anchor], anchor: Anchor) -> bool:
    """Tell whether days that follow each other head the parts of one programme: „Program", a day, its items, a day."""
    if not consecutive((run[-1].dated.last, anchor.dated.first)):
        return False
    lines = [page.line_at(each.dated.start) for each in (*run, anchor)]
    above = page.lines[lines[0].number - 1] if lines[0].number else lines[0]
    if not _PROGRAMME.fullmatch(page.folded, above.body, above.end) or _of_several(page, above):
        return False
    return all(
        timetable.bare(page, hidden, line)
        and any(map(partial(titles.of_programme, page), page.lines[line.number + 1 :][:1]))
        for line in lines
    )


def _of_several(page: Page, line: Line) -> bool:
    """Tell whether a heading is that of several things: „Harmonogram szkoleń"."""
    last = page.text.words(line.body, line.end).rstrip(" :").split()[-1]
    found = [each for each in dictionary.readings(last.lower()) if "gen" in each.cases]
    return bool(found) and all(each.number == "pl" for each in found)


def _apart(page: Page, last: Anchor, anchor: Anchor) -> bool:
    """Tell whether a list of places begins with a day: its rows are trainings of their own."""
    found = page.row(anchor.dated)
    return found is not None and found[0].local and all(each.dated.start != last.dated.start for each in found[0].rows)


def _goes_on(page: Page, hidden: Sequence[Range], last: Anchor, anchor: Anchor) -> bool:
    if anchors.own(anchor) or anchor.head > anchor.dated.end or not consecutive((last.dated.last, anchor.dated.first)):
        return False
    if _apart(page, last, anchor) or elsewhere(page, last, anchor) or _differ(page, hidden, last, anchor):
        return False
    line = page.line_at(anchor.dated.start)
    above = page.line_at(last.dated.start)
    return not _CHOICE.search(page.folded, above.start, line.end) and not _whole_told(page, above, line)


def _whole_told(page: Page, above: Line, line: Line) -> bool:
    """Tell whether below each of two days stands what is told of a whole training: „Liczba miejsc", „Miejsce"."""
    first = {label for each in page.lines[above.number + 1 : line.number] for label in _labels(each)}
    second: set[str] = set()
    for each in page.lines[line.number + 1 :]:
        if each.paragraph != line.paragraph:
            break
        second |= _labels(each)
    return bool(first & second & _OF_WHOLE)


def _labels(line: Line) -> frozenset[str]:
    return frozenset(label for each in line.segments for label in each.labels)


def consecutive(days: Sequence[Day]) -> bool:
    """Tell whether days follow each other in one month."""
    return all(one.month == other.month and other.day - one.day == 1 for one, other in pairwise(days))
