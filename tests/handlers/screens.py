"""Every screen of the chat, made of the samples."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from domain import outcome as became
from domain.desks.organisers import Denial
from domain.institution import Institution
from domain.news import Subscription
from domain.notice import Claimed, Kind
from domain.official import Grant, Preferences, Role
from domain.registration import State
from domain.training import Admission, Status
from handlers.buttons import ChooseMonth, ChoosePlace, ChooseTopic, ShowList, mark
from handlers.replies import (
    card,
    groups,
    listing,
    mine,
    notices,
    organisers,
    privacy,
    profile,
    questions,
    settings,
    signup,
    start,
)
from handlers.reply import Document, Reply
from handlers.service import Service
from handlers.texts import Words
from tests.handlers import (
    announcing_screens,
    changing_screens,
    chat_screens,
    forecast_screens,
    ledger_screens,
    message_screens,
    news_screens,
    question_screens,
)
from tests.handlers.samples import (
    ANNA,
    CALLED_OFF,
    FORM,
    FULL,
    LATER,
    MEMBERS,
    NEWCOMER,
    NOW,
    PROGRAMME,
    REMINDERS,
    SEATS,
    SERVICE,
    UNKNOWN,
    UPCOMING,
    claimed,
    place,
)


def _finding(say: Words) -> Iterator[tuple[str, Reply]]:
    contact = PROGRAMME.coordinator
    yield "hero", start.hero(say, SERVICE)
    yield "menu", start.menu(say, SERVICE)
    yield "menu, organisers", start.menu(say, SERVICE, organises=True)
    yield "help", start.help_page(say, SERVICE, contact)
    yield "help, organisers", start.organisers_help(say)
    yield "unknown", start.unknown(say)
    yield "group hint", groups.hint(say, SERVICE)
    yield "group list", groups.upcoming(say, UPCOMING, SERVICE)
    yield "group list, empty", groups.upcoming(say, (), SERVICE)
    yield "invitation to ask", questions.invitation(say, SEATS)
    yield "sorry", start.sorry(say, "K7F2")
    yield "no such training", start.no_such_training(say)
    yield "list", listing.listing(say, UPCOMING, ShowList())
    yield "list, page 2", listing.listing(say, UPCOMING, ShowList(2))
    yield (
        "list, filtered",
        listing.listing(
            say, UPCOMING, ShowList(topic=mark("Archiwum"), month="2026-05", place=mark("lipowo"), free=True)
        ),
    )
    yield "list, nothing fits", listing.listing(say, UPCOMING, ShowList(topic="abcdef", place="fedcba"))
    yield "list, empty", listing.listing(say, (), ShowList())
    yield "topics", listing.topics(say, UPCOMING, ChooseTopic())
    yield "months", listing.months(say, UPCOMING, ChooseMonth())
    yield "places", listing.places(say, UPCOMING, ChoosePlace())
    yield "topics, none", listing.topics(say, (), ChooseTopic())
    yield "sign up to", listing.open_for_signup(say, UPCOMING)
    yield "sign up to nothing", listing.open_for_signup(say, ())


def _cards(say: Words) -> Iterator[tuple[str, Reply]]:
    for stored in UPCOMING:
        yield f"card {stored.training.id}", card.card(say, stored, SERVICE)
    for state in State:
        yield f"card, {state}", card.card(say, UPCOMING[0], SERVICE, place(SEATS, state, 2))
        yield f"online card, {state}", card.card(say, UPCOMING[2], SERVICE, place(FULL, state))
    yield "card, coming", card.card(say, UPCOMING[0], SERVICE, place(SEATS, State.SEATED, confirmed=True))
    yield "card, following", card.card(say, UPCOMING[5], SERVICE, following=True)
    moved = replace(SEATS, details=replace(SEATS.details, status=Status.MOVED, certificate=False))
    yield "card, moved", card.card(say, replace(UPCOMING[0], training=moved), SERVICE)
    for name, now in (("closed", "06T11"), ("begun", "07T08"), ("over", "08T08")):
        then = Words(say.language, datetime.fromisoformat(f"2026-05-{now}:00+00:00"))
        yield f"card, {name}", card.card(then, UPCOMING[0], SERVICE)
        yield f"list, {name}", listing.listing(then, UPCOMING[:1], ShowList())
    yield "calendar", card.calendar(say, SEATS, Document("a.ics", b"", "text/calendar"))


SIGNUPS: tuple[became.Signup, ...] = (
    became.Seated(SEATS, REMINDERS),
    became.Seated(SEATS, again=True),
    became.Held(SEATS, NOW + timedelta(minutes=15), seat=True),
    became.Held(SEATS, NOW + timedelta(seconds=61), seat=False),
    became.Waiting(FULL, 4),
    became.Waiting(FULL, 1, again=True, open_seat=True),
    became.Offered(FULL, LATER),
    became.Offered(FULL, None),
    became.Leaving(SEATS, NOW + timedelta(seconds=30), State.SEATED),
    became.Full(FULL, 3, queue=True),
    became.Full(FULL, 0, queue=False),
    became.Overlaps(SEATS, (UNKNOWN, FORM)),
    became.Closed(SEATS, NOW),
    became.Closed(FULL, NOW),
    became.Started(SEATS),
    became.CalledOff(CALLED_OFF),
    became.NotEligible(MEMBERS, Admission.MEMBERS, ()),
    became.NotEligible(MEMBERS, Admission.LIST, ("Urząd Gminy Lipowo",)),
    became.InstitutionLimit(MEMBERS, 2),
    became.NeedsInstitution(MEMBERS),
    became.External(FORM, "https://formularz.example.org/zjazd"),
    became.External(FORM, "http://10.0.0.1/zjazd"),
    became.NoController(SEATS),
)
ACCEPTANCES: tuple[became.Acceptance, ...] = (
    became.Seated(SEATS, REMINDERS),
    became.SeatGone(FULL, 2),
    became.SeatGone(FULL),
    became.NotOnList(SEATS),
    became.Started(SEATS),
    became.CalledOff(CALLED_OFF),
)
WITHDRAWALS: tuple[became.Withdrawal, ...] = (
    became.Leaving(SEATS, LATER, State.SEATED),
    became.Leaving(FULL, LATER, State.WAITING),
    became.Declined(SEATS),
    became.Started(SEATS),
    became.NotOnList(SEATS),
)
RETURNS: tuple[became.Return, ...] = (
    became.Undone(SEATS, State.SEATED),
    became.Undone(FULL, State.WAITING, 2),
    became.Undone(FULL, State.OFFERED),
    became.Undone(FULL, State.HELD),
    became.TooLate(SEATS, free=True, waiting=0),
    became.TooLate(FULL, free=False, waiting=3),
    became.TooLate(MEMBERS, free=False, waiting=0),
    became.TooLate(CALLED_OFF, free=False, waiting=0),
    became.NotOnList(SEATS),
)
ATTENDING: tuple[became.Confirmed | became.Started | became.NotOnList, ...] = (
    became.Confirmed(SEATS),
    became.Started(SEATS),
    became.NotOnList(SEATS),
)


def _registering(say: Words) -> Iterator[tuple[str, Reply]]:
    for number, outcome in enumerate(SIGNUPS):
        yield f"sign-up {number}", signup.signup(say, outcome, SERVICE, NEWCOMER, "Anna Sosnowska")
    held = became.Held(SEATS, LATER, seat=True)
    yield "hold, nameless", signup.signup(say, held, SERVICE, None, "Ania")
    yield "hold, known", signup.signup(say, held, SERVICE, ANNA, "Ania")
    overlap = became.Overlaps(FULL, (SEATS,))
    yield "overlap, queue", signup.signup(say, overlap, SERVICE, ANNA, "Ania", joining=True)
    yield from ((f"acceptance {n}", signup.acceptance(say, each)) for n, each in enumerate(ACCEPTANCES))
    yield from ((f"withdrawal {n}", signup.withdrawal(say, each)) for n, each in enumerate(WITHDRAWALS))
    yield from ((f"return {n}", signup.returned(say, each)) for n, each in enumerate(RETURNS))
    yield from ((f"attending {n}", signup.attending(say, each)) for n, each in enumerate(ATTENDING))
    yield "followed", signup.followed(say, FORM, new=True)
    yield "followed again", signup.followed(say, FORM, new=False)
    yield "unfollowed", signup.unfollowed(say, FORM)


def _own(say: Words) -> Iterator[tuple[str, Reply]]:
    offices = [Institution(1, "Starostwo Powiatowe w Świerkowie Górnym"), Institution(2, "UG Lipowo")]
    places = [place(replace(FULL, id=number), state, 3) for number, state in enumerate(State, 20)]
    places += [place(CALLED_OFF, State.SEATED), place(SEATS, State.WAITING)]
    yield "ask name", profile.ask_name(say, "Anna Sosnowska", 12)
    yield "ask name, clause", profile.ask_name(say, "Ania", 12, service=SERVICE)
    yield "ask name, no training", profile.ask_name(say, "Anna Sosnowska", 0)
    yield "bad name", profile.bad_name(say)
    yield "ask office", profile.ask_institution(say, offices, 0, required=False)
    yield "ask office, required", profile.ask_institution(say, offices, 12, required=True)
    yield "which office", profile.ask_institution(say, offices, 12, required=True, typed="lip")
    yield "type office", profile.type_institution(say, 12)
    yield "bad office", profile.bad_institution(say)
    yield "office saved", profile.institution_saved(say, offices[0])
    yield "skipped", profile.skipped(say)
    yield "saved", profile.saved(say)
    yield "mine", mine.mine(say, places, [FORM, CALLED_OFF])
    yield "mine, last page", mine.mine(say, places, [FORM, CALLED_OFF], page=9)
    yield "mine, coming", mine.mine(say, [place(SEATS, State.SEATED, confirmed=True)], [])
    yield "mine, none", mine.mine(say, [], [])
    yield "mine, next free", mine.mine(say, [], [], UPCOMING[0])
    yield "mine, calendar", mine.calendar(say, 2, Document("a.ics", b"", "text/calendar"))
    yield "withdraw from", listing.withdrawable(say, places)
    yield "withdraw from nothing", listing.withdrawable(say, [])
    anna = replace(ANNA, language=say.language)
    yield "settings", settings.settings(say, anna, Subscription(5))
    never = Preferences(quiet_from=datetime.min.time(), quiet_until=datetime.min.time())
    yield (
        "settings, never quiet",
        settings.settings(say, replace(anna, preferences=never), Subscription(5, weekly=True)),
    )
    yield "quiet", settings.quiet_choices(say, Preferences())
    yield "privacy", privacy.privacy(say, SERVICE, ANNA, places, [FORM])
    yield "privacy, questions", privacy.privacy(say, SERVICE, ANNA, places, [FORM], 3, Subscription(5, everything=True))
    topics = Subscription(5, topics={"a": "Archiwum i obieg dokumentów", "b": "Zagospodarowanie przestrzenne"})
    yield "privacy, news", privacy.privacy(say, SERVICE, ANNA, places, [FORM], 3, topics)
    yield "privacy, nothing", privacy.privacy(say, Service("Terminarz", "lipowo_bot"), None, [])
    yield "privacy, newcomer", privacy.privacy(say, SERVICE, NEWCOMER, [])
    yield "ask erase", privacy.ask_erase(say, 2)
    yield "ask erase, no places", privacy.ask_erase(say, 0)
    yield "ask erase, questions", privacy.ask_erase(say, 2, 1, organiser=True, last_administrator=True)
    yield "erased", privacy.erased(say)
    yield "not possible", privacy.not_possible(say)


def _organising(say: Words) -> Iterator[tuple[str, Reply]]:
    token = "t" * 43
    rows = [(Grant(5, Role.ADMINISTRATOR), ANNA), (Grant(6, Role.TRAINER, 1), NEWCOMER)]
    second = replace(PROGRAMME, id=2, name="Szkolenia świerkowe")
    for role in Role:
        yield f"invitation, {role}", organisers.invitation(say, role, PROGRAMME.name, token)
        yield f"welcome, {role}", organisers.welcome(say, role)
    yield "invalid invitation", organisers.invalid_invitation(say)
    yield "organisers", organisers.organisers(say, rows, [PROGRAMME], [rows[0][0]])
    yield "organisers, two programmes", organisers.organisers(say, rows, [PROGRAMME, second], [rows[0][0]])
    coordinates = Grant(7, Role.COORDINATOR, 2)
    yield "organisers, coordinator", organisers.organisers(say, [], [PROGRAMME, second], [coordinates])
    yield "organisers, trainer", organisers.organisers(say, rows, [PROGRAMME], [rows[1][0]])
    yield "ask revoke", organisers.ask_revoke(say, *rows[0])
    yield "ask revoke, gone", organisers.ask_revoke(say, rows[0][0], None)
    yield "invited", organisers.invited(say, f"{SERVICE.chat}?start=i{token}", Role.TRAINER, PROGRAMME.name)
    for denial in Denial:
        yield f"denied, {denial}", organisers.denied(say, denial)


CHANGES = (
    {"was_start": "2026-05-08T10:00", "was_end": ""},
    {"was_start": "2026-05-07"},
    {"was_room": "", "was_place": ""},
    {"was_city": "Świerkowo"},
    {"was_start": "2026-05-08", "was_place": "Ratusz"},
)


WATCHED = ("records_mended", "records_late", "records_wrong", "space_low", "space_scarce", "restarted")


def _told() -> Iterator[tuple[str, Claimed]]:
    for kind in Kind:
        for state in (State.SEATED, State.WAITING, State.OFFERED, None):
            yield (
                f"{kind}, {state}",
                claimed(kind, state=state, args={"was_room": "9", "reason": "Choroba", "what": "x"}),
            )
    yield from ((f"change {number}", claimed(Kind.CHANGE, args=args)) for number, args in enumerate(CHANGES))
    yield "new link", claimed(Kind.CHANGE, FULL, args={"was_online_url": "https://example.org/old"})
    for what, count in (("published", 1), ("published", 5), ("published_changes", 2)):
        told = {"what": what, "detail": "Zagospodarowanie " * 7, "count": str(count)}
        yield f"report, {what}, {count}", claimed(Kind.ALARM, None, args=told)
    for what in ("reply_refused", "notice_refused", "update_set_aside", *WATCHED):
        yield f"alarm, {what}", claimed(Kind.ALARM, None, args={"what": what, "detail": "400 Bad Request"})


def notice(say: Words, told: Claimed, until: datetime | None = None) -> Reply:
    reply = notices.notice(say, told, SERVICE, until)
    assert reply is not None
    return reply


def _unasked(say: Words) -> Iterator[tuple[str, Reply]]:
    yield from ((name, notice(say, told, LATER)) for name, told in _told())
    for minutes in (0, 1, 15, 60, 600):
        then = Words(say.language, FULL.starts_at - timedelta(minutes=minutes))
        yield f"in {minutes} minutes", notice(then, claimed(Kind.REMINDER_HOUR, FULL))
    yield "answer, more", notice(say, claimed(Kind.ANSWER, None, args={"answer": "Tak.\nO 9.", "more": "yes"}))


def _explaining(say: Words) -> Iterator[tuple[str, Reply]]:
    yield from ledger_screens.screens(say, SIGNUPS)


def screens(say: Words) -> dict[str, Reply]:
    """Return every screen by a name for it."""
    return {
        name: reply
        for conversation in (
            _finding,
            _cards,
            _registering,
            _own,
            _organising,
            _unasked,
            question_screens.question_screens,
            announcing_screens.announcing_screens,
            changing_screens.changing_screens,
            news_screens.screens,
            message_screens.screens,
            _explaining,
            forecast_screens.screens,
            chat_screens.chat_screens,
            chat_screens.outside_screens,
        )
        for name, reply in conversation(say)
    }
