"""How to take part: the link of a meeting, the form for signing up, online or on the spot, e-mail and telephone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from domain.announcement import words
from domain.announcement.lines import Segment
from domain.announcement.links import Address
from domain.announcement.page import Page, Range
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
_SIGNUP = words.phrase("links", "signup")
_ONLINE = words.phrase("links", "online")
_ELSEWHERE = words.phrase("links", "elsewhere")
_SOCIAL = re.compile(r"facebook|instagram|linkedin|twitter|x\.com|tiktok|youtube\.com/(?!live)|/rodo|/prywatnosc|/polityka|maps\.|goo\.gl/maps|unsubscribe", re.IGNORECASE)
_IN_PERSON = words.phrase("mode", "on_site")
_REMOTE = words.phrase("mode", "online")
_HYBRID = words.phrase("mode", "hybrid")
_NOT_OF_TRAINING = re.compile(rf"(?<!\w)(?:{words.alternatives('mode', 'not_of_training')})(?!\w)")
_AS_WELL = re.compile(r"(?:\b(?:oraz|i|lub|albo|takze|rowniez|a takze|jednoczesnie|and|or|also)(?: \w+)? |/ ?|\+ ?)$")
_STREAMED = re.compile(r"transmi\w+|stream\w*")
_OTHER_MAIL = re.compile(r"^(?:iod|rodo|abi|inspektor|ochrona\.?danych|odo|noreply|no-reply|newsletter|postmaster|dpo)\b|^(?:iod|iodo)[@._-]", re.IGNORECASE)
_DATA_OFFICER = re.compile(r"rodo|inspektor\w* ochrony|ochron\w+ danych|iod\b|administrator\w* danych|unsubscribe|wypisa\w+ z")


def online_url(page: Page, pieces: Sequence[Segment]) -> Address | None:
    """Return the link under which a meeting is held."""
    found = list(_urls(page, pieces))
    meeting = next((url for url, _ in found if _MEETING.match(url.value)), None)
    if meeting:
        return meeting
    for url, piece in found:
        before = page.before(url.start)[-70:]
        signs_up = _last(_SIGNUP, before)
        joins = _last(_ONLINE, before)
        if "online" in piece.labels or (joins > signs_up and not _FORM.search(url.value) and "signup" not in piece.labels):
            return url
    return None


def joined_at(page: Page, pieces: Sequence[Segment]) -> Address | None:
    """Return the link in the line of a training that is held online, where nothing says that one signs up there."""
    for url, piece in _urls(page, pieces):
        before = page.before(url.start)[-70:]
        told = _last(_SIGNUP, before) >= 0 or _last(_ELSEWHERE, before) >= 0
        if not told and not _FORM.search(url.value) and not piece.labels & {"signup", "deadline", "contact", "organiser", "other"}:
            return url
    return None


def signup_url(page: Page, pieces: Sequence[Segment], meeting: Address | None) -> Address | None:
    """Return the link of the form for signing up."""
    found = [(url, piece) for url, piece in _urls(page, pieces) if url != meeting and not _MEETING.match(url.value)]
    for url, piece in found:
        if "signup" in piece.labels or "deadline" in piece.labels or _FORM.search(url.value):
            return url
    for url, piece in found:
        before = page.before(url.start)[-110:]
        signs_up, elsewhere = _last(_SIGNUP, before), _last(_ELSEWHERE, before)
        if signs_up > elsewhere or (signs_up >= 0 and "zapis" in before):
            return url
        line = page.line_at(url.start)
        alone = not any(map(str.isalnum, page.folded[line.body : url.start]))
        above = page.lines[line.number - 1] if line.number else None
        if alone and above and _SIGNUP.search(page.folded, above.start, above.end):
            return url
        del piece
    return None


def _urls(page: Page, pieces: Sequence[Segment]) -> Iterable[tuple[Address, Segment]]:
    for piece in pieces:
        for url in page.urls:
            if piece.start <= url.start < piece.end and not _SOCIAL.search(url.value):
                yield url, piece


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def mode(page: Page, pieces: Sequence[Segment], kind: str | None, busy: Sequence[Range]) -> tuple[Mode, Range] | None:
    """Return how people attend, if the text says so."""
    on_site = _first(page, pieces, _IN_PERSON, busy)
    hybrid = _first(page, pieces, _HYBRID, busy)
    remote = _first(page, pieces, _REMOTE, busy)
    if hybrid:
        return Mode.HYBRID, hybrid
    if remote and _also(page, remote):
        return Mode.HYBRID, remote
    if on_site and remote and kind not in {"webinar", "webinarium"}:
        return Mode.HYBRID, (min(on_site[0], remote[0]), max(on_site[1], remote[1])) if abs(on_site[0] - remote[0]) < 80 else on_site  # noqa: PLR2004
    if remote:
        return Mode.ONLINE, remote
    return (Mode.ON_SITE, on_site) if on_site else None


def _also(page: Page, place: Range) -> bool:
    """Tell whether one may take part online as well: „oraz online", „transmisja na żywo"."""
    before = page.folded[max(0, place[0] - 25) : place[0]]
    return bool(_AS_WELL.search(before)) or bool(_STREAMED.match(page.folded, place[0]))


def _first(page: Page, pieces: Sequence[Segment], pattern: re.Pattern[str], busy: Sequence[Range]) -> Range | None:
    for piece in pieces:
        if piece.labels & {"signup", "deadline", "header", "audience", "speakers", "agenda", "price", "contact"}:
            continue
        for match in pattern.finditer(page.folded, piece.start, piece.end):
            before = page.folded[max(piece.outer if piece.outer >= 0 else piece.start, match.start() - 40) : match.start()]
            before = re.split(r"[.;!?|] ", before)[-1]
            after = page.folded[match.end() : match.end() + 12]
            if not _NOT_OF_TRAINING.search(before) and not _NOT_OF_TRAINING.match(after.lstrip(" :–-")) and not _inside(page, match.start(), busy):
                return match.span()
    return None


def _inside(page: Page, place: int, busy: Sequence[Range]) -> bool:
    """Tell whether a word stands in a title in quotation marks, or in an address."""
    addresses = [(each.start, each.end) for each in (*page.urls, *page.mails)]
    return any(start <= place < end for start, end in (*page.quotes, *addresses, *busy))


def email(page: Page, pieces: Sequence[Segment], heads: frozenset[int]) -> Address | None:
    """Return the address to write to: never that of a mail's head, nor of the data protection officer."""
    found = [each for each in _within(page, pieces, page.mails) if _reachable(page, each, heads) and not _OTHER_MAIL.search(each.value)]
    for each in found:
        if page.segment_at(each.start).labels & {"contact", "email", "signup", "deadline"}:
            return each
    return found[0] if found else None


def phone(page: Page, pieces: Sequence[Segment], heads: frozenset[int]) -> Address | None:
    """Return the number to call."""
    found = [each for each in _within(page, pieces, page.phones) if _reachable(page, each, heads)]
    for each in found:
        if page.segment_at(each.start).labels & {"contact", "phone", "signup", "email"}:
            return each
    return found[0] if found else None


def _within(page: Page, pieces: Sequence[Segment], addresses: Sequence[Address]) -> Iterable[Address]:
    return (each for piece in pieces for each in addresses if piece.start <= each.start < piece.end)


def _reachable(page: Page, address: Address, heads: frozenset[int]) -> bool:
    line = page.line_at(address.start)
    if line.number in heads:
        return False
    return not _DATA_OFFICER.search(page.folded[max(0, address.start - 120) : address.start])
