"""The words of a place taken apart: the house with its street, the town in the nominative, the room."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from domain.announcement.facts import rooms
from domain.announcement.facts.rooms import GENITIVE, LOCATIVE, NOMINATIVE, ROOM, STREET, Part
from domain.announcement.language import names, words
from domain.announcement.language.text import folded
from domain.announcement.layout.page import Page, Range
from domain.announcement.trainings.titles import bare

_CHAMBERS = re.compile(r"(?:swietlic|stolowk|kawiarni|biblioteka$|czytelni|kinoteatr|foyer|hol$|patio|kuluar)")
_SPLIT = re.compile(
    r"[,;()|\t\[\]]| [–—-] |(?<=[^\W\d]{3})(?<!\bpok)(?<!\bbud)(?<!\bgen)(?<!\bmarsz)(?<!\bprof)(?<!\bkard)"
    r"(?<!\bppor)(?<!\bmjr)(?<!\bkpt)(?<!\brtm)(?<!\bplk)(?<!\bprac)(?<!\bkonf)(?<!\bwoj)(?<!\bpow)\. (?!\d{1,3}(?!\d))"
    rf"|(?<=\d) (?=(?:{ROOM}) ?[\w„\"])|(?<=\d[a-z]) (?=(?:{ROOM}) ?[\w„\"])"
    r"|(?<= pietro) (?=(?:ul|al|pl|os)\.)|(?<= pietrze) (?=(?:ul|al|pl|os)\.)"
    r"| (?:oraz|i|lub|albo|and) (?=(?:online|on-line|transmisj\w+|zdaln\w+|stream\w*|wideo\w+"
    r"|(?:na|via) (?:platform\w+|zoom|ms)))"
    r"|\n|: |/(?= )| we? (?:miejscowosci|msc\.) |[✆☎📞👉]"
)
_FIGURE = re.compile(r"\d{1,2}\.\d\d")
_NUMBERING = re.compile(r"(?:\b(?:sal[aie]|aul[ai]|pokoju|pokoj)|\b(?:s|pok)\.) ?(?:nr\.? ?)?[a-z]?$")
_FLOOR = re.compile(
    r"(?:[ivx]+|\d{1,2}|pierwsze|drugie|trzecie|czwarte|na [ivx]+)\.? (?:pietro|pietrze|p\.)|parter(?:ze)?"
    r"|(?:domofon|klatka|kod do drzwi) .*"
    r"|\d{1,2}(?:st|nd|rd|th) floor|ground floor|wejscie.*|budynek (?:[a-h\d]|[ivx]+)$"
)
_POST = re.compile(r"\d\d-\d{3} ?")
_ADDRESS = re.compile(rf"(?:przy |at )?(?:{STREET}) ?[\w„\"]")
_NUMBERED = re.compile(r"(?:\w[\w.-]+ ){1,4}\d{1,4}[a-zA-Z]?(?:/\d{1,4}[a-zA-Z]?)?$")
_IN = re.compile(r"(?<![^\s(,])(?:w|we|in|W|WE) (?=[A-ZŁŚŻŹĆŃ])")
_NEAR = re.compile(rf"(?:^|(?<= )(?<!\bna ))(?:(?:przy|at|na(?! \w{{4}})) )?(?=(?:{STREET}) ?[\w„])")
"""Where a street begins; „na placu" goes on with the house."""
_ONLINE = re.compile(
    rf"(?:{words.alternatives('mode')}|{words.alternatives('kinds')}|platform\w*|aplikacj\w*|internet\w*|transmisj\w*|link\w*|spotkani\w*|rejestracj\w*|oraz|lub|i|\s|na|w|via|przez|-|\W)+"
)
_PLACELESS = re.compile(
    r"(?:do ustalenia|do potwierdzenia|zostan\w+ podan\w+|wkrotce|tb[dac]|podamy|j\.? ?w\.?|t[oa] sam[oa].*"
    r"|bez zmian|w tym samym miejscu|ok\.? .*|szczegoly.*|pozostaj\w+ bez zmian"
    r"|dla .*|dojazd.*|link.*|parking .*|obok .*|naprzeciw.*|wstep.*|udzial.*|zapisy.*|tel.*|kontakt.*)"
)
_PLATFORM = re.compile(rf"(?:na )?(?:{words.alternatives('places', 'platform')})(?! widokow)(?!\w)")
"""Where people meet online: „Platforma Edu"."""
_OF_TOWN = re.compile(r"(?:miasta|gminy|gmina|miejski|miasto|osp|wiejska|ludowy)$")
_INITIALS = re.compile(r"(?:[A-ZŁŚŻ]{2,5}|UMiG|CKiS|MCKiS|GCKiS|GOKiS|OSiR|MOSiR|GOSiR|UMiG)$")
_OWNED = re.compile(r" (?:OSP|SP|ZSP?|PSP|LO|KGW|GOK|GCK|MOK|MGOK|LKS|GOPS)(?: (?:nr )?\d{1,3})?$")
"""A hall that bears the letters of its house is the house itself: „sala OSP"."""
_GOES_ON = re.compile(r"\b(?:wlkp|marsz|prof|kard|ppor|mjr|rtm|plk|prac|konf|pom|maz|woj|gen|por)\. ?$")
_TOO_PLAIN = frozenset(
    {
        "biuro",
        "centrum",
        "urzad",
        "dom",
        "wydzial",
        "osrodek",
        "oddzial",
        "instytut",
        "zaklad",
        "budynek",
        "hotel",
        "klub",
        "szkola",
        "park",
        "hala",
        "siedziba",
        "akademia",
        "izba",
        "sala konferencyjna",
    }
)
_LONGEST = 110
NUMBERED_BEFORE = 12
"""Signs before a number in which „sala nr" may stand."""


