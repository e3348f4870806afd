"""How to take part: the link of a meeting, the form for signing up, online or on the spot, e-mail and telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.announcement.language import words
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.links import Address
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import tenses
from domain.training import Mode

_MEETING = re.compile(
    r"https?://(?:[\w.-]*teams\.(?:microsoft|live)\.com|[\w.-]*zoom\.us|[\w.-]*webex\.com|meet\.google\.com|[\w.-]*clickmeeting\.(?:com|pl)|[\w.-]*gotomeeting|[\w.-]*livewebinar|[\w.-]*whereby\.com|meet\.jit\.si|(?:www\.)?youtube\.com/live|bbb\.)",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"forms\.(?:gle|office\.com|microsoft\.com|cloud\.microsoft)|docs\.google\.com/forms|/(?:zapis|rejestrac|formularz|zglos|register|registration|signup|sign-up|form|apply|rsvp|zapisz)"
    r"|(?:zapis|rejestrac|formularz|zglosz|webankieta|evenea|konfeo|register|forms?)[\w-]*\.",
    re.IGNORECASE,
)
NEAR = 80
"""Signs between „stacjonarnie" and „online" that are shown as one place."""
_NOT_OF_MODE = frozenset({"signup", "deadline", "header", "audience", "speakers", "agenda", "price", "contact"})
_SIGNUP = words.phrase("links", "signup")
_ONLINE = words.phrase("links", "online")
_ELSEWHERE = words.phrase("links", "elsewhere")
_SOCIAL = re.compile(
    r"facebook|instagram|linkedin|twitter|x\.com|tiktok|youtube\.com/(?!live)|/rodo|/prywatnosc|/polityka|maps\.|goo\.gl/maps|unsubscribe",
    re.IGNORECASE,
)
_IN_PERSON = words.phrase("mode", "on_site")
_REMOTE = re.compile(
    rf"(?<!\w)(?:{words.alternatives('mode', 'online')})(?!\w)"
    rf"|(?<!\w)(?:{words.alternatives('net', 'through')})(?! (?:{words.alternatives('net', 'office')}))(?!\w)"
)
_HYBRID = words.phrase("mode", "hybrid")
_NOT_OF_TRAINING = re.compile(rf"(?<!\w)(?:{words.alternatives('mode', 'not_of_training')})(?!\w)")
_AS_WELL = re.compile(r"(?:\b(?:oraz|i|lub|albo|takze|rowniez|a takze|jednoczesnie|and|or|also)(?: \w+)? |/ ?|\+ ?)$")
_STREAMED = re.compile(r"transmi\w+|stream\w*")
_SURVEY = re.compile(r"ankiet\w*(?:(?!zapis|zglosz|rejestr)[^.])*$")
_REMOTELY = re.compile(r"(?:zapis\w*|zglosz\w*|rejestracj\w*) (?:on-?line|przez internet)[^.;]*$")
_UNNEEDED = re.compile(rf"(?<!\w)(?:{words.alternatives('links', 'unneeded')})(?!\w)")
"""That nobody has to sign up: the link behind it is that of the meeting."""
_BY_MAIL = re.compile(rf"(?<!\w)(?:{words.alternatives('links', 'by_mail')})(?!\w)")
_SENDER = re.compile(r"\s*(?:od|nadawca|from|sender)\s?:")
HEAD = 8
"""Lines on top of a text among which the head of a mail is."""
_OTHER_MAIL = re.compile(
    r"^(?:iod|rodo|abi|inspektor|ochrona\.?danych|odo|noreply|no-reply|newsletter|postmaster|dpo)\b|^(?:iod|iodo)[@._-]",
    re.IGNORECASE,
)
_DATA_OFFICER = re.compile(
    r"rodo|inspektor\w* ochrony|ochron\w+ danych|iod\b|administrator\w* danych|unsubscribe|wypisa\w+ z"
)


def online_url(page: Page, pieces: Sequence[Segment]) -> Address | None:
    """Return the link under which a meeting is held."""
    found = list(_urls(page, pieces))
    meeting = next((url for url, _ in found if _MEETING.match(url.value)), None)
    if meeting:
        return meeting
    for url, piece in found:
        before = _before(page, url)[-70:]
        signs_up = _last(_SIGNUP, before)
        joins = -1 if _REMOTELY.search(before) else _last(_ONLINE, before)
        if "online" in piece.labels or (
            joins > signs_up and not _FORM.search(url.value) and "signup" not in piece.labels
        ):
            return url
        if _open(page, url):
            return url
    return None


def _open(page: Page, url: Address) -> bool:
    """Tell whether a link is that of a meeting for which nobody signs up: „rejestracja nie jest potrzebna: …"."""
    before = _before(page, url)
    told = _UNNEEDED.search(before)
    return (
        bool(told)
        and _last(_ELSEWHERE, before) < 0
        and _last(_SIGNUP, _UNNEEDED.sub(" ", before).replace("udzial ", "")) < 0
    )


