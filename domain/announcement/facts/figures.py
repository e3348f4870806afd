"""How many people and for how much: the number of places and the price, as stated."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from domain.announcement.language import dictionary, numerals, words
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page, Range

_PEOPLE = r"(?:osob\w*|uczestni\w*|miejsc\w*|people|participants|places|seats|persons|os\.)"
_RANGED = r"(?:\d{1,3} ?(?:[-–—]|do|to) ?)?"
"""The fewest before the most: „12-16 osób"."""
_CAPACITY = re.compile(
    rf"(?:(?<!\w)(?:liczb\w|limit\w*|ilosc|maksym\w+|max\.?|maks\.?|do(?!\w)|up to|maximum|only|tylko|przewidziano|mamy"
    rf"|dysponujemy|zaledwie|at most|ograniczon\w|grup(?:a|ie)(?!\w))[^.;\d\n]{{0,40}}?)"
    rf"{_RANGED}(?P<a>\d{{1,4}}) ?{_PEOPLE}"
    rf"|(?:liczb\w|ilosc\w*|limit\w*|number of|maks\w*|max\.?)[^.;\d\n]{{0,14}}(?:miejsc|stanowisk|osob|uczestnik"
    r"|places|seats|participants)\w*"
    rf"(?: (?:(?:jest|bedzie|zosta\w+) )?ograniczon\w+| to| wynosi| [^\W\d]+)?[ :–—(-]{{0,4}}"
    rf"(?:do |to )?{_RANGED}(?P<b>\d{{1,4}})(?!\d| ?(?:zl|%|\.\d|[/:]))"
    rf"|(?<![\w.,:/-])(?P<c>\d{{1,4}}) (?:miejsc|places|seats)(?: available)?(?!\w)(?! wolnych)"
    rf"|(?:po)?miesci (?:sie )?(?:do |ok\. |okolo |maks\w+ )?(?P<d>\d{{1,4}}) {_PEOPLE}"
    r"|grup\w* (?:do |maks\w+ )?(?P<e>\d{1,3})[ -]?osobow\w+|(?<![-–\d])(?P<f>\d{1,3})[ -]?osobow\w+ grup\w+"
    r"|limited to (?P<g>\d{1,4})(?!\d| ?(?:minut|hour|day|%|pln|zl))"
    r"|(?:przyjm\w+|dla|zapisz\w+)(?: tylko| pierwszych){0,2} (?P<h>\d{1,4})"
    r" (?:pierwszych )?(?:osob|uczestnik)\w*"
    r"|(?<!wolnych )(?<!\w)(?:miejsc|stanowisk) (?:(?:jest|mamy|bedzie|starczy|tylko|zaledwie) ){1,2}(?P<i>\d{1,3})"
    r"(?!\d| ?(?:%|z \d))"
    r"|(?<!\w)(?:moze|moga) (?:w (?:nim|niej|nich|szkoleniu|zajeciach) )?"
    r"(?:uczestniczyc|wziac udzial|uczyc sie|skorzystac)"
    r" (?:w (?:nim|niej|nich|szkoleniu|zajeciach) )?(?:maksymalnie |najwyzej |tylko |do )?(?P<j>\d{2,4}) osob(?!\w)"
    r"|(?<!\w)(?:zamyka\w*|zamkni\w+|konczy\w*)(?!\w)[^.;!?]{0,60}"
    r"(?<!\w)po (?:zebraniu|zapisaniu|zgloszeniu|przyjeciu|zarejestrowaniu)"
    r" (?:sie )?(?P<k>\d{1,4}) (?:osob|uczestnik|zgloszen)\w*"
)
_REPORTED = re.compile(
    r"(?:udzial wzi\w+|wzi[ae]l\w* udzial|uczestniczyl\w*|przyszl\w+|przybyl\w+|spotkal\w+|przeszkol\w+|zapisal\w+"
    r"|zglosil\w+|zgromadzi\w+|zebral\w+|skorzystal\w+|wyniosl\w+|ukonczyl\w+|w (?:zeszl|ubiegl|poprzedni)\w+"
    r"|poprzedni\w+|dotychczas\w*|do tej pory|minimaln\w+|parking\w*|nagrod\w*|upomin\w+)[^.;,]{0,60}$"
)
_NOT_CAPACITY = re.compile(
    r"(?:woln\w+|pozostal\w+|zostal\w+(?! (?:ogranicz|okresl|ustal))|ponad"
    r"|uczestniczyl\w*|przyszl\w+|wzielo udzial|z jednej|z kazdej"
    r"|z gminy|z instytucji|urzedu moze|co najmniej|minimum|min\.)[^.;]{0,20}$"
)
_NOT_AFTER = re.compile(
    r"\s*(?:z (?:jednej|kazdej|jednego|kazdego|gminy|urzedu|instytucji)|na gmine|wolnych|parkingow\w+"
    r"|siedzac\w+|w kazdej|from each|per)"
)
_DIGIT = re.compile(r"\d")
_SEATS = re.compile(r" ?(?:miejsc|osob|uczestnik|places|seats|participants|people)\w*(?! (?:z|na) )")
_UP_TO = re.compile(r"(?<!\w)(?:do|maks\w*\.?|max\.?|ok\.?|up to)(?!\w)")
FEWEST = 5
"""Places that a training has at least when they are counted in words."""
_BARE = re.compile(rf"\s*(?:od |from |do |max\.? |maks\.? |ok\. )?{_RANGED}(?P<a>\d{{1,4}})(?!\d|[.:/,]\d)")
_MONEY = re.compile(
    r"(?<![\d.,])(?P<amount>\d{1,3}(?:[ .]\d{3})+|\d{1,5})(?:[,.](?P<rest>\d{2})|,-)? ?(?:zl|pln|zlotych"
    r"|zloty|zlote)(?!\w)|pln ?(?P<en>\d{1,5})(?!\d)"
)
_SUM = re.compile(
    r"\s*(?:od )?(?P<amount>\d{2,5})(?:[.,](?P<rest>\d\d))?(?P<en>(?!))? ?(?=\+ ?(?:\d+ ?% ?)?vat|netto|brutto|/ ?os)"
)
"""What a label says to be a price, without a currency: „Cena: 540.00 +VAT"."""
_FREE = words.phrase("money", "free")
_NOT_FREE = re.compile(rf"(?<!\w)(?:{words.alternatives('money', 'not_free')})(?!\w)")
_TAKING_PART = re.compile(r"udzial|szkoleni|webinar|wstep")
_WITH_OTHERS = re.compile(
    r"\W*(?:udzial|uczestnictwo|wstep)(?: w \w+)?(?:,| i | oraz ) ?[^,;:–]{0,40}(?:, [^,;:–]{0,40}){0,3}$"
)
_PRICED = words.phrase("money", "price")
_DIFFERENT = re.compile(
    r"\b(?:dla czlonk\w+|czlonkow\w+|pozostal\w+|dla gmin|niezrzeszon\w+|przy zgloszeniu|do \d|po \d|early"
    r"|members|others|studen\w+|kolejn\w+ osob|druga osoba|od drugiej)\b"
)
_EARLY = re.compile(
    r"(?<!\w)(?:przy (?:zgloszeni|zapis|rejestracj)\w* (?:\w+ ){0,2}do|promocyjn\w+|promocj\w+|early"
    r"|first minute|wczesniejsz\w+)(?!\w)[^;]*$"
)
BEFORE = 90
"""Signs before a sum in which it may be told who pays it."""
_NET = re.compile(r"\s*(?:zl )?netto|\+ ?(?:\d+ ?% )?vat|\s*net\b")
_BRUTTO = re.compile(r"\s*\(?(?:zl )?brutto|gross")
_NO_PRICE = re.compile(
    r"doplat\w*[^,;)]{0,30}$|(?:dofinansowan\w+|wartosc\w*|budzet\w*|dotacj\w+|kwot\w+ [^.]{0,30}projekt\w*|nocleg\w*"
    r"|obiad\w*|parking\w*|kar\w+|prog\w*|zamowien\w*|do \d+ tys|ponizej|powyzej|faktur\w+)[^.\d]{0,30}$"
)
_PARTIAL = re.compile(r"[^\w\n]*(?:(?:na )?(?:[ivx\d]{1,4}\.?|pierwsz\w+|drug\w+|trzeci\w+|kazd\w+) )?rat[ay](?!\w)")
"""What is said of a part of the price: „500 zł – II rata"."""
_REFUNDED = re.compile(r"(?<!\w)(?:zwrac\w+|zwrot\w*|zwroc\w+|zrefund\w+|refund\w*)(?!\w)")
_GROSS = re.compile(r"(?<!\w)brutto:? (?:to |wynosi )?$")
_WHOM = re.compile(r"(?<!\w)(?:dla |czlonk|\w*zrzesz|pozostal|inn\w+ |osob\w* z |gmin|studen|senior|members|others)")
_REDUCED = re.compile(
    r"(?<!\w)(?:czlon(?:k|ek)|zrzesz[eo]n|stowarzyszon|(?:kolejn|drug)\w+ (?:osob|uczestn)|studen|senior"
    r"|emeryt|ulgow|znizk|members|group)"
    rf"|(?<!\w)(?:{words.alternatives('money', 'several')})(?!\w)"
)
_NEXT = re.compile(r" ([^\W\d_]{3,})")
_WHOLE = re.compile(r"\b(?:brutto|gross)\b")
_CELLS = re.compile(r"[|\t]")
_CLAUSE = re.compile(r"[^,;.()\n–]{0,60}(?:(?<= )– [^,;.()\n–\d]{3,60})?")


