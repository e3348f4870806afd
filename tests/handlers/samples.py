"""An invented programme, and every screen that is made of it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from domain import ports
from domain.asked import Asked, Behaviour, Intent, Standing
from domain.broadcast import Audience, Broadcast, Segment
from domain.institution import Institution
from domain.news import Subscription
from domain.notice import Claimed, Kind, Planned
from domain.official import Language, Official
from domain.ports import Occupancy, Stored
from domain.registration import Registration, State
from domain.training import (
    Admission,
    AgendaItem,
    Contact,
    Details,
    Eligibility,
    Mode,
    Place,
    Programme,
    Speaker,
    Status,
    Training,
)
from domain.wall import Wall
from handlers.service import Controller, Service
from handlers.texts import Words

WARSAW = ZoneInfo("Europe/Warsaw")
NOW = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
SERVICE = Service(
    "Terminarz",
    "lipowo_bot",
    Controller(
        "Związek Gmin Lipowych",
        "dane@example.org",
        "ul. Lipowa 1, Lipowo",
        "iod@example.org",
        "https://example.org/dane",
    ),
)
PROGRAMME = Programme(
    1,
    "Szkolenia lipowe",
    "Związek Gmin Lipowych",
    WARSAW,
    Contact("Hanna Brzozowska", "koordynatorka", "hanna@example.org", "12 345 67 89"),
)
SEATS = Training(
    12,
    "archiwum",
    PROGRAMME,
    Details(
        "Archiwum urzędu krok po kroku",
        Wall.parse("2026-05-07T09:00"),
        topics=("archiwum", "obieg dokumentów"),
        summary="Jak opisać teczkę, kiedy ją zniszczyć i kogo o to zapytać.",
        end=Wall.parse("2026-05-07T12:30"),
        mode=Mode.ON_SITE,
        place=Place("Dom Kultury", "Lipowo", "12"),
        speakers=(Speaker("Adam Wierzba", "archiwista"), Speaker("Ewa Jesion")),
        capacity=25,
        signup_deadline=Wall.parse("2026-05-06T12:00"),
        level="podstawowy",
        audience="kancelarie i sekretariaty",
        price_pln=Decimal(0),
        certificate=True,
        agenda=(AgendaItem("a", "Teczka od środka", Wall.parse("2026-05-07T09:00")), AgendaItem("b", "Pytania")),
    ),
    seats=25,
)
UNKNOWN = Training(13, "klony", PROGRAMME, Details("Wycinka drzew po zmianie ustawy", Wall.parse("2026-05-07")))
FULL = Training(
    14,
    "webinar",
    PROGRAMME,
    Details(
        "Dostępne pisma",
        Wall.parse("2026-05-12T10:00"),
        topics=("prosty język",),
        mode=Mode.ONLINE,
        online_url="https://spotkania.example.org/pisma",
        capacity=5,
    ),
    seats=5,
)
FORM = Training(
    15,
    "zjazd",
    PROGRAMME,
    Details(
        "Zjazd kancelarii",
        Wall.parse("2026-06-29T10:00"),
        end=Wall.parse("2026-07-01T14:00"),
        place=Place("Hotel Jarzębina", "Świerkowo"),
        mode=Mode.HYBRID,
        online_url="https://spotkania.example.org/zjazd",
        signup_url="https://formularz.example.org/zjazd",
        price_pln=Decimal("149.50"),
    ),
)
CALLED_OFF = Training(
    16,
    "odwolane",
    PROGRAMME,
    Details("Budżet od zera", Wall.parse("2026-05-20T09:00"), status=Status.CANCELLED, note="Choroba."),
)
MEMBERS = Training(
    17,
    "czlonkowie",
    PROGRAMME,
    Details(
        "Narada skarbników",
        Wall.parse("2026-05-21T09:00"),
        eligibility=Eligibility(Admission.MEMBERS, (), 2),
        waiting_list=False,
        capacity=3,
    ),
    seats=3,
)
UPCOMING = (
    Stored(SEATS, Occupancy(13, 12, 0)),
    Stored(UNKNOWN, Occupancy(0, None, 0)),
    Stored(FULL, Occupancy(5, 0, 3)),
    Stored(CALLED_OFF, Occupancy(0, None, 0)),
    Stored(MEMBERS, Occupancy(3, 0, 0)),
    Stored(FORM, Occupancy(0, None, 0)),
)
ANNA = Official(5, Language.POLISH, "Anna Sosnowska", Institution(3, "Urząd Gminy Lipowo"))
NEWCOMER = Official(6)
LATER = NOW + timedelta(hours=26)
ASKED = Asked(
    7,
    ANNA,
    "Czy będzie transmisja online i gdzie znajdzie się nagranie?",
    NOW,
    Intent.LINK,
    Behaviour.ABSTAIN,
    Standing.PASSED,
    SEATS,
    PROGRAMME,
)
BROADCAST = Broadcast(
    7, PROGRAMME, text="Prosimy zabrać <b>dowód osobisty</b>.\nWejście od podwórza.", segment=Segment(Audience.EVERYONE)
)
REMINDERS = (
    Planned(Kind.REMINDER_HOUR, 5, "h", SEATS.starts_at - timedelta(hours=1)),
    Planned(Kind.REMINDER_DAY, 5, "d", datetime(2026, 5, 6, 12, 0, tzinfo=UTC)),
)


def words(language: Language, now: datetime = NOW) -> Words:
    return Words(language, now)


def place(training: Training, state: State, position: int | None = None, *, confirmed: bool = False) -> ports.Place:
    until = LATER if state in (State.HELD, State.OFFERED, State.LEAVING) else None
    mine = Registration(training.id, 5, state, seat=True, until=until, confirmed=confirmed)
    return ports.Place(mine, training, position, REMINDERS[1].due_at if state is State.SEATED else None)


def claimed(
    kind: Kind,
    training: Training | None = SEATS,
    state: State | None = State.SEATED,
    args: Mapping[str, str] | None = None,
) -> Claimed:
    registration = Registration(training.id, 5, state) if state and training else None
    return Claimed(
        id=1,
        lease="lease",
        kind=kind,
        official=ANNA,
        due_at=NOW,
        useful_until=None,
        attempts=1,
        args=args or {},
        training=training,
        registration=registration,
        following=state is None,
        superseded=False,
        waiting=3,
        question=ASKED if kind in {Kind.QUESTION, Kind.ANSWER} else None,
        organises=True,
        broadcast=BROADCAST if kind is Kind.MESSAGE else None,
        subscription=Subscription(5, everything=True, weekly=kind is Kind.DIGEST),
        news=(Stored(training, Occupancy(13, 12, 0)), *UPCOMING[1:3]) if training else (),
    )
