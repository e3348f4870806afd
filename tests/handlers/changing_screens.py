"""The screens on which organisers keep published trainings: small ones, and as full as they can be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import get_args

from domain.announced import Act, Announcement, Deed, Drafted, Origin
from domain.announcement import Found
from domain.drafting import CalledOff, Calling, Change, Managed, Sheet, Trail
from domain.occupancy import Occupancy, Stored
from domain.official import Official, Role
from domain.stating import Field, Misfit, Unclear
from domain.training import Details, Draft, Status, Training
from handlers.buttons import AskCallOff, AskStep, EditTraining
from handlers.buttons.changing import Step
from handlers.replies import card
from handlers.replies.changing import calling, forms, managed, proposals, trail
from handlers.reply import Reply
from handlers.texts import Words
from tests.handlers.announcing_screens import FULL, TITLE
from tests.handlers.samples import ANNA, CALLED_OFF, NOW, PROGRAMME, SEATS, SERVICE, UNKNOWN, UPCOMING

LONG = replace(SEATS, details=Details(**{name: getattr(FULL, name) for name in Details.__dataclass_fields__}))
OTHER = replace(
    LONG.details,
    title=f"{TITLE}2",
    topics=("administracja publiczna", "zamówienia publiczne i koncesje", "prawo"),
    level="dla osób, które nie mają jeszcze praktyki",
    audience="osoby, które dopiero zaczynają pracę w urzędzie gminy, powiatu albo województwa " * 4,
    summary="Inny opis",
    note="Inna uwaga",
    agenda=(),
    capacity=20,
    waiting_list=None,
    certificate=None,
    price_pln=None,
    contact=None,
    status=Status.MOVED,
)
NOBODY = Draft(title="Prosty język")
PERSON = Official(7, name="Maria Magdalena Wiśniewska-Nowakowska-Kowalska z Sopotu Górnego")
REASON = "Choroba osoby prowadzącej & brak zastępstwa. " * 6


def _managing(say: Words) -> Iterator[tuple[str, Reply]]:
    for stored in (*UPCOMING, Stored(LONG, Occupancy(100_000, 0, 9_999))):
        yield f"managed {stored.training.id}", managed.managed(say, Managed(stored))
    yield "managed, edited", managed.managed(say, Managed(UPCOMING[0], 4, changed=True))
    then = Words(say.language, SEATS.ends_at + timedelta(days=1))
    yield "managed, over", managed.managed(then, Managed(UPCOMING[0]))
    yield "card, organised", card.card(say, UPCOMING[0], SERVICE, organised=True)
    many = [replace(LONG, id=number) for number in range(100, 120)]
    for press, act in ((EditTraining, "edit"), (AskCallOff, "call_off")):
        yield f"choose, {act}", managed.choose(say, many, press, act)
        yield f"choose from none, {act}", managed.choose(say, (), press, act)


def _drafted(training: Training, draft: Draft) -> tuple[Sheet, Drafted]:
    drafted = Drafted(3, 2, Found(draft), training, 1, training.details)
    return Sheet(Announcement(2, PROGRAMME, Origin.EDIT, 7, NOW), (drafted,)), drafted


def _editing(say: Words) -> Iterator[tuple[str, Reply]]:
    for name, training, after in (
        ("hour", UNKNOWN, replace(UNKNOWN.details, start=SEATS.details.start)),
        ("full", LONG, OTHER),
        ("nothing", SEATS, SEATS.details),
    ):
        sheet, drafted = _drafted(training, after)
        for told in (0, 1, 26, 1420):
            change = Change(training, after, max(told - 3, 0), 3, told, told // 10)
            yield f"proposal, {name}, {told}", proposals.proposal(say, sheet, change)
        moved = replace(training, details=replace(training.details, start=SEATS.details.start, status=Status.CANCELLED))
        yield f"overtaken, {name}", proposals.overtaken(say, drafted, moved, training.details)
        yield f"incomplete, {name}", proposals.incomplete(say, training)
        yield f"dropped, {name}", proposals.dropped(say, training)
        yield f"changed, {name}", proposals.applied(say, training, 0, None)
        yield f"changed and told, {name}", proposals.applied(say, training, 26, 12)


def _calling(say: Words) -> Iterator[tuple[str, Reply]]:
    for training in (SEATS, LONG, CALLED_OFF):
        for told in (0, 1, 1420):
            seen = Calling(Stored(training, Occupancy(told, 0, told)), told)
            yield f"call off {training.title}, {told}", calling.ask_call_off(say, seen)
            yield f"call off {training.title}, {told}, preview", calling.preview(say, seen, REASON)
            yield f"called off {training.title}, {told}", calling.called_off(say, CalledOff(training, 12, told))
            yield f"restore {training.title}, {told}", calling.ask_revive(say, seen)
        yield f"bad reason, {training.title}", calling.bad_reason(say, training)
        yield f"restored {training.title}", calling.revived(say, training)
        yield f"undone {training.title}", calling.undone(say, training)
        yield f"too late {training.title}", calling.too_late(say, training)
        yield f"not called off {training.title}", calling.overtaken(say, training)


def _asking(say: Words) -> Iterator[tuple[str, Reply]]:
    programmes = [replace(PROGRAMME, id=number, name=f"{number}. {TITLE}") for number in range(1, 8)]
    yield "which programme", forms.choose_programme(say, programmes)
    for step in get_args(Step)[:-1]:
        yield f"step, {step}", forms.step(say, 3, step, AskStep(3, "done"))
    for misfit in Misfit:
        lead = forms.lead(say, PROGRAMME.zone, FULL, Field.TITLE, Unclear(misfit))
        yield f"step, {misfit}", forms.step(say, 3, "title", AskStep(3, "when"), lead)
        yield f"days, {misfit}", forms.ask_days(say, LONG, forms.unread_days(say, Unclear(misfit)))
    yield "copy", forms.copied(say, NOBODY, AskStep(3, "done"))
    yield "copy, full", forms.copied(say, FULL, AskStep(3, "done"))
    yield "days", forms.ask_days(say, SEATS)


def _acts() -> Iterator[Act]:
    args = {
        "chat": TITLE,
        "reason": REASON,
        "silent": "1",
        "added": "12",
        "changed": "3",
        "people": "142",
        "what": "reminder_week",
    }
    for deed in Deed:
        for doer in (PERSON, ANNA, Official(8), None):
            yield Act(deed, doer, NOW, PROGRAMME, LONG, args if doer is PERSON else {}, SEATS.details, OTHER, 3)
    for role in Role:
        yield Act(Deed.REVOKED, PERSON, NOW, None, None, {"role": role, "whom": "7"})
        yield Act(Deed.REVOKED, Official(8), NOW, PROGRAMME, None, {"role": role, "whom": ""})
    yield Act(Deed.SCHEDULED, PERSON, NOW, PROGRAMME, args={"at": (NOW + timedelta(days=400)).isoformat()})


def _reading(say: Words) -> Iterator[tuple[str, Reply]]:
    yield "trail, none", trail.trail(say, Trail((), {}, 1, more=False))
    yield "history, none", trail.history(say, SEATS, Trail((), {}, 1, more=False, training=SEATS))
    acts = list(_acts())
    for at in range(0, len(acts), 3):
        seen = Trail(tuple(acts[at : at + 3]), {7: PERSON}, 2, more=True)
        yield f"trail {at}", trail.trail(say, seen)
        yield f"history {at}", trail.history(say, LONG, seen)


def changing_screens(say: Words) -> Iterator[tuple[str, Reply]]:
    """Yield every screen with a name for it."""
    for conversation in (_managing, _editing, _calling, _asking, _reading):
        yield from conversation(say)
