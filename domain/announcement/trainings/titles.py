"""The title of a training: labelled, quoted, after „pt.", or the words after its kind.

A title in prose without quotation marks is the noun phrase as it stands: its kind in the nominative and what follows
it up to a verb, a comma or a date („szkolenie z zakresu prawa zamówień publicznych"); after „pt." only what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.announcement.language import agreeing, names, words
from domain.announcement.language.text import folded
from domain.announcement.layout.lines import Line, Segment
from domain.announcement.layout.page import Kind, Page, Range, beginning
from domain.announcement.trainings import hosts, quotations, schedules, tags
from domain.announcement.trainings.masks import left, tail

LABEL, QUOTED, LEADING, LINE, HEADING, PHRASE, PLAIN, ANY = 100, 95, 85, 80, 70, 62, 60, 40
"""How surely a place names a training."""
LONGEST = 300
NEAR = 45
SHORTEST = tags.SHORTEST
FOLLOWS = 6
"""Signs between a quotation and the kind that it names, at most."""
PROSE = 160
"""A longer line is prose."""
BESIDE = 30
"""Signs between a quotation and its day in prose, at most."""
_SLOGAN = re.compile(r"[^\W\d_]{3,}[.!]$")
"""The end of a sentence: it names nothing."""
_NAMED = re.compile(rf"(?<!\w)(?:{words.alternatives('titles', 'named')}) ?[:–-]? ?$")
_STOP = re.compile(
    rf"(?<!\w)(?:{words.alternatives('titles', 'stop', 'starts')})(?!\w)|[,;!?|]|\.(?= "
    rf"|$)(?<!\bds\.)(?<!\bim\.)(?<!\bsw\.)"
    r"(?<!\bprof\.)(?<!\bdr\.)(?<!\bks\.)(?<!\bgen\.)(?<!\bm\.in\.)(?<!\bnr\.)|[–—](?= )|:(?= )| - "
)
_QUALITY = (
    r"(?:bezplatn\w+|darmow\w+|on-?line|stacjonarn\w+|otwart\w+|now\w+|zdaln\w+|hybrydow\w+|jednodniow\w+|dwudniow\w+|trzydniow\w+"
    r"|\d{1,3}[ -]?(?:dniow|godzinn)\w+"
    r"|najblizsz\w+|kolejn\w+|cykl\w*|serdecznie|free)"
)
_KINDS = words.alternatives("kinds")
_ABOUT = re.compile(r"[ ,]*(?:z zakresu|w zakresie|dotycz\w+|poswiecon\w+|na temat|nt\.|z|ze|o|on) ")
_LEAD = re.compile(
    r"(?<![\w-])(?:[IVXL]+\.? |\d{1,3}\. )(?:[A-ZŁŚŻŹĆŃ][\w-]+ ){0,3}$|(?<=[\w,] )(?:[A-ZŁŚŻŹĆŃ][\w-]+(?:i"
    r"|y|a|e|ie) ){1,3}$"
)
_ORDINAL = re.compile(r"(?<![\w-])[IVXLC]+\.? $")
_PART = r"(?:dzien|modul|czesc|zjazd|etap|blok|sesja|lekcja|day|module|part)(?!\w)"
"""What a course is divided into."""
PARTED = re.compile(rf"{_PART} (?:nr )?(?:[ivx]+|\d+)(?!\w)|(?:[ivx]+|\d+)\.? {_PART}")
"""A part of a course by its number alone: „Zjazd II"."""
EMPTY = re.compile(
    rf"(?:zaprasza\w*|zaproszenie|serdecznie|na|do udzialu w|do|w|z|o|opis|cele?|dlaczego warto|szczegoly|about"
    rf"|nasz\w*|i|oraz|the|to|an?|our|invit\w+"
    rf"|join us|for|{_QUALITY}|{_KINDS}|juz|niebawem|wkrotce|nastepn\w+|ostatni\w*|pierwsz\w+"
    rf"|{words.alternatives('titles', 'greeting')}|{words.alternatives('page', 'state')}|grup\w+ \w{{1,4}}"
    rf"|{words.alternatives('labels', 'date', 'place', 'contact', 'agenda')}"
    rf"|i+ edycja|edycja \w{{1,4}}|(?:[ivx]+|\d+)\.? {_PART}|{_PART} (?:nr )?(?:[ivx]+|\d+)(?!\w)"
    rf"|(?:modul|blok|module)(?!\w)"
    rf"|{words.alternatives('several', 'daily')}|{words.weekdays()}"
    rf"|szkoleniow\w+|ofert\w+|program\w*|terminarz|harmonogram|kalendarz|lp\.?|{words.months()}|20\d\d|r\.|[\W\d])+"
)
_KIND_FIRST = re.compile(rf"(?:{_QUALITY} )*(?:{_KINDS})(?: {_QUALITY})*\s?(?::|[–—|-] )\s*")
_ROW = re.compile(r"(?:, [A-ZŁŚŻŹĆ][^\W\d]+)+ (?:i|oraz) [A-ZŁŚŻŹĆ][^\W\d]+(?: [A-ZŁŚŻŹĆ][^\W\d]+)*")
_OF_YEAR = re.compile(r"\d{4} ?r$")
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})- (?=[^\W\d_])(?!(?:i|oraz|lub|czy|albo|a|and|or) )(?=[a-ząćęłńóśźż])")
"""A word that a mail program broke."""
_NAMED_KIND = re.compile(
    rf"(?:{words.alternatives('kinds', 'szkolenie', 'warsztaty', 'webinar', 'webinarium')})"
    rf"(?: (?:{_QUALITY}|online|on-line))* (?=[^\W\d_])"
)
_GOVERNED = re.compile(
    r"(?:z|ze|w|we|o|na|dla|dot|pt|pn|nt|od|do|dotycz\w+|poswiecon\w+|\w+(?:ow|ne|we|cze|kie|yjne|ace))\b"
)
_DANGLING = re.compile(r"(?: (?:on|at|from|in|w|we|na|o|od|do|dnia|z|dla|i|oraz|the))+$")
_SITE = re.compile(rf"(?:{words.alternatives('places', 'venue', 'room', 'street')})(?!\w)")
AT = re.compile(rf"(?:w|we|na|przy) (?:{words.alternatives('places', 'venue', 'room')})(?!\w)")
VERB = re.compile(
    r"(?<!\w)(?:zaprasza\w*|odbedzie|odbeda|will|please|przypomina\w*|dziekuj\w*|pozdrawia\w*|takes place"
    r"|took place|odbyl\w*|informuj\w*"
    r"|poprowadzi|prosimy|potrwa\w*|prosze|bedzie|spotka\w* sie|szkolimy|zapisy przyjmuje|\w{3,}my sie"
    r"|(?:zaczyna|zbiera|spotyka|czeka|oferuje|zacheca|przedstawia|planuje|pragnie)my)(?!\w)"
)
INVITING = re.compile(
    rf"(?:(?:program|agenda|harmonogram|zaproszenie na) (?:{_KINDS}) (?=[„\"«]))|"
    rf"(?:o|wez\w{{0,4}} udzial w) (?=(?:[^\W\d]\w+ )?(?:{_KINDS})(?!\w))|"
    r"(?:[^.!?\n]{0,60}? )?(?:(?:serdecznie |uprzejmie )?zaprasza\w*(?:(?! na | do )[^\W\d]* [^\W\d]+){0,5}?"
    r"|zaproszenie|invitation|invites? you|we invite you|join us)"
    r"(?: do (?:wziecia )?udzialu w| na| do| to| for)?(?: (?:an?|the|nasz\w*))? "
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title, its place, and how surely it is one; ``kind`` is put before what stands there, for a phrase."""

    start: int
    end: int
    sure: int
    value: str


def best(found: Sequence[Title]) -> Title | None:
    """Return the surest title; the first of equals."""
    return max(found, key=lambda each: (each.sure, -each.start), default=None)


def titles(page: Page, hidden: Sequence[Range], stretches: Sequence[Range]) -> Iterator[Title]:
    """Yield what may be the title of a training that stretches of a text tell of."""
    for stretch in stretches:
        yield from _quoted(page, stretch)
        for segment in page.pieces([stretch]):
            if "title" in segment.labels and segment.end > segment.start and not segment.labels & {"header"}:
                place = _labelled(page, hidden, segment)
                if not any(
                    segment.start <= low and high <= segment.end and _only_kind(page, segment.start, low)
                    for low, high in page.quotes
                ):
                    head = page.line_at(segment.start).number in page.heads
                    yield from made(page, place, PLAIN - 5 if head else LABEL - 5 * ("subject" in segment.labels))
            elif not segment.labels:
                yield from _named(page, (segment.start, segment.end))
        yield from _phrases(page, hidden, stretch)


def _labelled(page: Page, hidden: Sequence[Range], segment: Segment) -> Range:
    """Return what a label announces, without days and hours; the label itself when it announces nothing else."""
    whole = segment.start, segment.end
    days = [each.end for each in page.days if each.start <= segment.start + 1 < each.end]
    if days and not any(left(page, hidden, (days[0], segment.end))):
        return segment.outer, segment.start
    if days and any(each.start <= segment.start for each in page.days if each.end == days[0]):
        rest = next(left(page, hidden, (days[0], segment.end)), (segment.end, segment.end))
        town = names.geographic(page.text.words(*rest).partition(",")[0])
        return (segment.end, segment.end) if town or _SITE.match(page.folded, *rest) else rest
    return next(left(page, mentioned(hidden, segment), whole), whole)


def _only_kind(page: Page, start: int, quote: int) -> bool:
    """Tell whether nothing but a kind stands between a label and a quotation mark."""
    return quote - start > 2 and bool(EMPTY.fullmatch(page.folded, start, quote - 1))  # noqa: PLR2004


def mentioned(hidden: Sequence[Range], segment: Segment) -> list[Range]:
    """Return the hidden stretches inside a piece but not the piece itself."""
    return [each for each in hidden if segment.start < each[0] and each[1] <= segment.end]


def made(page: Page, place: Range, sure: int) -> Iterator[Title]:
    """Yield the title at a place, if there is any, without „Re:" and with the halves of a broken word joined."""
    start, end = bare(page, place)
    first, start = start, tags.opened(page.text, start, end)
    replied, start = start > first, tags.towned(page.text, start, end)
    end = tags.closed(page.text, start, min(end, start + LONGEST))
    if end > start and any(map(str.isalpha, page.folded[start:end])):
        value = _HYPHEN.sub("", page.text.words(start, end))
        yield Title(start, end, sure, value[:1].upper() + value[1:] if replied else value)


def bare(page: Page, place: Range) -> Range:
    """Return a place without the signs around its words, and without quotation marks that hold all of them."""
    start, end = place
    for low, high in page.quotes[bisect_left(page.quotes, (start, start)) :]:
        if low >= end or any(map(str.isalnum, page.folded[start:low])):
            break
        if high <= end and not any(map(str.isalnum, page.folded[high:end])):
            return _stripped(page, low, high)
    return _stripped(page, start, end)


def _stripped(page: Page, start: int, end: int) -> Range:
    text = page.folded
    while start < end and not (text[start].isalnum() or text[start] in "„\"“«'(#"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "”\"»)'?!%+#“"):
        end -= 1
    while end > start and text[end - 1] == "!":
        end -= 1
    if text[end - 1 : end] == ")" and "(" not in text[start:end]:
        end -= 1
    if _OF_YEAR.search(text, max(start, end - len("2026 r")), end) and text[end : end + 1] == ".":
        end += 1
    return start, end


def _quoted(page: Page, stretch: Range) -> Iterator[Title]:
    first, last = (bisect_left(page.quotes, (place, 0)) for place in stretch)
    for start, end in page.quotes[first:last]:
        if end > stretch[1]:
            continue
        line = page.line_at(start)
        labels = page.segment_at(start).labels
        before = page.folded[max(line.start, start - 1 - NEAR) : start - 1]
        if quotations.of_other(page, before, (start, end)) or (labels and not labels & {"title", "date", "subject"}):
            continue
        if of_programme(page, line):
            yield from made(page, (start, end), ANY)
            continue
        if line.number in page.heads:
            yield from made(page, (start, end), PLAIN - 1)
            continue
        kind = any(
            start - NEAR <= each.end <= start
            and not any(map(names.verbal, re.findall(r"[^\W\d_]{3,}", page.text.plain[each.end : start])))
            and "." not in page.folded[each.end : start].replace("pt.", "").replace("pn.", "").replace("nt.", "")
            for each in page.kinds
        )
        if kind or _NAMED.search(before):
            yield from made(page, (start, end), QUOTED)
        elif _SLOGAN.search(page.folded, start, end) and end + 1 >= line.end:
            yield from made(page, (start, end), ANY)
        elif start - line.body <= 2:  # noqa: PLR2004 -- the mark itself
            yield from made(page, (start, end), LEADING if page.kinds_before(start) or _told(page, end) else PHRASE + 1)
        elif _dated(page, line, (start, end)):
            yield from made(page, (start, end), LINE + 1)
        else:
            yield from made(page, (start, end), ANY)


def _told(page: Page, end: int) -> bool:
    """Tell whether a kind follows a quotation: „„Sygnaliści” – webinarium"."""
    return bool(beginning(page.kinds, end, end + FOLLOWS))


def _dated(page: Page, line: Line, quote: Range) -> bool:
    """Tell whether a quotation stands beside a day: in its line, in prose right before or after it."""
    reach = line.end - line.start if line.end - line.start <= PROSE else BESIDE
    low, high = max(line.start, quote[0] - reach), min(line.end, quote[1] + reach)
    return any(each.end > low and each.start < high for each in page.days)


def of_programme(page: Page, line: Line) -> bool:
    """Tell whether a line begins with an hour and names no day: it is a part of a programme."""
    hours = beginning(page.hours, line.start, line.body + 4)
    return bool(hours) and not beginning(page.days, line.start, line.end)


def _named(page: Page, stretch: Range) -> Iterator[Title]:
    """Yield what follows „pt." without quotation marks, up to a comma or a verb."""
    for match in re.finditer(
        r"(?<!\w)(?:pt\.?|pn\.?|pod (?:nazwa|tytulem|haslem)|nt\.|na temat|entitled|titled):? (?=[^\W\d_])",
        page.folded[slice(*stretch)],
    ):
        start = stretch[0] + match.end()
        if page.text.plain[start].isupper() or match[0].startswith("p"):
            end = min(
                [stretch[1]]
                + [start + stop.start() for stop in [_STOP.search(page.folded[start : stretch[1]])] if stop]
            )
            yield from made(page, (start, min([end, *(d.start for d in page.days if d.start > start)])), QUOTED - 3)


def _phrases(page: Page, hidden: Sequence[Range], stretch: Range) -> Iterator[Title]:
    """Yield each kind of training with the words that tell which."""
    for kind in beginning(page.kinds, *stretch):
        if _labelling(page, kind):
            continue
        following = hidden[bisect_left(hidden, (kind.end, 0)) :][:1]
        limit = min([page.sentence(kind.start)[1], stretch[1], *(start for start, _ in following)])
        stop = _STOP.search(page.folded, kind.end, limit)
        if stop and (row := _ROW.match(page.text.plain, stop.start(), limit)):
            stop = _STOP.search(page.folded, row.end(), limit)
        end = _stripped(page, kind.start, _verb(page, kind.end, stop.start() if stop else limit))[1]
        end -= len(trailing[0]) if (trailing := _DANGLING.search(page.folded[kind.end : end])) else 0
        end = _stripped(page, kind.start, min(end, tail(page, kind.end, end)))[1] if end > kind.end + 3 else end
        rest = page.folded[kind.end : end].strip()
        if len(rest) > 3 and not EMPTY.fullmatch(rest) and not AT.match(rest) and rest[0] not in ':–—„"(':  # noqa: PLR2004
            yield _phrase(page, kind, end)
        elif named := hosts.meeting(page, kind):
            yield Title(*named[0], PHRASE, named[1])


def _labelling(page: Page, kind: Kind) -> bool:
    """Tell whether a kind stands in a labelled piece, other than the heading of a schedule."""
    labels = page.segment_at(kind.start).labels - {"date", "audience"}
    return bool(labels) and not schedules.headed(page.folded[page.line_at(kind.start).body : kind.start])


def _verb(page: Page, start: int, end: int) -> int:
    """Return where the first verb of a stretch stands, else its end."""
    found = re.finditer(r"[^\W\d_]{3,}", page.text.plain[start : min(end, start + LONGEST)])
    return next((start + each.start() for each in found if names.verbal(each[0])), end)


def _phrase(page: Page, kind: Kind, end: int) -> Title:
    """Return „szkolenie z zakresu …" with the kind in the nominative; after a plural only what it is about."""
    if schedules.headed(page.folded[page.line_at(kind.start).body : kind.start]):
        several = schedules.named(page.text.words(kind.start, kind.end), page.text.words(kind.end, end).strip())
        if several:
            return Title(kind.start, end, PHRASE + 1, several)
    sure = PHRASE - 10 * _of_other(page, kind.start)
    about = _ABOUT.match(page.folded, kind.end, end)
    if (
        about
        and re.search(r"(?:en|ow|ach|ami|ji)$", page.folded[kind.start : kind.end])
        and page.folded[kind.start : kind.end] not in {folded(kind.name), "konferencji", "sesji"}
    ):
        return Title(about.end(), end, sure, page.text.words(about.end(), end))
    bare = unkinded(page, kind.start, end)
    if bare > kind.start and page.text.plain[kind.start].isupper():
        return Title(bare, end, sure + 1, page.text.words(bare, end))
    written = page.folded[kind.start : kind.end]
    lead = _LEAD.search(page.text.plain, max(0, kind.start - 60), kind.start)
    if lead and written == folded(kind.name) and page.text.plain[kind.start].isupper():
        return Title(lead.start(), end, sure + 1, page.text.words(lead.start(), end))
    rest, agreed = agreeing.agreeing(page.text.words(kind.end, end), kind.name if written != folded(kind.name) else "")
    if agreed and (number := _ORDINAL.search(page.text.plain, max(0, kind.start - 12), kind.start)):
        return Title(number.start(), end, sure + 1, f"{number[0]}{kind.name} {rest}")
    several = None if agreed else schedules.named(page.text.words(kind.start, kind.end), rest)
    return Title(kind.start, end, sure if agreed else ANY, several or f"{kind.name[:1].upper()}{kind.name[1:]} {rest}")


def _of_other(page: Page, place: int) -> bool:
    """Tell whether a kind is named only in passing: „uczestnicy szkolenia", „po szkoleniu"."""
    before = page.folded[max(0, place - 25) : place]
    return not re.search(
        r"(?:(?:^|[\s„(])(?:na|to|for|an?|odbedzie sie|odbylo sie|organizuje\w*|the|sie)(?: \w+)? $)"
        r"|[–—:-] $|(?<=\w{4}[.!?]) $|\n$|^$",
        before,
    )


def unkinded(page: Page, start: int, end: int) -> int:
    """Return where a title begins after its kind: „Szkolenie: …", „WARSZTATY – …", „Szkolenie Ochrona danych …"."""
    kind = _KIND_FIRST.match(page.folded, start, end)
    if kind and end - kind.end() >= SHORTEST:
        return kind.end()
    kind = _NAMED_KIND.match(page.folded, start, end)
    if kind is None or len(page.folded[kind.end() : end].split()) < 2:  # noqa: PLR2004 -- „Szkolenie BHP" is one name
        return start
    if names.owning(page.text.plain[kind.end() : end].split()[0]):
        return start
    capital = page.text.plain[kind.end()].isupper()
    if page.text.plain[start:end].isupper():
        capital = not _GOVERNED.match(page.folded, kind.end())
    return kind.end() if capital else start
