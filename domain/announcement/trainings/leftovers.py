"""What is left of a line when days, hours and places are taken away, if that names a training.

Tells names from clauses of prose, from houses and from manners of attending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.announcement.language import dictionary, names, words
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import titles
from domain.announcement.trainings.masks import left

AROUND = 3
"""Lines of a list above and below one that tell what stands in it, at most."""
_CASES = {"na": "acc", "w": "loc", "o": "loc"}
"""The case in which what an invitation names stands after a preposition."""
_COUNT = re.compile(r"(?:[IVXLC]+|\d{1,3})\.? (?=\w)")
"""Which one of a series it is: „XXXIV sesja"."""
CLAUSE = 70
SHORT = 3
"""Words of a house without a name: „świetlica wiejska", „remiza OSP"."""
_JOINT = re.compile(r", | [–—-] ")
_DASH = re.compile(r" [–—-] ")
_KIND = words.phrase("kinds")
_RELATIVE = re.compile(r", (?:ktor\w+|na ktor\w+|podczas ktor\w+)$")
_MANNER = re.compile(r"(?:online|on-line|zdalnie|stacjonarnie|hybrydowo|link)(?!\w)")
_HOUSE = re.compile(rf"(?:[^\W\d]\w+ )?(?:{words.alternatives('places', 'venue')})(?!\w)")
_STREETED = re.compile(r",? ?\(?(?:ul|al|pl|os)\. ?\w")
_HALL = re.compile(r"(?:Sala|Aula|Czytelnia)(?: (?:im\. |nr )?[A-ZŁŚŻŹĆŃ0-9][\w.]*){1,4}")
"""A hall by its name: „Sala Sejmu Śląskiego"."""
_STATION = re.compile(
    r"(?:OSP|ZSP?|SP|PSP|KGW|LKS|GOK|GCK|MOK|MGOK)(?: (?:w|we|im\.|nr \d{1,3}|[A-ZŁŚŻŹĆŃ][\w.]*)){1,4}"
)
"""A house of a village in letters: „OSP Lipowo", „SP nr 2 w Borkach"."""
_STARTS = words.phrase("titles", "starts")
_PRICE = re.compile(
    rf"(?:(?:{words.alternatives('labels', 'price')})\w*:? )?(?:od |do |tylko )?\d[\d .]*(?:,\d\d)? ?(?:zl|pln)(?!\w)"
)
_STREET = re.compile(rf"[\s,;(–—-]{{1,3}}(?:{words.alternatives('places', 'street')}) ?[\w„]")
_NUMBERED = re.compile(r"(?:[A-ZŁŚŻŹĆ][^\W\d]+ ){1,3}\d{1,4}[a-zA-Z]?")
"""An address without a word for a street: „Rynek 2"."""
_IN = re.compile(r"(?:w|we|przy|na) (?!(?:temat|rzecz|podstawie|ramach|zakresie|sprawie|celu)\b)")
"""What tells where, not what: „na placu zabaw", „w klubiku"."""
_INDOORS = re.compile(rf"(?:[^\W\d]\w+ )?(?:{words.alternatives('places', 'venue', 'room')})(?!\w)")
_AREA = re.compile(
    r"(?:[Pp]owiat|[Gg]mina|[Gg]m\.|[Ss]ołectwo|[Dd]zielnica|[Rr]ejon|[Rr]egion|[Ww]ojewództwo)"
    r" (?:[A-ZŁŚŻŹĆŃ][^\W\d]+|[^\W\d]+[sc]k(?:i|a|ie))(?:[ -][^\W\d]+)?"
)
"""A part of the country by its name: „powiat żniński"."""
_ROOM = re.compile(rf"(?:{words.alternatives('places', 'room')})\.? ?(?:nr\.? ?)?\d+\w?(?!\w)")


def line_titles(page: Page, hidden: Sequence[Range], stretch: Range, sure: int) -> Iterator[titles.Title]:
    """Yield what is left of a line when everything else is taken away, if that is no greeting and no place."""
    for low, high in left(page, hidden, stretch):
        invited, end = _invited(page, low, high)
        start, end = _housed(page, invited, end)
        if _tells(page, start, end) and not _sentence(page, start, end) and not placelike(page, start, end):
            for made in titles.made(page, (titles.unkinded(page, start, end), end), sure):
                governed = low < invited == made.start
                yield _nominative(made, page.folded[low:invited].split()[-1]) if governed else made
            return


