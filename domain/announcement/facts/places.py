"""Where a training is: labelled, told in prose after „w" or „na", or a part of a list line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.announcement.facts import people, spots, stated, towns
from domain.announcement.facts.rooms import GENITIVE, LOCATIVE, NOMINATIVE, ROOM, STREET, VENUE
from domain.announcement.facts.venues import Where, parse, parts
from domain.announcement.language import names, words
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page, Range

_PREPOSED = re.compile(
    rf"(?<![^\s(,–—:-])(?P<prep>w|we|na terenie|na|przy|at|in"
    rf"|do|gosci) (?:the )?"
    rf"(?P<venue>(?:[^\W\d][\w-]+ ){{0,3}}?(?:(?:{VENUE})(?!\w)|(?:{ROOM})(?!\w)\.? ?(?=[\d„\"a-z])))"
)
_HOUSED = re.compile(rf"(?:[^\W\d][\w-]+ ){{0,3}}?(?P<venue>{VENUE})(?!\w)")
_PROPER = re.compile(
    r"(?<![^\s(,])(?:w|we|na) (?P<venue>[A-ZŁŚŻŹĆŃ][\w-]+(?: (?:[A-ZŁŚŻŹĆŃ][\w-]+|i|nr \d+"
    r"|im\.)){0,5})(?= (?:w|we) [A-ZŁŚŻŹĆŃ]| przy (?:ul|al|pl)|,? \(?(?:ul|al|pl|os)\. "
    r"|(?P<apart> \([A-ZŁŚŻŹĆŃ][^\W\d]+(?:[ -][A-ZŁŚŻŹĆŃ][^\W\d]+)?, (?:ul|al|pl|os)\. ))"
)
_STREETED = re.compile(rf"(?<!parkingu )(?<!parkingiem )(?<!przystanku )(?<![^\s(,])przy (?P<venue>(?:{STREET}) ?\w)")
_LOCATED = re.compile(
    rf"(?:{VENUE})(?!\w)(?: [a-z][\w-]+){{0,2}}?(?P<end> (?:w|we) | (?:przy )?(?:ul|al|pl|os)\. ?\w"
    rf"| (?:na|przy) (?:placu|ulicy|rynku|osiedlu|skwerze|rondzie|bulwarze)(?!\w)"
    rf"|,? \(?(?:ul|al|pl|os)\. ?\w"
    r"| \(|,? [„\"])"
)
_SUBJECT = re.compile(
    r"(?<!\w)(?:zaprasza|zapraszaja|informuj[ea]|organizuj[ea]|oglasza(?:ja)?|przypomina(?:ja)?|prowadzi|realizuj[ea]"
    r"|uruchamia(?:ja)?|rozpoczyna(?:ja)?|ma zaszczyt|maja zaszczyt|oferuj[ea]|proponuj[ea]|planuj[ea]|invites?)(?!\w)"
)
_STREET = re.compile(rf"(?<!\w)(?:{STREET}) ?\w")
_DENIED = re.compile(
    r"\b(?:nie (?:odbedzie|odbeda|odbyl\w*) sie|wypowiedzian\w+|odwolan\w+"
    r"|zrezygnowa\w+|rezygnuj\w+|rezerwacj\w+)[^.;]*$"
)
_HEADED = re.compile(rf" [–—-] (?:[^\W\d][\w-]* ){{0,2}}(?:{words.alternatives('kinds')})(?!\w)")
_BESIDE = re.compile(r"[\d.,] $")
_LETTERED = re.compile(r"[a-ząćęłńóśźż-]+(?: [a-ząćęłńóśźż]{4,}){0,2} (?:[A-ZŁŚŻ]{2,5}\b|[A-ZŁŚŻŹĆ]\w+(?: |$)|nr \d)")
_DEPARTMENT = re.compile(r"(?:wydzial|oddzial|departament|biuro|referat)")
_BEGINS = re.compile(
    rf"(?:{STREET}) ?\w|(?:{ROOM}) ?(?:nr ?)?[\d„\"]"
    r"|(?:sala|aula|czytelnia|pracownia) \w|(?:czytelnia|aula|audytorium)$"
)
_ERRAND = re.compile(
    r"(?<!\w)(?:za|po|od|do|wy|prze|nie|u)?"
    r"(?:zapis\w*|zglosz\w*|zglasza\w*|dostarcz\w*|zloz\w*|sklada\w*|odbior\w*|odebra\w*|dostepn\w+|wyloz\w+|przyjm\w+"
    r"|rejestr\w+|informacj\w+|uzyska\w*|kupi\w*|zakupi\w*|wplat\w*|zaswiadczeni\w*|formularz\w*|pracuje\w*|zatrudnion\w*)"
    rf"(?:(?!odbe|odby|spotk|{words.alternatives('kinds')})[^.;])*$"
)
_OFFICES = re.compile(
    r"(?:biur|urz[ea]d|oddzial|wydzial|zaklad|centrum|instytu|sad|komend|kancelari|izb|oddzial|dom|filii)"
)
_COMES_TO = re.compile(r"(?:przysz\w+|przyby\w+|przyjech\w+|zaprasz\w+)(?!\w).*$")
_STOP = re.compile(
    r"(?:\.(?= )(?<!\b(?:ul|al|pl|os|im|sw|nr)\.)(?<!\bpok\.)(?<!\bgen\.)(?<!\bs\.)(?<!\bks\.))|\.$|;|\n|[!?]"
    rf"| (?:odbe\w+|odby\w+|w godz\w*|o godz\w*|godz\w*|w dni\w+|dnia|w ramach|na temat|pt\.|poprowadzi\w*"
    rf"|prowadz\w+|rozpoczn\w+|dla|z udzialem|o \d|na godz\w*|ktor\w+"
    rf"|spotka\w+|spotyka\w+|szkolimy|zapras\w+|zostan\w+|bedzi\w+|organizowan\w+|organizuj\w+|jest|sa|a|od|do"
    rf"|na (?:{words.alternatives('kinds')})|z|ze|will|takes|which|on|is|zostal\w+|mial\w+|uczestni\w+|wziel\w+|nie"
    r"|from|until|between|starting) "
)
_VERB = re.compile(
    r"(?<!\w)(?:zaprasza\w*|informuj\w*|organizuj\w*|oglasza\w*|prosi\w*|uprzejmie|serdecznie|przyjmuj\w*"
    r"|invites?|zaprosi\w*|we wspolpracy|wspolnie|otrzymal\w*|prowadzi\w*|poleca\w*)(?!\w)"
)
_CLOSING = re.compile(
    r"(?:z powazaniem|z wyrazami|pozdraw\w*|lacz\w+ wyrazy|kind regards|best regards|regards|organizator\w*"
    r"|wspolorganizator\w*|partner\w*|otrzymuj\w*)\b"
)
_OTHER = frozenset(
    {
        "signup",
        "contact",
        "phone",
        "email",
        "organiser",
        "agenda",
        "speakers",
        "published",
        "header",
        "deadline",
        "price",
    }
    | {"audience", "capacity", "other", "payment", "online", "head", "subject", "registering"}
)
_HOST = re.compile(rf"(?<!\w)(?:{words.alternatives('places', 'host')}) ?:? ?$")
_SIGNS = re.compile(r"[-„”“\"«»]")
BESIDE = 30
"""Signs before a house in which words may say that it is the host."""
_NEARBY = 5
"""Lines around its day in which a house may stand by itself."""


def find(page: Page, pieces: Sequence[Segment], busy: Sequence[Range], day: int) -> Where:
    """Return the place that some pieces of a text state: labelled, else the first house named near the ``day``."""
    pieces = _planned(page, pieces, day)
    found = stated.announced(page, pieces, busy)
    if found.name or found.city:
        beside = [each for each in pieces if found.city is None and each.start <= day < each.end]
        found.join(Where(city=next(filter(None, (towns.find(page, each, busy) for each in beside)), None)))
        found.join(Where(room=stated.numbered(page, pieces, busy, day) if found.name and not found.room else None))
        return found
    found.join(spots.find(page, pieces, busy, day))
    for stretch, cases in _told(page, pieces, busy, day) if not found.name else ():
        found.join(parse(page, stretch, busy, cases))
        if found.name:
            break
    for segment in pieces:
        if found.city:
            break
        letterhead = _letterhead(page, page.line_at(segment.start).number, page.line_at(day).number)
        if not segment.labels & _OTHER and segment.labels != {"hour"} and not letterhead:
            found.join(Where(city=towns.find(page, segment, busy)))
    return found


def _planned(page: Page, pieces: Sequence[Segment], day: int) -> Sequence[Segment]:
    """Return items of a plan that are trainings by themselves without its label: one alone, or those with a day.

    One with a street tells of a journey.
    """
    dated = any(each.start <= day < each.end and "agenda" in each.labels and not each.own for each in pieces)
    if len(pieces) != 1 and not dated:
        return pieces
    stays = [bool(_STREET.search(page.folded, each.start, each.end)) for each in pieces]
    return [
        each if stay else replace(each, labels=each.labels - {"agenda"})
        for each, stay in zip(pieces, stays, strict=True)
    ]


def _told(
    page: Page, pieces: Sequence[Segment], busy: Sequence[Range], day: int
) -> Iterator[tuple[Range, frozenset[str]]]:
    """Yield the stretches of prose and of lists that begin with a house: prose before lists in each line."""
    around = page.line_at(day).number
    closed = False
    for segment in pieces:
        line = page.line_at(segment.start)
        closed = closed or (line.number != around and bool(_CLOSING.match(page.folded, line.body)))
        if segment.labels & _OTHER or segment.end <= segment.start:
            continue
        yield from _preposed(page, segment, busy)
        yield from _proper(page, segment, busy)
        if (
            not closed
            and -_NEARBY <= line.number - around <= _NEARBY + 3
            and not _letterhead(page, line.number, around)
        ):
            yield from _listed(page, segment, busy)
    for segment in pieces:
        if not segment.labels & _OTHER:
            yield from _preposed(page, segment, busy, common=True)
            yield from _streeted(page, segment, busy)


def _letterhead(page: Page, number: int, around: int) -> bool:
    """Tell whether a line on top is the head of a letter, not that of a poster: a greeting or a date follows it."""
    if number >= min(3, around):
        return False
    line = page.lines[number]
    told = page.folded[line.start : line.end]
    return (
        page.lines[around].paragraph != line.paragraph
        and not words.phrase("kinds").search(told)
        and not _VERB.search(told)
    )


def _preposed(
    page: Page, segment: Segment, busy: Sequence[Range], *, common: bool = False
) -> Iterator[tuple[Range, frozenset[str]]]:
    """Yield the houses of prose: those with a capital or a room, or the ``common`` ones that their town tells."""
    for match in _PREPOSED.finditer(page.folded, segment.start, segment.end):
        start, prep = match.start("venue"), match["prep"]
        if prep == "do" and not _COMES_TO.search(page.folded, page.sentence(start)[0], start):
            continue
        if prep == "przy" and not _BESIDE.search(page.folded, segment.start, match.start("prep")):
            continue
        limit = _limit(page, start, segment.end, busy)
        low = re.match(rf"(?:{ROOM}|siedzib)", page.folded[start : start + 20])
        after = page.text.plain[match.end("venue") : match.end("venue") + 2]
        named = [*page.text.plain[start : match.end("venue")].split(), after.strip()]
        plain = not low and not any(word[:1].isupper() for word in named)
        told = _located(page, start, segment.end) or _timed(match.start("prep"), busy)
        if plain != common or (common and not told):
            continue
        before = page.folded[max(segment.start, start - 160) : match.start("prep")]
        if before.endswith("zamiast ") or _DENIED.search(before) or _ERRAND.search(before):
            continue
        if not towns.hidden(start, busy):
            yield (start, limit), GENITIVE if prep == "do" else LOCATIVE


def _timed(place: int, busy: Sequence[Range]) -> bool:
    """Tell whether a house follows a day, an hour or a title at once: „o godz. 9:00 w ratuszu"."""
    before = busy[max(0, bisect_right(busy, (place, 0)) - 1) :][:1]
    return any(low < place and place - 1 <= high <= place for low, high in before)


