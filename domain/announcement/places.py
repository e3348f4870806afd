"""Where a training is: the house with its street, the town in the nominative, the room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.announcement import names, words
from domain.announcement.lines import Segment
from domain.announcement.page import Page, Range
from domain.announcement.titles import bare

_VENUE = words.alternatives("places", "venue")
_STREET = words.alternatives("places", "street")
_ROOM = words.alternatives("places", "room")
_SPLIT = re.compile(r"[,;()|\t]| [–—-] |(?<=[^\W\d]{3})\. |\n|: ")
_ROOM_NAMED = re.compile(
    rf"(?:w |we |na )?(?:(?:nr|numer) )?(?P<word>{_ROOM})(?!\w)\.? ?(?P<nr>(?:nr\.?|numer|no\.?) ?)?"
    r"(?P<name>\d{1,4}[a-z]?(?:[./-]\d{1,3})?(?! ?\d)|[a-z]\d{0,3}(?=$|[ ,])|[„\"«'][^”\"»']{2,40}[”\"»']|(?:im\.|imienia) .{3,60}|[^\W\d][\w-]*(?: [^\W\d][\w-]*){0,3}|)"
)
_FLOOR = re.compile(r"(?:[ivx]+|\d{1,2}|pierwsze|drugie|trzecie|czwarte)\.? (?:pietro|pietrze|p\.)|parter(?:ze)?|\d{1,2}(?:st|nd|rd|th) floor|ground floor")
_POST = re.compile(r"\d\d-\d{3} ?")
_ADDRESS = re.compile(rf"(?:przy )?(?:{_STREET}) ?[\w„\"]")
_BY_NUMBER = re.compile(r"[A-ZŁŚŻŹĆ][\w.-]+(?: [A-ZŁŚŻŹĆ\d][\w.-]*){0,3} \d{1,4}[a-zA-Z]?(?:/\d{1,4}[a-zA-Z]?)?$")
_IN = re.compile(r"(?:^|(?<=[ (,]))(?:w|we|in) (?=[A-ZŁŚŻŹĆŃ])")
_NEAR = re.compile(r"(?:^|(?<= ))(?:przy|at) (?=(?:ul|al|pl|os|ulic|alei|plac|osiedl|skwer|rond)\w*\.? )", re.IGNORECASE)
_ONLINE = re.compile(
    rf"(?:{words.alternatives('mode')}|platform\w*|aplikacj\w*|internet\w*|transmisj\w*|link\w*|rejestracj\w*|\s|na|w|via|przez|-|\W)+"
)
_PLACELESS = re.compile(
    r"(?:do ustalenia|do potwierdzenia|zostanie podan\w+|wkrotce|tbd|tba|tbc|podamy|j\.? ?w\.?|to samo|bez zmian|w tym samym miejscu|ok\.? .*|szczegoly.*|pozostaj\w+ bez zmian)"
)
_PREPOSED = re.compile(rf"(?:^|[\s(,–—:-])(?P<prep>w|we|na terenie|na|przy|at|in|do) (?:the )?(?P<venue>(?:[^\W\d][\w-]+ ){{0,3}}?(?:{_VENUE}|{_ROOM} ?(?:nr )?(?=[\d„\"a-z]))(?!\w))")
_STOP = re.compile(
    r"(?:\.(?= )(?<!\b(?:ul|al|pl|os|im|sw|nr))(?<!\bpok)(?<!\bgen)(?<!\bs)(?<!\bks))|\.$|;|\n|[!?]"
    rf"| (?:odbe\w+|odby\w+|w godz\w*|o godz\w*|godz|w dni\w+|dnia|w ramach|na temat|pt\.|poprowadzi\w*|prowadz\w+|rozpoczn\w+|dla|z udzialem|o \d|na godz\w*|ktor\w+"
    rf"|spotka\w+|szkolimy|zapras\w+|zostan\w+|bedzi\w+|organiz\w+|jest|sa|oraz na|a|od|do|na (?:{words.alternatives('kinds')})|z|ze|will|takes|which|on|is|zostal\w+|mial\w+|uczestni\w+|wziel\w+) "
)
_OTHER = frozenset({"signup", "contact", "phone", "email", "organiser", "agenda", "speakers", "published", "header", "deadline", "price", "audience", "capacity", "other", "payment", "online", "head", "subject"})


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a place, its place in the text, and what it reads as."""

    start: int
    end: int
    value: str