def joined_at(page: Page, pieces: Sequence[Segment]) -> Address | None:
    """Return the link in the line of a training that is held online, where nothing says that one signs up there."""
    for url, piece in _urls(page, pieces):
        before = _before(page, url)[-70:]
        told = _last(_SIGNUP, before) >= 0 or _last(_ELSEWHERE, before) >= 0
        if (
            not told
            and not _FORM.search(url.value)
            and not piece.labels & {"signup", "deadline", "contact", "organiser", "other"}
        ):
            return url
    return None


def signup_url(page: Page, pieces: Sequence[Segment], meeting: Address | None) -> Address | None:
    """Return the link of the form for signing up."""
    found = [(url, piece) for url, piece in _urls(page, pieces) if url != meeting and not _MEETING.match(url.value)]
    found = [
        (url, piece) for url, piece in found if not (_SURVEY.search(_before(page, url)[-110:]) or _open(page, url))
    ]
    for url, piece in found:
        if "signup" in piece.labels or "deadline" in piece.labels or _FORM.search(url.value):
            return url
    for url, _ in found:
        before = _before(page, url)[-110:]
        signs_up, elsewhere = _last(_SIGNUP, before), _last(_ELSEWHERE, before)
        if signs_up > elsewhere or (signs_up >= 0 and "zapis" in before):
            return url
    return None


def _before(page: Page, url: Address) -> str:
    """Return the words that lead to an address: those of the line above when it has a line of its own."""
    line = page.line_at(url.start)
    before = page.before(url.start)
    if line.number and not any(map(str.isalnum, page.folded[line.body : url.start])):
        above = page.lines[line.number - 1]
        return page.folded[above.start : above.end] + " " + before
    return before


def _urls(page: Page, pieces: Sequence[Segment]) -> Iterator[tuple[Address, Segment]]:
    for piece in pieces:
        for url in beginning(page.urls, piece.start, piece.end):
            if not _SOCIAL.search(url.value):
                yield url, piece


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


@dataclass(frozen=True, slots=True)
class Attendance:
    """How people attend, and the place that says so."""

    mode: Mode
    start: int
    end: int


def mode(page: Page, pieces: Sequence[Segment], kind: str | None, busy: Sequence[Range]) -> Attendance | None:
    """Return how people attend, if the text says so outside titles and addresses."""
    on_site, hybrid, remote = (_first(page, pieces, each, busy) for each in (_IN_PERSON, _HYBRID, _REMOTE))
    remote = remote or next(_nowhere(page, pieces), None)
    if hybrid:
        return Attendance(Mode.HYBRID, *hybrid)
    if remote and _also(page, remote):
        return Attendance(Mode.HYBRID, *remote)
    if on_site and remote and kind != "webinar":
        near = abs(on_site[0] - remote[0]) < NEAR
        both = (min(on_site[0], remote[0]), max(on_site[1], remote[1]))
        return Attendance(Mode.HYBRID, *(both if near else remote))
    if remote:
        return Attendance(Mode.ONLINE, *remote)
    return Attendance(Mode.ON_SITE, *on_site) if on_site else None


