"""The lines of a text and the labelled pieces in them: „Miejsce: …", a cell of a table, what follows a sign.

Knows labels as data; knows nothing of what a piece holds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from domain.announcement.language import words
from domain.announcement.language.text import Text
from domain.announcement.layout import labelling, stacking

LONGEST_HEADING = 40
"""Signs of the heading of a column."""
BULLET = re.compile(
    r"(?:[-–—•*·▪■□●○◦‣➢➤►▶✓✔→»§]+|\(?\d{1,3}[.)](?=\s*[^\W\d]| \d{1,2}[ .–-](?:MONTHS|\d))"
    r"(?! ?(?!jan [^\W\d])(?:MONTHS)\b)"
    r"|\(?[a-z]\)|[ivx]{1,4}[.)](?= ))\s*".replace("MONTHS", words.months())
)
_SIGN = re.compile(r"[^\w\s„\"'“”«»()\[\]<>+/@&#.,:;!?%=…’‘*|-]\s*")
_SENTENCE = re.compile(r"(?<=[.!?…]) +(?=[^\W\d_a-z]|[„\"“])|(?<=[^\W\d_]{4}[.!?]) +(?=\d{1,2} [^\W\d])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(,/])(?:ul|al|pl|os|im|godz|g|tel|dr|hab|prof|mgr|inz|lic|mec|sw|nr|pt|pn|nt|tzw|np|m\.in|ks|plk|wew|kom|str|pkt|ust"
    r"|art|p|s|dz|u|poz|woj|pow|gm|ds|ww|tj|b|br|adw|arch|gen|st|mr|ms|mrs|[a-z])\.$"
)
_SEPARATORS = re.compile(r"\s*[|\t]\s*")
_MARKED = re.compile(r"[|\t]")
_SEMICOLONS = re.compile(r" ?; ?")
_COLON = re.compile(r"[:?]")
_PRESSED = re.compile(words.alternatives("page", "button"))
_ON_TOP = re.compile(rf"{words.alternatives('page', 'menu')}|{words.alternatives('kinds')}")
_PART = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?: ?[-–—] ?(?:godz\.? ?)?\d{1,2}[.:]\d\d)? ?[-–—:] ?[„\"«]?[^\W\d]{3}")
"""An hour with what happens then: an item of a programme."""
_FIGURE = re.compile(r"\d")
_SOON = re.compile(r"(?:[^\W\d]+[.,]? \(?){0,3}\d")
"""A figure after three words at most: what a label of days announces."""
_WRITTEN = re.compile(rf"\d{{1,2}}\.? ?(?:\d{{1,2}}\.\s?\d{{4}}|(?:{words.months()})\b)")
_MONTH = re.compile(rf"\W*(?:{words.months()})\W*(?:20\d\d)?(?: ?r\.?)?\W*")
"""A month above some of the rows of a table."""
_RULE = re.compile(r"[\s|:+=_–—*-]*$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line with the labels that it carries; ``outer`` is where its label begins."""

    start: int
    end: int
    outer: int
    labels: frozenset[str] = frozenset()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its body after the bullet, its pieces, and the paragraph it belongs to."""

    number: int
    start: int
    end: int
    body: int
    paragraph: int
    segments: tuple[Segment, ...] = ()
    row: bool = False

    @property
    def bulleted(self) -> bool:
        """Whether a bullet or a number stands before it."""
        return self.body > self.start

    def bearing(self, *labels: str) -> bool:
        """Tell whether any piece carries one of the labels."""
        return any(not segment.labels.isdisjoint(labels) for segment in self.segments)


def read(text: Text) -> tuple[Line, ...]:
    """Return the lines that are not empty, with their labelled pieces; a label alone in its line goes with the next."""
    return tuple(_carried(_tabled(list(_plain(text)), text), text))


def _plain(text: Text) -> Iterator[Line]:
    place, paragraph = 0, 0
    number = 0
    for piece in text.folded.split("\n"):
        start, end = place, place + len(piece)
        place = end + 1
        if _RULE.match(piece) and "|" not in piece:
            paragraph += 1
            continue
        if _RULE.match(piece):
            continue
        yield Line(number, start, end, _body(text, start, end), paragraph)
        number += 1


def _body(text: Text, start: int, end: int) -> int:
    """Return where a line's words begin: after bullets, numbers and signs that are no labels."""
    body = start
    for _ in range(3):
        match = BULLET.match(text.folded, body, end)
        if match is None and not labelling.ANNOUNCED.match(text.folded[body : body + 4]):
            match = _SIGN.match(text.folded, body, end)
        if match is None or match.end() >= end:
            break
        body = match.end()
    return body