def _streeted(page: Page, segment: Segment, busy: Sequence[Range]) -> Iterator[tuple[Range, frozenset[str]]]:
    """Yield the streets that stand for a house: „przy ul. Długiej 5 w Tczewie"."""
    for match in _STREETED.finditer(page.folded, segment.start, segment.end):
        start = match.start("venue")
        if not towns.hidden(start, busy):
            yield (start, _limit(page, start, segment.end, busy)), GENITIVE


def _located(page: Page, start: int, end: int) -> bool:
    """Tell whether a house without capitals is told apart: by its town, its street or its name."""
    match = _LOCATED.match(page.folded, start, end)
    if (
        match is None
        or _OFFICES.match(page.folded, start)
        or any(names.verbal(word) for word in page.folded[start : match.start("end")].split())
    ):
        return False
    if match["end"].strip() in {"w", "we"}:
        return names.town(towns.following(page, match.end(), end)) is not None
    return True


def _proper(page: Page, segment: Segment, busy: Sequence[Range]) -> Iterator[tuple[Range, frozenset[str]]]:
    """Yield the houses that only their capitals and the town behind them tell: „w Fabryce Kultury w Redzie"."""
    for match in _PROPER.finditer(page.text.plain, segment.start, segment.end):
        start = match.start("venue")
        town = not match["apart"] and names.town(match["venue"].split())
        if not towns.hidden(start, busy) and not town and not page.quoted(start):
            yield (start, _limit(page, start, segment.end, busy)), frozenset({"loc", "proper"})


