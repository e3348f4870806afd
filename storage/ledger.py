"""What was said, read to be explained: to the person it was for, and counted for organisers; no notice is changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import orjson

from domain.asked import Asked
from domain.broadcast import Broadcast
from domain.deliveries import Tally, Unreached
from domain.entry import Entry, Unheard
from domain.news import Subscription
from domain.notice import REMINDERS, Claimed, Fate, Kind
from domain.occupancy import Stored
from domain.training import Training
from domain.verdict import Reason
from storage import broadcasts, codec, news, questions, rows
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, Value, many, scripted, value

COUNTED = (*REMINDERS, Kind.CHANGE, Kind.CANCELLATION, Kind.OFFER, Kind.OFFER_LAPSED, Kind.SEAT_OPEN, Kind.MESSAGE)
"""What is said about a training, in the order in which it is shown."""
MATTERS = (*REMINDERS, Kind.CHANGE, Kind.CANCELLATION, Kind.MESSAGE)
"""What people on a list have to hear: the rest ends by itself when it does not arrive."""
RENEWED = ("merged", "settings changed", Reason.RE_DATED, Reason.SUPERSEDED)
"""Why a notice is dropped in whose place another one stands."""


def _last(official_id: int, limit: int, offset: int = 0) -> Script[Sequence[Entry]]:
    return (yield from _entries(official_id, limit, offset=offset))


def _about(official_id: int, training_id: int, limit: int) -> Script[Sequence[Entry]]:
    return (yield from _entries(official_id, limit, training_id=training_id, everything=1))


def _told_in(official_id: int, message_id: int) -> Script[Entry | None]:
    found = yield from _entries(official_id, 1, message_id=message_id, everything=1)
    return found[0] if found else None


def _entries(official_id: int, limit: int, **narrowed: Value) -> Script[Sequence[Entry]]:
    usual: dict[str, Value] = {"training_id": None, "message_id": None, "everything": 0, "offset": 0}
    found = yield from many("entries", official_id=official_id, limit=limit, **(usual | narrowed))
    asked = yield from questions.read([row["question_id"] for row in found if row["question_id"]])
    told = yield from news.read(found)
    named = yield from news.named(found)
    sent = yield from broadcasts.read({row["broadcast_id"] for row in found if row["broadcast_id"]})
    return [
        _entry(
            row,
            _notice(row),
            asked.get(row["question_id"]),
            told.get(row["notice_id"], (None, ())),
            sent.get(row["broadcast_id"]),
            named.get(row["notice_id"], ()),
        )
        for row in found
    ]


def _entry(
    row: Row,
    notice: Claimed,
    asked: Asked | None,
    told: tuple[Subscription | None, tuple[Stored, ...]],
    sent: Broadcast | None,
    named: tuple[Training, ...],
) -> Entry:
    subscription, fresh = told
    whole = replace(notice, question=asked, subscription=subscription, news=fresh, broadcast=sent)
    return Entry(whole, Fate(row["fate"]), row["reason"], instant(row["settled_at"]), bool(row["held"]), named)


def _notice(row: Row) -> Claimed:
    """Read a notice as if it were claimed now; of reminders that come together the rule decides when they do."""
    return Claimed(
        id=row["notice_id"],
        lease="",
        kind=Kind(row["kind"]),
        official=rows.official(row),
        due_at=instant(row["due_at"]),
        useful_until=instant(row["useful_until"]),
        attempts=row["attempts"],
        args=orjson.loads(row["args"]),
        training=None if row["training_id"] is None else rows.training(row),
        registration=rows.registration(row) if row["registration_id"] else None,
        following=bool(row["following"]),
        superseded=False,
        waiting=0,
        organises=bool(row["organises"]),
    )


def _count(official_id: int) -> Script[int]:
    number: int = yield from value("count_entries", official_id=official_id)
    return number


def _tallies(training_id: int) -> Script[Sequence[Tally]]:
    found = yield from many(
        "tallies", training_id=training_id, kinds=codec.dump(list(COUNTED)), renewed=codec.dump(list(RENEWED))
    )
    counted: dict[str | None, dict[str, int]] = {}
    for row in found:
        counted.setdefault(row["kind"], {})[row["became"]] = row["people"]
    return [_tally(kind, counted[kind]) for kind in (*COUNTED, None) if kind in counted]


def _tally(kind: Kind | None, people: dict[str, int]) -> Tally:
    ended = {fate: people.get(fate, 0) for fate in ("delivered", "refused", "uncertain", "missed", "dropped")}
    return Tally(kind, **ended, left=people.get(Fate.PENDING, 0) + people.get(Fate.SENDING, 0))


def _unheard(training_id: int, limit: int, offset: int = 0) -> Script[Sequence[Unheard]]:
    return [rows.unheard(row) for row in (yield from _unheard_rows(training_id, limit, offset))]


def _count_unheard(training_id: int) -> Script[int]:
    found = yield from _unheard_rows(training_id, 1, 0)
    return found[0]["people"] if found else 0


def _unheard_rows(training_id: int, limit: int, offset: int) -> Script[list[Row]]:
    kinds = codec.dump(list(MATTERS))
    return (yield from many("unheard", training_id=training_id, kinds=kinds, limit=limit, offset=offset))


def _unreached(since: datetime) -> Script[Sequence[Unreached]]:
    found = yield from many("unreached_lately", since=micros(since))
    return [Unreached(row["training_id"], Kind(row["kind"]), row["people"], row["last"]) for row in found]


def _note_unreached(unreached: Unreached) -> Script[bool]:
    noted = yield from value(
        "note_unreached", training_id=unreached.training_id, kind=unreached.kind, last=unreached.last
    )
    return noted is not None


class Ledger(Scripted):
    """What was said, read to be explained."""

    last = scripted(_last)
    count = scripted(_count)
    about = scripted(_about)
    told_in = scripted(_told_in)
    tallies = scripted(_tallies)
    unheard = scripted(_unheard)
    count_unheard = scripted(_count_unheard)
    unreached = scripted(_unreached)
    note_unreached = scripted(_note_unreached)
