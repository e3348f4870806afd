"""The screens of what was said and why, made of the samples."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from domain.broadcast import Phase
from domain.deliveries import Deliveries, Tally, UnheardPage
from domain.desks.explaining import Account, Concerning
from domain.entry import DROPPED, Cause, Entry, Unheard
from domain.institution import Institution
from domain.notice import REMINDERS as KINDS_OF_REMINDERS
from domain.notice import UNREACHED, Fate, Kind
from domain.official import Official
from domain.outcome import Full, Signup
from domain.ports import Place, Stored
from domain.registration import State
from domain.reminders import Lack, Unplanned
from handlers.replies import deliveries, why
from handlers.reply import Reply
from handlers.texts import Words
from tests.handlers.samples import (
    ANNA,
    ASKED,
    BROADCAST,
    FORM,
    FULL,
    LATER,
    NEWCOMER,
    NOW,
    SEATS,
    UPCOMING,
    claimed,
    place,
)

LONG = replace(SEATS, details=replace(SEATS.details, title="Zagospodarowanie " * 7))
LONGEST_NAME = Official(5, name="Wielisława-Przemysława Konstantynopolitańczykiewiczówna-Nowak")
LONGEST_OFFICE = replace(
    LONGEST_NAME, institution=Institution(3, "Starostwo Powiatowe w Świerkowie Wielkim nad Jeziorem")
)
ENDED = (Fate.DELIVERED, Fate.REFUSED, Fate.UNCERTAIN, Fate.MISSED)


def entries(kind: Kind) -> Iterator[Entry]:
    """Yield a notice of a kind under every fate and reason."""
    notice = replace(claimed(kind, LONG), attempts=0, due_at=LATER, question=replace(ASKED, text="Czy „&” " * 40))
    yield Entry(notice, Fate.PENDING, named=(LONG, SEATS))
    yield Entry(notice, Fate.SENDING)
    yield Entry(replace(notice, broadcast=replace(BROADCAST, phase=Phase.PAUSED)), Fate.PENDING)
    for fate in ENDED:
        yield Entry(notice, fate, "blocked", NOW)
    for reason in (*DROPPED, "another"):
        yield Entry(notice, Fate.DROPPED, reason, NOW)


def _concerning(
    stored: Stored,
    mine: Place | None = None,
    told: Sequence[Entry] = (),
    unplanned: Mapping[Kind, Unplanned] | None = None,
    *,
    following: bool = False,
) -> Concerning:
    return Concerning(stored, mine, following, told, unplanned or {})


def screens(say: Words, signups: Sequence[Signup]) -> Iterator[tuple[str, Reply]]:
    """Return every screen by a name for it; ``signups`` are the answers that signing up can give."""
    yield from _accounts(say)
    yield from _trainings(say, signups)
    yield from _deliveries(say)


def _accounts(say: Words) -> Iterator[tuple[str, Reply]]:
    yield "account, empty", why.account(say, Account((), 0))
    for kind in Kind:
        every = list(entries(kind))
        for page, at in enumerate(range(0, len(every), why.A_PAGE), 1):
            shown = Account(every[at : at + why.A_PAGE], len(every), page)
            yield f"account, {kind} {page}", why.account(say, shown)
    alone = replace(claimed(Kind.NEWS, None), news=(UPCOMING[0],))
    yield "this message", why.one(say, Entry(alone, Fate.DELIVERED, "", NOW))
    yield "message not kept", why.not_kept(say)
    yield "why, no number", why.no_number(say)


def _trainings(say: Words, signups: Sequence[Signup]) -> Iterator[tuple[str, Reply]]:
    stored = Stored(LONG, UPCOMING[0].occupancy)
    told = list(entries(Kind.REMINDER_DAY))
    yield "why, nothing", why.about(say, _concerning(stored), None)
    for stored_as in UPCOMING:
        yield f"why, {stored_as.training.id}", why.about(say, _concerning(stored_as, following=True), None)
    for state in State:
        seen = _concerning(stored, place(LONG, state, 1), told)
        for page in (1, 2, 3, 99):
            yield f"why, {state} {page}", why.about(say, seen, None, page=page, organised=True)
    yield "why, further back", why.about(say, _concerning(UPCOMING[2], place(FULL, State.WAITING, 23)), None)
    for lack in Lack:
        unplanned = dict.fromkeys(KINDS_OF_REMINDERS, Unplanned(lack, LATER))
        yield f"why, {lack}", why.about(say, _concerning(stored, place(LONG, State.SEATED), unplanned=unplanned), None)
    for number, outcome in enumerate((*signups, Full(FORM, 0, queue=True))):
        yield f"why, prospect {number}", why.about(say, _concerning(stored), outcome)


def _deliveries(say: Words) -> Iterator[tuple[str, Reply]]:
    tallies = [Tally(kind, 99_999, 9_999, 1, 22, 3, 140) for kind in (*Kind, None)]
    yield "deliveries, none", deliveries.picture(say, Deliveries(LONG, (), 0))
    for page in (1, 2, 99):
        yield f"deliveries {page}", deliveries.picture(say, Deliveries(LONG, tallies, 99_999), page)
    yield "unheard, nobody", deliveries.unheard(say, UnheardPage(LONG, (), 0))
    for cause in Cause:
        people = [Unheard(LONGEST_OFFICE, Kind.REMINDER_WEEK, cause)] * deliveries.PEOPLE_A_PAGE
        yield f"unheard, {cause}", deliveries.unheard(say, UnheardPage(LONG, people, 99, 2))
    unnamed = [Unheard(NEWCOMER), Unheard(LONGEST_NAME), Unheard(ANNA, Kind.CHANGE, Cause.UNSURE)]
    yield "unheard, unreachable", deliveries.unheard(say, UnheardPage(LONG, unnamed, 3))
    for kind in (Kind.CHANGE, Kind.CANCELLATION):
        told = {"what": UNREACHED, "detail": LONG.title, "training": "12", "kind": kind, "count": "22"}
        yield f"unreached, {kind}", deliveries.unreached(say, claimed(Kind.ALARM, None, None, told))