def _limit(page: Page, start: int, end: int, busy: Sequence[Range]) -> int:
    stop = _STOP.search(page.folded, start, end)
    first = bisect_right(busy, (start, len(page.folded)))
    return min([end, *(one for one, _ in busy[first : first + 1]), stop.start() if stop else end])


def _listed(page: Page, segment: Segment, busy: Sequence[Range]) -> Iterator[tuple[Range, frozenset[str]]]:
    """Yield the parts of a line from the first house, street or room on, with the town right before it."""
    previous: Range | None = None
    earlier: Range | None = None
    for start, end in parts(page, segment.start, segment.end, busy):
        opens = _opens(page, start, end, segment.end) and not _VERB.search(page.folded, start, end)
        if opens and not (previous and _employs(page, previous)):
            town = previous and names.geographic(page.text.words(*previous))
            near = previous is not None and page.folded[previous[1] : start].strip() == ","
            named = previous is not None and near and not town and _named(page, previous, start)
            low = previous[0] if previous and near and (town or named) else start
            if named and earlier and names.geographic(page.text.words(*earlier)):
                low = earlier[0]
            yield (low, _limit(page, start, segment.end, busy)), frozenset({"nom", "proper"}) if named else NOMINATIVE
        earlier, previous = previous, (start, end)