@dataclass(slots=True)
class Where:
    """The house, the town and the room; what is not stated is ``None``."""

    name: Part | None = None
    city: Part | None = None
    room: Part | None = None

    def __bool__(self) -> bool:
        return bool(self.name or self.city or self.room)


def find(page: Page, pieces: Sequence[Segment], busy: Sequence[Range]) -> Where:
    """Return the place that some pieces of a text state: labelled, else the first house named in them."""
    found = Where()
    for segment in pieces:
        if segment.labels & {"place", "room"} and segment.end > segment.start:
            cases = frozenset({"nom"})
            _join(found, _labelled(page, segment, busy, cases))
    if found.name or found.room or found.city:
        _join(found, _named_room(page, pieces, busy) if not found.room else Where())
        return found
    for stretch, cases in _told(page, pieces, busy):
        _join(found, _parsed(page, stretch, busy, cases))
        if found.name:
            break
    for segment in pieces:
        if not segment.labels & _OTHER and not found.city:
            _join(found, _towned(page, segment, busy))
    return found


def _join(found: Where, other: Where) -> None:
    found.name = found.name or other.name
    found.city = found.city or other.city
    found.room = found.room or other.room


def _labelled(page: Page, segment: Segment, busy: Sequence[Range], cases: frozenset[str]) -> Where:
    if "room" in segment.labels and "place" not in segment.labels:
        place = bare(page, (segment.start, segment.end))
        parsed = _parsed(page, (segment.start, segment.end), busy, cases)
        if parsed.room is None and place[1] > place[0]:
            first = re.split(r"[,;(]", page.folded[place[0] : place[1]])[0]
            return Where(room=Part(place[0], place[0] + len(first), page.text.words(place[0], place[0] + len(first))))
        return parsed
    lead = re.match(r"(?:w|we|na) ", page.folded[segment.start : segment.end])
    return _parsed(page, (segment.start, segment.end), busy, frozenset({"loc"}) if lead else cases, free=True)


def _named_room(page: Page, pieces: Sequence[Segment], busy: Sequence[Range]) -> Where:
    return Where()


def _told(page: Page, pieces: Sequence[Segment], busy: Sequence[Range]) -> Iterator[tuple[Range, frozenset[str]]]:
    """Yield the stretches of prose and of lists that begin with a house."""
    for segment in pieces:
        if segment.labels & _OTHER or segment.end <= segment.start:
            continue
        yield from _after_preposition(page, segment, busy)
        yield from _listed(page, segment, busy)


def _after_preposition(page: Page, segment: Segment, busy: Sequence[Range]) -> Iterator[tuple[Range, frozenset[str]]]:
    for match in _PREPOSED.finditer(page.folded, segment.start, segment.end):
        start = match.start("venue")
        prep = match["prep"]
        if prep == "do" and not re.search(r"(?:przysz\w+|przyby\w+|przyjech\w+|zaprasz\w+)[^.]*$", page.folded[segment.start : start]):
            continue
        if not _capital(page, start, match.end("venue")) and not re.match(rf"(?:{_ROOM}|siedzib)", page.folded[start:]):
            continue
        if not _hidden(start, busy):
            yield (start, _limit(page, start, segment.end, busy)), frozenset({"gen"} if prep == "do" else {"loc"})


def _capital(page: Page, start: int, end: int) -> bool:
    return any(word[:1].isupper() for word in page.text.plain[start:end].split())


def _hidden(place: int, busy: Sequence[Range]) -> bool:
    return any(start <= place < end for start, end in busy)


def _limit(page: Page, start: int, end: int, busy: Sequence[Range]) -> int:
    limits = [end, *(one for one, _ in busy if start < one < end)]
    stop = _STOP.search(page.folded, start, end)
    return min([*limits, stop.start() if stop else end])


def _listed(page: Page, segment: Segment, busy: Sequence[Range]) -> Iterator[tuple[Range, frozenset[str]]]:
    """Yield the part of a list line or a line of its own that begins with a house or a street."""
    place = segment.start
    for start, end in _parts(page, segment.start, segment.end, busy):
        if re.match(rf"(?:[^\W\d][\w-]+ ){{0,2}}?(?:{_VENUE})(?!\w)|(?:{_STREET}) ?\w|(?:{_ROOM}) ?(?:nr ?)?[\d„\"]", page.folded[start:end]) and _capitalised(page, start):
            previous = _town_before(page, place, start, busy)
            yield (previous, _limit(page, start, segment.end, busy)), frozenset({"nom"})