def _tabled(lines: list[Line], text: Text) -> Iterator[Line]:
    """Split rows into cells that carry the labels of the row above all; other lines at their labels."""
    heads: list[frozenset[str]] = []
    for line in lines:
        cells = _cells(text, line)
        labels = [_heading(text, *cell) for cell in cells]
        headed = sum(map(bool, labels)) > len(cells) / 2 and not _FIGURE.search(text.folded, line.start, line.end)
        listed = _MARKED.search(text.folded, line.start, line.end) or headed or len(heads) == len(cells)
        if len(cells) < 2 or not listed:  # noqa: PLR2004 -- a row has two cells at least
            heads = heads if _MONTH.fullmatch(text.folded, line.body, line.end) else []
            yield replace(line, segments=tuple(_segments(text, line)))
            continue
        if _paired(text, cells, labels) and len(heads) != len(cells):
            yield replace(line, segments=(Segment(*cells[1], cells[0][0], labels[0], own=True),))
            continue
        if headed:
            heads = labels
            yield replace(line, row=True, segments=(Segment(line.start, line.end, line.start, frozenset({"head"})),))
            continue
        yield replace(line, row=True, segments=tuple(_celled(text, cells, heads)))


def _paired(text: Text, cells: Sequence[tuple[int, int]], labels: Sequence[frozenset[str]]) -> bool:
    """Tell whether the first of two cells is the label of the second: „Termin | 12 maja"."""
    if len(cells) != 2 or not labels[0]:  # noqa: PLR2004 -- a label and its value
        return False
    written = text.folded[slice(*cells[0])].strip(" *:")
    alone = bool(labelling.WHOLE.fullmatch(written)) or text.folded[cells[0][1] - 1] == ":"
    return alone and not (labels[1] and not _FIGURE.search(text.folded, *cells[1]))


def _heading(text: Text, start: int, end: int) -> frozenset[str]:
    return labelling.concepts(text.folded[start:end].strip(" *:")) if end - start <= LONGEST_HEADING else frozenset()


def _celled(text: Text, cells: list[tuple[int, int]], heads: list[frozenset[str]]) -> Iterator[Segment]:
    heads = _aligned(text, cells, heads)
    for column, (start, end) in enumerate(cells):
        carried = heads[column] if len(heads) == len(cells) else frozenset()
        match = labelling.ANNOUNCED.match(text.folded[start:end])
        if match and end > start + match.end():
            name = match["label"] or match["dashed"] or match["bare"] or match["sign"]
            yield Segment(start + match.end(), end, start, labelling.named(name), own=True)
        elif end > start:
            yield Segment(start, end, start, carried, own=bool(carried))


def _aligned(text: Text, cells: Sequence[tuple[int, int]], heads: list[frozenset[str]]) -> list[frozenset[str]]:
    """Return the heads of a row with more cells than heads, if as many follow the day: those before it have none."""
    more = len(cells) - len(heads)
    head = next((place for place, labels in enumerate(heads) if "date" in labels), None)
    day = next((place for place, cell in enumerate(cells) if stacking.DAY.match(text.folded, *cell)), None)
    if more <= 0 or head is None or day != head + more:
        return heads
    return [*heads[:head], *[frozenset[str]()] * more, *heads[head:]]


def _cells(text: Text, line: Line) -> list[tuple[int, int]]:
    inner = text.folded[line.start : line.end]
    separators = _SEPARATORS if _MARKED.search(inner) else _SEMICOLONS
    if not separators.search(inner):
        return []
    begin = line.start + (len(inner) - len(inner.lstrip("| \t")))
    finish = line.start + len(inner.rstrip("| \t"))
    cells, place = [], begin
    for match in separators.finditer(text.folded, begin, finish):
        cells.append((place, match.start()))
        place = match.end()
    return [*cells, (place, finish)] if finish > begin else []


