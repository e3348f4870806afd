"""A roster kept as a plain list, to play decisions on: what storage does with SQL, in twenty lines of Python."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from domain import outcome, roster
from domain.notice import Planned
from domain.official import Official
from domain.registration import ACTIVE, Registration, State
from domain.roster import Decision, Drop, Erase, Plan, Recall, Roster, Summon, Write
from domain.training import Details, Programme, Training
from domain.wall import Wall

Outcome = TypeVar("Outcome")

WARSAW = ZoneInfo("Europe/Warsaw")
NOW = datetime(2026, 4, 27, 6, 0, tzinfo=ZoneInfo("UTC"))
PROGRAMME = Programme(1, "Szkolenia", "Metropolia Nadmorska", WARSAW)


def training(seats: int | None = 2, start: str = "2026-05-06T09:00", **details: Any) -> Training:  # noqa: ANN401 - any field of the details
    stated = Details(title="Prawo opcji", start=Wall.parse(start), capacity=seats, **details)
    return Training(1, "t1", PROGRAMME, stated, seats)


def official(number: int, *, known: bool = True) -> Official:
    return Official(number, name=f"Osoba {'ABCDEFGHIJ'[number % 10]}" if known else None)


@dataclass
class Book:
    training: Training
    rows: dict[int, Registration] = field(default_factory=dict)
    notices: list[Planned] = field(default_factory=list)
    dropped: list[Drop] = field(default_factory=list)
    summons: list[Summon] = field(default_factory=list)
    offers: list[tuple[int | None, int | None]] = field(default_factory=list)
    """For each offer the ticket it went to, and the lowest of those who waited at that moment."""

    def as_seen_by(self, person: int) -> Roster:
        active = [row for row in self.rows.values() if row.state in ACTIVE]
        line = sorted((row for row in active if row.state is State.WAITING), key=lambda row: row.queue or 0)
        taken = sum(row.seat for row in active)
        mine = self.rows.get(person)
        room = len(line) if self.training.seats is None else max(0, self.training.seats - taken) + 1
        ticket = mine.queue if mine and mine.queue else 0
        return Roster(
            training=self.training,
            mine=mine,
            taken=taken,
            waiting=len(line),
            ahead=sum((row.queue or 0) < ticket for row in line),
            line=tuple(line[:room]),
            next_ticket=max((row.queue or 0 for row in active), default=0) + 1,
        )

    def decide(self, person: int, rule: Callable[[Roster], Decision[Outcome]]) -> Outcome:
        decision = rule(self.as_seen_by(person))
        for effect in decision.effects:
            match effect:
                case Write(row):
                    self._note_offer(row)
                    self.rows[row.official_id] = row
                case Erase(row):
                    del self.rows[row.official_id]
                case Plan(notice):
                    self.notices.append(notice)
                case Drop():
                    self.dropped.append(effect)
                case Summon():
                    self.summons.append(effect)
                case Recall():
                    for listed, row in self.rows.items():
                        if row.state is State.OFFERED:
                            self.rows[listed] = replace(row, state=State.WAITING, seat=False, until=None)
        return decision.outcome

    def _note_offer(self, row: Registration) -> None:
        before = self.rows.get(row.official_id)
        if row.state is State.OFFERED and before and before.state is State.WAITING:
            waiting = [each.queue or 0 for each in self.rows.values() if each.state is State.WAITING]
            self.offers.append((row.queue, min(waiting)))

    def states(self) -> dict[int, State]:
        return {person: row.state for person, row in self.rows.items()}

    def place(self, person: int, now: datetime = NOW, *, known: bool = True, waits: bool = True) -> outcome.Signup:
        return self.decide(person, lambda seen: roster.place(seen, official(person, known=known), now, waits=waits))

    def withdraw(self, person: int, now: datetime = NOW) -> outcome.Withdrawal:
        return self.decide(person, lambda seen: roster.withdraw(seen, now))

    def lapse(self, person: int, now: datetime) -> None:
        self.decide(person, lambda seen: roster.lapse(seen, now))

    def leave(self, person: int, now: datetime = NOW) -> datetime:
        """Withdraw and let the minute of undo pass."""
        self.withdraw(person, now)
        later = now + timedelta(seconds=60)
        self.lapse(person, later)
        return later

    def resize(self, seats: int | None) -> None:
        self.training = replace(self.training, seats=seats)
