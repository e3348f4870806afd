"""Where a training is and how to take part: place, online, links, whom to ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.announcement.facts import forms, people, places, towns
from domain.announcement.facts.sheet import Sheet
from domain.announcement.facts.venues import Where
from domain.announcement.language import words
from domain.announcement.layout import links
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.links import Address
from domain.announcement.layout.page import Page
from domain.announcement.reading import Fact
from domain.announcement.trainings import joining
from domain.announcement.trainings.joining import Attendance
from domain.training import Contact, Mode, Place

_DATA = re.compile(
    r"(?<!\w)(?:administrator\w* (?:\w+ )?danych(?: osobowych)?(?: \w+){0,3} jest|klauzul\w* informacyjn\w+"
    r"|dane (?:osobowe )?(?:[^\W\d]\w+ ){0,3}przetwarza\w+|inspektor\w* ochrony danych)"
)
_ONLINE = re.compile(rf" (?P<so>{words.alternatives('mode', 'online')})(?!\w)(?! ?(?:i|oraz|lub|albo|/|or|and)(?!\w))")
_ON_SITE = words.phrase("mode", "on_site")
_REMOTE = frozenset({"webinar", "webinarium"})
"""Kinds of training that are held nowhere but online."""


def mode(sheet: Sheet) -> Attendance | None:
    """Return how people attend a training by its own words."""
    return joining.mode(sheet.page, sheet.own, sheet.facts.get("kind"), sheet.background.busy)


def where(sheet: Sheet, remote: Attendance | None) -> None:
    """Take down house, town and room; one that is shared does not hold for what is held online."""
    page, busy, day = sheet.page, sheet.background.busy, sheet.event.stands
    found = places.find(page, _noted(page, sheet.own), busy, day)
    online = remote is not None and remote.mode is Mode.ONLINE
    if online and not found.name:
        return
    if not found.name:
        common = places.find(page, _noted(page, sheet.shared), busy, day)
        if not found.city or not common.city or found.city.value == common.city.value:
            found.join(common)
    if sheet.event.card is not None and not found.city:
        line = page.line_at(sheet.event.card)
        found.join(Where(city=towns.find(page, Segment(line.body, line.end, line.body), busy)))
    if found.name and not found.city:
        found.join(Where(city=towns.of_house(page, found.name)))
    _put(sheet, found)


def _noted(page: Page, pieces: Sequence[Segment]) -> list[Segment]:
    """Return pieces without the sentences about personal data, which name the house of an office."""
    return [_before_data(page, each) for each in pieces]


def _before_data(page: Page, piece: Segment) -> Segment:
    match = _DATA.search(page.folded, piece.start, piece.end)
    return replace(piece, end=max(piece.start, min(piece.end, page.sentence(match.start())[0]))) if match else piece


def _put(sheet: Sheet, found: Where) -> None:
    if not found:
        return
    sheet.facts["place"] = Place(
        found.name.value if found.name else None,
        found.city.value if found.city else None,
        found.room.value if found.room else None,
    )
    for part, fact in ((found.name, Fact.PLACE), (found.city, Fact.CITY), (found.room, Fact.ROOM)):
        if part:
            sheet.show(fact, (part.start, part.end))


def joined(sheet: Sheet, own: Attendance | None) -> None:
    """Take down how people attend, the link of the meeting, the form for signing up, and whom to ask."""
    meeting = sheet.first(joining.online_url)
    attendance = _attendance(sheet, own, meeting)
    if attendance and attendance.mode is Mode.ONLINE and meeting is None and sheet.event.shared:
        meeting = joining.joined_at(sheet.page, sheet.own)
    if attendance:
        sheet.put("mode", attendance.mode, Fact.ONLINE, (attendance.start, attendance.end))
    if meeting:
        sheet.put("online_url", links.whole(meeting.value), Fact.ONLINE_URL, (meeting.start, meeting.end))
    if form := _form(sheet, meeting):
        sheet.put("signup_url", links.whole(form.value), Fact.SIGNUP_URL, (form.start, form.end))
    _contact(sheet)


def _attendance(sheet: Sheet, found: Attendance | None, meeting: Address | None) -> Attendance | None:
    """Return how people attend: what is shared says „online" of no training that has a place."""
    page, kind, busy = sheet.page, sheet.facts.get("kind"), sheet.background.busy
    placed = Fact.PLACE in sheet.evidence
    if found is None:
        found = sheet.common.once(
            (joining.mode, kind), lambda pieces: joining.mode(page, forms.common(page, pieces), kind, busy)
        )
        if found and "place" in sheet.facts and not joining.together(page, found):
            found = None
    if found and found.mode is Mode.ONLINE and placed and kind != "webinar":
        found = None
    if found is None and "place" not in sheet.facts:
        return Attendance(Mode.ONLINE, meeting.start, meeting.end) if meeting else _remote(sheet)
    return found


def _form(sheet: Sheet, meeting: Address | None) -> Address | None:
    page = sheet.page
    return joining.signup_url(page, sheet.own, meeting) or sheet.common.once(
        (joining.signup_url, meeting), lambda pieces: joining.signup_url(page, pieces, meeting)
    )


def _remote(sheet: Sheet) -> Attendance | None:
    """Return that a webinar, or what is called „szkolenie online", is held so: its title's words count, too."""
    ranges = (sheet.event.own, *sheet.event.shared)
    said = [each for each in sheet.page.kinds if any(low <= each.start < high for low, high in ranges)]
    if sheet.facts.get("kind") in _REMOTE:
        return next((Attendance(Mode.ONLINE, each.start, each.end) for each in said if each.name in _REMOTE), None)
    apart = (each for each in said if not _ON_SITE.search(sheet.page.folded, *sheet.page.sentence(each.start)))
    named = (match for each in apart if (match := _ONLINE.match(sheet.page.folded, each.end)))
    return next((Attendance(Mode.ONLINE, *match.span("so")) for match in named), None)


def _contact(sheet: Sheet) -> None:
    sender = sheet.common.once(joining.sender, lambda _: joining.sender(sheet.page))
    mail, phone = sheet.first(joining.email) or sender, sheet.first(joining.phone)
    phone = None if phone and _of_house(sheet, phone) else phone
    person = sheet.first(people.contact) or _reached(sheet.page, mail, phone)
    if not (mail or phone or person):
        return
    sheet.facts["contact"] = Contact(
        name=person.name if person else None,
        email=mail.value if mail else None,
        phone=phone.value if phone else None,
    )
    for found, fact in ((person, Fact.CONTACT_NAME), (mail, Fact.CONTACT_EMAIL), (phone, Fact.CONTACT_PHONE)):
        if found:
            sheet.show(fact, (found.start, found.end))


def _of_house(sheet: Sheet, phone: Address) -> bool:
    """Tell whether a number stands beside the house that heads a card: it is that of the house, not of the sign-up."""
    card, labels = sheet.event.card, sheet.page.segment_at(phone.start).labels
    return card is not None and card <= phone.start < sheet.event.own[0] and not labels


def _reached(page: Page, mail: Address | None, phone: Address | None) -> people.Person | None:
    """Return whom a number or an address belongs to: named beside it, in its own words, or in a signature."""
    given = [each for each in (phone, mail) if each]
    found = next(filter(None, (people.beside(page, each.start, each.end) for each in given)), None)
    found = found or next(filter(None, (people.signed(page, each.start) for each in reversed(given))), None)
    found = found or (people.addressed(page, mail.value) if mail else None)
    return found or (people.parted(page) if given else None)