def _segments(text: Text, line: Line) -> Iterator[Segment]:
    """Yield the pieces of a line: what stands before the first label carries none."""
    inner = text.folded[line.body : line.end]
    if labelling.WHOLE.fullmatch(inner) and not labelling.general(inner):
        yield Segment(line.end, line.end, line.body, labelling.concepts(inner), own=True)
        return
    place, outer, labels, own = line.body, line.body, frozenset[str](), False
    for match in (labelling.ANNOUNCED if _COLON.search(inner) else labelling.UNANNOUNCED).finditer(inner):
        named = labelling.named(match["label"] or match["dashed"] or match["bare"] or match["sign"])
        if not named or ("header" in named and match.start()) or _no_label(inner, match, named):
            continue
        if match["label"] and _goes_on(text, line.body + match.start(), match["label"]):
            continue
        begin = line.body + match.start()
        if begin > outer:
            yield Segment(place, _trimmed(text, place, begin), outer, labels, own)
        place, outer, labels, own = line.body + match.end(), begin, named, True
    yield Segment(place, line.end, outer, labels, own)


def _no_label(inner: str, match: re.Match[str], named: frozenset[str]) -> bool:
    """Tell whether words that look like a label name something: „Zjazd I – Ustrój gminy", a sign behind a sentence."""
    if match["dashed"] and named == {"date"}:
        return not _SOON.match(inner, match.end())
    if match["bare"] and _PART.match(inner, match.end()):
        return True
    if match["label"] and match.start() and match.end() == len(inner) and "?" in match[0]:
        return True
    if match["sign"]:
        return inner[max(0, match.start() - 2) : match.start()].rstrip()[-1:] in {"?", "!", "."}
    late = match["label"] and match.start() and " " in match["label"]
    return bool(late) and named == {"agenda"} and bool(_FIGURE.match(inner) or _WRITTEN.match(inner, match.end()))


def _goes_on(text: Text, place: int, label: str) -> bool:
    """Tell whether words before a colon go on a sentence: „… 2019 r. organizuje szkolenie na temat:"."""
    inside = text.folded[place - 2 : place] == ". " and text.plain[place].islower()
    return inside or bool(re.search(r" (?:na temat|pt\.?|pn\.?|pod nazwa|zatytulowan\w+)$", label))


def _trimmed(text: Text, start: int, end: int) -> int:
    return max(start, start + len(text.folded[start:end].rstrip(" ,;|.–—(-\t")))


def _carried(lines: Iterable[Line], text: Text) -> Iterator[Line]:
    """Hand a label that stands alone in its line to the lines that follow, up to a blank one or the next label."""
    carried, paragraph, fresh = frozenset[str](), -1, False
    above: Line | None = None
    for line in lines:
        last = line.segments[-1] if line.segments else None
        pressed = _button(text, line) or (above is not None and _menu(text, above, line))
        above = line
        if last and last.own and last.end <= last.start and not line.row and not pressed:
            carried, paragraph, fresh = last.labels, line.paragraph, True
        elif carried and last and not last.own and not line.row and (line.paragraph == paragraph or fresh):
            paragraph, fresh = line.paragraph, False
            yield replace(line, segments=tuple(replace(each, labels=carried) for each in line.segments))
            continue
        elif line.paragraph != paragraph or (last and last.own):
            carried = frozenset()
        yield line


def _menu(text: Text, above: Line, line: Line) -> bool:
    """Tell whether a line stands right below an item of a menu: it is one, too."""
    return above.paragraph == line.paragraph and bool(_ON_TOP.fullmatch(text.folded, above.body, above.end))


def _button(text: Text, line: Line) -> bool:
    """Tell whether a line is something to press: „Zapisz się"."""
    return bool(_PRESSED.fullmatch(text.folded, line.body, line.end))


def sentences(text: Text, lines: tuple[Line, ...]) -> tuple[int, ...]:
    """Return where sentences begin: at every piece of a line, and after a full stop that ends no abbreviation."""
    starts = {segment.start for line in lines for segment in line.segments} | {line.start for line in lines}
    for match in _SENTENCE.finditer(text.plain):
        before = text.folded[max(0, match.start() - 8) : match.start()]
        if not _ABBREVIATED.search(before) or text.folded[match.start() - 2 : match.start()] == "r.":
            starts.add(match.end())
    return tuple(sorted(starts))


def sentence(starts: tuple[int, ...], place: int) -> int:
    """Return where the sentence around a place begins."""
    return starts[max(0, bisect_right(starts, place) - 1)] if starts else 0