def _nominative(title: titles.Title, preposition: str) -> titles.Title:
    """Return a title in the nominative that a preposition put in another case: „na naradę", „udziału w debacie"."""
    count = _COUNT.match(title.value)
    first = count.end() if count else 0
    said = names.house(title.value[first:], frozenset({_CASES.get(preposition, "nom")}))
    half = names.qualifying(title.value[first:].split()[0]) and not names.nominal(" ".join(said.split()[1:2]))
    if said == title.value[first:] or half:
        return title
    return replace(title, value=title.value[:first] + said if first else said[:1].upper() + said[1:])


def _tells(page: Page, start: int, end: int) -> bool:
    """Tell whether a piece of a line can be a title: it has more than fillers, and no verb of an announcement."""
    if end - start < titles.SHORTEST or page.folded[start] == "(":
        return False
    if (
        _leads_to_hour(page, start, end)
        or _MANNER.match(page.folded, start, end)
        or _RELATIVE.search(page.folded[start:end].rstrip())
    ):
        return False
    if titles.AT.match(page.folded, start, end) or _IN.match(page.text.plain, start, end):
        return False
    if _quality(page, start, end) or _PRICE.match(page.folded, start, end):
        return False
    return not titles.EMPTY.fullmatch(page.folded, start, end) and not titles.VERB.search(page.folded, start, end)


def _leads_to_hour(page: Page, start: int, end: int) -> bool:
    """Tell whether a piece is one small word right before an hour: „zawsze o godz. 17", „początek 9.00"."""
    alone = page.text.plain[start:end].isalpha() and page.text.plain[start].islower()
    return alone and bool(beginning(page.hours, end, end + len(" o  ")))


def _quality(page: Page, start: int, end: int) -> bool:
    """Tell whether a piece only says which one is meant: „podstawowy, dla osób bez uprawnień"."""
    word = page.folded[start:end].partition(",")[0]
    plain = page.text.plain[start : start + len(word)]
    found = dictionary.readings(plain) if word.isalpha() and plain.islower() and len(word) < end - start else ()
    return bool(found) and all(each.part in {"adj", "pact", "ppas"} for each in found)


def _sentence(page: Page, start: int, end: int) -> bool:
    """Tell whether a piece of a line is a clause, not a name: long or ended by a full stop, and with a verb."""
    line = page.line_at(start)
    if line.bulleted or re.search(r"\d\W*[–—:|-]\W*$", page.folded[line.body : start]):
        return False
    long = end - start > CLAUSE or page.folded[line.end - 1] == "." or ". " in page.folded[start:end]
    if line.row or not long or "?" in page.folded[start : min(end + 1, line.end)]:
        return False
    return spoken(page, start, end) or bool(_STARTS.search(page.folded, start, end))


def spoken(page: Page, start: int, end: int) -> bool:
    """Tell whether a stretch has a verb of somebody or something outside quotation marks."""
    quoted = [(low - start, high - start) for low, high in page.quotes if start <= low < end]
    return any(
        names.verbal(each[0])
        for each in re.finditer(r"[^\W\d_]{3,}", page.text.plain[start:end])
        if not any(low <= each.start() < high for low, high in quoted)
    )


def _housed(page: Page, start: int, end: int) -> Range:
    """Leave out a house before a title: „Dom Nauczyciela w Grudziądzu: Procedura …", „remiza – zebranie …"."""
    for match in _DASH.finditer(page.folded, start, end):
        indoors = _INDOORS.match(page.folded, start, match.start()) and page.text.plain[start].islower()
        if indoors and _KIND.match(page.folded, match.end(), end):
            return match.end(), end
    town = _DASH.search(page.folded, start, end)
    if town and _dated(page, start) and names.geographic(page.text.words(start, town.start())):
        return (end, end) if _among_houses(page, town.end(), end) else (town.end(), end)
    colon = page.folded.find(": ", start, end)
    if colon > start and placelike(page, start, colon):
        return colon + 2, end
    return start, end