def _capitalised(page: Page, start: int) -> bool:
    return page.text.plain[start].isupper() or bool(re.match(rf"(?:{_STREET}|{_ROOM})", page.folded[start:]))


def _town_before(page: Page, low: int, start: int, busy: Sequence[Range]) -> int:
    """Begin with the town when it stands right before the house: „Gniewino, Urząd Gminy"."""
    match = re.search(r"(?:^|[\s,;(–-])([^\W\d_][\w -]{2,30}), $", page.text.plain[low:start])
    if match:
        words_before = match[1].strip()
        if words_before[:1].isupper() and names.geographic(words_before) and not _hidden(low + match.start(1), busy):
            return low + match.start(1)
    return start


def _parts(page: Page, start: int, end: int, busy: Sequence[Range]) -> Iterator[Range]:
    """Yield the parts between commas, brackets and dashes that hold no day, hour or address."""
    place = start
    cuts = [(match.start(), match.end()) for match in _SPLIT.finditer(page.folded, start, end)]
    cuts += [each for each in busy if start <= each[0] < end]
    for cut, after in [*sorted(cuts), (end, end)]:
        if cut > place:
            low, high = bare(page, (place, cut))
            if high > low:
                yield low, high
        place = max(place, after)


def _parsed(page: Page, stretch: Range, busy: Sequence[Range], cases: frozenset[str], *, free: bool = False) -> Where:
    """Read the parts of a place one by one: room, street, post code, town, house."""
    found = Where()
    name: list[Part] = []
    for index, (start, end) in enumerate(_merged_quotes(page, _parts(page, *stretch, busy))):
        written = page.folded[start:end]
        if _PLACELESS.fullmatch(written) or _ONLINE.fullmatch(written):
            if name:
                break
            continue
        rest = _room(page, start, end, found, cases)
        for low, high in rest:
            _part(page, low, high, found, name, cases if index == 0 else cases | {"nom"}, free=free)
        if not free and name and found.city and found.room:
            break
    if name:
        found.name = _whole(name)
    return found


def _merged_quotes(page: Page, parts: Iterable[Range]) -> Iterator[Range]:
    yield from parts


def _whole(parts: Sequence[Part]) -> Part:
    return Part(parts[0].start, parts[-1].end, ", ".join(part.value for part in parts))


def _room(page: Page, start: int, end: int, found: Where, cases: frozenset[str]) -> Iterator[Range]:
    """Take a room from a part; yield what is left of it."""
    floor = _FLOOR.match(page.folded, start, end)
    if floor:
        if floor.end() < end - 2:  # noqa: PLR2004
            yield from _room(page, *bare(page, (floor.end(), end)), found, cases)
        elif found.room is None and False:
            yield start, end
        return
    match = _ROOM_NAMED.match(page.folded, start, end)
    if match is None or (match["word"] in {"s.", "p.", "sp."} and not (match["name"] or "")[:1].isdigit()):
        yield start, end
        return
    finish, name = _room_end(page, match, end)
    if found.room is None:
        low, high = bare(page, (match.start("name"), finish))
        numbered = high > low and page.folded[low].isdigit()
        if numbered or (high > low and re.match(r"[„\"«']", page.folded[match.start("name")])):
            found.room = Part(start, max(high, start + 1), page.text.words(low, high))
        else:
            written = page.text.words(*bare(page, (match.start("word"), finish)))
            found.room = Part(match.start("word"), finish, names.house(written, cases | {"loc"}) if cases != {"nom"} else written)
    if finish < end:
        low, high = bare(page, (finish, end))
        if high > low:
            yield low, high
    del name


def _room_end(page: Page, match: re.Match[str], end: int) -> tuple[int, str]:
    """Return where the name of a room ends: before the house that follows it."""
    inner = page.folded[match.start("name") : match.end("name")]
    house = re.search(rf"(?<!\w)(?:{_VENUE})(?!\w)|(?<!\w)(?:w|we|na|przy|ul\.?|pietro|im\.?) ", inner)
    if house and not inner[:1].isdigit():
        finish = match.start("name") + house.start()
        return max(bare(page, (match.start("word"), finish))[1], match.end("word")), inner[: house.start()]
    return min(match.end("name"), end), inner


