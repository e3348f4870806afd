"""A small town for the tests of storage: one programme, trainings as they are needed, a rule that seats or queues."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.notice import Claimed, Kind, Lane, Planned
from domain.ports import Storage, Transaction
from domain.registration import Registration, State
from domain.roster import Decision, Erase, Roster, Write
from domain.training import Details, Training
from domain.wall import Wall

NOW = datetime(2026, 4, 1, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

Rule = Callable[[Roster], Decision[State | None]]


async def add_training(
    storage: Storage, key: str = "a", seats: int | None = 10, start: str = "2026-05-11T09:00", end: str | None = None
) -> int:
    """Add a training of the one programme and return its number."""
    details = Details(title=f"Szkolenie {key}", start=Wall.parse(start), end=Wall.parse(end) if end else None)
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Program", None, "Europe/Warsaw", "{}")
        return await transaction.trainings.add(programme, key, details, seats)


async def training(storage: Storage, training_id: int) -> Training:
    """Return a training that is there."""
    async with storage.reading() as transaction:
        stored = await transaction.trainings.get(training_id)
    assert stored is not None
    return stored.training


def join(official_id: int) -> Rule:
    """Seat a person, or let the person wait when every seat is taken."""

    def rule(roster: Roster) -> Decision[State | None]:
        state = State.SEATED if roster.free else State.WAITING
        queue = None if roster.free else roster.next_ticket
        new = Registration(roster.training.id, official_id, state, seat=roster.free, queue=queue)
        return Decision(state, (Write(new),))

    return rule


def becomes(state: State, **changes: object) -> Rule:
    """Put the person's registration into a state."""

    def rule(roster: Roster) -> Decision[State | None]:
        assert roster.mine is not None
        return Decision(state, (Write(replace(roster.mine, state=state, **changes)),))  # type: ignore[arg-type]

    return rule


def leave(roster: Roster) -> Decision[State | None]:
    """Withdraw at once."""
    assert roster.mine is not None
    gone = Registration(roster.mine.training_id, roster.mine.official_id, State.WITHDRAWN)
    return Decision(State.WITHDRAWN, (Write(gone),))


def forget(roster: Roster) -> Decision[State | None]:
    """Delete a registration that never became one."""
    assert roster.mine is not None
    return Decision(None, (Erase(roster.mine),))


def look(roster: Roster) -> Decision[Roster]:
    """Return the roster and change nothing."""
    return Decision(roster)


async def decide(storage: Storage, training_id: int, official_id: int, rule: Rule) -> State | None:
    """Apply a rule in a transaction of its own."""
    async with storage.transaction() as transaction:
        return await transaction.rosters.decide(training_id, official_id, rule, NOW)


async def sign_up(storage: Storage, training_id: int, official_id: int) -> State | None:
    """Seat a person or let the person wait."""
    return await decide(storage, training_id, official_id, join(official_id))


async def roster(storage: Storage, training_id: int, official_id: int) -> Roster:
    """Return the roster as a person sees it."""
    async with storage.transaction() as transaction:
        seen = await transaction.rosters.decide(training_id, official_id, look, NOW)
    assert seen is not None
    return seen


def planned(
    official_id: int = 1,
    training_id: int | None = None,
    kind: Kind = Kind.REMINDER_DAY,
    due_at: datetime = NOW,
    key: str | None = None,
) -> Planned:
    """Return a notice whose key names kind, training and person unless another is given."""
    occasion = key or f"{kind}:{training_id}:{official_id}"
    return Planned(kind=kind, official_id=official_id, key=occasion, due_at=due_at, training_id=training_id)


async def claim_all(transaction: Transaction, now: datetime, limit: int, until: datetime) -> list[Claimed]:
    """Claim what is due of every lane, the most urgent first."""
    timely = await transaction.notices.claim(Lane.TIMELY, now, limit, until)
    return [*timely, *await transaction.notices.claim(Lane.ANNOUNCEMENTS, now, limit - len(timely), until)]