def _among_houses(page: Page, start: int, end: int) -> bool:
    """Tell whether a name behind a town is that of a house: houses stand there in the lines of the list around it."""
    named = page.text.plain[start:end].split()
    if len(named) > SHORT or not all(word[0].isupper() for word in named) or _KIND.search(page.folded, start, end):
        return False
    line = page.line_at(start)
    around = page.lines[max(0, line.number - AROUND) : line.number + AROUND + 1]
    beside = [each for each in around if each is not line and each.bulleted == line.bulleted]
    dashes = [(_DASH.search(page.folded, each.body, each.end), each.end) for each in beside]
    parts = [(dash.end(), page.folded.find(", ", dash.end(), high), high) for dash, high in dashes if dash]
    return sum(placelike(page, low, comma if comma > 0 else high) for low, comma, high in parts) > len(beside) / 2


def _dated(page: Page, place: int) -> bool:
    """Tell whether a line names a day before a place in it."""
    line = page.line_at(place)
    return any(line.start <= each.start < place for each in page.days)


def placelike(page: Page, start: int, end: int) -> bool:
    """Tell whether what is left of a line is where the training is: „Dom Wnuka, Sopot"."""
    written = page.text.plain[start:end]
    if any(each.fullmatch(written) for each in (_HALL, _STATION)):
        return True
    if _ROOM.match(page.folded, start, end) or _house(page, start, end):
        return True
    if _townhouse(page, start, end) or _townbracket(written) or _AREA.fullmatch(written):
        return True
    unit = names.unit(written.strip(" ."))
    if unit != written and names.geographic(unit.title() if unit.isupper() else unit):
        return True
    if not _HOUSE.match(page.folded, start, end) and not names.geographic(written.strip(" .")):
        return False
    tail = re.split(r", | w | we ", written)
    last = tail[-1].strip(" .")
    return (
        (len(tail) == 1 and names.geographic(last))
        or (len(tail) > 1 and (names.geographic(last) or names.town(last.split()) is not None))
        or bool(re.search(r"\b(?:ul|al|pl)\. ?\w", page.folded[start:end]))
    )


def _townhouse(page: Page, start: int, end: int) -> bool:
    """Tell whether a town and a house in it are named: „Lubań, świetlica wiejska"."""
    joint = _JOINT.search(page.folded, start, end)
    if joint is None or not names.geographic(page.text.plain[start : joint.start()]):
        return False
    if _NUMBERED.fullmatch(page.text.plain, joint.end(), end) or _addressed(page, end):
        return True
    named = page.text.plain[joint.end() : end].split()
    proper = len(named) > 1 and all(word[0].isupper() for word in named) and _STREETED.match(page.folded, end)
    return bool(proper or _HOUSE.match(page.folded, joint.end(), end) or _ROOM.match(page.folded, joint.end(), end))


def _addressed(page: Page, place: int) -> bool:
    """Tell whether a street follows: what stands between it and a town is a house."""
    return bool(_STREET.match(page.folded, place, page.line_at(place - 1).end))


def _townbracket(written: str) -> bool:
    """Tell whether nothing stands before a bracket but a town: „Nysa (gospodarz: Fundacja Tama)"."""
    town, bracket, rest = written.rstrip().partition(" (")
    return bool(bracket) and rest.find(")") in {-1, len(rest) - 1} and names.geographic(town)


def _house(page: Page, start: int, end: int) -> bool:
    """Tell whether nothing but a house is named: „Dom Kultury", „Centrum Edukacji i Promocji"."""
    if not _HOUSE.match(page.folded, start, end):
        return False
    named = re.findall(r"[^\W\d_]{2,}", page.text.plain[start:end])
    if len(named) == 1 and named[0].isupper():
        return True
    if named[0].islower():
        return len(named) <= SHORT and not _KIND.search(page.folded, start, end)
    return named[0].istitle() and all(word[0].isupper() or len(word) < 4 for word in named)  # noqa: PLR2004 -- „im."


def _invited(page: Page, start: int, end: int) -> Range:
    """Leave out „zapraszamy do"; a kind of training that it puts in another case is left to its phrase."""
    match = titles.INVITING.match(page.folded, start, end)
    kind = _KIND.match(page.folded, match.end(), end) if match else None
    if match and kind and page.folded[: match.end()].endswith(" do ") and page.text.plain[match.end()].islower():
        return end, end
    return (match.end(), end) if match else (start, end)
