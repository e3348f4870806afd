"""The audit: every invariant looked for by a query of its name, and what can be mended without harm."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from domain import reminders
from domain.asked import KEPT_ENDED, KEPT_UNPASSED
from domain.finding import Finding, Invariant
from domain.notice import OF_NO_ROSTER, Kind
from domain.offer import SHORT
from domain.official import Preferences
from storage import codec, rows
from storage.instants import micros
from storage.statements import Script, Scripted, Value, act, many, scripted

FEW: Final = 5
"""How many rows of a finding are named."""
WAITED: Final = timedelta(minutes=5)
LATE: Final = timedelta(minutes=15)
LONG: Final = timedelta(hours=1)
NIGHTLY: Final = timedelta(hours=36)
"""What the nightly chores have not forgotten after this time they have missed."""
PURGED: Final = timedelta(days=6)

_PARAMETERS: Final[Mapping[Invariant, tuple[str, ...]]] = {
    **dict.fromkeys(Invariant, ()),
    Invariant.UPDATES_WAITING: ("waited",),
    Invariant.SEATS_LEFT_FREE: ("soon",),
    Invariant.PLACES_OVERDUE: ("waited",),
    Invariant.NOTICES_OVERDUE: ("late",),
    Invariant.REPLIES_OVERDUE: ("late",),
    Invariant.LEASES_OVER: ("late",),
    Invariant.ANNOUNCEMENTS_OVERDUE: ("late",),
    Invariant.POSTS_OVERDUE: ("long", "now"),
    Invariant.NOTICES_INCOMPLETE: ("kinds", "of_rosters"),
    Invariant.TEXTS_KEPT: ("unpassed", "ended", "purged"),
}


def _findings(now: datetime, invariants: Sequence[Invariant]) -> Script[Sequence[Finding]]:
    found = []
    for invariant in invariants:
        match invariant:
            case Invariant.REMINDERS_MISSING:
                finding = yield from _reminders_missing(now)
            case Invariant.TRAININGS_MISTIMED:
                finding = yield from _trainings_mistimed()
            case _:
                finding = yield from _sought(invariant, now)
        if finding:
            found.append(finding)
    return found


def _sought(invariant: Invariant, now: datetime) -> Script[Finding | None]:
    known = _values(now)
    values = {name: known[name] for name in _PARAMETERS[invariant]}
    found = yield from many(invariant, few=FEW, **values)
    return Finding(invariant, found[0]["found"], tuple(row["place"] for row in found)) if found else None


def _values(now: datetime) -> dict[str, Value]:
    return {
        "now": micros(now),
        "soon": micros(now + SHORT),
        "waited": micros(now - WAITED),
        "late": micros(now - LATE),
        "long": micros(now - LONG),
        "unpassed": micros(now - KEPT_UNPASSED - NIGHTLY),
        "ended": micros(now - KEPT_ENDED - NIGHTLY),
        "purged": micros(now - PURGED - NIGHTLY),
        "kinds": codec.dump(list(Kind)),
        "of_rosters": codec.dump([kind for kind in Kind if kind not in OF_NO_ROSTER]),
    }


def _counted(invariant: Invariant, places: Sequence[str]) -> Finding | None:
    return Finding(invariant, len(places), tuple(places[:FEW])) if places else None


def _trainings_mistimed() -> Script[Finding | None]:
    places = []
    for row in (yield from many("training_instants")):
        training = rows.training(row)
        if (row["starts_at"], row["ends_at"]) != (micros(training.starts_at), micros(training.ends_at)):
            places.append(f"training {training.id}")
    return _counted(Invariant.TRAININGS_MISTIMED, places)


def _reminders_missing(now: datetime) -> Script[Finding | None]:
    """Look for those whose wishes ask for a reminder that is neither told nor to come, wish by wish."""
    places = []
    for row in (yield from many("reminded", now=micros(now))):
        training, wishes = rows.training(row), codec.load(Preferences, row["preferences"])
        for wanted in reminders.plan(training, 0, wishes, now):
            missing = yield from many(
                "without_reminder",
                training_id=training.id,
                kind=wanted.kind,
                start=str(training.details.start),
                preferences=row["preferences"],
            )
            places += [f"training {training.id}"] * len(missing)
    finding = _counted(Invariant.REMINDERS_MISSING, places)
    return finding and Finding(finding.invariant, finding.count, tuple(dict.fromkeys(places))[:FEW])


def _counts() -> Script[Mapping[str, int]]:
    found = yield from many("counts")
    return {row["what"]: row["found"] for row in found}


def _mend(now: datetime) -> Script[None]:
    for query in ("end_notice_leases", "end_reply_leases", "end_post_leases"):
        yield from act(query, before=micros(now - LATE))


class Audit(Scripted):
    """What is wrong in the records."""

    findings = scripted(_findings)
    counts = scripted(_counts)
    mend = scripted(_mend)