@dataclass(slots=True)
class Where:
    """The house, the town and the room; what is not stated is ``None``."""

    name: Part | None = None
    city: Part | None = None
    room: Part | None = None

    def __bool__(self) -> bool:
        return bool(self.name or self.city or self.room)

    def join(self, other: Where) -> None:
        """Take over what is not known yet."""
        self.name = self.name or other.name
        self.city = self.city or other.city
        self.room = self.room or other.room


@dataclass(slots=True)
class _Taking:
    page: Page
    cases: frozenset[str]
    labelled: bool
    found: Where = field(default_factory=Where)
    names: list[Part] = field(default_factory=list)

    def part(self, start: int, end: int) -> bool:
        """Take one part in; tell whether it was a piece of a place."""
        if _FLOOR.fullmatch(self.page.folded, start, end):
            self._floor(start, end)
            return True
        rest = self._room(start, end)
        if rest is None or _FLOOR.fullmatch(self.page.folded, *rest):
            return True
        if rest[0] > start:
            self.cases = GENITIVE
        start, end = rest
        post = _POST.match(self.page.folded, start, end)
        if post:
            return self._town(post.end(), end) if post.end() < end else True
        start, end = self._town_within(start, end)
        if end <= start:
            return True
        second = self.found.city is not None and rooms.HOUSE.match(self.page.folded, start, end)
        return (not second and self._town(start, end, known=True)) or self._house(start, end)

    def _floor(self, start: int, end: int) -> bool:
        """Join a floor to the room right before it: „sala 12, II piętro", „aula na parterze"."""
        room = self.found.room
        match = rooms.FLOOR.fullmatch(self.page.folded, start, end)
        if room is None or match is None or self.page.folded[room.end : start].strip(" ,("):
            return False
        apart = " " if match["on"] else ", "
        self.found.room = Part(room.start, end, room.value + apart + self.page.text.words(start, end))
        return True

    def _room(self, start: int, end: int) -> Range | None:
        """Take a room from the beginning of a part; return what is left of it."""
        match = rooms.NAMED.match(self.page.folded, start, end)
        if match is None or (len(match["word"].strip(".")) == 1 and not match["name"][:1].isdigit()):
            return start, end
        finish = match.end("name") if match["name"] else rooms.finish(self.page, match.end("word"), end)
        if self.found.room is None:
            self.found.room = rooms.taken(self.page, match, finish, self.cases)
        left = bare(self.page, (finish, end))
        return left if left[1] > left[0] and not self._floor(*left) else None

    def _town(self, start: int, end: int, *, known: bool = False) -> bool:
        written = re.sub(r"^(?:m\.|miasto|gmina|gm\.) ", "", self.page.text.words(start, end).strip(" ."))
        if known and (not names.geographic(_cased(written)) or self._housed(start, end)):
            return False
        if self.found.city is None:
            self.found.city = Part(start, end, written)
        return True

    def _housed(self, start: int, end: int) -> bool:
        """Tell whether several words begin with one for a house, if a village has its name: „Książnica Pomorska"."""
        house = rooms.HOUSE.match(self.page.folded, start, end)
        return house is not None and house.start("venue") == start and house.end() < end

    def _town_within(self, start: int, end: int) -> Range:
        """Take the town from „… w Gdyni" and from „Urząd Gminy Luzino"; return the part without it."""
        plain = self.page.text.plain
        for match in _IN.finditer(plain, start, end):
            following = [word.strip(".,;:)(") for word in plain[match.end() : end].split()[:3]]
            cases = frozenset({"nom"}) if self.page.folded.startswith("in", match.start()) else LOCATIVE
            town = names.town([_cased(word) for word in following], cases=cases, beside=plain)
            town = town or self._common(following, end, match.end())
            if town and town[1]:
                finish = match.end() + len(" ".join(following[: town[1]]))
                self.found.city = self.found.city or Part(match.end(), finish, town[0])
                after = bare(self.page, (min(finish, end), end))
                return bare(self.page, (start, match.start())) if match.start() > start else after
        return self._of_town(start, end)

    def _common(self, following: Sequence[str], end: int, start: int) -> tuple[str, int] | None:
        """Return a town named by common nouns, „w Borowym Młynie", when it ends the part."""
        written = " ".join(following)
        if rooms.HOUSE.match(folded(written)):
            return None
        made = names.house(written, LOCATIVE)
        whole = start + len(written) >= end - 1
        return (made, len(following)) if made != written and whole and len(following) <= 2 else None  # noqa: PLR2004

    def _of_town(self, start: int, end: int) -> Range:
        pieces = self.page.text.words(start, end).split()
        for count in (1, 2):
            before = start, end - len(" ".join(pieces[-count:])) - 1
            if len(pieces) > count and (
                _OF_TOWN.search(self.page.folded, *before) or _INITIALS.search(self.page.text.plain, *before)
            ):
                written = " ".join(pieces[-count:])
                genitive = names.town([_cased(each) for each in pieces[-count:]], cases=GENITIVE)
                if genitive and genitive[1] == count and not names.geographic(_cased(written)):
                    self.found.city = self.found.city or Part(end - len(written), end, genitive[0])
                    return start, end
                if names.geographic(_cased(written)):
                    finish = end - len(written)
                    self.found.city = self.found.city or Part(finish, end, written)
                    return bare(self.page, (start, finish))
        return start, end

    def _house(self, start: int, end: int) -> bool:
        near = next((each for each in _NEAR.finditer(self.page.folded, start, end)), None)
        if near and near.start() > start:
            taken = self._house(*bare(self.page, (start, near.start())))
            return self._address(near.end(), end) or taken
        written = self.page.text.words(start, end)
        if near or (self.names and _NUMBERED.fullmatch(written)) or _ADDRESS.match(self.page.folded, start, end):
            return self._address(near.end() if near else start, end)
        if len(written) > _LONGEST:
            return False
        return self._named(start, end, written)

    def _address(self, start: int, end: int) -> bool:
        if end > start:
            self.names.append(Part(start, end, self.page.text.words(start, end)))
        return end > start

    def _named(self, start: int, end: int, written: str) -> bool:
        """Take a part for a house: it holds the word for one, or a label announced it."""
        lead = re.match(r"(?:w|we|na|the|in|at|przy) ", written)
        cases = self.cases
        if lead:
            start, written, cases = start + lead.end(), written[lead.end() :], LOCATIVE
        house = rooms.HOUSE.match(self.page.folded, start, end)
        proper = house is not None and all(
            word[:1].isupper() for word in self.page.text.plain[start : house.start("venue")].split()
        )
        plain = folded(written if "nom" in cases else names.house(written, cases)) in _TOO_PLAIN
        proper = (house is not None and proper) or ("proper" in self.cases and not self.names)
        if proper and not self.names and not (plain and not self.labelled):
            self.names.append(Part(start, end, written if "nom" in cases else names.house(written, cases)))
            return True
        if _CHAMBERS.match(self.page.folded, start, end) and self.names and not self.found.room:
            self.found.room = Part(start, end, written)
            return True
        if not self.labelled or (not written[:1].isupper() and (self.names or (self.found.room and house is None))):
            return False
        if (
            self.names
            and self.found.city is None
            and re.fullmatch(r"[^\W\d][\w-]*(?: [^\W\d][\w-]*)?", written)
            and not house
        ):
            self.found.city = Part(start, end, written)
            return True
        if len(self.names) < 2:  # noqa: PLR2004 -- a house and what it belongs to
            self.names.append(Part(start, end, written if "nom" in cases else names.house(written, cases)))
        return True