def _opens(page: Page, start: int, end: int, limit: int) -> bool:
    """Tell whether a part of a line is where people go: a house, a street or a room, not who does something."""
    hosted = _HOST.search(page.folded, max(0, start - BESIDE), start)
    if hosted or _DENIED.search(page.folded, page.sentence(start)[0], start):
        return False
    house = _HOUSED.match(page.folded, start, end)
    if house:
        return _headed(page, start, house.start("venue"), limit) and not _acts(page, start, end)
    if not _BEGINS.match(page.folded[start:end]):
        return False
    addressed = re.match(rf"(?:{STREET}|{ROOM})", page.folded[start:end])
    return bool(page.text.plain[start].isupper() or addressed) and not _acts(page, start, end)


def _employs(page: Page, part: Range) -> bool:
    """Tell whether what follows a part is where somebody works: „Ewa Lis, Politechnika" in an item of a plan."""
    line = page.line_at(part[0])
    if not line.bulleted or any(line.start <= each.start < line.end for each in page.days):
        return False
    person = people.named(page, *part)
    return person is not None and person.end >= part[1] - 1


def _named(page: Page, part: Range, street: int) -> bool:
    """Tell whether a part right before a street is a house by its name alone: „Sopoteka, ul. Kościuszki 14"."""
    written = page.text.words(*part).split()
    follows = re.match(rf"(?:{STREET})", page.folded[street : street + 12])
    proper = written[0][:1].isupper() and len(written) <= 3 and _SIGNS.sub("", "".join(written)).isalpha()  # noqa: PLR2004
    known = words.phrase("kinds").search(page.folded, *part) or _VERB.search(page.folded, *part)
    told = names.adverbial(written[0].lower()) or words.phrase("places", "whole").match(page.folded, *part)
    return bool(follows) and proper and not (known or told) and not page.quoted(part[0])


def _headed(page: Page, start: int, noun: int, end: int) -> bool:
    """Tell whether a part is a house by its noun: in the nominative, after nothing but its adjectives."""
    if not all(names.qualifying(word) for word in page.folded[start:noun].split()):
        return False
    word = re.match(r"[\w-]+", page.folded[noun:end])
    if word is None or not names.nominal(word[0]):
        return False
    if _DEPARTMENT.match(word[0]) and not re.search(STREET, page.folded[noun:end]):
        return False
    after_colon = page.folded[max(0, start - 2) : start] == ": " and word[0] == "siedziba"
    return page.text.plain[noun].isupper() or after_colon or _located(page, noun, end) or _lettered(page, noun, end)


def _lettered(page: Page, noun: int, end: int) -> bool:
    """Tell whether a house bears letters or a name of its own: „budynek remizy OSP", „świetlica Sołectwa Lipowa"."""
    return bool(_LETTERED.match(page.text.plain, noun, end))


def _acts(page: Page, start: int, end: int) -> bool:
    """Tell whether a house is who does something, not where: „Centrum Kompetencji wraca", „Izba – webinaria"."""
    written = page.text.plain[start:end].split()
    if any(names.verbal(word) for word in written if word[:1].islower()):
        return True
    line = page.line_at(start)
    if start == line.body and _HEADED.match(page.folded, end, line.end):
        return True
    following = page.lines[line.number + 1 : line.number + 2]
    below = page.folded[following[0].body : following[0].end][:40] if following else ""
    return bool(_SUBJECT.search(page.folded, end, _bracketed(page, start, end)) or _SUBJECT.match(below))


def _bracketed(page: Page, start: int, end: int) -> int:
    """Return where the sentence around a part ends, or the brackets in which it stands beside it."""
    low, high = page.sentence(start)
    opened = page.folded.rfind("(", low, start) > page.folded.rfind(")", low, start)
    closed = page.folded.find(")", end, high)
    return closed if opened and closed > 0 else high