def capacity(page: Page, pieces: Iterable[Segment]) -> tuple[int, Range] | None:
    """Return for how many people there is room."""
    chosen = list(pieces)
    for piece in chosen:
        if "capacity" in piece.labels and (match := _BARE.match(page.folded, piece.start, piece.end)):
            return int(match["a"]), match.span("a")
    for piece in chosen:
        if not _DIGIT.search(page.folded, piece.outer, piece.end):
            continue
        for match in _CAPACITY.finditer(page.folded, piece.outer, piece.end):
            if match.end() <= piece.start:
                continue
            group = str(match.lastgroup)
            before = page.folded[max(piece.outer, match.start() - 60) : match.start(group)]
            if (
                not _NOT_CAPACITY.search(before)
                and not _REPORTED.search(before)
                and not _NOT_AFTER.match(page.folded, match.end())
                and int(match[group]) > 0
            ):
                return int(match[group]), (match.start(group), match.end())
    return next(_spelt(page, chosen), None)


def _spelt(page: Page, pieces: Iterable[Segment]) -> Iterator[tuple[int, Range]]:
    """Yield the places that a label or „miejsc" counts in words: „Liczba miejsc: dwadzieścia pięć"."""
    for piece in pieces:
        labelled = "capacity" in piece.labels
        if not labelled and not _SEATS.search(page.folded, piece.start, piece.end):
            continue
        for match in numerals.SPELT.finditer(page.folded, piece.start, piece.end):
            before = page.folded[piece.start : match.start()]
            counted = _SEATS.match(page.folded, match.end()) and not _NOT_CAPACITY.search(before[-60:])
            led = labelled and not any(map(str.isalpha, _UP_TO.sub("", before)))
            if (led or counted) and (value := numerals.value(match)) and value >= FEWEST:
                yield value, match.span()


