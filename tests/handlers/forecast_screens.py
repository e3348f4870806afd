"""The screens of what will go out, made of the samples."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from domain.announced import Announcement, Deed, Origin
from domain.broadcast import Phase, Progress
from domain.forecast import (
    Appearing,
    Arranged,
    Coming,
    Entry,
    Forecast,
    Publication,
    Unarranged,
    Under,
    Which,
    Why,
    minute,
)
from domain.notice import OF_WHAT_IS_NEW, Kind
from domain.ports import Stored
from domain.stating import Misfit, Unclear
from handlers.replies import coming, forecast
from handlers.reply import Reply
from handlers.texts import Words
from tests.handlers.message_screens import TOTALS
from tests.handlers.samples import BROADCAST, LATER, NOW, PROGRAMME, SEATS, SERVICE, UPCOMING

TITLE = (
    "Zagospodarowanie gmin nadmorskich i ochrona brzegu w praktyce urzędów: nowe zasady, terminy i wzory pism oraz map"
)
LONG = Stored(replace(SEATS, details=replace(SEATS.details, title=TITLE)), UPCOMING[0].occupancy)
KINDS = [kind for kind in Kind if kind not in {Kind.QUESTION, Kind.ANSWER, Kind.MESSAGE, Kind.ALARM}]
HOURS = [coming.Hour(f"pon., 0{days}.05.2026, 14:00", NOW + timedelta(days=days)) for days in (1, 2, 9)]
DEEDS = (Deed.HELD, Deed.RELEASED, Deed.MOVED, Deed.HASTENED)


def _group(kind: Kind, *, held: bool = False, people: int = 142) -> Coming:
    new = kind in OF_WHAT_IS_NEW
    return Coming(
        Which(kind, 999_999_999_999_999, minute(LATER), held),
        (LONG, *UPCOMING[1:6]) if new else (LONG,),
        people,
        LATER,
        LATER + timedelta(days=3),
        late=12 if kind is Kind.REMINDER_HOUR else 0,
        useful_until=LATER + timedelta(days=9),
        told=({"was_start": "2026-05-01T09:00", "reason": "Choroba."},),
    )


def _list(say: Words) -> Iterator[tuple[str, Reply]]:
    yield "forecast, nothing", forecast.forecast(say, Forecast((), 1, 1))
    groups = [_group(kind, held=held) for kind in KINDS for held in (True, False)]
    for at in range(0, len(groups), 6):
        yield f"forecast, {at}", forecast.forecast(say, Forecast(tuple(groups[at : at + 6]), 2, 3))
    announced = Announcement(7, PROGRAMME, Origin.TEXT, 5, NOW, publish_at=LATER)
    others: tuple[Entry, ...] = (
        Publication(announced, LATER, TITLE, 12, 142),
        Publication(announced, LATER, "", 1, 0),
        Appearing(LONG.training, LATER, 12),
        *(Under(Progress(replace(BROADCAST, phase=each), TOTALS, say.language), LATER) for each in Phase),
    )
    yield "forecast, others", forecast.forecast(say, Forecast(others[:6], 1, 2))


def screens(say: Words) -> Iterator[tuple[str, Reply]]:
    """Return every screen by a name for it."""
    yield from _list(say)
    for kind in KINDS:
        for held in (False, True):
            yield f"coming, {kind}, {held}", coming.coming(say, _group(kind, held=held), 30)
        yield f"wording, {kind}", coming.wording(say, _group(kind), SERVICE)
    one = replace(_group(Kind.REMINDER_DAY, people=250_000), last=LATER)
    yield "coming at once", coming.coming(say, one, 30)
    yield "to which hour", coming.ask_hour(say, one, HOURS)
    for misfit in Misfit:
        yield f"to which hour, {misfit}", coming.ask_hour(say, one, HOURS, Unclear(misfit))
    yield "send now?", coming.ask_hasten(say, one)
    yield "send news now?", coming.ask_hasten(say, _group(Kind.NEWS))
    for deed in DEEDS:
        yield f"coming, {deed}", coming.arranged(say, Arranged(deed, one, one), 30)
    yield "coming, gone after all", coming.arranged(say, Arranged(Deed.HASTENED, one, None), 30)
    for why in Why:
        yield f"coming, not {why}", coming.unarranged(say, Unarranged(why, _group(Kind.NEWS, held=True)), 30)
    yield "coming, gone", coming.gone(say)