def parse(page: Page, stretch: Range, busy: Sequence[Range], cases: frozenset[str], *, labelled: bool = False) -> Where:
    """Read the parts of a place one by one; without a label it ends with the first part that is none of it."""
    taking = _Taking(page, cases, labelled)
    stretch = stretch[0], max(stretch[0], min(stretch[1], _sentence(page, stretch[0])))
    place = stretch[0]
    for start, end in parts(page, *stretch, busy):
        if taking.names and taking.found.city and page.folded[place:start].strip() == "/":
            break  # the same in another language
        place = end
        if taking.names:
            taking.cases = NOMINATIVE
        if (
            _PLACELESS.fullmatch(page.folded, start, end)
            or _PLATFORM.match(page.folded, start, end)
            or _ONLINE.fullmatch(page.folded, start, end)
        ):
            if taking.names:
                break
            continue
        if not taking.part(start, end) and not labelled:
            break
    room = taking.found.room
    if room and not taking.names and _OWNED.search(room.value):
        taking.names, taking.found.room = [room], None
    if taking.names:
        first, last = taking.names[0], taking.names[-1]
        taking.found.name = Part(first.start, last.end, ", ".join(part.value for part in taking.names))
    return taking.found


def _sentence(page: Page, place: int) -> int:
    """Return where the sentence around a place ends; „al. Marsz. Piłsudskiego" is no end of one."""
    end = page.sentence(place)[1]
    while _GOES_ON.search(page.folded, place, end) and end < page.line_at(place).end:
        end = page.sentence(end)[1]
    return end


def parts(page: Page, start: int, end: int, busy: Sequence[Range]) -> Iterator[Range]:
    """Yield the parts between commas, brackets and dashes that hold no day, hour or address."""
    place = start
    cuts = [match.span() for match in _SPLIT.finditer(page.folded, start, end)]
    within = busy[bisect_left(busy, (start, 0)) : bisect_left(busy, (end, 0))]
    cuts += [each for each in within if not _numbers(page, each)]
    for cut, after in [*sorted(cuts), (end, end)]:
        if cut > place:
            low, high = bare(page, (place, cut))
            if high > low:
                yield low, high
        place = max(place, after)


def _numbers(page: Page, found: Range) -> bool:
    """Tell whether what reads as a day or an hour is the number of a room: „sala 2.08"."""
    return bool(
        _FIGURE.fullmatch(page.folded, *found)
        and _NUMBERING.search(page.folded, max(0, found[0] - NUMBERED_BEFORE), found[0])
    )


def _cased(written: str) -> str:
    """Return words that are shouted as names are written."""
    return written.title() if written.isupper() and len(written) > 2 else written  # noqa: PLR2004