def _nowhere(page: Page, pieces: Sequence[Segment]) -> Iterator[Range]:
    """Yield the places that are the net itself: „Miejsce: Internet"."""
    for piece in pieces:
        if "place" in piece.labels and page.folded[piece.start : piece.end].strip(" .") == "internet":
            yield piece.start, piece.end


def together(page: Page, told: Attendance) -> bool:
    """Tell whether people can come: not online alone, and not where one of several is online and another is not."""
    place = told.start, told.end
    if told.mode is Mode.HYBRID and not _HYBRID.match(page.folded, *place) and not _also(page, place):
        return bool(_IN_PERSON.search(page.folded, *place)) and "\n" not in page.folded[slice(*place)]
    return told.mode is not Mode.ONLINE


def _also(page: Page, place: Range) -> bool:
    """Tell whether one may take part online as well: „oraz online", „transmisja na żywo"."""
    before = page.folded[max(0, place[0] - 25) : place[0]]
    piece = page.segment_at(place[0])
    if "place" in piece.labels and piece.start == place[0]:
        return False
    return bool(_AS_WELL.search(before)) or bool(_STREAMED.match(page.folded, place[0]))


def _first(page: Page, pieces: Sequence[Segment], pattern: re.Pattern[str], busy: Sequence[Range]) -> Range | None:
    for piece in pieces:
        if piece.labels & _NOT_OF_MODE:
            continue
        for match in pattern.finditer(page.folded, piece.start, piece.end):
            before = page.folded[max(piece.outer, match.start() - 40) : match.start()]
            before = re.split(r"[.;!?|] ", before)[-1]
            after = page.folded[match.end() : match.end() + 12].lstrip(" :–-")
            other = _NOT_OF_TRAINING.search(before) or _NOT_OF_TRAINING.match(after)
            if other or _was(page, match):
                continue
            if not page.quoted(match.start()) and not any(start <= match.start() < end for start, end in busy):
                return match.span()
    return None


def _was(page: Page, match: re.Match[str]) -> bool:
    """Tell whether a clause says that something else went on so: „trzy lata temu pracowaliśmy zdalnie"."""
    clause = tenses.clause(page, *match.span())
    return tenses.was(page, clause) and not words.phrase("kinds").search(page.folded, *clause)


def email(page: Page, pieces: Sequence[Segment]) -> Address | None:
    """Return the address to write to: never that of a mail's head, nor of the data protection officer."""
    found = [each for each in _within(page, pieces, page.mails) if not _OTHER_MAIL.search(each.value)]
    return _labelled(page, found, "email")


def sender(page: Page) -> Address | None:
    """Return the address of who sent a mail, where one signs up „mailem" and no other address is given."""
    if not _BY_MAIL.search(page.folded):
        return None
    heads = (line for line in page.lines[:HEAD] if _SENDER.match(page.folded, line.start))
    found = (each for line in heads for each in beginning(page.mails, line.start, line.end))
    return next((each for each in found if not _OTHER_MAIL.search(each.value)), None)


def phone(page: Page, pieces: Sequence[Segment]) -> Address | None:
    """Return the number to call."""
    return _labelled(page, _within(page, pieces, page.phones), "phone")


def _labelled(page: Page, found: Sequence[Address], label: str) -> Address | None:
    """Return the first that a label announces, else the first."""
    announced = {"contact", "signup", "deadline", label}
    chosen = [each for each in found if not page.segment_at(each.start).labels.isdisjoint(announced)]
    return next(iter([*chosen, *found]), None)


def _within(page: Page, pieces: Sequence[Segment], addresses: Sequence[Address]) -> list[Address]:
    found = [each for piece in pieces for each in beginning(addresses, piece.start, piece.end)]
    return [each for each in found if _reachable(page, each)]


def _reachable(page: Page, address: Address) -> bool:
    if page.line_at(address.start).number in page.heads:
        return False
    return not _DATA_OFFICER.search(page.folded, max(0, address.start - 120), address.start)