def _part(page: Page, start: int, end: int, found: Where, name: list[Part], cases: frozenset[str], *, free: bool) -> None:
    post = _POST.match(page.folded, start, end)
    if post and post.end() < end:
        start = post.end()
        found.city = Part(start, end, page.text.words(start, end)) if not found.city else found.city
        return
    low, high = _city_in(page, start, end, found)
    if high <= low:
        return
    near = _NEAR.search(page.text.plain, low, high)
    if near and near.start() > low:
        _name(page, low, near.start(), name, cases, free=free)
        low = near.end()
    elif near:
        low = near.end()
    written = page.text.words(low, high)
    if not near and found.city is None and names.geographic(_unprefixed(written)) and not _ADDRESS.match(page.folded, low, high):
        found.city = Part(low, high, _unprefixed(written))
        return
    _name(page, low, high, name, cases, free=free)


def _unprefixed(written: str) -> str:
    return re.sub(r"^(?:m\.|miasto|gmina|gm\.) ", "", written)


def _name(page: Page, start: int, end: int, name: list[Part], cases: frozenset[str], *, free: bool) -> None:
    """Take a part for the house or its street, if it looks like one."""
    start, end = bare(page, (start, end)) if page.folded[start : start + 1] not in "„\"" else (start, end)
    if end <= start:
        return
    written = page.text.words(start, end)
    address = bool(_ADDRESS.match(page.folded, start, end) or _BY_NUMBER.match(written))
    house = re.match(rf"(?:[^\W\d][\w-]+ ){{0,3}}?(?:{_VENUE})(?!\w)", page.folded[start:end])
    if not (address or house or (free and len(name) < 3 and not re.match(r"(?:wejscie|dojazd|parking|ok\.|tel|obok|przy)\b", written.lower()))) or (name and not address and not free and not house):  # noqa: PLR2004
        return
    lead = re.match(r"(?:w|we|na|przy|the|in|at) ", written)
    if lead and not address:
        start += lead.end()
        written = written[lead.end() :]
        cases = frozenset({"loc"})
    if address:
        written = re.sub(r"^przy ", "", written)
    name.append(Part(start, end, names.house(written, cases) if cases != {"nom"} and not address and "nom" not in cases else _genitive(written, name, cases)))


def _genitive(written: str, name: Sequence[Part], cases: frozenset[str]) -> str:
    return written


def _city_in(page: Page, start: int, end: int, found: Where) -> Range:
    """Take the town from „… w Gdyni" at the end of a part, or from „Gdynia" after a house."""
    for match in _IN.finditer(page.text.plain, start, end):
        following = page.text.plain[match.end() : end].split()
        town = names.town([word.strip(".,;:)(") for word in following[:3]])
        if town:
            finish = match.end() + len(" ".join(following[: town[1]]).rstrip(".,;:)("))
            if found.city is None:
                found.city = Part(match.end(), finish, town[0])
            return bare(page, (start, match.start()))if match.start() > start else (finish, end) if finish < end - 2 else (end, end)
    return start, end


def _towned(page: Page, segment: Segment, busy: Sequence[Range]) -> Where:
    """Return the town after „w" in prose, or one that is a whole part of a line with a day."""
    for match in _IN.finditer(page.text.plain, segment.start, segment.end):
        following = [word.strip(".,;:)(!?”\"") for word in page.text.plain[match.end() : min(segment.end, match.end() + 80)].split()[:3]]
        if _hidden(match.start(), busy):
            continue
        town = names.town(following)
        if town and not _quoted(page, match.start()):
            finish = match.end() + len(" ".join(following[: town[1]]))
            return Where(city=Part(match.end(), finish, town[0]))
    dated = any(page.line_at(each.start).start == page.line_at(segment.start).start for each in page.days if abs(each.start - segment.start) < 400)  # noqa: PLR2004
    for start, end in _parts(page, segment.start, segment.end, busy):
        written = page.text.words(start, end)
        whole = (start, end) == bare(page, (page.line_at(start).body, page.line_at(start).end))
        if (dated or whole) and end - start < 40 and written[:1].isupper() and names.geographic(written.title() if written.isupper() else written) and not _quoted(page, start):  # noqa: PLR2004
            return Where(city=Part(start, end, written.title() if written.isupper() else written))
    return Where()


def _quoted(page: Page, place: int) -> bool:
    return any(start <= place < end for start, end in page.quotes)
