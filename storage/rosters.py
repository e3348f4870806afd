"""Who has a place on which training: the lists, and the one place where a rule of the roster takes effect."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import TypeVar, assert_never

from domain.official import Official
from domain.ports import ANYBODY, Lapsed, Listed, Place
from domain.registration import Registration, State
from domain.roster import Decision, Drop, Effect, Erase, Plan, Recall, Roster, Summon, Write
from domain.training import Training
from storage import codec, followers, notices, posts, rows
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, act, many, one, scripted, sole, value

Outcome = TypeVar("Outcome")

_EVERYBODY = 2**31


def _decide(
    training_id: int, official_id: int, rule: Callable[[Roster], Decision[Outcome]], now: datetime
) -> Script[Outcome | None]:
    roster = yield from _roster(training_id, official_id)
    if roster is None:
        return None
    decision = rule(roster)
    for effect in decision.effects:
        yield from _apply(effect, training_id, now)
    if any(isinstance(effect, Write | Erase | Recall) for effect in decision.effects):
        yield from posts.touch(training_id, now)
    return decision.outcome


def _roster(training_id: int, official_id: int) -> Script[Roster | None]:
    locked = yield from one("roster_training", training_id=training_id)
    if locked is None:
        return None
    training = rows.training(locked)
    view = yield from sole("roster", training_id=training_id, official_id=official_id)
    line = yield from _line(training, view)
    clashes = yield from _clashes(training, official_id)
    return Roster(
        training=training,
        mine=rows.registration(view) if view["registration_id"] else None,
        taken=view["taken"],
        waiting=view["waiting"],
        ahead=view["ahead"],
        line=line,
        next_ticket=view["next_ticket"],
        fellows=view["fellows"],
        clashes=clashes,
    )


def _line(training: Training, view: Row) -> Script[tuple[Registration, ...]]:
    if not view["waiting"]:
        return ()
    limit = _EVERYBODY if training.seats is None else max(0, training.seats - view["taken"]) + 1
    found = yield from many("line", training_id=training.id, limit=limit)
    return tuple(rows.registration(row) for row in found)


def _clashes(training: Training, official_id: int) -> Script[tuple[Training, ...]]:
    found = yield from many(
        "clashes",
        training_id=training.id,
        official_id=official_id,
        starts_at=micros(training.starts_at),
        ends_at=micros(training.ends_at),
    )
    return tuple(rows.training(row) for row in found)


def _apply(effect: Effect, training_id: int, now: datetime) -> Script[None]:
    match effect:
        case Write(registration):
            yield from _write(registration, now)
        case Erase(registration):
            yield from act(
                "erase_registration", training_id=registration.training_id, official_id=registration.official_id
            )
        case Plan(notice):
            yield from notices.plan((notice,))
        case Drop(official_id, kinds, reason):
            yield from notices.drop(official_id, training_id, kinds, reason, now)
        case Summon(occasion, due_at, useful_until):
            yield from act(
                "summon",
                training_id=training_id,
                occasion=occasion,
                due_at=micros(due_at),
                useful_until=micros(useful_until),
            )
        case Recall():
            yield from act("recall_offers", training_id=training_id)
        case _:
            assert_never(effect)


def _write(registration: Registration, now: datetime) -> Script[None]:
    yield from act(
        "write_registration",
        training_id=registration.training_id,
        official_id=registration.official_id,
        state=registration.state,
        takes_seat=int(registration.seat),
        queue=registration.queue,
        until=micros(registration.until),
        former=registration.former,
        former_until=micros(registration.former_until),
        confirmed=int(registration.confirmed),
        now=micros(now),
    )


def _place(row: Row) -> Place:
    return Place(rows.registration(row), rows.training(row), row["position"], instant(row["next_reminder"]))


def _places(official_id: int) -> Script[Sequence[Place]]:
    found = yield from many("places", official_id=official_id)
    return [_place(row) for row in found]


def _mine(official_id: int, training_id: int) -> Script[Place | None]:
    places = yield from _places(official_id)
    return next((place for place in places if place.training.id == training_id), None)


def _lapsed(now: datetime, limit: int) -> Script[Sequence[Lapsed]]:
    found = yield from many("lapsed", now=micros(now), limit=limit)
    return [Lapsed(row["training_id"], row["official_id"]) for row in found]


def _members(
    training_id: int, states: Collection[State], among: tuple[int, int] = ANYBODY
) -> Script[Sequence[tuple[Registration, Official]]]:
    first, last = among
    stated = codec.dump(list(states))
    found = yield from many("members", training_id=training_id, states=stated, first=first, last=last)
    return [(rows.registration(row), rows.official(row)) for row in found]


def _listed(training_id: int) -> Script[Listed]:
    row = yield from sole("count_list", training_id=training_id)
    return Listed(row["people"], row["seated"], row["waiting"], row["following"])


def _clashing(training_id: int, starts_at: datetime, ends_at: datetime) -> Script[int]:
    count: int = yield from value(
        "clashing", training_id=training_id, starts_at=micros(starts_at), ends_at=micros(ends_at)
    )
    return count


class Rosters(Scripted):
    """Who has a place on which training."""

    mine = scripted(_mine)
    places = scripted(_places)
    lapsed = scripted(_lapsed)
    members = scripted(_members)
    listed = scripted(_listed)
    clashing = scripted(_clashing)
    follow = scripted(followers.follow)
    unfollow = scripted(followers.unfollow)
    followed = scripted(followers.followed)
    followers = scripted(followers.followers)

    async def decide(
        self, training_id: int, official_id: int, rule: Callable[[Roster], Decision[Outcome]], now: datetime
    ) -> Outcome | None:
        """Lock the roster as this person sees it, apply the rule, write its effects and return its outcome."""
        return await self.run(_decide(training_id, official_id, rule, now))
