"""Claimed notices as the tests of verdicts write them."""

from datetime import datetime

from domain.asked import Asked, Behaviour, Intent, Standing
from domain.broadcast import Audience, Broadcast, Segment
from domain.news import Subscription
from domain.notice import REMINDERS, Claimed, Kind
from domain.occupancy import Occupancy, Stored
from domain.official import Official, Preferences
from domain.registration import Registration, State
from domain.training import Status, Training
from tests.domain.invented import at, training

ANNA = Official(7, preferences=Preferences(week_before=True))
START = "2026-05-13T09:00"  # a Wednesday
NOON = "2026-05-12T12:00"
QUESTION = Asked(
    3,
    Official(8),
    "Czy będzie transmisja?",
    at("2026-05-12T11:00"),
    Intent.LINK,
    Behaviour.ABSTAIN,
    Standing.PASSED,
    programme=training(START).programme,
)


def registration(state: State, former: State | None = None, until: datetime | None = None) -> Registration:
    """Return Anna's registration."""
    return Registration(12, ANNA.id, state, former=former, until=until)


def notice(kind: Kind, state: State | None = State.SEATED, event: Training | None = None) -> Claimed:
    """Return a claimed notice for which all is as it was when it was planned."""
    event = event or training(START, status=Status.CANCELLED if kind is Kind.CANCELLATION else Status.PLANNED)
    return Claimed(
        id=1,
        lease="lease",
        kind=kind,
        official=ANNA,
        due_at=at(NOON),
        useful_until=event.ends_at if kind in REMINDERS else None,
        attempts=1,
        args={"start": str(event.details.start)} if kind in REMINDERS else {},
        training=event,
        registration=registration(state) if state else None,
        following=False,
        superseded=False,
        waiting=0,
        question=QUESTION if kind in {Kind.QUESTION, Kind.ANSWER} else None,
        organises=kind is Kind.QUESTION,
        broadcast=Broadcast(1, event.programme, text="x", segment=Segment(Audience.LISTED, event.id)),
        subscription=Subscription(ANNA.id, everything=True, weekly=kind is Kind.DIGEST),
        news=(Stored(event, Occupancy(0, None, 0)),),
    )