def prices(page: Page, pieces: Sequence[Segment]) -> tuple[tuple[Decimal, ...], Range] | None:
    """Return the price; several when the text states different ones for different people, none when it is silent."""
    free = _free(page, pieces)
    found = _amounts(page, pieces)
    if not found and not free:
        return None
    if free and not found:
        return (Decimal(0),), free
    found = [each for each in found if not _early(page, each[1][0])] or found
    if free and _besides(page, free):
        free = None
    if free and found:
        return tuple(sorted({Decimal(0), *(value for value, _ in found)})), free
    if general := _general(page, found):
        return (general[0],), general[1]
    gross = [each for each in found if _gross(page, each[1])]
    values = {value for value, _ in found}
    if len(values) > 1 and gross and len({value for value, _ in gross}) == 1:
        return (gross[0][0],), gross[0][1]
    if len(values) > 1 and any(_NET.match(page.folded, place[1]) for _, place in found) and gross:
        found = gross
        values = {value for value, _ in gross}
    return tuple(dict.fromkeys(value for value, _ in found)), found[0][1]


def _early(page: Page, place: int) -> bool:
    """Tell whether a sum is paid only by those who sign up early: „przy zgłoszeniu do 22 lutego 399 zł"."""
    return bool(_EARLY.search(page.folded, max(page.sentence(place)[0], place - BEFORE), place))


def _besides(page: Page, free: Range) -> bool:
    """Tell whether only something beside the training is free: „bezpłatna rezygnacja", „bezpłatny parking"."""
    match = _NEXT.match(page.text.plain, free[1])
    of_training = _PRICED.match, words.phrase("kinds").match
    if match is None or any(each(page.folded, match.start(1)) for each in of_training):
        return False
    return any(each.part == "subst" for each in dictionary.readings(match[1].lower()))


def _gross(page: Page, place: Range) -> bool:
    before = page.folded[max(0, place[0] - 20) : place[0]]
    return bool(_BRUTTO.match(page.folded, place[1]) or _GROSS.search(before) or _WHOLE.search(_column(page, place[0])))


def _column(page: Page, place: int) -> str:
    """Return the words above the column of a table in which a place stands, nothing elsewhere."""
    line = page.line_at(place)
    if not line.row:
        return ""
    index = sum(each.end <= place for each in line.segments)
    rows = takewhile(lambda each: each.row and each.paragraph == line.paragraph, reversed(page.lines[: line.number]))
    head = next(iter(deque(rows, maxlen=1)), line)
    cells = _CELLS.split(page.folded[head.start : head.end].strip("|\t "))
    return cells[index] if len(cells) == len(line.segments) else ""


def _general(page: Page, found: Sequence[tuple[Decimal, Range]]) -> tuple[Decimal, Range] | None:
    """Return the price of which others only pay less: „390 zł, członkowie 320 zł"; none when all are for somebody."""
    first = found[0]
    start = max(page.segment_at(first[1][0]).outer, page.sentence(first[1][0])[0])
    said = page.folded[start : first[1][0]] + _clause(page, first[1][1])
    if _WHOM.search(said) or _REDUCED.search(said):
        return None
    place = first[1][1]
    for value, (low, high) in found[1:]:
        told = page.folded[max(place, low - 60) : low] + _clause(page, high)
        if value > first[0] or (value < first[0] and not _REDUCED.search(told)):
            return None
        place = high
    return first if any(value < first[0] for value, _ in found) else None


def _clause(page: Page, place: int) -> str:
    match = _CLAUSE.match(page.folded, place)
    return match[0] if match else ""


def _free(page: Page, pieces: Sequence[Segment]) -> Range | None:
    for piece in pieces:
        if piece.labels & {"title", "subject", "agenda"}:
            continue
        begin = piece.outer if "price" in piece.labels else piece.start
        for match in _FREE.finditer(page.folded, begin, piece.end):
            nearby = page.folded[max(begin, match.start() - 25) : min(piece.end, match.end() + 18)]
            quoted = page.quoted(match.start())
            if not quoted and (not _NOT_FREE.search(nearby) or _free_of(page, begin, match.start(), nearby)):
                return match.span()
    return None


def _free_of(page: Page, begin: int, place: int, nearby: str) -> bool:
    """Tell whether taking part is free, alone or with other things: „udział, materiały i obiad są bezpłatne"."""
    listed = page.folded[max(begin, page.sentence(place)[0]) : place]
    return bool(_TAKING_PART.search(nearby) or _WITH_OTHERS.match(listed))


def _amounts(page: Page, pieces: Sequence[Segment]) -> list[tuple[Decimal, Range]]:
    found = []
    for piece in pieces:
        if not _DIGIT.search(page.folded, piece.start, piece.end):
            continue
        if "price" in piece.labels and (match := _SUM.match(page.folded, piece.start, piece.end)):
            found.append((_amount(match), match.span()))
        for match in _MONEY.finditer(page.folded, piece.start, piece.end):
            start, _ = page.sentence(match.start())
            around = page.folded[min(start, piece.outer) : min(match.end() + 40, piece.end)]
            if (
                "price" not in piece.labels
                and not _PRICED.search(around)
                and not _DIFFERENT.search(around)
                and not page.line_at(match.start()).row
                and not _terse(page, match, piece)
            ):
                continue
            if _NO_PRICE.search(page.folded[max(start, match.start() - 60) : match.start()]):
                continue
            if _PARTIAL.match(page.folded, match.end()) or _REFUNDED.search(page.folded, start, match.start()):
                continue
            found.append((_amount(match), match.span()))
    return found


def _terse(page: Page, match: re.Match[str], piece: Segment) -> bool:
    """Tell whether a sum stands alone between commas: „18 marca, sala 3, 250 zł"."""
    before = page.folded[max(piece.start, match.start() - 2) : match.start()].strip()
    return before in {"", ",", "–", "-", "(", "|", ";", "."} and not piece.labels


def _amount(match: re.Match[str]) -> Decimal:
    if match["en"]:
        return Decimal(match["en"])
    whole = re.sub(r"\D", "", match["amount"])
    rest = (match["rest"] or "").rstrip("0")
    return Decimal(f"{whole}.{match['rest']}") if rest else Decimal(whole)
